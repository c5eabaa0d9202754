"""Instants and days as people read them: weekday, day, month in words, year, hour, zone.

How a language writes hours and spans stands in its catalogue (``times-…``), what it keeps on one
line in :mod:`bot.core.typography`; names of days, months and units are Unicode's, by Babel.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time, get_timezone_location
from babel.units import format_unit

from bot.core.texts import Texts
from bot.core.typography import tied
from config.languages import locale_of

UNITS = (
    ("day", timedelta(days=1)),
    ("hour", timedelta(hours=1)),
    ("minute", timedelta(minutes=1)),
    ("second", timedelta(seconds=1)),
)
FULL_DAY = "EEEE d MMMM y"
SHORT_DAY = "EEE d MMM y"


def local(instant: datetime, zone: str) -> datetime:
    """Return *instant* on the clock of *zone* (an IANA name)."""
    return instant.astimezone(ZoneInfo(zone))


@cache
def city(zone: str, language: str) -> str:
    """Return the city that names *zone*, in *language*: ``Athènes``."""
    return str(get_timezone_location(zone, locale=locale_of(language), return_city=True))


def day(value: date, language: str, pattern: str = FULL_DAY) -> str:
    """Return a day in words: ``Thursday 1 December 2022``; French writes ``jeudi 1er décembre``."""
    if value.day == 1:
        pattern = pattern.replace("d", Texts(language).plain("times-first-day"), 1)
    return tied(str(format_date(value, pattern, locale=locale_of(language))), language)


def days(start: date, end: date, language: str) -> str:
    """Return a span of days without repeating what both share: ``18–20 July 2022``."""
    if start == end:
        return day(start, language, "d MMMM y")
    if (start.year, start.month) == (end.year, end.month):
        return _span(
            "times-days", day(start, language, "d"), day(end, language, "d MMMM y"), language
        )
    pattern = "d MMMM" if start.year == end.year else "d MMMM y"
    return _span(
        "times-span", day(start, language, pattern), day(end, language, "d MMMM y"), language
    )


def period(start: date, end: date, precision: str, language: str) -> str:
    """Return the days of an activity at the precision they are known to: ``March 2027``."""
    if precision in ("day", "week"):
        return days(start, end, language)
    last = max(start, end)
    if precision == "year":
        first, second = str(start.year), str(last.year)
        return first if first == second else _span("times-days", first, second, language)
    if precision == "quarter":
        first = str(format_date(start, "QQQQ y", locale=locale_of(language)))
        second = str(format_date(last, "QQQQ y", locale=locale_of(language)))
        return first if first == second else _span("times-span", first, second, language)
    first = str(format_date(start, "LLLL y", locale=locale_of(language)))
    second = str(format_date(last, "LLLL y", locale=locale_of(language)))
    return first if first == second else _span("times-span", first, second, language)


def clock(value: time, language: str) -> str:
    """Return a time of day, of 24 hours: ``14:30``; French writes ``14 h 30``, ``14 h``."""
    return _clock(value.hour, value.minute, language)


@cache
def _clock(hour_: int, minute: int, language: str) -> str:
    """Return :func:`clock`'s words: there are no more than the minutes of a day."""
    pattern = Texts(language).plain("times-hour" if minute else "times-full-hour")
    there = time(hour_, minute)
    return tied(str(format_time(there, pattern, locale=locale_of(language))), language)


def hour(instant: datetime, zone: str, language: str) -> str:
    """Return the clock time in *zone*, as :func:`clock` writes it."""
    return clock(local(instant, zone).time(), language)


def between(first: str, last: str, language: str) -> str:
    """Return two hours, as they are written, as from when to when: ``14:30–17:00``."""
    return _span("times-hours", first, last, language)


def hours(starts_at: datetime, ends_at: datetime, zone: str, language: str) -> str:
    """Return from when to when in *zone*: ``14:30–17:00``."""
    first, last = hour(starts_at, zone, language), hour(ends_at, zone, language)
    return between(first, last, language)


def length(span: timedelta, language: str) -> str:
    """Return how long something lasts, in the largest unit that says it whole: ``30 days``."""
    unit, one = next((unit, one) for unit, one in UNITS if span % one == timedelta())
    return str(format_unit(span // one, f"duration-{unit}", locale=locale_of(language)))


def offset(instant: datetime, zone: str) -> str:
    """Return how far *zone* is from UTC at *instant*: ``UTC+1``."""
    ahead = local(instant, zone).utcoffset() or timedelta()
    quarters = round(ahead.total_seconds() / 900)
    whole, rest = divmod(abs(quarters), 4)
    return f"UTC{'−' if quarters < 0 else '+'}{whole}" + (f":{rest * 15:02}" if rest else "")


def session(
    starts_at: datetime, ends_at: datetime, *, venue: str, reader: str, language: str
) -> str:
    """Return a meeting's day and hours at its venue, and on the reader's clock where it differs.

    ``Thursday 1 December 2022, 14:00–17:00 (Brussels) · 15:00–18:00 (Athens)``.
    """
    first = local(starts_at, venue)
    last = local(ends_at, venue)
    if first.date() == last.date():
        text = f"{day(first.date(), language)}, {hours(starts_at, ends_at, venue, language)}"
    else:
        text = _span("times-span", _at(first, language), _at(last, language), language)
    text = f"{text} ({city(venue, language)})"
    if local(starts_at, reader).utcoffset() == first.utcoffset():
        return text
    there = reader_clock(starts_at, ends_at, venue=venue, reader=reader, language=language)
    return f"{text} · {there}"


def reader_clock(
    starts_at: datetime, ends_at: datetime, *, venue: str, reader: str, language: str
) -> str:
    """Return the hours on the reader's clock, with the day where it is another one there."""
    text = f"{hours(starts_at, ends_at, reader, language)} ({city(reader, language)})"
    there = local(starts_at, reader).date()
    if there == local(starts_at, venue).date():
        return text
    return f"{day(there, language, SHORT_DAY)}, {text}"


def moment(instant: datetime, zone: str, language: str) -> str:
    """Return an instant as day, hour and city: a reply-by date, a time that something was sent."""
    return f"{_at(local(instant, zone), language)} ({city(zone, language)})"


def _at(there: datetime, language: str) -> str:
    """Return a local day and its hour."""
    return f"{day(there.date(), language)}, {clock(there.time(), language)}"


def _span(key: str, first: str, last: str, language: str) -> str:
    """Return two ends in words as one span, as the catalogue's *key* puts them together."""
    return tied(Texts(language).plain(key, **{"from": first, "to": last}), language)
