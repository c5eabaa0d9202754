"""The stage of a scenario: the strict stand-in, the network's people, the program as processes."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, func, select

from bot.practice.server import serving
from bot.standin.floods import Limits
from bot.standin.world import Person, World
from config.network import network
from config.reference import reference
from storage.database import Database
from storage.models import (
    FINAL,
    Delivery,
    DeliveryState,
    InboxItem,
    InboxState,
    Notice,
    Role,
    Seat,
    Standing,
)
from storage.models import Person as Row
from tests.resilience.held_clock import HeldClock

ROOT = Path(__file__).parent.parent.parent
TOKEN = "424242:a-token-of-the-fault-suite-alone"
SENDS = ("sendmessage", "senddocument")
UP_WITHIN = 60.0
STUCK = 8
"""Looks in a row without any movement after which the clock is moved to the next attempt."""


class Died(Exception):
    """The program ended of itself."""


@dataclass
class Kill:
    """One SIGKILL, and what was under way at that instant."""

    sends: int
    """Messages that had reached Telegram and were not answered yet."""
    claimed: int
    """Deliveries that were being sent: each may have left."""
    answers: int
    """Updates whose answers were being sent: one message of each may have left."""


class Program:
    """One process of the program, which can be killed and started again."""

    def __init__(self, stage: "Stage", number: int) -> None:
        self.stage = stage
        self.log = stage.folder / f"program-{number}.log"
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it; return when the process exists."""
        stage = self.stage
        settings = {
            "DSN_BOT_TOKEN": TOKEN,
            "DSN_BOT_API_URL": stage.url,
            "DSN_HOME": str(stage.folder),
            "DSN_DATABASE_URL": stage.database_url,
            "DSN_LOG_FORMAT": "json",
            "PYTHONPATH": str(ROOT),
            **stage.settings,
        }
        command = (sys.executable, "-m", "tests.resilience.program", str(stage.clock.path))
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *command, cwd=stage.folder, env={**os.environ, **settings}, stderr=log
            )

    async def up(self) -> None:
        """Start it and wait until it asks for updates."""
        polls = self.stage.world.polls
        await self.start()
        await self.polls(polls)

    async def polls(self, since: int) -> None:
        """Wait until somebody has asked for updates since there were *since* such calls."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + UP_WITHIN
        while self.stage.world.polls <= since:
            self.check()
            if loop.time() > deadline:
                raise Died(f"it did not poll within {UP_WITHIN:.0f} s:\n{self.last_lines()}")
            await asyncio.sleep(0.02)

    @property
    def runs(self) -> bool:
        """Tell whether the process is alive."""
        return self.process is not None and self.process.returncode is None

    def check(self) -> None:
        """Raise :class:`Died` where the process has ended without having been told to."""
        if self.process is not None and self.process.returncode is not None:
            raise Died(f"status {self.process.returncode}:\n{self.last_lines()}")

    def last_lines(self) -> str:
        """Return the end of its log."""
        return "\n".join(self.log.read_text().splitlines()[-30:])

    async def kill(self) -> None:
        """SIGKILL: no goodbye, at whatever instant this is."""
        if self.process is None:
            return
        self.check()
        under_way = self.stage.world.under_way
        sends = sum(under_way[name] for name in SENDS)
        self.process.kill()
        await self.process.wait()
        self.process = None
        with self.stage.database.reading() as session:
            claimed = select(func.count()).where(Delivery.state == DeliveryState.CLAIMED)
            answered = select(func.count()).where(InboxItem.state == InboxState.ANSWERED)
            held = session.exec(claimed).one(), session.exec(answered).one()
            self.stage.kills.append(Kill(sends, *held))

    async def stop(self) -> None:
        """SIGTERM, and wait for the end."""
        if self.process is None:
            return
        self.check()
        self.process.terminate()
        status = await asyncio.wait_for(self.process.wait(), 30)
        self.process = None
        if status != 0:
            raise Died(f"status {status} after SIGTERM:\n{self.last_lines()}")


@dataclass
class Stage:
    """Everything that a scenario has at hand."""

    world: World
    clock: HeldClock
    database: Database
    database_url: str
    url: str
    folder: Path
    random: Random
    programs: list[Program] = field(default_factory=list)
    kills: list[Kill] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    """Further settings of the program, as the environment has them."""
    patience: float = 60.0
    """Real seconds that an answer may take while everything fails."""

    def program(self) -> Program:
        """Return one more process, not yet started."""
        added = Program(self, len(self.programs))
        self.programs.append(added)
        return added

    # --- people --------------------------------------------------------------------------------

    def member(
        self, session: Session, name: str, role: Role, chamber: str | None, zone: str = ""
    ) -> Person:
        """Add somebody who has belonged to the network for long."""
        person = self.world.person(name, language_code="en")
        person.started = True
        at = self.clock.now() - timedelta(days=100)
        where = zone or (reference().chamber(chamber).timezone if chamber else "Europe/Brussels")
        row = Row(
            telegram_id=person.id,
            name=name,
            role=role,
            standing=Standing.ACTIVE,
            language="en",
            zone=str(ZoneInfo(where)),
            acknowledged_at=at,
            acknowledged_version=network().privacy.version,
            created_at=at,
        )
        session.add(row)
        session.flush()
        if chamber is not None:
            session.add(Seat(chamber_id=chamber, person_id=row.id, since=at))
        return person

    # --- settling ------------------------------------------------------------------------------

    async def settle(self, patience: float = 60.0, *, chatting: bool = False) -> None:
        """Let everything that is due be dealt with; later attempts are not waited for in real time.

        *chatting*: people go on talking, so only deliveries are looked at. Raises ``TimeoutError``
        with what is left over.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + patience
        quiet, stuck, before = 0, 0, [""]
        while quiet < 3:
            await asyncio.sleep(0.2)
            for program in self.programs:
                program.check()
            with self.database.reading() as session:
                left = unfinished(session, now=self.clock.now(), updates=not chatting)
                again_at = next_attempt(session, now=self.clock.now())
            if not left and (chatting or not self.world.updates):
                quiet += 1
                continue
            quiet, stuck = 0, stuck + 1 if before == left else 0
            before = left
            # Nothing has moved for long enough: whatever is waited for is a pause or a lease.
            if stuck > STUCK and again_at is not None and again_at > self.clock.now():
                self.clock.set(again_at + timedelta(milliseconds=1))
                stuck = 0
            if loop.time() > deadline:
                raise TimeoutError(f"not settled after {patience:.0f} s: {left[:10]}")


def unfinished(session: Session, *, now: datetime, updates: bool = True) -> list[str]:
    """Return what has still to be dealt with: *updates*, deliveries that were due, broadcasts."""
    query = select(InboxItem).where(InboxItem.state != InboxState.DONE)
    items = session.exec(query).all() if updates else []
    rows = session.exec(
        select(Delivery).where(col(Delivery.due_at) <= now, col(Delivery.state).not_in(FINAL))
    ).all()
    notices = session.exec(select(Notice).where(col(Notice.finished_at).is_(None))).all()
    left = [f"update {item.update_id} is {item.state.value}" for item in items]
    left += [
        f"delivery {row.id} ({row.kind}) is {row.state.value}: {row.reason}, next {row.next_try_at}"
        for row in rows
    ]
    return left + [f"notice {notice.id} shows {notice.card_shown}" for notice in notices]


def next_attempt(session: Session, *, now: datetime) -> datetime | None:
    """Return when a row that was due already is tried next."""
    rows = session.exec(
        select(Delivery).where(col(Delivery.due_at) <= now, col(Delivery.state).not_in(FINAL))
    ).all()
    return min((row.next_try_at for row in rows), default=None)


@asynccontextmanager
async def stage(
    database_url: str,
    folder: Path,
    seed: int,
    *,
    at: datetime,
    limits: Limits | None = None,
    latency: float = 0.04,
) -> AsyncIterator[Stage]:
    """Yield a stage with an empty network; at the end every process of it is gone."""
    clock = HeldClock(folder / "clock")
    clock.set(at)
    world = World(token=TOKEN, clock=clock, limits=limits or Limits())
    world.faults.latency = latency
    database = Database(database_url)
    async with serving(world) as url:
        made = Stage(world, clock, database, database_url, url, folder, Random(seed))
        try:
            yield made
        finally:
            for program in made.programs:
                if program.runs and program.process is not None:
                    program.process.kill()
                    await program.process.wait()
            database.close()
