"""The list of erasures beside the database, by which an older copy is not believed again.

On SQLite it is a file beside the database's; on PostgreSQL a schema of its own, which no copy
holds. Each entry names the number of a person's row and a slow salted hash of the account: nobody's
name, and no account. Whoever opens a database (``run``, ``migrate``, ``restore``) has those entries
carried out anew that it does not know.
"""

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import inspect, text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from storage import erasure, private
from storage.database import Database, table_of
from storage.erasure import Whose
from storage.models import (
    Erasure,
    Form,
    InboxItem,
    ListView,
    OfferedText,
    Person,
    Role,
    Seat,
    Standing,
    Visitor,
)
from storage.register import REGISTER

ENDING = ".erasures"
PRIVATE = 0o600
SCHEMA = "dsn_erasures"
MADE = (
    f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}",
    (
        f"CREATE TABLE IF NOT EXISTS {SCHEMA}.erased (person_id integer, "
        "salt text NOT NULL PRIMARY KEY, digest text NOT NULL, at text NOT NULL)"
    ),
)


@dataclass(frozen=True)
class Entry:
    """One erasure, as the list keeps it; :class:`storage.models.Erasure` is the same as a row."""

    person_id: int | None
    salt: str
    digest: str
    at: str


def wipe(database: Database, *, now: datetime) -> bool:
    """Empty what erasures left in freed pages and logs, and bring the list up to date.

    Returns whether that is done: while others read the log cannot be emptied, and is tried again.
    """
    with database.reading() as session:
        waiting = [row.id for row in erasure.unwiped(session)]
    if not waiting:
        return True
    keep_beside(database)
    if not database.wipe(list(REGISTER)):
        return False
    with database.transaction() as session:
        session.execute(update(Erasure).where(col(Erasure.id).in_(waiting)).values(wiped_at=now))
    return True


def entries(session: Session) -> list[Entry]:
    """Return what a database itself knows of erasures."""
    return [
        Entry(row.person_id, row.salt, row.digest, row.at.astimezone(UTC).isoformat())
        for row in session.exec(select(Erasure).order_by(col(Erasure.id)))
    ]


def known(database: Database) -> list[Entry]:
    """Return every erasure that is known of: by the database as it is, and by the list beside it.

    A database that cannot be read, or of an older version, adds nothing.
    """
    found = {entry.salt: entry for entry in beside(database)}
    if database.file is not None and not database.file.exists():
        return list(found.values())  # looking would make an empty one
    with suppress(DBAPIError), database.reading() as session:
        if inspect(session.connection()).has_table("erasure"):
            found |= {entry.salt: entry for entry in entries(session)}
    return list(found.values())


# --- the list beside -------------------------------------------------------------------------


def file_of(database: Database) -> Path | None:
    """Return the file of the list; None for PostgreSQL, and for a database in memory."""
    if database.file is None:
        return None
    return database.file.with_name(database.file.name + ENDING)


def beside(database: Database) -> list[Entry]:
    """Return the list as it lies beside the database."""
    if database.is_sqlite:
        return _read(file_of(database))
    with suppress(DBAPIError), database.reading() as session:
        if inspect(session.connection()).has_table("erased", schema=SCHEMA):
            rows = session.execute(
                text(f"SELECT person_id, salt, digest, at FROM {SCHEMA}.erased ORDER BY at")
            )
            return [Entry(*row) for row in rows]
    return []


def _read(file: Path | None) -> list[Entry]:
    if file is None or not file.exists():
        return []
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        # A line that was cut off by a crash is one that the database itself still has.
        with suppress(ValueError, TypeError):
            found.append(Entry(**json.loads(line)))
    return found


def keep_beside(database: Database) -> None:
    """Write the list anew: what lay there, and what the database knows.

    What the database has forgotten after its span is left out, if it is older than all it knows.
    """
    with database.reading() as session:
        own = entries(session)
    oldest = min((entry.at for entry in own), default="")
    listed = {entry.salt: entry for entry in beside(database) if entry.at >= oldest}
    kept = list((listed | {entry.salt: entry for entry in own}).values())
    if database.is_sqlite:
        _write(file_of(database), kept)
    else:
        _insert(database, kept, oldest)


def _write(file: Path | None, kept: Sequence[Entry]) -> None:
    if file is None:
        return
    unfinished = file.with_name(f".{file.name}.unfinished")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "w") as new:
        new.writelines(f"{json.dumps(asdict(entry))}\n" for entry in kept)
        new.flush()
        os.fsync(new.fileno())
    private.give(unfinished, like=file.with_name(file.name.removesuffix(ENDING)))
    unfinished.replace(file)


def _insert(database: Database, kept: Sequence[Entry], oldest: str) -> None:
    """Put the entries into the schema of their own, which a role without that right leaves out."""
    with suppress(DBAPIError), database.transaction() as session:
        for statement in MADE:
            session.execute(text(statement))
        session.execute(
            text(f"DELETE FROM {SCHEMA}.erased WHERE at < :oldest"),
            {"oldest": oldest},
        )
        session.execute(
            text(
                f"INSERT INTO {SCHEMA}.erased VALUES (:person_id, :salt, :digest, :at) "
                "ON CONFLICT DO NOTHING"
            ),
            [asdict(entry) for entry in kept],
        )


# --- carried out anew ------------------------------------------------------------------------


def replay(database: Database, listed: Iterable[Entry], *, now: datetime) -> int:
    """Carry out anew what a database does not know; return how many people and accounts went."""
    gone = 0
    with database.reading() as session:
        own = {entry.salt for entry in entries(session)}
    missing = [entry for entry in listed if entry.salt not in own]
    if not missing:
        return 0
    with database.transaction() as session:
        for entry in missing:
            gone += _carry_out(session, entry, now=now)
    keep_beside(database)
    return gone


def _carry_out(session: Session, entry: Entry, *, now: datetime) -> bool:
    session.add(
        Erasure(
            person_id=entry.person_id,
            salt=entry.salt,
            digest=entry.digest,
            at=datetime.fromisoformat(entry.at),
        )
    )
    session.flush()
    if entry.person_id is None:
        return _erase_account(session, entry)
    person = session.get(Person, entry.person_id)
    if person is None or person.standing is Standing.DEPARTED:
        return False
    if not _is_the_same(entry, person.telegram_id):
        return False
    for held in session.exec(select(Seat).where(Seat.person_id == person.id)).all():
        held.until = held.until or now
        session.add(held)
    name, whose = person.name, Whose(person.id, person.telegram_id)
    person.standing, person.role = Standing.DEPARTED, Role.CORRESPONDENT
    session.add(person)
    erasure.erase(session, whose, name=name, update_id=None)
    erasure.drop_waiting(session, whose)
    return True


def _is_the_same(entry: Entry, account: int | None) -> bool:
    """Tell whether a list is this database's: the row of that number has the account."""
    if account is None:
        return entry.digest == ""
    return erasure.digest(account, entry.salt) == entry.digest


def _erase_account(session: Session, entry: Entry) -> bool:
    for account in _strangers(session):
        if _is_the_same(entry, account):
            erasure.erase(session, Whose(None, account), name=None, update_id=None)
            return True
    return False


def _strangers(session: Session) -> set[int]:
    """Return the accounts that something is kept of, and that are nobody's who is registered."""
    kept_in = [
        table_of(Form).c.telegram_id,
        table_of(OfferedText).c.telegram_id,
        table_of(Visitor).c.telegram_id,
        table_of(ListView).c.telegram_id,
        table_of(InboxItem).c.lane,
    ]
    found: set[int] = set()
    for column in kept_in:
        found |= set(session.execute(select(column).distinct()).scalars())
    registered = select(Person.telegram_id).where(col(Person.telegram_id).is_not(None))
    return found - {one for one in session.exec(registered) if one is not None} - {0}
