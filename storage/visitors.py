"""Queries on people who are not registered and have chosen a language."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col

from storage.models import Visitor


def language(session: Session, telegram_id: int) -> str | None:
    """Return the language that somebody chose who is not registered."""
    found = session.get(Visitor, telegram_id)
    return found.language if found else None


def choose_language(session: Session, telegram_id: int, chosen: str, *, now: datetime) -> None:
    """Remember a visitor's choice, in place of an earlier one."""
    session.merge(Visitor(telegram_id=telegram_id, language=chosen, chosen_at=now))
    session.flush()


def forget(session: Session, telegram_id: int) -> None:
    """Delete what is kept of a visitor."""
    session.execute(delete(Visitor).where(col(Visitor.telegram_id) == telegram_id))


def forget_before(session: Session, instant: datetime) -> None:
    """Delete the choices that were made before *instant*."""
    session.execute(delete(Visitor).where(col(Visitor.chosen_at) < instant))
