"""The composition root: puts the house together, and runs it."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

import httpx
from httpx_aiohttp import AiohttpTransport
from sqlalchemy.exc import OperationalError
from telegram.error import InvalidToken, NetworkError
from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot
from telegram.request import HTTPXRequest

from bot import logs, profile
from bot.clock import Clock
from bot.delivery.answers import Answers
from bot.delivery.drain import Drain
from bot.delivery.pace import Allowance, Pace
from bot.delivery.sender import Sender
from bot.domain.backoff import delay
from bot.edge import BotApplication, Front
from bot.handlers import (
    announce,
    board,
    errors,
    forecast,
    general,
    meetings,
    members,
    own_data,
    people,
    projects,
    reminders,
    settings,
    updates,
    who,
)
from bot.house import House
from bot.intake import Intake, TokenRefused
from bot.jobs import Jobs
from bot.services import absence, ledger
from bot.services import reminders as reminders_service
from config.network import Network
from storage import running as running_marks
from storage.database import Database

log = logs.get(__name__)

HANDLERS = (
    general,
    people,
    members,
    settings,
    own_data,
    announce,
    meetings,
    board,
    updates,
    projects,
    who,
    reminders,
    forecast,
)
"""Who handles what, in the order in which python-telegram-bot asks them."""
CONNECTIONS = 256
KEEP_ALIVE_SECONDS = 20
ANSWER_SECONDS = 20
STOP_WITHIN = timedelta(seconds=10)
FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=30)


@dataclass
class Running:
    """The running bot, for whoever started it."""

    house: House
    application: BotApplication
    intake: Intake
    drain: Drain
    jobs: Jobs


def build_application(
    house: House, *, token: str, base_url: str, allowance: Allowance | None = None
) -> tuple[BotApplication, Sender]:
    """Return python-telegram-bot's application with every handler, and the sender beside it.

    *base_url* is that of the Bot API server, without ``/bot``. Nothing is opened yet.
    """
    # One pool for everything: a second one would load the certificates a second time.
    request = _request()
    bot: ExtBot[None] = ExtBot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=request,
        get_updates_request=request,
    )
    sender = Sender(bot, Pace(allowance), house.meter)
    front = Front(house, Answers(house, sender))
    kinds: ContextTypes[Any, Any, Any, Front] = ContextTypes(
        context=CallbackContext,
        bot_data=cast("type[Front]", lambda: front),
    )
    application: BotApplication = (
        Application.builder().bot(bot).updater(None).context_types(kinds).build()
    )
    for module in HANDLERS:
        application.add_handlers(module.handlers())
    application.add_handlers(general.last_handlers())
    application.add_error_handler(errors.failed)
    return application, sender


def _request() -> HTTPXRequest:
    """Return the library's own request class over aiohttp: httpx alone is 7 times slower here."""
    limits = httpx.Limits(max_connections=CONNECTIONS, keepalive_expiry=KEEP_ALIVE_SECONDS)
    return HTTPXRequest(
        connection_pool_size=CONNECTIONS,
        read_timeout=ANSWER_SECONDS,
        write_timeout=ANSWER_SECONDS,
        connect_timeout=10,
        pool_timeout=30,
        httpx_kwargs={"transport": AiohttpTransport(limits=limits)},
    )


def build_house(database: Database, clock: Clock, network: Network) -> House:
    """Return the house of one process, under a name of its own."""
    return House(database, clock, network, instance=secrets.token_hex(8))


@asynccontextmanager
async def running(
    house: House, *, token: str, base_url: str, allowance: Allowance | None = None
) -> AsyncIterator[Running]:
    """Start the bot but for its polling; at the end stop it without losing what is under way."""
    application, sender = build_application(
        house, token=token, base_url=base_url, allowance=allowance
    )
    await _introduce(application)
    house.username = application.bot.username
    drain = Drain(house, sender)
    intake = Intake(application)
    jobs = Jobs(house, drain, intake)
    run = Running(house, application, intake, drain, jobs)
    try:
        await _take_up(run)
        yield run
    finally:
        await _stop(run)


async def _take_up(run: Running) -> None:
    """Go on where an earlier process stopped, then begin to tick."""
    house, now = run.house, run.house.clock.now()
    if house.database.is_sqlite:
        unknown = await house.db(ledger.release_all, now=now)
        log.info("deliveries_taken_up", unknown=unknown)
    if await house.db(reminders_service.replan_if_changed, house.network, now=now):
        log.info("reminders_planned_anew")
    answered = await run.intake.resume()
    await house.db(absence.report, now=now, answered_meanwhile=answered)
    await house.db(absence.note_alive, house.instance, now=now)
    run.jobs.start()


async def _stop(run: Running) -> None:
    """Finish what is in flight, claim nothing new."""
    run.drain.stopping = True
    await run.jobs.stop(within=STOP_WITHIN)
    await run.intake.stop(within=STOP_WITHIN)
    await run.application.shutdown()
    with suppress(OperationalError):
        await run.house.db(running_marks.ended, run.house.instance)


async def poll(run: Running) -> None:
    """Present the bot and poll until cancelled; see :meth:`bot.intake.Intake.poll` for errors."""
    presenting = asyncio.create_task(profile.present(run.application.bot), name="profile")
    try:
        await run.intake.poll()
    finally:
        presenting.cancel()
        await asyncio.gather(presenting, return_exceptions=True)


async def _introduce(application: BotApplication) -> None:
    """Ask Telegram who we are, as often as it takes; raises :class:`TokenRefused`."""
    attempt = 0
    while True:
        try:
            await application.initialize()
        except InvalidToken as error:
            raise TokenRefused from error
        except NetworkError as error:
            log.warning("telegram_not_reached", error=type(error).__name__)
            pause = delay(attempt, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=0.5)
            await asyncio.sleep(pause.total_seconds())
            attempt += 1
        else:
            return
