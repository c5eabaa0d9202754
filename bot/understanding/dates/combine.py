"""From pieces to whole readings: ends of ranges fill each other, days in a row are a range."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.understanding.dates import days
from bot.understanding.dates.days import Impossible, Span
from bot.understanding.dates.items import Kind, Step
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.pieces import Parse, Piece
from bot.understanding.dates.resolve import (
    Here,
    Resolved,
    is_introduced,
    minutes_of,
    resolve,
)
from bot.understanding.values import Doubt, Expecting, Precision, When

DAY = 24 * 60 * 60
HALF_DAY = DAY // 2
EVENING, DAWN = 18 * 60 * 60, 6 * 60 * 60
LONGEST_MIXED = timedelta(days=366)
"""Between "tomorrow" and a day with its month."""


_LONG = frozenset({"month", "quarter", "week", "year", "span"})


class Several(ValueError):
    """The text names days or hours that are apart."""


class Vague(ValueError):
    """The text says a season, or "mid", "since", "every": no date, but a reason to ask."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind.value)
        self.kind = kind


@dataclass(frozen=True)
class Found:
    """A reading, or several, with what is doubtful in them."""

    readings: tuple[When, ...]
    doubts: frozenset[Doubt]


@dataclass
class _Days:
    """Days and hours before they become a reading."""

    spans: list[Span]
    doubts: set[Doubt]
    first: int | None = None
    """Seconds since midnight."""
    last: int | None = None


def combine(parse: Parse, here: Here) -> Found | None:
    """Return what a parse means, or None where it makes no sense."""
    pieces = list(parse.pieces)
    for piece in pieces:
        if piece.vague is not None:
            raise Vague(piece.vague)
        if piece.clock is not None and piece.shape() in _LONG and piece.weekday is None:
            return None  # an hour of a month or a year
    joined = _with_hours(pieces, list(parse.joints))
    if joined is None:
        return None
    pieces, joints = joined
    if not all(_has_plain_hours(piece) for piece in pieces):
        return None
    if Kind.OR in joints:
        return _either(pieces, here) if set(joints) == {Kind.OR} else None
    if len(pieces) == 1:
        found = _single(pieces[0], here)
    elif Kind.TO not in joints:
        found = _list(pieces, here)
    elif len(pieces) == 2:
        found = _pair(pieces[0], pieces[1], here)
    else:
        if _are_dates(pieces):
            raise Several
        return None
    return None if found is None else _readings(found, here)


def _either(pieces: list[Piece], here: Here) -> Found | None:
    """Return "10 or 12 March" as two readings to choose from."""
    _fill_months(pieces)
    readings: dict[When, None] = {}
    doubts: frozenset[Doubt] = frozenset()
    for piece in pieces:
        found = _single(piece, here)
        read = _readings(found, here) if found is not None and piece.says_day else None
        if read is None:
            return None
        readings.update(dict.fromkeys(read.readings))
        doubts |= read.doubts
    return Found(tuple(readings), doubts) if len(readings) > 1 else None


def _are_dates(pieces: list[Piece]) -> bool:
    _fill_months(pieces)
    return all(
        piece.shape() and (piece.shape() != "day" or piece.month is not None) for piece in pieces
    )


# --- hours ---------------------------------------------------------------------------------------


def _with_hours(pieces: list[Piece], joints: list[Kind]) -> tuple[list[Piece], list[Kind]] | None:
    """Join "9:00 – 12:00" into one piece, and let "between … and" be a range."""
    if any(Sense.BETWEEN in piece.said for piece in pieces):
        joints = [Kind.TO if joint is Kind.AND else joint for joint in joints]
    at = 0
    while at < len(joints):
        before, after = pieces[at], pieces[at + 1]
        alone = before.is_time_only or after.is_time_only
        if before.clock is None or after.clock is None or not alone:
            at += 1
            continue
        if before.until is not None or after.until is not None:
            return None
        if joints[at] is Kind.AND:
            if _has_plain_hours(before) and _has_plain_hours(after):
                raise Several
            return None
        last, first = before.order[-1], after.order[0]
        if last not in (Kind.TIME, Kind.PART) or first not in (Kind.TIME, Kind.PART):
            return None
        is_told = _has_plain_hours(before) or _has_plain_hours(after)
        if not is_told and not _is_plain_range(before, after):
            return None
        pieces[at : at + 2] = [_from_until(before, after)]
        del joints[at]
    return pieces, joints


def _is_plain_range(before: Piece, after: Piece) -> bool:
    """Tell whether "Friday between 13 and 16" says its day, so that the numbers are hours."""
    said = before.said | after.said
    day = before if before.says_day else after
    is_day = day.shape() == "weekday" or (day.month is not None and day.day is not None)
    return is_day and bool(said & {Sense.FROM, Sense.BETWEEN})


def _from_until(before: Piece, after: Piece) -> Piece:
    joined = (after if before.is_time_only else before).copy()
    joined.said = before.said | after.said
    first, last = before.clock, after.clock
    if first is None or last is None:
        return joined
    ends = minutes_of(last, after.part)
    begins = minutes_of(first, before.part or after.part)
    if before.part is None and after.part is not None and begins >= ends:
        begins = first.minutes
    joined.clock = first._replace(minutes=begins, marked=True)
    joined.until = last._replace(minutes=ends, marked=True)
    joined.part = None
    return joined


def _has_plain_hours(piece: Piece) -> bool:
    """Tell whether an hour is plainly one: "9" alone may be anything."""
    return piece.clock is None or piece.clock.marked or piece.part is not None


def _hours(piece: Piece) -> tuple[int | None, int | None]:
    first = minutes_of(piece.clock, piece.part) if piece.clock is not None else None
    if first is not None and piece.clock is not None:
        first = first * 60 + piece.clock.seconds
    last = piece.until.minutes * 60 + piece.until.seconds if piece.until is not None else None
    return first, last


# --- one day, several days -----------------------------------------------------------------------


def _single(piece: Piece, here: Here) -> _Days | None:
    first, last = _hours(piece)
    if piece.is_time_only and first is not None:
        day = _day_of_hours(first, last, here)
        return _Days([days.of_day(day)], set(), first, last)
    found = resolve(piece, here)
    if found is None:
        return None
    if found.at is not None:
        said = (found.at.hour * 60 + found.at.minute) * 60
        return _Days(found.spans, found.doubts, said)
    doubts = set(found.doubts)
    if piece.part is not None and piece.clock is None:
        if piece.day is None and piece.offset is None and piece.weekday is None:
            return None
        doubts.add(Doubt.PART_OF_DAY)
    return _Days(found.spans, doubts, first, last)


def _day_of_hours(first: int, last: int | None, here: Here) -> date:
    """Return the day of hours alone: today's while they are not over, else the next."""
    now = (here.now.hour * 60 + here.now.minute) * 60 + here.now.second
    ends = last if last is not None and last > first else first
    if here.expecting is Expecting.FUTURE and ends < now:
        return here.today + timedelta(days=1)
    if here.expecting is Expecting.PAST and first > now:
        return here.today - timedelta(days=1)
    return here.today


def _list(pieces: list[Piece], here: Here) -> _Days | None:
    """Return days in a row as a range; raise :class:`Several` for days apart."""
    shapes = {piece.shape() for piece in pieces}
    _fill_months(pieces)
    shapes = {piece.shape() for piece in pieces}
    if len(shapes) != 1 or "" in shapes or shapes & {"shift", "span", "nth"}:
        return None
    first_piece = pieces[0]
    is_told = is_introduced(first_piece) or first_piece.weekday or first_piece.span
    if not is_told and any(piece.day and piece.month is None for piece in pieces):
        return None
    if any(piece.is_time_only for piece in pieces):
        return None
    spelt = {kind for piece in pieces for kind in piece.order if kind in (Kind.MONTH, Kind.DATE)}
    if len(spelt) > 1:
        return None  # "1. januar 2010, 02.01" ends in an hour
    timed = [piece for piece in pieces if piece.clock is not None]
    if len(timed) > 1:
        raise Several
    ends = _ends(pieces[0], pieces[-1], here)
    if ends is None:
        return None
    first, last, doubts = ends
    previous = first
    for piece in pieces[1:]:
        found = _after(piece, previous, here)
        if found is None:
            return None
        if found.start != previous.end + timedelta(days=1):
            raise Several
        previous = found
    first_hour, last_hour = _hours(timed[0]) if timed else (None, None)
    return _Days([_span(first, last)], doubts, first_hour, last_hour)


def _after(piece: Piece, previous: Span, here: Here) -> Span | None:
    """Return what *piece* means in a list, where its year is that of the one before."""
    if piece.year is None and piece.month is not None and piece.day is not None:
        year = previous.start.year
        found = days.exact(year, piece.month.number, piece.day.number)
        if found < previous.start:
            found = days.exact(year + 1, piece.month.number, piece.day.number)
        return days.of_day(found)
    if piece.shape() == "weekday" and piece.weekday is not None and piece.weekday.steps is None:
        return days.of_day(days.weekday_after(previous.end, piece.weekday.number))
    if piece.shape() == "day" and piece.month is None and piece.day is not None:
        following = previous.end + timedelta(days=1)
        return days.of_day(following) if following.day == piece.day.number else previous
    if piece.shape() == "month" and piece.month is not None and piece.year is None:
        year = previous.start.year + (piece.month.number < previous.start.month)
        return days.of_month(year, piece.month.number)
    resolved = resolve(piece, here)
    return resolved.spans[0] if resolved is not None and len(resolved.spans) == 1 else None


def _pair(before: Piece, after: Piece, here: Here) -> _Days | None:
    if before.shape() == "day" and before.month is None and after.order[0] is Kind.TIME:
        return None  # "5 to 6 pm on 22 April": the first number is no day
    is_bare = after.year is None and Kind.MONTH not in after.order
    _months_in_figures(before, after)
    _months_in_figures(after, before)
    _fill_months([before, after])
    ends = _ends(before, after, here)
    if ends is None:
        return None
    start, end, doubts = ends
    if is_bare and after.shape() == "day" and before.clock and not after.clock:
        return None  # "14 April, 9 – 12" has no second day
    first, first_until = _hours(before)
    last, last_until = _hours(after)
    if first is not None and last is not None:
        if first_until is not None or last_until is not None:
            return None
        return _Days([_span(start, end)], doubts, first, last)
    if first is not None:
        return _Days([_span(start, end)], doubts, first, first_until)
    if last is not None and last_until is None and before.year is not None:
        return None  # "from 1 May 2027 to 3 May 2027 at 9": which end has the hour?
    return _Days([_span(start, end)], doubts, last, last_until)


def _months_in_figures(piece: Piece, other: Piece) -> None:
    """Let "7 – 8/2025" and "2027-01 – 04" be months."""
    if other.shape() != "month" or not other.sign or piece.shape() != "day":
        return
    day = piece.day
    if other.sign != "-" and piece.month is None and day is not None and day.number <= 12:
        piece.day, piece.month = None, Step(day.number)


def _span(first: Span, last: Span) -> Span:
    precision = first.precision if first.precision is last.precision else Precision.DAY
    return Span(first.start, last.end, precision)


def _fill_months(pieces: list[Piece]) -> None:
    """Let a day without a month take it from the next, or else from the one before."""
    for at in range(len(pieces) - 2, -1, -1):
        _fill(pieces[at], pieces[at + 1])
    for at in range(1, len(pieces)):
        _fill(pieces[at], pieces[at - 1], is_later=True)


def _fill(piece: Piece, other: Piece, *, is_later: bool = False) -> None:
    if piece.day is not None and piece.month is None and piece.span is None:
        if is_later and other.day is not None and piece.day.number <= other.day.number:
            return
        if other.month is not None and other.day is not None:
            piece.month = other.month
        elif other.span is not None and other.day is not None:
            piece.span = other.span
    is_open = piece.span is None and piece.year is None and other.year is None
    if piece.shape() == other.shape() and is_open and other.span is not None:
        piece.span = other.span


def _ends(before: Piece, after: Piece, here: Here) -> tuple[Span, Span, set[Doubt]] | None:
    """Return first and last span of a range, each completed by the other."""
    same = before.shape() == after.shape()
    if same and before.day is not None and before.span is not None and after.span is not None:
        for piece in (before, after):
            piece.said = piece.said | {Sense.ARTICLE}
    if same and before.shape() in ("day", "month", "quarter", "half", "week"):
        found = _both_dated(before, after, here)
        if found is not None:
            return found
        numbers = before.shape() == "day" and before.month is None and after.month is None
        if numbers and before.span is None:
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
    if "span" in (before.shape(), after.shape()) and not same:
        return None
    first = resolve(before, here)
    if first is None or len(first.spans) > 1 or first.at is not None:
        return None
    start = first.spans[0].start
    is_open = after.span is None and after.offset is None
    if after.weekday is not None and after.shape() == "weekday" and is_open:
        end_day = days.weekday_after(start, after.weekday.number)
        return first.spans[0], days.of_day(end_day), first.doubts
    if after.shape() == "day" and after.month is None and after.span is None:
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


def _is_plain(weekday: Step | None) -> bool:
    """Tell whether a weekday stands alone, without "next" or "this"."""
    return weekday is not None and weekday.steps is None and not weekday.is_coming


def _both_numbers(before: Piece, after: Piece, here: Here) -> tuple[Span, Span, set[Doubt]] | None:
    """Return "from the 5th to the 9th", neither with a month."""
    if before.day is None or after.day is None or before.span is not None:
        return None
    is_told = is_introduced(before) or before.day.mark > 1 or before.weekday is not None
    if not is_told or before.year or after.year:
        return None
    if (before.weekday is None) != (after.weekday is None) or before.day == after.day:
        return None
    after.said |= before.said
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
    if before.year is None and before.span is None and after.year is not None:
        before.year = after.year - (order[0] > order[1] and _has_month(before))
    elif after.year is None and after.span is None and before.year is not None:
        after.year = before.year + (order[1] < order[0])
    if before.year is None and after.year is None and not before.span and not after.span:
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
                piece.month = Step(piece.month.number)
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


# --- readings ------------------------------------------------------------------------------------


def _readings(found: _Days, here: Here) -> Found | None:
    zone = str(here.now.tzinfo)
    readings = []
    for span in found.spans:
        if found.first is not None and span.precision is not Precision.DAY:
            return None
        start, start_time = _moment(span.start, found.first)
        end, end_time = _moment(span.end, _over_midnight(found, span))
        if found.last is None and found.first == DAY and span.start == span.end:
            end = start
        readings.append(When(start, end, start_time, end_time, span.precision, zone))
        if start == end:
            readings.extend(_in_the_afternoon(readings[-1], found))
    return Found(tuple(dict.fromkeys(readings)), frozenset(found.doubts))


def _over_midnight(found: _Days, span: Span) -> int | None:
    """Return the closing hour, which is the next day's after an evening: "22:00–1:00"."""
    first, last = found.first, found.last
    if first is None or last is None or span.start != span.end:
        return last
    return last + DAY if first >= EVENING and last <= DAWN else last


def _in_the_afternoon(when: When, found: _Days) -> list[When]:
    """Return "11:30–1:30" as it may be meant: until half past one in the afternoon."""
    if found.first is None or found.last is None or when.start != when.end:
        return []
    if found.last > found.first or not found.first < found.last + HALF_DAY < DAY:
        return []
    return [replace(when, end_time=_moment(when.end, found.last + HALF_DAY)[1])]


def _moment(day: date, seconds: int | None) -> tuple[date, time | None]:
    """Return the day and the hour; 24:00 is midnight of the day after."""
    if seconds is None:
        return day, None
    moment = datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)  # noqa: DTZ001
    return moment.date(), moment.time()
