"""What happens to rows of the ledger besides being sent."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session

from storage import deliveries
from storage.models import Delivery, DeliveryState


def release_abandoned(session: Session, *, now: datetime) -> int:
    """Make rows *unknown* whose process died while it held them; return how many."""
    return _make_unknown(session, deliveries.abandoned(session, now=now), now=now)


def release_all(session: Session, *, now: datetime) -> int:
    """At the start of the only process: whatever is claimed was claimed by one that is gone."""
    return _make_unknown(session, deliveries.claimed(session), now=now)


def _make_unknown(session: Session, rows: Sequence[Delivery], *, now: datetime) -> int:
    """A row that has been unknown before is given up: nothing is sent a third time."""
    for row in rows:
        row.state = DeliveryState.FAILED if row.was_unknown else DeliveryState.UNKNOWN
        row.reason = "the process ended while it was being sent"
        row.was_unknown = True
        row.next_try_at = now
        row.claimed_by = row.lease_until = None
        session.add(row)
    return len(rows)


def drop(
    session: Session,
    rows: Iterable[Delivery],
    reason: str,
    *,
    state: DeliveryState = DeliveryState.DROPPED,
) -> int:
    """End rows that still wait, with the *reason* that coordinators read; return how many."""
    dropped = 0
    for row in rows:
        if row.state in deliveries.WAITING:
            row.state = state
            row.reason = reason
            session.add(row)
            dropped += 1
    return dropped


def revive(session: Session, row: Delivery, *, due_at: datetime) -> None:
    """Plan a row again that had been dropped or superseded but was never sent."""
    row.state = DeliveryState.PLANNED
    row.reason = None
    row.due_at = row.next_try_at = due_at
    session.add(row)
