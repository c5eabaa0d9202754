"""Queries on what chambers have answered by email."""

from sqlmodel import Session, col, delete

from storage.models import ChamberAnswer


def keep(session: Session, answer: ChamberAnswer) -> None:
    """Keep what a chamber answered, in place of what was recorded before."""
    session.merge(answer)
    session.flush()


def take_back(session: Session, meeting_id: int, chamber_id: str) -> bool:
    """Delete what is recorded of a chamber; return whether anything was."""
    query = delete(ChamberAnswer).where(
        col(ChamberAnswer.meeting_id) == meeting_id, col(ChamberAnswer.chamber_id) == chamber_id
    )
    return bool(session.exec(query).rowcount)
