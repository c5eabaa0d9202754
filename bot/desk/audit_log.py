"""The audit log as coordinators read it: who did what to whom or what, by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage import audit
from storage.models import AuditEntry, Invitation, Meeting, Person, ProjectUpdate

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
    "person.erased.silent",
    "person.erased.decided",
    "person.erased.machine",
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
"""What was done and has a sentence of its own in /log."""
UNSAID = (
    "meeting.answered",
    "meeting.moved.told",
    "meeting.changed.told",
    "person.paused",
    "person.resumed",
)
"""What /board shows, what another entry says already, and what is a person's own business."""


@dataclass(frozen=True)
class LogLine:
    """One entry of the audit log, with names in place of ids."""

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
    is_nameless: bool = False
    """Whether it is no longer kept who did it, and to what."""


def entries(session: Session, *, before: int | None, limit: int) -> list[LogLine]:
    """Return the last entries that were recorded before the one of an id, the latest first."""
    found = audit.latest(session, before=before, limit=limit, besides=UNSAID)
    known = _known(session, found)
    return [_entry(act, known) for act in found]


@dataclass(frozen=True)
class _Known:
    """What entries are about, by id: a query for each noun, however many entries there are."""

    people: Mapping[int, Person]
    meetings: Mapping[int, Meeting]
    updates: Mapping[int, ProjectUpdate]
    invitations: Mapping[int, Invitation]


def _known(session: Session, found: Sequence[AuditEntry]) -> _Known:
    about: dict[str, set[int]] = {}
    for act in found:
        noun, rest = _parts(act)
        if rest.isdigit():
            about.setdefault(noun, set()).add(int(rest))
        if act.by is not None:
            about.setdefault("person", set()).add(act.by)
    return _Known(
        audit.named(session, Person, about.get("person", ())),
        audit.named(session, Meeting, about.get("meeting", ())),
        audit.named(session, ProjectUpdate, about.get("update", ())),
        audit.named(session, Invitation, about.get("invitation", ())),
    )


def _parts(act: AuditEntry) -> tuple[str, str]:
    """Return the noun that something was done to, and the id behind it: ``meeting:3``."""
    noun, _, rest = (act.subject or "").partition(":")
    return noun, rest


def _entry(act: AuditEntry, known: _Known) -> LogLine:
    person = known.people.get(act.by) if act.by is not None else None
    noun, rest = _parts(act)
    chamber_id = act.detail.get("chamber_id")
    role = None
    if noun == "invitation":
        invitation = known.invitations.get(int(rest))
        chamber_id = invitation.chamber_id if invitation else None
        role = invitation.role.value if invitation else None
    kind = f"{act.act}.job" if act.act == "fault" and act.detail.get("job") else act.act
    return LogLine(
        act.id,
        act.at,
        kind,
        person.name if person else None,
        act.by is None,
        str(act.detail["reason"]) if act.detail.get("reason") else _subject(known, noun, rest),
        str(chamber_id) if chamber_id else None,
        role,
        is_nameless=act.by is None and act.subject is None,
    )


def _subject(known: _Known, noun: str, rest: str) -> str | None:
    """Return what something was done to, by the name that people know it by."""
    if not rest.isdigit():
        return rest or None
    match noun:
        case "meeting":
            meeting = known.meetings.get(int(rest))
            return meeting.title if meeting else None
        case "person":
            person = known.people.get(int(rest))
            return person.name if person else None
        case "update":
            update = known.updates.get(int(rest))
            return update.ref if update else None
        case _:
            return rest
