"""The program as ``dsn-bot run`` starts it, on a clock that the test holds.

``python -m tests.resilience.program CLOCKFILE``: the settings come from the environment, as ever.
Only the clock differs, for the bot as for its scheduler, and the organiser's file where one lies
beside the clock's; everything else is what runs against Telegram.
"""

import sys
from datetime import datetime
from pathlib import Path

from apscheduler.schedulers import base
from apscheduler.triggers import interval

from bot.process import starting
from bot.process.live import run_live
from config import settings as machine
from config.network import load_network
from storage.database import Database
from tests.resilience.held_clock import HeldClock

NETWORK = "network.toml"


def hold_the_machines(clock: HeldClock) -> None:
    """Let the scheduler see the held clock as the machine's, which no test may set."""

    class Machines(datetime):
        @classmethod
        def now(cls, tz=None):
            return clock.now().astimezone(tz)

    base.datetime = interval.datetime = Machines


def main() -> None:
    settings = machine.load()
    held = Path(sys.argv[1])
    hold_the_machines(HeldClock(held))
    organised = held.with_name(NETWORK)
    plan = load_network(organised) if organised.exists() else None
    database = Database(settings.database_url)
    starting.until_stopped(lambda: run_live(settings, database, HeldClock(held), plan))


if __name__ == "__main__":
    main()
