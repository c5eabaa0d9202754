"""Which processes run on a database: a mark each, renewed while it lives, gone when it stops."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage import marks
from storage.models import Mark

PREFIX = "running:"
LOST_AFTER = timedelta(seconds=90)
"""A mark is renewed each 30 seconds; an older one was left by a process that was killed."""
FORGOTTEN_AFTER = timedelta(days=1)


def renew(session: Session, instance: str, *, now: datetime) -> None:
    """Say that a process is alive; marks of long-lost ones go."""
    marks.put(session, PREFIX + instance, now)
    old = col(Mark.name).startswith(PREFIX) & (col(Mark.at) < now - FORGOTTEN_AFTER)
    session.execute(delete(Mark).where(old))


def ended(session: Session, instance: str) -> None:
    """Say that a process has stopped in good order."""
    session.execute(delete(Mark).where(col(Mark.name) == PREFIX + instance))


def latest(session: Session, *, now: datetime) -> timedelta | None:
    """Return how long ago a process that still runs was seen, None where there is none."""
    query = select(Mark.at).where(
        col(Mark.name).startswith(PREFIX), col(Mark.at) > now - LOST_AFTER
    )
    seen = session.exec(query.order_by(col(Mark.at).desc())).first()
    return None if seen is None else max(now - seen, timedelta())
