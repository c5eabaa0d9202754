"""Queries on invitations."""

from sqlmodel import Session, select

from storage import guards
from storage.models import Invitation


def by_hash(session: Session, code_hash: str) -> Invitation | None:
    """Return the invitation whose code has this hash, used or not."""
    return session.exec(select(Invitation).where(Invitation.code_hash == code_hash)).first()


def held(session: Session, invitation_id: int) -> Invitation | None:
    """Return an invitation as it is now, and keep others from using it meanwhile."""
    invitation = session.get(Invitation, invitation_id)
    return invitation if invitation is not None and guards.hold(session, invitation) else None
