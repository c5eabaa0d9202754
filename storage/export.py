"""What the network holds, table by table, without anything that names a person."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from storage import deliveries
from storage.models import Answer, Meeting, ProjectUpdate

ANSWER_COLUMNS = (
    "meeting_id",
    "chamber_id",
    "choice",
    "comment",
    "for_starts_at",
    "answered_at",
)
DELIVERY_COLUMNS = ("kind", "state", "count")


AT_ONCE = 500
"""Rows that are held in memory at a time."""
Rows = Iterator[dict[str, Any]]


def tables(
    session: Session,
    *,
    meetings: Sequence[str],
    updates: Sequence[str],
    links: Mapping[str, type[SQLModel]],
) -> dict[str, Rows]:
    """Return meetings, answers, updates and the counts of the outbox, the oldest first.

    *meetings* and *updates* are the columns that are written of each; *links* the tables of the
    updates' codes, by the name of their column in the export. Rows are read as they are asked for,
    while the session is open, one table after the other.
    """
    return {
        "meetings": _of(session, select(Meeting).order_by(col(Meeting.id)), meetings),
        "answers": _of(
            session,
            select(Answer).order_by(col(Answer.meeting_id), col(Answer.answered_at)),
            ANSWER_COLUMNS,
        ),
        "updates": _updates(session, updates, links),
        "deliveries": _counts(session),
    }


def _of(session: Session, query: Any, columns: Sequence[str]) -> Rows:
    for row in session.exec(query.execution_options(yield_per=AT_ONCE)):
        yield {name: getattr(row, name) for name in columns}


def _counts(session: Session) -> Rows:
    for (state, kind), count in sorted(deliveries.counts_by_state_and_kind(session).items()):
        yield dict(zip(DELIVERY_COLUMNS, (kind, state, count), strict=True))


def _updates(session: Session, columns: Sequence[str], links: Mapping[str, type[SQLModel]]) -> Rows:
    query = select(ProjectUpdate).order_by(col(ProjectUpdate.id))
    for block in session.exec(query.execution_options(yield_per=AT_ONCE)).partitions():
        ids = [update.id for update in block]
        codes = {name: _codes(session, table, ids) for name, table in links.items()}
        for update in block:
            yield {name: getattr(update, name) for name in columns} | {
                name: found.get(update.id, []) for name, found in codes.items()
            }


def _codes(session: Session, table: Any, ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the codes of each of some updates, in their order."""
    found: dict[int, list[str]] = {}
    for row in session.exec(select(table).where(table.update_id.in_(ids)).order_by(table.position)):
        found.setdefault(row.update_id, []).append(row.code)
    return found
