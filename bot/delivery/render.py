"""Re-reads the world before each send: who gets what now, or why nothing is sent."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot import times
from bot.delivery.letters import meetings, people, reminders, updates
from bot.delivery.letters.letter import Draw, Drawn, Letter, NotSent, dropped
from bot.house import House
from bot.messages import Outgoing
from bot.texts import Texts
from storage import people as stored_people
from storage.models import Delivery, DeliveryState, Person, Standing

LATE = timedelta(minutes=15)
"""From when on a message says when it should have come."""

LETTERS: dict[str, Draw] = {
    **people.LETTERS,
    **meetings.LETTERS,
    **reminders.LETTERS,
    **updates.LETTERS,
}
"""Every kind of delivery."""

TO_OUTSIDERS = people.TO_OUTSIDERS
"""Kinds that also reach people who are not (or no longer) active members."""


def render(session: Session, house: House, row: Delivery, *, now: datetime) -> Drawn:
    """Return the message for a claimed row, in the reader's language and zone as they are now."""
    person = stored_people.get(session, row.person_id)
    if person is None:
        return dropped("the person is gone")
    reason = _hindrance(row, person, now=now)
    if reason is not None:
        return reason
    draw = LETTERS.get(row.kind)
    if draw is None:
        return NotSent(DeliveryState.FAILED, f"no letter of kind {row.kind}")
    texts = Texts(person.language)
    drawn = draw(Letter(session, house, row, person, texts, now))
    return drawn if isinstance(drawn, NotSent) else _with_remarks(drawn, row, person, texts, now)


def _hindrance(row: Delivery, person: Person, *, now: datetime) -> NotSent | None:
    """Return what stands in the way of any message to this person."""
    if row.expires_at is not None and row.expires_at <= now:
        return NotSent(DeliveryState.TOO_LATE, f"was due {row.due_at:%Y-%m-%d %H:%M} UTC")
    if person.telegram_id is None:
        return NotSent(DeliveryState.UNREACHABLE, "no Telegram account")
    if person.unreachable_since is not None:
        return NotSent(DeliveryState.UNREACHABLE, person.unreachable_reason or "unreachable")
    if person.standing is not Standing.ACTIVE and row.kind not in TO_OUTSIDERS:
        return dropped(f"the person is {person.standing.value}")
    return None


def _with_remarks(
    message: Outgoing, row: Delivery, person: Person, texts: Texts, now: datetime
) -> Outgoing:
    """Add the lines that say that a message is late, or that it may have come before."""
    if now - row.due_at >= LATE:
        when = times.moment(row.due_at, person.zone, person.language)
        message = message.with_line(texts("late", when=when))
    if row.was_unknown:
        message = message.with_line(texts("again"))
    return message
