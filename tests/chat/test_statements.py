"""What each usual step asks of the database: how many statements, whatever there is in it.

Counted is the transaction that carries an update out, from the look at the inbox to the stored
answer: on SQLite nobody else writes meanwhile. Whoever has not written for a minute costs one more,
which says that they were seen; the bounds hold it.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.updates import report
from bot.updates.fields import UPDATE_FIELDS
from config.reference import reference
from storage import updates
from storage.models import (
    Delivery,
    DeliveryState,
    Form,
    Project,
    ProjectUpdate,
    Role,
    UpdatePartner,
    UpdateState,
    UpdateTheme,
)
from storage.models import Person as Row
from tests.desk.test_forecast import announce
from tests.statements import statements_of

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio]

CHAMBERS = [chamber.id for chamber in reference().chambers]
MEETING = date(2027, 3, 11)
TEXT = "We received a delegation of the parliament of Montenegro on 2 and 3 March 2027 on security"

BOUNDS = {
    "an answer to a meeting": 12,
    "another answer": 11,
    "the same answer again": 7,
    "an answer by a coordinator": 12,
    "/meetings": 6,
    "/meetings of a coordinator": 6,
    "who has answered": 6,
    "a comment begun": 8,
    "a comment typed": 12,
    "/projects": 9,
    "another page": 9,
    "a list narrowed": 12,
    "/who": 5,
    "/board": 10,
    "/people": 6,
    "/log": 14,
    "/settings": 3,
    "/help": 3,
    "an unprompted text": 8,
    "an offer declined": 5,
    "/update": 11,
    "a form's text typed": 8,
    "a form's button": 9,
    "a date typed": 6,
    "an update opened to be changed": 11,
    "an update changed": 20,
    "an update submitted": 23,
    "nothing to report": 12,
}
"""At most so many statements.

Of those of /log half seal what was done since the leader last did, a few seconds ago: seldom any.
"""
LOCKS = 1
"""What PostgreSQL takes besides for each step: whoever acts is held as they are."""
MORE_LOCKS = {
    "an answer to a meeting": 1,
    "another answer": 1,
    "the same answer again": 1,
    "an answer by a coordinator": 1,
    "an update changed": 2,
    "an update submitted": 2,
    "nothing to report": 1,
    "/log": 1,
}
"""Where it holds more: the meeting that must not be moved, the update, the numbers of a chamber
and of acts."""


async def settled(harness, members):
    """Let a coordinator, Bob and *members* of other chambers in; return the first two."""
    helena = await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await harness.member("Bob", chamber="IE-DAI")
    others = [chamber for chamber in CHAMBERS if chamber not in ("EU-EP", "IE-DAI")]
    for number in range(members):
        await harness.member(f"Member {number}", chamber=others[number % len(others)])
    await harness.settle()
    return helena, bob


def archive(database, count, *, year=2026):
    """Store *count* activities of other chambers, with one partner and theme, in two months."""
    others = [chamber for chamber in CHAMBERS if chamber != "IE-DAI"]
    at = datetime(year, 6, 1, tzinfo=UTC)
    with database.transaction() as session:
        project = Project(chamber_id="FR-SEN", programme="taiex", partners=["ME"], created_at=at)
        session.add(project)
        session.flush()
        stored = [
            ProjectUpdate(
                ref=f"{year}-X-{number:04}",
                project_id=project.id,
                chamber_id=others[number % len(others)],
                title=f"Activity {number}",
                kind="workshop",
                programme="taiex",
                role="host",
                status="completed",
                start=date(year, 3 + number % 2, 2),
                start_precision="day",
                end=date(year, 3 + number % 2, 3),
                end_precision="day",
                format="online",
                summary="What it is.",
                summary_language="en",
                sharing="members",
                state=UpdateState.SUBMITTED,
                created_at=at,
                updated_at=at,
            )
            for number in range(count)
        ]
        session.add_all(stored)
        session.flush()
        session.add_all(UpdatePartner(update_id=one.id, code="ME") for one in stored)
        session.add_all(UpdateTheme(update_id=one.id, code="security") for one in stored)


def draft(harness, person, title):
    """Leave a person a draft in which everything is answered, like what others reported."""
    with harness.database.transaction() as session:
        like = session.exec(select(ProjectUpdate)).first()
        codes = updates.codes_of(session, UPDATE_FIELDS.links, like.id)
        answers = UPDATE_FIELDS.answers(like, codes) | {"chamber": "IE-DAI", "title": title}
        at = harness.clock.now()
        session.add(
            Form(
                telegram_id=person.id,
                kind=report.KIND,
                answers=answers,
                skipped=UPDATE_FIELDS.left_open(answers),
                created_at=at,
                updated_at=at,
            )
        )


async def test_each_usual_step_asks_no_more_than_is_written(any_harness):
    harness, found = any_harness, {}
    helena, bob = await settled(harness, 38)
    archive(harness.database, 30)
    announce(harness, "Spring", MEETING, reply_day=date(2027, 2, 25))
    await harness.settle()
    notice, hers = [await who.receives("You are invited") for who in (bob, helena)]
    with statements_of(harness.database) as counted:

        async def step(name, doing):
            harness.clock.advance(timedelta(minutes=2))  # so that each has to be seen again
            counted.clear()
            await doing
            asked = counted.carrying_out
            assert asked, name
            found[name] = max(found.get(name, 0), len(asked))

        await step("an answer to a meeting", harness.press(bob, "Online", notice))
        await step("another answer", harness.press(bob, "In person", notice))
        await step("the same answer again", harness.press(bob, "In person", notice))
        await step("an answer by a coordinator", harness.press(helena, "Online", hers))
        await step("/meetings", harness.say(bob, "/meetings"))
        await step("/meetings of a coordinator", harness.say(helena, "/meetings"))
        await step("who has answered", harness.press(helena, "Who has answered"))
        await step("a comment begun", harness.press(bob, "Add a comment", notice))
        await step("a comment typed", harness.say(bob, "from Dublin"))
        await step("/projects", harness.say(bob, "/projects"))
        await step("another page", harness.press(bob, "Earlier ›"))
        await step("a list narrowed", harness.say(bob, "Montenegro"))
        await step("/who", harness.say(bob, "/who Montenegro"))
        for command in ("/board", "/people", "/log"):
            await step(command, harness.say(helena, command))
        for command in ("/settings", "/help"):
            await step(command, harness.say(bob, command))
        await step("an unprompted text", harness.say(bob, TEXT))
        await step("an offer declined", harness.press(bob, "No"))
        await step("/update", harness.say(bob, "/update"))
        await step("a form's text typed", harness.say(bob, "Study visit on cybersecurity"))
        for label in ("Montenegro", "Done", "Security", "Yes, that is right", "TAIEX"):
            await step("a form's button", harness.press(bob, label))
        await step("a date typed", harness.say(bob, "2 and 3 November 2026"))
        for label in ("Yes, that is right", "Online"):
            await step("a form's button", harness.press(bob, label))
        await step("a form's text typed", harness.say(bob, "A committee visited us."))
        await step("an update submitted", harness.press(bob, "Submit"))
        await step("an update opened to be changed", harness.press(bob, "Change"))
        await step("a form's button", harness.press(bob, "Title"))
        await step("a form's text typed", harness.say(bob, "Another title"))
        await step("an update changed", harness.press(bob, "Submit"))
        call = await called_for_updates(harness)
        await step(
            "nothing to report", harness.press(call.person, "Nothing to report", call.message)
        )
    assert set(found) == set(BOUNDS)
    locks = dict.fromkeys(BOUNDS, 0)
    if not harness.database.is_sqlite:
        locks = {name: LOCKS + MORE_LOCKS.get(name, 0) for name in BOUNDS}
    over = {name: n for name, n in found.items() if n > BOUNDS[name] + locks[name]}
    assert not over


class Called:
    """Somebody who has got the call for updates."""

    def __init__(self, person, message):
        self.person = person
        self.message = message


async def called_for_updates(harness):
    """Let the hour of every call for updates come; return who got the last of those calls."""
    with harness.database.reading() as session:
        # Calls for chambers that have reported are dropped by now, and due at the same instant.
        planned = select(Delivery).where(Delivery.state == DeliveryState.PLANNED)
        rows = session.exec(planned.order_by(Delivery.due_at, Delivery.id)).all()
        call = [row for row in rows if row.about.get("rule") == "call_for_updates"][-1]
        who = session.get_one(Row, call.person_id)
    harness.clock.set(call.due_at)
    await harness.settle()
    person = harness.world.people[who.telegram_id]
    return Called(person, next(m for m in person.received if "Nothing to report" in m.labels))


async def test_submitting_costs_the_same_however_much_is_stored(any_harness):
    harness = any_harness
    _, bob = await settled(harness, 10)
    announce(harness, "Spring", MEETING, reply_day=date(2027, 2, 25))
    await harness.settle()
    archive(harness.database, 5)
    costs = []
    with statements_of(harness.database) as counted:
        for more in (0, 595):
            archive(harness.database, more, year=2025)
            # Both are reported by a chamber that has reported: the reminders stay as they are.
            for number in range(2):
                draft(harness, bob, f"Draft {more}-{number}")
                await harness.say(bob, "/update")
                await harness.press(bob, "Continue")
                counted.clear()
                await harness.press(bob, "Submit")
            assert "with Montenegro" in bob.last.text
            cost = {"submit": len(counted.carrying_out)}
            for command in ("/projects", "/who Montenegro"):
                harness.clock.advance(timedelta(minutes=2))
                counted.clear()
                await harness.say(bob, command)
                cost[command] = len(counted.carrying_out)
            costs.append(cost)
    with harness.database.reading() as session:
        assert updates.count(session, updates.Filter()) == 604
    assert costs[0] == costs[1]


@pytest.mark.parametrize("members", [8, 38])
async def test_a_message_costs_the_same_however_many_get_one(any_harness, members):
    harness = any_harness
    await settled(harness, members)
    with statements_of(harness.database) as counted:
        announce(harness, "Spring", MEETING, reply_day=date(2027, 2, 25))
        await harness.settle()
        notices = by_part(counted)
        counted.clear()
        await called_for_updates(harness)
        reminders = by_part(counted)
    with harness.database.reading() as session:
        sent = session.exec(select(Delivery).where(Delivery.state == DeliveryState.SENT)).all()
    for parts, rows in (
        (notices, [row for row in sent if row.kind == "notice"]),
        (reminders, [row for row in sent if row.kind == "reminder"]),
    ):
        assert len(rows) >= members
        # Claimed, drawn, settled: a transaction each for each row, of no more statements than that.
        assert [len(parts[part]) for part in ("claim", "settle")] == [len(rows)] * 2
        assert {*parts["claim"], *parts["settle"]} == {1}
        # One more only for a claim that grew old on a machine with too much to do.
        assert len(parts["draw"]) >= len(rows)
        assert max(parts["draw"]) <= 5


def by_part(counted):
    """Return how many statements each claim, each drawing and each settling took."""
    parts = {"claim": [], "draw": [], "settle": []}
    for one in counted.ended:
        if one.has("attempts=(delivery.attempts"):
            parts["claim"].append(len(one.statements))
        elif one.has("message_id=") and one.has("UPDATE delivery"):
            parts["settle"].append(len(one.statements))
        elif one.is_reading and one.has("FROM person") and one.has("FROM meeting"):
            parts["draw"].append(len(one.statements))
    return parts
