"""Queries on the inbox: what Telegram delivered and how far it has come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, update
from sqlalchemy import select as rows_of
from sqlmodel import Session, col, func, select

from storage.database import dialect_of, insert_new, table_of
from storage.models import Form, InboxItem, InboxState, Lane, Notice, OfferedText, Person

UNFINISHED = (InboxState.NEW, InboxState.ANSWERED)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the handling of an update has come."""

    lane: int
    state: InboxState
    answer: list[dict[str, Any]] | None
    answers_sent: int
    held_by: str | None
    """Who had its lane when this was asked for; nobody has one on SQLite."""
    person: Person | None
    """Who writes from the account that it came from, whatever their standing."""


# Every update comes by here three times: tables instead of objects, statements made once.
_INBOX, _LANE = table_of(InboxItem), table_of(Lane)
_PROGRESS = (
    rows_of(_INBOX.c.lane, _INBOX.c.state, _INBOX.c.answer, _INBOX.c.answers_sent)
    .add_columns(_LANE.c.held_by, Person)
    .select_from(_INBOX)
    .outerjoin(_LANE, _LANE.c.lane == _INBOX.c.lane)
    .outerjoin(Person, col(Person.telegram_id) == bindparam("account"))
    .where(_INBOX.c.update_id == bindparam("this"))
    .with_for_update(of=_INBOX)  # which SQLite does without
)
_ANSWERED = (
    update(_INBOX)
    .where(_INBOX.c.update_id == bindparam("this"))
    .values(answer=bindparam("said"), state=InboxState.ANSWERED)
)
_FINISHED = (
    update(_INBOX)
    .where(_INBOX.c.update_id.in_(bindparam("these", expanding=True)))
    .values(state=InboxState.DONE, payload=None, answer=None, handled_at=bindparam("at"))
)


def store(session: Session, items: Iterable[tuple[int, int, str]], *, now: datetime) -> list[int]:
    """Keep updates given as (update id, lane, JSON); return the ids that were not there before."""
    common = {"received_at": now, "state": InboxState.NEW, "answers_sent": 0}
    rows = [
        {"update_id": update_id, "lane": lane, "payload": payload} | common
        for update_id, lane, payload in items
    ]
    if not rows:
        return []
    return list(session.execute(_new_items(dialect_of(session)), rows).scalars())


@cache
def _new_items(dialect: str) -> Any:
    return insert_new(dialect, InboxItem).on_conflict_do_nothing().returning(_INBOX.c.update_id)


def unfinished(session: Session) -> Sequence[InboxItem]:
    """Return what was not dealt with when the process ended, in Telegram's order."""
    query = (
        select(InboxItem)
        .where(col(InboxItem.state).in_(UNFINISHED))
        .order_by(col(InboxItem.update_id))
    )
    return session.exec(query).all()


def progress(session: Session, update_id: int, account: int | None) -> Progress | None:
    """Return how far an update has come; it is locked, so that nobody carries it out as well.

    *account* is the Telegram id of who caused it, if anybody did. The person comes along, as rights
    are read with every update: a statement less for each.
    """
    found = session.execute(_PROGRESS, {"this": update_id, "account": account}).one_or_none()
    return None if found is None else Progress(*found)


def last_id(session: Session) -> int | None:
    """Return the highest update id that is stored."""
    return session.exec(select(func.max(InboxItem.update_id))).one()


def answered(session: Session, update_id: int, answer: list[dict[str, Any]]) -> None:
    """Keep the answer with the effect: both are saved, or neither."""
    session.execute(_ANSWERED, {"this": update_id, "said": answer})


def progressed(session: Session, update_id: int, sent: int) -> None:
    """Note how many parts of the answer went out."""
    _set(session, update_id, answers_sent=sent)


def finish(
    session: Session, done: Sequence[tuple[int, Sequence[tuple[str, int]]]], *, now: datetime
) -> None:
    """Empty items that were dealt with; keep the ids of the cards that they sent.

    *done* holds (update id, [(what keeps the card, such as ``form:12``, message id)]).
    """
    session.execute(_FINISHED, {"these": [update_id for update_id, _ in done], "at": now})
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
    _set(session, update_id, reference=reference, answer=answer, state=InboxState.ANSWERED)


def remember(session: Session, keeper: str, message_id: int) -> None:
    """Keep the id of a message with the row that it is the card of; the row may be gone."""
    table, _, row_id = keeper.partition(":")
    kept_by: dict[str, tuple[type[Form | Notice | OfferedText], str]] = {
        "form": (Form, "card_message_id"),
        "notice": (Notice, "card_message_id"),
        "offer": (OfferedText, "card_id"),
    }
    model, column = kept_by[table]
    kept_in = table_of(model)
    session.execute(update(kept_in).where(kept_in.c.id == int(row_id)).values({column: message_id}))


def forget_before(session: Session, instant: datetime) -> int:
    """Delete finished items that are older than *instant*; return how many."""
    result = session.execute(
        delete(InboxItem).where(
            col(InboxItem.state) == InboxState.DONE, col(InboxItem.handled_at) < instant
        )
    )
    return int(getattr(result, "rowcount", 0))


def _set(session: Session, update_id: int, **values: Any) -> None:
    session.execute(update(_INBOX).where(_INBOX.c.update_id == update_id).values(**values))
