"""Towns by their name, where a text has them inflected or in another language.

CLDR names one town of each time zone, nearly always the capital, in every language.
"""

from collections.abc import Iterable
from functools import cache

from babel.core import get_global
from babel.dates import get_timezone_location

from bot.understanding.languages import OFFICIAL
from bot.understanding.lexicon import endings_of
from bot.understanding.names import plain
from config.languages import locale_of

SHORTEST_STEM = 4
SAID = {"Europe/Kyiv": "Kyiv"}
"""Where we say a town's own name in every language and CLDR another one, by zone."""
VOWELS = frozenset("aeiouyαειουηоаеия")


def town(words: str, language: str, countries: Iterable[str]) -> str:
    """Return the name in a language of the town that *words* mean, or *words* as they stand.

    Only towns of the *countries* (ISO codes) are thought of, so that nothing is taken for another.
    """
    return _town(plain(words), language, frozenset(countries)) or words


@cache
def _town(word: str, language: str, countries: frozenset[str]) -> str | None:
    zones = {
        zone
        for country in sorted(countries)
        for zone in _zones().get(country, ())
        if any(_means(word, name, spoken) for spoken, name in _names(zone))
    }
    return _called(zones.pop(), language) if len(zones) == 1 else None


def _means(word: str, name: str, language: str) -> bool:
    """Tell whether a word is a town's name, or a form of it in that language."""
    if word == name:
        return True
    stems = {name, name[:-1]} if name[-1:] in VOWELS else {name}
    return any(
        len(stem) >= SHORTEST_STEM
        and word.startswith(stem)
        and word.removeprefix(stem) in endings_of(language)
        for stem in stems
    )


@cache
def _names(zone: str) -> tuple[tuple[str, str], ...]:
    return tuple((language, plain(_city(zone, language))) for language in OFFICIAL)


def _called(zone: str, language: str) -> str:
    return SAID.get(zone) or _city(zone, language)


def _city(zone: str, language: str) -> str:
    locale = locale_of(language)
    # CLDR goes on under the name that a zone had when its data began.
    zones = [zone, *(old for old, new in get_global("zone_aliases").items() if new == zone)]
    said = (locale.time_zones.get(one, {}).get("city") for one in zones)
    return next(filter(None, said), None) or get_timezone_location(
        zone, locale=locale, return_city=True
    )


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for zone, country in get_global("zone_territories").items():
        found.setdefault(country, []).append(zone)
    return {country: tuple(zones) for country, zones in found.items()}
