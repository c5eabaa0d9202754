"""Project updates: submit, change, withdraw."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from bot.domain import update_record as rules
from bot.services import reminders
from config.network import Network
from storage import acts, meetings, people, reminding, updates
from storage.models import (
    Format,
    Meeting,
    Person,
    Project,
    ProjectUpdate,
    Role,
    UpdateState,
    UpdateVersion,
)


class Withdrawn(Exception):
    """The update was withdrawn: it cannot be changed any more."""


class ChangedMeanwhile(Exception):
    """Somebody else saved another version first."""


class NotYours(Exception):
    """Only the chamber's own people and coordinators change a chamber's update."""


@dataclass(frozen=True)
class Record:
    """What an update says (docs/record.md)."""

    title: str
    partners: list[str]
    kind: str
    themes: list[str]
    programme: str
    status: str
    start: date
    start_precision: str
    end: date
    end_precision: str
    format: Format
    summary: str
    summary_language: str
    role: str = "partner"
    sharing: str = "network"
    programme_label: str | None = None
    partner_institution: str | None = None
    place: str | None = None
    audience: str | None = None
    participants: int | None = None
    women: int | None = None
    summary_en: str | None = None
    outcome: str | None = None
    cooperation: str | None = None
    cooperation_text: str | None = None
    url: str | None = None
    ipex_url: str | None = None
    other_chambers: list[str] = field(default_factory=list)

    def columns(self) -> dict[str, Any]:
        """Return the values of the table's own columns."""
        values = asdict(self)
        del values["partners"], values["themes"]
        return values

    def history(self) -> dict[str, Any]:
        """Return plain values for the history."""
        values = asdict(self)
        values["start"], values["end"] = self.start.isoformat(), self.end.isoformat()
        return values


def submit(
    session: Session,
    network: Network,
    record: Record,
    *,
    chamber_id: str,
    by: Person,
    now: datetime,
) -> ProjectUpdate:
    """Keep a new update; it answers the call of the next meeting, for the whole chamber.

    Raises :class:`NotYours` for a chamber that the person does not report for.
    """
    if not may_report(session, by, chamber_id):
        raise NotYours
    meeting = next_meeting(session, now=now)
    project = _project(session, chamber_id, record, now=now)
    update = ProjectUpdate(
        **record.columns(),
        ref=_ref(session, record.start.year, chamber_id),
        project_id=project.id,
        chamber_id=chamber_id,
        author_id=by.id,
        meeting_id=meeting.id if meeting else None,
        state=UpdateState.SUBMITTED,
        created_at=now,
        updated_at=now,
    )
    session.add(update)
    session.flush()
    _keep(session, update, record, by=by, now=now)
    subject = f"update:{update.id}"
    acts.record(session, "update.submitted", by=by.id, now=now, subject=subject)
    _replan(session, network, update, now=now)
    return update


def revise(
    session: Session,
    network: Network,
    update: ProjectUpdate,
    record: Record,
    *,
    version: int,
    by: Person,
    now: datetime,
) -> ProjectUpdate:
    """Save another version; *version* is the one that was changed.

    Raises :class:`NotYours`, :class:`Withdrawn`, :class:`ChangedMeanwhile`.
    """
    _may_change(session, update, by)
    if update.version != version:
        raise ChangedMeanwhile
    for name, value in record.columns().items():
        setattr(update, name, value)
    update.version += 1
    update.updated_at = now
    session.add(update)
    session.flush()
    _keep(session, update, record, by=by, now=now)
    acts.record(session, "update.revised", by=by.id, now=now, subject=f"update:{update.id}")
    _replan(session, network, update, now=now)
    return update


def withdraw(
    session: Session, network: Network, update: ProjectUpdate, *, by: Person, now: datetime
) -> None:
    """Take an update back; its history stays. Raises :class:`NotYours`, :class:`Withdrawn`."""
    _may_change(session, update, by)
    update.state = UpdateState.WITHDRAWN
    update.updated_at = now
    session.add(update)
    session.flush()
    acts.record(session, "update.withdrawn", by=by.id, now=now, subject=f"update:{update.id}")
    _replan(session, network, update, now=now)


def may_report(session: Session, person: Person, chamber_id: str) -> bool:
    """Tell whether a person may report for a chamber: their own, or any for a coordinator."""
    if person.role is not Role.CORRESPONDENT:
        return person.role is Role.COORDINATOR
    return chamber_id in people.chambers_of(session, person.id)


def may_change(session: Session, update: ProjectUpdate, person: Person) -> bool:
    """Tell whether a person may change an update: their chamber's, or any for a coordinator."""
    if update.state is UpdateState.WITHDRAWN or person.role is Role.OBSERVER:
        return False
    if person.role is Role.COORDINATOR:
        return True
    return update.chamber_id in people.chambers_of(session, person.id)


def next_meeting(session: Session, *, now: datetime) -> Meeting | None:
    """Return the meeting whose dossier a new update belongs to: the next that has not begun."""
    coming = reminding.coming_meetings(session, now=now)
    return next((meeting for meeting in coming if meeting.starts_at > now), None)


def _may_change(session: Session, update: ProjectUpdate, by: Person) -> None:
    if update.state is UpdateState.WITHDRAWN:
        raise Withdrawn
    if not may_change(session, update, by):
        raise NotYours


def _ref(session: Session, year: int, chamber_id: str) -> str:
    """Return the next reference; SQLite has one writer, PostgreSQL's unique key decides a tie."""
    prefix = rules.ref_prefix(year, chamber_id)
    if session.get_bind().dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(hashtext(:prefix))")
        session.execute(lock, {"prefix": prefix})
    return rules.next_ref(year, chamber_id, updates.refs_of(session, prefix))


def _project(session: Session, chamber_id: str, record: Record, *, now: datetime) -> Project:
    """Find the project that an activity belongs to, or begin one."""
    for project in updates.projects_of(session, chamber_id, record.programme):
        if rules.same_project(project.partners, record.partners):
            project.partners = sorted({*project.partners, *record.partners})
            session.add(project)
            return project
    project = Project(
        chamber_id=chamber_id,
        programme=record.programme,
        partners=sorted(set(record.partners)),
        created_at=now,
    )
    session.add(project)
    session.flush()
    return project


def _keep(
    session: Session, update: ProjectUpdate, record: Record, *, by: Person, now: datetime
) -> None:
    """Write partners, themes and the version into the history."""
    update_id = update.id
    updates.replace_codes(session, update_id, record.partners, record.themes)
    session.add(
        UpdateVersion(
            update_id=update_id,
            version=update.version,
            fields=record.history(),
            by=by.id,
            at=now,
        )
    )
    session.flush()


def _replan(session: Session, network: Network, update: ProjectUpdate, *, now: datetime) -> None:
    meeting = meetings.get(session, update.meeting_id) if update.meeting_id else None
    if meeting is not None:
        reminders.replan_chambers(session, network, meeting, [update.chamber_id], now=now)
