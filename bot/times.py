"""Instants and days as people read them: weekday, day, month in words, year, hour, zone."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_location

from config.languages import first_day, locale_of

FULL_DAY = "EEEE d MMMM y"
SHORT_DAY = "EEE d MMM y"


def local(instant: datetime, zone: str) -> datetime:
    """Return *instant* on the clock of *zone* (an IANA name)."""
    return instant.astimezone(ZoneInfo(zone))


def city(zone: str, language: str) -> str:
    """Return the city that names *zone*, in *language*: ``Athènes``."""
    return str(get_timezone_location(zone, locale=locale_of(language), return_city=True))


def day(value: date, language: str, pattern: str = FULL_DAY) -> str:
    """Return a day in words: ``Thursday 1 December 2022``; French writes ``jeudi 1er décembre``."""
    text = str(format_date(value, pattern, locale=locale_of(language)))
    return text.replace(" 1 ", f" {first_day(language)} ", 1) if value.day == 1 else text


def days(start: date, end: date, language: str) -> str:
    """Return a span of days without repeating what both share: ``18–20 July 2022``."""
    if start == end:
        return day(start, language, "d MMMM y")
    if (start.year, start.month) == (end.year, end.month):
        first = first_day(language) if start.day == 1 else str(start.day)
        return f"{first}–{day(end, language, 'd MMMM y')}"
    pattern = "d MMMM" if start.year == end.year else "d MMMM y"
    return f"{day(start, language, pattern)} – {day(end, language, 'd MMMM y')}"


def period(start: date, end: date, precision: str, language: str) -> str:
    """Return the days of an activity at the precision they are known to: ``March 2027``."""
    if precision in ("day", "week"):
        return days(start, end, language)
    last = max(start, end)
    if precision == "year":
        return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"
    if precision == "quarter":
        first = str(format_date(start, "QQQQ y", locale=locale_of(language)))
        second = str(format_date(last, "QQQQ y", locale=locale_of(language)))
        return first if first == second else f"{first} – {second}"
    first = str(format_date(start, "LLLL y", locale=locale_of(language)))
    second = str(format_date(last, "LLLL y", locale=locale_of(language)))
    return first if first == second else f"{first} – {second}"


def hour(instant: datetime, zone: str) -> str:
    """Return the clock time in *zone*, 24 hours: ``14:30``."""
    return f"{local(instant, zone):%H:%M}"


def hours(starts_at: datetime, ends_at: datetime, zone: str) -> str:
    """Return from when to when in *zone*: ``14:30–17:00``."""
    return f"{hour(starts_at, zone)}–{hour(ends_at, zone)}"


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
        text = f"{day(first.date(), language)}, {hours(starts_at, ends_at, venue)}"
    else:
        text = (
            f"{day(first.date(), language)}, {first:%H:%M} – "
            f"{day(last.date(), language)}, {last:%H:%M}"
        )
    text = f"{text} ({city(venue, language)})"
    if local(starts_at, reader).utcoffset() == first.utcoffset():
        return text
    there = reader_clock(starts_at, ends_at, venue=venue, reader=reader, language=language)
    return f"{text} · {there}"


def reader_clock(
    starts_at: datetime, ends_at: datetime, *, venue: str, reader: str, language: str
) -> str:
    """Return the hours on the reader's clock, with the day where it is another one there."""
    text = f"{hours(starts_at, ends_at, reader)} ({city(reader, language)})"
    there = local(starts_at, reader).date()
    if there == local(starts_at, venue).date():
        return text
    return f"{day(there, language, SHORT_DAY)}, {text}"


def moment(instant: datetime, zone: str, language: str) -> str:
    """Return an instant as day, hour and city: a reply-by date, a time that something was sent."""
    there = local(instant, zone)
    return f"{day(there.date(), language)}, {there:%H:%M} ({city(zone, language)})"
