"""What the scheduler and what wakes the sender do by themselves: nothing is drained by hand here.

The other tests settle the harness, which sends whatever is due. These only wait for what has to
come, and one half of them lets the scheduler's ticks rest, so that only a wake-up can have sent it.
"""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.outbox import enqueue
from bot.practice.clock import WorldClock
from bot.standin.faults import Fault
from storage import marks
from storage import people as stored_people
from storage.models import Delivery, DeliveryState, Form, InboxItem, Notice
from tests.harness.network import card, open_harness
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA, eventually, rows, texts_of

pytestmark = pytest.mark.anyio

WEEK_BEFORE = datetime(2027, 3, 4, 9, tzinfo=UTC)
"""Nine o'clock in Dublin, a week before the meeting that is announced."""

SUNDAY = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
async def awake(harness):
    """A coordinator and a member who have got their welcome; the sender no longer ticks."""
    helena, bob = await harness.joins(HELENA), await harness.joins(BOB)
    await helena.receives("Welcome")
    await bob.receives("Welcome")
    await eventually(
        lambda: (
            {row.state for row in rows(harness, Delivery)} == {DeliveryState.SENT}
            and not harness.run.worker.tasks
        )
    )
    harness.stop_ticking("deliver")
    return helena, bob


def plan(harness, account, key, *, after=timedelta()):
    """Plan a message as a job does, which wakes nobody."""
    with harness.database.transaction() as session:
        person = stored_people.by_telegram_id(session, account)
        enqueue.tell(session, person, "draft_ended", key=key, now=harness.clock.now(), after=after)


async def test_the_sender_rests_where_nothing_wakes_it(harness, awake):
    """The others would prove nothing if a row went out here."""
    _, bob = awake
    plan(harness, bob.id, "one")
    await harness.say(bob, "/help")
    assert [row.state for row in rows(harness, Delivery) if row.key == "one"] == [
        DeliveryState.PLANNED
    ]
    harness.run.runtime.wake_delivery.set()
    await eventually(lambda: {row.state for row in rows(harness, Delivery)} <= {DeliveryState.SENT})


async def test_what_wakes_the_sender_as_it_ends_is_not_lost(harness, awake):
    """A run that has looked for the last time and has not returned yet stands for the sender."""
    _, bob = awake
    await eventually(lambda: harness.run.jobs.running["deliver"].done())
    ended = asyncio.Event()
    harness.run.jobs.running["deliver"] = asyncio.create_task(ended.wait())
    plan(harness, bob.id, "one")
    harness.run.runtime.wake_delivery.set()
    await eventually(lambda: not harness.run.runtime.wake_delivery.is_set())
    ended.set()
    await eventually(lambda: {row.state for row in rows(harness, Delivery)} <= {DeliveryState.SENT})


async def test_announcing_moving_and_cancelling_wake_the_sender(harness, awake):
    helena, bob = awake
    await announce(harness, helena)
    await bob.receives("You are invited")
    await harness.say(helena, "/meetings")
    await harness.press(helena, "Move")
    await harness.say(helena, "1 April 2027 10:00-12:00")
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "Save the change")
    await bob.receives("The meeting has been moved")
    await harness.say(helena, "/meetings")
    await harness.press(helena, "Cancel the meeting")
    await harness.press(helena, "Skip")
    await harness.press(helena, "Cancel and tell everybody")
    await bob.receives("Cancelled:")


async def test_a_registration_and_what_is_decided_about_it_wake_the_sender(harness, awake):
    helena, _ = awake
    for name, label in (("Alice", "Approve"), ("Carol", "Decline")):
        newcomer = harness.world.person(name)
        await harness.say(newcomer, "/register")
        await harness.press(newcomer, "English")
        await harness.say(newcomer, "yes", "Suomi", name, "skip", "skip")
        await harness.press(newcomer, "Send my registration")
        await helena.receives(name)
        await harness.press(helena, label)
        if label == "Decline":
            await harness.press(helena, "Skip")
        await newcomer.receives("Welcome" if label == "Approve" else "was declined")


async def test_a_new_role_and_a_farewell_wake_the_sender(harness, awake):
    helena, bob = awake
    before = len(bob.received)
    await harness.say(helena, "/people")
    await harness.press(helena, "Bob")
    await harness.press(helena, "Make")
    await harness.press(helena, card(helena).labels[0])
    await harness.world.until(lambda: "Welcome" in "".join(m.text for m in bob.received[before:]))
    await harness.say(bob, "/forget")
    await harness.press(bob, "Yes, erase my data")
    await helena.receives("has left")


async def test_what_telegram_refused_is_told_without_a_tick(harness, awake):
    helena, bob = awake
    harness.world.faults.plan("sendMessage", Fault.REFUSED)
    plan(harness, bob.id, "one")
    harness.run.runtime.wake_delivery.set()
    await helena.receives("Telegram refused a message to Bob")


async def test_what_is_due_within_the_next_tick_is_not_left_to_it(sqlite):
    async with open_harness(sqlite, WorldClock()) as harness:
        bob = await harness.joins(BOB)
        await bob.receives("Welcome")
        harness.stop_ticking("deliver")
        plan(harness, bob.id, "one")
        plan(harness, bob.id, "two", after=timedelta(seconds=0.5))
        harness.run.runtime.wake_delivery.set()
        await eventually(
            lambda: {row.state for row in rows(harness, Delivery)} == {DeliveryState.SENT}, 10
        )
        one, two = (
            next(row for row in rows(harness, Delivery) if row.key == key) for key in ("one", "two")
        )
        assert two.sent_at - one.sent_at < timedelta(seconds=5)
        assert two.sent_at >= two.due_at


async def test_the_tick_sends_what_nobody_woke_it_for(harness):
    bob = await harness.joins(BOB)
    await bob.receives("Welcome")
    plan(harness, bob.id, "one")
    await eventually(lambda: {row.state for row in rows(harness, Delivery)} == {DeliveryState.SENT})


async def test_a_reminder_comes_by_the_clock_alone(harness):
    helena, bob = await harness.joins(HELENA), await harness.joins(BOB)
    await announce(harness, helena)
    await bob.receives("You are invited")
    harness.clock.set(WEEK_BEFORE - timedelta(seconds=1))
    await eventually(  # what was due until then is too late by now
        lambda: any(row.state is DeliveryState.TOO_LATE for row in rows(harness, Delivery))
    )
    assert texts_of(bob, "by the chambers so far") == []
    harness.clock.set(WEEK_BEFORE)
    reminder = await bob.receives("by the chambers so far")
    assert reminder.at == WEEK_BEFORE


async def test_the_card_of_a_broadcast_is_brought_up_to_date(harness):
    helena = await harness.joins(HELENA)
    await harness.joins(BOB)
    await announce(harness, helena)
    done = await helena.receives("Done.")
    assert "2" in done.text
    await eventually(lambda: all(notice.finished_at for notice in rows(harness, Notice)))


async def test_drafts_are_offered_and_ended_when_their_time_has_come(harness):
    bob = await harness.joins(BOB)
    await bob.receives("Welcome")
    await harness.say(bob, "/update", "Ask me question by question", "A forgotten visit")
    harness.clock.advance(timedelta(days=1, hours=1))
    harness.tick("look_after_drafts")
    offered = await bob.receives("is waiting. Would you like to continue?")
    assert "A forgotten visit" in offered.text
    harness.clock.advance(timedelta(days=31))
    harness.tick("look_after_drafts")
    await bob.receives("has been deleted")
    assert rows(harness, Form) == []


async def test_jobs_that_nobody_sees_are_done_as_well(harness):
    bob = await harness.joins(BOB)
    await harness.say(bob, "/help")
    assert rows(harness, InboxItem)
    harness.clock.advance(timedelta(days=15))
    harness.tick("forget")
    await eventually(lambda: rows(harness, InboxItem) == [])
    harness.tick("note_alive")

    def alive():
        with harness.database.reading() as session:
            return marks.get(session, "alive").at == harness.clock.now()

    await eventually(alive)


async def test_the_weekly_note_comes_to_coordinators(harness):
    helena, bob = await harness.joins(HELENA), await harness.joins(BOB)
    await helena.receives("Welcome")
    harness.clock.set(SUNDAY)
    harness.tick("tell_health")
    await eventually(lambda: any(row.kind == "health" for row in rows(harness, Delivery)))
    harness.clock.advance(timedelta(days=1))
    await eventually(
        lambda: any(row.kind == "health" and row.sent_at for row in rows(harness, Delivery))
    )
    assert {row.person_id for row in rows(harness, Delivery) if row.kind == "health"} == {1}
    assert len(bob.received) == 1
