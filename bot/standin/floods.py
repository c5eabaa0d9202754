"""Telegram's flood limits, as strict as they are known to be (core.telegram.org/bots/faq)."""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from time import monotonic


@dataclass(frozen=True)
class Limits:
    """What passes: messages a second in all, in one chat (after a burst), a minute in a group."""

    overall: int = 30
    chat_burst: int = 5
    chat_span: float = 5.0
    group_minute: int = 20
    least: int = 1
    """Seconds of the shortest penalty."""
    growing: float = 1.0
    """By how many seconds the penalty grows when somebody goes on while refused."""


class Floods:
    """Counts what was sent and says how long to wait when it was too much."""

    def __init__(self, limits: Limits | None, timer: Callable[[], float] = monotonic) -> None:
        """Apply *limits*; None lets everything pass."""
        self.limits = limits
        self._timer = timer
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = defaultdict(deque)
        self._refused_until = 0.0
        self._penalty = 1.0
        self.exceeded: list[str] = []
        """Every time that a limit was exceeded: which, and how old the message was that counted."""

    def refusal(self, chat_id: int) -> int | None:
        """Count one message to a chat; return the seconds to wait if it is refused."""
        if self.limits is None:
            return None
        now = self._timer()
        if now < self._refused_until:
            self._penalty += self.limits.growing
            self._refused_until = now + self._penalty
            return ceil(self._penalty)
        self._penalty = 1.0
        wait = self._wait(chat_id, now)
        if wait is not None:
            self._penalty = float(max(self.limits.least, ceil(wait)))
            self._refused_until = now + self._penalty
            return ceil(self._penalty)
        self._all.append(now)
        self._chats[chat_id].append(now)
        return None

    def _wait(self, chat_id: int, now: float) -> float | None:
        limits = self.limits
        if limits is None:
            return None
        count, span = (
            (limits.group_minute, 60.0) if chat_id < 0 else (limits.chat_burst, limits.chat_span)
        )
        for times, most, within in (
            (self._all, limits.overall, 1.0),
            (self._chats[chat_id], count, span),
        ):
            while times and now - times[0] >= within:
                times.popleft()
            if len(times) >= most:
                self.exceeded.append(
                    f"{most} in {within:g} s, the first {now - times[0]:.3f} s ago"
                )
                return times[0] + within - now
        return None
