"""The ledger of what must reach whom: plan, claim, record."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from storage.database import insert_new
from storage.models import FINAL, Delivery, DeliveryState

WAITING = (DeliveryState.PLANNED, DeliveryState.UNKNOWN)


def plan(session: Session, rows: Iterable[dict[str, Any]], *, now: datetime) -> int:
    """Add deliveries, given by their columns; what has its key already is left alone.

    Each row holds at least key, person_id, kind, due_at. Returns how many were new.
    """
    values = [
        {
            "meeting_id": None,
            "notice_id": None,
            "about": {},
            "expires_at": None,
            "state": DeliveryState.PLANNED,
            "attempts": 0,
            "was_unknown": False,
            "next_try_at": row["due_at"],
            "created_at": now,
        }
        | row
        for row in rows
    ]
    if not values:
        return 0
    added = 0
    for at in range(0, len(values), 500):
        statement = (
            insert_new(session, Delivery).values(values[at : at + 500]).on_conflict_do_nothing()
        )
        added += len(session.execute(statement.returning(col(Delivery.id))).all())
    return added


def claim(session: Session, *, by: str, now: datetime, lease: timedelta) -> Delivery | None:
    """Take the oldest row that is due, for the time of the *lease*.

    Whoever is just being sent something waits: a person's messages arrive in their order.
    """
    under_way = select(Delivery.person_id).where(Delivery.state == DeliveryState.CLAIMED)
    query = (
        select(Delivery)
        .where(
            col(Delivery.state).in_(WAITING),
            col(Delivery.next_try_at) <= now,
            col(Delivery.person_id).not_in(under_way),
        )
        .order_by(col(Delivery.next_try_at), col(Delivery.id))
        .limit(1)
    )
    if session.get_bind().dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    row = session.exec(query).first()
    if row is not None:
        row.state = DeliveryState.CLAIMED
        row.claimed_by = by
        row.lease_until = now + lease
        row.attempts += 1
        session.add(row)
    return row


def abandoned(session: Session, *, now: datetime) -> Sequence[Delivery]:
    """Return claimed rows whose lease ran out: the process that held them is gone."""
    query = select(Delivery).where(
        Delivery.state == DeliveryState.CLAIMED, col(Delivery.lease_until) <= now
    )
    return session.exec(query).all()


def claimed(session: Session) -> Sequence[Delivery]:
    """Return every claimed row."""
    return session.exec(select(Delivery).where(Delivery.state == DeliveryState.CLAIMED)).all()


def settle(
    session: Session,
    delivery_id: int,
    state: DeliveryState,
    *,
    by: str,
    reason: str | None = None,
    message_id: int | None = None,
    sent_at: datetime | None = None,
    next_try_at: datetime | None = None,
) -> bool:
    """Record what became of a claimed row; return False if it is no longer ours."""
    values: dict[str, Any] = {
        "state": state,
        "reason": reason,
        "claimed_by": None,
        "lease_until": None,
    }
    if message_id is not None:
        values["message_id"] = message_id
    if sent_at is not None:
        values["sent_at"] = sent_at
    if next_try_at is not None:
        values["next_try_at"] = next_try_at
    if state is DeliveryState.UNKNOWN:
        values["was_unknown"] = True
    result = session.execute(
        update(Delivery)
        .where(
            col(Delivery.id) == delivery_id,
            col(Delivery.state) == DeliveryState.CLAIMED,
            col(Delivery.claimed_by) == by,
        )
        .values(**values)
    )
    return int(getattr(result, "rowcount", 0)) == 1


def get(session: Session, delivery_id: int) -> Delivery | None:
    """Return a delivery."""
    return session.get(Delivery, delivery_id)


def next_due(session: Session) -> datetime | None:
    """Return when the next delivery may be claimed."""
    query = select(func.min(Delivery.next_try_at)).where(col(Delivery.state).in_(WAITING))
    return session.exec(query).one()


def of_meeting(
    session: Session, meeting_id: int, people: Sequence[int] | None = None
) -> Sequence[Delivery]:
    """Return a meeting's deliveries in every state, to *people* or to everybody."""
    query = select(Delivery).where(Delivery.meeting_id == meeting_id)
    if people is not None:
        query = query.where(col(Delivery.person_id).in_(people))
    return session.exec(query.order_by(col(Delivery.id))).all()


def of_notice(session: Session, notice_id: int) -> Sequence[Delivery]:
    """Return every delivery of a notice."""
    query = select(Delivery).where(Delivery.notice_id == notice_id)
    return session.exec(query.order_by(col(Delivery.id))).all()


def waiting_for(session: Session, person_id: int) -> Sequence[Delivery]:
    """Return what is still planned for a person."""
    query = select(Delivery).where(
        Delivery.person_id == person_id, col(Delivery.state).in_(WAITING)
    )
    return session.exec(query.order_by(col(Delivery.due_at))).all()


def notice_counts(session: Session, notice_id: int) -> dict[DeliveryState, int]:
    """Return how many deliveries of a notice are in each state."""
    query = (
        select(Delivery.state, func.count())
        .where(Delivery.notice_id == notice_id)
        .group_by(col(Delivery.state))
    )
    return {DeliveryState(state): count for state, count in session.exec(query).all()}


def due_before(session: Session, until: datetime) -> Sequence[Delivery]:
    """Return what still waits and may be claimed before an instant, the first to come first."""
    query = select(Delivery).where(
        col(Delivery.state).in_(WAITING), col(Delivery.next_try_at) <= until
    )
    return session.exec(query.order_by(col(Delivery.next_try_at), col(Delivery.id))).all()


def by_keys(session: Session, keys: Sequence[str]) -> dict[str, Delivery]:
    """Return the deliveries that exist of these keys, by key."""
    found: dict[str, Delivery] = {}
    for at in range(0, len(keys), 500):
        query = select(Delivery).where(col(Delivery.key).in_(keys[at : at + 500]))
        found |= {row.key: row for row in session.exec(query).all()}
    return found


def counts_between(
    session: Session, since: datetime, until: datetime, *, besides: Sequence[str] = ()
) -> dict[DeliveryState, int]:
    """Return by state how many messages were due after one instant and not after another.

    Kinds in *besides* are not counted.
    """
    query = (
        select(Delivery.state, func.count())
        .where(
            col(Delivery.due_at) > since,
            col(Delivery.due_at) <= until,
            col(Delivery.kind).not_in(besides),
        )
        .group_by(col(Delivery.state))
    )
    return {DeliveryState(state): count for state, count in session.exec(query).all()}


def counts_by_state_and_kind(session: Session) -> dict[tuple[str, str], int]:
    """Return how many deliveries of each kind are in each state."""
    query = select(Delivery.state, Delivery.kind, func.count()).group_by(
        col(Delivery.state), col(Delivery.kind)
    )
    return {(DeliveryState(state).value, kind): count for state, kind, count in session.exec(query)}


def is_final(delivery: Delivery) -> bool:
    """Tell whether nothing more will happen to a delivery."""
    return delivery.state in FINAL
