"""Where the present comes from: one object, handed down from the composition root."""

import time
from datetime import UTC, datetime
from typing import Protocol

_NEVER_SET = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def seconds() -> float:
    """Return the seconds of a clock that nobody sets, for spans; it has no meaning as an instant.

    Where the system has such a clock it goes on while the machine is suspended.
    """
    return time.clock_gettime(_NEVER_SET)


class Clock(Protocol):
    """Tells the present instant, aware, in UTC."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant as the machine knows it."""
        return datetime.now(UTC)
