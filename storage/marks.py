"""Instants that outlive a restart."""

from datetime import datetime

from sqlmodel import Session

from storage.models import Mark


def put(session: Session, name: str, at: datetime, value: str | None = None) -> None:
    """Set the instant kept under *name*."""
    session.merge(Mark(name=name, at=at, value=value))


def get(session: Session, name: str) -> Mark | None:
    """Return what is kept under *name*."""
    return session.get(Mark, name)
