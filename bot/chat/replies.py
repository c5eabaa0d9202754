"""Answers to whoever wrote: sent at once, ahead of broadcasts, and kept until they went out."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import random

from sqlalchemy.exc import OperationalError

from bot.core import logs, messages
from bot.core.backoff import before_writing, delay
from bot.core.messages import Act, Outgoing
from bot.core.runtime import Runtime
from bot.core.texts import Texts
from bot.outbox import flood_wait, lifecycle
from bot.outbox.errors import (
    Flooded,
    Moved,
    NotReached,
    QueryOld,
    Refused,
    TokenLost,
    TryLater,
    Unknown,
    Unreachable,
)
from bot.outbox.telegram.sender import Sender
from storage import chats, inbox

log = logs.get(__name__)

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=60)
Card = tuple[str, int]
"""What keeps a card (``form:12``), and the message that it is."""
GIVE_UP_AFTER = 200
"""Refusals of one message; at the longest pause that is more than three hours."""


@dataclass
class Answers:
    """Sends the answer of an update, part by part, until each is out or cannot be sent."""

    runtime: Runtime
    sender: Sender

    async def give(
        self,
        update_id: int,
        outgoing: Sequence[Outgoing],
        *,
        sent: int = 0,
        is_resumed: bool = False,
        last: bool = False,
    ) -> list[Card]:
        """Send what *outgoing* holds from part *sent* on; return when there is no more to do.

        *last* is for strangers: what members wait for, and broadcasts, go before it.

        Returns the cards that it brought, to be kept when the update is finished. *is_resumed*: a
        restart interrupted it, so the next message may have arrived: it is sent once more and says
        so.
        """
        in_doubt, cards = is_resumed, list[Card]()
        for number, message in enumerate(outgoing[sent:], start=sent):
            alone = len(outgoing) == 1
            # An edit or a pop-up that is sent twice shows the same: only a message can come again.
            is_doubtful = in_doubt and message.act is Act.SEND
            if not await self._give_one(
                update_id,
                _marked(message) if is_doubtful else message,
                cards,
                alone=alone,
                last=last,
            ):
                break
            in_doubt = in_doubt and not is_doubtful
            # The end is written with the update; a part between two others is written at once.
            if message.act is Act.SEND and number + 1 < len(outgoing):
                await self._note_progress(update_id, number + 1)
        return cards

    async def _note_progress(self, update_id: int, sent: int) -> None:
        """Write how much went out; a database that cannot be written to now is waited for."""
        attempt = 0
        while True:
            try:
                await self.runtime.db(inbox.progressed, update_id, sent)
            except OperationalError as error:
                log.warning("progress_postponed", update_id=update_id, error=type(error).__name__)
                await asyncio.sleep(before_writing(attempt, jitter=random()))  # noqa: S311 - no secret
                attempt += 1
            else:
                return

    async def _give_one(
        self, update_id: int, message: Outgoing, cards: list[Card], *, alone: bool, last: bool
    ) -> bool:
        """Send one part and add its *cards*; return False where the rest need not be tried."""
        try:
            for piece in messages.parts(message):
                new_id = await self._send(update_id, piece, last=last)
                if piece.act is Act.EDIT:
                    self.runtime.edits.note(piece)
                if piece.remember and new_id is not None and new_id != piece.message_id:
                    cards.append((piece.remember, new_id))
        except QueryOld:
            # What popped up for nobody to see is said, unless the rest of the answer shows it.
            if message.text and (message.alert or alone):
                said = replace(message, act=Act.SEND, query_id=None, alert=False)
                said = replace(said, text=messages.html(message.text))
                return await self._give_one(update_id, said, cards, alone=alone, last=last)
        except Unreachable as error:
            log.info("answer_unreachable", update_id=update_id, reason=error.reason)
            now = self.runtime.clock.now()
            await self.runtime.db(
                self.runtime.people.lost_account, message.chat_id, error.reason, now=now
            )
            return False
        except Refused as error:
            log.error("answer_refused", update_id=update_id, reason=error.reason)
            # Behind a message that nobody got, the rest would speak of what is not there.
            return message.act is not Act.SEND
        except TryLater:
            log.error("answer_given_up", update_id=update_id)
            return False
        return True

    async def _send(self, update_id: int, message: Outgoing, *, last: bool) -> int | None:
        """Send one message as often as it takes; what may have arrived says so."""
        refusals = doubts = 0
        while True:
            await self.sender.breaker.back()
            try:
                return await self.sender.answer(message, last=last)
            except Moved as error:
                await self.runtime.db(chats.replace, message.chat_id, error.chat_id)
                message = replace(message, chat_id=error.chat_id)
            except (Flooded, NotReached, TokenLost) as error:
                await self._hold(error)
            except TryLater:
                refusals += 1
                if refusals >= GIVE_UP_AFTER:
                    raise
                await asyncio.sleep(_pause(refusals))
            except Unknown:
                doubts += 1
                if doubts >= lifecycle.DOUBTS:
                    log.warning("answer_unknown", update_id=update_id, times=doubts)
                    return None
                if message.act is Act.SEND:
                    message = _marked(message)
                await asyncio.sleep(_pause(doubts))

    async def _hold(self, error: Flooded | NotReached | TokenLost) -> None:
        """Wait for what holds everybody up: none of it counts as a refusal of this message."""
        match error:
            case Flooded():
                await self._note_silence(error)  # the rate limiter says when it goes on
            case TokenLost():
                await asyncio.Event().wait()  # the program is about to stop; the answer is kept
            case NotReached():
                pass  # the circuit breaker says when it goes on

    async def _note_silence(self, error: Flooded) -> None:
        """Keep for how long nothing may be sent; without it a later process would only ask."""
        if error.after is None:
            return
        try:
            await self.runtime.db(flood_wait.note, self.runtime.clock.now() + error.after)
        except OperationalError as fault:
            log.warning("silence_not_kept", error=type(fault).__name__)


def _marked(message: Outgoing) -> Outgoing:
    """Return *message* with the line that says that it may have come before."""
    line = Texts(message.language or "")("again")
    return message if message.text.startswith(line) else message.with_line(line)


def _pause(attempt: int) -> float:
    """Return how many seconds to wait before the next attempt."""
    return delay(attempt, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=random()).total_seconds()  # noqa: S311 - no secret
