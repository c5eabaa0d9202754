"""What was read in a text before the transaction in which it counts.

Understanding a sentence takes milliseconds, and SQLite lets one writer in at a time. So the text of
an update is read first, on a session that only reads. The transaction asks for the reading again by
what it was read for; where that has changed meanwhile it finds none, and reads the text itself.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

FRESH = timedelta(minutes=1)
"""How long a reading holds: words such as "tomorrow" mean another day some time later."""


@dataclass
class Readings:
    """The readings of one update, each by what it was read for."""

    read_at: datetime
    found: dict[Hashable, Any] = field(default_factory=dict)

    def of(self, what: Hashable, read: Callable[[], T]) -> T:
        """Return the reading of *what*; it is read now unless it was before."""
        if what not in self.found:
            self.found[what] = read()
        reading: T = self.found[what]
        return reading

    def at(self, now: datetime) -> "Readings":
        """Return these readings if they still hold, or else none."""
        return self if abs(now - self.read_at) < FRESH else Readings(now)
