"""Receiving by webhook: Telegram posts each update, and its secret says that it is Telegram."""

import asyncio
import json
import secrets

from sqlalchemy.exc import DataError, OperationalError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.chat.inbox import ALLOWED, TokenRefused, WebhookRefused
from bot.core import logs
from bot.core.backoff import delay
from bot.process import profile
from bot.process.app import FIRST_PAUSE, LONGEST_PAUSE, Running
from config.settings import WEBHOOK_PATH, Settings

log = logs.get(__name__)

LONGEST = 1_000_000
"""Bytes of an update; Telegram's are far smaller."""
UPDATE_IDS = 2**63
"""Ids of updates are below; the column holds no more."""
ACCOUNTS = 2**63


def route(run: Running, secret: str) -> Route:
    """Return the address that stores what Telegram posts before it says 200."""

    async def receive(request: Request) -> Response:
        told = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not secrets.compare_digest(told.encode(), secret.encode()):
            return Response(status_code=401)
        if not request.headers.get("Content-Type", "").startswith("application/json"):
            return Response(status_code=400)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        return Response(status_code=await _store(run, body))

    return Route(WEBHOOK_PATH, receive, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """Return the body, or None for one that is too long, of which no more is read."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            return None
    return bytes(body)


async def _store(run: Running, body: bytes) -> int:
    """Store the update that a body holds; return the status to answer with."""
    try:
        update = json.loads(body)
        if not isinstance(update, dict) or not 0 <= int(update["update_id"]) < UPDATE_IDS:
            return 400
        if not all(_is_whole(content) for name, content in update.items() if name != "update_id"):
            return 400
        await run.inbox.receive([update])
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return 400
    except OperationalError as error:
        # Telegram sends it again, with growing pauses.
        log.warning("webhook_not_stored", error=type(error).__name__)
        return 503
    except DataError:
        return 400
    return 200


def _is_whole(content: object) -> bool:
    """Tell whether a part of an update has the shape that Telegram gives it, as far as we read."""
    who = content.get("from", {"id": 0}) if isinstance(content, dict) else None
    account = who.get("id") if isinstance(who, dict) else None
    return isinstance(account, int) and abs(account) < ACCOUNTS


async def register(run: Running, settings: Settings) -> None:
    """Tell Telegram where to post and what the bot is called, when this process leads.

    Never returns. Raises :class:`TokenRefused` and :class:`WebhookRefused`.
    """
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    await run.cluster.leading.wait()
    bot, attempt = run.application.bot, 0
    while True:
        try:
            await bot.set_webhook(
                f"{settings.webhook_url}{WEBHOOK_PATH}",
                secret_token=secret,
                allowed_updates=ALLOWED,
                drop_pending_updates=False,
            )
        except InvalidToken as error:
            raise TokenRefused from error
        except BadRequest as error:
            raise WebhookRefused(error.message) from error
        except TelegramError as error:
            log.warning("webhook_not_set", error=type(error).__name__)
            pause = delay(attempt, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=0.5)
            await asyncio.sleep(pause.total_seconds())
            attempt += 1
        else:
            break
    await profile.present(bot, run.runtime)
    await asyncio.Event().wait()
