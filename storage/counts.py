"""What is left of deliveries that were deleted: how many there were, and whom a notice reached."""

from collections.abc import Collection, Sequence

from sqlalchemy import Integer, cast
from sqlalchemy import select as rows_of
from sqlmodel import Session, col, func, or_, select

from storage.database import dialect_of, insert_new
from storage.models import FINAL, Delivery, DeliveryCount, DeliveryState, NoticeReach, Seat


def keep(session: Session, ids: Sequence[int]) -> None:
    """Count the deliveries of these ids, which are about to be deleted."""
    query = (
        rows_of(
            col(Delivery.notice_id),
            col(Delivery.kind),
            col(Delivery.state),
            col(Delivery.was_unknown),
            func.count(),
        )
        .where(col(Delivery.id).in_(ids))
        .group_by(
            col(Delivery.notice_id),
            col(Delivery.kind),
            col(Delivery.state),
            col(Delivery.was_unknown),
        )
    )
    _keep_reach(session, ids)
    for notice_id, kind, state, doubtful, number in session.execute(query).all():
        _add(session, notice_id, kind, DeliveryState(state), bool(doubtful), number)
    session.flush()


def _add(
    session: Session,
    notice_id: int | None,
    kind: str,
    state: DeliveryState,
    doubtful: bool,
    number: int,
) -> None:
    query = select(DeliveryCount).where(
        col(DeliveryCount.notice_id).is_not_distinct_from(notice_id),
        DeliveryCount.kind == kind,
        DeliveryCount.state == state,
        DeliveryCount.doubtful == doubtful,
    )
    row = session.exec(query).first()
    if row is None:
        row = DeliveryCount(notice_id=notice_id, kind=kind, state=state, doubtful=doubtful, count=0)
    row.count += number
    session.add(row)


def _keep_reach(session: Session, ids: Sequence[int]) -> None:
    """Keep which chambers their notices reached: those whose seats the readers then held."""
    query = (
        select(Delivery.notice_id, Seat.chamber_id)
        .join(Seat, col(Seat.person_id) == col(Delivery.person_id))
        .where(
            col(Delivery.id).in_(ids),
            col(Delivery.notice_id).is_not(None),
            Delivery.state == DeliveryState.SENT,
            col(Seat.since) <= col(Delivery.sent_at),
            or_(col(Seat.until).is_(None), col(Seat.until) > col(Delivery.sent_at)),
        )
        .distinct()
    )
    rows = [
        {"notice_id": notice_id, "chamber_id": chamber_id}
        for notice_id, chamber_id in session.exec(query).all()
    ]
    if rows:
        statement = insert_new(dialect_of(session), NoticeReach).on_conflict_do_nothing()
        session.execute(statement, rows)


def of_notice(session: Session, notice_id: int) -> dict[DeliveryState, int]:
    """Return by state how many deleted deliveries a notice had."""
    query = (
        select(DeliveryCount.state, func.sum(DeliveryCount.count))
        .where(DeliveryCount.notice_id == notice_id)
        .group_by(col(DeliveryCount.state))
    )
    return {DeliveryState(state): int(number) for state, number in session.exec(query).all()}


def doubtful_of_notice(session: Session, notice_id: int) -> int:
    """Return how many deleted deliveries of a notice were sent and may have arrived twice."""
    query = select(func.coalesce(func.sum(DeliveryCount.count), 0)).where(
        DeliveryCount.notice_id == notice_id,
        DeliveryCount.state == DeliveryState.SENT,
        cast(DeliveryCount.doubtful, Integer) == 1,
    )
    return int(session.exec(query).one())


def reached_by(session: Session, notice_id: int) -> set[str]:
    """Return the chambers that a notice reached by deliveries that were deleted since."""
    query = select(NoticeReach.chamber_id).where(NoticeReach.notice_id == notice_id)
    return set(session.exec(query))


def by_state_and_kind(
    session: Session, states: Collection[DeliveryState]
) -> dict[tuple[str, str], int]:
    """Return how many deliveries of each kind in each of *states* were deleted."""
    ended = [state for state in states if state in FINAL]
    if not ended:
        return {}
    query = (
        select(DeliveryCount.state, DeliveryCount.kind, func.sum(DeliveryCount.count))
        .where(col(DeliveryCount.state).in_(ended))
        .group_by(col(DeliveryCount.state), col(DeliveryCount.kind))
    )
    return {
        (DeliveryState(state).value, kind): int(number)
        for state, kind, number in session.exec(query)
    }
