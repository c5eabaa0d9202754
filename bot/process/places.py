"""Which settings and which database a command uses, and that it makes none by mistake.

Only ``run``, ``migrate`` and ``practice`` make a database, and ``restore`` puts a copy where there
is none; every other command in the wrong folder, or of the wrong user, would make an empty one that
the bot knows nothing of.
"""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from config import home
from config import settings as machine
from config.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

    from storage.database import Database

OLD_PLACE = Path("data") / "dsn.db"
"""Where the database lay below the folder in which a command was given, before there was a home."""


def settings() -> Settings:
    """Load the settings; names that nobody reads are said on standard error, a line each."""
    found = machine.load()
    for one in machine.unknown_names():
        sys.stderr.write(f"dsn-bot: {one.line()}\n")
    return found


def say_used(database: "Database") -> None:
    """Say on standard error which database a command uses."""
    sys.stderr.write(f"dsn-bot: database {described(database.url)}\n")


def described(url: "URL") -> str:
    """Return a database in words, without user and password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    return f"{url.database} of PostgreSQL at {url.host or 'this machine'}"


def absent(settings: Settings) -> Path | None:
    """Return the SQLite file that the settings name where it is not there; nothing is made.

    What cannot be looked at counts as there: opening it says why it cannot be used.
    """
    from storage.database import database_url

    url = database_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    file = Path(url.database)
    with suppress(OSError):
        # A log without its database is a trouble of its own.
        there = (file, file.with_name(f"{file.name}-wal"))
        if not any(path.is_symlink() or path.exists() for path in there):
            return file
    return None


def left_behind(file: Path) -> Path | None:
    """Return the folder where a database lies that commands given in it used until now.

    *file* is the one that would be made. A database that was named by its whole path stays so.
    """
    here = Path.cwd()
    default = home.at_home(str(OLD_PLACE))
    if file != default or not (here / OLD_PLACE).is_file():
        return None
    return None if here == home.home() else here
