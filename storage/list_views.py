"""Queries on the list of activities that a chat looks at."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col

from storage.models import ListView


def get(session: Session, telegram_id: int) -> ListView | None:
    """Return the list that a chat was shown last."""
    return session.get(ListView, telegram_id)


def keep(session: Session, telegram_id: int, filter_: str, *, now: datetime) -> None:
    """Remember which list is on show, in place of an earlier one."""
    session.merge(ListView(telegram_id=telegram_id, filter=filter_, shown_at=now))
    session.flush()


def forget(session: Session, telegram_id: int) -> None:
    """Delete what a chat looks at."""
    session.execute(delete(ListView).where(col(ListView.telegram_id) == telegram_id))


def forget_before(session: Session, instant: datetime) -> None:
    """Delete the lists that were shown before *instant*."""
    session.execute(delete(ListView).where(col(ListView.shown_at) < instant))
