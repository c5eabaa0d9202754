"""What this process last made of messages, for a press that was made before it did."""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from bot.core.messages import Outgoing

REMEMBERED = 2_000


@dataclass
class Edits:
    """The last content of messages that were edited here, by chat and message."""

    last: OrderedDict[tuple[int, int | None], int] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def note(self, message: Outgoing) -> None:
        """Remember what a message was edited to."""
        with self.lock:
            self.last[message.chat_id, message.message_id] = _digest(message)
            if len(self.last) > REMEMBERED:
                self.last.popitem(last=False)

    def agree(self, message: Outgoing) -> bool:
        """Tell whether nothing else was made of the message here."""
        with self.lock:
            known = self.last.get((message.chat_id, message.message_id))
        return known is None or known == _digest(message)


def _digest(message: Outgoing) -> int:
    return hash((message.text, message.keyboard))
