"""Queries on the versions of the notice on data protection, and on who was asked to read one."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, select

from storage.models import Delivery, PrivacyVersion


def versions(session: Session) -> Sequence[PrivacyVersion]:
    """Return every version that was declared, the oldest first."""
    query = select(PrivacyVersion)
    return session.exec(
        query.order_by(col(PrivacyVersion.declared_at), col(PrivacyVersion.version))
    ).all()


def asked(session: Session, kind: str, people: Collection[int]) -> Sequence[Delivery]:
    """Return the messages of a *kind* to any of *people*, the oldest first."""
    query = select(Delivery).where(col(Delivery.person_id).in_(people), Delivery.kind == kind)
    return session.exec(query.order_by(col(Delivery.id))).all()
