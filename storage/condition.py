"""What keeps a database from being used, in words: what is wrong, with what, and the remedy.

:func:`look` judges what lies in a SQLite database's place before SQLite touches it: SQLite would
make a new database of an empty file, and delete a write-ahead log that has lost its database.
:func:`explain` gives the words for what a driver raises, :func:`damage` has a whole file checked.
Each remedy is an act that works as it is written; ``tests/process/test_remedies.py`` carries them
out.
"""

import os
import pwd
import re
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from errno import EDQUOT, ENOSPC
from pathlib import Path

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError

from storage import migrate
from storage.database import Database, OldServer

SQLITE_MAGIC = b"SQLite format 3\x00"
OWN_TABLES = frozenset({"person", "inbox", "delivery"})
"""A database that has all of these was made by some version of this program."""
REVISION = "alembic_version"
"""The table that says at which state a database is; other programs have one of that name too."""
BESIDE = ("-wal", "-shm", ".lock")
"""What SQLite, and a running bot, keep beside a database's file."""
PATIENCE = 2.0
"""Seconds that reading waits for a program which keeps the whole file for itself."""
RESTORE = "dsn-bot restore COPY, with the newest copy that dsn-bot backup made"


class Sort(Enum):
    """What sort of trouble it is, for whoever goes on by it."""

    OTHER = "other"
    FULL = "full"
    HELD = "held"
    """Another program has the database for itself."""
    UNKNOWN = "unknown"
    """It has no words of its own."""


@dataclass(frozen=True)
class Trouble:
    """Why a database cannot be used."""

    said: str
    """What is wrong and where; it names no password."""
    remedy: str
    lasts: bool = True
    """Whether it stays until somebody acts: a server that is away comes back by itself."""
    sort: Sort = Sort.OTHER

    def line(self) -> str:
        """Return it as one line."""
        return f"{self.said}: {self.remedy}"


class Unusable(Exception):
    """A database cannot be used; the text is one line that says why, and the remedy."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the *trouble*."""
        super().__init__(trouble.line())
        self.trouble = trouble


@contextmanager
def named(database: Database) -> Iterator[None]:
    """Turn what a driver says of *database* into :class:`Unusable`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OldServer) as error:
        trouble = explain(database, error)
        if trouble is None:
            raise
        raise Unusable(trouble) from None


def ensure_usable(database: Database, *, whole: bool = False, thorough: bool = False) -> None:
    """Raise :class:`Unusable` where *database* cannot be used as it lies there.

    *whole*: a SQLite file is read from end to end, which finds any page that is damaged.
    *thorough*: what its indexes say is compared with its tables as well, which takes longer.
    """
    with named(database):
        trouble = look(database)
        if trouble is None and whole:
            trouble = damage(database, thorough=thorough)
        if trouble is None and is_there(database):
            trouble = foreign(database)
    if trouble is not None:
        raise Unusable(trouble)


def ensure_openable(database: Database) -> None:
    """Raise :class:`Unusable` for what can be seen without opening a SQLite file."""
    trouble = look(database)
    if trouble is not None:
        raise Unusable(trouble)


def ensure_replaceable(database: Database) -> None:
    """Raise :class:`Unusable` where no copy can be put into a database's place.

    What is damaged, cut or empty can be replaced; another program's database is left alone.
    """
    with named(database):
        trouble = _of_replacing(database)
    if trouble is not None:
        raise Unusable(trouble)


def _of_replacing(database: Database) -> Trouble | None:
    file = database.file
    if file is None:
        return foreign(database)
    if not is_there(database):
        return None
    trouble = _of_place(file, file.stat()) or _of_rights(file)
    if trouble is not None or look(database) is not None:
        return trouble
    hurt = damage(database)
    if hurt is None:
        return foreign(database)
    return hurt if hurt.sort is Sort.HELD else None


def is_there(database: Database) -> bool:
    """Tell whether there is a file, or a server to be asked."""
    return database.file is None or database.file.exists()


def look(database: Database) -> Trouble | None:
    """Return what is wrong with what lies in a SQLite database's place, before it is opened."""
    file = database.file
    if file is None:
        return None
    try:
        found = file.stat()
    except FileNotFoundError:
        return _of_no_file(file)
    except OSError as error:
        said = f"{file} cannot be looked at by {_me()}"
        return Trouble(f"{said} ({error.strerror})", _own(file.parent, is_folder=True))
    return _of_place(file, found) or _of_rights(file) or _of_content(file, found)


def _of_no_file(file: Path) -> Trouble | None:
    log = _beside(file, "-wal")
    if not _has_something(log):
        return None
    return Trouble(
        f"{log} is there without its database {file}",
        f"bring {file.name} back to its log, as it holds the latest changes; where it is lost, "
        f"{restoring(file)} (the log is kept beside it)",
    )


def _of_place(file: Path, found: os.stat_result) -> Trouble | None:
    if stat.S_ISDIR(found.st_mode):
        return Trouble(
            f"{file} is a folder, not a database",
            f"correct DSN_DATABASE_URL, or mv {file} {file}.folder and then {restoring(file)}",
        )
    if not stat.S_ISREG(found.st_mode):
        return Trouble(f"{file} is not a file", "correct DSN_DATABASE_URL")
    return None


def _of_rights(file: Path) -> Trouble | None:
    """Return what this process may not do; SQLite writes two files beside its own as well."""
    if not os.access(file, os.R_OK):
        return Trouble(f"{file} cannot be read by {_me()}", _own(file))
    beside = [_beside(file, ending) for ending in BESIDE]
    for place in (file, file.parent, *(one for one in beside if one.exists())):
        if os.access(place, os.W_OK):
            continue
        if os.statvfs(place).f_flag & os.ST_RDONLY:
            said = f"{place} cannot be written to: it is on a disk that is read-only"
            return Trouble(said, f"mount -o remount,rw {_mount_of(place)}")
        said = f"{place} cannot be written to by {_me()}"
        return Trouble(said, _own(place, is_folder=place == file.parent))
    return None


def _of_content(file: Path, found: os.stat_result) -> Trouble | None:
    if found.st_size == 0:
        return Trouble(
            f"{file} is empty",
            f"{restoring(file)}; where there never was a database, rm {file}",
        )
    with file.open("rb") as opened:
        start = opened.read(len(SQLITE_MAGIC))
    if start != SQLITE_MAGIC:
        return Trouble(
            f"{file} is no SQLite database, or its beginning is damaged",
            f"{restoring(file)}, or correct DSN_DATABASE_URL",
        )
    return None


def damage(database: Database, *, thorough: bool = False) -> Trouble | None:
    """Return what SQLite's own check finds wrong in a file, read from end to end."""
    file = database.file
    if file is None or not file.exists():
        return None
    try:
        with closing(reading(file)) as opened:
            check = "integrity_check" if thorough else "quick_check"
            found = str(opened.execute(f"PRAGMA {check}(1)").fetchone()[0])
    except sqlite3.Error as error:
        return explain(database, error)
    return None if found == "ok" else _damaged(file)


def reading(file: Path) -> sqlite3.Connection:
    """Open a SQLite file and change nothing: what is damaged may be all that is left."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)


def foreign(database: Database) -> Trouble | None:
    """Return what says that a database was made by another program: nothing is put into it."""
    tables, revision = _tables(database)
    if not tables - {REVISION} or tables >= OWN_TABLES or revision in migrate.known():
        return None
    where = database.file or f"the database {database.url.database}"
    return Trouble(
        f"{where} belongs to another program: it holds {_few(tables - {REVISION})}",
        "correct DSN_DATABASE_URL, so that the bot has a database of its own",
    )


def _tables(database: Database) -> tuple[set[str], str | None]:
    """Return the names of the tables, and the revision; a SQLite file is not even made ours."""
    if database.file is None:
        with database.engine.execution_options(dsn_reading=True).connect() as connection:
            names = set(connection.dialect.get_table_names(connection))
        return names, migrate.current(database)
    with closing(reading(database.file)) as opened:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        names = {str(name) for (name,) in opened.execute(query)}
        if REVISION not in names:
            return names, None
        revision = opened.execute("SELECT * FROM alembic_version").fetchone()
        return names, str(revision[0]) if revision is not None else None


def ensure_current(database: Database) -> None:
    """Raise :class:`Unusable` where a database is not at this version's state."""
    with named(database):
        trouble = other_version(database)
    if trouble is not None:
        raise Unusable(trouble)


def other_version(database: Database) -> Trouble | None:
    """Return what says that a database is not at this version's state."""
    before, wanted = migrate.current(database), migrate.head()
    if before == wanted:
        return None
    where = database.file or f"the database {database.url.database}"
    if before is None:
        return Trouble(f"{where} holds nothing yet", "dsn-bot migrate prepares it")
    if before in migrate.known():
        return Trouble(
            f"{where} is at {before} of {wanted}", "dsn-bot migrate brings it up to date"
        )
    return later_version(database, before)


def later_version(database: Database, revision: str) -> Trouble:
    """Return what is said of a database that a later version has migrated."""
    where = database.file or f"the database {database.url.database}"
    restore = restoring(database.file) if database.file else RESTORE
    return Trouble(
        f"{where} is at {revision}, which this version does not know",
        f"run the version that migrated it, or go back: {restore}",
    )


def damaged(database: Database) -> Trouble:
    """Return what is said of a database that was found damaged while it was used."""
    return _damaged(database.file or Path(":memory:"))


def is_damage(error: BaseException) -> bool:
    """Tell whether an error says that a SQLite file is damaged: no later try can help."""
    cause = getattr(error, "orig", None) or error
    return isinstance(cause, sqlite3.Error) and _code(cause) in _DAMAGED


# --- what drivers raise ----------------------------------------------------------------------

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
OURS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.DataError)
"""What the driver says of a mistake in a statement of ours."""
SCARCE = 64 * 2**10
"""Free bytes below which an error of input or output means that there is no room."""


def explain(database: Database, error: Exception) -> Trouble | None:
    """Return what an error of a driver means; None for one that is no fault of the database's."""
    if isinstance(error, OldServer):
        return Trouble(f"the server is PostgreSQL {error.version}", "use PostgreSQL 14 or later")
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, OURS):
        return None
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(database.file, cause)
    if isinstance(error, IntegrityError | DataError):
        return None
    if isinstance(error, ProgrammingError) and not re.search(NOT_ALLOWED, str(cause)):
        return None
    return _of_postgres(database, cause) if isinstance(error, DBAPIError) else None


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's primary code; an error of the driver's own has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def of_file(file: Path, error: OSError | sqlite3.Error) -> Trouble:
    """Return what an error says of a file that is written or read as a copy."""
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(file, error)
    if error.errno in (ENOSPC, EDQUOT):
        return _full(file)
    said = f"{file}: {error.strerror}"
    return Trouble(said, "see that it is there and that dsn-bot may read and write beside it")


def _full(place: Path) -> Trouble:
    remedy = "make room: nothing is lost meanwhile, and nothing new can be stored"
    return Trouble(f"the disk of {place} is full", remedy, lasts=False, sort=Sort.FULL)


def _of_sqlite(file: Path | None, error: sqlite3.Error) -> Trouble:
    place = file or Path(":memory:")
    match _code(error):
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return _damaged(place)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            said = f"{place} is held by another program, which does not let go of it"
            remedy = f"end that program: fuser {place} names it"
            return Trouble(said, remedy, lasts=False, sort=Sort.HELD)
        case sqlite3.SQLITE_FULL:
            return _full(place)
        case sqlite3.SQLITE_IOERR if shutil.disk_usage(place.parent).free < SCARCE:
            return _full(place)
        case sqlite3.SQLITE_IOERR:
            said = f"{place} cannot be read or written ({error})"
            remedy = "see that its disk has room (df) and no fault (dmesg)"
            return Trouble(said, remedy, lasts=False)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            said = f"{place} cannot be opened for writing by {_me()}"
            return Trouble(said, _own(place.parent, is_folder=True))
        case _:
            said = f"{place} is not as this version expects ({first_line(error)})"
            return Trouble(said, "dsn-bot doctor names the remedy", sort=Sort.UNKNOWN)


NOT_ALLOWED = r"permission denied|no schema has been selected|must be owner"
_POSTGRES = (
    (r"password authentication failed|no password supplied", "the password is not accepted",
     "correct the password in DSN_DATABASE_URL"),
    (r'role "[^"]*" does not exist', "there is no such user",
     "correct the user in DSN_DATABASE_URL, or have it made: createuser"),
    (r'database "[^"]*" does not exist', "there is no such database",
     "correct its name in DSN_DATABASE_URL, or have it made: createdb"),
    (r"refused|No such file|could not translate|timeout|Name or service|unreachable",
     "no server answers", "start PostgreSQL, or correct host and port in DSN_DATABASE_URL"),
    (NOT_ALLOWED, "the user may not do that",
     "let the user of DSN_DATABASE_URL own the database and its schema public"),
)  # fmt: skip
"""What a server, or the lack of one, says in English; how it is told; the remedy."""


def _of_postgres(database: Database, error: Exception) -> Trouble:
    """Return what PostgreSQL says; the driver's line may hold an address, but never a password."""
    url = database.url
    where = f"PostgreSQL, database {url.database} at {_host(database)}"
    text = " ".join(str(error).split())
    for pattern, said, remedy in _POSTGRES:
        if re.search(pattern, text):
            return Trouble(f"{where}: {said}", remedy, lasts=said != "no server answers")
    remedy = "see that it runs, and that DSN_DATABASE_URL is right"
    return Trouble(f"{where}: {first_line(error)}", remedy, lasts=False)


def _host(database: Database) -> str:
    host = database.url.host or database.url.query.get("host") or "this machine"
    port = f":{database.url.port}" if database.url.port else ""
    return f"{host if isinstance(host, str) else host[0]}{port}"


def first_line(error: Exception) -> str:
    """Return the first line of what a database's driver says."""
    said = str(getattr(error, "orig", error)).strip().splitlines()
    return said[0] if said else type(error).__name__


# --- remedies --------------------------------------------------------------------------------


def _damaged(file: Path) -> Trouble:
    return Trouble(
        f"{file} is damaged", f"stop the bot, then {restoring(file)} (what is there now is kept)"
    )


def restoring(file: Path) -> str:
    """Return the command that brings back the newest whole copy beside a database, or any copy."""
    copy = latest_copy(file)
    if copy is None:
        return RESTORE
    made = datetime.fromtimestamp(copy.stat().st_mtime, UTC)
    return f"dsn-bot restore {copy} (of {made:%Y-%m-%d %H:%M} UTC), or with a newer copy"


def latest_copy(file: Path) -> Path | None:
    """Return the newest file beside a database that is a whole copy of one, if there is any."""
    try:
        others = [
            other
            for other in file.parent.iterdir()
            if other.name.startswith(f"{file.name}.before-") and other.is_file()
        ]
        others.sort(key=lambda other: other.stat().st_mtime, reverse=True)
    except OSError:
        return None
    return next((other for other in others if is_whole(other)), None)


def is_whole(file: Path) -> bool:
    """Tell whether a SQLite file is undamaged, and was made by a version that this one knows."""
    try:
        with closing(reading(file)) as opened:
            found = opened.execute("PRAGMA quick_check(1)").fetchone()[0]
            revision = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        return False
    return found == "ok" and revision is not None and revision[0] in migrate.known()


def _own(place: Path, *, is_folder: bool = False) -> str:
    """Return how this user gets at a file or folder, or who may in their stead."""
    me = _me()
    try:
        owner = _name(place.stat().st_uid)
    except OSError:
        owner = None
    if owner == me:
        return f"chmod {'u+rwx' if is_folder else 'u+rw'} {place}"
    instead = f"run dsn-bot as {owner}, or " if owner else ""
    return f"{instead}give it to {me}: chown -R {me} {place if is_folder else place.parent}"


def _me() -> str:
    return _name(os.geteuid())


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def _mount_of(place: Path) -> Path:
    return next(path for path in (place, *place.absolute().parents) if path.is_mount())


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


def _has_something(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def _few(names: set[str]) -> str:
    first, *rest = sorted(names)
    return f"the table {first}" + (f" and {len(rest)} more" if rest else "")
