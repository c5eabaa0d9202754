"""Queries on invitations."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage import guards
from storage.models import Invitation, InvitationEnd, Person, Role, Standing


def by_hash(session: Session, code_hash: str) -> Invitation | None:
    """Return the invitation whose code has this hash, used or not."""
    return session.exec(select(Invitation).where(Invitation.code_hash == code_hash)).first()


def held(session: Session, invitation_id: int) -> Invitation | None:
    """Return an invitation as it is now, and keep others from using it meanwhile."""
    invitation = session.get(Invitation, invitation_id)
    return invitation if invitation is not None and guards.hold(session, invitation) else None


def open_at(session: Session, now: datetime) -> Sequence[tuple[Invitation, Person | None]]:
    """Return the invitations that still admit somebody, with who made each, the latest first.

    None made it: the command line did.
    """
    query = (
        select(Invitation, Person)
        .join(Person, col(Person.id) == col(Invitation.created_by), isouter=True)
        .where(*_unused(), col(Invitation.expires_at) > now)
        .where(
            col(Invitation.created_by).is_(None)
            | (
                (col(Person.standing) == Standing.ACTIVE)
                & (
                    (col(Person.role) == Role.COORDINATOR)
                    | col(Invitation.predecessor_id).is_not(None)
                )
            )
        )
    )
    return session.exec(query.order_by(col(Invitation.id).desc())).all()


def end(
    session: Session,
    why: InvitationEnd,
    *,
    by: int | None,
    now: datetime,
    invitation_id: int | None = None,
    maker_id: int | None = None,
    predecessor_id: int | None = None,
) -> int:
    """End one invitation, all of a maker, or those that hand somebody's place over.

    Those that were used stay as they are. Returns how many were ended.
    """
    query = update(Invitation).where(*_unused())
    if invitation_id is not None:
        query = query.where(col(Invitation.id) == invitation_id)
    if maker_id is not None:
        query = query.where(col(Invitation.created_by) == maker_id)
    if predecessor_id is not None:
        query = query.where(col(Invitation.predecessor_id) == predecessor_id)
    result = session.execute(query.values(ended_at=now, ended_by=by, ended_why=why))
    return int(getattr(result, "rowcount", 0))


def _unused() -> tuple[Any, Any]:
    return (col(Invitation.used_at).is_(None), col(Invitation.ended_at).is_(None))
