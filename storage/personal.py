"""Everything that is kept about one person: to hand it to them, or to take their name out."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from storage.models import (
    Answer,
    Audience,
    AuditEntry,
    Delivery,
    Form,
    InboxItem,
    InboxState,
    ListView,
    Meeting,
    OfferedText,
    ProjectUpdate,
    Seat,
    Visitor,
)


def seats(session: Session, person_id: int) -> Sequence[Seat]:
    """Return every seat that a person has held, the first first."""
    return session.exec(
        select(Seat).where(Seat.person_id == person_id).order_by(col(Seat.id))
    ).all()


def answers(session: Session, person_id: int) -> Sequence[tuple[Answer, Meeting]]:
    """Return a person's answers with the meetings they were given to."""
    query = (
        select(Answer, Meeting)
        .join(Meeting, col(Meeting.id) == col(Answer.meeting_id))
        .where(Answer.person_id == person_id)
    )
    return session.exec(query.order_by(col(Meeting.starts_at))).all()


def invitations(session: Session, person_id: int) -> Sequence[tuple[Audience, Meeting]]:
    """Return the meetings that a person was invited to."""
    query = (
        select(Audience, Meeting)
        .join(Meeting, col(Meeting.id) == col(Audience.meeting_id))
        .where(Audience.person_id == person_id)
    )
    return session.exec(query.order_by(col(Meeting.starts_at))).all()


def authored(session: Session, person_id: int) -> Sequence[ProjectUpdate]:
    """Return the updates that a person entered, withdrawn ones too."""
    query = select(ProjectUpdate).where(ProjectUpdate.author_id == person_id)
    return session.exec(query.order_by(col(ProjectUpdate.id))).all()


def messages(session: Session, person_id: int) -> Sequence[Delivery]:
    """Return the outbox's messages to a person."""
    query = select(Delivery).where(Delivery.person_id == person_id)
    return session.exec(query.order_by(col(Delivery.due_at), col(Delivery.id))).all()


def acts(session: Session, person_id: int) -> Sequence[AuditEntry]:
    """Return what a person did and what was done to them."""
    subject = f"person:{person_id}"
    query = select(AuditEntry).where(
        (col(AuditEntry.by) == person_id) | (col(AuditEntry.subject) == subject)
    )
    return session.exec(query.order_by(col(AuditEntry.id))).all()


def forms(session: Session, telegram_id: int) -> Sequence[Form]:
    """Return everything that a chat has begun."""
    return session.exec(select(Form).where(Form.telegram_id == telegram_id)).all()


def erase_conversations(session: Session, telegram_id: int, *, besides: int) -> None:
    """Delete what a chat has begun, and its finished inbox rows but that of update *besides*."""
    _run(session, delete(Form).where(col(Form.telegram_id) == telegram_id))
    _run(session, delete(OfferedText).where(col(OfferedText.telegram_id) == telegram_id))
    _run(session, delete(ListView).where(col(ListView.telegram_id) == telegram_id))
    _run(session, delete(Visitor).where(col(Visitor.telegram_id) == telegram_id))
    _run(
        session,
        delete(InboxItem).where(
            col(InboxItem.lane) == telegram_id,
            col(InboxItem.state) == InboxState.DONE,
            col(InboxItem.update_id) != besides,
        ),
    )


def erase_remarks(session: Session, person_id: int) -> None:
    """Delete the comments beside a person's answers."""
    _run(session, update(Answer).where(col(Answer.person_id) == person_id).values(comment=None))


def erase_answer(session: Session, meeting_id: int, person_id: int) -> None:
    """Delete a person's answer to a meeting that is still to come."""
    _run(
        session,
        delete(Answer).where(
            col(Answer.meeting_id) == meeting_id, col(Answer.person_id) == person_id
        ),
    )


def _run(session: Session, statement: Any) -> None:
    session.execute(statement)
    session.expire_all()
