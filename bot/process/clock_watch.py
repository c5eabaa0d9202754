"""Notices that the clock was set back: whatever waits for an instant would wait for the old one.

Spans are measured on clocks that nobody sets. What is left are instants that were written by the
clock as it was: ticks of the scheduler, deliveries that were due, signs of life. A clock that is
set forward needs nothing: what was to come is due.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.clock import Clock, seconds

EVERY = 1.0
"""Seconds between two looks."""
NOTICED_FROM = timedelta(seconds=1)
"""A smaller step delays nothing that anybody could notice."""


@dataclass(frozen=True)
class SetBack:
    """A step of the clock into the past."""

    before: datetime
    """What it would say by now without the step."""
    now: datetime

    @property
    def by(self) -> timedelta:
        """How far it was set back."""
        return self.before - self.now


@dataclass
class ClockWatch:
    """Compares the clock with one that nobody sets."""

    clock: Clock
    _last: datetime = field(init=False)
    _looked_at: float = field(init=False)

    def __post_init__(self) -> None:
        """Believe the clock as it is."""
        self._last, self._looked_at = self.clock.now(), seconds()

    def look(self) -> SetBack | None:
        """Return by how much the clock was set back since the last look, if it was."""
        now, looked_at = self.clock.now(), seconds()
        before = self._last + timedelta(seconds=looked_at - self._looked_at)
        is_set_back = now < self._last - NOTICED_FROM
        self._last, self._looked_at = now, looked_at
        return SetBack(before, now) if is_set_back else None
