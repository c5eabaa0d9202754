"""What the network holds, table by table, without anything that names a person."""

from typing import Any

from sqlmodel import Session, col, select

from storage import deliveries
from storage.models import (
    Answer,
    Meeting,
    ProjectUpdate,
    UpdatePartner,
    UpdateTheme,
)

MEETING = (
    "id",
    "series",
    "title",
    "starts_at",
    "ends_at",
    "zone",
    "format",
    "place",
    "focus",
    "reply_by",
    "state",
    "cancel_reason",
)
HELD_BACK = frozenset({"author_id", "seal"})


def tables(session: Session) -> dict[str, list[dict[str, Any]]]:
    """Return meetings, answers, updates and the counts of the ledger, the oldest first."""
    return {
        "meetings": [
            {name: getattr(meeting, name) for name in MEETING}
            for meeting in session.exec(select(Meeting).order_by(col(Meeting.id)))
        ],
        "answers": [
            {
                "meeting_id": answer.meeting_id,
                "chamber_id": answer.chamber_id,
                "choice": answer.choice,
                "comment": answer.comment,
                "for_starts_at": answer.for_starts_at,
                "answered_at": answer.answered_at,
            }
            for answer in session.exec(
                select(Answer).order_by(col(Answer.meeting_id), col(Answer.answered_at))
            )
        ],
        "updates": _updates(session),
        "deliveries": [
            {"kind": kind, "state": state, "count": count}
            for (state, kind), count in sorted(deliveries.counts_by_state_and_kind(session).items())
        ],
    }


def _updates(session: Session) -> list[dict[str, Any]]:
    partners, themes = dict[int, list[str]](), dict[int, list[str]]()
    for partner in session.exec(select(UpdatePartner).order_by(col(UpdatePartner.position))):
        partners.setdefault(partner.update_id, []).append(partner.code)
    for theme in session.exec(select(UpdateTheme).order_by(col(UpdateTheme.position))):
        themes.setdefault(theme.update_id, []).append(theme.code)
    return [
        {name: value for name, value in update.model_dump().items() if name not in HELD_BACK}
        | {"partners": partners.get(update.id, []), "themes": themes.get(update.id, [])}
        for update in session.exec(select(ProjectUpdate).order_by(col(ProjectUpdate.id)))
    ]
