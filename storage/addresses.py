"""Where people are reached: an address on a channel, of Telegram the id of a chat."""

from typing import NamedTuple

from storage.models import Channel, Person


class Address(NamedTuple):
    """One place to which a channel carries messages."""

    channel: Channel
    to: int | str
    """What the channel knows it by: of Telegram a chat's id, negative for a group."""

    @property
    def is_group(self) -> bool:
        """Whether several people read there."""
        return isinstance(self.to, int) and self.to < 0


def chat(chat_id: int) -> Address:
    """Return the address of a Telegram chat."""
    return Address(Channel.TELEGRAM, chat_id)


def of_person(person: Person, channel: Channel) -> Address | None:
    """Return where a channel reaches a person; None where it does not."""
    match channel:
        case Channel.TELEGRAM:
            return chat(person.telegram_id) if person.telegram_id is not None else None
