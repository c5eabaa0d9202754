"""The composition root: puts the runtime together, and runs it."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, ExtBot

from bot.chat.dispatch import BotApplication, Dispatcher
from bot.chat.gate import Limits
from bot.chat.inbox import Inbox, TokenRefused
from bot.chat.replies import Answers
from bot.core import logs
from bot.core.backoff import delay
from bot.core.clock import Clock
from bot.core.runtime import Runtime
from bot.desk import absence
from bot.features import REGISTRY
from bot.outbox import flood_wait, lifecycle
from bot.outbox.circuit_breaker import CircuitBreaker
from bot.outbox.rate_limiter import FORGET_AFTER, Allowance, RateLimiter
from bot.outbox.shared_rate_limiter import SharedBook
from bot.outbox.telegram.sender import Sender
from bot.outbox.telegram.transport import Transport
from bot.outbox.worker import Worker
from bot.people import service as people
from bot.process import profile
from bot.process.cluster import Cluster, SharedCluster
from bot.process.jobs import Jobs
from bot.process.preload import preload
from bot.reminders import service as reminders_service
from config.network import Network
from storage import condition, deliveries, marks, processes, recent
from storage.condition import Unusable
from storage.database import Database

log = logs.get(__name__)

PATIENCE = timedelta(seconds=20)
"""How long an answer of Telegram's may take; after that nobody knows what became of a request."""
STOP_WITHIN = timedelta(seconds=10)
STOP_WITHOUT_TELEGRAM = timedelta(seconds=1)
FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=30)
PLANNED_WITHIN = 12
"""How often it is tried to plan anew; each try waits some seconds for another process's lock."""


@dataclass
class Running:
    """The running bot, for whoever started it."""

    runtime: Runtime
    application: BotApplication
    dispatcher: Dispatcher
    inbox: Inbox
    worker: Worker
    sender: Sender
    jobs: Jobs
    cluster: Cluster

    @property
    def breaker(self) -> CircuitBreaker:
        """Whether Telegram can be reached."""
        return self.inbox.breaker


def build_application(
    runtime: Runtime,
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
    breaker = CircuitBreaker(bot.get_me, runtime.clock)
    sender = Sender(bot, _rate_limiter(runtime, allowance or Allowance()), breaker, runtime.metrics)
    application: BotApplication = Application.builder().bot(bot).updater(None).build()
    return application, sender


def _rate_limiter(runtime: Runtime, allowance: Allowance) -> RateLimiter:
    """Return the rate limiter: of this process alone, or of all that share a PostgreSQL."""
    if runtime.database.is_sqlite:
        return RateLimiter(allowance)
    return RateLimiter(allowance, SharedBook(runtime, allowance.overall))


def build_runtime(database: Database, clock: Clock, network: Network) -> Runtime:
    """Return the runtime of one process, under a name of its own."""
    instance = secrets.token_hex(8)
    return Runtime(
        database,
        clock,
        network,
        instance,
        REGISTRY.kinds,
        REGISTRY.kept_forms,
        people,
        upcoming=REGISTRY.upcoming,
        menu=REGISTRY.menu(network),
    )


@asynccontextmanager
async def running(
    runtime: Runtime,
    *,
    token: str,
    base_url: str,
    allowance: Allowance | None = None,
    patience: timedelta = PATIENCE,
    strangers: Limits | None = None,
) -> AsyncIterator[Running]:
    """Start the bot but for its polling; at the end stop it without losing what is under way.

    *strangers* is how much of strangers is taken; the usual where nothing is given.
    """
    runtime.database.serve_as(runtime.instance)
    application, sender = build_application(
        runtime, token=token, base_url=base_url, allowance=allowance, patience=patience
    )
    try:
        await _introduce(application)
    except BaseException:  # stopped before Telegram was ever reached
        await application.bot.request.shutdown()
        raise
    runtime.username = application.bot.username
    worker = Worker(runtime, {sender.channel: sender})
    dispatcher = Dispatcher(runtime, Answers(runtime, sender), REGISTRY)
    inbox = Inbox(dispatcher, application.bot, sender.breaker, strangers)
    cluster = _cluster(runtime, inbox, worker, sender.rate_limiter)
    jobs = Jobs(runtime, worker, inbox, cluster, sender, REGISTRY.jobs)
    run = Running(runtime, application, dispatcher, inbox, worker, sender, jobs, cluster)
    sender.breaker.on_return = runtime.wake_delivery.set
    warming = asyncio.create_task(preload(runtime), name="preload")
    try:
        await _take_up(run)
        yield run
    finally:
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)
        await _stop(run)


def _cluster(runtime: Runtime, inbox: Inbox, worker: Worker, rate_limiter: RateLimiter) -> Cluster:
    if runtime.database.is_sqlite:
        return Cluster(runtime)

    def share(count: int) -> None:
        worker.processes = count
        rate_limiter.share(count)

    return SharedCluster(
        runtime,
        adopt=inbox.adopt,
        counted=share,
        resumed=rate_limiter.resume,
        overall=rate_limiter.allowance.overall,
    )


async def _take_up(run: Running) -> None:
    """Go on where an earlier process stopped, then begin to tick."""
    runtime, now = run.runtime, run.runtime.clock.now()
    await runtime.db(_before_the_clock_was_set_back, now=now)
    if runtime.database.is_sqlite:
        unknown = await runtime.db(_take_over_alone, runtime.instance, now=now)
        log.info("deliveries_taken_up", unknown=unknown)
        quiet = await runtime.read(flood_wait.left, now=now)
        rate_limiter = run.sender.rate_limiter
        rate_limiter.stop_for(quiet.total_seconds())
        rate_limiter.resume(await runtime.read(recent.messages, now=now, within=FORGET_AFTER))
    if await _plan_anew(runtime, now=now):
        log.info("reminders_planned_anew")
    await run.cluster.open()
    answered = await run.inbox.resume()
    await runtime.db(absence.report, now=now, answered_meanwhile=answered)
    if run.cluster.leading.is_set():
        await runtime.db(absence.note_alive, now=now)
    run.jobs.start()


def _before_the_clock_was_set_back(session: Session, *, now: datetime) -> None:
    """Where the clock was set back since the bot was last alive, what was due then is due now."""
    alive = marks.get(session, absence.ALIVE)
    if alive is not None and alive.at > now:
        deliveries.clock_set_back(session, alive.at, now)


async def _plan_anew(runtime: Runtime, *, now: datetime) -> bool:
    """Plan by the organiser's present plan; where another process is at it, wait until it did."""
    for attempt in range(PLANNED_WITHIN):
        try:
            return await runtime.db(reminders_service.replan_if_changed, runtime.network, now=now)
        except OperationalError as error:
            if attempt + 1 == PLANNED_WITHIN:
                raise
            log.warning("plan_postponed", error=type(error).__name__)
            await asyncio.sleep(FIRST_PAUSE.total_seconds())
    return False


def _take_over_alone(session: Session, instance: str, *, now: datetime) -> int:
    """Free what earlier processes on a SQLite file held, killed ones too; return the doubtful."""
    processes.forget_others(session, instance)
    return lifecycle.take_over(session, now=now)


async def _stop(run: Running) -> None:
    """Finish what is in flight, claim nothing new."""
    is_hopeless = run.breaker.lost or run.breaker.refused.is_set() or run.runtime.damaged.is_set()
    within = STOP_WITHOUT_TELEGRAM if is_hopeless else STOP_WITHIN
    await run.worker.stop(within=within)
    await run.jobs.stop(within=within)
    await run.inbox.stop(within=within)
    await run.breaker.close()
    run.sender.rate_limiter.book.close()
    with suppress(DatabaseError if run.runtime.damaged.is_set() else OperationalError):
        await run.cluster.close()
    await run.application.shutdown()


async def poll(run: Running) -> None:
    """Present the bot and poll until cancelled, whenever this process leads.

    Raises :class:`TokenRefused`, :class:`AnotherPoller` and
    :class:`storage.condition.Unusable`, which nothing here can mend.
    """
    presenting: asyncio.Task[None] | None = None
    try:
        while True:
            await first_of(run.cluster.leading.wait(), until_hopeless(run))
            if presenting is None:
                name_it = profile.present(run.application.bot, run.runtime)
                presenting = asyncio.create_task(name_it)
            await first_of(run.inbox.poll(), run.cluster.lost(), until_hopeless(run))
    finally:
        if presenting is not None:
            presenting.cancel()
            await asyncio.gather(presenting, return_exceptions=True)


async def until_hopeless(run: Running) -> None:
    """Raise what ends the program, once it is known.

    That is :class:`TokenRefused` where Telegram does not know the token any more, and
    :class:`storage.condition.Unusable` where the database is damaged.
    """
    await first_of(run.breaker.refused.wait(), run.runtime.damaged.wait())
    if run.runtime.damaged.is_set():
        raise Unusable(condition.damaged(run.runtime.database))
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
