"""What a process counts about itself: plain numbers, no ids and no texts.

Everything is written from the event loop. :mod:`bot.process.health` shows it to monitoring; whoever
does not listen pays for a few additions and loads nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper bounds, in seconds, of the classes in which handling times are counted."""


@dataclass
class Seconds:
    """How long something took, counted in classes; the last class has no bound."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        """Count one more."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


@dataclass
class Metrics:
    """The counts of one process since it began."""

    received: int = 0
    handled: int = 0
    failed: int = 0
    handling: Seconds = field(default_factory=Seconds)
    sent: Counter[str] = field(default_factory=Counter)
    """By what Telegram was asked to do: send, edit, toast, commands."""
    send_errors: Counter[str] = field(default_factory=Counter)
    """By what it means: unreachable, refused, try_later, unknown, moved, flooded."""
    floods: int = 0
    """How often Telegram answered 429."""
    ended: Counter[str] = field(default_factory=Counter)
    """Messages of the outbox, by the state in which they ended."""
    job_runs: Counter[str] = field(default_factory=Counter)
    job_failures: Counter[str] = field(default_factory=Counter)
    last_receipt_at: datetime | None = None
    """When Telegram last answered a poll or posted to the webhook; None: never yet."""
    last_tick_at: datetime | None = None
    """When a job last ran to its end."""
    polls_since: datetime | None = None
    """Since when this process is the one that polls; None: it is not."""

    def expect_jobs(self, names: Iterable[str]) -> None:
        """Count from 0 on what these jobs do: a count that appears with 1 has not risen."""
        for name in names:
            self.job_runs[name] += 0
            self.job_failures[name] += 0

    def receipt(self, count: int, *, at: datetime) -> None:
        """Count what a poll or a post brought; nothing is a sign of life as well."""
        self.received += count
        self.last_receipt_at = at

    def job_ran(self, name: str, *, at: datetime) -> None:
        """Count a job that ran to its end."""
        self.job_runs[name] += 1
        self.last_tick_at = at

    def job_failed(self, name: str) -> None:
        """Count a job that failed."""
        self.job_runs[name] += 1
        self.job_failures[name] += 1
