"""The bot against Telegram: polling or webhook, until it is stopped."""

import asyncio
import socket

from bot.chat.inbox import AnotherPoller, TokenRefused, WebhookRefused
from bot.core import logs
from bot.core.clock import Clock, SystemClock
from bot.core.version import VERSION
from bot.process import app, places
from bot.process.app import Running
from bot.process.listening import listen
from bot.process.starting import Refusal
from config.network import Network, network
from config.settings import Settings
from storage import condition
from storage.condition import Unusable
from storage.database import Database

log = logs.get(__name__)


async def run_live(
    settings: Settings,
    database: Database,
    clock: Clock | None = None,
    plan: Network | None = None,
) -> None:
    """Run until cancelled; raises ``SystemExit(1)`` with one clear line where it cannot go on.

    Raises :class:`Refusal` where Telegram does not accept the token.
    Raises :class:`storage.condition.Unusable` where the database turns out to be damaged.

    *clock* is the machine's by default, *plan* what the organiser's file says: the fault suite has
    its own of both.
    """
    logs.configure(settings.log_level, settings.log_format)
    asyncio.get_running_loop().set_exception_handler(logs.loop_fault)
    if not database.lock():
        raise SystemExit(
            f"dsn-bot: another process has {database.file} in use: stop it, or use PostgreSQL, "
            "which several may share (DSN_DATABASE_URL)"
        )
    log.info("starting", version=VERSION)
    log.info("database", used=places.described(database.url))
    runtime = app.build_runtime(database, clock or SystemClock(), plan or network())
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    try:
        sock = bind(settings)
        async with app.running(runtime, token=token, base_url=settings.bot_api_url) as run:
            log.info("started", username=runtime.username, instance=runtime.instance)
            if sock is None:
                await app.poll(run)
            else:
                await receive(run, settings, sock)
    except TokenRefused:
        raise Refusal(
            "Telegram does not accept DSN_BOT_TOKEN: get the current one from BotFather"
        ) from None
    except WebhookRefused as error:
        raise SystemExit(f"dsn-bot: Telegram refuses DSN_WEBHOOK_URL: {error}") from None
    except AnotherPoller:
        raise SystemExit(
            "dsn-bot: another program asks for this bot's messages: stop it, or use a token of "
            "its own for each (BotFather)"
        ) from None
    except Exception:
        # Whichever part of the bot met it first.
        if not runtime.damaged.is_set():
            raise
        log.error("database_damaged", file=str(database.file))
        raise Unusable(condition.damaged(database)) from None
    finally:
        runtime.close()
        log.info("stopped")


def bind(settings: Settings) -> socket.socket | None:
    """Return a socket on DSN_LISTEN, so that a mistake is known before anything is started."""
    if settings.listen_at is None:
        return None
    try:
        return listen(*settings.listen_at)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SystemExit(
            f"dsn-bot: DSN_LISTEN: cannot listen on {settings.listen}: {reason}: choose another "
            "address or port, or stop what uses it"
        ) from None


async def receive(run: Running, settings: Settings, sock: socket.socket) -> None:
    """Run with health and metrics beside polling, or beside the webhook."""
    # 6 MiB with what they bring: whoever neither listens nor has a webhook does not load them.
    from starlette.applications import Starlette

    from bot.process import health, http, webhook

    routes = health.routes(run)
    if settings.webhook_url is not None:
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        routes.append(webhook.route(run, secret))
    async with http.serving(Starlette(routes=routes), sock) as task:
        if settings.webhook_url is None:
            await app.poll(run)
        else:
            # Every process listens; the one that leads tells Telegram where.
            await app.first_of(
                webhook.register(run, settings),
                asyncio.shield(task),
                app.until_hopeless(run),
            )
