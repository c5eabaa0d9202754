"""Being honest about one's own absence: when the bot was away, and what that did."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.outbox import enqueue
from storage import inbox, marks
from storage.models import FINAL, Delivery, DeliveryState

ALIVE = "alive"
DOWN = "down"
UNREACHABLE = "unreachable"
WORTH_TELLING = timedelta(minutes=5)
"""A shorter gap is a restart that nobody noticed."""
COUNTED_FOR = timedelta(minutes=1)
"""So long after the return is counted what went out late and what was answered; then it is told."""
NOT_SENT = (DeliveryState.TOO_LATE, DeliveryState.UNREACHABLE, DeliveryState.FAILED)


@dataclass(frozen=True)
class Effects:
    """What a gap did to the messages that were due in it, and what came in afterwards."""

    received: int
    late: int
    waiting: int
    not_sent: dict[tuple[str, DeliveryState], int]
    """How many, by what they were (a reminder's rule or the kind of the row) and by why not."""


def note_alive(session: Session, *, now: datetime) -> None:
    """Remember that the bot is there for people: it runs, and Telegram can be reached."""
    marks.put(session, ALIVE, now)


def report(
    session: Session,
    *,
    now: datetime,
    answered_meanwhile: int = 0,
    since: datetime | None = None,
    cause: str = DOWN,
) -> bool:
    """After a gap, plan one message to each coordinator; return whether there was one.

    *answered_meanwhile*: updates that had been received and not answered when the bot stopped.
    *since* is when the gap began, by default when the bot was last there for people.
    """
    if since is None:
        last = marks.get(session, ALIVE)
        since = last.at if last is not None else now
    if now - since < WORTH_TELLING:
        return False
    about = {
        "from": since.isoformat(),
        "to": now.isoformat(),
        "answered": answered_meanwhile,
        "cause": cause,
    }
    key = f"absence:{since.isoformat()}"
    enqueue.tell_coordinators(session, "absence", key=key, now=now, about=about, after=COUNTED_FOR)
    return True


def effects(session: Session, since: datetime, until: datetime) -> Effects:
    """Return what a gap did to what was due in it."""
    query = select(Delivery).where(
        col(Delivery.due_at) >= since,
        col(Delivery.due_at) <= until,
        Delivery.kind != "absence",
    )
    rows = session.exec(query).all()
    missed = Counter(
        (str(row.about.get("rule") or row.kind), row.state) for row in rows if row.state in NOT_SENT
    )
    return Effects(
        received=inbox.received_between(session, until, until + COUNTED_FOR),
        late=sum(row.state is DeliveryState.SENT and _after(row, until) for row in rows),
        waiting=sum(row.state not in FINAL for row in rows),
        not_sent=dict(missed),
    )


def _after(row: Delivery, instant: datetime) -> bool:
    return row.sent_at is not None and row.sent_at >= instant
