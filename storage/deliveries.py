"""The outbox of what must reach whom: plan, reserve, begin, record."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import bindparam, case, exists, literal, update
from sqlalchemy import select as rows_of
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select, tuple_

from storage import bulk, counts
from storage.addresses import Address
from storage.database import dialect_of, insert_new, table_of
from storage.models import FINAL, Channel, Delivery, DeliveryState, Person, Process, new_seals
from storage.people import seated_in
from storage.types import values_of

WAITING = (DeliveryState.PLANNED, DeliveryState.UNKNOWN)
PLANNED_AT_ONCE = 500
COPIED_FROM = 50
"""PostgreSQL takes more than so many rows by COPY."""
HOLDS_ORDER = 5
"""So many refusals of a message keep the person's later ones behind it; then they may pass."""


_TABLE = table_of(Delivery)
_END_EACH = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("this"), or_(*(_TABLE.c.state == one for one in WAITING)))
    .values(state=bindparam("ends_as"), reason=bindparam("because"), claimed_by=None)
)
_TRIED_AT = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("this"), or_(*(_TABLE.c.state == one for one in WAITING)))
    .values(next_try_at=bindparam("again_at"))
)


@dataclass(frozen=True)
class Reserved:
    """A row in a process's queue: whom it is for, and their address as it is known now."""

    row_id: int
    person_id: int
    address: Address


def plan(session: Session, rows: Iterable[dict[str, Any]], *, now: datetime) -> int:
    """Add deliveries, given by their columns; what has its key already is left alone.

    Each row holds at least key, person_id, kind, due_at. Returns how many were new. *rows* may be
    a generator of any length: they are taken in blocks. Where they do not name a channel they go by
    Telegram, as the database knows.
    """
    common: dict[str, Any] = {
        "meeting_id": None,
        "notice_id": None,
        "about": {},
        "expires_at": None,
        "state": DeliveryState.PLANNED,
        "attempts": 0,
        "failures": 0,
        "was_unknown": False,
        "parts_sent": 0,
        "created_at": now,
    }
    statement = insert_new(dialect_of(session), Delivery).on_conflict_do_nothing()
    added = 0
    for block in _blocks(rows, PLANNED_AT_ONCE):
        values = [
            {**common, "seal": seal, "next_try_at": row["due_at"], **row}
            for row, seal in zip(block, new_seals(len(block)), strict=True)
        ]
        if len(values) > COPIED_FROM and session.get_bind().dialect.name == "postgresql":
            added += bulk.copy_new(session, Delivery, values)
            continue
        result = session.execute(statement.returning(col(Delivery.id)), values)
        added += len(result.all())
    return added


def _blocks(rows: Iterable[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    remaining = iter(rows)
    while block := list(islice(remaining, size)):
        yield block


def due_count(session: Session, *, now: datetime, besides: Collection[Channel] = ()) -> int:
    """Return how many rows are due and in nobody's queue, those of channels *besides* aside."""
    query = (
        select(func.count())
        .select_from(Delivery)
        .where(
            col(Delivery.state).in_(WAITING),
            col(Delivery.next_try_at) <= now,
            col(Delivery.claimed_by).is_(None),
        )
    )
    if besides:
        query = query.where(col(Delivery.channel).not_in(besides))
    return session.exec(query).one()


def reserve(
    session: Session,
    *,
    by: str,
    now: datetime,
    limit: int,
    besides: Collection[Channel] = (),
) -> list[Reserved]:
    """Put up to *limit* due rows into the queue of a process, the oldest first.

    Rows of the channels *besides* wait on: those cannot be reached.

    They are not being sent yet: when the process dies, another one simply takes them. A person's
    rows go to one process at a time, and behind an earlier one that has to be tried again.
    """
    several = session.get_bind().dialect.name == "postgresql"
    query = _due(by, now, several=several)
    if besides:
        query = query.where(col(Delivery.channel).not_in(besides))
    query = query.limit(limit)
    if several:
        query = query.with_for_update(skip_locked=True, of=Delivery)
    found = session.execute(query).all()
    ids = [row_id for row_id, *_ in found]
    for at in range(0, len(ids), PLANNED_AT_ONCE):
        session.execute(
            update(Delivery)
            .where(col(Delivery.id).in_(ids[at : at + PLANNED_AT_ONCE]))
            .values(claimed_by=by)
            .execution_options(synchronize_session=False)
        )
    return [
        Reserved(row_id, person_id, Address(channel, chat or 0))
        for row_id, person_id, channel, chat in found
    ]


def _due(by: str, now: datetime, *, several: bool) -> Any:
    earlier, foreign = aliased(Delivery), aliased(Delivery)
    # What is tried again keeps its place before its reader's later messages, for a few attempts.
    held_back = exists().where(
        col(earlier.person_id) == col(Delivery.person_id),
        col(earlier.state).in_(WAITING),
        col(earlier.failures).between(1, HOLDS_ORDER),
        col(earlier.next_try_at) > now,
        tuple_(col(earlier.due_at), col(earlier.id))
        < tuple_(col(Delivery.due_at), col(Delivery.id)),
    )
    query = (
        select(
            col(Delivery.id),
            col(Delivery.person_id),
            col(Delivery.channel),
            col(Person.telegram_id),
        )
        .join(Person, col(Person.id) == col(Delivery.person_id))
        .where(
            col(Delivery.state).in_(WAITING),
            col(Delivery.next_try_at) <= now,
            col(Delivery.claimed_by).is_(None),
            ~held_back,
        )
        .order_by(col(Delivery.next_try_at), col(Delivery.due_at), col(Delivery.id))
    )
    # What two processes send one person at the same time would arrive in any order.
    if several:
        query = query.where(
            ~exists().where(
                col(foreign.person_id) == col(Delivery.person_id),
                col(foreign.claimed_by) != by,
            )
        )
    return query


def begin(session: Session, delivery_id: int, *, by: str, now: datetime) -> Delivery | None:
    """Claim a reserved row: from the commit on it may be under way.

    Returns None for a row that is not to be sent now: it was dropped, moved or taken over
    meanwhile, or another process is just sending the same person something.
    """
    other = aliased(Delivery)
    guarded = (
        update(Delivery)
        .where(
            col(Delivery.id) == delivery_id,
            col(Delivery.state).in_(WAITING),
            col(Delivery.claimed_by) == by,
            col(Delivery.next_try_at) <= now,
        )
        .values(state=DeliveryState.CLAIMED, attempts=col(Delivery.attempts) + 1)
        .execution_options(synchronize_session=False)
    )
    # A process that was taken for dead may still be sending the same person something.
    if session.get_bind().dialect.name == "postgresql":
        guarded = guarded.where(
            ~exists().where(
                col(other.person_id) == col(Delivery.person_id),
                col(other.state) == DeliveryState.CLAIMED,
            )
        )
    claimed = session.scalars(guarded.returning(Delivery)).first()
    if claimed is not None:
        return claimed
    leave(session, [delivery_id], by=by)
    return None


def renew(session: Session, row: Delivery, *, by: str) -> bool:
    """Claim a *row* anew that this process has claimed; False where it was taken over meanwhile."""
    result = session.execute(
        update(Delivery)
        .where(
            col(Delivery.id) == row.id,
            col(Delivery.state) == DeliveryState.CLAIMED,
            col(Delivery.claimed_by) == by,
            col(Delivery.attempts) == row.attempts,
        )
        .values(claimed_by=by)
        .execution_options(synchronize_session=False)
    )
    return _count(result) == 1


def clock_set_back(session: Session, before: datetime, now: datetime) -> int:
    """Let what had become due go on as before the clock was set back; return how many rows.

    What was due by the clock of *before* is due *now*, and a pause of seconds stays one. What had
    not become due waits for its hour, which the clock as it is now tells.
    """
    ready = session.execute(
        update(Delivery)
        .where(
            col(Delivery.state).in_(WAITING),
            col(Delivery.next_try_at) > now,
            col(Delivery.next_try_at) <= before,
        )
        .values(next_try_at=now)
        .execution_options(synchronize_session=False)
    )
    pausing = session.execute(
        rows_of(col(Delivery.id), col(Delivery.next_try_at)).where(
            col(Delivery.state).in_(WAITING),
            col(Delivery.due_at) <= before,
            col(Delivery.next_try_at) > before,
        )
    ).all()
    if pausing:
        moved = [{"this": row_id, "again_at": at - (before - now)} for row_id, at in pausing]
        session.execute(_TRIED_AT, moved)
    return _count(ready) + len(pausing)


def leave(session: Session, ids: Sequence[int], *, by: str, unsent: bool = False) -> None:
    """Take rows that are not being sent out of the queue of a process.

    *unsent*: none of them was sent for certain, so what is marked as claimed (the answer to a
    commit was lost) waits again as well.
    """
    mine = [col(Delivery.id).in_(ids), col(Delivery.claimed_by) == by]
    if unsent:
        states = values_of(DeliveryState)
        before = case(
            (col(Delivery.was_unknown), literal(DeliveryState.UNKNOWN, states)),
            else_=literal(DeliveryState.PLANNED, states),
        )
        session.execute(
            update(Delivery)
            .where(*mine, col(Delivery.state) == DeliveryState.CLAIMED)
            .values(state=before)
            .execution_options(synchronize_session=False)
        )
    session.execute(
        update(Delivery)
        .where(*mine, col(Delivery.state) != DeliveryState.CLAIMED)
        .values(claimed_by=None)
        .execution_options(synchronize_session=False)
    )


def progressed(session: Session, row: Delivery, parts_sent: int, parts_of: str) -> None:
    """Note how many messages of a longer text have arrived for certain."""
    session.execute(
        update(Delivery)
        .where(col(Delivery.id) == row.id, col(Delivery.attempts) == row.attempts)
        .values(parts_sent=parts_sent, parts_of=parts_of)
        .execution_options(synchronize_session=False)
    )


def settle(
    session: Session, row: Delivery, state: DeliveryState, *, by: str, **values: Any
) -> bool:
    """Record what became of a claimed *row*; return False if somebody else has it by now.

    A process that was taken for dead may still record what it knows, until another one has begun
    to send the row again: its number of attempts tells.
    """
    written = {"state": state, "reason": None, "claimed_by": None} | values
    if state is DeliveryState.UNKNOWN:
        written["was_unknown"] = True
    result = session.execute(
        update(Delivery)
        .where(
            col(Delivery.id) == row.id,
            col(Delivery.attempts) == row.attempts,
            or_(
                (col(Delivery.state) == DeliveryState.CLAIMED) & (col(Delivery.claimed_by) == by),
                col(Delivery.state) == DeliveryState.UNKNOWN,
            ),
        )
        .values(**written)
        .execution_options(synchronize_session=False)
    )
    return _count(result) == 1


def orphaned(session: Session) -> Sequence[Delivery]:
    """Return rows that are held by a process that is not there any more."""
    query = select(Delivery).where(
        col(Delivery.claimed_by).is_not(None),
        col(Delivery.claimed_by).not_in(select(Process.instance)),
    )
    if session.get_bind().dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True, of=Delivery)
    # Sorted here: asked for the order, SQLite reads every row by its id instead of the few held.
    return sorted(session.exec(query).all(), key=lambda row: row.id)


def end(session: Session, ids: Sequence[int], state: DeliveryState, *, reason: str) -> int:
    """End rows that wait; one that is being sent at this moment is left alone. Return how many."""
    ended = 0
    for at in range(0, len(ids), PLANNED_AT_ONCE):
        result = session.execute(
            update(Delivery)
            .where(
                col(Delivery.id).in_(ids[at : at + PLANNED_AT_ONCE]),
                col(Delivery.state).in_(WAITING),
            )
            .values(state=state, reason=reason, claimed_by=None)
            .execution_options(synchronize_session=False)
        )
        ended += _count(result)
    return ended


def end_each(session: Session, ends: Sequence[tuple[int, DeliveryState, str]]) -> None:
    """End rows that wait, given as (id, state, reason); as :func:`end` does, in one statement."""
    if not ends:
        return
    values = [
        {"this": row_id, "ends_as": state, "because": str(reason)} for row_id, state, reason in ends
    ]
    session.execute(_END_EACH, values)


def get(session: Session, delivery_id: int | None) -> Delivery | None:
    """Return a delivery."""
    return session.get(Delivery, delivery_id) if delivery_id is not None else None


def next_due(session: Session, *, after: datetime | None = None) -> datetime | None:
    """Return when the next delivery may be claimed; of those *after* an instant, if it is given."""
    later = [] if after is None else [col(Delivery.next_try_at) > after]
    # A query for each state reads the index's first entry; one for both would read them all.
    earliest = [
        session.exec(
            select(func.min(Delivery.next_try_at)).where(Delivery.state == state, *later)
        ).one()
        for state in WAITING
    ]
    return min((instant for instant in earliest if instant is not None), default=None)


def of_meeting(
    session: Session,
    meeting_id: int,
    people: Collection[int] | None = None,
    chambers: Collection[str] | None = None,
) -> Sequence[Delivery]:
    """Return a meeting's deliveries in every state.

    They are those to *people*, or to the active people with a seat in *chambers*, or to everybody.
    """
    query = select(Delivery).where(Delivery.meeting_id == meeting_id)
    if people is not None:
        query = query.where(col(Delivery.person_id).in_(people))
    if chambers is not None:
        query = query.where(col(Delivery.person_id).in_(seated_in(chambers)))
    return session.exec(query.order_by(col(Delivery.id))).all()


def of_message(session: Session, person_id: int, message_id: int | None) -> Delivery | None:
    """Return the delivery that reached somebody as this message of their chat."""
    query = select(Delivery).where(
        Delivery.person_id == person_id,
        Delivery.message_id == message_id,
        Delivery.state == DeliveryState.SENT,
    )
    return session.exec(query.order_by(col(Delivery.id).desc()).limit(1)).first()


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


def missed_by(session: Session, person_id: int, *, now: datetime) -> Sequence[Delivery]:
    """Return what did not reach a person because they could not be reached, and is not too late."""
    query = select(Delivery).where(
        Delivery.person_id == person_id,
        Delivery.state == DeliveryState.UNREACHABLE,
        or_(col(Delivery.expires_at).is_(None), col(Delivery.expires_at) > now),
    )
    return session.exec(query.order_by(col(Delivery.due_at), col(Delivery.id))).all()


def notice_counts(session: Session, notice_id: int) -> dict[DeliveryState, int]:
    """Return how many deliveries of a notice are in each state, deleted ones too."""
    query = (
        select(Delivery.state, func.count())
        .where(Delivery.notice_id == notice_id)
        .group_by(col(Delivery.state))
    )
    found = {DeliveryState(state): count for state, count in session.exec(query).all()}
    # What was deleted after its span was counted first.
    for state, count in counts.of_notice(session, notice_id).items():
        found[state] = found.get(state, 0) + count
    return found


def due_before(session: Session, until: datetime) -> Sequence[Delivery]:
    """Return what still waits and may be claimed before an instant, the first to come first."""
    query = select(Delivery).where(
        col(Delivery.state).in_(WAITING), col(Delivery.next_try_at) <= until
    )
    return session.exec(query.order_by(col(Delivery.next_try_at), col(Delivery.id))).all()


def sent_to(
    session: Session, person_ids: Collection[int], kinds: Collection[str]
) -> Sequence[Delivery]:
    """Return what some people got of some kinds, where it is known which message it became."""
    query = select(Delivery).where(
        col(Delivery.person_id).in_(person_ids),
        col(Delivery.kind).in_(kinds),
        col(Delivery.message_id).is_not(None),
    )
    return session.exec(query.order_by(col(Delivery.id))).all()


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


def counts_by_state_and_kind(
    session: Session, states: Collection[DeliveryState] = tuple(DeliveryState)
) -> dict[tuple[str, str], int]:
    """Return how many deliveries of each kind are, or were when deleted, in each of *states*."""
    query = (
        select(Delivery.state, Delivery.kind, func.count())
        .where(col(Delivery.state).in_(states))
        .group_by(col(Delivery.state), col(Delivery.kind))
    )
    found = counts.by_state_and_kind(session, states)
    for state, kind, count in session.exec(query):
        key = (DeliveryState(state).value, kind)
        found[key] = found.get(key, 0) + count
    return found


def is_final(delivery: Delivery) -> bool:
    """Tell whether nothing more will happen to a delivery."""
    return delivery.state in FINAL


def _count(result: Any) -> int:
    return int(getattr(result, "rowcount", 0))
