"""Both ends of a range, each completed by the other: the shared month, the year, the weekday."""

from datetime import timedelta

from bot.understanding.dates import days
from bot.understanding.dates.days import Impossible, Span
from bot.understanding.dates.items import CalendarName, Kind
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.pieces import Piece
from bot.understanding.dates.resolve import Here, Resolved, is_introduced, resolve
from bot.understanding.values import Doubt, Expecting

LONGEST_MIXED = timedelta(days=366)
"""Between "tomorrow" and a day with its month."""


def fill_months(pieces: list[Piece]) -> None:
    """Let a day without a month take it from the next, or else from the one before."""
    for at in range(len(pieces) - 2, -1, -1):
        _fill(pieces[at], pieces[at + 1])
    for at in range(1, len(pieces)):
        _fill(pieces[at], pieces[at - 1], is_later=True)


def _fill(piece: Piece, other: Piece, *, is_later: bool = False) -> None:
    if piece.day is not None and piece.month is None and piece.period is None:
        if is_later and other.day is not None and piece.day.number <= other.day.number:
            return
        if other.month is not None and other.day is not None:
            piece.month = other.month
        elif other.period is not None and other.day is not None:
            piece.period = other.period
    is_open = piece.period is None and piece.year is None and other.year is None
    if piece.shape() == other.shape() and is_open and other.period is not None:
        piece.period = other.period


def ends_of(before: Piece, after: Piece, here: Here) -> tuple[Span, Span, set[Doubt]] | None:
    """Return first and last span of a range, each completed by the other."""
    same = before.shape() == after.shape()
    if same and before.day is not None and before.period is not None and after.period is not None:
        for piece in (before, after):
            piece.markers = piece.markers | {Sense.ARTICLE}
    if same and before.shape() in ("day", "month", "quarter", "half", "week"):
        found = _both_dated(before, after, here)
        if found is not None:
            return found
        numbers = before.shape() == "day" and before.month is None and after.month is None
        if numbers and before.period is None:
            return _both_numbers(before, after, here)
    if before.shape() == "day" and before.month is None and after.shape() == "weekday":
        return None
    if "weekday" in (before.shape(), after.shape()) and (
        (before.shape() == "weekday" and before.year) or (after.shape() == "weekday" and after.year)
    ):
        return None
    if before.shape() == "weekday" and after.shape() == "day" and _is_plain(before.weekday):
        end = resolve(after, here)
        if end is None or before.weekday is None or len(end.spans) > 1:
            return None
        start = days.weekday_before(end.spans[0].start, before.weekday.number)
        return days.of_day(start), end.spans[0], end.doubts
    if "period" in (before.shape(), after.shape()) and not same:
        return None
    first = resolve(before, here)
    if first is None or len(first.spans) > 1 or first.at is not None:
        return None
    start = first.spans[0].start
    is_open = after.period is None and after.offset is None
    if after.weekday is not None and after.shape() == "weekday" and is_open:
        end_day = days.weekday_after(start, after.weekday.number)
        return first.spans[0], days.of_day(end_day), first.doubts
    if after.shape() == "day" and after.month is None and after.period is None:
        return None
    last = resolve(after, Here(here.now, here.expecting))
    if last is None or len(last.spans) > 1 or last.at is not None:
        return None
    if last.spans[0].end < start and Doubt.YEAR_GUESSED in first.doubts:
        first = resolve(before, Here(here.now, Expecting.PAST)) or first
    if not same and {before.shape(), after.shape()} - {"day", "weekday", "shift"}:
        return None
    if not same and last.spans[0].end - first.spans[0].start > LONGEST_MIXED:
        return None
    return first.spans[0], last.spans[0], first.doubts | last.doubts


def _is_plain(weekday: CalendarName | None) -> bool:
    """Tell whether a weekday stands alone, without "next" or "this"."""
    return weekday is not None and weekday.steps is None and not weekday.is_coming


def _both_numbers(before: Piece, after: Piece, here: Here) -> tuple[Span, Span, set[Doubt]] | None:
    """Return "from the 5th to the 9th", neither with a month."""
    if before.day is None or after.day is None or before.period is not None:
        return None
    is_told = is_introduced(before) or before.day.mark > 1 or before.weekday is not None
    if not is_told or before.year or after.year:
        return None
    if (before.weekday is None) != (after.weekday is None) or before.day == after.day:
        return None
    after.markers |= before.markers
    last = resolve(after, here)
    if last is None or len(last.spans) > 1:
        return None
    end = last.spans[0].end
    month = end if before.day.number < after.day.number else days.add_months(end.replace(day=1), -1)
    start = days.exact(month.year, month.month, before.day.number)
    return days.of_day(start), last.spans[0], last.doubts


def _both_dated(before: Piece, after: Piece, here: Here) -> tuple[Span, Span, set[Doubt]] | None:
    """Return both ends where the year of one is that of the other, or of neither is said."""
    if before.offset is not None or after.offset is not None:
        return None
    order = _order(before), _order(after)
    if order[0] is None or order[1] is None:
        return None
    if before.year is None and before.period is None and after.year is not None:
        before.year = after.year - (order[0] > order[1] and _has_month(before))
    elif after.year is None and after.period is None and before.year is not None:
        after.year = before.year + (order[1] < order[0])
    if before.year is None and after.year is None and not before.period and not after.period:
        return _without_year(before, after, here)
    first, last = resolve(before, here), resolve(after, here)
    if first is None or last is None:
        return None
    return first.spans[0], last.spans[0], first.doubts | last.doubts


def _has_month(piece: Piece) -> bool:
    """Tell whether a piece says its month itself: "5 to 3 May" is a slip, not a year."""
    return piece.day is None or bool({Kind.MONTH, Kind.DATE} & set(piece.order))


def _order(piece: Piece) -> tuple[int, int] | None:
    if piece.quarter is not None:
        return piece.quarter, 0
    if piece.half is not None:
        return piece.half, 0
    if piece.week is not None:
        return piece.week, 0
    if piece.month is None:
        return None
    return piece.month.number, piece.day.number if piece.day is not None else 0


def _without_year(before: Piece, after: Piece, here: Here) -> tuple[Span, Span, set[Doubt]] | None:
    wraps = (_order(before) or (0, 0)) > (_order(after) or (0, 0)) and _has_month(before)
    steps = before.month.steps if before.month is not None else None
    steps = steps if steps is not None else (after.month.steps if after.month else None)

    def in_year(year: int) -> tuple[Resolved, Resolved]:
        first, last = before.copy(), after.copy()
        first.year, last.year = year - wraps, year
        for piece in (first, last):
            if piece.month is not None:
                piece.month = CalendarName(piece.month.number)
        starts, ends = resolve(first, here), resolve(last, here)
        if starts is None or ends is None:
            raise Impossible
        return starts, ends

    ranges: dict[Span, tuple[Resolved, Resolved]] = {}
    for year in range(here.today.year - 4, here.today.year + 6):
        try:
            starts, ends = in_year(year)
        except Impossible:
            continue
        ranges[Span(starts.spans[0].start, ends.spans[0].end)] = (starts, ends)
    expecting = here.expecting
    if steps == 0:
        ranges = {span: both for span, both in ranges.items() if span.end.year == here.today.year}
    elif steps is not None:
        expecting = Expecting.FUTURE if steps > 0 else Expecting.PAST
    starts, ends = ranges[days.choose(ranges, here.today, expecting)]
    doubts = starts.doubts | ends.doubts | {Doubt.YEAR_GUESSED}
    return starts.spans[0], ends.spans[0], doubts
