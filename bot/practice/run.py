"""``make practice``: the whole product on this machine, with nothing that leaves it."""

import asyncio
import secrets
import socket
import sys
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from telegram.error import TelegramError

from bot.core import logs
from bot.desk import outlook
from bot.outbox.rate_limiter import Allowance
from bot.practice import own_file, seed
from bot.practice.clock import WorldClock
from bot.practice.port import USUAL, take
from bot.practice.server import serving
from bot.process import app
from bot.process.starting import Refusal, bring_up_to_date
from bot.standin.floods import Limits
from bot.standin.world import World
from config.network import network
from storage import condition
from storage.database import Database

log = logs.get(__name__)

BOT_ID = 1_000_001
SHORTLY = timedelta(seconds=1)
LOOK_EVERY = 0.05
"""Seconds between two looks at a bot that is starting."""
LOOK_AHEAD = timedelta(days=60)
"""How far the page looks for the next message."""


@dataclass
class Practice:
    """The bot beside its stand-in; what the page's controls do."""

    world: World
    clock: WorldClock
    database: Database
    base_url: str = ""
    allowance: Allowance | None = None
    """How fast the bot may send; Telegram's usual allowance by default."""
    running: app.Running | None = None
    bot: asyncio.Task[None] | None = None
    up: asyncio.Event = field(default_factory=asyncio.Event)
    restarting: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def start(self) -> None:
        """Start the bot, as ``dsn-bot run`` would, on the practice clock."""
        self._begin()
        await self.up.wait()

    def _begin(self) -> None:
        self.up.clear()
        self.bot = asyncio.create_task(self._run(), name="practice-bot")

    async def stop(self) -> None:
        """Stop the bot, as SIGTERM would."""
        if self.bot is not None:
            self.bot.cancel()
            with suppress(asyncio.CancelledError):
                await self.bot

    async def _run(self) -> None:
        runtime = app.build_runtime(self.database, self.clock, network())
        try:
            async with app.running(
                runtime, token=self.world.token, base_url=self.base_url, allowance=self.allowance
            ) as run:
                self.running = run
                self.up.set()
                self.world.changed()
                await app.poll(run)
        finally:
            self.running = None
            runtime.executor.shutdown(wait=True)

    # --- the page's controls ---------------------------------------------------------------

    async def advance(self, span: timedelta) -> None:
        """Move the world's clock on; what becomes due on the way comes at its own hour."""
        await self._move(self.clock.now() + span)

    async def next_due(self) -> datetime | None:
        """Return when the next message is due, also one that the bot has yet to plan."""
        return await self._next_due(self.clock.now() + LOOK_AHEAD)

    async def to_next_due(self) -> None:
        """Move the clock to the next message."""
        await self.take_up()
        due = await self.next_due()
        if due is not None:
            await self._move(due + SHORTLY)

    async def _next_due(self, until: datetime) -> datetime | None:
        if self.running is None:
            return None
        runtime = self.running.runtime
        return await runtime.read(outlook.next_at, runtime, after=self.clock.now(), until=until)

    async def _move(self, at: datetime) -> None:
        """Move the clock, never back, stopping wherever something is due."""
        await self.take_up()
        # While Telegram is down nothing can come: all of it is late once it is up again.
        while not self.world.faults.down:
            due = await self._next_due(at)
            if due is None:
                break
            await self._stop_at(due)
        await self._stop_at(at)

    async def _stop_at(self, at: datetime) -> None:
        if at > self.clock.now():
            self.clock.set(at)
        if self.running is not None:
            await self.running.jobs.do_all_due()

    async def take_up(self) -> None:
        """Let the bot find at once that Telegram is back, and do what waited for it.

        By itself it asks by the machine's clock, within seconds. If the practice clock moved on
        meanwhile, what waited would leave at whatever instant that leads to.
        """
        if self.running is None or self.world.faults.down or not self.running.breaker.lost:
            return
        breaker = self.running.breaker
        with suppress(TelegramError):
            await breaker.ask()
            breaker.succeeded()
            await self.running.jobs.do_all_due()

    def is_running(self) -> bool:
        """Tell whether the bot has come up."""
        return self.running is not None

    async def restart(self) -> None:
        """Stop the bot and start it again: nothing may be lost."""
        async with self.restarting:
            await self.stop()
            self._begin()
            # Without Telegram the bot waits for it, as anywhere; the page must not wait along.
            while not (self.up.is_set() or self.world.faults.down):
                await self.world.wait_for_change(LOOK_EVERY)


def new_token() -> str:
    """Return a token for the stand-in's bot, which nobody else on this machine knows."""
    return f"{BOT_ID}:{secrets.token_urlsafe(32)}"


def _database(path: Path) -> Database:
    try:
        return Database(f"sqlite:///{path}")
    except OSError as error:
        raise Refusal(f"{path}: {error.strerror}") from None


async def run_practice(*, port: int | None, keep: Path | None = None) -> None:
    """Run until cancelled; a new network in a temporary file unless *keep* names one.

    Raises :class:`Refusal` for a file that is not of a practice network, or that one has in use,
    and for a port that is taken; without a *port* the usual one is used, or the next that is free.
    """
    logs.configure("warning", "console")
    with closing(take(port)) as sock:
        await _run_practice(sock, keep=keep, moved=port is None)


async def _run_practice(sock: socket.socket, *, keep: Path | None, moved: bool) -> None:
    """Run on *sock*; *moved*: say so where it is not the usual port."""
    with tempfile.TemporaryDirectory(prefix="dsn-practice-") as folder:
        path = keep or Path(folder) / "practice.db"
        clock = WorldClock()
        database = _database(path)
        condition.ensure_openable(database)  # a damaged beginning has lost its mark as well
        own_file.prepare(path)
        condition.ensure_usable(database, whole=True)
        if not database.lock():
            raise Refusal(f"another dsn-bot has {path} in use: stop it, or name another file")
        bring_up_to_date(database)
        world = World(token=new_token(), clock=clock, limits=Limits())
        practice = Practice(world, clock, database)
        seed.populate(world, database, now=clock.now())
        async with serving(world, sock=sock, controls=practice) as base_url:
            practice.base_url = base_url
            await practice.start()
            if moved and sock.getsockname()[1] != USUAL:
                sys.stdout.write(f"\nPort {USUAL} is taken: another one is used.")
            sys.stdout.write(f"\nThe practice network is at {base_url}\nCtrl+C ends it.\n\n")
            sys.stdout.flush()
            try:
                await asyncio.Event().wait()
            finally:
                await practice.stop()
                database.close()
