"""The database: one engine, transactions for use cases, SQLite and PostgreSQL alike."""

import fcntl
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from time import monotonic
from typing import IO, Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, SQLModel

WIPE_PATIENCE = 1.0
"""Seconds that the emptying of the write-ahead log waits for readers; then it is tried again."""
BUSY_TIMEOUT_MS = 10_000
"""How long a SQLite writer waits for another one before it gives up."""

RESTED_SECONDS = 1.0
"""A PostgreSQL connection that was not used for so long is asked whether it is still there."""

WORKERS = 4
"""Use cases that may run side by side; the pool holds a connection for each.

More of them only wait for the interpreter's lock: with eight a step was a tenth slower.
"""


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
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        # SQLite lets one writer in; waiting for a lock in turn is quicker than its busy polling.
        self._writer: AbstractContextManager[object] = (
            threading.Lock() if self.is_sqlite else nullcontext()
        )
        self._lock: IO[str] | None = None
        self.engine = _engine(self.url, workers=workers, is_sqlite=self.is_sqlite)

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
        emptied. PostgreSQL gives the place of dead rows free.
        """
        if self.file is not None:
            with closing(sqlite3.connect(self.file, timeout=WIPE_PATIENCE)) as alone:
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
        lock = self.file.with_name(f"{self.file.name}.lock").open("w")
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
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    options |= {"connect_args": {"options": "-c timezone=UTC"}}
    engine = create_engine(url, **options)
    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", partial(_ask_after_rest, engine))
    return engine


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


def _prepare_sqlite(connection: Any, record: object) -> None:
    """Set what SQLite forgets between connections; the driver leaves BEGIN to us."""
    del record
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # what is confirmed to Telegram outlives a power cut as well
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is deleted is overwritten in the file as well
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once: a lock taken half-way cannot wait, it can only fail."""
    reading = connection.get_execution_options().get("dsn_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of a model, for statements that the object mapper has no part in."""
    # SQLModel does not declare what SQLAlchemy adds to the class.
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


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
