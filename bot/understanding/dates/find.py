"""Dates inside running sentences, each with the words that say it."""

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.dates.understand import understand_when
from bot.understanding.values import Expecting, FoundWhen

LONGEST_SENTENCE = 10_000
LONGEST_PHRASE = 9
_WORD = re.compile(r"[^\s,;()]+")


def find_when(
    text: str,
    *,
    languages: Sequence[str],
    now: datetime,
    zone: ZoneInfo,
    expecting: Expecting = Expecting.EITHER,
) -> list[FoundWhen]:
    """Return every date that *text* (a sentence or a paragraph) names, from left to right.

    A date without a year is the nearest one that *expecting* allows, seen from *now* (aware).
    """
    words = list(_WORD.finditer(text[:LONGEST_SENTENCE]))
    found: list[FoundWhen] = []
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + length - 1].end()
            piece = text[start:end]
            if length == 1 and not re.search(r"\d\D\d", piece):
                continue
            dates = understand_when(
                piece, languages=languages, now=now, zone=zone, expecting=expecting
            )
            if dates.readings:
                found.append(FoundWhen(start, end, piece, dates.readings, dates.doubts))
                at += length
                break
        else:
            at += 1
    return found
