"""Changes of what people may do: each is kept, told to every coordinator, and can be undone.

Who may undo is in :func:`why_not`; docs/design.md says why.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.outbox import enqueue
from storage import people
from storage import role_changes as stored
from storage.models import ChangeAct, Person, Role, RoleChange, Standing

UNDO_WITHIN = timedelta(days=1)
TAKES = frozenset({ChangeAct.DEMOTED, ChangeAct.SUSPENDED})


class WhyNot(StrEnum):
    """Why a change is not undone."""

    LATE = "late"
    DONE = "done"
    CHANGED = "changed"
    """The person stands otherwise by now."""
    NOT_YOURS = "not_yours"
    JUNIOR = "junior"
    """It was taken from them by somebody who has been a coordinator for longer."""
    LAST = "last"


def note(
    session: Session,
    person: Person,
    act: ChangeAct,
    *,
    role_before: Role,
    by: int | None,
    now: datetime,
) -> RoleChange:
    """Keep a change that has just been made, and tell every coordinator at once.

    Who was a coordinator, and has the role or the access taken, is told too.
    """
    change = RoleChange(
        person_id=person.id,
        act=act,
        role_before=role_before,
        role_after=person.role,
        by=by,
        at=now,
    )
    session.add(change)
    session.flush()
    about = {"change_id": change.id}
    enqueue.tell_coordinators(
        session,
        "role_changed",
        key=f"role_changed:{change.id}",
        about=about,
        now=now,
        # Who joins, or gets the role, is welcomed with it.
        besides=person.id,
    )
    if was_taken(session, change) and by != person.id:
        key = f"role_taken:{change.id}:{person.id}"
        enqueue.tell(session, person, "role_taken", key=key, about=about, now=now)
    return change


def was_taken(session: Session, change: RoleChange) -> bool:
    """Tell whether a change took the role or the access from somebody who was a coordinator.

    One who was removed within the day before counts: else it would be taken in two steps.
    """
    if change.act not in TAKES:
        return False
    return change.role_before is Role.COORDINATOR or stored.was_removed(
        session, change.person_id, change.at - UNDO_WITHIN, change.at
    )


def why_not(
    session: Session, change: RoleChange, person: Person | None, *, now: datetime
) -> WhyNot | None:
    """Return why *person* cannot undo a change now; None where they can.

    Every coordinator can. So can whoever it was taken from, though they may not do anything else
    any more: else the last to be made a coordinator could lock out all others at one go. But not
    against somebody who has been a coordinator for longer: else the two could go on for ever, and
    the newcomer would not lose.
    """
    if person is None or not _may_ask(session, change, person):
        return WhyNot.NOT_YOURS
    if change.undone_at is not None:
        return WhyNot.DONE
    if now >= change.at + UNDO_WITHIN:
        return WhyNot.LATE
    if not _still_stands(session, change):
        return WhyNot.CHANGED
    if not _is_coordinator(person) and not _is_senior(session, person, change):
        return WhyNot.JUNIOR
    return None


def _may_ask(session: Session, change: RoleChange, person: Person) -> bool:
    own = change.person_id == person.id and was_taken(session, change)
    return _is_coordinator(person) or (own and person.standing in MAY_UNDO_THEIRS)


MAY_UNDO_THEIRS = frozenset({Standing.ACTIVE, Standing.SUSPENDED})


def _is_coordinator(person: Person) -> bool:
    return person.standing is Standing.ACTIVE and person.role is Role.COORDINATOR


def _is_senior(session: Session, person: Person, change: RoleChange) -> bool:
    """Tell whether somebody was a coordinator before whoever changed that was one."""
    by = people.get(session, change.by)
    if by is None:
        return False
    return _since(session, person, change.at) < _since(session, by, change.at)


def _since(session: Session, person: Person, at: datetime) -> datetime:
    became = stored.became_coordinator(session, person.id, at)
    return became.at if became is not None else person.created_at


def _still_stands(session: Session, change: RoleChange) -> bool:
    """Tell whether a person stands as the change left them, and nothing like it came since."""
    person = people.get(session, change.person_id)
    of_standing = change.act in stored.OF_STANDING
    acts = stored.OF_STANDING if of_standing else stored.OF_ROLE
    last = stored.latest(session, change.person_id, acts)
    if person is None or last is None or last.id != change.id:
        return False
    if of_standing:
        suspended = change.act is ChangeAct.SUSPENDED
        return person.standing is (Standing.SUSPENDED if suspended else Standing.ACTIVE)
    return person.standing is Standing.ACTIVE and person.role is change.role_after
