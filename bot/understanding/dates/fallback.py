"""dateparser, for what the grammar does not read; believed only where the text bears it out."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from bot.understanding.dates.days import Impossible, choose, exact, in_years, of_day
from bot.understanding.dates.here import Here
from bot.understanding.dates.outcome import Outcome
from bot.understanding.dates.tokens import DateToken, Sort
from bot.understanding.values import Doubt, When

BASES = (datetime(2001, 3, 5), datetime(2014, 10, 26))  # noqa: DTZ001 - dateparser wants it naive
"""Two days on which nothing is alike: what comes out the same was said by the text."""
MOST_TOKENS = 10
MOST_WORDS, MOST_NUMBERS = 4, 4
SHORTEST_WORD = 3
"""Letters of the longest word."""
LANGUAGES = 2
"""So many of the writer's languages are tried."""


def fall_back(
    text: str, tokens: list[DateToken], languages: Sequence[str], here: Here
) -> Outcome | None:
    """Return dateparser's reading of a single date, or None where the text does not bear it out.

    Day and month must come out the same from two different days, and every number of the text
    must be the day, the year, the hour or the minute of the reading.
    """
    if not _may_be_date(tokens):
        return None
    first, second = (_parse(text, languages[:LANGUAGES], base) for base in BASES)
    if first is None or second is None:
        return None
    if (first.month, first.day, first.time()) != (second.month, second.day, second.time()):
        return None  # dateparser filled in what the text does not say
    numbers = [token.value for token in tokens if token.sort is Sort.NUMBER]
    has_year = first.year in numbers
    if (first.year == second.year) != has_year or not _accounts_for(first, numbers):
        return None  # the year must be said, or else follow from the day it is seen from
    day = first.date() if has_year else _nearest(first.date(), here)
    if day is None:
        return None
    doubts = frozenset[Doubt]() if has_year else frozenset({Doubt.YEAR_GUESSED})
    return Outcome((When(day, day, _hour_of(first), None, zone=str(here.now.tzinfo)),), doubts)


def _may_be_date(tokens: list[DateToken]) -> bool:
    """Tell whether the text is short, has numbers and words, and says no range."""
    numbers = sum(token.sort is Sort.NUMBER for token in tokens)
    words = [token.text for token in tokens if token.sort is Sort.WORD]
    if not 1 <= numbers <= MOST_NUMBERS or not 1 <= len(words) <= MOST_WORDS:
        return False
    if len(tokens) > MOST_TOKENS or any(token.text in ("-", "/") for token in tokens):
        return False
    return max(map(len, words)) >= SHORTEST_WORD


def _hour_of(moment: datetime) -> time | None:
    """Return the hour; midnight is what dateparser gives where none is said."""
    return moment.time() if moment.time() != time() else None


def _accounts_for(moment: datetime, numbers: list[int]) -> bool:
    """Tell whether the numbers of the text are those of the reading, each once."""
    expected = [moment.day]
    if moment.year in numbers:
        expected.append(moment.year)
    hour = _hour_of(moment)
    if hour is not None:
        expected += [hour.hour, hour.minute] if hour.minute else [hour.hour]
    return sorted(expected) == sorted(numbers)


def _nearest(day: date, here: Here) -> date | None:
    """Return the day of a year that is meant, seen from *here*."""
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
    moment = dateparser.parse(text, languages=list(languages) or None, settings=settings)
    return moment.replace(tzinfo=None) if moment is not None else None
