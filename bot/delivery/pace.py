"""Telegram's allowance, spent in turn: answers to people who are chatting go first.

Limits of the Bot API (core.telegram.org/bots/faq): about 30 messages a second in all, one a second
in a chat (short bursts pass), 20 a minute in a group. Whoever sends waits here for a turn.
"""

import asyncio
import heapq
from collections import deque
from dataclasses import dataclass
from itertools import count
from time import monotonic

FORGET_AFTER = 60.0
"""Seconds after which a message no longer counts for its chat."""
CHATS_KEPT = 5000


@dataclass(frozen=True)
class Allowance:
    """How much may be sent: messages a second in all and in one chat, a minute in one group."""

    overall: float = 29.0
    chat: float = 1.0
    chat_burst: int = 4
    """Messages that may follow one another at once in a chat where a person is acting."""
    group_minute: int = 20


class Pace:
    """Hands out turns: to the first in the queue of answers, then to the first broadcast."""

    def __init__(self, allowance: Allowance | None = None) -> None:
        """Begin with a full allowance, Telegram's usual one by default."""
        self.allowance = allowance or Allowance()
        self._order = count()
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._next_at = 0.0
        self._stopped_until = 0.0
        self._chats: dict[int, deque[float]] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, *, first: bool) -> None:
        """Wait until one more message may be sent; *first* for answers to whoever just wrote."""
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (not first, next(self._order), ready))
        self._serve()
        await ready

    async def chat(self, chat_id: int, *, first: bool) -> None:
        """Wait until this chat may get one more; a group's id is negative."""
        if chat_id < 0:
            limit, span = self.allowance.group_minute, 60.0
        else:
            limit = self.allowance.chat_burst if first else 1
            span = limit / self.allowance.chat
        times = self._chats.setdefault(chat_id, deque())
        while len(times) >= limit:
            wait = times[-limit] + span - monotonic()
            if wait <= 0:
                break
            await asyncio.sleep(wait)
        times.append(monotonic())
        self._forget()

    def stop_for(self, seconds: float) -> None:
        """Let nobody send for *seconds*: Telegram said so."""
        self._stopped_until = max(self._stopped_until, monotonic() + seconds)

    @property
    def waiting(self) -> int:
        """How many messages wait for their turn."""
        return len(self._waiting)

    def _serve(self) -> None:
        """Give turns to those in front, as many as have become due."""
        step = 1 / self.allowance.overall
        while self._waiting:
            now = monotonic()
            opens_at = max(self._next_at, self._stopped_until)
            if opens_at > now:
                self._wake_in(opens_at - now)
                return
            *_, ready = heapq.heappop(self._waiting)
            if ready.done():
                continue
            self._next_at = max(self._next_at, now - step) + step
            ready.set_result(None)

    def _wake_in(self, delay: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(delay, self._serve)

    def _forget(self) -> None:
        """Keep memory flat: chats that got nothing lately have their whole allowance again."""
        if len(self._chats) <= CHATS_KEPT:
            return
        since = monotonic() - FORGET_AFTER
        self._chats = {chat: times for chat, times in self._chats.items() if times[-1] > since}
