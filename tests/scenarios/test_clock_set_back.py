"""The clock is set back while the program runs, or while it does not: nothing waits for it."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import text

from bot.core.clock import SystemClock
from bot.core.metrics import Metrics
from bot.outbox import enqueue
from bot.process.clock_watch import ClockWatch
from bot.standin.faults import Fault
from storage import deliveries, marks, pacing
from storage.models import Delivery, DeliveryState, Role
from storage.people import by_telegram_id
from tests.conftest import START
from tests.harness.stock import BOB, admit, eventually, rows
from tests.resilience.stage import stage

pytestmark = pytest.mark.anyio
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SOON = timedelta(seconds=3)


def plan(place, person, key, *, after=timedelta()):
    with place.database.transaction() as session:
        row = session.get(type(person), person.id)
        enqueue.tell(session, row, "welcome", key=key, now=place.clock.now(), after=after)


def all_sent(place):
    return all(row.state is DeliveryState.SENT for row in rows(place.database, Delivery))


async def test_what_was_due_goes_and_what_is_to_come_comes(sqlite_url, tmp_path, unused_tcp_port):
    async with stage(sqlite_url, tmp_path, 1, at=START) as place:
        place.settings["DSN_LISTEN"] = f"127.0.0.1:{unused_tcp_port}"
        with place.database.transaction() as session:
            chats = [
                place.member(session, f"M{number}", Role.CORRESPONDENT, "FI-EDU")
                for number in range(60)
            ]
            people = {chat.id: by_telegram_id(session, chat.id) for chat in chats}
        program = place.program()
        await program.up()
        place.world.faults.plan("sendMessage", Fault.INTERNAL, times=3)
        for person in people.values():
            plan(place, person, f"before:{person.id}")
        await place.world.until(lambda: len(place.world.sent) > 5, 20)
        place.clock.advance(-HOUR)
        await eventually(lambda: all_sent(place), 30)  # those too that Telegram turned away
        one = next(iter(people.values()))
        plan(place, one, "after", after=SOON)
        await eventually(lambda: all_sent(place), 15)
        async with httpx.AsyncClient() as client:
            answer = await client.get(f"http://127.0.0.1:{unused_tcp_port}/healthz")
        said = answer.json()
        assert answer.status_code == 503
        (problem,) = said["problems"]
        assert problem.startswith("the clock was set back by")
        assert said["clock_set_back_seconds"] == pytest.approx(3600, abs=5)
        assert 0 <= said["last_tick_seconds"] < 10
        assert 0 <= (said["last_receipt_seconds"] or 0) < 30  # none yet: nobody wrote
        # What was due while nobody ran is due at the next start as well.
        await program.stop()
        plan(place, one, "waits")
        with place.database.transaction() as session:
            marks.put(session, "alive", place.clock.now())
        place.clock.advance(-DAY)
        await program.up()
        await eventually(lambda: all_sent(place), 15)
        await program.stop()


def test_a_pause_of_seconds_stays_one_and_what_is_not_due_waits(database, clock):
    now = clock.now()
    with database.transaction() as session:
        bob = admit(session, BOB, 7, now=now)
        due = {"ready": -60, "pausing": -60, "to come": 60}
        planned = [
            {
                "key": key,
                "person_id": bob.id,
                "kind": "welcome",
                "due_at": now + timedelta(seconds=seconds),
            }
            for key, seconds in due.items()
        ]
        deliveries.plan(session, planned, now=now)
    with database.transaction() as session:
        found = deliveries.by_keys(session, list(due))
        found["pausing"].next_try_at = now + timedelta(seconds=20)
    with database.transaction() as session:
        deliveries.clock_set_back(session, now, now - DAY)
    with database.reading() as session:
        found = deliveries.by_keys(session, list(due))
        assert found["ready"].next_try_at == now - DAY
        assert found["pausing"].next_try_at == now - DAY + timedelta(seconds=20)
        assert found["to come"].next_try_at == now + timedelta(seconds=60)


def test_the_watch_sees_steps_back_and_no_others(clock):
    watch = ClockWatch(clock)
    assert watch.look() is None
    clock.advance(DAY)
    assert watch.look() is None
    clock.advance(-HOUR)
    step = watch.look()
    assert step.by.total_seconds() == pytest.approx(3600, abs=1)
    assert watch.look() is None
    assert ClockWatch(SystemClock()).look() is None


def test_ages_stay_what_they_are(clock):
    metrics = Metrics()
    metrics.job_ran("deliver", at=clock.now())
    metrics.clock_set_back(HOUR)
    assert metrics.last_tick_at == clock.now() - HOUR
    assert metrics.last_receipt_at is None


def test_slots_that_nobody_can_have_are_free_when_the_databases_clock_was_set_back(postgres):
    def take():
        with postgres.transaction() as session:
            return pacing.take(
                session,
                by="me",
                overall=30,
                first=False,
                step=1 / 30,
                catch_up=0,
                returned=[],
                stop_for=0,
            )

    with postgres.transaction() as session:
        pacing.prepare(session, 30)
    assert take()[0] is not None
    with postgres.transaction() as session:
        session.execute(text("UPDATE pace_slot SET taken_at = taken_at + 3600 WHERE slot = 0"))
        session.execute(
            text(
                "UPDATE pace_slot SET free_at = extract(epoch FROM clock_timestamp()) + 3600 "
                "WHERE slot <> 0"
            )
        )
    slot, wait = take()
    assert slot is None
    assert wait < 2
