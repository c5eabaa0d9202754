"""Queries on the inbox: what Telegram delivered and how far it has come."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, func, select

from storage.database import insert_new
from storage.models import Form, InboxItem, InboxState, Notice

UNFINISHED = (InboxState.NEW, InboxState.ANSWERED)


def store(session: Session, items: Iterable[tuple[int, int, str]], *, now: datetime) -> list[int]:
    """Keep updates given as (update id, lane, JSON); return the ids that were not there before."""
    rows = [
        {"update_id": update_id, "lane": lane, "payload": payload, "received_at": now}
        for update_id, lane, payload in items
    ]
    if not rows:
        return []
    values = [row | {"state": InboxState.NEW, "answers_sent": 0} for row in rows]
    statement = insert_new(session, InboxItem).values(values).on_conflict_do_nothing()
    return list(session.execute(statement.returning(col(InboxItem.update_id))).scalars())


def unfinished(session: Session) -> Sequence[InboxItem]:
    """Return what was not dealt with when the process ended, in Telegram's order."""
    query = (
        select(InboxItem)
        .where(col(InboxItem.state).in_(UNFINISHED))
        .order_by(col(InboxItem.update_id))
    )
    return session.exec(query).all()


def get(session: Session, update_id: int) -> InboxItem | None:
    """Return the item of an update; it is locked, so that nobody carries it out as well."""
    locks = session.get_bind().dialect.name == "postgresql"
    return session.get(InboxItem, update_id, with_for_update=True if locks else None)


def last_id(session: Session) -> int | None:
    """Return the highest update id that is stored."""
    return session.exec(select(func.max(InboxItem.update_id))).one()


def answered(session: Session, item: InboxItem, answer: list[dict[str, Any]]) -> None:
    """Keep the answer with the effect: both are saved, or neither."""
    item.answer = answer
    item.state = InboxState.ANSWERED
    session.add(item)


def progressed(session: Session, update_id: int, sent: int) -> None:
    """Note how many parts of the answer went out."""
    _set(session, [update_id], answers_sent=sent)


def finish(
    session: Session, done: Sequence[tuple[int, Sequence[tuple[str, int]]]], *, now: datetime
) -> None:
    """Empty items that were dealt with; keep the ids of the cards that they sent.

    *done* holds (update id, [(what keeps the card, such as ``form:12``, message id)]).
    """
    ids = [update_id for update_id, _ in done]
    _set(session, ids, state=InboxState.DONE, payload=None, answer=None, handled_at=now)
    for _, cards in done:
        for keeper, message_id in cards:
            remember(session, keeper, message_id)


def received_between(session: Session, since: datetime, until: datetime) -> int:
    """Return how many updates were stored between two instants."""
    query = select(func.count()).where(
        col(InboxItem.received_at) >= since, col(InboxItem.received_at) <= until
    )
    return session.exec(query).one()


def backlog(session: Session) -> int:
    """Return how many updates have been received and not dealt with."""
    query = select(func.count()).where(col(InboxItem.state).in_(UNFINISHED))
    return session.exec(query).one()


def failed(session: Session, update_id: int, reference: str, answer: list[dict[str, Any]]) -> None:
    """Note that an update could not be dealt with, and the apology that is to go out."""
    _set(session, [update_id], reference=reference, answer=answer, state=InboxState.ANSWERED)


def remember(session: Session, keeper: str, message_id: int) -> None:
    """Keep the id of a message with the row that it is the card of; the row may be gone."""
    table, _, row_id = keeper.partition(":")
    kept_by: dict[str, type[Form | Notice]] = {"form": Form, "notice": Notice}
    model = kept_by[table]
    session.execute(
        update(model).where(col(model.id) == int(row_id)).values(card_message_id=message_id)
    )


def forget_before(session: Session, instant: datetime) -> int:
    """Delete finished items that are older than *instant*; return how many."""
    result = session.execute(
        delete(InboxItem).where(
            col(InboxItem.state) == InboxState.DONE, col(InboxItem.handled_at) < instant
        )
    )
    return int(getattr(result, "rowcount", 0))


def _set(session: Session, ids: Sequence[int], **values: Any) -> None:
    session.execute(update(InboxItem).where(col(InboxItem.update_id).in_(ids)).values(**values))
