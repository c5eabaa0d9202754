"""Both ends of a range, each completed by the other: the shared month, the year, the weekday."""

from datetime import timedelta

from bot.understanding.dates import days
from bot.understanding.dates.day_numbers import is_introduced
from bot.understanding.dates.days import Impossible, Span
from bot.understanding.dates.here import Here, Resolved
from bot.understanding.dates.items import CalendarName, Kind
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.pieces import Piece
from bot.understanding.dates.resolve import resolve
from bot.understanding.values import Doubt, Expecting

LONGEST_MIXED = timedelta(days=366)
"""Between "tomorrow" and a day with its month."""
YEARS_BEFORE, YEARS_AFTER = 4, 5
"""How far a range without a year is looked for."""
_OF_A_YEAR = frozenset({"day", "month", "quarter", "half", "week"})
"""Shapes whose ends share a year."""
_MIXED = frozenset({"day", "weekday", "shift"})
"""Shapes that may be the two ends of one range: from tomorrow to 5 May."""

Ends = tuple[Span, Span, set[Doubt]]


# --- months that are said once -------------------------------------------------------------------


def fill_months(pieces: list[Piece]) -> None:
    """Let a day without a month take it from the next, or else from the one before."""
    for at in range(len(pieces) - 2, -1, -1):
        _fill(pieces[at], pieces[at + 1])
    for at in range(1, len(pieces)):
        if not _is_before(pieces[at], pieces[at - 1]):
            _fill(pieces[at], pieces[at - 1])


def _fill(piece: Piece, other: Piece) -> None:
    if _is_bare_day(piece) and other.day is not None:
        if other.month is not None:
            piece.month = other.month
        elif other.period is not None:
            piece.period = other.period
    is_open = piece.period is None and piece.year is None and other.year is None
    if piece.shape() == other.shape() and is_open and other.period is not None:
        piece.period = other.period  # "Monday and Tuesday of next week"


def _is_bare_day(piece: Piece) -> bool:
    return piece.day is not None and piece.month is None and piece.period is None


def _is_before(piece: Piece, other: Piece) -> bool:
    """Tell whether a bare day has no higher number than the one it follows: another month's."""
    if not _is_bare_day(piece) or piece.day is None or other.day is None:
        return False
    return piece.day.number <= other.day.number


# --- the two ends --------------------------------------------------------------------------------


def ends_of(before: Piece, after: Piece, here: Here) -> Ends | None:
    """Return first and last span of a range, each completed by the other."""
    first, last = before.shape(), after.shape()
    if first == last and first in _OF_A_YEAR:
        _introduce(before, after)
        ends = _both_dated(before, after, here)
        if ends is not None:
            return ends
        if _is_bare_day(before) and after.day is not None and after.month is None:
            return _both_numbers(before, after, here)
    if _is_no_range(before, after):
        return None
    if first == "weekday" and last == "day" and _is_plain(before.weekday):
        return _weekday_before_day(before, after, here)
    if "period" in (first, last) and first != last:
        return None  # "from next week to Friday" has no first day
    return _one_by_one(before, after, here)


def _introduce(before: Piece, after: Piece) -> None:
    """Let "5 to 9 next month" be days: the month says that the numbers are."""
    if before.day is not None and before.period is not None and after.period is not None:
        for piece in (before, after):
            piece.markers = piece.markers | {Sense.ARTICLE}


def _is_no_range(before: Piece, after: Piece) -> bool:
    """Tell whether the ends do not go together, whatever the day."""
    first, last = before.shape(), after.shape()
    if first == "day" and before.month is None and last == "weekday":
        return True
    # A weekday with a year is no day: the year belongs to something else.
    return bool((first == "weekday" and before.year) or (last == "weekday" and after.year))


def _is_plain(weekday: CalendarName | None) -> bool:
    """Tell whether a weekday stands alone, without "next" or "this"."""
    return weekday is not None and weekday.steps is None and not weekday.is_coming


def _weekday_before_day(before: Piece, after: Piece, here: Here) -> Ends | None:
    """Return "Monday to 7 May": the last Monday before."""
    end = resolve(after, here)
    if end is None or before.weekday is None or len(end.spans) > 1:
        return None  # of two days that may be meant, neither is an end
    start = days.weekday_before(end.spans[0].start, before.weekday.number)
    return days.of_day(start), end.spans[0], end.doubts


def _one_by_one(before: Piece, after: Piece, here: Here) -> Ends | None:
    """Return both ends as they stand, the last one seen from the first where it is a weekday."""
    first = _single(before, here)
    if first is None:
        return None
    start = first.spans[0]
    if after.shape() == "weekday" and _is_open(after) and after.weekday is not None:
        end = days.weekday_after(start.start, after.weekday.number)
        return start, days.of_day(end), first.doubts
    if _is_bare_day(after):
        return None  # "from Monday to the 5th" has no month to take
    last = _single(after, here)
    if last is None:
        return None
    if last.spans[0].end < start.start and Doubt.YEAR_GUESSED in first.doubts:
        # It is over before it begins: it began in the year before.
        first = resolve(before, Here(here.now, Expecting.PAST)) or first
    start, end_span = first.spans[0], last.spans[0]
    if before.shape() != after.shape() and not _may_be_mixed(before, after, start, end_span):
        return None
    return start, end_span, first.doubts | last.doubts


def _is_open(piece: Piece) -> bool:
    """Tell whether no word says how far away a weekday is."""
    return piece.period is None and piece.offset is None


def _single(piece: Piece, here: Here) -> Resolved | None:
    """Return what a piece means, if it is one span of days and no hour counted from now."""
    resolved = resolve(piece, here)
    if resolved is None or len(resolved.spans) > 1 or resolved.at is not None:
        return None
    return resolved


def _may_be_mixed(before: Piece, after: Piece, start: Span, end: Span) -> bool:
    shapes = {before.shape(), after.shape()}
    return shapes <= _MIXED and end.end - start.start <= LONGEST_MIXED


def _both_numbers(before: Piece, after: Piece, here: Here) -> Ends | None:
    """Return "from the 5th to the 9th", neither with a month."""
    if before.day is None or after.day is None or not _are_days(before, after):
        return None
    # "From the" or a weekday, said of the first number, holds for the second.
    after.markers |= before.markers
    last = resolve(after, here)
    if last is None or len(last.spans) > 1:
        return None
    end = last.spans[0].end
    # The first day is of the same month, or of the one before where its number is higher.
    month = end if before.day.number < after.day.number else days.add_months(end.replace(day=1), -1)
    start = days.exact(month.year, month.month, before.day.number)
    return days.of_day(start), last.spans[0], last.doubts


def _are_days(before: Piece, after: Piece) -> bool:
    """Tell whether two numbers are days, and not the same one twice."""
    if before.day is None or before.year or after.year or before.day == after.day:
        return False
    if (before.weekday is None) != (after.weekday is None):
        return False  # one of the numbers is something else
    return is_introduced(before) or before.day.mark > 1 or before.weekday is not None


# --- with month or number: the year --------------------------------------------------------------


def _both_dated(before: Piece, after: Piece, here: Here) -> Ends | None:
    """Return both ends where the year of one is that of the other, or of neither is said."""
    if before.offset is not None or after.offset is not None:
        return None  # "today, 5 May" has its own year
    first_order, last_order = _order(before), _order(after)
    if first_order is None or last_order is None:
        return None
    # In the order of a year: "28 December to 3 January" goes over into the next one.
    _share_year(before, after, is_over_new_year=first_order > last_order)
    says_year = (piece.year is not None or piece.period for piece in (before, after))
    if not any(says_year):
        return _without_year(before, after, here)
    first, last = resolve(before, here), resolve(after, here)
    if first is None or last is None:
        return None
    return first.spans[0], last.spans[0], first.doubts | last.doubts


def _share_year(before: Piece, after: Piece, *, is_over_new_year: bool) -> None:
    """Let one end take the year of the other, which is another one over New Year."""
    if before.year is None and before.period is None and after.year is not None:
        before.year = after.year - (is_over_new_year and _has_month(before))
    elif after.year is None and after.period is None and before.year is not None:
        after.year = before.year + is_over_new_year


def _has_month(piece: Piece) -> bool:
    """Tell whether a piece says its month itself: "5 to 3 May" is a slip, not a year."""
    return piece.day is None or bool({Kind.MONTH, Kind.DATE} & set(piece.order))


def _order(piece: Piece) -> tuple[int, int] | None:
    """Return where in a year a piece is, to compare it with another of its shape."""
    if piece.quarter is not None:
        return piece.quarter, 0
    if piece.half is not None:
        return piece.half, 0
    if piece.week is not None:
        return piece.week, 0
    if piece.month is None:
        return None
    return piece.month.number, piece.day.number if piece.day is not None else 0


def _without_year(before: Piece, after: Piece, here: Here) -> Ends | None:
    is_over_new_year = (_order(before) or (0, 0)) > (_order(after) or (0, 0))
    wraps = is_over_new_year and _has_month(before)
    ranges: dict[Span, tuple[Resolved, Resolved]] = {}
    for year in range(here.today.year - YEARS_BEFORE, here.today.year + YEARS_AFTER + 1):
        try:
            first, last = _in_year(before, year - wraps, here), _in_year(after, year, here)
        except Impossible:
            continue  # a 29 February
        ranges[Span(first.spans[0].start, last.spans[0].end)] = (first, last)
    steps = _steps_of(before, after)
    expecting = here.expecting
    # "This May": of this year, whatever the tense.
    if steps == 0:
        ranges = {span: both for span, both in ranges.items() if span.end.year == here.today.year}
    elif steps is not None:
        expecting = Expecting.FUTURE if steps > 0 else Expecting.PAST
    first, last = ranges[days.choose(ranges, here.today, expecting)]
    doubts = first.doubts | last.doubts | {Doubt.YEAR_GUESSED}
    return first.spans[0], last.spans[0], doubts


def _in_year(piece: Piece, year: int, here: Here) -> Resolved:
    """Return what *piece* means in *year*; "next" and "last" have chosen the year by then."""
    dated = piece.copy()
    dated.year = year
    if dated.month is not None:
        dated.month = CalendarName(dated.month.number)
    resolved = resolve(dated, here)
    if resolved is None:
        raise Impossible
    return resolved


def _steps_of(before: Piece, after: Piece) -> int | None:
    """Return "this", "next" or "last" of the months, said of one or of both."""
    for piece in (before, after):
        if piece.month is not None and piece.month.steps is not None:
            return piece.month.steps
    return None
