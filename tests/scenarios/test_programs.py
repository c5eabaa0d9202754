"""Several programs, killed, frozen and refused: ``dsn-bot run`` as the operator runs it."""

import re
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.outbox import enqueue
from bot.practice.clock import WorldClock
from bot.practice.server import serving
from bot.process.program import NOT_SET_RIGHT
from bot.standin.world import World
from storage.models import Delivery, DeliveryState, InboxItem, InboxState, Lane, Person
from tests.harness.network import TOKEN, Harness
from tests.harness.running_program import running_program
from tests.harness.stock import eventually, rows

pytestmark = [pytest.mark.long, pytest.mark.anyio]


def plan_welcomes(database, now, count: int, *, each: int = 1) -> None:
    """Plan messages to everybody, as a broadcast does."""
    with database.transaction() as session:
        for person in session.exec(select(Person)).all():
            for number in range(each):
                key = f"test:{person.id}:{number}"
                enqueue.tell(session, person, "welcome", key=key, now=now)


async def test_a_killed_process_is_taken_over_by_the_other(postgres, postgres_url, tmp_path):
    """Two programs; the one that polls is killed in the middle of a broadcast and of talks."""
    clock = WorldClock()
    world = World(token=TOKEN, clock=clock)
    world.faults.latency = 0.05
    async with serving(world) as url, AsyncExitStack() as stack:
        place = Harness(world, postgres, clock, url)
        members = [await place.member(f"Person {n}", chamber="IE-DAI") for n in range(60)]
        with postgres.transaction() as session:
            session.execute(text("DELETE FROM delivery"))
        first = await stack.enter_async_context(running_program(url, postgres_url, tmp_path))
        await first.says("leading")
        second = await stack.enter_async_context(running_program(url, postgres_url, tmp_path))
        await second.says("started")
        world.sent.clear()
        plan_welcomes(postgres, clock.now(), 60)
        talkers = [world.person(name) for name in ("Alice", "Bob", "Carol")]
        for talker in talkers:
            talker.started = True
        for number in range(3):
            for talker in talkers:
                talker.send(f"/start {number:03}")
            sent = len(world.sent)
            await world.until(lambda sent=sent: len(world.sent) > sent + 3)
        await world.until(lambda: len(world.sent) > 20)
        await first.kill()
        killed_at = datetime.now(UTC)
        for talker in talkers:
            talker.send("/help")
        await second.says("leading", within=10)
        await world.until(
            lambda: (
                all(
                    any("/register" in m.text or "/start" in m.text for m in talker.received)
                    for talker in talkers
                )
                and not world.updates
            ),
            within=20,
        )
        assert datetime.now(UTC) - killed_at < timedelta(seconds=12)
        await eventually(
            lambda: (
                all(row.state is DeliveryState.SENT for row in rows(postgres, Delivery))
                and all(item.state is InboxState.DONE for item in rows(postgres, InboxItem))
            ),
            within=30,
        )
        again = "You may have received this message already"
        for member in members:
            got = [m.text for m in member.chat.messages if m.from_bot]
            assert len([text_ for text_ in got if again not in text_]) <= 1
            assert 1 <= len(got) <= 2
        for talker in talkers:
            answers = [m.text for m in talker.chat.messages if m.from_bot]
            assert len([text_ for text_ in answers if again not in text_]) <= 4
            assert len(answers) >= 4
        assert not second.has_said("handler_failed")
        assert re.search(r"taken_over", "\n".join(second.lines))
        assert await second.stop() == 0


async def test_a_conversation_whose_process_is_killed_goes_on_in_another(
    postgres, postgres_url, tmp_path, unused_tcp_port
):
    """By webhook: two programs receive; one is killed while it is answering somebody."""
    world = World(token=TOKEN, clock=WorldClock())
    ports = (unused_tcp_port, unused_tcp_port + 1)
    async with serving(world) as url, AsyncExitStack() as stack:
        programs = []
        for port in ports:
            running = await stack.enter_async_context(
                running_program(
                    url,
                    postgres_url,
                    tmp_path,
                    webhook_url="http://127.0.0.1:1",  # the test is what spreads the posts
                    webhook_secret="a_secret_of_this_test",
                    listen=f"127.0.0.1:{port}",
                )
            )
            await running.says("started")
            programs.append(running)
        client = await stack.enter_async_context(
            httpx.AsyncClient(headers={"X-Telegram-Bot-Api-Secret-Token": "a_secret_of_this_test"})
        )
        bob = world.person("Bob")
        bob.started = True
        world.faults.latency = 0.4
        for _ in range(6):
            bob.send("/start")
        for number, (_, update) in enumerate(list(world.updates)):
            port = ports[number // 3]
            answer = await client.post(f"http://127.0.0.1:{port}/telegram", json=update)
            assert answer.status_code == 200
        world.updates.clear()
        await bob.receives("This bot is for the officials", within=10)
        assert {lane.lane for lane in rows(postgres, Lane)} == {bob.id}
        await programs[0].kill()
        world.faults.latency = 0
        await eventually(
            lambda: all(item.state is InboxState.DONE for item in rows(postgres, InboxItem)), 40
        )
        items = sorted(rows(postgres, InboxItem), key=lambda item: item.update_id)
        assert len(items) == 6
        handled = [item.handled_at for item in items]
        assert handled == sorted(handled)
        answers = [m.text for m in bob.chat.messages if m.from_bot]
        marked = [answer for answer in answers if "You may have received this" in answer]
        assert len(answers) in {6, 7}
        assert len(marked) <= 1
        assert len(answers) - len(marked) <= 6
        await eventually(lambda: rows(postgres, Lane) == [])


async def test_a_process_that_stands_still_loses_the_lead_and_does_no_harm_later(
    postgres, postgres_url, tmp_path
):
    world = World(token=TOKEN, clock=WorldClock())
    async with (
        serving(world) as url,
        running_program(url, postgres_url, tmp_path) as first,
        AsyncExitStack() as stack,
    ):
        await first.says("leading")
        second = await stack.enter_async_context(running_program(url, postgres_url, tmp_path))
        await second.says("started")
        first.freeze()
        bob = world.person("Bob")
        bob.start()
        await second.says("leading", within=12)
        await bob.receives("This bot is for the officials", within=10)
        first.thaw()
        await first.says("leading_no_more", within=10)
        bob.send("/help")
        await world.until(lambda: len(bob.received) > 1 and not world.updates, within=10)
        assert await first.stop() == 0  # whatever it had left to do
        assert len([m for m in bob.chat.messages if m.from_bot]) == 2


async def test_on_sqlite_a_second_program_refuses_to_start(sqlite_url, tmp_path):
    world = World(token=TOKEN, clock=WorldClock())
    async with serving(world) as url, running_program(url, sqlite_url, tmp_path) as first:
        await first.says("started")
        async with running_program(url, sqlite_url, tmp_path) as second:
            assert await second.ended() == 1
            assert len(second.lines) == 1
            assert "another process has" in second.lines[0]
        assert first.process.returncode is None
        world.token = "424242:another-token-since-then"  # as after /revoke at BotFather
        world.person("Alice").start()
        assert await first.ended() == NOT_SET_RIGHT
        assert any("Telegram does not accept DSN_BOT_TOKEN" in line for line in first.lines)
        assert not first.has_said("Traceback")
