"""The bot against Telegram: polling or webhook, until it is stopped."""

from bot import app, logs
from bot.clock import SystemClock
from bot.intake import AnotherPoller, TokenRefused
from config.network import network
from config.settings import Settings
from storage.database import Database

log = logs.get(__name__)


async def run_live(settings: Settings, database: Database) -> None:
    """Run until cancelled; raises ``SystemExit(1)`` with one clear line where it cannot go on."""
    logs.configure(settings.log_level, settings.log_format)
    house = app.build_house(database, SystemClock(), network())
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    try:
        async with app.running(house, token=token, base_url=settings.bot_api_url) as run:
            log.info("started", username=house.username, instance=house.instance)
            if settings.webhook_url is None:
                await app.poll(run)
            else:
                from bot import webhook

                await webhook.serve(run, settings)
    except TokenRefused:
        raise SystemExit(
            "dsn-bot: Telegram does not accept DSN_BOT_TOKEN: get the current one from BotFather"
        ) from None
    except AnotherPoller:
        raise SystemExit(
            "dsn-bot: another program asks for this bot's messages: stop it, or use a token of "
            "its own for each (BotFather)"
        ) from None
    finally:
        house.close()
        log.info("stopped")
