"""Project updates: submit, change, withdraw."""

from datetime import datetime

from sqlmodel import Session

from bot.chat.forms.fields import Values
from bot.reminders import service as reminders
from bot.updates import references as rules
from config.network import Network
from storage import audit, guards, meetings, people, reminding, updates
from storage.models import (
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


def submit(
    session: Session,
    network: Network,
    values: Values,
    *,
    by: Person,
    now: datetime,
) -> ProjectUpdate:
    """Keep a new update; it answers the call of the next meeting, for the whole chamber.

    *values* are what ``UPDATE_FIELDS`` makes of it. Raises :class:`NotYours` for a chamber that the
    person does not report for.
    """
    chamber_id = values["chamber_id"]
    if not may_report(session, by, chamber_id):
        raise NotYours
    # Two colleagues who submit at once get one project, and a reference each.
    guards.alone(session, f"chamber:{chamber_id}")
    # An update belongs to the next dossier for good: it is not moved when that meeting is.
    meeting = next_meeting(session, now=now)
    project = _project(session, chamber_id, values, now=now)
    update = ProjectUpdate(
        **values.columns,
        ref=_ref(session, values["start"].year, chamber_id),
        project_id=project.id,
        author_id=by.id,
        meeting_id=meeting.id if meeting else None,
        state=UpdateState.SUBMITTED,
        created_at=now,
        updated_at=now,
    )
    session.add(update)
    session.flush()
    _keep(session, update, values, by=by, now=now)
    subject = f"update:{update.id}"
    audit.record(session, "update.submitted", by=by.id, now=now, subject=subject)
    _replan(session, network, update, now=now)
    return update


def revise(
    session: Session,
    network: Network,
    update: ProjectUpdate,
    values: Values,
    *,
    version: int,
    by: Person,
    now: datetime,
) -> ProjectUpdate:
    """Save another version; *version* is the one that was changed.

    Raises :class:`NotYours`, :class:`Withdrawn`, :class:`ChangedMeanwhile`.
    """
    guards.hold(session, update)
    _may_change(session, update, by)
    # Two colleagues may have the same card open: the second one reads what the first has saved.
    if update.version != version:
        raise ChangedMeanwhile
    for name, value in values.changing.items():
        setattr(update, name, value)
    update.version += 1
    update.updated_at = now
    session.add(update)
    session.flush()
    _keep(session, update, values, by=by, now=now)
    audit.record(session, "update.revised", by=by.id, now=now, subject=f"update:{update.id}")
    _replan(session, network, update, now=now)
    return update


def withdraw(
    session: Session, network: Network, update: ProjectUpdate, *, by: Person, now: datetime
) -> None:
    """Take an update back; its history stays. Raises :class:`NotYours`, :class:`Withdrawn`."""
    guards.hold(session, update)
    _may_change(session, update, by)
    update.state = UpdateState.WITHDRAWN
    update.updated_at = now
    session.add(update)
    session.flush()
    audit.record(session, "update.withdrawn", by=by.id, now=now, subject=f"update:{update.id}")
    _replan(session, network, update, now=now)


def may_report(session: Session, person: Person, chamber_id: str) -> bool:
    """Tell whether a person may report for a chamber: their own, or any for a coordinator."""
    if person.role is not Role.CORRESPONDENT:
        return person.role is Role.COORDINATOR
    return chamber_id in people.chambers_of(session, person.id)


def may_change(session: Session, update: ProjectUpdate, person: Person) -> bool:
    """Tell whether a person may change an update: their chamber's, or any for a coordinator."""
    if update.state is UpdateState.WITHDRAWN or not person.role.speaks_for_chamber:
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
    """Return the next reference, which nobody else takes: the chamber is locked."""
    prefix = rules.ref_prefix(year, chamber_id)
    return rules.next_ref(year, chamber_id, updates.refs_of(session, prefix))


def _project(session: Session, chamber_id: str, values: Values, *, now: datetime) -> Project:
    """Find the project that an activity belongs to, or begin one."""
    for project in updates.projects_of(session, chamber_id, values["programme"]):
        if rules.same_project(project.partners, values["partners"]):
            # A project gathers the partners of its activities, so that the next one finds it by any
            # of them.
            project.partners = sorted({*project.partners, *values["partners"]})
            session.add(project)
            return project
    project = Project(
        chamber_id=chamber_id,
        programme=values["programme"],
        partners=sorted(set(values["partners"])),
        created_at=now,
    )
    session.add(project)
    session.flush()
    return project


def _keep(
    session: Session, update: ProjectUpdate, values: Values, *, by: Person, now: datetime
) -> None:
    """Write the codes, and the version into the history."""
    update_id = update.id
    # Codes are rows of their own: those of the version before have to go first.
    if update.version > 1:
        updates.clear_codes(session, values.links, update_id)
    updates.add_codes(session, values.links, update_id, values.codes)
    session.add(
        UpdateVersion(
            update_id=update_id,
            version=update.version,
            fields=dict(values.history),
            by=by.id,
            at=now,
        )
    )
    session.flush()


def _replan(session: Session, network: Network, update: ProjectUpdate, *, now: datetime) -> None:
    meeting = meetings.get(session, update.meeting_id) if update.meeting_id else None
    if meeting is not None:
        reminders.replan(session, network, meeting, now=now, chambers=[update.chamber_id])
