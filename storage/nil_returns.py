"""Queries on chambers that have nothing to report for a meeting."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from storage.database import dialect_of, insert_new
from storage.models import NilReturn


def chambers(session: Session, meeting_id: int) -> set[str]:
    """Return the chambers that said so for a meeting."""
    query = select(NilReturn.chamber_id).where(NilReturn.meeting_id == meeting_id)
    return set(session.exec(query).all())


def keep(
    session: Session, meeting_id: int, chamber_ids: Iterable[str], *, by: int, now: datetime
) -> list[str]:
    """Keep what a person said for chambers; return those of which nobody had said it before."""
    rows = [
        {"meeting_id": meeting_id, "chamber_id": chamber_id, "person_id": by, "said_at": now}
        for chamber_id in chamber_ids
    ]
    if not rows:
        return []
    statement = insert_new(dialect_of(session), NilReturn).on_conflict_do_nothing()
    return list(session.execute(statement.returning(col(NilReturn.chamber_id)), rows).scalars())
