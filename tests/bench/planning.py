"""100,000 planned deliveries, and 1,000 of them due in one second; on both databases."""

import asyncio
import gc
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from time import monotonic, perf_counter
from typing import Any

from bot.core.clock import SystemClock
from bot.core.messages import Outgoing
from bot.outbox.rate_limiter import RateLimiter, Turn
from bot.outbox.telegram.sender import Sender
from bot.outbox.worker import Worker
from bot.process import app
from config.network import network
from storage import deliveries
from storage.addresses import Address
from storage.database import Database
from storage.models import DeliveryState
from tests.bench.measure import Databases, Report, StandIn, add_people, memory, middle, share

PLANNED = 100_000
DUE = 1000
ROUNDS = 5
PEOPLE = 1000
LATE = {"SQLite": 0.15, "PostgreSQL": 0.5}
GAP = 0.020
EACH_US = 29
FLAT_MIB = 51


class Gate(Sender):
    """Sends nothing: what gets its turn ends here."""

    def __init__(self, sender: Sender) -> None:
        self.__dict__ |= sender.__dict__

    async def send(self, message: Outgoing, turn: Turn) -> int | None:
        del message, turn
        return 1


class Noting(RateLimiter):
    """Notes when a message begins to wait for its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.instants: list[float] = []

    def turn(self, address: Address, *, first: bool) -> Coroutine[Any, Any, Turn]:
        self.instants.append(monotonic())
        return super().turn(address, first=first)


def rows(ids: list[int], name: str, count: int, due_at: datetime) -> list[dict[str, object]]:
    """Return deliveries of a kind that is rendered from the person alone."""
    return [
        {
            "key": f"{name}:{number}",
            "person_id": ids[number % len(ids)],
            "kind": "welcome",
            "due_at": due_at,
        }
        for number in range(count)
    ]


async def run(standin: StandIn, databases: Databases) -> None:
    """Print planning time, memory, lateness and the gap of the event loop."""
    for name, url in databases.each():
        report = Report(f"{PLANNED:,} planned, {DUE:,} due in one second, {name}")
        database = Database(url)
        far = datetime.now(UTC) + timedelta(days=30)
        with database.transaction() as session:
            ids = add_people(session, PEOPLE)
        gc.collect()
        before, began = memory(), perf_counter()
        for part in range(10):
            with database.transaction() as session:
                planned = rows(ids, f"far:{part}", PLANNED // 10, far)
                deliveries.plan(session, planned, now=datetime.now(UTC))
        spent = perf_counter() - began
        each, grown = spent / PLANNED * 1e6, memory() - before
        report.line("planning, in bulk", f"{spent:.1f} s = {each:.0f} µs each", f"≤ {EACH_US} µs")
        report.line("memory for it", f"{grown:.0f} MiB", f"≤ {FLAT_MIB} MiB", grown <= FLAT_MIB)
        lateness, gaps = [], []
        idle = await _idle()
        for number in range(ROUNDS):
            late, gap = await _due_at_once(database, standin, ids, number)
            lateness.append(share(late, 0.95))
            gaps.append(gap)
        report.line(
            "p95 from due to handed over, medians of five",
            f"{middle(lateness):.2f} s",
            f"≤ {LATE[name]} s",
            middle(lateness) <= LATE[name],
        )
        report.line(
            "longest gap of the event loop, medians of five",
            f"{middle(gaps) * 1000:.0f} ms ({idle * 1000:.0f} idle)",
            f"≤ {GAP * 1000:.0f} ms",
            middle(gaps) <= GAP,
        )
        database.close()


async def _due_at_once(
    database: Database, standin: StandIn, ids: list[int], number: int
) -> tuple[list[float], float]:
    """Let 1,000 rows become due at one instant; return their lateness and the loop's worst gap."""
    runtime = app.build_runtime(database, SystemClock(), network())
    _, sender = app.build_application(runtime, token="1:bench", base_url=standin.url)
    sender.rate_limiter = noting = Noting()
    gate = Gate(sender)
    worker = Worker(runtime, {gate.channel: gate})
    due_at = datetime.now(UTC) + timedelta(seconds=0.5)
    due = monotonic() + 0.5
    planned = rows(ids, f"due:{number}", DUE, due_at)
    with database.transaction() as session:
        deliveries.plan(session, planned, now=datetime.now(UTC))
    gaps: list[float] = []
    watching = asyncio.create_task(_watch(gaps))
    await asyncio.sleep(max(0.0, due - monotonic()))
    running = asyncio.create_task(worker.run())
    while len(noting.instants) < DUE:  # noqa: ASYNC110 - an event would be set on the way
        await asyncio.sleep(0.005)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    await worker.stop(within=timedelta(seconds=2))
    await running
    runtime.executor.shutdown(wait=True)
    with database.transaction() as session:
        left = [row.id for row in deliveries.due_before(session, datetime.now(UTC))]
        deliveries.end(session, left, DeliveryState.DROPPED, reason="measured")
    return [max(0.0, at - due) for at in noting.instants], max(gaps)


async def _idle() -> float:
    """Return the longest gap of an event loop that has nothing to do: what the machine adds."""
    gaps: list[float] = []
    watching = asyncio.create_task(_watch(gaps))
    await asyncio.sleep(1)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    return max(gaps)


async def _watch(gaps: list[float]) -> None:
    while True:
        before = monotonic()
        await asyncio.sleep(0.002)
        gaps.append(monotonic() - before - 0.002)
