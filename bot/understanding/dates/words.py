"""Words of dates in one language: months and weekdays from CLDR, the rest from small tables."""

from dataclasses import dataclass
from functools import cache
from unicodedata import category, normalize

from babel import Locale
from babel.dates import get_day_names, get_month_names

TODAY = {"en": "today", "fr": "aujourd'hui", "de": "heute", "es": "hoy", "it": "oggi"}
TOMORROW = {"en": "tomorrow", "fr": "demain", "de": "morgen", "es": "mañana", "it": "domani"}
NEXT = {"en": "next", "fr": "prochain", "de": "nächsten", "es": "próximo", "it": "prossimo"}


@dataclass(frozen=True)
class Words:
    """The words of one language, without accents, in lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    """Monday is 0."""
    today: str
    tomorrow: str
    next: str


def plain(text: str) -> str:
    """Return *text* in lower case without accents."""
    parts = normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if category(sign) != "Mn")


@cache
def words_of(language: str) -> Words:
    """Return the words of a language; read from CLDR once, when it is first needed."""
    locale = Locale.parse(language)
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, locale).items():
                months.setdefault(plain(name).rstrip("."), number)
            for number, name in get_day_names(width, context, locale).items():
                weekdays.setdefault(plain(name).rstrip("."), number)
    return Words(
        {name: number for name, number in months.items() if name and not name.isdigit()},
        weekdays,
        plain(TODAY.get(language, "today")),
        plain(TOMORROW.get(language, "tomorrow")),
        plain(NEXT.get(language, "next")),
    )
