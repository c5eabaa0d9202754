"""What each language needs besides its words: ``config/data/languages.json``, and CLDR.

No other module compares a language with a code. A language that neither the table nor CLDR knows
takes the dates and plurals of the default one.
"""

import json
import pickle
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError, localedata

FILE = Path(__file__).parent / "data" / "languages.json"
_TABLE: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))

DEFAULT: str = _TABLE["default"]
"""The language whose words stand in where another one has none."""
WORKING: tuple[str, ...] = tuple(_TABLE["working"])
"""The languages that everybody may write, unless the organiser names others."""
OFFICIAL: tuple[str, ...] = tuple(_TABLE["official"])
"""The official languages of the European Union (ISO 639-1)."""


@cache
def locale_of(language: str) -> Locale:
    """Return the CLDR locale of *language*, or the default language's where CLDR has none."""
    told = _TABLE["languages"].get(language, {}).get("locale", language)
    return _known(told) or locale_of(DEFAULT)


def country_name(country: str, language: str) -> str | None:
    """Return CLDR's name of *country* (ISO 3166-1 alpha-2); None where it has none."""
    locale = _known(language)
    return locale.territories.get(country) if locale else None


def names_of_countries(language: str) -> Mapping[str, str]:
    """Return CLDR's names of all countries in an official *language*, by ISO 3166-1 alpha-2.

    They are read from Babel's file of the language and nothing else of it is kept: a ``Locale``
    stays in memory with its calendars and currencies, a megabyte for each language.
    """
    with Path(localedata.resolve_locale_filename(language)).open("rb") as file:
        names: Mapping[str, str] = pickle.load(file)["territories"]  # noqa: S301 - Babel's own file
    return names


def language_name(language: str, reader: str) -> str:
    """Return the name of *language* as its *reader* calls it; its code where CLDR has no name.

    A reader whose own language CLDR does not know reads the name in the default one.
    """
    named = _known(language)
    return str((named and named.get_display_name(_known(reader) or DEFAULT)) or language)


@cache
def _known(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None
