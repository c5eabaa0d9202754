"""Days counted back from one that is known: "a week before", "la veille de la réunion"."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from bot.understanding.dates import lexicon
from bot.understanding.dates.days import Impossible, add
from bot.understanding.dates.files import BEFORE
from bot.understanding.dates.items import DateText
from bot.understanding.dates.lexicon import Sense, expanded
from bot.understanding.dates.numbers import is_count, named_units, units_after
from bot.understanding.dates.resolve import counted
from bot.understanding.dates.tokens import DateToken, tokens_of

MOST_TOKENS = 12
HOURS_OF_A_DAY = 24
_SMALL = (Sense.FILLER, Sense.ARTICLE, Sense.IN, Sense.AT, Sense.TO)
"""Senses of words that may stand before a count: "by two days before"."""


def understand_before(text: str, *, languages: Sequence[str], day: date) -> date | None:
    """Return the day that *text* counts back from *day*; None where it does not say that.

    The writer's *languages* are tried first, then the others. Whether the words count from *day*
    is the caller's to know: elsewhere "a week before" is a week ago.
    """
    tokens = [token for token in tokens_of(text) if token.text not in (".", "!")]
    if not 0 < len(tokens) <= MOST_TOKENS:
        return None
    own = [language for language in languages if language in lexicon.languages()]
    for language in dict.fromkeys((*own, *lexicon.languages())):
        for unit, number in _counts(tokens, language):
            try:
                return add(day, unit, -number)
            except Impossible:
                return None
    return None


def _counts(tokens: list[DateToken], language: str) -> Iterator[tuple[str, int]]:
    """Yield unit and number of what one language counts back."""
    words = tuple(token.text for token in tokens)
    days, before = _phrases(language)
    if words in days:
        yield "day", 1
    for cut in range(1, len(words)):
        if words[cut:] in before:
            yield from _spans(tokens[:cut], language)


def _spans(tokens: list[DateToken], language: str) -> Iterator[tuple[str, int]]:
    """Yield unit and number of "two days", "une semaine", "48 hours" where nothing is left over."""
    text = DateText(tokens, lexicon.lexicon_of(language))
    if not text.is_known():
        return
    for start in (0, *(end for end, _ in text.ends(0, *_SMALL))):
        for number in filter(is_count, text.numbers(start)):
            for end, unit in units_after(text, number):
                if end == len(text) and number.value:
                    yield from _in_days(unit, number.value)
        for end, unit in named_units(text, start):
            if end == len(text):
                yield from _in_days(unit, 1)


def _in_days(unit: str, number: int) -> Iterator[tuple[str, int]]:
    """Yield the same span in days or more; hours that make no whole day are none."""
    unit, times = counted(unit)
    number *= times
    if unit not in ("minute", "hour"):
        yield unit, number
    elif unit == "hour" and number % HOURS_OF_A_DAY == 0:
        yield "day", number // HOURS_OF_A_DAY


_Phrases = frozenset[tuple[str, ...]]


@cache
def _phrases(language: str) -> tuple[_Phrases, _Phrases]:
    """Return a language's words for the day before, and those behind a count."""
    words = json.loads(BEFORE.read_text("utf-8")).get(language, {})
    return _tokens(words.get("day_before", ())), _tokens(words.get("before", ()))


def _tokens(phrases: Sequence[str]) -> _Phrases:
    return frozenset(
        tuple(token.text for token in tokens_of(one))
        for phrase in phrases
        for one in expanded(phrase, {})
    )
