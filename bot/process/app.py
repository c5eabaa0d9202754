"""The composition root: puts the house together, and runs it."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import OperationalError
from sqlmodel import Session
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, ExtBot

from bot.chat.dispatch import BotApplication, Dispatcher
from bot.chat.inbox import Intake, TokenRefused
from bot.chat.replies import Answers
from bot.core import logs
from bot.core.backoff import delay
from bot.core.clock import Clock
from bot.core.runtime import House
from bot.desk import absence
from bot.features import REGISTRY
from bot.outbox import flood_wait as silence
from bot.outbox import lifecycle as ledger
from bot.outbox.circuit_breaker import Reach
from bot.outbox.rate_limiter import FORGET_AFTER, Allowance, Pace
from bot.outbox.telegram.sender import Sender
from bot.outbox.telegram.transport import Transport
from bot.outbox.worker import Drain
from bot.people import service as people
from bot.process import profile
from bot.process.cluster import Presence, SharedPresence
from bot.process.jobs import Jobs
from bot.process.preload import warm
from bot.reminders import service as reminders_service
from config.network import Network
from storage import processes, recent
from storage.database import Database

log = logs.get(__name__)

PATIENCE = timedelta(seconds=20)
"""How long an answer of Telegram's may take; after that nobody knows what became of a request."""
STOP_WITHIN = timedelta(seconds=10)
STOP_WITHOUT_TELEGRAM = timedelta(seconds=1)
FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=30)


@dataclass
class Running:
    """The running bot, for whoever started it."""

    house: House
    application: BotApplication
    dispatcher: Dispatcher
    intake: Intake
    drain: Drain
    sender: Sender
    jobs: Jobs
    presence: Presence

    @property
    def reach(self) -> Reach:
        """Whether Telegram can be reached."""
        return self.intake.reach


def build_application(
    house: House,
    *,
    token: str,
    base_url: str,
    allowance: Allowance | None = None,
    patience: timedelta = PATIENCE,
) -> tuple[BotApplication, Sender]:
    """Return python-telegram-bot's application, and the sender beside it.

    The application keeps the bot and its connections; what an update is for is found by
    :class:`bot.chat.dispatch.Dispatcher`, whose outcome says whether it has to be handled again.

    *base_url* is that of the Bot API server, without ``/bot``. Nothing is opened yet. *patience* is
    how long an answer may take.
    """
    # One pool for everything: a second one would load the certificates a second time.
    request = Transport(patience.total_seconds())
    bot: ExtBot[None] = ExtBot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=request,
        get_updates_request=request,
    )
    reach = Reach(bot.get_me, house.clock)
    sender = Sender(bot, _pace(house, allowance or Allowance()), reach, house.meter)
    application: BotApplication = Application.builder().bot(bot).updater(None).build()
    return application, sender


def _pace(house: House, allowance: Allowance) -> Pace:
    """Return the pace: of this process alone, or of all that share a PostgreSQL."""
    if house.database.is_sqlite:
        return Pace(allowance)
    from bot.outbox.shared_rate_limiter import SharedBook

    return Pace(allowance, SharedBook(house, allowance.overall))


def build_house(database: Database, clock: Clock, network: Network) -> House:
    """Return the house of one process, under a name of its own."""
    return House(
        database,
        clock,
        network,
        secrets.token_hex(8),
        REGISTRY.kinds,
        REGISTRY.kept_forms,
        people,
        upcoming=REGISTRY.upcoming,
        menu=REGISTRY.menu(),
    )


@asynccontextmanager
async def running(
    house: House,
    *,
    token: str,
    base_url: str,
    allowance: Allowance | None = None,
    patience: timedelta = PATIENCE,
) -> AsyncIterator[Running]:
    """Start the bot but for its polling; at the end stop it without losing what is under way."""
    application, sender = build_application(
        house, token=token, base_url=base_url, allowance=allowance, patience=patience
    )
    await _introduce(application)
    house.username = application.bot.username
    drain = Drain(house, {sender.channel: sender})
    dispatcher = Dispatcher(house, Answers(house, sender), REGISTRY)
    intake = Intake(dispatcher, application.bot, sender.reach)
    presence = _presence(house, intake, drain, sender.pace)
    jobs = Jobs(house, drain, intake, presence, sender, REGISTRY.jobs)
    run = Running(house, application, dispatcher, intake, drain, sender, jobs, presence)
    sender.reach.on_return = house.wake_delivery.set
    warming = asyncio.create_task(warm(house), name="warm")
    try:
        await _take_up(run)
        yield run
    finally:
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)
        await _stop(run)


def _presence(house: House, intake: Intake, drain: Drain, pace: Pace) -> Presence:
    if house.database.is_sqlite:
        return Presence(house)

    def share(count: int) -> None:
        drain.processes = count
        pace.share(count)

    return SharedPresence(
        house,
        adopt=intake.adopt,
        counted=share,
        resumed=pace.resume,
        overall=pace.allowance.overall,
    )


async def _take_up(run: Running) -> None:
    """Go on where an earlier process stopped, then begin to tick."""
    house, now = run.house, run.house.clock.now()
    if house.database.is_sqlite:
        unknown = await house.db(_take_over_alone, house.instance, now=now)
        log.info("deliveries_taken_up", unknown=unknown)
        quiet = await house.read(silence.left, now=now)
        pace = run.sender.pace
        pace.stop_for(quiet.total_seconds())
        pace.resume(await house.read(recent.messages, now=now, within=FORGET_AFTER))
    if await house.db(reminders_service.replan_if_changed, house.network, now=now):
        log.info("reminders_planned_anew")
    await run.presence.open()
    answered = await run.intake.resume()
    await house.db(absence.report, now=now, answered_meanwhile=answered)
    if run.presence.leading.is_set():
        await house.db(absence.note_alive, now=now)
    run.jobs.start()


def _take_over_alone(session: Session, instance: str, *, now: datetime) -> int:
    """Free what earlier processes on a SQLite file held, killed ones too; return the doubtful."""
    processes.forget_others(session, instance)
    return ledger.take_over(session, now=now)


async def _stop(run: Running) -> None:
    """Finish what is in flight, claim nothing new."""
    is_hopeless = run.reach.lost or run.reach.refused.is_set()
    within = STOP_WITHOUT_TELEGRAM if is_hopeless else STOP_WITHIN
    await run.drain.stop(within=within)
    await run.jobs.stop(within=within)
    await run.intake.stop(within=within)
    await run.reach.close()
    run.sender.pace.book.close()
    with suppress(OperationalError):
        await run.presence.close()
    await run.application.shutdown()


async def poll(run: Running) -> None:
    """Present the bot and poll until cancelled, whenever this process leads.

    Raises :class:`TokenRefused` and :class:`AnotherPoller`, which nothing here can mend.
    """
    presenting: asyncio.Task[None] | None = None
    try:
        while True:
            await first_of(run.presence.leading.wait(), until_refused(run.reach))
            if presenting is None:
                name_it = profile.present(run.application.bot, run.house)
                presenting = asyncio.create_task(name_it)
            await first_of(run.intake.poll(), run.presence.lost(), until_refused(run.reach))
    finally:
        if presenting is not None:
            presenting.cancel()
            await asyncio.gather(presenting, return_exceptions=True)


async def until_refused(reach: Reach) -> None:
    """Raise :class:`TokenRefused` when Telegram does not know the token any more."""
    await reach.refused.wait()
    raise TokenRefused


async def first_of(*works: Awaitable[object]) -> None:
    """Run several works until one of them ends, then end the others; raises what it raises."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


async def _introduce(application: BotApplication) -> None:
    """Ask Telegram who we are, as often as it takes; raises :class:`TokenRefused`."""
    attempt = 0
    while True:
        try:
            await application.initialize()
        except InvalidToken as error:
            raise TokenRefused from error
        except RetryAfter as error:
            wait = error.retry_after
            await asyncio.sleep(wait.total_seconds() if isinstance(wait, timedelta) else wait)
        except TelegramError as error:
            # Whatever it is (no network, a page of a proxy's, garbage), it may pass.
            log.warning("telegram_not_reached", error=type(error).__name__)
            pause = delay(attempt, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=0.5)
            await asyncio.sleep(pause.total_seconds())
            attempt += 1
        else:
            return
