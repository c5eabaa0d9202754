"""Queries on changes of what people may do."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage.models import ChangeAct, RoleChange

OF_STANDING = frozenset({ChangeAct.SUSPENDED, ChangeAct.REINSTATED})
OF_ROLE = frozenset(ChangeAct) - OF_STANDING


def get(session: Session, change_id: int) -> RoleChange | None:
    """Return a change."""
    return session.get(RoleChange, change_id)


def latest(
    session: Session, person_id: int, acts: Collection[ChangeAct] = frozenset(ChangeAct)
) -> RoleChange | None:
    """Return the last change of a person among *acts*."""
    query = select(RoleChange).where(
        RoleChange.person_id == person_id, col(RoleChange.act).in_(acts)
    )
    return session.exec(query.order_by(col(RoleChange.id).desc())).first()


def became_coordinator(session: Session, person_id: int, before: datetime) -> RoleChange | None:
    """Return the change that last made a person a coordinator; one that took back does not count.

    Whoever was removed and put back has been a coordinator for as long as before.
    """
    query = select(RoleChange).where(
        RoleChange.person_id == person_id,
        col(RoleChange.act).in_((ChangeAct.PROMOTED, ChangeAct.JOINED)),
        col(RoleChange.undoes_id).is_(None),
        col(RoleChange.at) <= before,
    )
    return session.exec(query.order_by(col(RoleChange.id).desc())).first()


def was_removed(session: Session, person_id: int, since: datetime, until: datetime) -> bool:
    """Tell whether a person lost the role of coordinator between two instants."""
    query = select(RoleChange.id).where(
        RoleChange.person_id == person_id,
        RoleChange.act == ChangeAct.DEMOTED,
        col(RoleChange.at) >= since,
        col(RoleChange.at) <= until,
    )
    return session.exec(query).first() is not None


def take_back(session: Session, change_id: int, *, by: int, now: datetime) -> bool:
    """Mark a change as undone; return False where somebody was first."""
    query = (
        update(RoleChange)
        .where(col(RoleChange.id) == change_id, col(RoleChange.undone_at).is_(None))
        .values(undone_at=now, undone_by=by)
    )
    return int(getattr(session.execute(query), "rowcount", 0)) == 1
