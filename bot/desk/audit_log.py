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
    "meeting.reinstated.told",
    "person.applied",
    "person.approved",
    "person.declined",
    "person.unreachable",
    "person.suspended",
    "person.reinstated",
    "person.role",
    "person.chamber",
    "person.erased",
    "person.erased.silent",
    "person.erased.decided",
    "person.erased.handed_over",
    "person.erased.machine",
    "delivery.refused",
    "invitation.made",
    "invitation.accepted",
    "invitation.revoked",
    "application.asked",
    "application.code",
    "application.confirmed",
    "command_line.used",
    "update.submitted",
    "update.revised",
    "update.withdrawn",
    "answer.recorded",
    "answer.unrecorded",
    "chamber.nothing_to_report",
    "privacy.declared",
    "fault",
    "fault.job",
    "person.renamed",
    "person.exported",
    "refused.attempts",
)
"""What was done and has a sentence of its own in /log. Whatever is recorded is here or below."""
RENAMED = "person.renamed"
"""Its subject is said by the name before: by the one after it, it says who did it."""
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
    """A name or a title; None where it is gone."""
    chamber_id: str | None = None
    """In place of the subject, for what was done for a chamber."""
    role: str | None = None
    """In place of the subject, for an invitation to no chamber."""
    is_nameless: bool = False
    """Whether it is no longer kept who did it, and to what."""
    activity_of: str | None = None
    """The chamber whose activity the subject is."""
    tried: Mapping[str, Mapping[str, int]] | None = None
    """In place of the subject: refused attempts by standing and way in."""


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
    if act.act == "command_line.used" and not act.is_nameless:
        user, command = act.detail.get("user"), act.detail.get("command")
        return LogLine(act.id, act.at, kind, user, act.by is None, command)
    return LogLine(
        act.id,
        act.at,
        kind,
        person.name if person else None,
        act.by is None,
        _said_of(act, known, noun, rest),
        str(chamber_id) if chamber_id else None,
        role,
        is_nameless=act.is_nameless,
        activity_of=_chamber_of(known, noun, rest),
        tried=act.detail.get("tried"),
    )


def _said_of(act: AuditEntry, known: _Known, noun: str, rest: str) -> str | None:
    """Return what stands in the place of the subject: a name of before, a reason, or a name."""
    if act.act == RENAMED:
        return act.detail.get("before")
    return act.detail.get("reason") or _subject(known, noun, rest)


def _chamber_of(known: _Known, noun: str, rest: str) -> str | None:
    update = known.updates.get(int(rest)) if noun == "update" and rest.isdigit() else None
    return update.chamber_id if update else None


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
            return update.title if update else None
        case _:
            return rest
