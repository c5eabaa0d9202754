"""The words of dates in one language, from ``config/data/words/dates``; read when first needed."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from bot.understanding.dates.files import CALENDAR, FOLDER
from bot.understanding.dates.tokens import tokens_of, unaccented
from bot.understanding.languages import OFFICIAL


class Sense(StrEnum):
    """What a word or a phrase may stand for; also the keys of the files of words."""

    MONTH = "months"
    WEEKDAY = "weekdays"
    LAST_WEEKDAY = "last_weekdays"
    DAY = "days"
    PART = "parts"
    CLOCK = "clock"
    STEP = "steps"
    COMING = "coming"
    UNIT = "units"
    IN = "in"
    LATER = "later"
    BEFORE = "before"
    AGO = "ago"
    AGO_UNIT = "ago_units"
    NUMBER = "numbers"
    ORDINAL = "ordinals"
    LAST_OF = "last_of"
    SUFFIX = "suffixes"
    AT = "at"
    HOUR = "hour"
    MINUTE = "minute"
    CLOCK_BEFORE = "clock_before"
    CLOCK_AFTER = "clock_after"
    PAST_HOUR = "past_hour"
    TO_HOUR = "to_hour"
    MINUS = "minus"
    FROM = "from"
    BETWEEN = "between"
    TO = "to"
    AND = "and"
    OR = "or"
    ARTICLE = "articles"
    FILLER = "fillers"
    PERIOD = "spans"
    WEEK = "week_number"
    QUARTER = "quarter"
    HALF = "half_year"
    SEASON = "seasons"
    VAGUE = "vague"
    MONTH_PART = "month_parts"
    WEEKS_ON = "weeks_on"
    WEEKS_FROM = "weeks_from"
    CENTURY = "centuries"
    YEAR = "years"


NUMBERED = frozenset(
    {
        Sense.MONTH,
        Sense.WEEKDAY,
        Sense.LAST_WEEKDAY,
        Sense.DAY,
        Sense.CLOCK,
        Sense.STEP,
        Sense.NUMBER,
        Sense.ORDINAL,
        Sense.CLOCK_BEFORE,
        Sense.CLOCK_AFTER,
        Sense.WEEKS_ON,
        Sense.WEEKS_FROM,
        Sense.CENTURY,
        Sense.YEAR,
    }
)
"""Senses whose file gives a number for each list of words."""
NAMED = frozenset({Sense.PART, Sense.UNIT, Sense.AGO_UNIT, Sense.PERIOD, Sense.MONTH_PART})
"""Senses whose file gives a name for each list of words."""

Meaning = tuple[Sense, Any]


@dataclass(frozen=True)
class DateLexicon:
    """Phrases of one language → what they may stand for."""

    language: str
    phrases: dict[tuple[str, ...], tuple[Meaning, ...]]
    """By their tokens without accents."""
    exact: dict[tuple[str, ...], tuple[Meaning, ...]]
    """By their tokens with accents: "št" and "st" are two days in Slovak."""
    longest: dict[str, int]
    """How many tokens the longest phrase has that begins with a token."""
    known_words: frozenset[str] = frozenset()
    """Every word that occurs in a phrase, without accents."""
    accented: frozenset[str] = frozenset()
    """Every word that occurs in a phrase, with its accents."""
    endings: tuple[str, ...] = ()
    """Endings that carry a sense of their own ("hétfőtől"): the rest is looked up without."""
    bare_units: bool = False
    """Whether "in week" says "in a week": the language has no indefinite article."""
    ordinal_hours: bool = False
    """Whether hours are said with ordinals ("o ósmej")."""
    month_first: str = ""
    """Signs between which the month comes first in figures without a year."""
    dashed: bool = False
    """Whether day and month in figures have a dash between them."""
    dotted_hours: bool = False
    """Whether hours and minutes in figures have a full stop between them."""
    dotted: bool = False
    """Whether days, months and years in digits have full stops between them."""
    month_day: bool = False
    """Whether a day without any mark may stand after its month ("May 12")."""


TENS, UNITS, SCORE = (20, 30, 40, 50), range(1, 10), 20
"""Numbers whose words are written as one; a score alone is no century."""
SWITCHES = ("bare_units", "ordinal_hours", "dashed", "dotted_hours", "dotted", "month_day")
"""Fields of :class:`DateLexicon` that a file turns on."""


def stored_languages() -> tuple[str, ...]:
    """Return the languages that have a file of words, the official ones first."""
    files = {path.stem for path in FOLDER.glob("*.json") if path.name != CALENDAR}
    official = [language for language in OFFICIAL if language in files]
    return (*official, *sorted(files.difference(official)))


@cache
def languages() -> tuple[str, ...]:
    """Return :func:`known`, looked up once."""
    return stored_languages()


@dataclass
class _Collected:
    """Phrases of a file of words on their way into a :class:`DateLexicon`."""

    bare: dict[tuple[str, ...], dict[Meaning, None]] = field(default_factory=dict)
    """By their tokens without accents."""
    spelt: dict[tuple[str, ...], dict[Meaning, None]] = field(default_factory=dict)
    """By their tokens with accents."""
    endings: list[str] = field(default_factory=list)

    def add_phrases(self, language: str, data: dict[str, Any]) -> None:
        """Add what the file and the calendar of a language hold."""
        spellings = data.get("spelt", {})
        for phrase, meaning in _entries(language, data):
            spelt, *keys = _keys(phrase, spellings)
            self.spelt.setdefault(spelt, {})[meaning] = None
            for key in keys:
                self.bare.setdefault(key, {})[meaning] = None

    def add_endings(self, listed: dict[str, list[str]]) -> None:
        """Add endings by their sense, written as ``sense:value`` where it has a value."""
        for told, endings in listed.items():
            sense, _, value = told.partition(":")
            meaning = (Sense(sense), value or None)
            for ending in endings:
                self.endings.append(unaccented(ending))
                self.bare.setdefault((unaccented(ending),), {})[meaning] = None
                self.spelt.setdefault((ending,), {})[meaning] = None

    def phrases(self) -> dict[tuple[str, ...], tuple[Meaning, ...]]:
        """Return what each phrase may stand for, whatever its accents."""
        return {key: _one(tuple(meanings)) for key, meanings in self.bare.items()}

    def exact(self) -> dict[tuple[str, ...], tuple[Meaning, ...]]:
        """Return what phrases stand for that say less with their accents than without."""
        return {
            spelt: _one(tuple(meanings))
            for spelt, meanings in self.spelt.items()
            if len(meanings) < len(self.bare[tuple(map(unaccented, spelt))])
        }

    def longest(self) -> dict[str, int]:
        """Return how many tokens the longest phrase has that begins with a token."""
        longest: dict[str, int] = {}
        for key in self.bare:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
        return longest


@cache
def lexicon_of(language: str) -> DateLexicon:
    """Return the words of *language* (ISO 639-1)."""
    data = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    collected = _Collected()
    collected.add_phrases(language, data)
    collected.add_endings(data.get("endings", {}))
    return DateLexicon(
        language,
        collected.phrases(),
        collected.exact(),
        collected.longest(),
        known_words=frozenset(word for key in collected.bare for word in key),
        accented=frozenset(word for spelt in collected.spelt for word in spelt),
        endings=tuple(sorted(collected.endings, key=len, reverse=True)),
        month_first=str(data.get("month_first", "")),
        **{switch: bool(data.get(switch, False)) for switch in SWITCHES},
    )


@cache
def _one(meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Return the one tuple of equal ones: the languages' words mean the same things."""
    return meanings


def _entries(language: str, data: dict[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Return each phrase of a language with what it stands for, the names of the calendar first."""
    for sense in (Sense.MONTH, Sense.WEEKDAY):
        for number, names in _calendar(language)[sense.value].items():
            yield from ((name, (sense, int(number))) for name in names)
    forms = data.get("forms", {})
    for sense in Sense:
        if sense.value not in data:
            continue
        for value, phrases in _by_value(sense, data[sense.value]):
            for phrase in phrases:
                yield from ((one, (sense, value)) for one in expanded(phrase, forms))
    if data.get("glued"):
        yield from _glued(data)


def _glued(data: dict[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Return numbers and years in words that the language writes as one: "zweitausendzwei"."""
    words = {int(value): phrases for value, phrases in data["numbers"].items()}
    joints = data.get("unit_first", ())
    compounds = [
        (ten + unit, word)
        for ten in TENS
        for unit in UNITS
        for first in words.get(ten, ())
        for second in words.get(unit, ())
        for word in ([f"{second}{joint}{first}" for joint in joints] or [f"{first}{second}"])
    ]
    yield from ((word, (Sense.NUMBER, number)) for number, word in compounds)
    single = [(number, phrase) for number, phrases in words.items() for phrase in phrases]
    for century, phrases in data["centuries"].items():
        for number, word in (*single, *compounds):
            yield from (
                (f"{phrase}{word}", (Sense.YEAR, int(century) + number))
                for phrase in phrases
                if number and phrase not in words[SCORE] and f"{phrase}{word}".isalpha()
            )


def _by_value(sense: Sense, content: Any) -> Iterable[tuple[int | str | None, list[str]]]:
    """Return the phrases of a sense with the number or the name that the file gives for them."""
    if sense in NUMBERED:
        return ((int(number), phrases) for number, phrases in content.items())
    if sense in NAMED:
        return ((name, phrases) for name, phrases in content.items())
    return ((None, content),)


def expanded(phrase: str, forms: dict[str, list[str]]) -> Iterator[str]:
    """Return what braces stand for: ``{a,b}`` either of them, ``{adj}`` each of the form *adj*."""
    opening = phrase.find("{")
    if opening < 0:
        yield phrase
        return
    closing = phrase.index("}", opening)
    inside = phrase[opening + 1 : closing]
    for rest in expanded(phrase[closing + 1 :], forms):
        for choice in forms.get(inside) or inside.split(","):
            yield phrase[:opening] + choice + rest


def _keys(phrase: str, spellings: dict[str, str]) -> list[tuple[str, ...]]:
    """Return the phrase as tokens: with its accents, without, and as it is spelt instead."""
    keys: list[tuple[str, ...]]
    if phrase.isalpha():
        spelt = phrase.casefold()
        keys = [(spelt,), (unaccented(spelt),)]
    else:
        tokens = tokens_of(phrase)
        keys = [tuple(token.spelt for token in tokens), tuple(token.text for token in tokens)]
    other = phrase.casefold()
    if any(letter in other for letter in spellings):
        for letter, letters in spellings.items():
            other = other.replace(letter, letters)
        keys.append(tuple(token.text for token in tokens_of(other)))
    return keys


@cache
def _calendars() -> dict[str, Any]:
    return dict(json.loads((FOLDER / CALENDAR).read_text("utf-8")))


def _calendar(language: str) -> dict[str, dict[str, list[str]]]:
    """Return the names of months and weekdays; a language that is new is asked of CLDR."""
    stored = _calendars().get(language)
    if stored is None:
        from bot.understanding.dates.calendar import names_of  # Babel's data, not needed else

        stored = names_of(language)
    return dict(stored)
