"""Days of the calendar, seen from a day: the next 5 May, the Friday after, the last Monday of."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understanding.values import Expecting, Precision

YEARS_AROUND = 8
"""29 February comes back within eight years."""
STRETCHES = {"begin": (1, 10), "middle": (11, 20), "end": (21, None)}
"""First and last day of a part of a month; None is the last one of the month."""


class Impossible(ValueError):
    """A day that does not exist."""


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, and how precisely they were said."""

    start: date
    end: date
    precision: Precision = Precision.DAY


def exact(year: int, month: int, number: int) -> date:
    """Return a day; raise :class:`Impossible` where there is none."""
    try:
        return date(year, month, number)
    except ValueError as error:
        raise Impossible(f"{year}-{month}-{number}") from error


def of_day(day: date) -> Span:
    """Return a single day."""
    return Span(day, day)


def of_month(year: int, month: int) -> Span:
    """Return a whole month."""
    last = monthrange(year, month)[1]
    return Span(date(year, month, 1), date(year, month, last), Precision.MONTH)


def of_stretch(month: date, stretch: str) -> Span:
    """Return the "begin", "middle" or "end" of a month, some ten days each."""
    whole = of_month(month.year, month.month)
    first, last = STRETCHES[stretch]
    return Span(
        whole.start.replace(day=first),
        whole.end if last is None else whole.start.replace(day=last),
        Precision.WEEK,
    )


def of_quarter(year: int, quarter: int) -> Span:
    """Return a whole quarter (1 to 4)."""
    first, last = of_month(year, quarter * 3 - 2), of_month(year, quarter * 3)
    return Span(first.start, last.end, Precision.QUARTER)


def of_half(year: int, half: int) -> Span:
    """Return half a year (1 or 2), from its first to its last month."""
    first, last = of_month(year, half * 6 - 5), of_month(year, half * 6)
    return Span(first.start, last.end, Precision.MONTH)


def of_year(year: int) -> Span:
    """Return a whole year."""
    return Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def of_week(monday: date) -> Span:
    """Return the seven days from *monday*."""
    return Span(monday, monday + timedelta(days=6), Precision.WEEK)


def monday_of(day: date) -> date:
    """Return the Monday of the week of *day*."""
    return day - timedelta(days=day.weekday())


def add_months(day: date, months: int) -> date:
    """Return the same day *months* later, or the last one of a shorter month."""
    at = day.year * 12 + day.month - 1 + months
    year, month = at // 12, at % 12 + 1
    # The calendar of Python ends with the year 9999, and a month is looked up to its end.
    if not 1 <= year <= 9998:
        raise Impossible(f"{year}")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add(day: date, unit: str, number: int) -> date:
    """Return *day* moved by days, weeks, months, quarters or years."""
    try:
        match unit:
            case "day":
                return day + timedelta(days=number)
            case "week":
                return day + timedelta(weeks=number)
            case "month":
                return add_months(day, number)
            case "quarter":
                return add_months(day, 3 * number)
            case "year":
                return add_months(day, 12 * number)
            case _:
                raise Impossible(unit)
    except OverflowError as error:
        raise Impossible(str(number)) from error


def nth_weekday(year: int, month: int, number: int, weekday: int) -> date:
    """Return the first (1), … or last (-1) *weekday* of a month; any weekday for -1."""
    span = of_month(year, month)
    if weekday < 0:
        return span.end  # the last day of the month
    if number < 0:
        return span.end - timedelta(days=(span.end.weekday() - weekday) % 7)
    day = span.start + timedelta(days=(weekday - span.start.weekday()) % 7 + 7 * (number - 1))
    # There is no fifth Monday.
    if day.month != month:
        raise Impossible(f"{number} in {month}")
    return day


def choose(spans: Iterable[Span], today: date, expecting: Expecting) -> Span:
    """Return the one that is meant: the next not over yet, the last begun, or the nearest.

    Raises :class:`Impossible` where there is none.
    """
    listed = sorted(spans, key=lambda span: span.start)
    if expecting is Expecting.FUTURE:
        listed = [span for span in listed if span.end >= today][:1]
    elif expecting is Expecting.PAST:
        listed = [span for span in listed if span.start <= today][-1:]
    if not listed:
        raise Impossible("in no year")
    return min(listed, key=lambda span: _distance(span, today))


def _distance(span: Span, today: date) -> int:
    if span.start <= today <= span.end:
        return 0
    return min(abs((span.start - today).days), abs((span.end - today).days))


def in_years(today: date, span_in: Callable[[int], Span]) -> list[Span]:
    """Return what *span_in* gives for the years around, where it exists."""
    spans = []
    for year in range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1):
        try:
            spans.append(span_in(year))
        except Impossible:
            continue
    return spans


def weekday_after(day: date, weekday: int) -> date:
    """Return the first *weekday* after *day*."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def weekday_before(day: date, weekday: int) -> date:
    """Return the last *weekday* before *day*."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def week_number(year: int, number: int) -> Span:
    """Return an ISO week."""
    try:
        return of_week(date.fromisocalendar(year, number, 1))
    except ValueError as error:
        raise Impossible(f"week {number}") from error
