"""Who handles whose updates, where several processes share one PostgreSQL.

A row of ``lane`` says that a process handles the updates of one person. It is taken in the
transaction that stores an update and given back in the one that finishes the last; both lock it, so
an update that another process stores meanwhile is seen by one of the two.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, text, update
from sqlmodel import Session, col, select

from storage import inbox
from storage.database import insert_new
from storage.inbox import UNFINISHED
from storage.models import InboxItem, Lane, Process


def take(session: Session, lanes: Iterable[int], *, by: str) -> set[int]:
    """Take the lanes that nobody has, or that a process has which is gone; return one's own."""
    wanted = sorted(set(lanes))
    if not wanted:
        return set()
    rows = [{"lane": lane, "held_by": by} for lane in wanted]
    statement = insert_new(session, Lane).values(rows)
    # The update that changes nothing takes the row's lock: see the head of this file.
    statement = statement.on_conflict_do_update(
        index_elements=["lane"],
        set_={
            "held_by": text(
                "CASE WHEN EXISTS (SELECT 1 FROM process WHERE process.instance = lane.held_by) "
                "THEN lane.held_by ELSE excluded.held_by END"
            )
        },
    ).returning(col(Lane.lane), col(Lane.held_by))
    return {lane for lane, held_by in session.execute(statement).all() if held_by == by}


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
    row = session.get(Lane, lane)
    return row is not None and row.held_by == by


def give_back(session: Session, lanes: Sequence[int], *, by: str) -> Sequence[InboxItem]:
    """Give back lanes that are empty; return what others stored in the rest, still one's own."""
    locked = (
        select(Lane.lane)
        .where(col(Lane.lane).in_(lanes), Lane.held_by == by)
        .order_by(col(Lane.lane))
        .with_for_update()
    )
    held = list(session.exec(locked).all())
    if not held:
        return []
    left = _unfinished(session, held)
    empty = set(held) - {item.lane for item in left}
    session.execute(delete(Lane).where(col(Lane.lane).in_(empty)))
    return left


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
