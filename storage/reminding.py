"""Queries that decide whom a reminder still concerns."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage import nil_returns
from storage.models import (
    Answer,
    Audience,
    Meeting,
    MeetingState,
    Person,
    ProjectUpdate,
    Standing,
    UpdateState,
)


def coming_meetings(session: Session, *, now: datetime) -> Sequence[Meeting]:
    """Return announced meetings that have not ended, the next first."""
    query = (
        select(Meeting)
        .where(Meeting.state == MeetingState.ANNOUNCED, col(Meeting.ends_at) > now)
        .order_by(col(Meeting.starts_at), col(Meeting.id))
    )
    return session.exec(query).all()


def meetings_with_plans(session: Session, *, since: datetime) -> Sequence[Meeting]:
    """Return announced meetings that may still have reminders: those that ended after *since*."""
    query = (
        select(Meeting)
        .where(Meeting.state == MeetingState.ANNOUNCED, col(Meeting.ends_at) > since)
        .order_by(col(Meeting.id))
    )
    return session.exec(query).all()


def audience(session: Session, meeting_id: int, people: Sequence[int] | None) -> Sequence[Person]:
    """Return the active people whom a meeting was announced to; of *people* only, if given."""
    query = (
        select(Person)
        .join(Audience, col(Audience.person_id) == col(Person.id))
        .where(Audience.meeting_id == meeting_id, Person.standing == Standing.ACTIVE)
    )
    if people is not None:
        query = query.where(col(Person.id).in_(people))
    return session.exec(query.order_by(col(Person.id))).all()


def is_invited(session: Session, meeting_id: int, person_id: int) -> bool:
    """Tell whether a meeting was announced to a person."""
    return session.get(Audience, (meeting_id, person_id)) is not None


def answers(session: Session, meeting: Meeting) -> dict[int, Answer]:
    """Return the answers that hold for the meeting's present start, by person."""
    query = select(Answer).where(
        Answer.meeting_id == meeting.id, Answer.for_starts_at == meeting.starts_at
    )
    return {answer.person_id: answer for answer in session.exec(query).all()}


def chambers_with_update(session: Session, meeting_id: int) -> set[str]:
    """Return the chambers that reported for a meeting, or said that there is nothing to report."""
    query = select(ProjectUpdate.chamber_id).where(
        ProjectUpdate.meeting_id == meeting_id, ProjectUpdate.state != UpdateState.WITHDRAWN
    )
    return set(session.exec(query).all()) | nil_returns.chambers(session, meeting_id)


def chambers_for_ipex(session: Session, meeting_id: int) -> set[str]:
    """Return the chambers that agreed to publish an update for a meeting and have not yet."""
    query = select(ProjectUpdate.chamber_id).where(
        ProjectUpdate.meeting_id == meeting_id,
        ProjectUpdate.state != UpdateState.WITHDRAWN,
        ProjectUpdate.sharing == "ipex_ok",
    )
    return set(session.exec(query).all())
