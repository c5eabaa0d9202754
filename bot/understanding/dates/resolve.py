"""From what a piece of text says to days, seen from now."""

from collections.abc import Callable
from datetime import UTC, date, timedelta

from bot.understanding.dates import days
from bot.understanding.dates.day_numbers import day_by_number, on_weekday
from bot.understanding.dates.days import Span
from bot.understanding.dates.here import Here, Resolved, leaning, year_of
from bot.understanding.dates.items import CalendarName, Kind
from bot.understanding.dates.pieces import Piece
from bot.understanding.values import Doubt, Expecting

MINUTES = {"minute": 1, "hour": 60}
"""Units that move the hour, and not the day alone."""


def resolve(piece: Piece, here: Here) -> Resolved | None:
    """Return the days that *piece* says; None where they make no sense together."""
    if piece.stretch is not None and not _is_month(piece):
        return None  # only a month has a beginning and an end
    if piece.is_week_of and not _is_week_of_day(piece):
        return None  # "week of" wants a day, or it says no more than "week"
    for names, resolver in _RESOLVERS:
        if any(getattr(piece, name) is not None for name in names):
            return resolver(piece, here)
    return None


def _is_month(piece: Piece) -> bool:
    """Tell whether a whole month is said, by its name or as the next one."""
    if piece.day is not None or piece.weekday is not None:
        return False
    return piece.month is not None or (piece.period is not None and piece.period[0] == "month")


def _is_week_of_day(piece: Piece) -> bool:
    """Tell whether "week of" stands before a day of a month."""
    if piece.day is None or piece.month is None:
        return False
    kind = Kind.DAY if Kind.DAY in piece.order else Kind.DATE
    return kind in piece.order and piece.order.index(Kind.WEEK_OF) < piece.order.index(kind)


def _is_only(piece: Piece, *names: str) -> bool:
    """Tell whether nothing but *names* is said of the day."""
    return all(getattr(piece, name) is None for name in _EXCLUSIVE if name not in names)


_EXCLUSIVE = (
    "day", "month", "year", "weekday", "offset", "period", "nth", "week", "quarter", "half",
)  # fmt: skip


# --- counted from now ----------------------------------------------------------------------------


def counted(unit: str) -> tuple[str, int]:
    """Return the unit and how many of it a word is ("2week" is a fortnight)."""
    number = "".join(sign for sign in unit if sign.isdigit())
    return (unit[len(number) :], int(number)) if number else (unit, 1)


def _shifted(piece: Piece, here: Here) -> Resolved | None:
    """Return "in 3 days", "2 hours ago"."""
    if piece.shift is None or (piece.part and not piece.clock):
        return None
    unit, times = counted(piece.shift[0])
    number = piece.shift[1] * times
    if piece.weekday is not None and unit == "week" and number > 0 and _is_only(piece, "weekday"):
        return _weekday_in_weeks(piece.weekday, number, here)
    if not _is_only(piece):
        return None
    if unit not in MINUTES:
        return Resolved([days.of_day(days.add(here.today, unit, number))])
    if piece.clock is not None:
        return None  # "in two hours at 9" says two hours
    # Counted in UTC: where the clocks change, an hour is still an hour.
    moment = here.now.astimezone(UTC) + timedelta(minutes=MINUTES[unit] * number)
    local = moment.astimezone(here.now.tzinfo).replace(second=0, microsecond=0)
    return Resolved([days.of_day(local.date())], at=local)


def _weekday_in_weeks(weekday: CalendarName, weeks: int, here: Here) -> Resolved | None:
    """Return "Monday in two weeks": counted from the coming Monday, or from this week's."""
    if weekday.steps is not None or weekday.weeks_on or weekday.is_coming:
        return None
    after = days.weekday_after(here.today, weekday.number)
    this_week = days.monday_of(here.today) + timedelta(days=weekday.number)
    meant = dict.fromkeys(days.add(day, "week", weeks) for day in (after, this_week))
    return Resolved([days.of_day(day) for day in meant])


def _offset(piece: Piece, here: Here) -> Resolved | None:
    """Return "tomorrow", and "tomorrow, Friday" with both days where they are not the same."""
    if piece.offset is None or not _is_only(piece, "offset", "weekday"):
        return None
    day = here.today + timedelta(days=piece.offset)
    resolved = Resolved([days.of_day(day)])
    if piece.weekday is not None and piece.weekday.number != day.weekday():
        resolved.doubts.add(Doubt.WEEKDAY_MISMATCH)
        resolved.spans.append(days.of_day(on_weekday(piece, piece.weekday.number, day)))
    return resolved


# --- of a month, of a year -----------------------------------------------------------------------


def _nth(piece: Piece, here: Here) -> Resolved | None:
    """Return "the first Monday of March", "last Friday of next month"."""
    if piece.nth is None or piece.offset is not None:
        return None  # "tomorrow" is no first Monday
    number, weekday = piece.nth
    if piece.month is None:
        if piece.period is None or piece.period[0] != "month" or piece.year is not None:
            return None  # the first Monday of what?
        month = days.add_months(here.today.replace(day=1), piece.period[1])
        return Resolved([days.of_day(days.nth_weekday(month.year, month.month, number, weekday))])
    named = piece.month.number

    def in_year(year: int) -> Span:
        return days.of_day(days.nth_weekday(year, named, number, weekday))

    return _in_year(piece, here, in_year, leaning(piece.month.steps, here))


def _numbered(piece: Piece, here: Here) -> Resolved | None:
    """Return a quarter, a half or a week of the year."""
    if not _is_only(piece, "quarter", "half", "week", "year", "period"):
        return None  # a day of a quarter says nothing
    if piece.period is not None and piece.period[0] != "year":
        return None

    def in_year(year: int) -> Span:
        if piece.quarter is not None:
            return days.of_quarter(year, piece.quarter)
        if piece.half is not None:
            return days.of_half(year, piece.half)
        return days.week_number(year, piece.week or 0)

    return _in_year(piece, here, in_year, here.expecting)


def _in_year(
    piece: Piece, here: Here, in_year: Callable[[int], Span], expecting: Expecting
) -> Resolved:
    """Return what *in_year* gives for the year that is said, or for the one that is meant."""
    year = year_of(piece, here)
    if year is not None:
        return Resolved([in_year(year)])
    listed = days.in_years(here.today, in_year)
    return Resolved([days.choose(listed, here.today, expecting)], {Doubt.YEAR_GUESSED})


def _month(piece: Piece, here: Here) -> Resolved | None:
    if piece.month is None or not _is_only(piece, "month", "year", "period"):
        return None
    if piece.period is not None and piece.period[0] != "year":
        return None
    if piece.stretch is not None:
        return _stretch_of_month(piece, piece.stretch, here)
    named, steps = piece.month.number, piece.month.steps
    if year_of(piece, here) is None and steps is not None:
        return _stepped_month(named, steps, here)

    def in_year(year: int) -> Span:
        return days.of_month(year, named)

    return _in_year(piece, here, in_year, here.expecting)


def _stretch_of_month(piece: Piece, stretch: str, here: Here) -> Resolved | None:
    """Return "the end of March": a third of the month, to the week and not to the day."""
    whole = piece.copy()
    whole.stretch = None
    resolved = _month(whole, here)
    if resolved is not None:
        resolved.spans = [days.of_stretch(span.start, stretch) for span in resolved.spans]
    return resolved


def _stepped_month(named: int, steps: int, here: Here) -> Resolved | None:
    """Return "next March", "last March"."""
    listed = days.in_years(here.today, lambda year: days.of_month(year, named))
    if steps == 1:
        ahead = [span for span in listed if span.start > here.today]
        # "Next March" in January: this year's or the year after; from April on it is plain.
        return Resolved(ahead[:1] if ahead[0].start.year > here.today.year else ahead[:2])
    if steps == -1:
        gone = [span for span in listed if span.end < here.today]
        return Resolved(gone[-1:])
    return None


def _year(piece: Piece, here: Here) -> Resolved | None:
    del here
    if piece.year is None or not _is_only(piece, "year"):
        return None
    return Resolved([days.of_year(piece.year)])


# --- this, next and last -------------------------------------------------------------------------


def _period(piece: Piece, here: Here) -> Resolved | None:
    """Return "next week", "last month", "Tuesday of next week"."""
    if piece.period is None or not _is_only(piece, "period", "weekday"):
        return None
    unit, steps = piece.period
    unit, times = counted(unit)
    if unit == "week":
        monday = days.add(days.monday_of(here.today), "week", steps * times)
        if piece.weekday is None:
            return Resolved([days.of_week(monday)])
        return Resolved([days.of_day(monday + timedelta(days=piece.weekday.number))])
    if piece.weekday is not None:
        return None  # only a week has one of each weekday
    span = _whole(unit, steps, here.today)
    if span is not None and piece.stretch is not None:
        span = days.of_stretch(span.start, piece.stretch)
    return Resolved([span]) if span is not None else None


def _whole(unit: str, steps: int, today: date) -> Span | None:
    """Return the whole day, month, quarter or year that is *steps* from today's."""
    match unit:
        case "day":
            return days.of_day(days.add(today, "day", steps))
        case "month":
            first = days.add_months(today.replace(day=1), steps)
            return days.of_month(first.year, first.month)
        case "quarter":
            at = today.year * 4 + (today.month - 1) // 3 + steps
            return days.of_quarter(at // 4, at % 4 + 1)
        case "year":
            return days.of_year(today.year + steps)
        case _:
            return None


def _weekday(piece: Piece, here: Here) -> Resolved | None:
    if piece.weekday is None or not _is_only(piece, "weekday"):
        return None
    number, steps, is_coming, weeks_on = piece.weekday
    after = days.weekday_after(here.today, number)
    before = days.weekday_before(here.today, number)
    this_week = days.monday_of(here.today) + timedelta(days=number)
    if weeks_on:
        # "Friday week" on a Friday: counted from today, or from the coming one.
        coming = [here.today, after] if here.today.weekday() == number else [after]
        meant = [days.add(day, "week", weeks_on) for day in coming]
    # "The coming Monday" is never today's, nor next week's.
    elif is_coming:
        meant = [after]
    elif steps is None:
        meant = [_nearer(after, before, here)]
    elif steps == -1:
        meant = [before]
    elif steps == 1:
        # The coming one or next week's: the two are one only where the week is over by then.
        meant = list(dict.fromkeys([after, this_week + timedelta(days=7)]))
    elif steps == 0:
        meant = _this(this_week, after, before, here)
    else:
        return None
    return Resolved([days.of_day(day) for day in meant])


def _nearer(after: date, before: date, here: Here) -> date:
    match here.expecting:
        case Expecting.FUTURE:
            return after
        case Expecting.PAST:
            return before
        case Expecting.EITHER:
            return min(after, before, key=lambda day: abs(day - here.today))


def _this(this_week: date, after: date, before: date, here: Here) -> list[date]:
    """Return what "this Monday" may mean: this week's, or the coming one where that is over."""
    if this_week > here.today:
        return [this_week]
    if here.expecting is Expecting.PAST:
        return [this_week if this_week < here.today else before]
    return [after, this_week]


_RESOLVERS: tuple[tuple[tuple[str, ...], Callable[[Piece, Here], Resolved | None]], ...] = (
    (("shift",), _shifted),
    (("nth",), _nth),
    (("quarter", "week", "half"), _numbered),
    (("day",), day_by_number),
    (("offset",), _offset),
    (("month",), _month),
    (("period",), _period),
    (("weekday",), _weekday),
    (("year",), _year),
)
"""The first of these fields that a piece has decides; the others only narrow it down."""
