"""What a restored copy lacks: from which instant to which, and what happened meanwhile.

The copy ends with its last sign of life, and so does the database that it replaced. Where that one
is damaged, each table is read as far as it can be; what cannot be read is unknown, not nothing.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from storage import condition
from storage.backup import Kept
from storage.database import Database

SEEN = {
    "answers": ("answer", "answered_at"),
    "reports": ("project_update", "updated_at"),
    "nil_returns": ("nil_return", "said_at"),
    "people": ("person", "created_at"),
    "notices": ("notice", "created_at"),
    "received": ("inbox", "received_at"),
    "sent": ("delivery", "sent_at"),
}
"""What is counted: its name, the table, and the instant that each row has."""
SIGNS_OF_LIFE = (
    ("mark", "at", "name = 'alive'"),
    ("act", "at", ""),
    ("inbox", "received_at", ""),
    ("delivery", "sent_at", ""),
)
STORED = "%Y-%m-%d %H:%M:%S.%f"
"""How an instant stands in SQLite."""

Ask = Callable[[str, dict[str, object]], object]
"""Returns the one value that a query asks for, or None where it cannot be read."""


@dataclass(frozen=True)
class Gap:
    """What is missing after a restore."""

    since: datetime
    """The instant that the copy was made at."""
    until: datetime
    """The last sign of life of what it replaced: nothing later can be missing."""
    seen: dict[str, int] = field(default_factory=dict)
    """How much happened meanwhile, by the names of ``SEEN``."""
    unread: tuple[str, ...] = ()
    """Of what could not be read, so that nobody knows."""


def measure(database: Database, kept: Kept, *, now: datetime) -> Gap:
    """Compare a restored *database* with what it has replaced."""
    with database.engine.execution_options(dsn_reading=True).connect() as connection:

        def ask(query: str, values: dict[str, object]) -> object:
            try:
                with connection.begin_nested():
                    return connection.execute(text(query), values).scalar()
            except SQLAlchemyError:
                return None

        since = _last_sign(ask, "") or now
        if kept.schema is not None:
            return _of(ask, f"{kept.schema}.", since, kept, now)
        if kept.file is None:
            return _of(_unknown, "", since, kept, now)
    try:
        replaced = condition.reading(kept.file)
    except sqlite3.Error:
        return _of(_unknown, "", since, kept, now)
    with closing(replaced) as opened:

        def ask_file(query: str, values: dict[str, object]) -> object:
            stored = {
                name: value.astimezone(UTC).strftime(STORED)
                if isinstance(value, datetime)
                else value
                for name, value in values.items()
            }
            try:
                return opened.execute(query, stored).fetchone()[0]
            except sqlite3.Error:
                return None

        return _of(ask_file, "", since, kept, now)


def _unknown(query: str, values: dict[str, object]) -> object:
    del query, values
    return None


def _of(ask: Ask, schema: str, since: datetime, kept: Kept, now: datetime) -> Gap:
    """Return the gap as what was replaced tells of it."""
    until = max(since, _last_sign(ask, schema) or kept.written_at or now)
    seen, unread = dict[str, int](), list[str]()
    for name, (table, column) in SEEN.items():
        query = f"SELECT count(*) FROM {schema}{table} WHERE {column} > :since"
        count = ask(query, {"since": since})
        if isinstance(count, int):
            seen[name] = count
        else:
            unread.append(name)
    return Gap(since, until, seen, tuple(unread))


def _last_sign(ask: Ask, schema: str) -> datetime | None:
    """Return the last instant at which a database shows that a bot ran on it."""
    found = []
    for table, column, which in SIGNS_OF_LIFE:
        where = f" WHERE {which}" if which else ""
        last = ask(f"SELECT max({column}) FROM {schema}{table}{where}", {})
        if isinstance(last, str):
            last = datetime.fromisoformat(last)
        if isinstance(last, datetime):
            found.append(last.replace(tzinfo=UTC) if last.tzinfo is None else last)
    return max(found, default=None)
