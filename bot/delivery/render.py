"""Re-reads the world before each send: who gets what now, or why nothing is sent."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from bot import messages, times
from bot.delivery.letters import itself, meetings, operations, people, reminders, updates
from bot.delivery.letters.letter import Draw, Drawn, Known, Letter, NotSent, dropped
from bot.domain.concern import LeftOut
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
    **operations.LETTERS,
}
"""Every kind of delivery."""

TO_OUTSIDERS = people.TO_OUTSIDERS
"""Kinds that also reach people who are not (or no longer) active members."""


def render(
    session: Session, house: House, row: Delivery, *, now: datetime, known: Known | None = None
) -> Drawn:
    """Return the message for a row, in the reader's language and zone as they are now.

    *known* may be shared by rows that are drawn at one moment.
    """
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
    letter = Letter(session, house, row, person, texts, now, known or Known())
    if itself.is_stopped(letter):
        return dropped(LeftOut.STOPPED)
    drawn = draw(letter)
    if isinstance(drawn, NotSent):
        return drawn
    drawn = replace(drawn, keyboard=drawn.keyboard + messages.keyboard(itself.rows(letter)))
    return _with_remarks(drawn, row, person, texts, now)


def _hindrance(row: Delivery, person: Person, *, now: datetime) -> NotSent | None:
    """Return what stands in the way of any message to this person."""
    if row.expires_at is not None and row.expires_at <= now:
        return NotSent(DeliveryState.TOO_LATE, f"was due {row.due_at:%Y-%m-%d %H:%M} UTC")
    if person.telegram_id is None:
        return NotSent(DeliveryState.UNREACHABLE, LeftOut.NO_ACCOUNT)
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
