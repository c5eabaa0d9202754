"""A person's rights over their data: to have it, and to be forgotten."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.outbox import enqueue
from bot.people import asking, onboarding
from bot.people import invitations as inviting
from bot.reminders import service as reminders
from config.network import Network
from storage import audit, erasure, guards, people, personal, reminding
from storage.erasure import Whose
from storage.models import Person, Role, Standing

RENAMED = "person.renamed"
"""An act that holds a name."""


class OnlyCoordinator(Exception):
    """The network would be left without anybody who can admit a successor."""


class Why(StrEnum):
    """Why somebody is taken out of the network."""

    ASKED = "asked"
    """They asked for it."""
    SILENT = "silent"
    """They were silent for long, and did not answer whether they stay."""
    DECIDED = "decided"
    """A coordinator did it, for somebody who lost their account."""
    HANDED_OVER = "handed_over"
    """A successor took their place, by the link that they made."""
    MACHINE = "machine"
    """Whoever runs the machine did it, on the command line."""


def erase(
    session: Session,
    network: Network,
    person: Person,
    *,
    now: datetime,
    update_id: int | None = None,
    why: Why = Why.ASKED,
    by: Person | None = None,
    reason: str | None = None,
) -> None:
    """Take a person out of the network and their name out of everything that stays.

    What becomes of each column is in ``storage/register.py``. The chamber's activities stay under
    the chamber's name; past answers stay as the chamber's, no comment beside them; answers to
    coming meetings go. *update_id* is the update that asked for it; *by* and *reason* are for
    :attr:`Why.DECIDED` and :attr:`Why.MACHINE`. Raises :class:`OnlyCoordinator`.
    """
    guards.alone(session, guards.COORDINATORS)
    guards.hold(session, person)
    if person.standing is Standing.DEPARTED:
        return
    if people.is_only_coordinator(session, person.id):
        raise OnlyCoordinator
    person_id, account, name = person.id, person.telegram_id, person.name
    was_member = person.standing in {Standing.ACTIVE, Standing.SUSPENDED}
    chambers = people.chambers_of(session, person_id)
    people.leave_seats(session, person_id, now=now)
    onboarding.leave(session, person)
    if person.standing is Standing.SUSPENDED:
        erasure.note_suspended(session, account, now=now)
    person.standing, person.role = Standing.DEPARTED, Role.CORRESPONDENT
    session.add(person)
    inviting.end_of_maker(session, person, by=None, now=now)
    erasure.erase(session, Whose(person_id, account), name=name, update_id=update_id)
    erasure.note_erasure(session, person_id, account, now=now)
    if account is not None and why is Why.ASKED:
        asking.pause(session, account, now=now)
    session.refresh(person)
    for meeting in reminding.coming_meetings(session, now=now):
        if meeting.starts_at > now:
            personal.erase_answer(session, meeting.id, person_id)
            reminders.replan(session, network, meeting, now=now, chambers=chambers)
    detail = {} if reason is None else {"reason": erasure.without(reason, name)}
    subject, author = f"person:{person_id}", by.id if by is not None else None
    if why is Why.ASKED:
        audit.record(session, "person.erased", by=author, now=now, subject=subject)
    else:
        audit.record(session, f"person.erased.{why}", by=author, now=now, subject=subject, **detail)
    if was_member:
        _tell(session, person_id, chambers, why, by, now=now)


def _tell(
    session: Session,
    person_id: int,
    chambers: list[str],
    why: Why,
    by: Person | None,
    *,
    now: datetime,
) -> None:
    """Let coordinators know that somebody is gone, and whose chamber has nobody now."""
    enqueue.tell_coordinators(
        session,
        "left",
        key=f"left:{person_id}",
        about={"chambers": chambers, "why": why.value},
        now=now,
        besides=by.id if by is not None else None,
    )


def erase_stranger(
    session: Session, account: int, *, now: datetime, update_id: int | None = None
) -> bool:
    """Erase what an account without a registration has left; return whether there was anything."""
    had = personal.holds_anything(session, Whose(None, account), besides=update_id)
    erasure.erase(session, Whose(None, account), name=None, update_id=update_id)
    if had:
        erasure.note_erasure(session, None, account, now=now)
    return had
