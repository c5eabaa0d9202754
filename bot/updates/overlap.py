"""Who else does something like this: the same partner, and nearer, the same theme and month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Activity:
    """What an overlap is judged by; both days count."""

    chamber_id: str
    themes: frozenset[str]
    start: date
    end: date


@dataclass(frozen=True)
class Overlap:
    """The other chambers that work with the same partner."""

    chambers: tuple[str, ...]
    """Each once, the busiest first."""
    close: tuple[str, ...]
    """Those of them with the same theme in the same month."""


def of(own: Activity, others: Iterable[Activity]) -> Overlap:
    """Return which of *others*, all with a partner of *own*, are other chambers', and how close."""
    counts: dict[str, int] = {}
    close: dict[str, None] = {}
    for other in others:
        if other.chamber_id == own.chamber_id:
            continue
        counts[other.chamber_id] = counts.get(other.chamber_id, 0) + 1
        if own.themes & other.themes and _share_a_month(own, other):
            close[other.chamber_id] = None
    busiest = sorted(counts, key=lambda chamber_id: (-counts[chamber_id], chamber_id))
    return Overlap(tuple(busiest), tuple(chamber for chamber in busiest if chamber in close))


def _share_a_month(one: Activity, other: Activity) -> bool:
    """Tell whether there is a month in which both take place."""
    return _month(one.start) <= _month(other.end) and _month(other.start) <= _month(one.end)


def _month(day: date) -> int:
    return day.year * 12 + day.month
