"""What chats got lately, for a process that goes on where another stopped."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, or_, select

from storage.addresses import Address, chat
from storage.models import Channel, Delivery, DeliveryState, InboxItem, InboxState, Person


def messages(session: Session, *, now: datetime, within: timedelta) -> list[tuple[Address, float]]:
    """Return (address, seconds ago) of every message that was sent *within* a span before *now*.

    What may be on its way counts as sent now. An update that was dealt with counts as one message
    in the chat with who sent it: how many its answer was, and where it went, is not kept.
    """
    since = now - within
    answered = select(InboxItem.lane, InboxItem.handled_at).where(
        or_(col(InboxItem.handled_at) >= since, col(InboxItem.state) == InboxState.ANSWERED)
    )
    under_way = (DeliveryState.CLAIMED, DeliveryState.UNKNOWN)
    delivered = (
        select(Person.telegram_id, Delivery.sent_at)
        .join(Delivery, col(Delivery.person_id) == col(Person.id))
        .where(
            col(Person.telegram_id).is_not(None),
            Delivery.channel == Channel.TELEGRAM,
            or_(col(Delivery.sent_at) >= since, col(Delivery.state).in_(under_way)),
        )
    )
    found = [*session.exec(answered).all(), *session.exec(delivered).all()]
    return [(chat(chat_id), _seconds(now, at)) for chat_id, at in found if chat_id is not None]


def _seconds(now: datetime, at: datetime | None) -> float:
    return 0.0 if at is None else max(0.0, (now - at).total_seconds())
