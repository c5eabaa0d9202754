"""What a new or returning member gets, and what ends when somebody leaves."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.outbox import enqueue, lifecycle
from bot.reminders import service as reminders
from config.network import Network, network
from storage import deliveries, guards, meetings, people, reminding
from storage.models import FINAL, Delivery, DeliveryState, NoticeKind, Person, Role

HAS_IT = frozenset(DeliveryState) - FINAL | {DeliveryState.SENT}
"""A notice in one of these states has reached the person, or will: it does not come again."""


def join(session: Session, person: Person, *, now: datetime) -> None:
    """Welcome a new member, and let them have what is coming."""
    key = f"welcome:{person.id}:{now.isoformat()}"
    enqueue.tell(session, person, "welcome", key=key, now=now)
    catch_up(session, network(), person, now=now)


def come_back(session: Session, person: Person, *, now: datetime, renewed: Collection[str]) -> None:
    """Let somebody who can be reached again have what they missed, and what is coming.

    Of the kinds in *renewed* they get the present state instead.
    """
    lifecycle.resume(session, person.id, now=now, renewed=renewed)
    catch_up(session, network(), person, now=now)


def catch_up(session: Session, settings: Network, person: Person, *, now: datetime) -> None:
    """Invite a person to the meetings that are coming, once each, and plan their reminders."""
    # A meeting that is announced just now invites them, or is found here.
    guards.alone(session, guards.AUDIENCE, shared=True)
    person_id = person.id
    held = people.chambers_of(session, person_id)
    for meeting in reminding.coming_meetings(session, now=now):
        meeting_id = meeting.id
        if not reminding.is_invited(session, meeting_id, person_id):
            meetings.invite(session, meeting_id, person_id, held[0] if held else None, now=now)
        last = _last_notice(session, meeting_id, person_id)
        # They have the notice, or will: only reminders may have been dropped meanwhile.
        if last is not None and last.state in HAS_IT:
            reminders.replan(session, settings, meeting, now=now, people=[person_id])
            continue
        # What was missed is part of the key: whoever misses this one as well is invited again.
        missed = last.id if last is not None else 0
        row = {
            "key": f"invitation:{meeting_id}:{meeting.starts_at:%Y%m%dT%H%M}:{person_id}:{missed}",
            "person_id": person_id,
            "kind": "notice",
            "meeting_id": meeting_id,
            "about": _since_they_heard(session, meeting_id, person_id),
            "due_at": now,
            "expires_at": meeting.starts_at,
        }
        deliveries.plan(session, [row], now=now)
        reminders.replan(session, settings, meeting, now=now, people=[person_id])


def _since_they_heard(session: Session, meeting_id: int, person_id: int) -> dict[str, int]:
    """Return the first change that somebody missed who had read an earlier notice; or nothing."""
    rows = deliveries.of_meeting(session, meeting_id, [person_id])
    read = [row for row in rows if row.kind == "notice" and row.state is DeliveryState.SENT]
    if not read:
        return {}
    heard = max(row.sent_at for row in read if row.sent_at is not None)
    missed = meetings.changes_since(session, meeting_id, heard)
    moved = next((one for one in missed if one.kind is NoticeKind.MOVED), None)
    first = moved or next(iter(missed), None)
    return {"since": first.id} if first is not None else {}


def _last_notice(session: Session, meeting_id: int, person_id: int) -> Delivery | None:
    """Return the last notice of a meeting that was meant for somebody."""
    rows = deliveries.of_meeting(session, meeting_id, [person_id])
    return next((row for row in reversed(rows) if row.kind == "notice"), None)


def tell_open_applications(session: Session, person: Person, *, now: datetime) -> None:
    """Give a new coordinator the cards of those who wait for a decision."""
    if person.role is not Role.COORDINATOR:
        return
    for applicant in people.applicants(session):
        key = f"application:{applicant.id}:{applicant.created_at.isoformat()}:{person.id}"
        about = {"person_id": applicant.id}
        enqueue.tell(session, person, "application", key=key, now=now, about=about)


def leave(session: Session, person: Person) -> None:
    """Drop everything that waits for somebody who has left."""
    lifecycle.drop(session, deliveries.waiting_for(session, person.id), "the person has left")
