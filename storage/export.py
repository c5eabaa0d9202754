"""What the network holds, table by table, without anything that names a person."""

from collections.abc import Mapping, Sequence
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


def tables(
    session: Session,
    *,
    meetings: Sequence[str],
    updates: Sequence[str],
    links: Mapping[str, type[SQLModel]],
) -> dict[str, list[dict[str, Any]]]:
    """Return meetings, answers, updates and the counts of the outbox, the oldest first.

    *meetings* and *updates* are the columns that are written of each; *links* the tables of the
    updates' codes, by the name of their column in the export.
    """
    return {
        "meetings": [
            {name: getattr(meeting, name) for name in meetings}
            for meeting in session.exec(select(Meeting).order_by(col(Meeting.id)))
        ],
        "answers": [
            {name: getattr(answer, name) for name in ANSWER_COLUMNS}
            for answer in session.exec(
                select(Answer).order_by(col(Answer.meeting_id), col(Answer.answered_at))
            )
        ],
        "updates": _updates(session, updates, links),
        "deliveries": [
            dict(zip(DELIVERY_COLUMNS, (kind, state, count), strict=True))
            for (state, kind), count in sorted(deliveries.counts_by_state_and_kind(session).items())
        ],
    }


def _updates(
    session: Session, columns: Sequence[str], links: Mapping[str, type[SQLModel]]
) -> list[dict[str, Any]]:
    codes = {name: _codes(session, table) for name, table in links.items()}
    return [
        {name: getattr(update, name) for name in columns}
        | {name: found.get(update.id, []) for name, found in codes.items()}
        for update in session.exec(select(ProjectUpdate).order_by(col(ProjectUpdate.id)))
    ]


def _codes(session: Session, table: Any) -> dict[int, list[str]]:
    """Return the codes of each update, in their order."""
    found: dict[int, list[str]] = {}
    for row in session.exec(select(table).order_by(table.position)):
        found.setdefault(row.update_id, []).append(row.code)
    return found
