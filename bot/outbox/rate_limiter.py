"""Hands out turns to send within Telegram's limits; answers to members who are chatting go first.

Answers to strangers go last, behind broadcasts: nobody outside the network holds up a notice.

Limits of the Bot API (core.telegram.org/bots/faq): about 30 messages a second in all, one a second
in a chat (short bursts pass), 20 a minute in a group. Whoever sends waits here for a turn.

Telegram counts a message when it *arrives*, and one takes longer on its way than another. So a turn
is one of 30 slots. A slot is free again a second after its message can have arrived at the latest:
a second after its answer came, less the shortest time that an answer has needed lately. Then no
second at Telegram's end holds more than 30, whatever the network does. Slots are handed out evenly,
so an answer never waits behind a burst.
"""

import asyncio
import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from itertools import count
from time import monotonic
from typing import Protocol, Self

from sqlalchemy.exc import OperationalError

from bot.core import logs
from storage.addresses import Address

log = logs.get(__name__)

SECOND = 1.003
"""The span that Telegram looks at, and a little for the grain of clocks."""
FULL = 0.972
"""Share of the allowance that is handed out evenly; the rest takes up what comes late."""
CATCH_UP = 2
"""So many steps may follow at once on a timer that woke late."""
CHAT_MARGIN = 0.25
"""Seconds for the grain of clocks where messages to one chat are counted."""
UNDER_WAY_PAUSE = 0.05
"""Seconds after which a chat is looked at again whose share is on its way."""
SAMPLES = 128
ENOUGH_SAMPLES = 8
FORGET_AFTER = timedelta(minutes=1)
"""After that a message no longer counts for its chat."""
CHATS_KEPT = 5000
LAST_EVERY = 2.0
"""Seconds after which a stranger's answer goes before a broadcast: a sixtieth of the allowance."""
FAULT_PAUSE = 0.5


class Rank(IntEnum):
    """Who comes before whom."""

    ANSWER = 0
    BROADCAST = 1
    LAST = 2
    """An answer to a stranger."""


class Closed(Exception):
    """The bot is stopping: nothing new is sent."""


@dataclass(frozen=True)
class Allowance:
    """How much may be sent: messages a second in all and in one chat, a minute in one group."""

    overall: int = 30
    chat: float = 1.0
    chat_burst: int = 5
    """Messages that may follow one another at once in a chat where a person is acting."""
    group_minute: int = 20
    patience: float = 5.0
    """Seconds after which a broadcast to somebody who keeps chatting goes before an answer."""


@dataclass(frozen=True)
class Grant:
    """A slot that was taken, or the seconds after which it is worth asking again."""

    slot: int | None
    wait: float = 0.0


class Book(Protocol):
    """Where the slots are kept: in this process, or in the database for several processes."""

    async def take(self, *, first: bool) -> Grant:
        """Take a slot that is free; *first* for an answer, which broadcasts let go ahead."""
        ...

    def give_back(self, slot: int, free_in: float | None) -> None:
        """Let a slot be free again after some seconds; None where it was not used at all."""
        ...

    def stop_for(self, seconds: float) -> None:
        """Let nobody take anything for a while."""
        ...

    def close(self) -> None:
        """Leave nothing under way."""
        ...


class OwnBook:
    """The slots of a process that is alone."""

    def __init__(self, overall: int) -> None:
        """Begin with *overall* free slots."""
        self._step = 1 / (overall * FULL)
        self._free = [(0.0, slot) for slot in range(1, overall + 1)]
        self._next_at = 0.0
        self._stopped_until = 0.0

    async def take(self, *, first: bool) -> Grant:
        """Take the slot that has been free longest; broadcasts keep the even step as well."""
        now = monotonic()
        opens_at = max(self._stopped_until, self._free[0][0] if self._free else now + self._step)
        if not first:
            opens_at = max(opens_at, self._next_at)
        if opens_at > now:
            return Grant(None, opens_at - now)
        self._next_at = max(self._next_at, now - CATCH_UP * self._step) + self._step
        return Grant(heapq.heappop(self._free)[1])

    def give_back(self, slot: int, free_in: float | None) -> None:
        """Let a slot be free again after some seconds; None where it was not used at all."""
        if free_in is None:
            self._next_at -= self._step
        heapq.heappush(self._free, (monotonic() + (free_in or 0.0), slot))

    def stop_for(self, seconds: float) -> None:
        """Let nobody take anything for a while."""
        self._stopped_until = max(self._stopped_until, monotonic() + seconds)

    def close(self) -> None:
        """Leave nothing under way."""


@dataclass
class Turn:
    """The right to send one message now: ``with turn:`` say when it leaves and when it ends."""

    rate_limiter: "RateLimiter"
    slot: int
    address: Address
    left_at: float | None = None
    is_over: bool = False

    def leaves(self) -> None:
        """Say that the request is handed to the network now."""
        self.left_at = monotonic()

    def ends(self) -> None:
        """Say that the answer has come, or that nothing is sent after all."""
        if not self.is_over:
            self.is_over = True
            self.rate_limiter.returned(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.ends()


@dataclass(order=True)
class _Waiting:
    """Somebody in the queue; those with a lower rank come first."""

    rank: tuple[Rank, int]
    address: Address = field(compare=False)
    ready: "asyncio.Future[Turn]" = field(compare=False)
    since: float = field(compare=False, default_factory=monotonic)
    is_last: bool = field(compare=False, default=False)
    """Whether it is an answer to a stranger, also where its turn has come before broadcasts."""

    @property
    def first(self) -> bool:
        return self.rank[0] is Rank.ANSWER

    @property
    def is_broadcast(self) -> bool:
        return self.rank[0] is Rank.BROADCAST and not self.is_last


class RateLimiter:
    """Hands out turns: to the first in the queue of answers, then to the first broadcast."""

    def __init__(self, allowance: Allowance | None = None, book: Book | None = None) -> None:
        """Begin with a full allowance, Telegram's usual one by default, in a book of one's own."""
        self.allowance = allowance or Allowance()
        self.book = book or OwnBook(self.allowance.overall)
        self._order = count()
        self._queue: list[_Waiting] = []
        self._later: list[tuple[float, _Waiting]] = []
        """Whose chat has had its share: they go back into the queue at that time."""
        self._chats: dict[Address, deque[float]] = {}
        """When each chat's latest messages had arrived at the latest."""
        self._under_way: dict[Address, int] = {}
        """How many messages are on their way to a chat: they may arrive at any time from now."""
        self._times: deque[float] = deque(maxlen=SAMPLES)
        self._pump: asyncio.Task[None] | None = None
        self._news = asyncio.Event()
        self._closed = False
        self._last_at = 0.0
        """When the next answer to a stranger may go before broadcasts."""
        self._processes = 1
        self._began = monotonic()

    async def turn(self, address: Address, *, first: bool, last: bool = False) -> Turn:
        """Wait until one more message may be sent to a chat; *first* for whoever just wrote.

        *last* is for an answer that broadcasts go before: it is a stranger's. Raises
        :class:`Closed` when the bot stops before a broadcast's turn has come.
        """
        if self._closed and not first and not last:
            raise Closed
        ready: asyncio.Future[Turn] = asyncio.get_running_loop().create_future()
        rank = Rank.LAST if last else Rank.ANSWER if first else Rank.BROADCAST
        waiting = _Waiting((rank, next(self._order)), address, ready, is_last=last)
        heapq.heappush(self._queue, waiting)
        self._news.set()
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._hand_out(), name="rate-limiter")
        try:
            return await ready
        except asyncio.CancelledError:
            if ready.done() and not ready.cancelled() and ready.exception() is None:
                ready.result().ends()
            raise

    def returned(self, turn: Turn) -> None:
        """Take a turn back after the answer came, or at once where nothing was sent."""
        now = monotonic()
        self._arrived(turn, now)
        if turn.left_at is None:
            self.book.give_back(turn.slot, None)
            return
        self._times.append(now - turn.left_at)
        shortest = min(self._times) if len(self._times) >= ENOUGH_SAMPLES else 0.0
        self.book.give_back(turn.slot, max(0.0, SECOND - shortest))

    def stop_for(self, seconds: float) -> None:
        """Let nobody send for *seconds*: Telegram said so."""
        self.book.stop_for(seconds)

    def close(self) -> None:
        """Send away the broadcasts that wait: the bot is stopping. Answers still go out."""
        self._closed = True
        for waiting in [*self._queue, *(later for _, later in self._later)]:
            if waiting.is_broadcast and not waiting.ready.done():
                waiting.ready.set_exception(Closed())
        self._news.set()

    def share(self, processes: int) -> None:
        """Take note of how many processes send; what each chat got is known to each alone.

        So each leaves room for a message of every other, and where one has gone not all of what it
        sent last is known.
        """
        if processes < self._processes:
            self._began = monotonic()
        self._processes = processes

    def resume(self, got: Iterable[tuple[Address, float]]) -> None:
        """Take note of what chats got, given as (chat, seconds ago): a conversation goes on here.

        It was another process's, or one of this bot before it started. What this process sent
        itself is among it. It need not be all, so the first seconds are slower besides.
        """
        self._began = now = monotonic()
        known: dict[Address, list[float]] = defaultdict(list)
        for address, ago in got:
            known[address].append(now - ago)
        for address, times in known.items():
            own = [
                at for at in self._chats.get(address, ()) if at > now - FORGET_AFTER.total_seconds()
            ]
            if len(times) > len(own):
                self._chats[address] = deque(sorted(times), maxlen=self._longest)

    @property
    def _longest(self) -> int:
        return max(self.allowance.group_minute, self.allowance.chat_burst)

    @property
    def waiting(self) -> int:
        """How many messages wait for their turn."""
        return len(self._queue) + len(self._later)

    async def _hand_out(self) -> None:
        """Give turns to those in front, as many as have become due, until nobody waits."""
        while self._queue or self._later:
            self._news.clear()
            wait = self._look()
            if wait is None:
                wait = await self._serve_one()
            if wait > 0:
                try:
                    await asyncio.wait_for(self._news.wait(), wait)
                except TimeoutError:
                    continue

    def _look(self) -> float | None:
        """Bring to the front whose chat may get one more; return how long to wait if none may."""
        now = monotonic()
        while self._later and self._later[0][0] <= now:
            waiting = heapq.heappop(self._later)[1]
            if waiting.is_broadcast and now - waiting.since > self.allowance.patience:
                # Somebody who keeps chatting would never get it: it is older than the next answer.
                waiting.rank = (Rank.ANSWER, waiting.rank[1])
            heapq.heappush(self._queue, waiting)
        self._let_one_stranger_in(now)
        while self._queue:
            head = self._queue[0]
            ready_in = 0.0 if head.ready.done() else self._chat_ready_in(head, now)
            if head.ready.done() or ready_in > 0:
                heapq.heappop(self._queue)
                if ready_in > 0:
                    heapq.heappush(self._later, (now + ready_in, head))
                continue
            return None
        return self._later[0][0] - now if self._later else 0.0

    def _let_one_stranger_in(self, now: float) -> None:
        """Now and then let the stranger who has waited longest go before the broadcasts."""
        if now < self._last_at or not self._queue or not self._queue[0].is_broadcast:
            return
        waiting = [each for each in self._queue if each.rank[0] is Rank.LAST]
        if not waiting:
            return
        self._last_at = now + LAST_EVERY
        min(waiting).rank = (Rank.BROADCAST, -1)
        heapq.heapify(self._queue)

    async def _serve_one(self) -> float:
        """Give a turn to the first in the queue, or return how long to wait for one."""
        try:
            grant = await self.book.take(first=self._queue[0].first)
        except OperationalError as error:
            log.warning("pace_not_read", error=type(error).__name__)
            return FAULT_PAUSE
        if grant.slot is None:
            return max(grant.wait, 0.0005)
        # An answer may have come in front meanwhile.
        wait = self._look()
        if wait is not None:
            self.book.give_back(grant.slot, None)
            return 0.0
        waiting = heapq.heappop(self._queue)
        self._under_way[waiting.address] = self._under_way.get(waiting.address, 0) + 1
        waiting.ready.set_result(Turn(self, grant.slot, waiting.address))
        return 0.0

    def _chat_ready_in(self, waiting: _Waiting, now: float) -> float:
        """Return in how many seconds a chat may get one more."""
        times = self._chats.get(waiting.address, ())
        under_way = self._under_way.get(waiting.address, 0)
        if not times and not under_way:
            return 0.0
        limits = self.allowance
        second = 1 / limits.chat
        most, span = limits.chat_burst, limits.chat_burst * second + CHAT_MARGIN
        if waiting.address.is_group:
            most, span = limits.group_minute, 60.0 + CHAT_MARGIN
        others = self._processes - 1
        waits = [_room(times, max(1, most - others) - under_way, span, now)]
        if not waiting.first or now - self._began < limits.chat_burst * second:
            # At first not all is known of what a chat got from the process before this one.
            alone = span if others and not waiting.first else second
            waits.append(_room(times, 1 - under_way, alone, now))
        return max(waits)

    def _arrived(self, turn: Turn, now: float) -> None:
        """Remember that a chat has got a message by now; forget what no longer counts."""
        left = self._under_way.pop(turn.address, 0) - 1
        if left > 0:
            self._under_way[turn.address] = left
        if turn.left_at is None:
            return
        self._chats.setdefault(turn.address, deque(maxlen=self._longest)).append(now)
        if len(self._chats) > CHATS_KEPT:
            since = now - FORGET_AFTER.total_seconds()
            self._chats = {chat: kept for chat, kept in self._chats.items() if kept[-1] > since}


def _room(times: Sequence[float], most: int, span: float, now: float) -> float:
    """Return in how many seconds there is room for one more of at most *most* within *span*.

    What is under way takes room as well; where it takes all, it is worth looking again soon.
    """
    if most <= 0:
        return UNDER_WAY_PAUSE
    return times[-most] + span - now if len(times) >= most else 0.0
