"""Several processes on one PostgreSQL: one polls, all deliver, nothing is lost or done twice."""

import asyncio
from collections import Counter
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
import pytest
from sqlalchemy import text
from starlette.applications import Starlette

from bot.outbox.rate_limiter import Allowance
from bot.practice.clock import WorldClock
from bot.practice.server import serving
from bot.process import app
from bot.process.webhook import route
from bot.standin.floods import Limits
from bot.standin.world import World
from config.network import network
from storage.models import Delivery, DeliveryState, InboxItem, InboxState, Lane, Process
from tests.harness.network import QUICK, TOKEN, Harness
from tests.harness.stock import eventually, rows

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio]


@asynccontextmanager
async def one_of_several(database, clock, url, allowance: Allowance = QUICK):
    """A bot of its own on a shared database, polling whenever it leads."""
    runtime = app.build_runtime(database, clock, network())
    async with app.running(runtime, token=TOKEN, base_url=url, allowance=allowance) as run:
        polling = asyncio.create_task(app.poll(run))
        try:
            yield run
        finally:
            polling.cancel()
            await asyncio.gather(polling, return_exceptions=True)
    runtime.executor.shutdown(wait=True)


async def test_one_polls_both_deliver_and_the_other_takes_over(postgres, clock):
    world = World(token=TOKEN, clock=clock)
    async with serving(world) as url, AsyncExitStack() as second_stack:
        async with one_of_several(postgres, clock, url) as first:
            second = await second_stack.enter_async_context(one_of_several(postgres, clock, url))
            assert first.cluster.leading.is_set()
            assert not second.cluster.leading.is_set()
            await eventually(lambda: first.worker.processes == second.worker.processes == 2)
            place = Harness(world, postgres, clock, url)
            place.run = first
            for number in range(70):
                await place.member(f"Person {number}", chamber="IE-DAI")
            await asyncio.gather(first.worker.run(), second.worker.run())
            await eventually(
                lambda: (
                    not any(row.state is not DeliveryState.SENT for row in rows(postgres, Delivery))
                )
            )
            told = Counter(sent.chat_id for sent in world.sent if sent.method == "sendMessage")
            assert set(told.values()) == {1}
            assert first.worker.sent > 10
            assert second.worker.sent > 10
            assert ("getUpdates", 409) not in world.calls
            assert set(second.jobs.running) <= second.jobs.everywhere
            assert "show_progress" in first.jobs.running
        # The first has ended: the second polls now, and what people write is answered once.
        bob = world.person("Bob")
        bob.start()
        await bob.receives("This bot is for the officials")
        assert second.cluster.leading.is_set()
        assert [process.instance for process in rows(postgres, Process)] == [
            second.runtime.instance
        ]


async def test_a_leader_that_loses_its_connection_gives_way(postgres, clock):
    world = World(token=TOKEN, clock=clock)
    async with (
        serving(world) as url,
        one_of_several(postgres, clock, url) as first,
        one_of_several(postgres, clock, url) as second,
    ):
        with postgres.transaction() as session:
            session.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks "
                    "WHERE locktype = 'advisory' AND objid = 0"
                )
            )
        await eventually(
            lambda: (
                first.cluster.leading.is_set() != second.cluster.leading.is_set()
                and second.cluster.count == 2
            )
        )
        bob = world.person("Bob")
        for _ in range(3):
            bob.start()
            await bob.receives("This bot is for the officials")
        assert len(rows(postgres, Process)) == 2


async def test_by_webhook_a_person_is_answered_in_order_by_whichever_process(postgres, clock):
    world = World(token=TOKEN, clock=clock)
    world.webhook = {"url": "http://127.0.0.1:1/none"}
    async with serving(world) as url, AsyncExitStack() as stack:
        runs = []
        for _ in range(2):
            runtime = app.build_runtime(postgres, clock, network())
            stack.callback(runtime.executor.shutdown)
            runs.append(
                await stack.enter_async_context(
                    app.running(runtime, token=TOKEN, base_url=url, allowance=QUICK)
                )
            )
        clients = [
            await stack.enter_async_context(
                httpx.AsyncClient(
                    transport=httpx.ASGITransport(Starlette(routes=[route(run, "secret")])),
                    base_url="http://b",
                )
            )
            for run in runs
        ]
        people = [world.person(name) for name in ("Alice", "Bob", "Carol")]
        for number in range(12):
            for person in people:
                person.started = True
                person.send(f"/start {number:03}")
        headers = {"X-Telegram-Bot-Api-Secret-Token": "secret"}
        posts = []
        for number, (_, update) in enumerate(list(world.updates)):
            posts.append(clients[number % 2].post("/telegram", json=update, headers=headers))
            if len(posts) == 4:
                assert {post.status_code for post in await asyncio.gather(*posts)} == {200}
                posts = []
        await asyncio.gather(*posts)
        world.updates.clear()
        await eventually(
            lambda: all(item.state is InboxState.DONE for item in rows(postgres, InboxItem))
        )
        handled = sorted(rows(postgres, InboxItem), key=lambda item: item.handled_at)
        assert len(handled) == 36
        assert all(run.inbox.handled for run in runs)
        assert sum(run.inbox.handled for run in runs) == 36
        for person in people:
            assert len([m for m in person.chat.messages if m.from_bot]) == 12
        await eventually(lambda: rows(postgres, Lane) == [])


async def test_the_pace_is_one_for_all_and_provokes_nothing(postgres):
    clock = WorldClock()
    world = World(token=TOKEN, clock=clock, limits=Limits(least=3))
    world.faults.latency = 0.03
    async with (
        serving(world) as url,
        one_of_several(postgres, clock, url, Allowance()) as first,
        one_of_several(postgres, clock, url, Allowance()) as second,
    ):
        place = Harness(world, postgres, clock, url)
        await eventually(lambda: first.worker.processes == second.worker.processes == 2)
        for number in range(60):
            await place.member(f"Person {number}", chamber="IE-DAI")
        bob = world.person("Bob")
        for number in range(3):
            bob.start()
            await world.until(lambda number=number: len(bob.received) > number)
        await eventually(
            lambda: all(row.state is DeliveryState.SENT for row in rows(postgres, Delivery))
        )
        assert not [call for call in world.calls if call[1] == 429]
        assert len([m for m in bob.chat.messages if m.from_bot]) == 3
        assert first.worker.sent > 10
        assert second.worker.sent > 10
