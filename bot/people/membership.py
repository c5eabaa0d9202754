"""What coordinators decide about members: suspend, reinstate, give another role."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.outbox import enqueue
from bot.people import invitations, onboarding, role_changes
from bot.people.service import zone_of
from bot.reminders import service as reminders
from config.network import Network
from storage import audit, guards, people
from storage.models import ChangeAct, Person, Role, Standing


class NotNow(Exception):
    """The person does not stand where this is possible (any more): another was first."""


class LastCoordinator(Exception):
    """The network would be left without a coordinator."""


def suspend(session: Session, person: Person, *, by: Person, now: datetime) -> None:
    """Close the network to a member for a while; what waits for them is dropped.

    Raises :class:`NotNow`, :class:`LastCoordinator`.
    """
    _take(session, person)
    _require(person, Standing.ACTIVE)
    _keep_a_coordinator(session, person)
    person.standing = Standing.SUSPENDED
    _note(session, person, "suspended", by=by, now=now)
    onboarding.leave(session, person)
    _changed(session, person, ChangeAct.SUSPENDED, person.role, by=by, now=now)
    _tell(session, person, "suspended", "suspend", now=now)


def reinstate(
    session: Session, network: Network, person: Person, *, by: Person, now: datetime
) -> None:
    """Open the network again to somebody who was suspended. Raises :class:`NotNow`."""
    _take(session, person)
    _require(person, Standing.SUSPENDED)
    person.standing = Standing.ACTIVE
    _note(session, person, "reinstated", by=by, now=now)
    _changed(session, person, ChangeAct.REINSTATED, person.role, by=by, now=now)
    _tell(session, person, "welcome", "reinstate", now=now)
    onboarding.catch_up(session, network, person, now=now)


def give_role(
    session: Session, network: Network, person: Person, role: Role, *, by: Person, now: datetime
) -> None:
    """Make a member a coordinator, a correspondent or an observer.

    Raises :class:`NotNow` where they are that already, :class:`LastCoordinator`.
    """
    _take(session, person)
    _require(person, Standing.ACTIVE)
    if person.role is role:
        raise NotNow
    _keep_a_coordinator(session, person)
    before, person.role = person.role, role
    _note(session, person, "role", by=by, now=now, role=role.value)
    act = ChangeAct.PROMOTED if role is Role.COORDINATOR else ChangeAct.DEMOTED
    _changed(session, person, act, before, by=by, now=now)
    _tell(session, person, "welcome", role.value, now=now)
    reminders.replan_person(session, network, person, now=now)
    onboarding.tell_open_applications(session, person, now=now)


def seat(
    session: Session,
    network: Network,
    person: Person,
    chambers: Sequence[str],
    *,
    by: Person,
    now: datetime,
) -> None:
    """Let a member speak for other chambers than before; for none as an observer.

    What they reported and answered stays with the chamber for which they did. They are told, and so
    is every coordinator. Raises :class:`NotNow` where they have just these chambers already.
    """
    _take(session, person)
    _require(person, Standing.ACTIVE)
    before = people.chambers_of(session, person.id)
    if sorted(before) == sorted(chambers):
        raise NotNow
    if person.zone == zone_of(before):
        person.zone = zone_of(chambers)
    person.role = role_with(person, chambers)
    people.leave_seats(session, person.id, now=now)
    for chamber_id in chambers:
        people.seat(session, person.id, chamber_id, now=now)
    session.add(person)
    subject = f"person:{person.id}"
    audit.record(session, "person.chamber", by=by.id, now=now, subject=subject)
    about = {"person_id": person.id, "by": by.id, "before": before}
    key = f"{person.id}:{'+'.join(chambers)}:{now.isoformat()}"
    enqueue.tell(session, person, "commands", key=f"commands:chamber:{key}", now=now)
    enqueue.tell(session, person, "seated", key=f"seated:{key}", about=about, now=now)
    for other in people.coordinators(session):
        # Who decided it has the card before their eyes.
        if other.id not in (person.id, by.id):
            changed = f"seat_changed:{key}:{other.id}"
            enqueue.tell(session, other, "seat_changed", key=changed, about=about, now=now)
    reminders.replan_person(session, network, person, now=now)


def role_with(person: Person, chambers: Sequence[str]) -> Role:
    """Return what a member is with a seat in *chambers*; a coordinator stays one without any."""
    if person.role is Role.COORDINATOR:
        return person.role
    return Role.CORRESPONDENT if chambers else Role.OBSERVER


def _take(session: Session, person: Person) -> None:
    """Decide about members one at a time, and about this one as they stand now."""
    guards.alone(session, guards.COORDINATORS)
    guards.hold(session, person)


def _require(person: Person, standing: Standing) -> None:
    if person.standing is not standing:
        raise NotNow


def _keep_a_coordinator(session: Session, person: Person) -> None:
    if person.role is Role.COORDINATOR and people.is_only_coordinator(session, person.id):
        raise LastCoordinator


def _note(
    session: Session, person: Person, act: str, *, by: Person, now: datetime, **detail: str
) -> None:
    if act != "role":
        person.decided_at, person.decided_by = now, by.id
    session.add(person)
    session.flush()
    subject = f"person:{person.id}"
    audit.record(session, f"person.{act}", by=by.id, now=now, subject=subject, **detail)


def _changed(
    session: Session, person: Person, act: ChangeAct, before: Role, *, by: Person, now: datetime
) -> None:
    """Tell all coordinators at once; whose role has ended, their invitations end."""
    invitations.end_of_maker(session, person, by=by.id, now=now)
    role_changes.note(session, person, act, role_before=before, by=by.id, now=now)


def _tell(session: Session, person: Person, kind: str, why: str, *, now: datetime) -> None:
    """Let a person know, and let Telegram show them the commands of what they are now."""
    for told in ("commands", kind):
        key = f"{told}:{why}:{person.id}:{now.isoformat()}"
        enqueue.tell(session, person, told, key=key, now=now)
