"""From pieces to whole readings: ends of ranges fill each other, days in a row are a range."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.understanding.dates import days
from bot.understanding.dates.days import Span
from bot.understanding.dates.ends import ends_of, fill_months
from bot.understanding.dates.hours import (
    Several,
    day_of_hours,
    has_plain_hours,
    hours_of,
    with_hours,
)
from bot.understanding.dates.items import CalendarName, Kind
from bot.understanding.dates.pieces import Parse, Piece
from bot.understanding.dates.resolve import Here, is_introduced, resolve
from bot.understanding.values import Doubt, Precision, When

DAY = 24 * 60 * 60
HALF_DAY = DAY // 2
EVENING, DAWN = 18 * 60 * 60, 6 * 60 * 60
_LONG = frozenset({"month", "quarter", "week", "year", "period"})


class Vague(ValueError):
    """The text says a season, or "mid", "since", "every": no date, but a reason to ask."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind.value)
        self.kind = kind


@dataclass(frozen=True)
class Interpretation:
    """A reading, or several, with what is doubtful in them."""

    readings: tuple[When, ...]
    doubts: frozenset[Doubt]


@dataclass
class _DaysAndHours:
    """Days and hours before they become a reading."""

    spans: list[Span]
    doubts: set[Doubt]
    first: int | None = None
    """Seconds since midnight."""
    last: int | None = None


def combine(parse: Parse, here: Here) -> Interpretation | None:
    """Return what a parse means, or None where it makes no sense."""
    pieces = list(parse.pieces)
    for piece in pieces:
        if piece.vague is not None:
            raise Vague(piece.vague)
        if piece.clock is not None and piece.shape() in _LONG and piece.weekday is None:
            return None  # an hour of a month or a year
    pieces, first_joints = _weekdays_on_days(pieces, list(parse.joints))
    joined = with_hours(pieces, first_joints)
    if joined is None:
        return None
    pieces, joints = joined
    if not all(has_plain_hours(piece) for piece in pieces):
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


def _weekdays_on_days(pieces: list[Piece], joints: list[Kind]) -> tuple[list[Piece], list[Kind]]:
    """Let "Mon–Wed, 21–23 May" be Monday 21 to Wednesday 23 May."""
    if joints != [Kind.TO, Kind.TO] or pieces[0].shape() != "weekday":
        return pieces, joints
    first, middle, last = pieces
    is_plain = first.order == [Kind.WEEKDAY] and middle.order[0] is Kind.WEEKDAY
    if not is_plain or middle.day is None or last.day is None or last.weekday is not None:
        return pieces, joints
    begins, ends = middle.copy(), last.copy()
    begins.weekday, ends.weekday = first.weekday, middle.weekday
    ends.order = [Kind.WEEKDAY, *last.order]
    return [begins, ends], [Kind.TO]


def _either(pieces: list[Piece], here: Here) -> Interpretation | None:
    """Return "10 or 12 March" as two readings to choose from."""
    fill_months(pieces)
    readings: dict[When, None] = {}
    doubts: frozenset[Doubt] = frozenset()
    for piece in pieces:
        found = _single(piece, here)
        read = _readings(found, here) if found is not None and piece.says_day else None
        if read is None:
            return None
        readings.update(dict.fromkeys(read.readings))
        doubts |= read.doubts
    return Interpretation(tuple(readings), doubts) if len(readings) > 1 else None


def _are_dates(pieces: list[Piece]) -> bool:
    fill_months(pieces)
    return all(
        piece.shape() and (piece.shape() != "day" or piece.month is not None) for piece in pieces
    )


# --- one day, several days -----------------------------------------------------------------------


def _single(piece: Piece, here: Here) -> _DaysAndHours | None:
    first, last = hours_of(piece)
    if piece.is_time_only and first is not None:
        day = day_of_hours(first, last, here)
        return _DaysAndHours([days.of_day(day)], set(), first, last)
    found = resolve(piece, here)
    if found is None:
        return None
    if found.at is not None:
        said = (found.at.hour * 60 + found.at.minute) * 60
        return _DaysAndHours(found.spans, found.doubts, said)
    doubts = set(found.doubts)
    if piece.part is not None and piece.clock is None:
        if piece.day is None and piece.offset is None and piece.weekday is None:
            return None
        doubts.add(Doubt.PART_OF_DAY)
    return _DaysAndHours(found.spans, doubts, first, last)


def _list(pieces: list[Piece], here: Here) -> _DaysAndHours | None:
    """Return days in a row as a range; raise :class:`Several` for days apart."""
    shapes = {piece.shape() for piece in pieces}
    fill_months(pieces)
    shapes = {piece.shape() for piece in pieces}
    if len(shapes) != 1 or "" in shapes or shapes & {"shift", "period", "nth"}:
        return None
    first_piece = pieces[0]
    is_told = is_introduced(first_piece) or first_piece.weekday or first_piece.period
    if not is_told and any(piece.day and piece.month is None for piece in pieces):
        return None
    if any(piece.is_time_only for piece in pieces):
        return None
    spelt = {kind for piece in pieces for kind in piece.order if kind in (Kind.MONTH, Kind.DATE)}
    if len(spelt) > 1:
        return None  # "1. januar 2010, 02.01" ends in an hour
    timed = [piece for piece in pieces if piece.clock is not None]
    if any(spelt and not spelt & set(piece.order) and not piece.offset for piece in timed):
        return None  # "the 20th, 21 and 22 March": no hour stands before the month
    if len(timed) > 1:
        raise Several
    ends = ends_of(pieces[0], pieces[-1], here)
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
    first_hour, last_hour = hours_of(timed[0]) if timed else (None, None)
    return _DaysAndHours([_span(first, last)], doubts, first_hour, last_hour)


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


def _pair(before: Piece, after: Piece, here: Here) -> _DaysAndHours | None:
    if before.shape() == "day" and before.month is None and after.order[0] is Kind.TIME:
        return None  # "5 to 6 pm on 22 April": the first number is no day
    is_day_alone = before.shape() == "day" and before.month is None
    if is_day_alone and before.clock and not after.clock and Kind.MONTH in after.order:
        return None  # "the 20th, 21 and 22 March": no hour stands before the month
    is_bare = after.year is None and Kind.MONTH not in after.order
    _months_in_figures(before, after)
    _months_in_figures(after, before)
    fill_months([before, after])
    ends = ends_of(before, after, here)
    if ends is None:
        return None
    start, end, doubts = ends
    if is_bare and after.shape() == "day" and before.clock and not after.clock:
        return None  # "14 April, 9 – 12" has no second day
    first, first_until = hours_of(before)
    last, last_until = hours_of(after)
    if first is not None and last is not None:
        if first_until is not None or last_until is not None:
            return None
        return _DaysAndHours([_span(start, end)], doubts, first, last)
    if first is not None:
        return _DaysAndHours([_span(start, end)], doubts, first, first_until)
    if last is not None and last_until is None and before.year is not None:
        return None  # "from 1 May 2027 to 3 May 2027 at 9": which end has the hour?
    return _DaysAndHours([_span(start, end)], doubts, last, last_until)


def _months_in_figures(piece: Piece, other: Piece) -> None:
    """Let "7 – 8/2025" and "2027-01 – 04" be months."""
    if other.shape() != "month" or not other.sign or piece.shape() != "day":
        return
    day = piece.day
    if other.sign != "-" and piece.month is None and day is not None and day.number <= 12:
        piece.day, piece.month = None, CalendarName(day.number)


def _span(first: Span, last: Span) -> Span:
    precision = first.precision if first.precision is last.precision else Precision.DAY
    return Span(first.start, last.end, precision)


# --- readings ------------------------------------------------------------------------------------


def _readings(found: _DaysAndHours, here: Here) -> Interpretation | None:
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
    return Interpretation(tuple(dict.fromkeys(readings)), frozenset(found.doubts))


def _over_midnight(found: _DaysAndHours, span: Span) -> int | None:
    """Return the closing hour, which is the next day's after an evening: "22:00–1:00"."""
    first, last = found.first, found.last
    if first is None or last is None or span.start != span.end:
        return last
    return last + DAY if first >= EVENING and last <= DAWN else last


def _in_the_afternoon(when: When, found: _DaysAndHours) -> list[When]:
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
