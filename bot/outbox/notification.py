"""What a notification is drawn from, and what it can turn into."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlmodel import Session

from bot.core import messages
from bot.core.messages import Act, Attachment, Keyboard, Outgoing
from bot.core.runtime import Runtime
from bot.core.texts import Texts
from storage import people
from storage.models import Delivery, DeliveryState, Person

T = TypeVar("T")


@dataclass(frozen=True)
class Withheld:
    """Why a delivery is not sent: its final state, and a reason that a coordinator can read."""

    state: DeliveryState
    reason: str


@dataclass
class Known:
    """What was read of the world for one moment; notifications drawn then share it."""

    seats: Mapping[int, Sequence[str]] | None = None
    """Everybody's chambers, for whoever draws many notifications."""
    read: dict[Hashable, Any] = field(default_factory=dict)
    """What :meth:`once` has read."""

    def chambers(self, session: Session, person_id: int) -> Sequence[str]:
        """Return the chambers of a person."""
        if self.seats is None:
            return people.chambers_of(session, person_id)
        return self.seats.get(person_id, ())

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """Return what *read* returns, read the first time that somebody asks for *key*."""
        if key not in self.read:
            self.read[key] = read()
        found: T = self.read[key]
        return found


@dataclass(frozen=True)
class Notification:
    """A delivery about to be sent, with the world as it is now."""

    session: Session
    runtime: Runtime
    row: Delivery
    person: Person
    texts: Texts
    """In the person's language."""
    now: datetime
    known: Known = field(default_factory=Known)

    def to_person(
        self, text: str, keyboard: Keyboard = (), *, file: Attachment | None = None
    ) -> Outgoing:
        """Return the message to the person's own chat."""
        if self.person.telegram_id is None:
            raise LookupError(f"person {self.person.id} has no account")
        return Outgoing(
            Act.SEND,
            self.person.telegram_id,
            messages.html(text),
            messages.keyboard(keyboard),
            file=file,
            language=self.person.language,
        )


def dropped(reason: str) -> Withheld:
    """Return that a delivery no longer concerns the person."""
    return Withheld(DeliveryState.DROPPED, reason)


Drawn = Outgoing | Withheld
Draw = Callable[[Notification], Drawn]
