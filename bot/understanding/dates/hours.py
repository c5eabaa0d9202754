"""Hours of pieces: "9:00 – 12:00" is one piece, and a number alone is an hour only if told so."""

from datetime import date, timedelta

from bot.understanding.dates.items import Kind
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.pieces import Piece
from bot.understanding.dates.resolve import Here, minutes_of
from bot.understanding.values import Expecting


class Several(ValueError):
    """The text names days or hours that are apart."""


def with_hours(pieces: list[Piece], joints: list[Kind]) -> tuple[list[Piece], list[Kind]] | None:
    """Join "9:00 – 12:00" into one piece, and let "between … and" be a range."""
    if any(Sense.BETWEEN in piece.markers for piece in pieces):
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
            if before.is_time_only and after.is_time_only and any(one.says_day for one in pieces):
                return None  # days in a row: "the 20th, the 21st and the 22nd of March"
            if has_plain_hours(before) and has_plain_hours(after):
                raise Several
            return None
        last, first = before.order[-1], after.order[0]
        if last not in (Kind.TIME, Kind.PART) or first not in (Kind.TIME, Kind.PART):
            return None
        is_told = has_plain_hours(before) or has_plain_hours(after)
        if not is_told and not _is_plain_range(before, after):
            return None
        pieces[at : at + 2] = [_from_until(before, after)]
        del joints[at]
    return pieces, joints


def _is_plain_range(before: Piece, after: Piece) -> bool:
    """Tell whether "Friday between 13 and 16" says its day, so that the numbers are hours."""
    said = before.markers | after.markers
    day = before if before.says_day else after
    is_day = day.shape() == "weekday" or (day.month is not None and day.day is not None)
    if before.year is not None and is_day and before.order[-1] is Kind.TIME:
        first, last = before.clock, after.clock
        return bool(first and last and after.is_time_only and first.minutes < last.minutes)
    return is_day and bool(said & {Sense.FROM, Sense.BETWEEN})


def _from_until(before: Piece, after: Piece) -> Piece:
    joined = (after if before.is_time_only else before).copy()
    joined.markers = before.markers | after.markers
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


def has_plain_hours(piece: Piece) -> bool:
    """Tell whether an hour is plainly one: "9" alone may be anything."""
    return piece.clock is None or piece.clock.marked or piece.part is not None


def hours_of(piece: Piece) -> tuple[int | None, int | None]:
    """Return the first and the last hour that a piece says, in seconds since midnight."""
    first = minutes_of(piece.clock, piece.part) if piece.clock is not None else None
    if first is not None and piece.clock is not None:
        first = first * 60 + piece.clock.seconds
    last = piece.until.minutes * 60 + piece.until.seconds if piece.until is not None else None
    return first, last


def day_of_hours(first: int, last: int | None, here: Here) -> date:
    """Return the day of hours alone: today's while they are not over, else the next."""
    now = (here.now.hour * 60 + here.now.minute) * 60 + here.now.second
    ends = last if last is not None and last > first else first
    if here.expecting is Expecting.FUTURE and ends < now:
        return here.today + timedelta(days=1)
    if here.expecting is Expecting.PAST and first > now:
        return here.today - timedelta(days=1)
    return here.today
