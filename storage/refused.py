"""Counts of refused attempts, by day, way in and standing."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import delete
from sqlmodel import Session, col, func, select

from storage.database import dialect_of, insert_new, table_of
from storage.models import RefusedAttempts


def add(session: Session, day: date, counts: Mapping[tuple[str, str], int]) -> None:
    """Add to what was counted on a *day*; *counts* are by way in and standing."""
    if not counts:
        return
    table = table_of(RefusedAttempts)
    statement = insert_new(dialect_of(session), RefusedAttempts)
    statement = statement.on_conflict_do_update(
        index_elements=[table.c.day, table.c.way, table.c.standing],
        set_={"count": table.c.count + statement.excluded.count},
    )
    # In one order, so that two processes do not wait for each other.
    for (way, standing), count in sorted(counts.items()):
        row = {"day": day, "way": way, "standing": standing, "count": count}
        session.execute(statement, row)


def is_over(session: Session, today: date) -> bool:
    """Tell whether a day before *today* still has counts."""
    query = select(RefusedAttempts).where(col(RefusedAttempts.day) < today)
    return session.exec(query.limit(1)).first() is not None


def take_before(session: Session, today: date) -> Sequence[tuple[date, str, str, int]]:
    """Take out the counts of the days before *today*: day, way in, standing, how often.

    Each row is taken by one process alone.
    """
    table = table_of(RefusedAttempts)
    statement = (
        delete(table)
        .where(table.c.day < today)
        .returning(table.c.day, table.c.way, table.c.standing, table.c.count)
    )
    return sorted((row[0], row[1], row[2], row[3]) for row in session.execute(statement))


def total(session: Session) -> int:
    """Return how many attempts are counted that are not an act yet."""
    return int(session.exec(select(func.sum(RefusedAttempts.count))).one() or 0)
