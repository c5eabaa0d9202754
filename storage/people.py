"""Queries on people and their seats in the chambers."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as rows_of
from sqlmodel import Session, col, select

from storage.models import Person, Role, Seat, Standing

# Each message that is read asks these two: made once.
_BY_ACCOUNT = rows_of(Person).where(col(Person.telegram_id) == bindparam("account"))
_CHAMBERS = (
    rows_of(col(Seat.chamber_id))
    .where(col(Seat.person_id) == bindparam("person"), col(Seat.until).is_(None))
    .order_by(col(Seat.id))
)


def by_telegram_id(session: Session, telegram_id: int) -> Person | None:
    """Return who writes from this account, whatever their standing."""
    return session.execute(_BY_ACCOUNT, {"account": telegram_id}).scalars().one_or_none()


def of_account(session: Session, telegram_id: int) -> Person:
    """Return who writes from this account; raises ``NoResultFound`` where that is nobody."""
    found: Person = session.execute(_BY_ACCOUNT, {"account": telegram_id}).scalars().one()
    return found


def get(session: Session, person_id: int | None) -> Person | None:
    """Return a person."""
    return session.get(Person, person_id) if person_id is not None else None


def active(session: Session) -> Sequence[Person]:
    """Return everybody who belongs to the network now, in the order they joined."""
    query = select(Person).where(Person.standing == Standing.ACTIVE).order_by(col(Person.id))
    return session.exec(query).all()


def members(session: Session) -> Sequence[Person]:
    """Return who belongs to the network, suspended people too, in the order they joined."""
    standings = (Standing.ACTIVE, Standing.SUSPENDED)
    query = select(Person).where(col(Person.standing).in_(standings)).order_by(col(Person.id))
    return session.exec(query).all()


def coordinators(session: Session) -> Sequence[Person]:
    """Return the active coordinators."""
    return [person for person in active(session) if person.role is Role.COORDINATOR]


def is_only_coordinator(session: Session, person_id: int) -> bool:
    """Tell whether a person is the one active coordinator; asked of the database, not of objects.

    Ask it under :data:`storage.guards.COORDINATORS`.
    """
    query = select(Person.id).where(
        Person.standing == Standing.ACTIVE, Person.role == Role.COORDINATOR
    )
    return list(session.exec(query.limit(2)).all()) == [person_id]


def applicants(session: Session) -> Sequence[Person]:
    """Return who waits for a decision, the longest first."""
    query = select(Person).where(Person.standing == Standing.APPLICANT).order_by(col(Person.id))
    return session.exec(query).all()


def chambers_of(session: Session, person_id: int) -> list[str]:
    """Return the chambers in which the person has a seat now."""
    return list(session.execute(_CHAMBERS, {"person": person_id}).scalars())


def seats(session: Session) -> dict[int, list[str]]:
    """Return every person's chambers, by person id: one query for a whole audience."""
    query = select(Seat.person_id, Seat.chamber_id).where(col(Seat.until).is_(None))
    held: dict[int, list[str]] = {}
    for person_id, chamber_id in session.exec(query.order_by(col(Seat.id))).all():
        held.setdefault(person_id, []).append(chamber_id)
    return held


def of_chamber(session: Session, chamber_id: str) -> Sequence[Person]:
    """Return the active people with a seat in a chamber."""
    query = (
        select(Person)
        .join(Seat, col(Seat.person_id) == col(Person.id))
        .where(
            Seat.chamber_id == chamber_id,
            col(Seat.until).is_(None),
            Person.standing == Standing.ACTIVE,
        )
        .order_by(col(Person.id))
    )
    return session.exec(query).all()


def seated_in(chambers: Collection[str]) -> Any:
    """Return the query for the ids of the active people with a seat in any of *chambers*."""
    return (
        rows_of(col(Seat.person_id))
        .join(Person, col(Person.id) == col(Seat.person_id))
        .where(
            col(Seat.chamber_id).in_(chambers),
            col(Seat.until).is_(None),
            col(Person.standing) == Standing.ACTIVE,
        )
    )


def seat(session: Session, person_id: int, chamber_id: str, *, now: datetime) -> None:
    """Give a person a seat in a chamber; a seat that they hold already is left alone."""
    if chamber_id not in chambers_of(session, person_id):
        session.add(Seat(person_id=person_id, chamber_id=chamber_id, since=now))
        session.flush()


def leave_seats(session: Session, person_id: int, *, now: datetime) -> None:
    """End every seat of a person."""
    query = select(Seat).where(Seat.person_id == person_id, col(Seat.until).is_(None))
    for held in session.exec(query).all():
        held.until = now
        session.add(held)
