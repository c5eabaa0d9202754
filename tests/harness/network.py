"""A small network on the real application: people, the bot, a clock in the test's hand."""

import asyncio
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

from bot.chat.gate import Gate, Limits
from bot.outbox.rate_limiter import Allowance
from bot.people import service as people
from bot.people.service import Registration
from bot.practice.server import serving
from bot.process import app
from bot.standin.floods import Limits as Floods
from bot.standin.world import PATIENCE, Message, Person, World
from config.network import network
from storage import deliveries
from storage.database import Database
from storage.models import Role
from tests.conftest import Clock
from tests.harness.stock import Character

TOKEN = "424242:a-token-of-the-tests-alone"
EVERYTHING = Limits(points=10**9, all_looks=10**9, all_steps=10**9, notice_every=timedelta(0))
QUICK = Allowance(overall=2000, chat=1000, chat_burst=1000, group_minute=1000)


class Harness:
    """The world, and the bot that can be stopped and started in it."""

    def __init__(
        self,
        world: World,
        database: Database,
        clock: Clock,
        url: str,
        *,
        allowance: Allowance = QUICK,
    ) -> None:
        self.world = world
        self.database = database
        self.clock = clock
        self.url = url
        self.allowance = allowance
        self.network = network()
        self.run: app.Running | None = None
        self._task: asyncio.Task[None] | None = None

    # --- the bot -------------------------------------------------------------------------------

    async def start(self) -> None:
        up = asyncio.Event()
        self._task = asyncio.create_task(self._serve(up))
        waiting = asyncio.create_task(up.wait())
        await asyncio.wait({waiting, self._task}, return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            await self._task

    async def _serve(self, up: asyncio.Event) -> None:
        runtime = app.build_runtime(self.database, self.clock, self.network)
        try:
            async with app.running(
                runtime, token=TOKEN, base_url=self.url, allowance=self.allowance
            ) as self.run:
                up.set()
                await app.poll(self.run)
        finally:
            runtime.executor.shutdown(wait=True)

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def hear_strangers(self) -> None:
        """Take all that strangers send, until the next start: the test is about something else."""
        assert self.run is not None
        self.run.inbox.gate = Gate(self.run.runtime, EVERYTHING)

    @property
    def ended(self) -> BaseException | None:
        """What ended the bot, where it did not end by being stopped."""
        task = self._task
        return task.exception() if task and task.done() and not task.cancelled() else None

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def quiet(self) -> None:
        """Let everything that was said be answered."""
        while True:
            await self.world.idle(quiet=0.06, is_at_work=self._is_at_work)
            if self.run is None or not self.run.inbox.lanes:
                return
            await asyncio.sleep(0.01)

    def _is_at_work(self) -> bool:
        """Tell whether the bot handles, sends or does anything; one that is stopped may have to."""
        run = self.run
        return (
            run is None
            or bool(run.inbox.lanes)
            or run.worker.lock.locked()
            or run.runtime.wake_delivery.is_set()
            or bool(run.jobs.running)
        )

    async def settle(self) -> None:
        """Let everything be answered and everything that is due be sent.

        A job that the scheduler began is waited for: it may write what it found before.
        """
        await self.quiet()
        assert self.run is not None
        await asyncio.gather(*self.run.jobs.running.values(), return_exceptions=True)
        while await self.run.worker.run():
            pass
        await self.run.jobs.run("show_progress")
        await self.quiet()

    async def wait(self, span: timedelta) -> None:
        """Let time pass, all at once."""
        self.clock.advance(span)
        await self.settle()

    async def pass_until(self, at: datetime) -> None:
        """Let time pass to *at*, stopping wherever something is due."""
        assert self.run is not None
        while True:
            with self.database.reading() as session:
                coming = deliveries.next_due(session)
            if coming is None or coming > at:
                break
            if coming > self.clock.now():
                self.clock.set(coming)
            await self.run.worker.run()
        if at > self.clock.now():
            self.clock.set(at)
        await self.run.worker.run()

    # --- the scheduler alone -------------------------------------------------------------------

    def stop_ticking(self, job: str) -> None:
        """Let the scheduler not begin a job any more: only what wakes it does."""
        assert self.run is not None
        self.run.jobs.scheduler.pause_job(job)

    def tick(self, job: str) -> None:
        """Let the scheduler find that a job's time has come."""
        assert self.run is not None
        self.run.jobs.scheduler.modify_job(job, next_run_time=datetime.now(UTC))

    # --- people --------------------------------------------------------------------------------

    async def joins(self, who: Character) -> Person:
        """Add one of the stock people as a member."""
        return await self.member(who.name, who.role, who.chamber, language=who.language)

    async def member(
        self,
        name: str,
        role: Role = Role.CORRESPONDENT,
        chamber: str | None = None,
        *,
        language: str = "en",
    ) -> Person:
        """Add somebody who has registered by invitation, as the service does it."""
        person = self.world.person(name, language_code=language)
        person.started = True
        now = self.clock.now()
        with self.database.transaction() as session:
            code = people.invite(
                session, role, chamber, by=None, now=now, valid_for=timedelta(days=1)
            )
            invitation = people.open_invitation(session, code, now=now)
            chambers = (chamber,) if chamber else ()
            registration = Registration(person.id, name, language, chambers, now)
            people.accept(session, invitation.id, registration, now=now)
        return person

    # --- talking -------------------------------------------------------------------------------

    async def say(self, person: Person, *texts: str) -> Message:
        """Type one thing after the other, each when the last was answered."""
        for text in texts:
            person.send(text)
            await self.quiet()
        return person.last

    async def press(self, person: Person, label: str, message: Message | None = None) -> Message:
        """Press a button under the last message, or another one."""
        person.press(message or card(person), label)
        await self.quiet()
        return person.last

    async def toast(self, person: Person, label: str, message: Message | None = None) -> str:
        """Press a button and return what popped up."""
        query = person.press(message or card(person), label)
        await asyncio.wait_for(query.answered.wait(), PATIENCE)
        await self.quiet()
        return str((query.answer or {}).get("text"))


def card(person: Person) -> Message:
    """Return the last message with buttons."""
    return next(message for message in reversed(person.received) if message.buttons)


@asynccontextmanager
async def open_harness(
    database: Database,
    clock: Clock,
    *,
    allowance: Allowance = QUICK,
    limits: Floods | None = None,
):
    """Yield a network with the bot running, under no limits of Telegram's unless they are given."""
    world = World(token=TOKEN, clock=clock, limits=limits)
    async with serving(world) as url:
        place = Harness(world, database, clock, url, allowance=allowance)
        await place.start()
        try:
            yield place
        finally:
            await place.stop()
