"""What follows later from what somebody decided: not what is said, but what then comes."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.people import service as people
from config.network import network
from storage.models import Delivery, DeliveryState, InboxItem, InboxState, Role, Standing
from storage.models import Person as Row
from tests.harness.network import card
from tests.harness.steps import announce, choose_zone, end_pause, give_role, pause, toggle
from tests.harness.stock import BOB, EVE, HELENA, NIAMH, SOFIA, rows, texts_of
from tests.storage.upgrade.before import rows_of

pytestmark = pytest.mark.anyio

# The meeting that tests.harness.steps announces: Thursday 11 March 2027, 14:00 in Brussels,
# answers by 25 February, updates by 18 February.
CALL = datetime(2027, 1, 28, 9, tzinfo=UTC)
"""The reminders that are told apart here, at nine o'clock in Dublin."""
FIRST_DUE = datetime(2027, 2, 11, 9, tzinfo=UTC)
WEEK_BEFORE = datetime(2027, 3, 4, 9, tzinfo=UTC)
REPORT = datetime(2027, 3, 18, 8, tzinfo=UTC)
"""The coordinators' report, at nine o'clock in Brussels."""
SECRET = "the minister is not to know"


def instants(person, words):
    """Return when somebody got messages that hold *words*."""
    return [message.at for message in person.received if words in message.text]


@pytest.fixture
async def helena(harness):
    return await harness.joins(HELENA)


@pytest.fixture
async def bob(harness):
    return await harness.joins(BOB)


async def test_after_a_change_of_zone_reminders_come_at_nine_there(harness, helena, bob):
    await announce(harness, helena)
    await choose_zone(harness, bob, "Athens")
    await harness.pass_until(CALL)
    await choose_zone(harness, bob, "Lisbon")
    await harness.pass_until(WEEK_BEFORE + timedelta(days=1))
    assert instants(bob, "Your activities for") == [CALL - timedelta(hours=2)]
    assert instants(bob, "by the chambers so far") == [WEEK_BEFORE]  # Lisbon has Dublin's clock
    assert instants(bob, "Activities not yet reported")[0] == FIRST_DUE


async def test_what_falls_into_a_pause_does_not_come_and_what_follows_it_does(harness, helena, bob):
    await announce(harness, helena)
    await pause(harness, bob, "1 February 2027")
    await harness.pass_until(FIRST_DUE)
    assert instants(bob, "Your activities for") == []
    assert instants(bob, "Activities not yet reported") == [FIRST_DUE]
    call = [row for row in rows(harness, Delivery) if row.about.get("rule") == "call_for_updates"]
    assert {(row.state, row.reason) for row in call if row.person_id == 2} == {
        (DeliveryState.DROPPED, "paused by the person")
    }


async def test_a_pause_from_before_the_announcement_that_is_ended_lets_reminders_come(
    harness, helena, bob
):
    await pause(harness, bob, "1 June 2027")
    await announce(harness, helena)
    await harness.settle()
    await end_pause(harness, bob)
    await harness.pass_until(WEEK_BEFORE)
    assert instants(bob, "Your activities for") == [CALL]
    assert instants(bob, "by the chambers so far") == [WEEK_BEFORE]


async def test_a_kind_that_was_stopped_and_is_wanted_again_comes(harness, helena, bob):
    await toggle(harness, bob, "✓ Ahead of a meeting")
    await announce(harness, helena)
    await toggle(harness, bob, "✗ Ahead of a meeting")
    await toggle(harness, bob, "✓ Call for activities")
    await harness.pass_until(WEEK_BEFORE)
    assert instants(bob, "by the chambers so far") == [WEEK_BEFORE]
    ended = {
        (row.state, row.reason)
        for row in rows(harness, Delivery)
        if row.person_id == 2 and row.about.get("rule") == "call_for_updates"
    }
    assert ended == {(DeliveryState.DROPPED, "stopped by the person")}


async def test_a_new_coordinator_gets_the_report_and_one_no_more_does_not(harness, helena, bob):
    eve = await harness.joins(EVE)
    await announce(harness, helena)
    await give_role(harness, helena, "Bob")
    await give_role(harness, helena, "Eve")
    await give_role(harness, helena, "Eve")
    await harness.pass_until(REPORT + timedelta(hours=2))
    words = "It is time for the meeting report"
    assert instants(helena, words) == [REPORT]
    assert instants(bob, words) == [REPORT + timedelta(hours=1)]
    assert instants(eve, words) == []


async def test_a_new_coordinator_gets_the_open_applications_and_can_decide(harness, helena, bob):
    anna = harness.world.person("Anna")
    await harness.say(anna, "/register")
    await harness.press(anna, "English")
    await harness.say(anna, "yes", "Suomi", "Anna", "skip", "skip")
    await harness.press(anna, "Send my registration")
    await harness.settle()
    sofia = await harness.joins(SOFIA)  # who joins as anything else is not told
    niamh = await harness.joins(NIAMH)
    await give_role(harness, helena, "Bob")
    another = await harness.member("Marc", Role.COORDINATOR, "EU-EP")
    await harness.settle()
    for coordinator in (helena, bob, another):
        (application,) = texts_of(coordinator, "Request to join")
        assert "Anna" in application
    for member in (sofia, niamh):
        assert texts_of(member, "Request to join") == []
    await harness.press(bob, "Approve", await bob.receives("Request to join"))
    await harness.settle()
    assert next(row for row in rows(harness, Row) if row.name == "Anna").standing is Standing.ACTIVE
    # There is nothing open any more for whoever comes next.
    last = await harness.member("Eleni", Role.COORDINATOR, "EU-EP")
    await harness.settle()
    assert texts_of(last, "Request to join") == []


async def test_a_changed_plan_is_followed_from_the_next_start(harness, helena, bob):
    await announce(harness, helena)
    await harness.pass_until(CALL)
    await harness.stop()
    rules = []
    for rule in network().reminders:
        if rule.kind == "dossier":
            rules.append(rule.model_copy(update={"before": timedelta(days=10)}))
        elif (rule.kind, rule.offset) != ("updates_due", "-7d"):
            rules.append(rule)
    harness.network = network().model_copy(update={"reminders": rules})
    await harness.start()
    await harness.pass_until(WEEK_BEFORE + timedelta(days=1))
    assert instants(bob, "Your activities for") == [CALL]
    assert instants(bob, "by the chambers so far") == [datetime(2027, 3, 1, 9, tzinfo=UTC)]
    assert len(instants(bob, "Activities not yet reported")) == 2
    assert FIRST_DUE not in instants(bob, "Activities not yet reported")


async def test_a_chamber_that_has_answered_is_not_chased_whoever_answered_for_it(
    harness, helena, bob
):
    niamh, eve = await harness.joins(NIAMH), await harness.joins(EVE)
    await announce(harness, helena)
    await harness.settle()
    await harness.press(niamh, "Online", await niamh.receives("You are invited"))
    await harness.say(helena, "/people")
    await harness.press(helena, "Niamh")
    await harness.press(helena, "Suspend")
    await harness.press(helena, card(helena).labels[0])
    await harness.pass_until(datetime(2027, 2, 26, tzinfo=UTC))
    assert texts_of(bob, "Will you take part?") == []
    assert len(texts_of(eve, "Will you take part?")) == 3


async def test_nothing_to_report_is_the_answer_of_the_whole_chamber(harness, helena, bob):
    niamh, eve = await harness.joins(NIAMH), await harness.joins(EVE)
    await announce(harness, helena)
    await harness.pass_until(CALL)
    await harness.press(bob, "Nothing to report", await bob.receives("Your activities for"))
    await harness.pass_until(datetime(2027, 2, 19, tzinfo=UTC))
    for member in (bob, niamh):
        assert texts_of(member, "Activities not yet reported") == []
    assert len(texts_of(eve, "Activities not yet reported")) == 3


async def test_a_chamber_whose_answer_was_erased_is_asked_again(harness, helena, bob):
    niamh = await harness.joins(NIAMH)
    await announce(harness, helena)
    await harness.settle()
    await harness.press(niamh, "Online", await niamh.receives("You are invited"))
    await harness.say(niamh, "/forget")
    await harness.press(niamh, "Yes, erase my data")
    await harness.pass_until(datetime(2027, 2, 26, tzinfo=UTC))
    assert len(texts_of(bob, "Will you take part?")) == 3


async def test_who_answers_while_reminders_go_out_gets_theirs_all_the_same(harness, helena, bob):
    await announce(harness, helena)
    await harness.settle()
    harness.run.jobs.scheduler.pause()
    harness.clock.set(WEEK_BEFORE)
    await harness.press(bob, "Online", await bob.receives("You are invited"))
    await harness.settle()
    assert instants(bob, "by the chambers so far") == [WEEK_BEFORE]


# --- what is forgotten -----------------------------------------------------------------------


def remembered(harness):
    """Return the tables in which the secret words still stand."""
    return {
        table
        for table, found in rows_of(harness.database).items()
        if SECRET in str(list(found.values()))
    }


async def test_the_text_of_what_was_dealt_with_is_forgotten(harness, bob):
    await harness.say(bob, SECRET)
    assert remembered(harness) == set()
    assert {item.state for item in rows(harness, InboxItem)} == {InboxState.DONE}
    assert all(
        item.payload is None and item.answer is None and item.handled_at
        for item in rows(harness, InboxItem)
    )


async def test_the_text_of_a_draft_that_ended_is_forgotten(harness, helena, bob):
    for ending in ("deleted", "expired"):
        await harness.say(bob, "/update", "Ask me question by question", "A visit", "Montenegro")
        for label in ("Workshop", "Budget", "Done", "TAIEX", "Planned"):
            await harness.press(bob, label)
        await harness.say(bob, "March 2027")
        await harness.press(bob, "Yes, that is right")
        await harness.press(bob, "Online")
        await harness.say(bob, SECRET)
        assert remembered(harness) == {"form"}
        if ending == "deleted":
            await harness.say(bob, "/cancel")
            await harness.press(bob, "Delete the draft")
        else:
            harness.clock.advance(timedelta(days=31))
            await harness.run.jobs.run("look_after_drafts")
            await harness.settle()
        assert remembered(harness) == set()


async def test_an_offer_that_nobody_took_is_forgotten(harness, bob):
    text = f"On 2 and 3 November 2026 we received a delegation of Montenegro: {SECRET}"
    await harness.say(bob, text)
    assert remembered(harness)
    harness.clock.advance(timedelta(days=1, hours=1))
    await harness.run.jobs.run("look_after_drafts")
    assert remembered(harness) == set()
    await harness.say(bob, text)
    assert remembered(harness)
    await harness.say(bob, "no")
    assert remembered(harness) == set()


async def test_a_code_of_an_invitation_is_kept_as_its_hash_alone(harness):
    with harness.database.transaction() as session:
        code = people.invite(
            session,
            Role.OBSERVER,
            None,
            by=None,
            now=harness.clock.now(),
            valid_for=timedelta(days=1),
        )
    assert code not in str(rows_of(harness.database))
