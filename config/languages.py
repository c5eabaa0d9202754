"""What each language needs besides its words: ``config/data/languages.json``, and CLDR.

No other module compares a language with a code. A language that neither the table nor CLDR knows
takes the dates and plurals of the default one.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

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
