"""What a letter is drawn from, and what it can turn into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from bot import messages
from bot.domain.concern import Responses
from bot.house import House
from bot.messages import Act, Attachment, Keyboard, Outgoing
from bot.services import reminders
from bot.texts import Texts
from storage import people
from storage.models import Delivery, DeliveryState, Meeting, Person


@dataclass(frozen=True)
class NotSent:
    """Why a delivery is not sent: its final state, and a reason that a coordinator can read."""

    state: DeliveryState
    reason: str


@dataclass
class Known:
    """What was read of the world for one moment; letters of that moment need not read it again."""

    seats: Mapping[int, Sequence[str]] | None = None
    """Everybody's chambers, for whoever draws many letters."""
    of_meeting: dict[int, Responses] = field(default_factory=dict)

    def chambers(self, session: Session, person_id: int) -> Sequence[str]:
        """Return the chambers of a person."""
        if self.seats is None:
            return people.chambers_of(session, person_id)
        return self.seats.get(person_id, ())

    def responses(self, session: Session, meeting: Meeting) -> Responses:
        """Return what has come in for a meeting."""
        meeting_id = meeting.id
        if meeting_id not in self.of_meeting:
            self.of_meeting[meeting_id] = reminders.responses_to(session, meeting)
        return self.of_meeting[meeting_id]


@dataclass(frozen=True)
class Letter:
    """A delivery about to be sent, with the world as it is now."""

    session: Session
    house: House
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


def dropped(reason: str) -> NotSent:
    """Return that a delivery no longer concerns the person."""
    return NotSent(DeliveryState.DROPPED, reason)


Drawn = Outgoing | NotSent
Draw = Callable[[Letter], Drawn]
Letters = Mapping[str, Draw]
