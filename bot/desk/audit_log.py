"""The log of acts as coordinators read it: who did what to whom or what, by name."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage import audit, meetings, people, updates
from storage.models import AuditEntry, Invitation

SAID = (
    "meeting.announced.told",
    "meeting.moved",
    "meeting.changed",
    "meeting.cancelled.told",
    "person.applied",
    "person.approved",
    "person.declined",
    "person.unreachable",
    "person.suspended",
    "person.reinstated",
    "person.role",
    "person.erased",
    "delivery.refused",
    "invitation.made",
    "invitation.accepted",
    "update.submitted",
    "update.revised",
    "update.withdrawn",
    "chamber.nothing_to_report",
    "fault",
    "fault.job",
)
"""Acts that have a sentence of their own in /log."""
UNSAID = (
    "meeting.answered",
    "meeting.moved.told",
    "meeting.changed.told",
    "person.paused",
    "person.resumed",
)
"""Acts that /board shows, that another act says already, or that are a person's own business."""


@dataclass(frozen=True)
class LogLine:
    """One act, with names in place of ids."""

    id: int
    at: datetime
    act: str
    by: str | None
    """Who did it; None: the bot, or somebody whose data were erased."""
    by_bot: bool
    subject: str | None
    """A name, a title or a reference; None where it is gone."""
    chamber_id: str | None = None
    """In place of the subject, for what was done for a chamber."""
    role: str | None = None
    """In place of the subject, for an invitation to no chamber."""


def entries(session: Session, *, before: int | None, limit: int) -> list[LogLine]:
    """Return the last acts that were recorded before the one of an id, the latest first."""
    found = audit.latest(session, before=before, limit=limit, besides=UNSAID)
    return [_entry(session, act) for act in found]


def _entry(session: Session, act: AuditEntry) -> LogLine:
    person = people.get(session, act.by) if act.by is not None else None
    noun, _, rest = (act.subject or "").partition(":")
    chamber_id = act.detail.get("chamber_id")
    role = None
    if noun == "invitation":
        invitation = session.get(Invitation, int(rest))
        chamber_id = invitation.chamber_id if invitation else None
        role = invitation.role.value if invitation else None
    kind = f"{act.act}.job" if act.act == "fault" and act.detail.get("job") else act.act
    return LogLine(
        act.id,
        act.at,
        kind,
        person.name if person else None,
        act.by is None,
        _subject(session, noun, rest),
        str(chamber_id) if chamber_id else None,
        role,
    )


def _subject(session: Session, noun: str, rest: str) -> str | None:
    """Return what an act was done to, by the name that people know it by."""
    if not rest.isdigit():
        return rest or None
    match noun:
        case "meeting":
            meeting = meetings.get(session, int(rest))
            return meeting.title if meeting else None
        case "person":
            person = people.get(session, int(rest))
            return person.name if person else None
        case "update":
            update = updates.get(session, int(rest))
            return update.ref if update else None
        case _:
            return rest
