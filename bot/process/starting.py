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

from bot.process import places
from config.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from storage.database import Database

_WHERE = (
    "give the command with the bot's own settings (DSN_HOME, DSN_DATABASE_URL), or make a new "
    "one with dsn-bot migrate"
)
"""What helps where a command finds no database."""
LEFT_OUT = ("click", "rich", "greenlet")
"""What httpx and structlog load to draw on a terminal, and SQLAlchemy for asyncio's drivers."""


class Refusal(Exception):
    """A command cannot be carried out; the text is the one line that says why, and the remedy."""


def run() -> None:
    """Run the bot until it is told to stop; raises :class:`Refusal` where it cannot begin."""
    settings = places.settings()
    if settings.bot_token is None:
        raise Refusal(
            "DSN_BOT_TOKEN is missing: get one from BotFather and put it into .env "
            "(see config/example.env), or try everything without Telegram: make practice"
        )
    refuse_examples(settings)
    with _importing():
        from bot.process.live import run_live
    refuse_mistakes()
    database = open_database(settings)
    until_stopped(lambda: run_live(settings, database))


def refuse_examples(settings: Settings) -> None:
    """Raise :class:`Refusal` where people would be given contacts that are only an example's."""
    from config.network import FILE, network, own_file

    found = next(network().privacy.examples(), None)
    if found is not None and not settings.trial:
        key, domain = found
        raise Refusal(
            f"{FILE.name}: {key} is still the example's ({domain}): put in what holds for your "
            f"network ({own_file()}), or set DSN_TRIAL=1 for a trial that nobody relies on"
        )


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
    """Look the database through and migrate it; where there is none, one is made.

    Raises :class:`Refusal` and :class:`storage.condition.Unusable` where it cannot be used.
    """
    from storage import condition, erasures, migrate
    from storage.database import Database

    with opening():
        _refuse_left_behind(settings)
        database = Database(settings.database_url)
        found = _beside(database)
        condition.ensure_usable(database, whole=True)
        _tighten(database, found)
        copy = bring_up_to_date(database)
        put_up = migrate.renew_triggers(database)
        # A copy that was put back by hand may know people who were erased since.
        erasures.replay(database, erasures.beside(database), now=now())
    if copy is not None:
        sys.stderr.write(f"dsn-bot: migrated; the database as it was is kept in {copy}\n")
    if put_up:
        sys.stderr.write(
            "dsn-bot: the triggers of the log were not there and are up again: ask who took them "
            "down, and see what dsn-bot doctor says of the log\n"
        )
    return database


def current_database(settings: Settings) -> "Database":
    """Open the database that is there and migrate it; raises :class:`Refusal` where none is."""
    from storage import condition, migrate
    from storage.database import Database

    refuse_absent(settings)
    with opening():
        found = Database(settings.database_url)
        try:
            condition.ensure_usable(found, whole=True)
            with condition.named(found):
                is_empty = migrate.current(found) is None
        finally:
            found.close()
    if is_empty:
        raise Refusal(f"the database {places.described(found.url)} is empty: {_WHERE}")
    return open_database(settings)


def refuse_absent(settings: Settings) -> None:
    """Raise :class:`Refusal` where there is no database; neither it nor its folder is made."""
    with opening():
        file = places.absent(settings)
    if file is not None:
        raise Refusal(f"there is no database at {file}: {_WHERE}")


def _refuse_left_behind(settings: Settings) -> None:
    """Raise :class:`Refusal` where a new database would take the place of one that is used."""
    file = places.absent(settings)
    before = places.left_behind(file) if file is not None else None
    if before is not None:
        raise Refusal(
            f"{before / places.OLD_PLACE} was used until now, and {file} would be a new one: "
            f"set DSN_HOME={before}, or move its files there"
        )


def _beside(database: "Database") -> "list[Path]":
    """Return the files of a database of before: what opens it makes others of the same mode."""
    from storage import private

    try:
        return [] if database.file is None else private.beside(database.file)
    except PermissionError:  # the look at the database says so, and what helps
        return []


def _tighten(database: "Database", found: "list[Path]") -> None:
    """Take away what others may do with the files of a database; say so of those *found* before."""
    from storage import private

    if database.file is None:
        return
    for path, mode in private.tighten(private.beside(database.file)):
        if path in found:
            sys.stderr.write(
                f"dsn-bot: others could get at {path} (mode {mode:o}): it is {mode & 0o700:o} now\n"
            )


def bring_up_to_date(database: "Database", *, copied: bool = True) -> "Path | None":
    """Migrate a database; return the copy that was made before, where there was need of one.

    Raises :class:`storage.condition.Unusable` where it cannot be. *copied*: a SQLite file is copied
    beside itself first.
    """
    from storage import condition, migrate
    from storage.condition import Unusable

    with condition.named(database):
        try:
            return migrate.upgrade(database, now=now(), copied=copied)
        except migrate.DatabaseTooNew as error:
            raise Unusable(condition.later_version(database, error.revision)) from None


@contextmanager
def opening() -> Iterator[None]:
    """Turn what may be wrong with a database's address or folder into a :class:`Refusal`."""
    from sqlalchemy.exc import ArgumentError

    try:
        yield
    except (ArgumentError, ValueError) as error:
        raise Refusal(f"DSN_DATABASE_URL: {error}") from None
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise Refusal(
            f"the database cannot be opened: {error.strerror}{where}: correct DSN_DATABASE_URL, or "
            "let the user that dsn-bot runs as write there"
        ) from None


def now() -> datetime:
    """Return the machine's time, in UTC."""
    return datetime.now(UTC)
