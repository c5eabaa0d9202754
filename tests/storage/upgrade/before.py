"""A network as the version before the runtime of features left it, and how to load it.

Its rows were made by that version (commit 118824f) itself, by its services and by conversations
with it over HTTP, and the program was killed at the end: one message was being sent, one may have
left, one update was not read yet, one answer had not gone out. The dumps are plain SQL.
"""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import inspect, text

from storage.database import Database

FOLDER = Path(__file__).parent
KILLED_AT = datetime(2026, 12, 10, 10, 0, tzinfo=UTC)
"""When the program was killed: a Thursday, 11:00 in Brussels."""
NAMES = (
    "Helena",
    "Marc",
    "Camille",
    "Niamh",
    "Aino",
    "Giulia",
    "Eleni",
    "Luc",
    "Sofia",
    "Piotr",
    "Radu",
    "Luuk",
    "Karel",
    "Anna",
    "Oscar",
    "Mira",
)
ACCOUNTS = {name: 5_000_001 + number for number, name in enumerate(NAMES)}
"""Telegram's ids of its people. Piotr has left, Karel was declined, Anna waits, Luc is suspended,
Radu blocked the bot, Oscar was about to register, and Mira chose a language, no more."""
WITH_EVERY_FIELD = "2026-IE-DAI-001"
WITHDRAWN = "2026-FI-EDU-001"

Rows = dict[str, dict[tuple[Any, ...], dict[str, Any]]]


def load(database: Database) -> None:
    """Fill an empty database with the dump for its kind."""
    if database.file is not None:
        with closing(sqlite3.connect(database.file)) as connection:
            connection.executescript(_dump("sqlite"))
        return
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, options="-c timezone=UTC") as connection:
        connection.execute(_dump("postgresql").encode())


def _dump(kind: str) -> str:
    return (FOLDER / f"before.{kind}.sql").read_text(encoding="utf-8")


def rows_of(database: Database) -> Rows:
    """Return every row of every table: table → primary key → column → value."""
    found: Rows = {}
    with database.reading() as session:
        inspector = inspect(session.connection())
        for table in inspector.get_table_names():
            keys = inspector.get_pk_constraint(table)["constrained_columns"]
            rows = session.execute(text(f'SELECT * FROM "{table}"')).mappings().all()
            found[table] = {
                tuple(row[key] for key in keys): {name: _plain(row[name]) for name in row}
                for row in rows
            }
    return found


def _plain(value: Any) -> Any:
    """Return a value so that JSON is equal whatever the order of its keys."""
    if isinstance(value, str) and value[:1] in {"{", "["}:
        return json.loads(value)
    return value
