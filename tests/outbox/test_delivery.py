"""What becomes of a message when Telegram, the network or the process fails: over real HTTP."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.outbox import enqueue as telling
from bot.outbox.rate_limiter import Allowance
from bot.process import app
from bot.standin.faults import Fault
from bot.standin.floods import Limits
from config.network import network
from storage import deliveries, marks, processes
from storage.addresses import chat
from storage.models import Delivery, DeliveryState, Meeting, Notice, Role
from storage.models import Person as Row
from tests.harness.town import QUICK, TOKEN, Town
from tests.harness.town import town as open_town
from tests.scenarios.test_promises import announce

pytestmark = pytest.mark.anyio

AGAIN = "You may have received this message already"


@pytest.fixture
async def any_town(database, clock):
    """A town on each kind of database."""
    async with open_town(database, clock) as place:
        yield place


def rows(town, model):
    with town.database.reading() as session:
        return list(session.exec(select(model)))


def plan(town, name, *keys, kind="welcome", **more):
    """Plan messages to somebody, due now."""
    with town.database.transaction() as session:
        person = session.exec(select(Row).where(Row.name == name)).one()
        for key in keys:
            telling.tell(session, person, kind, key=key, now=town.clock.now(), **more)


def got(person, words=""):
    return [m.text for m in person.received if words in m.text]


async def test_what_was_only_in_a_dead_process_queue_is_simply_sent(any_town):
    town = any_town
    bob = await town.member("Bob", chamber="IE-DAI")
    alice = await town.member("Alice", chamber="FI-EDU")
    await town.settle()
    await town.stop()
    now = town.clock.now()
    plan(town, "Bob", "one")
    plan(town, "Alice", "two")
    with town.database.transaction() as session:
        reserved = deliveries.reserve(session, by="a dead process", now=now, limit=10)
        assert len(reserved) == 2
        begun = next(r.row_id for r in reserved if r.address == chat(alice.id))
        assert deliveries.begin(session, begun, by="a dead process", now=now) is not None
        assert deliveries.reserve(session, by="another", now=now, limit=10) == []
    before = len(bob.received), len(alice.received)
    await town.start()
    await town.settle()
    await town.wait(timedelta(minutes=1))
    assert [AGAIN in text for text in got(bob)[before[0] :]] == [False]
    assert [AGAIN in text for text in got(alice)[before[1] :]] == [True]


async def test_a_killed_process_that_could_not_sign_off_keeps_nothing(sqlite, clock):
    async with open_town(sqlite, clock) as town:
        bob = await town.member("Bob", chamber="IE-DAI")
        await town.settle()
        await town.stop()
        now = clock.now()
        plan(town, "Bob", "one")
        with sqlite.transaction() as session:
            processes.renew(session, "a killed process", now=now)
            (row,) = deliveries.reserve(session, by="a killed process", now=now, limit=10)
            assert deliveries.begin(session, row.row_id, by="a killed process", now=now)
        before = len(bob.received)
        await town.start()
        await town.settle()
        assert [AGAIN in text for text in got(bob)[before:]] == [True]
        with sqlite.reading() as session:
            assert "a killed process" not in processes.alive(session)


async def test_a_process_that_was_only_slow_still_records_what_it_knows(database, clock):
    async with open_town(database, clock) as town:
        await town.member("Bob", chamber="IE-DAI")
        await town.settle()
        await town.stop()
        plan(town, "Bob", "one")
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


async def test_a_row_that_is_dropped_or_moved_while_it_is_in_a_queue_is_not_sent(any_town):
    town = any_town
    await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await town.stop()
    now = town.clock.now()
    plan(town, "Bob", "dropped", "moved")
    with town.database.transaction() as session:
        first, second = deliveries.reserve(session, by="me", now=now, limit=10)
        assert deliveries.end(session, [first.row_id], DeliveryState.DROPPED, reason="test") == 1
        moved = deliveries.get(session, second.row_id)
        moved.next_try_at = now + timedelta(hours=1)
    with town.database.transaction() as session:
        assert deliveries.begin(session, first.row_id, by="me", now=now) is None
        assert deliveries.begin(session, second.row_id, by="me", now=now) is None
        assert deliveries.get(session, second.row_id).claimed_by is None
    later = now + timedelta(hours=1)
    with town.database.transaction() as session:
        assert [r.row_id for r in deliveries.reserve(session, by="me", now=later, limit=9)] == [
            second.row_id
        ]
        assert deliveries.begin(session, second.row_id, by="me", now=later) is not None
        # What is being sent is not dropped under its sender's hands.
        assert deliveries.end(session, [second.row_id], DeliveryState.DROPPED, reason="test") == 0
    with town.database.transaction() as session:
        deliveries.leave(session, [second.row_id], by="me")
        assert deliveries.get(session, second.row_id).state is DeliveryState.CLAIMED
    with town.database.transaction() as session:
        deliveries.leave(session, [second.row_id], by="me", unsent=True)
    with town.database.reading() as session:
        left = deliveries.get(session, second.row_id)
        assert (left.state, left.claimed_by) == (DeliveryState.PLANNED, None)


async def test_a_persons_messages_keep_their_order_when_one_has_to_wait(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.settle()
    await announce(town, helena)
    await town.settle()
    before = len(bob.received)
    plan(town, "Bob", "first")
    town.clock.advance(timedelta(seconds=1))
    plan(town, "Bob", "second", kind="declined")  # dropped when it is drawn: Bob is a member
    plan(town, "Bob", "third", kind="draft_ended", about={"title": "The third"})
    town.world.faults.plan("sendMessage", Fault.INTERNAL, times=2)
    for _ in range(6):
        await town.wait(timedelta(minutes=2))
    texts = got(bob)[before:]
    assert len(texts) == 2
    assert "Bob" in texts[0]
    assert "The third" in texts[1]


async def test_of_a_long_message_only_what_is_missing_is_sent_after_a_restart(any_town):
    town = any_town
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.settle()
    town.world.faults.plan("sendMessage", Fault.CUT_AFTER, times=0)
    await town.say(helena, "/announce", "Meeting", "11 March 2027 14:00-17:00")
    await town.press(helena, "Yes, that is right")
    await town.press(helena, "Online")
    await town.press(helena, "Skip")
    await town.press(helena, "Skip")
    await town.say(helena, "An agenda with many points. " * 60)
    await town.press(helena, "Thu 25 Feb 2027")
    await town.press(helena, "Preview and recipients")
    helena.press(helena.last, "Send now to 1")
    await town.world.until(lambda: any(m.document for m in helena.received))
    # The text under the file did not get through: the program stops in between.
    await town.quiet()
    await town.settle()
    files = [m for m in helena.received if m.document]
    texts = got(helena, "many points")
    assert len(files) == 1
    assert "many points" not in files[0].text
    assert texts
    (notice,) = [row for row in rows(town, Delivery) if row.kind == "notice"]
    assert (notice.state, notice.parts_sent) == (DeliveryState.SENT, 1)
    with town.database.transaction() as session:
        stored = deliveries.get(session, notice.id)
        stored.state, stored.was_unknown = DeliveryState.UNKNOWN, True
        stored.next_try_at = town.clock.now()
    before = len(helena.received)
    await town.restart()
    await town.settle()
    again = helena.received[before:]
    assert [bool(m.document) for m in again] == [False]
    assert again[0].text.startswith(AGAIN)
    assert "many points" in again[0].text
    assert again[0].buttons


async def test_who_sent_a_broadcast_learns_that_telegram_refused_it(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.member("Bob", chamber="IE-DAI")
    await town.member("Carol", chamber="IE-DAI")
    await town.settle()
    town.world.faults.plan("sendDocument", Fault.REFUSED, times=3)
    await announce(town, helena)
    await town.settle()
    notices = [row for row in rows(town, Delivery) if row.kind == "notice"]
    assert {row.state for row in notices} == {DeliveryState.FAILED}
    (told,) = got(helena, "Telegram refused your notice")
    assert "Can't parse entities" in told
    assert any(f"number {row.id} " in told for row in notices)
    (done,) = got(helena, "Done.")
    assert "Telegram refused the message" in done
    assert "Bob" in done
    assert rows(town, Notice)[0].finished_at is not None
    # A message that nobody sent by hand: the coordinators hear of it.
    town.world.faults.plan("sendMessage", Fault.REFUSED)
    plan(town, "Bob", "one")
    await town.settle()
    (told,) = got(helena, "Telegram refused a message to Bob")
    assert town.run.drain.tasks == set()


async def test_a_group_that_gets_a_new_id_gets_the_message_there(any_town):
    town = any_town
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    group = town.world.group("Desk", [helena])
    with town.database.transaction() as session:
        session.exec(select(Row).where(Row.name == "Bob")).one().telegram_id = group.id
    new = town.world.upgrade(group)
    town.world.updates.clear()  # the message finds out before the group says so
    plan(town, "Bob", "one")
    await town.settle()
    await town.wait(timedelta(minutes=1))
    assert len(new.messages) == 1
    with town.database.reading() as session:
        bob = session.exec(select(Row).where(Row.name == "Bob")).one()
        assert (bob.telegram_id, bob.unreachable_since) == (new.id, None)
    # And a group that says so itself is believed.
    third = town.world.group("A third desk", [helena])
    with town.database.transaction() as session:
        session.exec(select(Row).where(Row.name == "Bob")).one().telegram_id = third.id
    newest = town.world.upgrade(third)
    await town.quiet()
    with town.database.reading() as session:
        assert session.exec(select(Row).where(Row.name == "Bob")).one().telegram_id == newest.id


async def followed_by_a_group(town, helena):
    """Announce a meeting and let its card stand in a group; return the group and the card."""
    await announce(town, helena)
    await town.settle()
    group = town.world.group("Another desk", [helena])
    card = town.world.new_message(group, from_bot=True, text="…")
    with town.database.transaction() as session:
        notice = session.exec(select(Notice)).one()
        notice.card_chat_id, notice.card_message_id, notice.card_shown = group.id, card.id, None
        notice.finished_at = None
    return group, card


async def test_the_card_of_a_broadcast_moves_along_with_its_group(any_town):
    town = any_town
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.member("Bob", chamber="IE-DAI")
    group, card = await followed_by_a_group(town, helena)
    moved = town.world.upgrade(group)
    moved.messages.append(card)
    for _ in range(3):
        await town.settle()
    assert rows(town, Notice)[0].card_chat_id == moved.id
    assert "Done." in card.text


async def test_a_card_that_moves_while_it_is_shown_is_shown_where_it_is_then(any_town):
    town = any_town
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.member("Bob", chamber="IE-DAI")
    town.run.jobs.scheduler.pause()  # one refresh at a time, as in life
    _group, card = await followed_by_a_group(town, helena)
    town.world.faults.plan("editMessageText", Fault.SLOW, seconds=1)
    showing = asyncio.create_task(town.run.jobs.run("show_progress"))
    await town.world.until(lambda: ("editmessagetext", Fault.SLOW) in town.world.faults.happened)
    other = town.world.group("A desk of another number", [helena])
    card_there = town.world.new_message(other, from_bot=True, text="…")
    with town.database.transaction() as session:
        notice = session.exec(select(Notice)).one()
        notice.card_chat_id, notice.card_message_id = other.id, card_there.id
    await showing
    assert "Done." in card.text
    assert rows(town, Notice)[0].finished_at is None
    await town.settle()
    assert "Done." in card_there.text
    assert rows(town, Notice)[0].finished_at is not None


async def test_a_restart_does_not_forget_what_a_chat_has_just_got(database, clock):
    limits = Limits()
    async with open_town(database, clock, allowance=Allowance(), limits=limits) as town:
        bob = await town.member("Bob", chamber="IE-DAI")
        bob.send("/help")
        await town.quiet()
        for _ in range(limits.chat_burst - 1):
            bob.send("/help")
        await town.quiet()
        await town.restart()
        for _ in range(3):
            bob.send("/help")
        await town.world.until(lambda: len(got(bob)) >= limits.chat_burst + 3)
        assert town.world.floods.exceeded == []


async def test_what_somebody_missed_comes_when_they_are_back(town):
    await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    bob.blocked = True
    plan(town, "Bob", "one", kind="draft_ended", about={"title": "A forgotten draft"})
    plan(town, "Bob", "two", kind="draft_ended", about={"title": "x"}, within=timedelta(minutes=5))
    await town.settle()
    assert {r.state for r in rows(town, Delivery) if r.key in {"one", "two"}} == {
        DeliveryState.UNREACHABLE
    }
    bob.blocked = False
    town.clock.advance(timedelta(minutes=30))
    await town.say(bob, "/help")
    await town.settle()
    (message,) = got(bob, "A forgotten draft")
    assert "This message should have reached you on" in message


async def test_a_connection_that_hangs_is_given_up_and_the_message_is_doubtful(sqlite, clock):
    async with open_town(sqlite, clock) as first:
        bob = await first.member("Bob", chamber="IE-DAI")
        await first.settle()
        await first.stop()
        house = app.build_house(sqlite, clock, network())
        patience = timedelta(seconds=0.3)
        async with app.running(
            house, token=TOKEN, base_url=first.url, allowance=QUICK, patience=patience
        ) as run:
            place = Town(first.world, sqlite, clock, first.url)
            place.run = run
            first.world.faults.plan("sendMessage", Fault.SLOW, seconds=1.0)
            plan(place, "Bob", "one")
            await run.drain.run()
            (row,) = [row for row in rows(place, Delivery) if row.key == "one"]
            assert (row.state, row.was_unknown) == (DeliveryState.UNKNOWN, True)
            clock.advance(timedelta(minutes=1))
            await run.drain.run()
            assert len(got(bob, AGAIN)) == 1
        house.executor.shutdown(wait=True)


async def test_without_telegram_nothing_is_tried_in_vain_and_coordinators_hear_of_it(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    for number in range(12):
        await town.member(f"Person {number}", chamber="FI-EDU")
    await town.run.jobs.note_alive()
    town.world.faults.down = True
    town.world.changed()
    await town.run.drain.run()
    bob.send("/help")
    town.clock.advance(timedelta(minutes=70))
    await town.run.jobs.note_alive()
    with town.database.reading() as session:
        alive = marks.get(session, "alive")
    assert alive.at == town.clock.now() - timedelta(minutes=70)
    touched = [row for row in rows(town, Delivery) if row.attempts and row.sent_at is None]
    assert len(touched) <= 40
    assert all(row.state in deliveries.WAITING for row in touched)
    town.world.faults.down = False
    await bob.receives("What you can do here", within=30)
    await town.run.jobs.note_alive()
    for _ in range(3):
        await town.wait(timedelta(minutes=2))
    (told,) = got(helena, "Telegram could not be reached")
    assert "From Monday 23 November 2026" in told
    assert "One message that was waiting has been answered" in told
    late = [row for row in rows(town, Delivery) if row.kind == "welcome"]
    assert {row.state for row in late} == {DeliveryState.SENT}


async def test_an_old_tap_on_what_changed_meanwhile_is_told_so_in_a_message(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await announce(town, helena)
    await town.settle()
    notice = await bob.receives("You are invited")
    await town.run.jobs.note_alive()
    await town.stop()
    with town.database.transaction() as session:
        meeting = session.exec(select(Meeting)).one()
        meeting.starts_at += timedelta(hours=1)
        meeting.sequence += 1
    town.clock.advance(timedelta(hours=3))
    bob.press(notice, "Online")
    # Too late for a pop-up (15 s), not for Telegram to deliver the press (150 s).
    town.clock.advance(timedelta(seconds=60))
    await town.start()
    await town.settle()
    before = [m.text for m in bob.received[-2:]]
    assert any("changed" in text for text in before), before
    await town.wait(timedelta(minutes=2))
    (away,) = got(helena, "The bot was not running")
    assert "From Monday 23 November 2026" in away


async def test_a_short_restart_says_nothing_and_a_stop_leaves_nothing_doubtful(any_town):
    town = any_town
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.settle()
    for number in range(30):
        await town.member(f"Person {number}", chamber="FI-EDU")
    town.world.faults.latency = 0.1
    town.run.house.wake_delivery.set()
    await town.world.until(lambda: town.run.drain.sent > 3)
    await town.stop()
    states = [row.state for row in rows(town, Delivery)]
    assert DeliveryState.CLAIMED not in states
    assert not any(row.was_unknown or row.claimed_by for row in rows(town, Delivery))
    town.world.faults.latency = 0
    town.clock.advance(timedelta(minutes=2))
    await town.start()
    await town.settle()
    assert {row.state for row in rows(town, Delivery)} == {DeliveryState.SENT}
    assert len([s for s in town.world.sent if "Person 7" in s.text]) == 1
    await town.wait(timedelta(minutes=2))
    assert not got(helena, "The bot was not running")


async def test_after_days_the_report_says_what_was_not_sent_and_why(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await announce(town, helena)
    await town.settle()
    await town.press(bob, "Online", await bob.receives("You are invited"))
    town.clock.set(datetime(2027, 3, 9, 15, tzinfo=UTC))
    await town.settle()
    await town.run.jobs.note_alive()
    await town.stop()
    town.clock.set(datetime(2027, 3, 12, 10, tzinfo=UTC))
    await town.start()
    await asyncio.sleep(0)
    await town.settle()
    await town.wait(timedelta(minutes=2))
    (away,) = got(helena, "The bot was not running")
    assert "From Tuesday 9 March 2027" in away
    assert "to Friday 12 March 2027" in away
    assert "× Practical details: too late" in away or "too late" in away
