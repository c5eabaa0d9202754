"""What a command of ``dsn-bot`` does before its own work: settings, database, refusals.

``dsn-bot run`` stays for months, so it loads neither what reads a command line nor what libraries
only load where they find it. What is imported here is imported by each function, after the refusals
that need nothing of it: a missing token is said at once.
"""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from config import settings as machine
from config.settings import Settings

if TYPE_CHECKING:
    from storage.database import Database

LEFT_OUT = ("click", "rich", "greenlet")
"""What httpx and structlog load to draw on a terminal, and SQLAlchemy for asyncio's drivers."""


class Refusal(Exception):
    """A command cannot be carried out; the text is the one line that says why, and the remedy."""


def run() -> None:
    """Run the bot until it is told to stop; raises :class:`Refusal` where it cannot begin."""
    settings = machine.load()
    if settings.bot_token is None:
        raise Refusal(
            "DSN_BOT_TOKEN is missing: get one from BotFather and put it into .env "
            "(see config/example.env), or try everything without Telegram: make practice"
        )
    with _importing():
        from bot.process.live import run_live
    refuse_mistakes()
    database = open_database(settings)
    until_stopped(lambda: run_live(settings, database))


def refuse_mistakes() -> None:
    """Raise :class:`Refusal` where something is declared that nothing fulfils."""
    from bot.process.declarations import mistake
    from config.network import network

    found = mistake(network())
    if found is not None:
        raise Refusal(found)


@contextmanager
def _importing() -> Iterator[None]:
    """Import without the garbage collector, which finds nothing then, and without ``LEFT_OUT``.

    A sixth of the start each, and 6 MiB. None in ``sys.modules`` says that there is no such module
    (https://docs.python.org/3/reference/import.html#the-module-cache); afterwards there is again.
    """
    absent = [name for name in LEFT_OUT if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    gc.disable()
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
        gc.freeze()
        gc.enable()


def until_stopped(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run *work* until it ends or the process is told to stop (SIGTERM, SIGINT)."""

    async def stoppable() -> None:
        task = asyncio.ensure_future(work())
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, task.cancel)
        try:
            await task
        except asyncio.CancelledError:
            return

    asyncio.run(stoppable())


def open_database(settings: Settings) -> "Database":
    """Open and migrate the database; raises :class:`Refusal` where it cannot be used."""
    from storage import erasures, migrate
    from storage.database import Database
    from storage.migrate import DatabaseTooNew

    with opening():
        database = Database(settings.database_url)
        try:
            copy = migrate.upgrade(database, now=now())
        except DatabaseTooNew as error:
            remedy = "run the version that migrated it, or restore a backup"
            raise Refusal(f"{error}: {remedy}") from None
        # A copy that was put back by hand may know people who were erased since.
        erasures.replay(database, erasures.beside(database), now=now())
    if copy is not None:
        sys.stderr.write(f"dsn-bot: migrated; the database as it was is kept in {copy}\n")
    return database


@contextmanager
def opening() -> Iterator[None]:
    """Turn what may be wrong with a database's address, file or server into a :class:`Refusal`."""
    from sqlalchemy.exc import ArgumentError, OperationalError

    try:
        yield
    except (ArgumentError, ValueError) as error:
        raise Refusal(f"DSN_DATABASE_URL: {error}") from None
    except OperationalError as error:
        raise Refusal(f"the database cannot be opened: {first_line(error)}") from None
    except OSError as error:
        raise Refusal(f"the database cannot be opened: {error.strerror}") from None


def first_line(error: Exception) -> str:
    """Return the first line of what a database's driver says."""
    return str(getattr(error, "orig", error)).strip().splitlines()[0]


def now() -> datetime:
    """Return the machine's time, in UTC."""
    return datetime.now(UTC)
