"""Several days: a range from one to another, and days in a row that make one."""

from datetime import timedelta

from bot.understanding.dates import days
from bot.understanding.dates.day_numbers import is_introduced
from bot.understanding.dates.days import Span
from bot.understanding.dates.ends import ends_of, fill_months
from bot.understanding.dates.here import Here
from bot.understanding.dates.hours import DaysAndHours, Several, hours_of
from bot.understanding.dates.items import CalendarName, Kind
from bot.understanding.dates.pieces import Piece
from bot.understanding.dates.resolve import resolve
from bot.understanding.values import Precision

_APART = frozenset({"", "shift", "period", "nth"})
"""Shapes of which there are no rows."""


# --- from one to another -------------------------------------------------------------------------


def range_of(before: Piece, after: Piece, here: Here) -> DaysAndHours | None:
    """Return "5 to 9 May", "Monday 9:00 to Wednesday 12:00"."""
    if _is_hour_astray(before, after):
        return None
    is_bare = after.year is None and Kind.MONTH not in after.order
    is_apart = before.year is not None and after.year is not None
    _months_in_figures(before, after)
    _months_in_figures(after, before)
    fill_months([before, after])
    ends = ends_of(before, after, here)
    if ends is None:
        return None
    if is_bare and after.shape() == "day" and before.clock and not after.clock:
        return None  # "14 April, 9 – 12" has no second day
    start, end, doubts = ends
    hours = _hours_of_range(before, after, is_apart=is_apart)
    return None if hours is None else DaysAndHours([_span(start, end)], doubts, *hours)


def _is_hour_astray(before: Piece, after: Piece) -> bool:
    """Tell whether the first number, which has no month, cannot be a day."""
    if before.shape() != "day" or before.month is not None:
        return False
    if after.order[0] is Kind.TIME:
        return True  # "5 to 6 pm on 22 April"
    # "the 20th, 21 and 22 March": no hour stands before the month
    return bool(before.clock and not after.clock and Kind.MONTH in after.order)


def _months_in_figures(piece: Piece, other: Piece) -> None:
    """Let "7 – 8/2025" be months."""
    if other.shape() != "month" or not other.sign or piece.shape() != "day":
        return
    day = piece.day
    if other.sign != "-" and piece.month is None and day is not None and day.number <= 12:
        piece.day, piece.month = None, CalendarName(day.number)


def _hours_of_range(
    before: Piece, after: Piece, *, is_apart: bool
) -> tuple[int | None, int | None] | None:
    """Return the first and the last hour of a range; None where they make no sense.

    *is_apart*: each end says its own year, so that an hour may be that of one of them alone.
    """
    first, first_until = hours_of(before)
    last, last_until = hours_of(after)
    if first is not None and last is not None:
        # "Monday 9–12 to Tuesday 9–12" is no stretch of time.
        return None if first_until is not None or last_until is not None else (first, last)
    if first is not None:
        return first, first_until
    if last is not None and last_until is None and is_apart:
        return None  # "from 1 May 2027 to 3 May 2027 at 9": which end has the hour?
    return last, last_until


def _span(first: Span, last: Span) -> Span:
    # "From May to 5 June" is said to the day at one end.
    precision = first.precision if first.precision is last.precision else Precision.DAY
    return Span(first.start, last.end, precision)


# --- in a row ------------------------------------------------------------------------------------


def row_of(pieces: list[Piece], here: Here) -> DaysAndHours | None:
    """Return "5, 6 and 7 May" as a range; raise :class:`Several` for days apart."""
    fill_months(pieces)
    if not _is_row(pieces):
        return None
    timed = [piece for piece in pieces if piece.clock is not None]
    if _is_hour_before_month(pieces, timed):
        return None
    if len(timed) > 1:
        raise Several  # each day has its own hour
    ends = ends_of(pieces[0], pieces[-1], here)
    if ends is None:
        return None
    first, last, doubts = ends
    if not _follow_one_another(pieces[1:], first, here):
        return None
    hours = hours_of(timed[0]) if timed else (None, None)
    return DaysAndHours([_span(first, last)], doubts, *hours)


def _is_row(pieces: list[Piece]) -> bool:
    """Tell whether all pieces say the same kind of day, in the same way."""
    shapes = {piece.shape() for piece in pieces}
    if len(shapes) != 1 or shapes & _APART:
        return False  # "5 May and Friday" says two things
    first = pieces[0]
    is_told = is_introduced(first) or first.weekday or first.period
    if not is_told and any(piece.day and piece.month is None for piece in pieces):
        return False  # numbers that nothing says to be days
    return len(_spelt_months(pieces)) <= 1  # "1. januar 2010, 02.01" ends in an hour


def _spelt_months(pieces: list[Piece]) -> set[Kind]:
    """Return whether months are spelt, in figures, or both."""
    return {kind for piece in pieces for kind in piece.order if kind in (Kind.MONTH, Kind.DATE)}


def _is_hour_before_month(pieces: list[Piece], timed: list[Piece]) -> bool:
    """Tell whether an "hour" stands before the month: "the 20th, 21 and 22 March" has none."""
    spelt = _spelt_months(pieces)
    return any(spelt and not spelt & set(piece.order) and not piece.offset for piece in timed)


def _follow_one_another(pieces: list[Piece], first: Span, here: Here) -> bool:
    """Tell whether *pieces* can be read behind *first*; raise :class:`Several` for a gap."""
    previous = first
    for piece in pieces:
        following = _after(piece, previous, here)
        if following is None:
            return False
        if following.start != previous.end + timedelta(days=1):
            raise Several
        previous = following
    return True


def _after(piece: Piece, previous: Span, here: Here) -> Span | None:
    """Return what *piece* means in a list, where its year is that of the one before."""
    shape = piece.shape()
    if shape == "day" and (piece.month is None or piece.year is None):
        return _day_after(piece, previous)
    if shape == "weekday" and piece.weekday is not None and piece.weekday.steps is None:
        return days.of_day(days.weekday_after(previous.end, piece.weekday.number))
    if shape == "month" and piece.month is not None and piece.year is None:
        # "December and January" go over into the next year.
        year = previous.start.year + (piece.month.number < previous.start.month)
        return days.of_month(year, piece.month.number)
    resolved = resolve(piece, here)
    return resolved.spans[0] if resolved is not None and len(resolved.spans) == 1 else None


def _day_after(piece: Piece, previous: Span) -> Span:
    """Return a day of a list without its month, or without its year."""
    if piece.day is None:
        return previous
    if piece.month is None:
        following = previous.end + timedelta(days=1)
        return days.of_day(following) if following.day == piece.day.number else previous
    year = previous.start.year
    day = days.exact(year, piece.month.number, piece.day.number)
    # "31 December and 1 January" go over into the next year.
    if day < previous.start:
        day = days.exact(year + 1, piece.month.number, piece.day.number)
    return days.of_day(day)
