"""An answer to a meeting in a few words: "in person", "oui, en ligne", "I cannot come on 22 March".

Only a text that holds nothing else is an answer: phrases of the catalogues, words that say nothing
by themselves, and a day. "An online workshop with Serbia" is none.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import get_day_names, get_month_names

from bot.chat import phrases
from bot.core.text_keys import Family
from bot.core.texts import languages
from config.languages import locale_of
from storage.models import Choice

ATTEND = Family("heard-attend-{}", (*Choice, "yes", "filler"))
"""What says each answer, what says only that one comes, and what says nothing by itself."""
CLAUSE = re.compile(r"[,;.!\n–]|\b(?:because|car|parce que)\b", re.IGNORECASE)
NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|e)?")
YEAR = re.compile(r"20\d\d")
NUMBERS = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?")


@dataclass(frozen=True)
class Day:
    """What was said of the day of a meeting; None of what was not."""

    number: int | None = None
    month: int | None = None
    weekday: int | None = None

    def __bool__(self) -> bool:
        """Tell whether anything was said."""
        return self != Day()

    def fits(self, day: date) -> bool:
        """Tell whether it may be said of *day*."""
        return (
            self.number in (None, day.day)
            and self.month in (None, day.month)
            and self.weekday in (None, day.weekday())
        )


@dataclass(frozen=True)
class Spoken:
    """What was said to a meeting."""

    choice: Choice | None
    """The answer; None where the words leave open which it is."""
    day: Day = Day()
    comes: bool = False
    """They come, and do not say how."""


def read(text: str) -> Spoken | None:
    """Return the answer that *text* is; None where it says anything besides.

    Behind somebody's *I cannot come* the reason may follow.
    """
    whole = _read(phrases.core(text))
    if whole is not None and "?" not in text:
        return whole
    begun = next(filter(None, map(str.strip, CLAUSE.split(text))), "")
    first = _read(phrases.core(begun)) if "?" not in text else None
    return first if first is not None and first.choice is Choice.CANNOT else None


def is_about_answering(text: str) -> bool:
    """Tell whether *text* holds words of an answer, among others."""
    return bool(_said(phrases.core(text))[0])


def _read(words: str) -> Spoken | None:
    said, rest = _said(words)
    day = _day([word for word in rest if word not in phrases.phrases(ATTEND.key("filler"))])
    if not said or day is None:
        return None
    choices = [Choice(name) for name in said if name != "yes"]
    if len(choices) > 1:
        return Spoken(None, day)
    return Spoken(choices[0], day) if choices else Spoken(None, day, comes=True)


def _said(words: str) -> tuple[list[str], list[str]]:
    """Return the names of the lists of which a phrase stands in *words*, and the words besides."""
    said, left = [], f" {words} "
    for phrase, name in _longest_first():
        if f" {phrase} " in left:
            said.append(name)
            left = left.replace(f" {phrase} ", " · ", 1)
    return list(dict.fromkeys(said)), left.replace("·", " ").split()


@cache
def _longest_first() -> list[tuple[str, str]]:
    """Return every phrase with the name of its list: "cannot attend" before "attend"."""
    named = [
        (phrase, name)
        for name in ATTEND.names
        if name != "filler"
        for phrase in phrases.phrases(ATTEND.key(name))
    ]
    return sorted(named, key=lambda pair: (-len(pair[0]), pair))


def _day(words: list[str]) -> Day | None:
    """Return the day that *words* name; None where any of them is no part of a day."""
    found: dict[str, int] = {}
    for word in words:
        part = _part(word)
        if part is None or part.keys() & found.keys():
            return None
        found |= part
    return Day(**found)


def _part(word: str) -> dict[str, int] | None:
    if word in _calendar():
        part, at = _calendar()[word]
        return {part: at}
    if YEAR.fullmatch(word):
        return {}
    if (both := NUMBERS.fullmatch(word)) is not None:
        return {"number": int(both[1]), "month": int(both[2])}
    number = NUMBER.fullmatch(word)
    return {"number": int(number[1])} if number is not None else None


@cache
def _calendar() -> dict[str, tuple[str, int]]:
    """Return months and weekdays by their names in every language of the bot."""
    found: dict[str, tuple[str, int]] = {}
    for language in languages():
        locale = locale_of(language)
        for number, name in get_day_names("wide", locale=locale).items():
            found[phrases.bare(name)] = "weekday", number
        for width in ("abbreviated", "wide"):
            for number, name in get_month_names(width, locale=locale).items():
                found[phrases.bare(name)] = "month", number
    return found
