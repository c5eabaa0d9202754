"""Who else does something like this: the same partner, and nearer, the same theme and month."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ComparedActivity:
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


def of(
    own: ComparedActivity, counts: Mapping[str, int], near: Iterable[ComparedActivity]
) -> Overlap:
    """Return which other chambers have a partner of *own*, and how close they are.

    *counts* says how many activities with such a partner each chamber has. *near* are those of
    them that may be close: all with a theme of *own* within its :func:`months`, at least.
    """
    close = {
        other.chamber_id
        for other in near
        if own.themes & other.themes and _share_a_month(own, other)
    }
    others = [chamber_id for chamber_id in counts if chamber_id != own.chamber_id]
    busiest = sorted(others, key=lambda chamber_id: (-counts[chamber_id], chamber_id))
    return Overlap(tuple(busiest), tuple(chamber for chamber in busiest if chamber in close))


def months(own: ComparedActivity) -> tuple[date, date]:
    """Return the first and the last day of the months in which an activity takes place."""
    last = monthrange(own.end.year, own.end.month)[1]
    return own.start.replace(day=1), own.end.replace(day=last)


def _share_a_month(one: ComparedActivity, other: ComparedActivity) -> bool:
    """Tell whether there is a month in which both take place."""
    return _month(one.start) <= _month(other.end) and _month(other.start) <= _month(one.end)


def _month(day: date) -> int:
    return day.year * 12 + day.month
