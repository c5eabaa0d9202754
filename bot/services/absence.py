"""Being honest about one's own absence: when the bot was away, and what that did."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from bot.services import telling
from storage import inbox, marks, running
from storage.models import Delivery, DeliveryState

ALIVE = "alive"
WORTH_TELLING = timedelta(minutes=5)
"""A shorter gap is a restart that nobody noticed."""
COUNTED_FOR = timedelta(minutes=1)
"""So long after the return is counted what went out late and what was answered; then it is told."""


def note_alive(session: Session, instance: str, *, now: datetime) -> None:
    """Remember that the bot is running, and that this process of it is."""
    marks.put(session, ALIVE, now)
    running.renew(session, instance, now=now)


def report(session: Session, *, now: datetime, answered_meanwhile: int) -> bool:
    """After a gap, plan one message to each coordinator; return whether there was one.

    *answered_meanwhile*: updates that had been received and not answered when the bot stopped.
    """
    last = marks.get(session, ALIVE)
    if last is None or now - last.at < WORTH_TELLING:
        return False
    about = {
        "from": last.at.isoformat(),
        "to": now.isoformat(),
        "answered": answered_meanwhile,
    }
    key = f"absence:{last.at.isoformat()}"
    telling.tell_coordinators(session, "absence", key=key, now=now, about=about, after=COUNTED_FOR)
    return True


def effects(session: Session, since: datetime, until: datetime) -> dict[str, Any]:
    """Return what a gap did: messages sent late, still waiting, not sent; received afterwards."""
    query = select(Delivery).where(
        col(Delivery.due_at) >= since,
        col(Delivery.due_at) <= until,
        Delivery.kind != ALIVE,
        Delivery.kind != "absence",
    )
    rows = session.exec(query).all()
    return {
        "received": inbox.received_between(session, until, until + COUNTED_FOR),
        "late": sum(row.state is DeliveryState.SENT and _after(row, until) for row in rows),
        "waiting": sum(row.state in {DeliveryState.PLANNED, DeliveryState.CLAIMED} for row in rows),
        "too_late": sum(row.state is DeliveryState.TOO_LATE for row in rows),
    }


def _after(row: Delivery, instant: datetime) -> bool:
    return row.sent_at is not None and row.sent_at >= instant
