"""Receiving by webhook: Telegram posts each update, and its secret says that it is Telegram."""

import json
import secrets

from sqlalchemy.exc import OperationalError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import logs, profile
from bot.app import Running
from bot.intake import ALLOWED
from config.settings import Settings

log = logs.get(__name__)

PATH = "/telegram"
LONGEST = 1_000_000
"""Bytes of an update; Telegram's are far smaller."""


def route(run: Running, secret: str) -> Route:
    """Return the address that stores what Telegram posts before it says 200."""

    async def receive(request: Request) -> Response:
        told = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not secrets.compare_digest(told.encode(), secret.encode()):
            return Response(status_code=403)
        body = await request.body()
        if len(body) > LONGEST:
            return Response(status_code=413)
        try:
            update = json.loads(body)
            await run.intake.receive([update])
        except (ValueError, KeyError, TypeError):
            return Response(status_code=400)
        except OperationalError as error:
            # Telegram sends it again, with growing pauses.
            log.warning("webhook_not_stored", error=type(error).__name__)
            return Response(status_code=503)
        return Response(status_code=200)

    return Route(PATH, receive, methods=["POST"])


async def register(run: Running, settings: Settings) -> None:
    """Tell Telegram where to post, and what the bot is called."""
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    await run.application.bot.set_webhook(
        f"{settings.webhook_url}{PATH}",
        secret_token=secret,
        allowed_updates=ALLOWED,
        drop_pending_updates=False,
    )
    await profile.present(run.application.bot)
