"""What people and probes wait for with no, five and fifty years of rows, side by side.

The bot runs on a SQLite file in this process, against the strict stand-in. Each command is asked
for several times; the quickest counts, since the others tell of the machine.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter

from bot.process import health
from bot.standin.world import Person
from storage.database import Database
from storage.models import Role
from tests.archive import fill
from tests.bench.measure import Databases, Report, StandIn
from tests.conftest import Clock
from tests.harness.network import Harness, open_harness

YEARS = (0, 5, 50)
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
ROUNDS = 5
MEMBERS, COORDINATORS = (
    ("/help", "/meetings", "/projects", "/who Montenegro"),
    ("/board", "/people", "/log", "/forecast"),
)
MOST_MS = {
    "/projects": 50,
    "/who Montenegro": 50,
    "/board": 50,
    "/forecast": 300,
    "/healthz": 20,
    "/metrics": 20,
}
SLOWER_START = 1.2
"""So many times the start on an empty database."""

Times = dict[str, float]
"""Milliseconds by what was asked for."""


@dataclass
class Network:
    """The bot at work, and two people who ask it."""

    harness: Harness
    member: Person
    coordinator: Person


async def run(standin: StandIn, databases: Databases) -> None:
    """Print each command with each size, beside its target."""
    del standin
    report = Report(f"Milliseconds with {', '.join(map(str, YEARS))} years of rows, SQLite")
    found = [await _measured(databases, years) for years in YEARS]
    for what in found[0]:
        times = [times[what] for times in found]
        most = MOST_MS.get(what)
        if what == "start":
            most = int(SLOWER_START * times[0])
        report.line(
            what,
            " / ".join(f"{time:.0f}" for time in times),
            f"≤ {most} ms" if most else "",
            times[-1] <= most if most else None,
        )


async def _measured(databases: Databases, years: int) -> Times:
    path = databases.folder / f"archive-{years}.db"
    shutil.copy(databases.folder / "template.db", path)
    database = Database(f"sqlite:///{path}")
    fill(database, years, now=NOW)
    times: Times = {}
    starts = []
    for _ in range(ROUNDS):
        began = perf_counter()
        async with open_harness(database, Clock(NOW)):
            starts.append(perf_counter() - began)
    times["start"] = min(starts) * 1000
    async with _network(database) as place:
        for person, commands in ((place.member, MEMBERS), (place.coordinator, COORDINATORS)):
            for command in commands:
                times[command] = await _quickest(place, person, command)
        run_ = place.harness.run
        assert run_ is not None
        for name, look in (("/healthz", health.look), ("/metrics", health.look_closer)):
            times[name] = min([_looked(database, look) for _ in range(ROUNDS)])
    database.close()
    path.unlink()
    return times


@asynccontextmanager
async def _network(database: Database) -> AsyncIterator[Network]:
    async with open_harness(database, Clock(NOW)) as harness:
        helena = await harness.member("Helena", Role.COORDINATOR, "EU-EP")
        bob = await harness.member("Bob", chamber="IE-DAI")
        await harness.settle()
        yield Network(harness, bob, helena)


async def _quickest(place: Network, person: Person, command: str) -> float:
    """Return the milliseconds from sending a command to its answer, the least of some rounds."""
    took = []
    for _ in range(ROUNDS):
        place.harness.clock.advance(timedelta(seconds=30))
        before, began = len(person.received), perf_counter()
        person.send(command)
        while len(person.received) == before:  # noqa: ASYNC110 - an event would be set on the way
            await asyncio.sleep(0.0005)
        took.append(perf_counter() - began)
        await place.harness.quiet()
    return min(took) * 1000


def _looked(database: Database, look: Callable[..., object]) -> float:
    began = perf_counter()
    with database.reading() as session:
        look(session)
    return (perf_counter() - began) * 1000
