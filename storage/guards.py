"""Locks for whoever looks first and writes then, where another session may do so at the same time.

SQLite lets one writer in, so what a transaction has read is still so when it writes: nothing here
costs it a statement. On PostgreSQL (READ COMMITTED) two sessions may both have read a row as it
was. A service therefore takes what it decides on *before* it checks it:

- a row with :func:`hold`: whoever comes second waits, and then reads the row as the first left it;
- what is no single row (the coordinators as a whole, a chamber's projects) with :func:`alone`;
- a new row that a key allows once with :func:`added`.

Locks end with the transaction. The order is: a name, then a person, then what they act on. Two
transactions that wait for each other nevertheless are told apart by PostgreSQL after a second: one
gets an ``OperationalError``, and is carried out anew with the rights as they are then.
"""

from typing import TypeVar

from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from storage.models import Person

Row = TypeVar("Row", bound=SQLModel)

COORDINATORS = "coordinators"
"""Who is a coordinator: changed by one at a time, so that one remains; looked at by many."""
AUDIENCE = "audience"
"""Who belongs to the network and which meetings there are: who joins misses no announcement."""
APPLICATIONS = "applications"
"""How many wait for a decision: only so many are taken."""
PLAN = "plan"
"""By which plan of the organiser's the reminders are made."""
_HELD = "held"
"""In a session's notes: which rows it holds, and whether for itself alone."""


def locks(session: Session) -> bool:
    """Tell whether others may write meanwhile, and the session is one that writes."""
    bind = session.get_bind()
    is_reading = bind.get_execution_options().get("dsn_reading", False)
    return bind.dialect.name == "postgresql" and not is_reading


def hold(session: Session, row: SQLModel, *, shared: bool = False) -> bool:
    """Keep a row as it is until the transaction ends, and read it anew; False where it is gone.

    *shared*: others may hold it so as well, and nobody may change it. The lock is one that rows
    which point at this one need not wait for.
    """
    identity = inspect(row, raiseerr=True).identity
    if not locks(session) or identity is None:
        return True
    held: dict[object, bool] = session.info.setdefault(_HELD, {})
    model = type(row)
    if held.get((model, identity)) in ({True, False} if shared else {True}):
        return True
    keys = inspect(model, raiseerr=True).primary_key
    query = (
        select(model)
        .where(*(key == value for key, value in zip(keys, identity, strict=True)))
        .with_for_update(read=shared, key_share=not shared)
        .execution_options(populate_existing=True)
    )
    if session.execute(query).scalar_one_or_none() is None:
        return False
    held[model, identity] = not shared
    return True


def alone(session: Session, name: str, *, shared: bool = False) -> None:
    """Wait until nobody else is about what *name* stands for, and keep others from it.

    *shared*: whoever asks for it so too may go on beside this transaction.
    """
    if locks(session):
        of = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
        session.execute(text(f"SELECT {of}(hashtext(:name))"), {"name": name})


def added(session: Session, row: SQLModel) -> bool:
    """Insert a row; False where a key of its table stands against it: another session was first."""
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError:
        return False
    return True


def acting(session: Session, account: int, person: Person | None) -> Person | None:
    """Let an account act once at a time; return who it belongs to, as they stand now.

    *person* is who it seemed to belong to. What others decide of them waits until this is done,
    and what was decided meanwhile counts here already.
    """
    if not locks(session):
        return person
    if person is None:
        alone(session, f"account:{account}")
        query = select(Person).where(Person.telegram_id == account)  # type: ignore[arg-type]
        return session.execute(query).scalar_one_or_none()
    is_there = hold(session, person)
    return person if is_there and person.telegram_id == account else None
