"""Copies of the whole database: made while the bot runs, checked, and put back.

What happened after a copy was made is gone when it is put back, but messages of that time still lie
in people's chats. So every row that a button can name gets a new seal, and ids go on above those
that were given since: whatever button was sent before is an old one.

SQLite is copied by its own online backup, PostgreSQL by ``pg_dump`` and ``pg_restore``. Passwords
go to them in the environment, never as arguments, which other users of the machine can read.
"""

import glob
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from storage import condition, erasures, migrate, private
from storage.condition import SQLITE_MAGIC, Sort
from storage.database import Database
from storage.erasures import Entry

POSTGRES_MAGIC = b"PGDMP"
TOOLS_MISSING = (
    "{tool} is not on PATH: install PostgreSQL's client programs of the server's version or later "
    "(Debian: apt install postgresql-client)"
)
LOGS = ("-wal", "-shm")
"""What SQLite keeps beside a file while it is used."""
SEALED = """
    SELECT kept.name FROM sqlite_master kept JOIN pragma_table_info(kept.name) held
    WHERE kept.type = 'table' AND held.name = 'seal'
"""
"""The tables of a SQLite file whose rows have a seal."""
SEAL_POSTGRES = """
    DO $$
    DECLARE sealed text;
    BEGIN
        FOR sealed IN
            SELECT table_name FROM information_schema.columns
            WHERE table_schema = 'public' AND column_name = 'seal'
        LOOP
            EXECUTE format(
                'UPDATE public.%I SET seal = substr(md5(random()::text || id::text), 1, 8)', sealed
            );
        END LOOP;
    END $$
"""


class BackupError(Exception):
    """A copy cannot be made or put back; the text is one line that says why, and the remedy."""


@dataclass(frozen=True)
class Kept:
    """What a copy has replaced, and where that is kept."""

    said: str
    """Where, for whoever put the copy back."""
    file: Path | None = None
    """Of SQLite: a copy, or the very bytes where the database was damaged."""
    schema: str | None = None
    """Of PostgreSQL: the schema's name now, in the same database."""
    written_at: datetime | None = None
    """When the replaced file was last written to; None where nobody knows."""


def save(database: Database, target: Path) -> None:
    """Copy the database to a new file that only its owner can read, and check the copy.

    The file appears under its name when it is whole. Raises :class:`BackupError`.
    """
    if target.exists():
        raise BackupError(f"{target} is there already: name a new file")
    if not target.parent.is_dir():
        raise BackupError(f"{target.parent} is no folder: make it first")
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        private.make(unfinished)
        if database.is_sqlite:
            source = _source(database)
            _copy_sqlite(source, unfinished)
            _check_sqlite(unfinished, of=source)
        else:
            _dump(database.url, unfinished)
            _run("pg_restore", ["--list", str(unfinished)], {})
        unfinished.rename(target)
    except OSError as error:
        raise BackupError(condition.of_file(target, error).line()) from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def restore(database: Database, source: Path, *, now: datetime) -> Kept:
    """Put a copy in the database's place; return where the database as it was is kept.

    What was there may be damaged, cut or empty.

    Every button that was sent before is an old one afterwards. The caller has seen to it that no
    bot runs on it. Raises :class:`BackupError`, with everything as it was.
    """
    kind = _kind(source)
    if (kind == "sqlite") != database.is_sqlite:
        here = "SQLite" if database.is_sqlite else "PostgreSQL"
        raise BackupError(f"{source} is a copy of another kind of database: this one is {here}")
    # Opening what is no database, such as an empty file, would make one of it.
    is_one = condition.look(database) is None
    erased = erasures.known(database) if is_one else erasures.beside(database)
    if database.is_sqlite:
        return _restore_sqlite(database, source, now, erased)
    kept = _restore_postgres(database, source, now)
    _erase_again(database, erased, now)
    return kept


def _kind(source: Path) -> str:
    try:
        with source.open("rb") as file:
            start = file.read(len(SQLITE_MAGIC))
    except OSError as error:
        raise BackupError(condition.of_file(source, error).line()) from None
    if start == SQLITE_MAGIC:
        return "sqlite"
    if start.startswith(POSTGRES_MAGIC):
        return "postgresql"
    raise BackupError(f"{source} is no copy that `dsn-bot backup` made")


# --- SQLite ----------------------------------------------------------------------------------


def _source(database: Database) -> Path:
    if database.file is None or not database.file.exists():
        raise BackupError(f"there is no database at {database.file or 'this address'} yet")
    return database.file


def _copy_sqlite(source: Path, target: Path) -> None:
    """Copy with SQLite's own backup: whole and consistent while others write."""
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        # It is the copy that grows.
        full = condition.of_file(target, error)
        raise BackupError(full.line() if full.sort is Sort.FULL else _why(source, error)) from None


def _check_sqlite(file: Path, *, of: Path | None = None) -> str:
    """Return the revision that a file is at; raise :class:`BackupError` where it is damaged.

    The error names the file that it is a copy *of*.
    """
    named = of or file
    try:
        with closing(condition.reading(file)) as opened:
            found = opened.execute("PRAGMA integrity_check").fetchone()[0]
            broken = opened.execute("PRAGMA foreign_key_check").fetchone()
            revision = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise BackupError(_why(named, error)) from None
    if found != "ok" or broken is not None or revision is None:
        raise BackupError(f"{named} is damaged: SQLite's check does not pass")
    return str(revision[0])


def _why(file: Path, error: sqlite3.Error) -> str:
    """Return in one line why a file cannot be copied or checked."""
    trouble = condition.of_file(file, error)
    if condition.is_damage(error) or trouble.sort is Sort.UNKNOWN:
        return f"{file} is damaged or is not the bot's ({error}): name another copy"
    return trouble.line()


def _known(revision: str | None, source: Path) -> None:
    if revision is None:
        raise BackupError(f"{source} holds no database of the bot's")
    if revision not in migrate.known():
        raise BackupError(
            f"{source} is at {revision}, which this version does not know: use the version that "
            "made it, or a later one"
        )


def _restore_sqlite(
    database: Database, source: Path, now: datetime, erased: Sequence[Entry]
) -> Kept:
    _known(_check_sqlite(source), source)
    file = database.file
    if file is None:
        raise BackupError("a database in memory cannot be restored")
    if file.exists() and source.samefile(file):
        raise BackupError(f"{source} is the database itself: name a copy")
    database.engine.dispose()  # and not close(): no bot may start on the file meanwhile
    unfinished = file.with_name(f".{file.name}.unfinished")
    beside = _free(file.with_name(f"{file.name}.before-restore-{now:%Y%m%dT%H%M%S}"))
    try:
        unfinished.unlink(missing_ok=True)
        private.make(unfinished, like=file)
        _copy_sqlite(source, unfinished)
        kept = _keep(database, file, beside)
        _renew_sqlite(unfinished, kept.file)
        _erase_again_in(unfinished, erased, now)
        _check_sqlite(unfinished)
        for ending in LOGS:
            _beside(file, ending).unlink(missing_ok=True)
        unfinished.replace(file)
    except (OSError, BackupError) as error:
        for ending in ("", *LOGS):
            _beside(beside, ending).unlink(missing_ok=True)  # it is all still in its place
        if isinstance(error, BackupError):
            raise
        raise BackupError(condition.of_file(file, error).line()) from None
    finally:
        unfinished.unlink(missing_ok=True)
    return kept


def _keep(database: Database, file: Path, beside: Path) -> Kept:
    """Keep what a copy will replace: a copy of it, or its very bytes where it is damaged."""
    parts = [part for part in (file, _beside(file, "-wal")) if part.exists()]
    if not parts:
        return Kept("nothing: there was no database yet")
    written_at = datetime.fromtimestamp(max(part.stat().st_mtime for part in parts), UTC)
    if condition.look(database) is None and condition.damage(database) is None:
        private.make(beside, like=file)
        _copy_sqlite(file, beside)
        return Kept(str(beside), beside, written_at=written_at)
    for part in parts:
        kept = _beside(beside, part.name.removeprefix(file.name))
        try:
            # The same bytes under a second name: it takes no room, and cannot go wrong half-way.
            kept.hardlink_to(part)
        except OSError:
            private.make(kept, like=part)
            shutil.copyfile(part, kept)
        private.tighten([kept])  # a second name keeps the mode of the first
    if not file.exists():
        return Kept(f"{beside}-wal: there was a log alone", written_at=written_at)
    return Kept(f"{beside}, damaged as it was", beside, written_at=written_at)


def _free(wished: Path) -> Path:
    """Return a name that nothing has yet: what an earlier restore kept is never touched."""
    taken = {path.name for path in wished.parent.glob(f"{glob.escape(wished.name)}*")}
    names = (wished.name, *(f"{wished.name}-{number}" for number in range(2, len(taken) + 3)))
    free = (one for one in names if not {one, *(f"{one}{ending}" for ending in LOGS)} & taken)
    return wished.with_name(next(free))


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


def _renew_sqlite(file: Path, before: Path | None) -> None:
    """Seal every row of a copy anew; its ids go on above those of the database *before* it.

    A copy of a version without seals gets them when it is migrated. Of a damaged database the ids
    may be unknown: then the seals alone tell its buttons from new ones.
    """
    earlier: dict[str, int] = {}
    if before is not None:
        with suppress(sqlite3.Error):
            earlier = _last_ids(before)
    try:
        own = _last_ids(file)
        with closing(sqlite3.connect(file)) as opened, opened:
            for (table,) in opened.execute(SEALED).fetchall():
                opened.execute(f"UPDATE {table} SET seal = lower(hex(randomblob(4)))")
            for table, last in own.items():
                opened.execute(
                    "UPDATE sqlite_sequence SET seq = ? WHERE name = ?",
                    (max(last, earlier.get(table, 0)), table),
                )
    except sqlite3.Error as error:
        raise BackupError(_why(file, error)) from None


def _last_ids(file: Path) -> dict[str, int]:
    """Return the last id that each table of a SQLite file has given out, as far as it knows."""
    with closing(condition.reading(file)) as opened:
        counts = opened.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")
        if counts.fetchone() is None:
            return {}
        return dict(opened.execute("SELECT name, seq FROM sqlite_sequence").fetchall())


def _erase_again_in(file: Path, erased: Sequence[Entry], now: datetime) -> None:
    """Erase in a copy who was erased since; it is written anew, so that no freed page tells."""
    if not erased:
        return
    copy = Database(f"sqlite:///{file}")
    try:
        _erase_again(copy, erased, now)
    finally:
        copy.close()
        (erasures.file_of(copy) or file).unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(file)) as opened:
            opened.execute("PRAGMA journal_mode=DELETE")
            opened.execute("PRAGMA auto_vacuum = INCREMENTAL")
            opened.execute("VACUUM")
    except sqlite3.Error as error:
        raise BackupError(f"{file} cannot be changed: {error}") from None


def _erase_again(database: Database, erased: Sequence[Entry], now: datetime) -> None:
    """Carry out the erasures that a copy does not know; one of before gets them when migrated."""
    if migrate.current(database) == migrate.head():
        erasures.replay(database, erased, now=now)


# --- PostgreSQL ------------------------------------------------------------------------------


def _dump(url: URL, target: Path) -> None:
    """Have pg_dump write the bot's schema, in the form that pg_restore reads."""
    arguments = ["--format=custom", "--no-owner", "--no-privileges", "--schema=public"]
    _run("pg_dump", [*arguments, f"--file={target}"], _environment(url))


def _environment(url: URL) -> dict[str, str]:
    """Return the address of a database as PostgreSQL's programs read it from the environment."""
    named = {
        "PGHOST": url.host,
        "PGPORT": str(url.port) if url.port else None,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
    }
    for name, value in url.query.items():
        named[f"PG{name.upper()}"] = value if isinstance(value, str) else ",".join(value)
    return {name: value for name, value in named.items() if value}


def _run(tool: str, arguments: list[str], environment: dict[str, str]) -> None:
    """Run one of PostgreSQL's programs; what it complains of becomes one line."""
    path = shutil.which(tool)
    if path is None:
        raise BackupError(TOOLS_MISSING.format(tool=tool))
    done = subprocess.run(  # noqa: S603 - the program's own path and arguments of ours
        [path, *arguments],
        env={**os.environ, **environment, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        lines = [line.removeprefix(f"{tool}: ") for line in done.stderr.strip().splitlines()[:2]]
        raise BackupError(f"{tool} failed: {'; '.join(lines) or 'it did not say why'}")


def _restore_postgres(database: Database, source: Path, now: datetime) -> Kept:
    """Rename the bot's schema out of the way, let pg_restore make it anew; back on a failure."""
    _run("pg_restore", ["--list", str(source)], {})
    kept = f"before_restore_{now:%Y%m%dt%H%M%S}"
    _statement(database, f"ALTER SCHEMA public RENAME TO {kept}")
    arguments = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    try:
        target = f"--dbname={database.url.database or 'postgres'}"
        _run("pg_restore", [*arguments, target, str(source)], _environment(database.url))
        _known(migrate.current(database), source)
        _renew_postgres(database, kept)
    except BackupError:
        _statement(database, "DROP SCHEMA IF EXISTS public CASCADE")
        _statement(database, f"ALTER SCHEMA {kept} RENAME TO public")
        raise
    finally:
        database.close()
    return Kept(f"the schema {kept} of the same database", schema=kept)


def _renew_postgres(database: Database, before: str) -> None:
    """Seal every row anew; ids go on above those that the schema *before* has given out."""
    _statement(database, SEAL_POSTGRES)
    _statement(
        database,
        "SELECT setval(format('public.%I', own.sequencename)::regclass, earlier.last_value) "
        "FROM pg_sequences own JOIN pg_sequences earlier USING (sequencename) "
        f"WHERE own.schemaname = 'public' AND earlier.schemaname = '{before}' "
        "AND earlier.last_value > coalesce(own.last_value, 0)",
    )


def _statement(database: Database, statement: str) -> None:
    """Carry out one statement of ours; no part of it comes from outside."""
    try:
        with database.engine.begin() as connection:
            connection.execute(text("SET LOCAL lock_timeout = '10s'"))
            connection.execute(text(statement))
    except SQLAlchemyError as error:
        line = str(getattr(error, "orig", error)).strip().splitlines()[0]
        raise BackupError(f"the database refuses: {line}") from None
