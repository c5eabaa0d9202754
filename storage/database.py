"""The database: one engine, transactions for use cases, SQLite and PostgreSQL alike."""

import fcntl
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import (
    AbstractContextManager,
    closing,
    contextmanager,
    nullcontext,
    suppress,
)
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from typing import IO, Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import DisconnectionError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, SQLModel

from storage import private

INCREMENTAL = 2
"""SQLite's number for a file that gives free pages back when it is told to."""
PAGES_AT_ONCE = 500
"""Two megabytes, some ten milliseconds of the write lock."""
WIPE_PATIENCE = 1.0
"""Seconds that the emptying of the write-ahead log waits for readers; then it is tried again."""
BUSY_TIMEOUT_MS = 10_000
"""How long a SQLite writer waits for another one before it gives up."""

RESTED_SECONDS = 1.0
"""A PostgreSQL connection that was not used for so long is asked whether it is still there."""

KEEPALIVE = {
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 5000,
    "connect_timeout": 5,
}
"""A connection that hangs is given up after some seconds, at our end (libpq)..."""
SERVER_SIDE = {
    "timezone": "UTC",
    "tcp_keepalives_idle": 3,
    "tcp_keepalives_interval": 1,
    "tcp_keepalives_count": 3,
    "tcp_user_timeout": 5000,
}
"""...and at the server's, which then frees its locks."""
PROGRAM = "dsn-bot"
"""What connections are called; those of a process that runs have its name behind."""
STOOD_STILL = frozenset({"25P03", "25P04"})
"""The server ended a transaction that stood still (idle_in_transaction_session_timeout) or took too
long. The driver takes that for a mistake within; it is an outage like any other."""


@dataclass(frozen=True)
class Limits:
    """How long a PostgreSQL connection may keep others waiting, in seconds; 0: without end.

    A transaction that meets one is given up with an ``OperationalError``, as if the connection had
    been lost: what it was for is tried again.
    """

    stands_still: float
    """Between two statements of a transaction: a process that is suspended holds locks there."""
    waits_for_lock: float
    statement: float

    def as_options(self) -> str:
        """Return what the server is told at the beginning of a connection."""
        told = SERVER_SIDE | {
            "idle_in_transaction_session_timeout": round(self.stands_still * 1000),
            "lock_timeout": round(self.waits_for_lock * 1000),
            "statement_timeout": round(self.statement * 1000),
        }
        return " ".join(f"-c {name}={value}" for name, value in told.items())


SERVING = Limits(stands_still=5, waits_for_lock=4, statement=30)
"""Of a process that runs: people wait for it, and others run beside it."""
PATIENT = Limits(stands_still=600, waits_for_lock=60, statement=0)
"""Of the command line: migrations and copies take their time, but not everybody's."""

WORKERS = 4
"""Use cases that may run side by side; the pool holds a connection for each.

More of them only wait for the interpreter's lock: with eight a step was a tenth slower.
"""


OLDEST_POSTGRES = 140_000
"""The oldest server, as PostgreSQL numbers its versions."""


class OldServer(Exception):
    """The PostgreSQL server is older than ``OLDEST_POSTGRES``."""

    def __init__(self, number: int) -> None:
        """Keep the server's version, such as ``13.4``, by its *number*."""
        self.version = f"{number // 10_000}.{number % 10_000}"
        super().__init__(f"PostgreSQL {self.version}")


def database_url(text: str) -> URL:
    """Return the SQLAlchemy URL for a setting, with psycopg 3 as the PostgreSQL driver.

    Raises ``sqlalchemy.exc.ArgumentError`` for text that is no database URL and ``ValueError``
    for a database other than SQLite and PostgreSQL.
    """
    url = make_url(text)
    backend = url.get_backend_name()
    if backend in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise ValueError(f"{backend} is not supported: use sqlite:///… or postgresql://…")
    return url


class Database:
    """An engine and the two ways to use it: a transaction that writes, one that only reads."""

    def __init__(self, url: str, *, workers: int = WORKERS) -> None:
        """Prepare an engine for *url*; nothing is opened before the first use."""
        self.url = database_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            private.make_folder(Path(self.url.database).parent)
        # SQLite lets one writer in; waiting for a lock in turn is quicker than its busy polling.
        self._writer: AbstractContextManager[object] = (
            threading.Lock() if self.is_sqlite else nullcontext()
        )
        self._lock: IO[str] | None = None
        self.limits = PATIENT
        self.name = PROGRAM
        self.engine = _engine(self.url, workers=workers, is_sqlite=self.is_sqlite)
        if not self.is_sqlite:
            event.listen(self.engine, "do_connect", self._introduce)

    def serve_as(self, instance: str, limits: Limits = SERVING) -> None:
        """Connect from now on as a process that runs, under its name and within its *limits*."""
        self.name, self.limits = name_of(instance), limits
        if not self.is_sqlite:
            self.engine.dispose()

    def _introduce(self, _dialect: object, _record: object, _args: object, told: Any) -> None:
        """Tell the server of each new connection whose it is, and its limits."""
        told.update(application_name=self.name, options=self.limits.as_options())

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Yield a session whose work is saved as a whole, or not at all."""
        with (
            self._writer,
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that never waits for a writer; what it writes is given up."""
        engine = self.engine.execution_options(dsn_reading=True)
        with Session(engine, expire_on_commit=False) as session:
            yield session

    def wipe(self, tables: Sequence[str]) -> bool:
        """Empty what deleted rows of *tables* left behind; False: not now, others are reading.

        SQLite overwrites them in the file at once, but the write-ahead log has them until it is
        emptied; pages that got free go back to the disk. PostgreSQL gives the place of dead rows
        free.
        """
        if self.file is not None:
            with closing(sqlite3.connect(self.file, timeout=WIPE_PATIENCE)) as alone:
                try:
                    _give_back(alone)
                except sqlite3.OperationalError:
                    return False
                busy, _, _ = alone.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
        if not self.is_sqlite:
            with self.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as alone:
                for table in tables:
                    alone.exec_driver_sql(f'VACUUM "{table}"')
        return True

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None for PostgreSQL and for a database in memory."""
        if not self.is_sqlite or not self.url.database or self.url.database == ":memory:":
            return None
        return Path(self.url.database)

    def lock(self) -> bool:
        """Keep other processes from running on the same SQLite file; False if one does already.

        The lock is the kernel's, on a file beside it: it ends with the process, however that ends.
        PostgreSQL may be shared.
        """
        if self.file is None or self._lock is not None:
            return True
        path = self.file.with_name(f"{self.file.name}.lock")
        private.make_unless_there(path, like=self.file)
        lock = private.open_own(path)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return False
        self._lock = lock
        return True

    def close(self) -> None:
        """Close every connection, and give the file free."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def _engine(url: URL, *, workers: int, is_sqlite: bool) -> Engine:
    options: dict[str, Any] = {"pool_size": workers, "max_overflow": 4, "hide_parameters": True}
    if is_sqlite:
        options["connect_args"] = {"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000}
        engine = create_engine(url, **options)
        if url.database and not url.database.startswith((":memory:", "file:")):
            event.listen(engine, "do_connect", partial(_make_sqlite, Path(url.database)))
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    options["connect_args"] = KEEPALIVE
    engine = create_engine(url, **options)
    event.listen(engine, "connect", _refuse_old, insert=True)
    event.listen(engine, "handle_error", _an_outage, retval=True)
    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", partial(_ask_after_rest, engine))
    return engine


def _refuse_old(connection: Any, record: object) -> None:
    """Raise :class:`OldServer` before anything is asked of a server that is too old."""
    del record
    if connection.info.server_version < OLDEST_POSTGRES:
        raise OldServer(connection.info.server_version)


def name_of(instance: str) -> str:
    """Return what the connections of a process are called."""
    return f"{PROGRAM} {instance}"


def _an_outage(context: ExceptionContext) -> BaseException | None:
    """Make an outage of what the server ended because it stood still."""
    fault = context.original_exception
    if getattr(fault, "sqlstate", None) not in STOOD_STILL:
        return None
    context.is_disconnect = True
    return OperationalError(context.statement, context.parameters, fault, hide_parameters=True)


def _note_use(connection: Any, record: ConnectionPoolEntry) -> None:
    del connection
    record.info["used_at"] = monotonic()


def _ask_after_rest(
    engine: Engine, connection: Any, record: ConnectionPoolEntry, proxy: object
) -> None:
    """Ask whether a connection that has rested is still there; the pool gets a new one otherwise.

    Asking each time (``pool_pre_ping``) would be one more way to the server for each transaction.
    What is lost within a burst is an ``OperationalError``, and is tried again.
    """
    del proxy
    used_at = record.info.get("used_at")
    if used_at is None or monotonic() - used_at < RESTED_SECONDS:
        return
    try:
        engine.dialect.do_ping(connection)
    except engine.dialect.loaded_dbapi.Error as error:
        raise DisconnectionError("the connection was lost while it rested") from error


def _make_sqlite(file: Path, *_: object) -> None:
    """Make the file that SQLite would make for everybody; what it keeps beside it follows suit."""
    with suppress(OSError):  # SQLite says what is wrong
        private.make_unless_there(file)


def _prepare_sqlite(connection: Any, record: object) -> None:
    """Set what SQLite forgets between connections; the driver leaves BEGIN to us."""
    del record
    connection.isolation_level = None
    # It counts for a new file, before anything is written; in one that is there it is a write.
    if connection.execute("PRAGMA page_count").fetchone()[0] == 0:
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # what is confirmed to Telegram outlives a power cut as well
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is deleted is overwritten in the file as well
    ):
        connection.execute(f"PRAGMA {pragma}")


def _give_back(alone: sqlite3.Connection) -> None:
    """Shorten a file by its free pages, some at a time: whoever writes waits meanwhile.

    A file that was made before this was decided keeps them, and uses them again.
    """
    while _asked(alone, "auto_vacuum") == INCREMENTAL and _asked(alone, "freelist_count"):
        alone.execute(f"PRAGMA incremental_vacuum({PAGES_AT_ONCE})").fetchall()


def _asked(alone: sqlite3.Connection, pragma: str) -> int:
    return int(alone.execute(f"PRAGMA {pragma}").fetchone()[0])


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once: a lock taken half-way cannot wait, it can only fail."""
    reading = connection.get_execution_options().get("dsn_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of a model, for statements that the object mapper has no part in."""
    # SQLModel does not declare what SQLAlchemy adds to the class.
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


def size(session: Session) -> int:
    """Return how many bytes the database takes, without what SQLite still writes ahead."""
    ask = session.connection().exec_driver_sql
    if dialect_of(session) == "sqlite":
        return int(ask("PRAGMA page_count").scalar_one() * ask("PRAGMA page_size").scalar_one())
    return int(ask("SELECT pg_database_size(current_database())").scalar_one())


def dialect_of(session: Session) -> str:
    """Return ``sqlite`` or ``postgresql``."""
    return session.get_bind().dialect.name


def insert_new(dialect: str, model: type[SQLModel]) -> Any:
    """Return an INSERT into the table of *model* that may ``on_conflict_do_nothing``.

    SQLite and PostgreSQL each have their own; the one that is not in use is not loaded.
    """
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # 2 MiB that SQLite does not need

        return postgresql.insert(table_of(model))
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table_of(model))
