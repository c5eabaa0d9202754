"""Time zones that a text names ("14:00 CET"): taken out before the reading, kept with it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.dates.tokens import DateToken, Sort
from bot.understanding.values import When

NAMED = {
    "cet": "Europe/Brussels", "cest": "Europe/Brussels", "mez": "Europe/Brussels",
    "mesz": "Europe/Brussels", "eet": "Europe/Athens", "eest": "Europe/Athens",
    "wet": "Europe/Lisbon", "west": "Europe/Lisbon", "gmt": "UTC", "utc": "UTC",
    "bst": "Europe/London",
}  # fmt: skip
"""Abbreviations that people write in Europe; summer and winter names are not told apart."""


def without_zone(
    tokens: list[DateToken], words: Sequence[AbstractSet[str]]
) -> tuple[list[DateToken], str | None]:
    """Return the tokens without a zone's name after an hour, and that zone.

    A name that is a word of the writer's as well, in one of *words*, stays: Estonian "eest" is ago.
    """
    for place, token in enumerate(tokens):
        if token.sort is not Sort.WORD or token.text not in NAMED:
            continue
        if any(token.text in language for language in words):
            continue  # a word of the writer's
        if place and _is_after_hour(tokens, place):
            rest = tokens[:place] + tokens[place + 1 :]
            return _without_brackets(rest, place), NAMED[token.text]
    return tokens, None


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
