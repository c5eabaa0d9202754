"""Queries on meetings, their audience, answers and notices."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage.database import dialect_of, insert_new
from storage.models import (
    Answer,
    Audience,
    Meeting,
    MeetingState,
    Notice,
    NoticeKind,
    Person,
    Standing,
)


def get(session: Session, meeting_id: int | None) -> Meeting | None:
    """Return a meeting."""
    return session.get(Meeting, meeting_id) if meeting_id is not None else None


def of_notice(session: Session, notice: Notice) -> Meeting:
    """Return the meeting that a notice tells of."""
    return session.get_one(Meeting, notice.meeting_id)


def coming(session: Session, *, now: datetime) -> Sequence[Meeting]:
    """Return announced meetings that have not ended, the next first."""
    query = (
        select(Meeting)
        .where(Meeting.state == MeetingState.ANNOUNCED, col(Meeting.ends_at) > now)
        .order_by(col(Meeting.starts_at), col(Meeting.id))
    )
    return session.exec(query).all()


def past(session: Session, *, now: datetime, limit: int) -> Sequence[Meeting]:
    """Return the last meetings that are over or were cancelled, the latest first."""
    over = (col(Meeting.ends_at) <= now) | (col(Meeting.state) == MeetingState.CANCELLED)
    query = select(Meeting).where(over).order_by(col(Meeting.starts_at).desc()).limit(limit)
    return session.exec(query).all()


def answer_of(session: Session, meeting_id: int, person_id: int) -> Answer | None:
    """Return a person's answer to a meeting, whichever start it was given for."""
    return session.get(Answer, (meeting_id, person_id))


def pass_answer_on(session: Session, meeting_id: int, person_id: int, successor_id: int) -> None:
    """Let a successor answer as the predecessor did; a comment was the predecessor's own."""
    given = answer_of(session, meeting_id, person_id)
    if given is not None and answer_of(session, meeting_id, successor_id) is None:
        passed = given.model_dump() | {"person_id": successor_id, "comment": None}
        session.add(Answer(**passed))
        session.flush()


def answers(session: Session, meeting_id: int) -> Sequence[Answer]:
    """Return every answer to a meeting, the oldest first."""
    query = select(Answer).where(Answer.meeting_id == meeting_id)
    return session.exec(query.order_by(col(Answer.answered_at))).all()


def invited(session: Session, meeting_id: int) -> Sequence[Person]:
    """Return the active people of a meeting's audience."""
    query = (
        select(Person)
        .join(Audience, col(Audience.person_id) == col(Person.id))
        .where(Audience.meeting_id == meeting_id, Person.standing == Standing.ACTIVE)
    )
    return session.exec(query.order_by(col(Person.id))).all()


def invite(
    session: Session, meeting_id: int, person_id: int, chamber_id: str | None, *, now: datetime
) -> None:
    """Add a person to a meeting's audience, once."""
    row = {"meeting_id": meeting_id, "person_id": person_id, "chamber_id": chamber_id}
    statement = insert_new(dialect_of(session), Audience).on_conflict_do_nothing()
    session.execute(statement, row | {"added_at": now})


def invite_first(
    session: Session, meeting_id: int, chambers: Mapping[int, str | None], *, now: datetime
) -> None:
    """Give a new meeting its audience: by person id the chamber that each is invited for."""
    session.add_all(
        Audience(meeting_id=meeting_id, person_id=person_id, chamber_id=chamber_id, added_at=now)
        for person_id, chamber_id in chambers.items()
    )
    session.flush()


def notice(session: Session, notice_id: int) -> Notice | None:
    """Return a notice."""
    return session.get(Notice, notice_id)


def last_notice(session: Session, meeting_id: int) -> Notice | None:
    """Return the latest notice of a meeting."""
    query = select(Notice).where(Notice.meeting_id == meeting_id).order_by(col(Notice.id).desc())
    return session.exec(query).first()


def changes_since(session: Session, meeting_id: int, instant: datetime) -> Sequence[Notice]:
    """Return the notices of moves and changes of a meeting after an instant, the oldest first."""
    told = (NoticeKind.MOVED, NoticeKind.CHANGED)
    query = select(Notice).where(
        Notice.meeting_id == meeting_id,
        col(Notice.kind).in_(told),
        col(Notice.created_at) > instant,
    )
    return session.exec(query.order_by(col(Notice.id))).all()


def unfinished_notices(session: Session) -> Sequence[Notice]:
    """Return the broadcasts whose card is not final yet."""
    query = select(Notice).where(
        col(Notice.finished_at).is_(None), col(Notice.card_message_id).is_not(None)
    )
    return session.exec(query.order_by(col(Notice.id))).all()
