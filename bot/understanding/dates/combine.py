"""From pieces to whole readings: ends of ranges fill each other, days in a row are a range."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.understanding.dates import days
from bot.understanding.dates.days import Span
from bot.understanding.dates.ends import fill_months
from bot.understanding.dates.here import Here
from bot.understanding.dates.hours import (
    DaysAndHours,
    Several,
    day_of_hours,
    has_plain_hours,
    hours_of,
    with_hours,
)
from bot.understanding.dates.items import Kind
from bot.understanding.dates.pieces import Piece
from bot.understanding.dates.resolve import resolve
from bot.understanding.dates.search import Parse
from bot.understanding.dates.several_days import range_of, row_of
from bot.understanding.values import Doubt, Precision, When

DAY = 24 * 60 * 60
HALF_DAY = DAY // 2
EVENING, DAWN = 18 * 60 * 60, 6 * 60 * 60
"""From then on, and until then, "22:00–1:00" ends on the next day."""
_LONG = frozenset({"month", "quarter", "week", "year", "period"})
"""Shapes of more than a day."""


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


def combine(parse: Parse, here: Here) -> Interpretation | None:
    """Return what a parse means, or None where it makes no sense.

    Raises :class:`Impossible` for a day that does not exist, :class:`Several` for days apart and
    :class:`Vague` for what is no date.
    """
    pieces = [_with_told_hour(piece) if here.asks_hours else piece for piece in parse.pieces]
    if _has_hour_of_many_days(pieces):
        return None
    joined = with_hours(*_weekdays_on_days(pieces, list(parse.joints)))
    if joined is None:
        return None
    pieces, joints = joined
    if not all(has_plain_hours(piece) for piece in pieces):
        return None  # a number is left that nothing says to be an hour
    # "5 or 6 May" is a choice; with "to" or "and" beside it nobody knows of what.
    if Kind.OR in joints:
        return _either(pieces, here) if set(joints) == {Kind.OR} else None
    extent = _days_and_hours(pieces, joints, here)
    return None if extent is None else _readings(extent, here)


def _with_told_hour(piece: Piece) -> Piece:
    """Return a piece whose number is an hour, because hours were asked for."""
    if piece.clock is None or piece.clock.marked:
        return piece
    told = piece.copy()
    told.clock = piece.clock._replace(marked=True)
    return told


def _has_hour_of_many_days(pieces: list[Piece]) -> bool:
    """Tell whether a piece says the hour of a month or a year; raise :class:`Vague` for no date."""
    for piece in pieces:
        if piece.vague is not None:
            raise Vague(piece.vague)
        if piece.clock is not None and piece.shape() in _LONG and piece.weekday is None:
            return True
    return False


def _days_and_hours(pieces: list[Piece], joints: list[Kind], here: Here) -> DaysAndHours | None:
    if len(pieces) == 1:
        return _single(pieces[0], here)
    if Kind.TO not in joints:
        return row_of(pieces, here)
    if len(pieces) == 2:
        return range_of(pieces[0], pieces[1], here)
    if _are_dates(pieces):
        raise Several  # "5 May to 7 May and 9 May"
    return None


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
        extent = _single(piece, here)
        meant = _readings(extent, here) if extent is not None and piece.says_day else None
        if meant is None:
            return None
        readings.update(dict.fromkeys(meant.readings))
        doubts |= meant.doubts
    return Interpretation(tuple(readings), doubts) if len(readings) > 1 else None


def _are_dates(pieces: list[Piece]) -> bool:
    fill_months(pieces)
    return all(
        piece.shape() and (piece.shape() != "day" or piece.month is not None) for piece in pieces
    )


def _single(piece: Piece, here: Here) -> DaysAndHours | None:
    first, last = hours_of(piece)
    if piece.is_time_only and first is not None:
        day = day_of_hours(first, last, here)
        return DaysAndHours([days.of_day(day)], set(), first, last)
    resolved = resolve(piece, here)
    if resolved is None:
        return None
    if resolved.at is not None:
        seconds = (resolved.at.hour * 60 + resolved.at.minute) * 60
        return DaysAndHours(resolved.spans, resolved.doubts, seconds)
    doubts = set(resolved.doubts)
    if piece.part is not None and piece.clock is None:
        if piece.day is None and piece.offset is None and piece.weekday is None:
            return None  # the morning of a month
        # "Friday morning" has no hour to remind of.
        doubts.add(Doubt.PART_OF_DAY)
    return DaysAndHours(resolved.spans, doubts, first, last)


# --- readings ------------------------------------------------------------------------------------


def _readings(extent: DaysAndHours, here: Here) -> Interpretation | None:
    zone = str(here.now.tzinfo)
    readings = []
    for span in extent.spans:
        if extent.first is not None and span.precision is not Precision.DAY:
            return None  # a week has no hour
        start, start_time = _moment(span.start, extent.first)
        end, end_time = _moment(span.end, _over_midnight(extent, span))
        if extent.last is None and extent.first == DAY and span.start == span.end:
            end = start  # 24:00 alone is the midnight that begins the next day
        readings.append(When(start, end, start_time, end_time, span.precision, zone))
        if start == end:
            readings.extend(_in_the_afternoon(readings[-1], extent))
    return Interpretation(tuple(dict.fromkeys(readings)), frozenset(extent.doubts))


def _over_midnight(extent: DaysAndHours, span: Span) -> int | None:
    """Return the closing hour, which is the next day's after an evening: "22:00–1:00".

    Midnight at the end is always where the day ends.
    """
    first, last = extent.first, extent.last
    if first is None or last is None or span.start != span.end:
        return last
    if last == 0:
        return DAY if first else last  # "9:00 to midnight"
    return last + DAY if first >= EVENING and last <= DAWN else last


def _in_the_afternoon(when: When, extent: DaysAndHours) -> list[When]:
    """Return "11:30–1:30" as it may be meant: until half past one in the afternoon."""
    if extent.first is None or extent.last is None or when.start != when.end:
        return []
    # Twelve hours later it has to lie behind the first hour, and on the same day.
    if extent.last > extent.first or not extent.first < extent.last + HALF_DAY < DAY:
        return []
    return [replace(when, end_time=_moment(when.end, extent.last + HALF_DAY)[1])]


def _moment(day: date, seconds: int | None) -> tuple[date, time | None]:
    """Return the day and the hour; 24:00 is midnight of the day after."""
    if seconds is None:
        return day, None
    moment = datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)  # noqa: DTZ001
    return moment.date(), moment.time()
