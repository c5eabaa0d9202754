"""Hours of pieces: "9:00 – 12:00" is one piece, and a number alone is an hour only if told so."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.understanding.dates.days import Span
from bot.understanding.dates.here import Here
from bot.understanding.dates.items import Kind, TimeOfDay
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.pieces import Piece
from bot.understanding.values import Doubt, Expecting

NOON = 12 * 60
_ONE = NOON + 60


class Several(ValueError):
    """The text names days or hours that are apart."""


@dataclass
class DaysAndHours:
    """Days and hours before they become a reading."""

    spans: list[Span]
    """One, or several that may be meant."""
    doubts: set[Doubt]
    first: int | None = None
    """The hour in seconds since midnight, or the first one."""
    last: int | None = None
    """The last hour, in seconds since midnight of the last day."""


# --- two hours in one piece ----------------------------------------------------------------------


def with_hours(pieces: list[Piece], joints: list[Kind]) -> tuple[list[Piece], list[Kind]] | None:
    """Join "9:00 – 12:00" into one piece, and let "between … and" be a range.

    None says that the hours make no sense together; hours apart raise :class:`Several`.
    """
    if any(Sense.BETWEEN in piece.markers for piece in pieces):
        joints = [Kind.TO if joint is Kind.AND else joint for joint in joints]
    at = 0
    while at < len(joints):
        before, after = pieces[at], pieces[at + 1]
        if not _are_two_hours(before, after):
            at += 1
            continue
        if not _may_join(pieces, at, joints[at]):
            return None
        pieces[at : at + 2] = [_from_until(before, after)]
        del joints[at]
    return pieces, joints


def _are_two_hours(before: Piece, after: Piece) -> bool:
    """Tell whether both say an hour, and not each of them that of its own day."""
    if before.clock is None or after.clock is None:
        return False
    return before.is_time_only or after.is_time_only


def _may_join(pieces: list[Piece], at: int, joint: Kind) -> bool:
    before, after = pieces[at], pieces[at + 1]
    if before.until is not None or after.until is not None:
        return False
    if joint is Kind.AND:
        are_plain = has_plain_hours(before) and has_plain_hours(after)
        if are_plain and not _are_numbers_of_days(pieces, at):
            raise Several  # "at 9 and at 14:30"
        return False
    beside = {before.order[-1], after.order[0]}
    if beside - {Kind.TIME, Kind.PART}:
        return False  # something of the day stands between the two
    return has_plain_hours(before) or has_plain_hours(after) or _is_plain_range(before, after)


def _are_numbers_of_days(pieces: list[Piece], at: int) -> bool:
    """Tell whether two numbers stand in a row: "the 20th, the 21st and the 22nd of March"."""
    both_bare = pieces[at].is_time_only and pieces[at + 1].is_time_only
    return both_bare and any(piece.says_day for piece in pieces)


def _is_plain_range(before: Piece, after: Piece) -> bool:
    """Tell whether "Friday between 13 and 16" says its day, so that the numbers are hours."""
    day = before if before.says_day else after
    is_day = day.shape() == "weekday" or (day.month is not None and day.day is not None)
    if before.year is not None and is_day and before.order[-1] is Kind.TIME:
        return _is_later(before, after)  # "5 May 2027 9 – 12"
    return is_day and bool((before.markers | after.markers) & {Sense.FROM, Sense.BETWEEN})


def _is_later(before: Piece, after: Piece) -> bool:
    """Tell whether *after* is a later hour alone."""
    first, last = before.clock, after.clock
    return bool(first and last and after.is_time_only and first.minutes < last.minutes)


def _from_until(before: Piece, after: Piece) -> Piece:
    joined = (after if before.is_time_only else before).copy()
    joined.markers = before.markers | after.markers
    first, last = before.clock, after.clock
    if first is None or last is None:
        return joined
    ends = minutes_of(last, after.part)
    begins = minutes_of(first, before.part or after.part)
    if before.part is None and after.part is not None and begins >= ends:
        begins = first.minutes  # "11 to 2 in the afternoon" begins in the morning
    joined.clock = first._replace(minutes=begins, marked=True)
    joined.until = last._replace(minutes=ends, marked=True)
    joined.part = None
    return joined


# --- what hours mean -----------------------------------------------------------------------------


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


def minutes_of(clock: TimeOfDay, part: str | None) -> int:
    """Return minutes since midnight, with what "p.m." or "in the evening" says of them."""
    for first, end, change in _CHANGES.get(part or "", ()):
        if first <= clock.minutes < end:
            return clock.minutes + change
    return clock.minutes


_CHANGES: dict[str, tuple[tuple[int, int, int], ...]] = {
    "am": ((NOON, _ONE, -NOON),),
    "pm": ((0, NOON, NOON),),
    "afternoon": ((0, NOON, NOON),),
    "evening": ((3 * 60, NOON, NOON),),
    # Twelve at night is midnight; two at night is before dawn.
    "night": ((6 * 60, NOON, NOON), (NOON, _ONE, -NOON)),
    "noon": ((0, 5 * 60, NOON),),
}
"""By the part of the day: from which minute to which (exclusive) how many are added."""


def day_of_hours(first: int, last: int | None, here: Here) -> date:
    """Return the day of hours alone: today's while they are not over, else the next.

    *first* and *last* are seconds since midnight.
    """
    now = (here.now.hour * 60 + here.now.minute) * 60 + here.now.second
    ends = last if last is not None and last > first else first
    if here.expecting is Expecting.FUTURE and ends < now:
        return here.today + timedelta(days=1)
    if here.expecting is Expecting.PAST and first > now:
        return here.today - timedelta(days=1)
    return here.today
