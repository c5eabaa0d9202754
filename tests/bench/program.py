"""The program for the benchmarks: as ``dsn-bot run``, with Telegram's allowance lifted if asked.

``python -m tests.bench.program [lifted]``; the settings come from the environment.
"""

import asyncio
import sys

from bot.core import logs
from bot.core.clock import SystemClock
from bot.outbox.rate_limiter import Allowance, RateLimiter
from bot.process import app
from config import settings as machine
from config.network import network
from storage.database import Database

LIFTED = Allowance(overall=1000, chat=1000, chat_burst=1000, group_minute=1000)


async def main() -> None:
    settings = machine.load()
    logs.configure("error", "console")
    runtime = app.build_runtime(Database(settings.database_url), SystemClock(), network())
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    allowance = LIFTED if "lifted" in sys.argv else None
    async with app.running(
        runtime, token=token, base_url=settings.bot_api_url, allowance=allowance
    ) as run:
        if allowance is not None:
            # Nobody's pace: neither this process's nor the one that is shared in PostgreSQL.
            run.sender.rate_limiter = RateLimiter(allowance)
        await app.poll(run)


if __name__ == "__main__":
    asyncio.run(main())
