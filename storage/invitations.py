"""Queries on invitations."""

from sqlmodel import Session, select

from storage.models import Invitation


def by_hash(session: Session, code_hash: str) -> Invitation | None:
    """Return the invitation whose code has this hash, used or not."""
    return session.exec(select(Invitation).where(Invitation.code_hash == code_hash)).first()
