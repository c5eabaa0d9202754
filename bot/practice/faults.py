"""What can go wrong between a bot and Telegram, made to happen on purpose."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """A way in which a call fails."""

    FLOOD = "flood"
    """429 with ``seconds`` as retry_after."""
    INTERNAL = "internal"
    """500 without an effect."""
    GATEWAY = "gateway"
    """502 with a page of HTML, without an effect."""
    REFUSED = "refused"
    """400 without an effect, as for a message that is wrong."""
    GARBAGE = "garbage"
    """The effect happens, the answer cannot be read."""
    CUT_BEFORE = "cut_before"
    """The connection is cut before the effect."""
    CUT_AFTER = "cut_after"
    """The effect happens, then the connection is cut."""
    SLOW = "slow"
    """The answer takes ``seconds``."""


@dataclass
class Faults:
    """Which of the next calls fail, and how."""

    down: bool = False
    """Telegram cannot be reached: every connection is cut before the effect."""
    latency: float = 0.0
    """Seconds that every answer takes."""
    _next: dict[str, deque[tuple[Fault, float]]] = field(default_factory=lambda: defaultdict(deque))

    def plan(self, method: str, fault: Fault, *, times: int = 1, seconds: float = 1.0) -> None:
        """Let the next *times* calls of *method* (``*`` for any) fail."""
        self._next[method.lower()].extend([(fault, seconds)] * times)

    def take(self, method: str) -> tuple[Fault, float] | None:
        """Return what happens to this call."""
        for name in (method.lower(), "*"):
            if self._next[name]:
                return self._next[name].popleft()
        return None
