"""Queries on accounts outside the network: who they are, what of theirs is only counted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, delete
from sqlalchemy import select as rows_of
from sqlmodel import Session, col, func, select

from storage.database import dialect_of, insert_new, table_of
from storage.inbox import UNFINISHED
from storage.models import Form, InboxItem, Invitation, OutsideFault, Person, Silenced, Standing

# Each poll that brings a stranger asks these: made once.
_STANDINGS = rows_of(col(Person.telegram_id), col(Person.standing)).where(
    col(Person.telegram_id).in_(bindparam("accounts", expanding=True))
)
_FILLING_IN = rows_of(col(Form.active_chat)).where(
    col(Form.active_chat).in_(bindparam("accounts", expanding=True))
)
_UNFINISHED = rows_of(col(InboxItem.lane)).where(
    col(InboxItem.lane).in_(bindparam("accounts", expanding=True)),
    col(InboxItem.state).in_(UNFINISHED),
)
_GOOD_CODES = rows_of(col(Invitation.code_hash)).where(
    col(Invitation.code_hash).in_(bindparam("hashes", expanding=True)),
    col(Invitation.used_at).is_(None),
    col(Invitation.ended_at).is_(None),
    col(Invitation.expires_at) > bindparam("now"),
)


@dataclass(frozen=True)
class Accounts:
    """What is stored about some accounts at one moment."""

    standings: Mapping[int, Standing]
    """Of those who are or were registered."""
    filling_in: frozenset[int]
    """Who has a form open, of those who are no members."""
    waiting: frozenset[int]
    """Of those who were new to whoever asks: who has updates that are stored and not dealt with."""
    good_codes: frozenset[str]
    """The hashes, of those asked for, of invitations that still admit somebody."""


def look(
    session: Session,
    accounts: Collection[int],
    hashes: Collection[str],
    *,
    new: Collection[int] = (),
    now: datetime,
) -> Accounts:
    """Return what is stored about *accounts*, some of them *new*, and which *hashes* are good."""
    found = session.execute(_STANDINGS, {"accounts": list(accounts)}).all()
    standings: dict[int, Standing] = {row[0]: row[1] for row in found}
    outside = [each for each in accounts if standings.get(each) is not Standing.ACTIVE]
    filling_in = session.execute(_FILLING_IN, {"accounts": outside}).scalars() if outside else ()
    told = {"hashes": list(hashes), "now": now}
    codes = session.execute(_GOOD_CODES, told).scalars() if hashes else ()
    first = [each for each in new if standings.get(each) is not Standing.ACTIVE]
    waiting = session.execute(_UNFINISHED, {"accounts": first}).scalars() if first else ()
    return Accounts(standings, frozenset(filling_in), frozenset(waiting), frozenset(codes))


# --- what was silenced ---------------------------------------------------------------------------


def add_silenced(session: Session, counts: Mapping[str, int], *, day: date) -> None:
    """Add to a day's counts, by reason; several processes may add to the same day."""
    rows = [{"day": day, "why": why, "count": count} for why, count in counts.items()]
    table = table_of(Silenced)
    added = insert_new(dialect_of(session), Silenced)
    more = table.c.count + added.excluded.count
    session.execute(
        added.on_conflict_do_update(index_elements=["day", "why"], set_={"count": more}), rows
    )


def silenced_between(session: Session, since: date, until: date) -> int:
    """Return how many updates were not taken on the days from *since* on, before *until*."""
    query = select(func.coalesce(func.sum(Silenced.count), 0)).where(
        col(Silenced.day) >= since, col(Silenced.day) < until
    )
    return int(session.exec(query).one())


# --- faults that strangers met -------------------------------------------------------------------


def add_fault(session: Session, place: str, reference: str, *, now: datetime, most: int) -> None:
    """Count a fault of a day; of more than *most* places on one day the rest are one line."""
    day = now.date()
    known = session.exec(select(OutsideFault.place).where(OutsideFault.day == day)).all()
    line = place[:120] if place[:120] in known or len(known) < most else ELSEWHERE
    table = table_of(OutsideFault)
    added = insert_new(dialect_of(session), OutsideFault)
    again = {
        "count": table.c.count + 1,
        "reference": added.excluded.reference,
        "last_at": added.excluded.last_at,
    }
    session.execute(
        added.on_conflict_do_update(index_elements=["day", "place"], set_=again),
        {"day": day, "place": line, "count": 1, "reference": reference, "last_at": now},
    )


ELSEWHERE = "elsewhere"


def faults_between(session: Session, since: date, until: date) -> int:
    """Return how many faults strangers met on the days from *since* on, before *until*."""
    query = select(func.coalesce(func.sum(OutsideFault.count), 0)).where(
        col(OutsideFault.day) >= since, col(OutsideFault.day) < until
    )
    return int(session.exec(query).one())


def forget_before(session: Session, *, faults: date, counts: date) -> None:
    """Delete faults that were counted before one day, and what was silenced before another."""
    session.execute(delete(OutsideFault).where(col(OutsideFault.day) < faults))
    session.execute(delete(Silenced).where(col(Silenced.day) < counts))
