"""What is kept for too long goes: each rule of the register on its own, on both databases."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.core.texts import Texts
from bot.desk import retention as desk
from bot.meetings import broadcast_card
from bot.people import membership, service, silence
from bot.process import retaining
from config.network import months, network
from storage import audit, counts, deliveries, export, retention
from storage.models import (
    FINAL,
    Audience,
    AuditEntry,
    Delivery,
    DeliveryCount,
    DeliveryState,
    Erasure,
    Form,
    InboxItem,
    InboxState,
    Invitation,
    ListView,
    Notice,
    OfferedText,
    Person,
    Role,
    Seat,
    Standing,
    SuspendedAccount,
    Visitor,
)
from storage.register import OPEN_ENDED, RULES, RuleName
from tests.conftest import START
from tests.desk.test_forecast import until
from tests.harness import stock
from tests.harness.stock import BOB, CAMILLE, HELENA, MARC, NIAMH, rows, texts_of

pytestmark = pytest.mark.anyio

SPANS = network().retention
INSTANT = timedelta(seconds=1)


def run(database, now):
    return desk.forget_now(database, network(), now=now)


def overdue(database, rule, now):
    with database.reading() as session:
        return retention.overdue(session, SPANS, now=now)[rule]


def put(database, *made):
    with database.transaction() as session:
        for each in made:
            session.add(each)


def just_before_and_at(database, rule, span, count=1):
    """Check that rows of START stay until the span is over, and go then; nothing else does."""
    end = START + span
    assert overdue(database, rule, end - INSTANT) == []
    assert run(database, end - INSTANT).get(rule) is None
    assert len(overdue(database, rule, end)) == count
    with database.reading() as session:
        assert retention.count(session, SPANS, now=end)[rule] == count
    assert run(database, end)[rule] == count
    assert overdue(database, rule, end) == []


def item(number, lane, state=InboxState.DONE):
    return InboxItem(update_id=number, lane=lane, state=state, received_at=START, handled_at=START)


def test_what_strangers_send_goes_after_two_days_and_members_rows_after_fourteen(database):
    with database.transaction() as session:
        stock.admit(session, BOB, 11, now=START)
    put(database, item(1, 11), item(2, 99), item(3, 98, InboxState.NEW))
    put(database, Visitor(telegram_id=99, language="fr", chosen_at=START))
    just_before_and_at(database, RuleName.STRANGERS, timedelta(days=2), count=2)
    assert [row.update_id for row in rows(database, InboxItem)] == [1, 3]
    assert rows(database, Visitor) == []
    just_before_and_at(database, RuleName.INBOX, timedelta(days=14))
    assert [row.update_id for row in rows(database, InboxItem)] == [3]


def test_invitations_go_thirty_days_after_use_or_expiry(database):
    with database.transaction() as session:
        bob = stock.admit(session, BOB, 11, now=START)
        service.invite(
            session, Role.OBSERVER, None, by=bob.id, now=START, valid_for=timedelta(days=7)
        )
    just_before_and_at(database, RuleName.INVITATIONS, timedelta(days=30))
    assert [row.used_at for row in rows(database, Invitation)] == [None]
    assert run(database, START + timedelta(days=37) - INSTANT) == {}
    assert run(database, START + timedelta(days=37))[RuleName.INVITATIONS] == 1
    assert rows(database, Invitation) == []


@pytest.mark.parametrize("decided", [True, False])
def test_applicants_go_with_account_name_reason_and_forms_after_six_months(database, decided):
    with database.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=START - timedelta(days=90))
        registration = service.Registration(77_777_777, "Tommaso", "en", ("MT-KAM",), START)
        tom = service.apply(session, registration, now=START)
        if decided:
            service.decline(session, tom.id, "no such official", by=helena, now=START)
        times = {"created_at": START, "updated_at": START}
        session.add(Form(telegram_id=77_777_777, kind="registration", answers={}, **times))
        session.add(Form(telegram_id=1, kind="decline", subject_id=tom.id, answers={}, **times))
        tom_id = tom.id
        for row in session.exec(select(Delivery)):
            row.state = DeliveryState.SENT
    just_before_and_at(database, RuleName.APPLICANTS, timedelta(days=182))
    assert [person.name for person in rows(database, Person)] == ["Helena"]
    assert [seat.person_id for seat in rows(database, Seat)] == [1]
    assert [form.telegram_id for form in rows(database, Form)] == [1]
    said = "".join(map(str, [*rows(database, AuditEntry), *rows(database, Delivery)]))
    assert "Tommaso" not in said
    assert "77777777" not in said
    assert f"person:{tom_id}" not in said
    told = [row for row in rows(database, DeliveryCount) if row.kind == "declined"]
    assert sum(row.count for row in told) == decided


def test_somebody_who_applies_again_begins_anew(database):
    with database.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=START)
        registration = service.Registration(7, "Tom", "en", ("MT-KAM",), START)
        tom = service.apply(session, registration, now=START)
        service.decline(session, tom.id, None, by=helena, now=START)
        later = START + timedelta(days=100)
        again = service.Registration(7, "Tom", "en", ("MT-KAM",), later)
        service.apply(session, again, now=later)
    assert overdue(database, RuleName.APPLICANTS, START + timedelta(days=183)) == []
    assert len(overdue(database, RuleName.APPLICANTS, later + timedelta(days=183))) == 1


def test_acts_lose_their_names_after_twelve_months_and_stay(database):
    with database.transaction() as session:
        audit.record(session, "meeting.moved", by=None, now=START, subject="meeting:1", a="Bob")
        audit.record(session, "backup", by=None, now=START, user="root")
        audit.record(session, "fault", by=None, now=START + INSTANT, subject="fault:x")
    just_before_and_at(database, RuleName.ACTS, timedelta(days=365), count=2)
    kept = sorted(
        (act.at, act.act, act.by, act.subject, str(act.detail))
        for act in rows(database, AuditEntry)
    )
    assert [act[1:] for act in kept] == [
        ("backup", None, None, "{}"),
        ("meeting.moved", None, None, "{}"),
        ("fault", None, "fault:x", "{}"),
    ]


def sent(database, at=START):
    """Announce a meeting to three people, two of whom got the notice; return the notice's id."""
    with database.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=at)
        stock.admit(session, BOB, 2, now=at)
        stock.admit(session, CAMILLE, 3, now=at)
        stock.announce(session, helena, now=at)
        for row in session.exec(select(Delivery)):
            reached = row.person_id != 3
            row.state = DeliveryState.SENT if reached else DeliveryState.UNREACHABLE
            row.was_unknown = row.person_id == 2
            row.sent_at = at if reached else None
            row.next_try_at = row.due_at = at
        return session.exec(select(Notice)).one().id


def test_deliveries_become_counts_and_the_card_stays_true(database):
    notice_id = sent(database)
    with database.transaction() as session:
        notice = session.get_one(Notice, notice_id)
        before = deliveries.notice_counts(session, notice_id)
        kinds = deliveries.counts_by_state_and_kind(session)
        unreached = broadcast_card.unreached_chambers(session, notice)
        bob = session.get_one(Person, 2)
        for seat in session.exec(select(Seat).where(Seat.person_id == bob.id)):
            seat.until = START + timedelta(days=300)  # he holds it no more, but did then
    total = sum(kinds.values())
    assert before == {DeliveryState.SENT: 2, DeliveryState.UNREACHABLE: 1}
    just_before_and_at(database, RuleName.DELIVERIES, timedelta(days=365), count=total)
    assert rows(database, Delivery) == []
    with database.reading() as session:
        notice = session.get_one(Notice, notice_id)
        assert deliveries.notice_counts(session, notice_id) == before
        assert deliveries.counts_by_state_and_kind(session) == kinds
        assert broadcast_card.unreached_chambers(session, notice) == unreached
        assert counts.doubtful_of_notice(session, notice_id) == 1
        text, _ = broadcast_card.final_card(session, notice, Texts("en"))
        assert "2" in text
        assert "3" in text
        assert "no longer kept" in text
        assert "one did not arrive" in text
        assert "Camille" not in text
        tables = export.tables(session, meetings=[], updates=[], links={})
        assert sum(row["count"] for row in tables["deliveries"]) == total


def test_counts_are_added_to_from_run_to_run(database):
    notice_id = sent(database)
    for at in (START + timedelta(days=365), START + timedelta(days=900)):
        run(database, at)
        with database.transaction() as session:
            row = {"key": f"k{at}", "person_id": 2, "kind": "notice", "notice_id": notice_id}
            deliveries.plan(session, [row | {"due_at": START}], now=START)
            for each in session.exec(select(Delivery)):
                each.state, each.sent_at = DeliveryState.SENT, START
    run(database, START + timedelta(days=901))
    with database.reading() as session:
        assert deliveries.notice_counts(session, notice_id)[DeliveryState.SENT] == 4
    found = [(c.notice_id, c.kind, c.state, c.doubtful) for c in rows(database, DeliveryCount)]
    assert len(set(found)) == len(found)


def test_deliveries_that_wait_or_are_of_a_meeting_to_come_stay(database):
    with database.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=START)
        stock.announce(session, helena, now=START, starts_at=START + timedelta(days=500))
        about_it = select(Delivery).where(Delivery.meeting_id == 1)
        for row in session.exec(select(Delivery)):
            row.state, row.sent_at = DeliveryState.SENT, START
            row.next_try_at = row.due_at = START
        of_meeting = len(session.exec(about_it).all())
        row = {"key": "waits", "person_id": 1, "kind": "welcome", "due_at": START}
        deliveries.plan(session, [row], now=START)
    run(database, START + timedelta(days=499))
    left = rows(database, Delivery)
    assert len(left) == of_meeting + 1
    assert [row.key for row in left if row.state not in FINAL] == ["waits"]
    run(database, START + timedelta(days=501))
    assert [row.key for row in rows(database, Delivery)] == ["waits"]


def test_lists_offers_hashes_and_the_list_of_erasures_go(database):
    secret = {"salt": "00", "digest": "00"}
    put(
        database,
        ListView(telegram_id=5, filter="p=ME", shown_at=START),
        OfferedText(telegram_id=5, text="a visit", offered_at=START),
        SuspendedAccount(left_at=START, **secret),
        Erasure(at=START, wiped_at=START, **secret),
    )
    just_before_and_at(database, RuleName.LISTS, timedelta(days=1))
    just_before_and_at(database, RuleName.SUSPENDED, timedelta(days=365))
    just_before_and_at(database, RuleName.ERASURES, timedelta(days=730))
    assert rows(database, OfferedText) == []


def test_rules_that_others_carry_out_say_what_is_overdue_too(database):
    times = {"created_at": START, "updated_at": START}
    put(database, Form(telegram_id=5, kind="registration", answers={}, **times))
    put(
        database,
        InboxItem(update_id=1, lane=5, state=InboxState.DONE, payload="x", received_at=START),
    )
    at = START + timedelta(days=30)
    assert overdue(database, RuleName.DRAFTS, at - INSTANT) == []
    assert overdue(database, RuleName.DRAFTS, at) == [("form", 1)]
    assert overdue(database, RuleName.MESSAGES, START) == [("inbox", 1)]


def test_a_run_over_many_rows_goes_in_blocks_and_says_what_it_did(database):
    many = retention.AT_ONCE * 2 + 7
    put(database, *(item(number, 99) for number in range(1, many + 1)))
    with database.transaction() as session:
        ended = retention.end_some(
            session, SPANS, RuleName.STRANGERS, now=START + timedelta(days=3)
        )
        assert ended == retention.AT_ONCE
    done = run(database, START + timedelta(days=3))
    assert done == {RuleName.STRANGERS: many - retention.AT_ONCE}
    with database.reading() as session:
        assert retention.done_since(session, START) == done
        assert retention.done_since(session, START + timedelta(days=4)) == {}


def test_an_erased_person_is_found_if_anything_came_back(database):
    with database.transaction() as session:
        stock.admit(session, HELENA, 1, now=START)
        bob = stock.admit(session, BOB, 2, now=START)
        bob.standing = Standing.DEPARTED
        session.add(bob)
    assert overdue(database, RuleName.MEMBERS, START) == [("person", 2)]


# --- members who are silent ------------------------------------------------------------------


def standing_of(database, name):
    return next((p.standing for p in rows(database, Person) if p.name == name), None)


def look_after(database, now):
    with database.transaction() as session:
        asked = silence.ask(session, network(), now=now)
    with database.transaction() as session:
        return asked, silence.remove(session, network(), now=now)


def test_silent_members_are_asked_at_23_months_and_removed_at_24(database):
    with database.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=START)
        stock.admit(session, BOB, 2, now=START)
        helena.last_seen_at = START + months(22)
    asked_at, removed_at = START + months(23), START + months(24)
    assert look_after(database, asked_at - INSTANT) == (0, 0)
    assert look_after(database, asked_at) == (1, 0)
    assert look_after(database, asked_at + timedelta(days=1)) == (0, 0)
    with database.reading() as session:
        question = session.exec(select(Delivery).where(Delivery.kind == "silent")).one()
        assert question.person_id == 2
        assert asked_at <= question.due_at <= asked_at + timedelta(days=4)
    assert look_after(database, removed_at - INSTANT) == (0, 0)
    assert overdue(database, RuleName.MEMBERS, removed_at) == [("person", 2)]
    assert look_after(database, removed_at) == (0, 1)
    assert standing_of(database, "Bob") is None
    assert overdue(database, RuleName.MEMBERS, removed_at) == []
    told = [row for row in rows(database, Delivery) if row.kind == "left"]
    assert [(row.person_id, row.about["why"]) for row in told] == [(1, "silent")]


def test_a_sign_of_life_takes_the_question_back(database):
    with database.transaction() as session:
        stock.admit(session, HELENA, 1, now=START + months(20))
        stock.admit(session, BOB, 2, now=START)
    look_after(database, START + months(23))
    with database.transaction() as session:
        bob = session.get_one(Person, 2)
        service.seen(session, bob, now=START + months(23), renewed=())
        assert bob.asked_to_stay_at is None
    assert look_after(database, START + months(25)) == (0, 0)
    assert standing_of(database, "Bob") is Standing.ACTIVE


def test_nobody_is_removed_who_was_not_asked_a_month_before(database):
    """The bot may have been off for years, or come with this rule to people long silent."""
    with database.transaction() as session:
        stock.admit(session, HELENA, 1, now=START + months(40))
        stock.admit(session, BOB, 2, now=START)
    late = START + months(50)
    assert look_after(database, late) == (1, 0)
    time_to_answer = SPANS.silent_removed_after - SPANS.silent_asked_after
    with database.reading() as session:
        bob = session.get_one(Person, 2)
        assert silence.ends_at(bob, network()) == late + time_to_answer
    assert look_after(database, late + time_to_answer - INSTANT) == (0, 0)
    assert look_after(database, late + time_to_answer) == (0, 1)


def test_one_coordinator_always_stays_and_who_is_suspended_goes_unasked(database):
    with database.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=START)
        stock.admit(session, MARC, 2, now=START + timedelta(days=1))
        niamh = stock.admit(session, NIAMH, 3, now=START)
        membership.suspend(session, niamh, by=helena, now=START + timedelta(days=2))
    assert look_after(database, START + months(23) + timedelta(days=2)) == (2, 0)
    assert look_after(database, START + months(26)) == (0, 2)
    assert standing_of(database, "Niamh") is None
    assert standing_of(database, "Helena") is None
    assert standing_of(database, "Marc") is Standing.ACTIVE
    assert overdue(database, RuleName.MEMBERS, START + months(90)) == []
    assert look_after(database, START + months(90)) == (0, 0)
    assert len(rows(database, SuspendedAccount)) == 1


async def test_keep_me_is_one_tap_and_every_way_in_is_a_sign_of_life(harness):
    helena, bob = await harness.joins(HELENA), await harness.joins(BOB)
    group = harness.world.group("Network", [bob])
    await harness.settle()
    harness.clock.advance(months(23))
    await harness.say(helena, "/help")
    await harness.run.jobs.run("ask_silent")
    await until(harness, harness.clock.now() + timedelta(days=4))
    await harness.settle()
    asked = await bob.receives("Would you like to stay a member")
    assert asked.labels == ["Keep me"]
    assert not texts_of(helena, "Would you like to stay")
    assert rows(harness, Person)[1].asked_to_stay_at is not None
    await harness.press(bob, "Keep me", asked)
    assert "you remain a member" in asked.text
    assert rows(harness, Person)[1].asked_to_stay_at is None
    ways = (
        lambda: bob.send("/help"),
        lambda: bob.send("hello"),
        lambda: bob.edit(bob.send("hello"), "hello again"),
        lambda: bob.say_in(group, "/meetings"),
    )
    for way in ways:
        harness.clock.advance(timedelta(days=40))
        with harness.database.transaction() as session:
            row = session.get_one(Person, 2)
            row.asked_to_stay_at = harness.clock.now()
        way()
        await harness.settle()
        row = rows(harness, Person)[1]
        assert row.last_seen_at == harness.clock.now()
        assert row.asked_to_stay_at is None


async def test_coordinators_see_what_will_go_and_what_went(harness):
    helena, camille = await harness.joins(HELENA), await harness.joins(CAMILLE)
    await harness.settle()
    put(harness.database, *(item(number, 99) for number in range(900_001, 900_004)))
    said = await harness.say(helena, "/retention")
    assert "To go within 30 days" in said.text
    assert "messages from people not registered (without their text): 3" in said.text
    assert "Last run" not in said.text
    harness.clock.advance(timedelta(days=3))
    await harness.run.jobs.run("forget")
    said = await harness.say(helena, "/retention")
    gone = said.text.partition("Gone in the last 30 days")[2]
    assert "messages from people not registered (without their text): 3" in gone
    assert "Last run" in gone
    assert "coordination" in (await harness.say(camille, "/retention")).text


def test_the_command_line_shows_before_and_does_the_same(database):
    with database.transaction() as session:
        stock.admit(session, HELENA, 1, now=START + months(20))
        stock.admit(session, BOB, 2, now=START)
    put(database, *(item(number, 99) for number in range(1, 4)))
    now = START + months(23)
    before = list(retaining.overview(database, network(), now=now))
    assert "  messages from people not registered (without their text): 3" in before
    assert len(rows(database, InboxItem)) == 3
    done = list(retaining.run(database, network(), now=now))
    assert "  messages from people not registered (without their text): 3" in done
    assert "  asked whether they stay: 1" in done
    assert rows(database, InboxItem) == []
    assert "  nothing" in list(retaining.run(database, network(), now=now))


def test_nothing_is_overdue_after_a_run_whatever_the_rule(database):
    sent(database)
    put(database, item(1, 99), item(2, 2), Visitor(telegram_id=9, language="fr", chosen_at=START))
    at = START + timedelta(days=1200)
    run(database, at)
    with database.reading() as session:
        found = retention.overdue(session, SPANS, now=at)
        assert set(found) == set(RuleName)
        ends = {rule for rule in RULES if RULES[rule].span not in OPEN_ENDED}
        assert [rule for rule in ends if found[rule]] == []
        assert len(session.exec(select(Audience)).all()) == 3
