"""Receiving by webhook: Telegram posts each update, and its secret says that it is Telegram."""

import asyncio
import json
import secrets

import uvicorn
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette
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


def webhook_app(run: Running, secret: str) -> Starlette:
    """Return the web application that stores what Telegram posts before it says 200."""

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

    return Starlette(routes=[Route(PATH, receive, methods=["POST"])])


async def serve(run: Running, settings: Settings) -> None:
    """Tell Telegram where to post, and listen until cancelled."""
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    host, port = settings.listen_at or ("127.0.0.1", 8081)
    config = uvicorn.Config(webhook_app(run, secret), host=host, port=port, log_level="warning")
    server = uvicorn.Server(config)
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    serving = asyncio.create_task(server.serve(), name="webhook")
    try:
        await run.application.bot.set_webhook(
            f"{settings.webhook_url}{PATH}",
            secret_token=secret,
            allowed_updates=ALLOWED,
            drop_pending_updates=False,
        )
        await profile.present(run.application.bot)
        await asyncio.shield(serving)
    finally:
        server.should_exit = True
        await asyncio.gather(serving, return_exceptions=True)
