"""What happens to rows of the outbox besides being sent."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlmodel import Session

from bot.outbox import enqueue
from storage import audit, deliveries, meetings, people
from storage.models import Delivery, DeliveryState

REFUSED = "refused"
"""The kind of message that tells somebody that Telegram refused one of ours."""
DOUBTS = 5
"""So often a message is sent whose fate stays unknown, each time with a line that says so.

The second time comes after Telegram answered a harmless call again, and is nearly always the last.
"""


def take_over(session: Session, *, now: datetime) -> int:
    """Free the rows of processes that are gone; return how many may or may not have been sent.

    What was only in their queue waits again as if nothing had been; what they were sending has
    become *unknown*. A row that has come to this too often is given up: it may be its own fault.
    """
    doubtful = 0
    for row in deliveries.orphaned(session):
        row.claimed_by = None
        if row.state is DeliveryState.CLAIMED:
            doubtful += 1
            row.failures += 1
            is_hopeless = row.failures >= DOUBTS
            row.state = DeliveryState.FAILED if is_hopeless else DeliveryState.UNKNOWN
            row.reason = "the process ended while it was being sent"
            row.was_unknown = True
            # At once: the line that it may have come before is worth most while they still look.
            row.next_try_at = now
        session.add(row)
    return doubtful


def drop(
    session: Session,
    rows: Iterable[Delivery],
    reason: str,
    *,
    state: DeliveryState = DeliveryState.DROPPED,
) -> int:
    """End rows that still wait, with the *reason* that coordinators read; return how many.

    What is being sent at this moment is left to its sender, who reads the world again.
    """
    waiting = [row.id for row in rows if row.state in deliveries.WAITING]
    return deliveries.end(session, waiting, state, reason=reason) if waiting else 0


def drop_each(session: Session, rows: Iterable[tuple[Delivery, str, DeliveryState]]) -> None:
    """End rows that still wait, each with a reason and a state of its own, in one statement."""
    ends = [
        (row.id, state, reason) for row, reason, state in rows if row.state in deliveries.WAITING
    ]
    deliveries.end_each(session, ends)


def revive(session: Session, row: Delivery, *, due_at: datetime) -> None:
    """Plan a row again that had been dropped or superseded but was never sent."""
    row.state = DeliveryState.PLANNED
    row.reason = None
    row.failures = 0
    row.due_at = row.next_try_at = due_at
    session.add(row)


def resume(session: Session, person_id: int, *, now: datetime, renewed: Collection[str]) -> int:
    """Plan again what somebody missed while they could not be reached; return how much that is.

    Each is drawn from the world as it is now: what no longer concerns them is dropped then, and
    what is late says so. Of the kinds in *renewed* something else takes the place.
    """
    resumed = 0
    for row in deliveries.missed_by(session, person_id, now=now):
        if row.kind not in renewed:
            # Due when it was: that is what says how late it is.
            revive(session, row, due_at=row.due_at)
            row.next_try_at = now
            resumed += 1
    return resumed


def refused(session: Session, row: Delivery, reason: str, *, now: datetime) -> None:
    """Tell who sent a broadcast, or else the coordinators, that Telegram refused a message.

    That is a mistake of ours (400): it is final, and somebody has to tell the person otherwise. A
    broadcast is spoken of once, whatever the number of people; its card names them.
    """
    audit.record(session, "delivery.refused", by=None, now=now, subject=f"delivery:{row.id}")
    about = {"delivery_id": row.id, "reason": reason[:120]}
    notice = meetings.notice(session, row.notice_id) if row.notice_id else None
    sender = people.get(session, notice.created_by) if notice and notice.created_by else None
    if sender is not None:
        key = f"refused:notice:{row.notice_id}:{sender.id}"
        enqueue.tell(session, sender, REFUSED, key=key, now=now, about=about)
        return
    key = f"refused:{row.id}"
    enqueue.tell_coordinators(
        session, REFUSED, key=key, now=now, about=about, besides=row.person_id
    )
