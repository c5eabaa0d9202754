"""The audit log: who did what to what, and when."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage.models import AuditEntry, Invitation, Meeting, Person, ProjectUpdate

Named = TypeVar("Named", Person, Meeting, ProjectUpdate, Invitation)


def record(
    session: Session,
    act: str,
    *,
    by: int | None,
    now: datetime,
    subject: str | None = None,
    **detail: Any,
) -> None:
    """Add an entry, such as ``meeting.moved`` to ``meeting:3``, by a person (None: the bot)."""
    session.add(AuditEntry(at=now, by=by, act=act, subject=subject, detail=detail))


def take_names_out(session: Session, entries: Collection[AuditEntry]) -> int:
    """Empty who, to what and how in entries; that it was done, and when, stays. Return how many."""
    ids = sorted(entry.id for entry in entries)
    if ids:
        session.execute(
            update(AuditEntry)
            .where(col(AuditEntry.id).in_(ids))
            .values(by=None, subject=None, detail={})
            .execution_options(synchronize_session=False)
        )
    for entry in entries:
        session.expire(entry)
    return len(ids)


def about(session: Session, subject: str) -> Sequence[AuditEntry]:
    """Return what was done to a subject, the oldest first."""
    return session.exec(
        select(AuditEntry).where(AuditEntry.subject == subject).order_by(col(AuditEntry.id))
    ).all()


def between(session: Session, act: str, since: datetime, until: datetime) -> Sequence[AuditEntry]:
    """Return the entries of a kind after one instant and not after another, the oldest first."""
    query = select(AuditEntry).where(
        AuditEntry.act == act, col(AuditEntry.at) > since, col(AuditEntry.at) <= until
    )
    return session.exec(query.order_by(col(AuditEntry.id))).all()


def latest(
    session: Session, *, before: int | None, limit: int, besides: Sequence[str] = ()
) -> Sequence[AuditEntry]:
    """Return the last entries, of kinds other than *besides*, older than the one of an id."""
    query = select(AuditEntry).where(col(AuditEntry.act).not_in(besides))
    if before is not None:
        query = query.where(col(AuditEntry.id) < before)
    return session.exec(query.order_by(col(AuditEntry.id).desc()).limit(limit)).all()


def named(session: Session, model: type[Named], ids: Collection[int]) -> dict[int, Named]:
    """Return the rows that entries are about, by id; those that are gone are not there."""
    if not ids:
        return {}
    return {row.id: row for row in session.exec(select(model).where(col(model.id).in_(ids)))}
