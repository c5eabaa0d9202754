"""How long to wait before the next attempt."""

from datetime import timedelta

WRITE_BASE, WRITE_CAP = timedelta(seconds=1), timedelta(seconds=5)


def delay(attempt: int, *, base: timedelta, cap: timedelta, jitter: float) -> timedelta:
    """Return the pause after *attempt* failed attempts (0 or more): exponential with full jitter.

    *jitter*, a number from 0 up to 1, spreads the attempts of many between nothing and the whole
    span, so that they do not come back together (AWS Architecture Blog, "Exponential Backoff And
    Jitter", 2015). The pause is never under a tenth of *base* nor over *cap*.
    """
    if not 0 <= jitter < 1:
        raise ValueError(f"jitter {jitter} is not from 0 up to 1")
    exponent = min(max(attempt, 0), 30)
    span = min(cap, base * float(2**exponent))
    return max(span * jitter, base / 10)


def before_writing(attempt: int, *, jitter: float) -> float:
    """Return the seconds before a database that could not be written to is tried again.

    It is one's own, so asking often does no harm, and people wait for it.
    """
    return delay(attempt, base=WRITE_BASE, cap=WRITE_CAP, jitter=jitter).total_seconds()
