"""Counts the statements that reach a database, transaction by transaction.

BEGIN, COMMIT and ROLLBACK are not counted. What the driver takes for many rows at once is one
statement.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event

from storage.database import Database

LOOKS_AT_THE_INBOX = "inbox.answers_sent, lane.held_by"
"""In the first statement of the transaction that carries an update out."""


@dataclass
class Transaction:
    """One transaction, and what was asked in it."""

    is_reading: bool
    thread: int
    """Who asks."""
    statements: list[str] = field(default_factory=list)

    @property
    def carries_out(self) -> bool:
        """Whether it carries an update out: from the look at the inbox to the stored answer."""
        return self.has(LOOKS_AT_THE_INBOX)

    def has(self, words: str) -> bool:
        """Tell whether *words* stand in one of its statements."""
        return any(words in statement for statement in self.statements)


@dataclass
class Statements:
    """What has reached a database since the last :meth:`clear`."""

    ended: list[Transaction] = field(default_factory=list)
    open: dict[Connection, Transaction] = field(default_factory=dict)

    def clear(self) -> None:
        self.ended.clear()

    @property
    def carrying_out(self) -> list[str]:
        """The statements of the transactions that carried updates out."""
        return [sql for one in list(self.ended) if one.carries_out for sql in one.statements]

    @property
    def ahead(self) -> list[str]:
        """The statements that looked for what a text is read for, before those transactions."""
        found: list[str] = []
        carrying = [number for number, one in enumerate(self.ended) if one.carries_out]
        for number in carrying:
            thread = self.ended[number].thread
            before = next((one for one in self.ended[:number][::-1] if one.thread == thread), None)
            if before is not None and before.is_reading:
                found.extend(before.statements)
        return found

    def is_writing(self, thread: int) -> bool:
        """Tell whether a thread is in a transaction that writes: on SQLite it holds the lock."""
        return any(one.thread == thread and not one.is_reading for one in list(self.open.values()))

    def _begin(self, connection: Connection) -> None:
        is_reading = connection.get_execution_options().get("dsn_reading", False)
        self.open[connection] = Transaction(is_reading, threading.get_ident())

    def _run(self, connection: Connection, cursor: Any, statement: str, *_: Any) -> None:
        del cursor
        if connection in self.open and not statement.startswith("BEGIN"):
            self.open[connection].statements.append(statement)

    def _end(self, connection: Connection) -> None:
        found = self.open.pop(connection, None)
        if found is not None:
            self.ended.append(found)


@contextmanager
def statements_of(database: Database) -> Iterator[Statements]:
    """Count what reaches *database*."""
    counted, engine = Statements(), database.engine
    listeners = [
        ("begin", counted._begin),
        ("before_cursor_execute", counted._run),
        ("commit", counted._end),
        ("rollback", counted._end),
    ]
    # First, so that a BEGIN of the database's own belongs to the transaction that it begins.
    for name, listener in listeners:
        event.listen(engine, name, listener, insert=True)
    try:
        yield counted
    finally:
        for name, listener in listeners:
            event.remove(engine, name, listener)
