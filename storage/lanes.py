"""Who handles whose updates, where several processes share one PostgreSQL.

A row of ``lane`` says that a process handles the updates of one person. It is taken in the
transaction that stores an update and given back in the one that finishes the last; both lock it, so
an update that another process stores meanwhile is seen by one of the two.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, exists, text, update
from sqlalchemy import select as rows_of
from sqlmodel import Session, col, select

from storage import inbox
from storage.database import dialect_of, insert_new, table_of
from storage.inbox import UNFINISHED
from storage.models import InboxItem, Lane, Process

_INBOX, _LANE = table_of(InboxItem), table_of(Lane)
_THESE = _LANE.c.lane.in_(bindparam("these", expanding=True))
_OWN = (
    rows_of(_LANE.c.lane)
    .where(_THESE, _LANE.c.held_by == bindparam("by"))
    .order_by(_LANE.c.lane)
    .with_for_update()
)
_WAITING = exists().where(_INBOX.c.lane == _LANE.c.lane, _INBOX.c.state.in_(UNFINISHED))
_EMPTIED = delete(_LANE).where(_THESE, ~_WAITING).returning(_LANE.c.lane)
_HOLDER = rows_of(_LANE.c.held_by).where(_LANE.c.lane == bindparam("this"))


def take(session: Session, lanes: Iterable[int], *, by: str) -> set[int]:
    """Take the lanes that nobody has, or that a process has which is gone; return one's own."""
    # In order, as everywhere here: two processes can never end up waiting for each other.
    wanted = sorted(set(lanes))
    if not wanted:
        return set()
    rows = [{"lane": lane, "held_by": by} for lane in wanted]
    taken = session.execute(_taken(dialect_of(session)), rows).all()
    return {lane for lane, held_by in taken if held_by == by}


@cache
def _taken(dialect: str) -> Any:
    """Return the statement that takes lanes; what is held already stays so.

    The update that changes nothing takes the row's lock: see the head of this file.
    """
    holder = text(
        "CASE WHEN EXISTS (SELECT 1 FROM process WHERE process.instance = lane.held_by) "
        "THEN lane.held_by ELSE excluded.held_by END"
    )
    added = insert_new(dialect, Lane)
    settled = added.on_conflict_do_update(index_elements=["lane"], set_={"held_by": holder})
    return settled.returning(_LANE.c.lane, _LANE.c.held_by)


def store(
    session: Session, items: Sequence[tuple[int, int, str]], *, by: str, now: datetime
) -> tuple[set[int], set[int]]:
    """Keep updates and take their lanes; return the ids to be handled and the lanes that are ours.

    What is new in another process's lane is found there when that process finishes its last one.
    An update that comes again is to be handled unless it was: the answer to the commit that stored
    it the first time may have been lost.
    """
    wanted = set(inbox.store(session, items, now=now))
    known = [update_id for update_id, _, _ in items if update_id not in wanted]
    if known:
        unfinished = select(InboxItem.update_id).where(
            col(InboxItem.update_id).in_(known), col(InboxItem.state).in_(UNFINISHED)
        )
        wanted |= set(session.exec(unfinished).all())
    return wanted, take(session, (lane for at, lane, _ in items if at in wanted), by=by)


def is_held(session: Session, lane: int, *, by: str) -> bool:
    """Tell whether a process still has a lane."""
    return session.execute(_HOLDER, {"this": lane}).scalar_one_or_none() == by


def give_back(session: Session, lanes: Sequence[int], *, by: str) -> Sequence[InboxItem]:
    """Give back lanes that are empty; return what others stored in the rest, still one's own."""
    held = list(session.execute(_OWN, {"these": lanes, "by": by}).scalars())
    if not held:
        return []
    # Asked under the lock of the rows: whoever stores into one of them now has to wait for us.
    left = set(held) - set(session.execute(_EMPTIED, {"these": held}).scalars())
    return _unfinished(session, sorted(left)) if left else []


def adopt(session: Session, *, by: str) -> Sequence[InboxItem]:
    """Take the lanes of processes that are gone, and updates in nobody's lane; return them all."""
    gone = (
        select(Lane.lane)
        .where(col(Lane.held_by).not_in(select(Process.instance)))
        .order_by(col(Lane.lane))
        .with_for_update(skip_locked=True)
    )
    lanes = set(session.exec(gone).all())
    session.execute(update(Lane).where(col(Lane.lane).in_(lanes)).values(held_by=by))
    stray = (
        select(InboxItem.lane)
        .where(
            col(InboxItem.state).in_(UNFINISHED),
            col(InboxItem.lane).not_in(select(Lane.lane)),
        )
        .distinct()
    )
    lanes |= take(session, session.exec(stray).all(), by=by)
    left = _unfinished(session, sorted(lanes)) if lanes else []
    empty = lanes - {item.lane for item in left}
    session.execute(delete(Lane).where(col(Lane.lane).in_(empty), col(Lane.held_by) == by))
    return left


def _unfinished(session: Session, lanes: Sequence[int]) -> Sequence[InboxItem]:
    query = (
        select(InboxItem)
        .where(col(InboxItem.lane).in_(lanes), col(InboxItem.state).in_(UNFINISHED))
        .order_by(col(InboxItem.update_id))
    )
    return session.exec(query).all()
