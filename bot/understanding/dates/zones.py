"""Time zones that a text names ("14:00 CET", "UTC+1", "heure de Paris"), beside their hours."""

import json
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_location

from bot.understanding.dates.files import ZONES
from bot.understanding.dates.tokens import DateToken, Sort, unaccented
from bot.understanding.values import When
from config.reference import reference

LEAST_STEM, INFLECTED = 4, 2
"""Letters that a city's name keeps in every case, and how many of its last ones may change."""
FARTHEST_WEST, FARTHEST_EAST = -12, 14
"""Hours from UTC of the clocks that there are."""
HOURS_AND_MINUTES = 4
"""Figures of "+0100"."""


@dataclass(frozen=True)
class _Words:
    """The words of zones, of all languages together and without accents."""

    named: dict[str, str]
    """Abbreviations that people write; summer and winter names are not told apart."""
    time: frozenset[str]
    """The word for a clock's time, which stands beside its city."""
    links: frozenset[str]
    """Words that may stand between an hour, the word for time, and a city."""
    according: frozenset[str]
    """Words for "according to" that stand behind the time in their language."""
    compounds: tuple[str, ...]
    """The word for time where it is written in one with the city: Swedish "Brysseltid"."""


@cache
def _words() -> _Words:
    data = json.loads(ZONES.read_text("utf-8"))
    named = {unaccented(name): zone for zone, names in data["named"].items() for name in names}
    time, links, according, compounds = (
        frozenset(unaccented(word) for words in data[sort].values() for word in words)
        for sort in ("time", "links", "according", "compounds")
    )
    return _Words(named, time, links, according, tuple(compounds))


class _Said(NamedTuple):
    """A zone, and the tokens that name it."""

    start: int
    end: int
    zone: str


def without_zone(
    tokens: list[DateToken], words: Sequence[AbstractSet[str]], languages: Sequence[str] = ()
) -> tuple[list[DateToken], str | None]:
    """Return the tokens without a zone's name after an hour, and that zone.

    A name that is a word of the writer's as well, in one of *words*, stays: Estonian "eest" is ago.
    Cities are looked for as the writer's *languages* call them.
    """
    for said in _candidates(tokens, words, languages):
        rest = tokens[: said.start] + tokens[said.end :]
        return _without_brackets(rest, said.start), said.zone
    return tokens, None


def _candidates(
    tokens: list[DateToken], words: Sequence[AbstractSet[str]], languages: Sequence[str]
) -> Iterator[_Said]:
    """Yield what names a zone: a figure's offset, an abbreviation, a city with its time."""
    yield from _iso_offset(tokens)
    for place, token in enumerate(tokens):
        if token.sort is not Sort.WORD or not place or not _is_after_hour(tokens, place):
            continue
        if token.text in _words().named and not any(token.text in language for language in words):
            yield _abbreviation(tokens, place)
    for place, token in enumerate(tokens):
        if place and token.sort is Sort.WORD:
            yield from _city(tokens, place, languages)


# --- figures and abbreviations -------------------------------------------------------------------


def _iso_offset(tokens: list[DateToken]) -> Iterator[_Said]:
    """Yield the end of a pasted "2027-03-22T13:00:00Z", "…T13:00+01:00" or "…T13:00.000Z"."""
    at = next((n for n, token in enumerate(tokens) if token.text in ("t", "T")), None)
    clock = at is not None and any(token.text == ":" for token in tokens[at:])
    if at is None or not clock or not at or tokens[at - 1].sort is not Sort.NUMBER:
        return
    start = at + 1
    while start < len(tokens) and (
        tokens[start].sort is Sort.NUMBER or tokens[start].text in (":", ".")
    ):
        start += 1
    if start == len(tokens):
        return
    stops = [n for n in range(at, start) if tokens[n].text == "."]
    first = stops[0] if stops else start  # no clock of ours tells fractions of a second
    if tokens[start].text == "z":
        yield _Said(first, start + 1, "UTC")
    elif (offset := _offset_at(tokens, start)) is not None:
        yield _Said(first, offset[0], offset[1])


def _abbreviation(tokens: list[DateToken], place: int) -> _Said:
    """Return the zone of an abbreviation, with the figures of "UTC+1" behind it."""
    name = tokens[place].text
    zone = _words().named[name]
    if zone == "UTC" and (offset := _offset_at(tokens, place + 1)) is not None:
        return _Said(place, offset[0], offset[1])
    return _Said(place, place + 1, zone)


def _offset_at(tokens: list[DateToken], place: int) -> tuple[int, str] | None:
    """Return where "+1", "+01:00" or "-0500" ends, and its zone; None where it is none."""
    if place + 1 >= len(tokens) or tokens[place].text not in ("+", "-"):
        return None
    figure, end = tokens[place + 1], place + 2
    if figure.sort is not Sort.NUMBER:
        return None
    hours, minutes = figure.value, 0
    if len(figure.text) == HOURS_AND_MINUTES:
        hours, minutes = divmod(figure.value, 100)
    elif end + 1 < len(tokens) and tokens[end].text == ":" and tokens[end].is_glued:
        minutes, end = tokens[end + 1].value, end + 2
    zone = zone_of_offset(-hours if tokens[place].text == "-" else hours, minutes)
    return None if zone is None else (end, zone)


def zone_of_offset(hours: int, minutes: int = 0) -> str | None:
    """Return the zone that is always so far ahead of UTC; None for part of an hour."""
    if minutes or not FARTHEST_WEST <= hours <= FARTHEST_EAST:
        return None
    # The names of these zones count westwards.
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


# --- cities --------------------------------------------------------------------------------------


def _city(tokens: list[DateToken], place: int, languages: Sequence[str]) -> Iterator[_Said]:
    """Yield the zone of "Brussels time", "heure de Bruxelles" and "14:00 (Brussels)"."""
    zone = _zone_of_city(tokens[place].text, tuple(languages))
    if zone is None:
        return
    start, end = _words_around(tokens, place)
    # "14:00 Athens" may say the place.
    is_bracketed = tokens[start - 1].text == "(" and end < len(tokens) and tokens[end].text == ")"
    if (
        end - start == 1
        and not is_bracketed
        and not tokens[place].text.endswith(_words().compounds)
    ):
        return
    if tokens[start - 1].text == ",":
        start -= 1
    if start > 0 and _is_after_hour(tokens, start):
        yield _Said(start, end, zone)


def _words_around(tokens: list[DateToken], place: int) -> tuple[int, int]:
    """Return where a city with its word for time begins and ends; the city alone without one."""
    links, time = _words().links, _words().time
    start, end = _past(tokens, place - 1, -1, links), _past(tokens, place + 1, 1, links)
    if start > 0 and tokens[start].text in time:
        return _past(tokens, start - 1, -1, links) + 1, place + 1
    if end < len(tokens) and tokens[end].text in time:
        first = _past(tokens, place - 1, -1, links) + 1
        return first, _past(tokens, end + 1, 1, _words().according)
    return place, place + 1


def _past(tokens: list[DateToken], place: int, step: int, words: AbstractSet[str]) -> int:
    """Return the first place from *place* on, going by *step*, where none of *words* stands."""
    while 0 <= place < len(tokens) and tokens[place].text in words:
        place += step
    return place


@cache
def _cities(language: str) -> dict[str, str]:
    """Return the zones of the chambers by the name of their city, without accents."""
    locale = Locale.parse(language)
    zones = {chamber.timezone for chamber in reference().chambers}
    names = {zone: get_timezone_location(zone, locale=locale, return_city=True) for zone in zones}
    # "La Valletta" is known by its last word.
    return {unaccented(str(name)).split()[-1]: zone for zone, name in names.items()}


def _zone_of_city(word: str, languages: tuple[str, ...]) -> str | None:
    """Return the zone of the city that *word* is, in any case: "Athener", "warszawskiego"."""
    for language in dict.fromkeys((*languages, "en")):
        for name, zone in _cities(language).items():
            stem = name[: max(LEAST_STEM, len(name) - INFLECTED)]
            if len(name) >= LEAST_STEM and word.startswith(stem):
                return zone
    return None


# --- where a name stands -------------------------------------------------------------------------


def _is_after_hour(tokens: list[DateToken], place: int) -> bool:
    # "14:00 (CET)": the bracket is no part of the hour.
    before = [token for token in tokens[max(0, place - 4) : place] if token.text != "("]
    # After "5." comes the name of a month, which this one may be in some language.
    is_ordinal = bool(before) and before[-1].text == "."
    return not is_ordinal and any(token.sort is Sort.NUMBER for token in before[-3:])


def _without_brackets(tokens: list[DateToken], place: int) -> list[DateToken]:
    if 0 < place < len(tokens) and tokens[place - 1].text == "(" and tokens[place].text == ")":
        return tokens[: place - 1] + tokens[place + 1 :]
    return tokens


def in_zone(when: When, zone: str) -> When:
    """Return *when* with its hours in *zone*; its own zone stays where the clocks agree."""
    if when.start_time is None:
        return when
    local = datetime.combine(when.start, when.start_time)
    own = local.replace(tzinfo=ZoneInfo(when.zone)).utcoffset()
    if own == local.replace(tzinfo=ZoneInfo(zone)).utcoffset():
        return when  # "CET" said in Paris is Paris
    return replace(when, zone=zone)
