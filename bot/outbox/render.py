"""Draws a row of the outbox as it is to be sent now, or says why it is withheld.

The world is read again for that: the person, their role and wishes, and what the message is about.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.core import messages, times
from bot.core.messages import Html, Outgoing
from bot.core.runtime import Runtime
from bot.core.texts import Texts
from bot.outbox.left_out import LeftOut
from bot.outbox.message_kinds import MessageKind
from bot.outbox.notification import Drawn, Known, Notification, Withheld, dropped
from storage import addresses
from storage import people as stored_people
from storage.models import Delivery, DeliveryState, Person

LATE = timedelta(minutes=15)
"""From when on a message says when it should have come."""


@dataclass(frozen=True)
class Ready:
    """A message as it is to be sent now, and the lines that say what is special about it."""

    body: Outgoing
    remarks: tuple[Html, ...]

    @property
    def mark(self) -> str:
        """A mark of exactly this text, whatever the remarks on it."""
        exact = json.dumps(self.body.to_json(), sort_keys=True)
        return hashlib.sha256(exact.encode()).hexdigest()


def draw(
    session: Session, runtime: Runtime, row: Delivery, *, now: datetime, known: Known | None = None
) -> Ready | Withheld:
    """Return the message for a row, in the reader's language and zone as they are now.

    *known* may be shared by rows that are drawn at one moment.
    """
    person = stored_people.get(session, row.person_id)
    if person is None:
        return dropped("the person is gone")
    reason = _hindrance(row, person, now=now)
    if reason is not None:
        return reason
    kind = runtime.kinds.get(row.kind)
    if kind is None:
        return Withheld(DeliveryState.FAILED, f"no message of kind {row.kind}")
    if row.channel not in kind.channels:
        return Withheld(DeliveryState.FAILED, f"{row.kind} does not go by {row.channel.value}")
    reason = _not_meant_for(person, kind)
    if reason is not None:
        return reason
    texts = Texts(person.language)
    notification = Notification(session, runtime, row, person, texts, now, known or Known())
    drawn = kind.draw(notification)
    if isinstance(drawn, Withheld):
        return drawn
    drawn = replace(
        drawn,
        keyboard=drawn.keyboard + messages.keyboard(runtime.kinds.controls(notification, kind)),
    )
    return Ready(drawn, tuple(_remarks(row, person, texts, now)))


def render(
    session: Session, runtime: Runtime, row: Delivery, *, now: datetime, known: Known | None = None
) -> Drawn:
    """Return what a reader would get now, with its remarks."""
    drawn = draw(session, runtime, row, now=now, known=known)
    return drawn if isinstance(drawn, Withheld) else with_lines(drawn.body, drawn.remarks)


def with_lines(message: Outgoing, lines: tuple[Html, ...]) -> Outgoing:
    """Return a message with lines above it, in their order."""
    for line in reversed(lines):
        message = message.with_line(line)
    return message


def _hindrance(row: Delivery, person: Person, *, now: datetime) -> Withheld | None:
    """Return what stands in the way of any message to this person."""
    if row.expires_at is not None and row.expires_at <= now:
        return Withheld(DeliveryState.TOO_LATE, f"was due {row.due_at:%Y-%m-%d %H:%M} UTC")
    if addresses.of_person(person, row.channel) is None:
        return Withheld(DeliveryState.UNREACHABLE, LeftOut.NO_ACCOUNT)
    if person.unreachable_since is not None:
        return Withheld(DeliveryState.UNREACHABLE, person.unreachable_reason or "unreachable")
    return None


def _not_meant_for(person: Person, kind: MessageKind) -> Withheld | None:
    """Return why a kind is not for this person, who may have changed since it was planned."""
    if person.standing not in kind.standings:
        return dropped(f"the person is {person.standing.value}")
    if person.role not in kind.roles:
        return dropped(f"not for the role {person.role.value}")
    if kind.stopped_by and kind.name in person.stopped_kinds:
        return dropped(LeftOut.STOPPED)
    return None


def _remarks(row: Delivery, person: Person, texts: Texts, now: datetime) -> Iterator[Html]:
    """Yield the lines that say that a message may have come before, or that it is late."""
    if row.was_unknown:
        yield texts("again")
    if now - row.due_at >= LATE:
        when = times.moment(row.due_at, person.zone, person.language)
        yield texts("late", when=when)
