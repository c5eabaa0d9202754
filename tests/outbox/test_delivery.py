"""What becomes of a message when Telegram, the network or the process fails: over real HTTP."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.outbox import enqueue, flood_wait, lifecycle
from bot.outbox.rate_limiter import Allowance
from bot.process import app
from bot.standin.faults import Fault
from bot.standin.floods import Limits
from config.network import network
from storage import deliveries, marks, processes
from storage.addresses import chat
from storage.models import Delivery, DeliveryState, Meeting, Notice
from storage.models import Person as Row
from tests.harness.network import QUICK, TOKEN, Harness, open_harness
from tests.harness.steps import announce
from tests.harness.stock import AGAIN, ALICE, BOB, HELENA, eventually, rows, texts_of

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio]


def plan(harness, name, *keys, kind="welcome", **more):
    """Plan messages to somebody, due now."""
    with harness.database.transaction() as session:
        person = session.exec(select(Row).where(Row.name == name)).one()
        for key in keys:
            enqueue.tell(session, person, kind, key=key, now=harness.clock.now(), **more)


async def test_what_was_only_in_a_dead_process_queue_is_simply_sent(any_harness):
    harness = any_harness
    bob = await harness.joins(BOB)
    alice = await harness.joins(ALICE)
    await harness.settle()
    await harness.stop()
    now = harness.clock.now()
    plan(harness, "Bob", "one")
    plan(harness, "Alice", "two")
    with harness.database.transaction() as session:
        reserved = deliveries.reserve(session, by="a dead process", now=now, limit=10)
        assert len(reserved) == 2
        begun = next(r.row_id for r in reserved if r.address == chat(alice.id))
        assert deliveries.begin(session, begun, by="a dead process", now=now) is not None
        assert deliveries.reserve(session, by="another", now=now, limit=10) == []
    before = len(bob.received), len(alice.received)
    await harness.start()
    await harness.settle()
    await harness.wait(timedelta(minutes=1))
    assert [AGAIN in text for text in texts_of(bob)[before[0] :]] == [False]
    assert [AGAIN in text for text in texts_of(alice)[before[1] :]] == [True]


async def test_a_killed_process_that_could_not_sign_off_keeps_nothing(sqlite, clock):
    async with open_harness(sqlite, clock) as harness:
        bob = await harness.member("Bob", chamber="IE-DAI")
        await harness.settle()
        await harness.stop()
        now = clock.now()
        plan(harness, "Bob", "one")
        with sqlite.transaction() as session:
            processes.renew(session, "a killed process", now=now)
            (row,) = deliveries.reserve(session, by="a killed process", now=now, limit=10)
            assert deliveries.begin(session, row.row_id, by="a killed process", now=now)
        before = len(bob.received)
        await harness.start()
        await harness.settle()
        assert [AGAIN in text for text in texts_of(bob)[before:]] == [True]
        with sqlite.reading() as session:
            assert "a killed process" not in processes.alive(session)


async def test_a_process_that_was_only_slow_still_records_what_it_knows(database, clock):
    async with open_harness(database, clock) as harness:
        await harness.joins(BOB)
        await harness.settle()
        await harness.stop()
        plan(harness, "Bob", "one")
        now = clock.now()
        with database.transaction() as session:
            (reserved,) = deliveries.reserve(session, by="slow", now=now, limit=10)
            row = deliveries.begin(session, reserved.row_id, by="slow", now=now)
        assert row is not None
        with database.transaction() as session:
            (orphan,) = deliveries.orphaned(session)
            orphan.state, orphan.claimed_by, orphan.was_unknown = DeliveryState.UNKNOWN, None, True
        with database.transaction() as session:
            assert deliveries.settle(session, row, DeliveryState.SENT, by="slow")
            assert deliveries.reserve(session, by="other", now=now, limit=10) == []
        # Once another process has begun, the slow one has nothing to say any more.
        with database.transaction() as session:
            stored = deliveries.get(session, reserved.row_id)
            stored.state = DeliveryState.UNKNOWN
        with database.transaction() as session:
            deliveries.reserve(session, by="other", now=now, limit=10)
            assert deliveries.begin(session, reserved.row_id, by="other", now=now) is not None
        with database.transaction() as session:
            assert not deliveries.settle(session, row, DeliveryState.SENT, by="slow")


async def test_a_row_that_is_dropped_or_moved_while_it_is_in_a_queue_is_not_sent(any_harness):
    harness = any_harness
    await harness.joins(BOB)
    await harness.settle()
    await harness.stop()
    now = harness.clock.now()
    plan(harness, "Bob", "dropped", "moved")
    with harness.database.transaction() as session:
        first, second = deliveries.reserve(session, by="me", now=now, limit=10)
        assert deliveries.end(session, [first.row_id], DeliveryState.DROPPED, reason="test") == 1
        moved = deliveries.get(session, second.row_id)
        moved.next_try_at = now + timedelta(hours=1)
    with harness.database.transaction() as session:
        assert deliveries.begin(session, first.row_id, by="me", now=now) is None
        assert deliveries.begin(session, second.row_id, by="me", now=now) is None
        assert deliveries.get(session, second.row_id).claimed_by is None
    later = now + timedelta(hours=1)
    with harness.database.transaction() as session:
        assert [r.row_id for r in deliveries.reserve(session, by="me", now=later, limit=9)] == [
            second.row_id
        ]
        assert deliveries.begin(session, second.row_id, by="me", now=later) is not None
        # What is being sent is not dropped under its sender's hands.
        assert deliveries.end(session, [second.row_id], DeliveryState.DROPPED, reason="test") == 0
    with harness.database.transaction() as session:
        deliveries.leave(session, [second.row_id], by="me")
        assert deliveries.get(session, second.row_id).state is DeliveryState.CLAIMED
    with harness.database.transaction() as session:
        deliveries.leave(session, [second.row_id], by="me", unsent=True)
    with harness.database.reading() as session:
        left = deliveries.get(session, second.row_id)
        assert (left.state, left.claimed_by) == (DeliveryState.PLANNED, None)


async def test_a_persons_messages_keep_their_order_when_one_has_to_wait(harness):
    bob = await harness.joins(BOB)
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    before = len(bob.received)
    plan(harness, "Bob", "first")
    harness.clock.advance(timedelta(seconds=1))
    plan(harness, "Bob", "second", kind="declined")  # dropped when it is drawn: Bob is a member
    plan(harness, "Bob", "third", kind="draft_ended", about={"title": "The third"})
    harness.world.faults.plan("sendMessage", Fault.INTERNAL, times=2)
    for _ in range(6):
        await harness.wait(timedelta(minutes=2))
    texts = texts_of(bob)[before:]
    assert len(texts) == 2
    assert "Bob" in texts[0]
    assert "The third" in texts[1]


async def test_of_a_long_message_only_what_is_missing_is_sent_after_a_restart(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    await harness.settle()
    harness.world.faults.plan("sendMessage", Fault.CUT_AFTER, times=0)
    await harness.say(helena, "/announce", "Meeting", "11 March 2027 14:00-17:00")
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "Online")
    await harness.press(helena, "Skip")
    await harness.press(helena, "Skip")
    await harness.say(helena, "An agenda with many points. " * 60)
    await harness.press(helena, "Thu 25 Feb 2027")
    await harness.press(helena, "Preview and recipients")
    helena.press(helena.last, "Send now to 1")
    await harness.world.until(lambda: any(m.document for m in helena.received))
    # The text under the file did not get through: the program stops in between.
    await harness.quiet()
    await harness.settle()
    files = [m for m in helena.received if m.document]
    texts = texts_of(helena, "many points")
    assert len(files) == 1
    assert "many points" not in files[0].text
    assert texts
    (notice,) = [row for row in rows(harness, Delivery) if row.kind == "notice"]
    assert (notice.state, notice.parts_sent) == (DeliveryState.SENT, 1)
    with harness.database.transaction() as session:
        stored = deliveries.get(session, notice.id)
        stored.state, stored.was_unknown = DeliveryState.UNKNOWN, True
        stored.next_try_at = harness.clock.now()
    before = len(helena.received)
    await harness.restart()
    await harness.settle()
    again = helena.received[before:]
    assert [bool(m.document) for m in again] == [False]
    assert again[0].text.startswith(AGAIN)
    assert "many points" in again[0].text
    assert again[0].buttons


async def test_who_sent_a_broadcast_learns_that_telegram_refused_it(harness):
    helena = await harness.joins(HELENA)
    await harness.joins(BOB)
    await harness.member("Carol", chamber="IE-DAI")
    await harness.settle()
    harness.world.faults.plan("sendDocument", Fault.REFUSED, times=3)
    await announce(harness, helena)
    await harness.settle()
    notices = [row for row in rows(harness, Delivery) if row.kind == "notice"]
    assert {row.state for row in notices} == {DeliveryState.FAILED}
    (told,) = texts_of(helena, "Telegram refused your notice")
    assert "Can't parse entities" in told
    assert any(f"number {row.id} " in told for row in notices)
    (done,) = texts_of(helena, "Done.")
    assert "Telegram refused the message" in done
    assert "Bob" in done
    assert rows(harness, Notice)[0].finished_at is not None
    # A message that nobody sent by hand: the coordinators hear of it.
    harness.world.faults.plan("sendMessage", Fault.REFUSED)
    plan(harness, "Bob", "one")
    await harness.settle()
    (told,) = texts_of(helena, "Telegram refused a message to Bob")
    assert harness.run.worker.tasks == set()


async def test_a_group_that_gets_a_new_id_gets_the_message_there(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    await harness.joins(BOB)
    await harness.settle()
    group = harness.world.group("Desk", [helena])
    with harness.database.transaction() as session:
        session.exec(select(Row).where(Row.name == "Bob")).one().telegram_id = group.id
    new = harness.world.upgrade(group)
    harness.world.updates.clear()  # the message finds out before the group says so
    plan(harness, "Bob", "one")
    await harness.settle()
    await harness.wait(timedelta(minutes=1))
    assert len(new.messages) == 1
    with harness.database.reading() as session:
        bob = session.exec(select(Row).where(Row.name == "Bob")).one()
        assert (bob.telegram_id, bob.unreachable_since) == (new.id, None)
    # And a group that says so itself is believed.
    third = harness.world.group("A third desk", [helena])
    with harness.database.transaction() as session:
        session.exec(select(Row).where(Row.name == "Bob")).one().telegram_id = third.id
    newest = harness.world.upgrade(third)
    await harness.quiet()
    with harness.database.reading() as session:
        assert session.exec(select(Row).where(Row.name == "Bob")).one().telegram_id == newest.id


async def followed_by_a_group(harness, helena):
    """Announce a meeting and let its card stand in a group; return the group and the card."""
    await announce(harness, helena)
    await harness.settle()
    group = harness.world.group("Another desk", [helena])
    card = harness.world.new_message(group, from_bot=True, text="…")
    with harness.database.transaction() as session:
        notice = session.exec(select(Notice)).one()
        notice.card_chat_id, notice.card_message_id, notice.card_shown = group.id, card.id, None
        notice.finished_at = None
    return group, card


async def test_the_card_of_a_broadcast_moves_along_with_its_group(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    await harness.joins(BOB)
    group, card = await followed_by_a_group(harness, helena)
    moved = harness.world.upgrade(group)
    moved.messages.append(card)
    for _ in range(3):
        await harness.settle()
    assert rows(harness, Notice)[0].card_chat_id == moved.id
    assert "Done." in card.text


async def test_a_card_that_moves_while_it_is_shown_is_shown_where_it_is_then(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    await harness.joins(BOB)
    harness.run.jobs.scheduler.pause()  # one refresh at a time, as in life
    _group, card = await followed_by_a_group(harness, helena)
    harness.world.faults.plan("editMessageText", Fault.SLOW, seconds=1)
    showing = asyncio.create_task(harness.run.jobs.run("show_progress"))
    await harness.world.until(
        lambda: ("editmessagetext", Fault.SLOW) in harness.world.faults.happened
    )
    other = harness.world.group("A desk of another number", [helena])
    card_there = harness.world.new_message(other, from_bot=True, text="…")
    with harness.database.transaction() as session:
        notice = session.exec(select(Notice)).one()
        notice.card_chat_id, notice.card_message_id = other.id, card_there.id
    await showing
    assert "Done." in card.text
    assert rows(harness, Notice)[0].finished_at is None
    await harness.settle()
    assert "Done." in card_there.text
    assert rows(harness, Notice)[0].finished_at is not None


async def test_a_restart_does_not_forget_what_a_chat_has_just_got(database, clock):
    limits = Limits()
    async with open_harness(database, clock, allowance=Allowance(), limits=limits) as harness:
        bob = await harness.joins(BOB)
        bob.send("/help")
        await harness.quiet()
        for _ in range(limits.chat_burst - 1):
            bob.send("/help")
        await harness.quiet()
        await harness.restart()
        for _ in range(3):
            bob.send("/help")
        await harness.world.until(lambda: len(texts_of(bob)) >= limits.chat_burst + 3)
        assert harness.world.floods.exceeded == []


async def test_what_somebody_missed_comes_when_they_are_back(harness):
    await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    bob.blocked = True
    plan(harness, "Bob", "one", kind="draft_ended", about={"title": "A forgotten draft"})
    plan(
        harness, "Bob", "two", kind="draft_ended", about={"title": "x"}, within=timedelta(minutes=5)
    )
    await harness.settle()
    assert {r.state for r in rows(harness, Delivery) if r.key in {"one", "two"}} == {
        DeliveryState.UNREACHABLE
    }
    bob.blocked = False
    harness.clock.advance(timedelta(minutes=30))
    await harness.say(bob, "/help")
    await harness.settle()
    (message,) = texts_of(bob, "A forgotten draft")
    assert "This message should have reached you on" in message


async def test_a_connection_that_hangs_is_given_up_and_the_message_is_doubtful(sqlite, clock):
    async with open_harness(sqlite, clock) as first:
        bob = await first.joins(BOB)
        await first.settle()
        await first.stop()
        runtime = app.build_runtime(sqlite, clock, network())
        patience = timedelta(seconds=0.3)
        async with app.running(
            runtime, token=TOKEN, base_url=first.url, allowance=QUICK, patience=patience
        ) as run:
            place = Harness(first.world, sqlite, clock, first.url)
            place.run = run
            first.world.faults.plan("sendMessage", Fault.SLOW, seconds=1.0)
            plan(place, "Bob", "one")
            await run.worker.run()
            (row,) = [row for row in rows(place, Delivery) if row.key == "one"]
            assert (row.state, row.was_unknown) == (DeliveryState.UNKNOWN, True)
            clock.advance(timedelta(minutes=1))
            await run.worker.run()
            assert len(texts_of(bob, AGAIN)) == 1
        runtime.executor.shutdown(wait=True)


async def test_without_telegram_nothing_is_tried_in_vain_and_coordinators_hear_of_it(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    for number in range(12):
        await harness.member(f"Person {number}", chamber="FI-EDU")
    await harness.run.jobs.note_alive()
    harness.world.faults.down = True
    harness.world.changed()
    await harness.run.worker.run()
    bob.send("/help")
    harness.clock.advance(timedelta(minutes=70))
    await harness.run.jobs.note_alive()
    with harness.database.reading() as session:
        alive = marks.get(session, "alive")
    assert alive.at == harness.clock.now() - timedelta(minutes=70)
    touched = [row for row in rows(harness, Delivery) if row.attempts and row.sent_at is None]
    assert len(touched) <= 40
    assert all(row.state in deliveries.WAITING for row in touched)
    harness.world.faults.down = False
    await bob.receives("What you can do here", within=30)
    await harness.run.jobs.note_alive()
    for _ in range(3):
        await harness.wait(timedelta(minutes=2))
    (told,) = texts_of(helena, "Telegram could not be reached")
    assert "From Monday 23 November 2026" in told
    assert "One message that was waiting has been answered" in told
    late = [row for row in rows(harness, Delivery) if row.kind == "welcome"]
    assert {row.state for row in late} == {DeliveryState.SENT}


async def test_an_old_tap_on_what_changed_meanwhile_is_told_so_in_a_message(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    notice = await bob.receives("You are invited")
    await harness.run.jobs.note_alive()
    await harness.stop()
    with harness.database.transaction() as session:
        meeting = session.exec(select(Meeting)).one()
        meeting.starts_at += timedelta(hours=1)
        meeting.sequence += 1
    harness.clock.advance(timedelta(hours=3))
    bob.press(notice, "Online")
    # Too late for a pop-up (15 s), not for Telegram to deliver the press (150 s).
    harness.clock.advance(timedelta(seconds=60))
    await harness.start()
    await harness.settle()
    before = [m.text for m in bob.received[-2:]]
    assert any("changed" in text for text in before), before
    await harness.wait(timedelta(minutes=2))
    (away,) = texts_of(helena, "The bot was not running")
    assert "From Monday 23 November 2026" in away


async def test_a_short_restart_says_nothing_and_a_stop_leaves_nothing_doubtful(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    await harness.settle()
    for number in range(30):
        await harness.member(f"Person {number}", chamber="FI-EDU")
    harness.world.faults.latency = 0.1
    harness.run.runtime.wake_delivery.set()
    await harness.world.until(lambda: harness.run.worker.sent > 3)
    await harness.stop()
    states = [row.state for row in rows(harness, Delivery)]
    assert DeliveryState.CLAIMED not in states
    assert not any(row.was_unknown or row.claimed_by for row in rows(harness, Delivery))
    harness.world.faults.latency = 0
    harness.clock.advance(timedelta(minutes=2))
    await harness.start()
    await harness.settle()
    assert {row.state for row in rows(harness, Delivery)} == {DeliveryState.SENT}
    assert len([s for s in harness.world.sent if "Person 7" in s.text]) == 1
    await harness.wait(timedelta(minutes=2))
    assert not texts_of(helena, "The bot was not running")


async def test_after_days_the_report_says_what_was_not_sent_and_why(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await harness.press(bob, "Online", await bob.receives("You are invited"))
    harness.clock.set(datetime(2027, 3, 9, 15, tzinfo=UTC))
    await harness.settle()
    await harness.run.jobs.note_alive()
    await harness.stop()
    harness.clock.set(datetime(2027, 3, 12, 10, tzinfo=UTC))
    await harness.start()
    await asyncio.sleep(0)
    await harness.settle()
    await harness.wait(timedelta(minutes=2))
    (away,) = texts_of(helena, "The bot was not running")
    assert "From Tuesday 9 March 2027" in away
    assert "to Friday 12 March 2027" in away
    assert "× Practical details: too late" in away or "too late" in away


async def test_a_message_whose_fate_stays_unknown_is_sent_five_times_and_then_given_up(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    before = len(bob.received)
    harness.world.faults.plan("sendMessage", Fault.CUT_AFTER, times=20)
    plan(harness, "Bob", "one")
    for _ in range(lifecycle.DOUBTS + 3):
        await harness.wait(timedelta(minutes=10))
    (row,) = [row for row in rows(harness, Delivery) if row.key == "one"]
    assert (row.state, row.attempts) == (DeliveryState.FAILED, lifecycle.DOUBTS)
    assert row.reason.startswith(f"unknown {lifecycle.DOUBTS} times")
    marked = [AGAIN in message.text for message in bob.received[before:]]
    assert marked == [False] + [True] * (lifecycle.DOUBTS - 1)


async def test_a_long_message_whose_text_has_changed_meanwhile_begins_anew(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    before = len(helena.received)
    (notice,) = [row for row in rows(harness, Delivery) if row.kind == "notice"]
    await harness.stop()
    with harness.database.transaction() as session:
        stored = deliveries.get(session, notice.id)
        stored.state, stored.was_unknown = DeliveryState.UNKNOWN, True
        stored.parts_sent, stored.parts_of = 1, "the mark of another text"
        stored.next_try_at = harness.clock.now()
    await harness.start()
    await harness.settle()
    (again,) = helena.received[before:]
    assert again.document
    assert again.text.startswith(AGAIN)


async def test_a_silence_that_telegram_asked_for_is_kept_for_a_restart(harness):
    await harness.joins(BOB)
    await harness.settle()
    harness.world.faults.plan("sendMessage", Fault.FLOOD, seconds=3)
    plan(harness, "Bob", "one")
    sending = asyncio.create_task(harness.run.worker.run())
    await harness.world.until(lambda: harness.world.faults.happened)

    def kept():
        with harness.database.reading() as session:
            return flood_wait.left(session, now=harness.clock.now())

    await eventually(lambda: kept() > timedelta(seconds=2))
    assert kept() <= timedelta(seconds=4)
    await sending
    await harness.settle()
    (row,) = [row for row in rows(harness, Delivery) if row.key == "one"]
    assert (row.state, row.failures) == (DeliveryState.SENT, 0)
