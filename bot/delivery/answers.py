"""Answers to whoever wrote: sent at once, ahead of broadcasts, and kept until they went out."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import random

from bot import logs
from bot.delivery.errors import Moved, Refused, TryLater, Unknown, Unreachable
from bot.delivery.sender import Sender
from bot.domain.backoff import delay
from bot.house import House
from bot.messages import Act, Outgoing
from bot.texts import Texts
from storage import inbox

log = logs.get(__name__)

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=60)
GIVE_UP_AFTER = 200
"""Attempts; at the longest pause that is more than three hours."""


@dataclass
class Answers:
    """Sends the answer of an update, part by part, until each is out or cannot be sent."""

    house: House
    sender: Sender
    cards: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    """Ids of new cards by update, to be stored when the update is finished."""

    async def give(self, update_id: int, outgoing: Sequence[Outgoing], *, sent: int = 0) -> None:
        """Send what *outgoing* holds from part *sent* on; return when there is no more to do.

        A part that a restart interrupted may have arrived: it is sent once more and says so.
        """
        for number, message in enumerate(outgoing[sent:], start=sent):
            again = sent > 0 and number == sent and message.act is Act.SEND
            if not await self._give_one(update_id, self._marked(message) if again else message):
                return
            if message.act is Act.SEND and number + 1 < len(outgoing):
                await self.house.db(inbox.progressed, update_id, number + 1)

    async def _give_one(self, update_id: int, message: Outgoing) -> bool:
        """Send one part; return False where the rest need not be tried."""
        for attempt in range(GIVE_UP_AFTER):
            try:
                new_id = await self.sender.answer(message)
            except TryLater as error:
                await asyncio.sleep(_pause(attempt, error.after))
            except Unknown:
                message = self._marked(message) if message.act is Act.SEND else message
                await asyncio.sleep(_pause(attempt, None))
            except (Unreachable, Moved) as error:
                log.info("answer_unreachable", update_id=update_id, reason=str(error))
                return False
            except Refused as error:
                log.error("answer_refused", update_id=update_id, reason=error.reason)
                return message.act is not Act.SEND
            else:
                if message.remember and new_id is not None:
                    self.cards.setdefault(update_id, []).append((message.remember, new_id))
                return True
        log.error("answer_given_up", update_id=update_id)
        return False

    def _marked(self, message: Outgoing) -> Outgoing:
        """Return *message* with the line that says that it may have come before."""
        line = Texts(message.language or "")("again")
        return message if message.text.startswith(line) else message.with_line(line)


def _pause(attempt: int, told: timedelta | None) -> float:
    """Return how many seconds to wait: as Telegram told, or growing with each attempt."""
    if told is not None:
        return told.total_seconds()
    return delay(attempt, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=random()).total_seconds()  # noqa: S311 - no secret
