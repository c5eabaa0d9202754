"""Names of months and weekdays from CLDR; run as a program it stores them.

They are stored because reading CLDR's own data takes some 20 ms a language.
"""

import json
from typing import Literal

from babel import Locale
from babel.dates import get_day_names, get_month_names

from bot.understanding.dates.files import CALENDAR, FOLDER
from bot.understanding.languages import OFFICIAL

WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")


def names_of(language: str) -> dict[str, dict[str, list[str]]]:
    """Return ``months`` (1 to 12) and ``weekdays`` (Monday is 0) with every name of each."""
    locale = Locale.parse(language)
    months: dict[str, dict[str, None]] = {}
    weekdays: dict[str, dict[str, None]] = {}
    for width in WIDTHS:
        for context in CONTEXTS:
            for number, name in get_month_names(width, context, locale).items():
                months.setdefault(str(number), {})[name] = None
            for number, name in get_day_names(width, context, locale).items():
                weekdays.setdefault(str(number), {})[name] = None
    return {
        "months": {number: _words(names) for number, names in months.items()},
        "weekdays": {number: _words(names) for number, names in weekdays.items()},
    }


def _words(names: dict[str, None]) -> list[str]:
    """Return the names that hold letters: some languages give only a number."""
    return [name for name in names if len(name) > 1 and any(sign.isalpha() for sign in name)]


def main() -> None:
    """Write the file of all official languages again."""
    names = {language: names_of(language) for language in OFFICIAL}
    text = json.dumps(names, ensure_ascii=False, indent=1)
    (FOLDER / CALENDAR).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
