"""Queries on texts that nobody asked for and that wait for their writer's yes or no."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage.models import OfferedText


def of_chat(session: Session, telegram_id: int) -> list[OfferedText]:
    """Return the texts that a chat was asked about, the latest first."""
    query = select(OfferedText).where(OfferedText.telegram_id == telegram_id)
    return list(session.exec(query.order_by(col(OfferedText.id).desc())))


def waiting(session: Session, telegram_id: int) -> OfferedText | None:
    """Return the text that a chat was last asked about."""
    query = select(OfferedText).where(OfferedText.telegram_id == telegram_id)
    return session.exec(query.order_by(col(OfferedText.id).desc()).limit(1)).first()


def of_message(session: Session, telegram_id: int, message_id: int | None) -> OfferedText | None:
    """Return the text that waits and came in a message of this chat."""
    query = select(OfferedText).where(
        OfferedText.telegram_id == telegram_id, OfferedText.message_id == message_id
    )
    return session.exec(query.order_by(col(OfferedText.id).desc()).limit(1)).first()


def keep(
    session: Session, telegram_id: int, text: str, message_id: int | None, *, now: datetime
) -> OfferedText:
    """Keep a text until its writer has answered, beside others that wait."""
    offered = OfferedText(telegram_id=telegram_id, text=text, message_id=message_id, offered_at=now)
    session.add(offered)
    session.flush()
    return offered


def forget(session: Session, offered: OfferedText) -> None:
    """Delete a text: its writer has answered."""
    session.delete(offered)
    session.flush()


def forget_before(session: Session, instant: datetime) -> None:
    """Delete the texts whose writers were asked at *instant* or earlier and did not answer."""
    session.execute(delete(OfferedText).where(col(OfferedText.offered_at) <= instant))
