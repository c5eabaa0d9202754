"""dateparser, for what the grammar does not read; believed only where the text bears it out."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from bot.understanding.dates.days import Impossible, choose, exact, in_years, of_day
from bot.understanding.dates.here import Here
from bot.understanding.dates.tokens import DateToken, Sort
from bot.understanding.values import Doubt, When

if TYPE_CHECKING:
    from bot.understanding.dates.understand import Outcome

BASES = (datetime(2001, 3, 5), datetime(2014, 10, 26))  # noqa: DTZ001 - dateparser wants it naive
"""Two days on which nothing is alike: what comes out the same was said by the text."""
MOST_TOKENS = 10
MOST_WORDS = 4
LANGUAGES = 2


def fall_back(
    text: str, tokens: list[DateToken], languages: Sequence[str], here: Here
) -> "Outcome | None":
    """Return dateparser's reading of a single date, or None where the text does not bear it out.

    Day and month must come out the same from two different days, and every number of the text
    must be the day, the year, the hour or the minute of the reading.
    """
    from bot.understanding.dates.understand import Outcome

    numbers = [token.value for token in tokens if token.sort is Sort.NUMBER]
    words = [token for token in tokens if token.sort is Sort.WORD]
    if not 1 <= len(numbers) <= 4 or not 1 <= len(words) <= MOST_WORDS:
        return None
    if len(tokens) > MOST_TOKENS:
        return None
    if any(token.text in ("-", "/") for token in tokens) or max(map(len, _texts(words))) < 3:
        return None
    found = [_parse(text, languages[:LANGUAGES], base) for base in BASES]
    first, second = found
    if first is None or second is None:
        return None
    if (first.month, first.day, first.time()) != (second.month, second.day, second.time()):
        return None
    hour = first.time() if first.time() != time() else None
    has_year = first.year == second.year and first.year in numbers
    said = [first.day, *([first.year] if has_year else [])]
    said += [hour.hour, hour.minute] if hour is not None and hour.minute else []
    said += [hour.hour] if hour is not None and not hour.minute else []
    if first.year == second.year and not has_year:
        return None
    if sorted(said) != sorted(numbers):
        return None
    day = first.date() if has_year else _day(first.date(), here)
    if day is None:
        return None
    doubts = frozenset[Doubt]() if has_year else frozenset({Doubt.YEAR_GUESSED})
    return Outcome((When(day, day, hour, None, zone=str(here.now.tzinfo)),), doubts)


def _texts(words: list[DateToken]) -> list[str]:
    return [token.text for token in words]


def _day(day: date, here: Here) -> date | None:
    listed = in_years(here.today, lambda year: of_day(exact(year, day.month, day.day)))
    try:
        return choose(listed, here.today, here.expecting).start
    except Impossible:
        return None


def _parse(text: str, languages: Sequence[str], base: datetime) -> datetime | None:
    import dateparser  # a second of its own data: loaded when the grammar first gives up

    settings: Any = {
        "DATE_ORDER": "DMY",
        "PREFER_LOCALE_DATE_ORDER": False,
        "RELATIVE_BASE": base,
        "REQUIRE_PARTS": ["day", "month"],
        "PARSERS": ["absolute-time"],
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    found = dateparser.parse(text, languages=list(languages) or None, settings=settings)
    return found.replace(tzinfo=None) if found is not None else None
