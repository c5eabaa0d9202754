"""Queries on chambers that have nothing to report for a meeting."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, select

from storage.database import dialect_of, insert_new
from storage.models import NilReturn


def chambers(session: Session, meeting_id: int) -> set[str]:
    """Return the chambers that said so for a meeting."""
    query = select(NilReturn.chamber_id).where(NilReturn.meeting_id == meeting_id)
    return set(session.exec(query).all())


def keep(
    session: Session, meeting_id: int, chamber_ids: Iterable[str], *, by: int, now: datetime
) -> None:
    """Keep what a person said for chambers; said twice, the first time stands."""
    rows = [
        {"meeting_id": meeting_id, "chamber_id": chamber_id, "person_id": by, "said_at": now}
        for chamber_id in chamber_ids
    ]
    if rows:
        statement = insert_new(dialect_of(session), NilReturn).on_conflict_do_nothing()
        session.execute(statement, rows)
