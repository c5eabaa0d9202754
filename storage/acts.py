"""The log of acts: who did what to what, and when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.models import Act


def record(
    session: Session,
    act: str,
    *,
    by: int | None,
    now: datetime,
    subject: str | None = None,
    **detail: Any,
) -> None:
    """Add an act, such as ``meeting.moved`` to ``meeting:3``, by a person (None: the bot)."""
    session.add(Act(at=now, by=by, act=act, subject=subject, detail=detail))


def about(session: Session, subject: str) -> Sequence[Act]:
    """Return what was done to a subject, the oldest first."""
    return session.exec(select(Act).where(Act.subject == subject).order_by(col(Act.id))).all()


def between(session: Session, act: str, since: datetime, until: datetime) -> Sequence[Act]:
    """Return the acts of a kind after one instant and not after another, the oldest first."""
    query = select(Act).where(Act.act == act, col(Act.at) > since, col(Act.at) <= until)
    return session.exec(query.order_by(col(Act.id))).all()


def latest(
    session: Session, *, before: int | None, limit: int, besides: Sequence[str] = ()
) -> Sequence[Act]:
    """Return the last acts, of kinds other than *besides*, older than the one of an id."""
    query = select(Act).where(col(Act.act).not_in(besides))
    if before is not None:
        query = query.where(col(Act.id) < before)
    return session.exec(query.order_by(col(Act.id).desc()).limit(limit)).all()
