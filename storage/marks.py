"""Instants that outlive a restart."""

from datetime import datetime

from sqlmodel import Session, col

from storage.database import dialect_of, insert_new
from storage.models import Mark

BACKED_UP = "backed-up"
"""When the last copy was made and checked; a restored database says when it was copied before."""


def put(
    session: Session, name: str, at: datetime, value: str | None = None, *, if_later: bool = False
) -> None:
    """Set the instant kept under *name*; *if_later*: unless a later one is kept already.

    Several processes may set it at the same time.
    """
    statement = insert_new(dialect_of(session), Mark)
    stands = {"at": statement.excluded.at, "value": statement.excluded.value}
    settled = statement.on_conflict_do_update(
        index_elements=["name"],
        set_=stands,
        where=col(Mark.at) < statement.excluded.at if if_later else None,
    )
    session.execute(settled, {"name": name, "at": at, "value": value})


def get(session: Session, name: str) -> Mark | None:
    """Return what is kept under *name*."""
    return session.get(Mark, name, populate_existing=True)
