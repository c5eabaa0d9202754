"""The slots of Telegram's allowance where several processes share it (PostgreSQL)."""

from collections.abc import Sequence

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from storage.models import Process, RateSlot

SHARED = 0
"""The row that concerns all slots."""
TAKEN_AT_MOST = 60.0
"""Seconds after which a slot frees itself: whoever took it is gone."""
FIRST_FOR = 0.1
"""Seconds for which an answer that found no slot keeps broadcasts of others away."""
ASK_AGAIN = 0.02
"""Seconds that a broadcast waits while another process has an answer to give."""


def prepare(session: Session, overall: int) -> None:
    """Make the slots that are missing; all processes have the same allowance."""
    statement = text(
        "INSERT INTO pace_slot (slot, free_at, taken_at, first_until) "
        "SELECT number, 0, 0, 0 FROM generate_series(0, :overall) AS number "
        "ON CONFLICT (slot) DO NOTHING"
    )
    session.execute(statement, {"overall": overall})


def take(
    session: Session,
    *,
    by: str,
    overall: int,
    first: bool,
    step: float,
    catch_up: float,
    returned: Sequence[tuple[int, float | None]],
    stop_for: float,
) -> tuple[int | None, float]:
    """Take a free slot; return it, or how many seconds to wait before asking again.

    *returned* are slots to give back, each with the seconds after which it is free (None: it was
    not used, and its step is given back as well); *stop_for* are
    the seconds for which Telegram wants silence. Broadcasts keep *step* seconds between two turns
    of all processes, and may be *catch_up* behind.
    """
    shared = _shared(session)
    now = _now(session)
    _believe(session, shared, now)
    _return(session, shared, now, by=by, step=step, returned=returned, stop_for=stop_for)
    wait = _wait(session, shared, by=by, overall=overall, first=first, now=now)
    if wait > 0:
        if first:
            shared.first_until, shared.held_by = now + FIRST_FOR, by
        session.add(shared)
        return None, wait
    shared.taken_at = max(shared.taken_at, now - catch_up) + step
    if first and shared.held_by == by:
        shared.first_until = 0.0
    session.add(shared)
    slot = _oldest(session, overall)
    slot.free_at, slot.held_by = now + TAKEN_AT_MOST, by
    session.add(slot)
    return slot.slot, 0.0


def give_back(
    session: Session,
    *,
    by: str,
    step: float,
    returned: Sequence[tuple[int, float | None]],
    stop_for: float,
) -> None:
    """Give slots back, and keep everybody quiet, as :func:`take` does."""
    shared = _shared(session)
    now = _now(session)
    _return(session, shared, now, by=by, step=step, returned=returned, stop_for=stop_for)
    session.add(shared)


def _shared(session: Session) -> RateSlot:
    query = select(RateSlot).where(RateSlot.slot == SHARED).with_for_update()
    return session.exec(query).one()


def _now(session: Session) -> float:
    return float(session.execute(text("SELECT extract(epoch FROM clock_timestamp())")).scalar_one())


def _believe(session: Session, shared: RateSlot, now: float) -> None:
    """Free what nobody can have taken for so long: the database's clock was set back since."""
    at_most = now + TAKEN_AT_MOST
    if shared.taken_at <= at_most:
        return
    # A silence that Telegram asked for is as long as it was.
    shared.free_at -= shared.taken_at - now
    shared.taken_at, shared.first_until = now, 0.0
    session.execute(
        update(RateSlot)
        .where(col(RateSlot.slot) != SHARED, col(RateSlot.free_at) > at_most)
        .values(free_at=now + 1.0)
    )


def _return(
    session: Session,
    shared: RateSlot,
    now: float,
    *,
    by: str,
    step: float,
    returned: Sequence[tuple[int, float | None]],
    stop_for: float,
) -> None:
    for slot, free_in in returned:
        if free_in is None:
            shared.taken_at -= step
        session.execute(
            update(RateSlot)
            .where(col(RateSlot.slot) == slot, col(RateSlot.held_by) == by)
            .values(free_at=now + max(0.0, free_in or 0.0), held_by=None)
        )
    if stop_for > 0:
        shared.free_at = max(shared.free_at, now + stop_for)


def _wait(
    session: Session, shared: RateSlot, *, by: str, overall: int, first: bool, now: float
) -> float:
    opens_at = max(shared.free_at, _oldest(session, overall).free_at)
    if first:
        return opens_at - now
    if shared.first_until > now and shared.held_by != by:
        return max(opens_at - now, ASK_AGAIN)
    return max(opens_at, shared.taken_at) - now


def _oldest(session: Session, overall: int) -> RateSlot:
    query = (
        select(RateSlot)
        .where(col(RateSlot.slot).between(1, overall))
        .order_by(col(RateSlot.free_at), col(RateSlot.slot))
        .limit(1)
    )
    return session.exec(query).one()


def free(session: Session, *, within: float) -> None:
    """Give back, after a last second, the slots of processes that are gone."""
    now = _now(session)
    session.execute(
        update(RateSlot)
        .where(
            col(RateSlot.slot) != SHARED,
            col(RateSlot.held_by).is_not(None),
            col(RateSlot.held_by).not_in(select(Process.instance)),
        )
        .values(free_at=now + within, held_by=None)
    )
