"""The program as ``dsn-bot run`` starts it, on a clock that the test holds.

``python -m tests.resilience.program CLOCKFILE``: the settings come from the environment, as ever.
Only the clock differs; everything else is what runs against Telegram.
"""

import sys
from pathlib import Path

from bot.process import starting
from bot.process.live import run_live
from config import settings as machine
from storage.database import Database
from tests.resilience.held_clock import HeldClock


def main() -> None:
    settings = machine.load()
    clock = HeldClock(Path(sys.argv[1]))
    database = Database(settings.database_url)
    starting.until_stopped(lambda: run_live(settings, database, clock=clock))


if __name__ == "__main__":
    main()
