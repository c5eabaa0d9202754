"""What can go wrong between a bot and Telegram, made to happen on purpose."""

from collections import defaultdict, deque
from collections.abc import Callable
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
    TRUNCATED = "truncated"
    """The effect happens, the JSON of the answer ends half-way."""
    HANG = "hang"
    """The effect happens, then nothing more is heard for ``seconds``; the connection stays open."""


WITH_EFFECT = frozenset({Fault.GARBAGE, Fault.CUT_AFTER, Fault.TRUNCATED, Fault.HANG, Fault.SLOW})
"""Faults of calls that were carried out all the same."""
UNKNOWABLE = (WITH_EFFECT | {Fault.CUT_BEFORE}) - {Fault.SLOW}
"""Faults after which no client can tell whether its call was carried out."""


@dataclass
class Faults:
    """Which of the next calls fail, and how."""

    down: bool = False
    """Telegram cannot be reached: every connection is cut before the effect."""
    latency: float = 0.0
    """Seconds that every answer takes."""
    draw: Callable[[str], tuple[Fault, float] | None] | None = None
    """Asked for each call, by its method in lower case, that has no fault planned."""
    happened: list[tuple[str, Fault]] = field(default_factory=list)
    """Every fault so far, with the method it struck."""
    _next: dict[str, deque[tuple[Fault, float]]] = field(default_factory=lambda: defaultdict(deque))

    def plan(self, method: str, fault: Fault, *, times: int = 1, seconds: float = 1.0) -> None:
        """Let the next *times* calls of *method* (``*`` for any) fail."""
        self._next[method.lower()].extend([(fault, seconds)] * times)

    def take(self, method: str) -> tuple[Fault, float] | None:
        """Return what happens to this call."""
        name = method.lower()
        found = None
        for planned in (self._next[name], self._next["*"]):
            if planned:
                found = planned.popleft()
                break
        else:
            found = self.draw(name) if self.draw is not None else None
        if found is not None:
            self.happened.append((name, found[0]))
        return found
