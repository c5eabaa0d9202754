"""The program as ``dsn-bot run`` starts it, on a clock that the test holds.

``python -m tests.resilience.program CLOCKFILE``: the settings come from the environment, as ever.
Only the clock differs, and the organiser's file where one lies beside the clock's; everything else
is what runs against Telegram.
"""

import sys
from pathlib import Path

from bot.process import starting
from bot.process.live import run_live
from config import settings as machine
from config.network import load_network
from storage.database import Database
from tests.resilience.held_clock import HeldClock

NETWORK = "network.toml"


def main() -> None:
    settings = machine.load()
    held = Path(sys.argv[1])
    organised = held.with_name(NETWORK)
    plan = load_network(organised) if organised.exists() else None
    database = Database(settings.database_url)
    starting.until_stopped(lambda: run_live(settings, database, HeldClock(held), plan))


if __name__ == "__main__":
    main()
