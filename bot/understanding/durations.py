"""How many days a visit takes that begins or ends on a named day ("a three-day visit")."""

from dataclasses import replace
from datetime import timedelta

from bot.understanding.lexicon import Hit
from bot.understanding.reading import AnnotatedText
from bot.understanding.values import Precision, When

TOPIC = "durations"
BEGINS, ENDS = "begins", "ends"
"""Codes of words that say which end of the visit the day is; other codes are numbers of days."""


def spread(
    text: AnnotatedText, when: When, start: int, end: int, *, is_ahead: bool
) -> tuple[When, ...]:
    """Return *when*, a day said from *start* to *end* in the text, as all the days it stands for.

    *start* and *end* are offsets in characters.

    "A three-day visit" that begins on that day, or is yet to come (*is_ahead*), runs from it; one
    that ends on it, up to it; of one in the past without either, both are returned to ask about.
    """
    is_single_day = when.precision is Precision.DAY and when.start == when.end
    if not is_single_day or when.end_time is not None:
        return (when,)  # how long it takes is said already
    hits = text.hits(TOPIC)
    lengths = {int(hit.code) for hit in hits if _is_length_beside(text, hit, start, end)}
    if len(lengths) != 1:
        return (when,)
    more = timedelta(days=lengths.pop() - 1)
    from_it = replace(when, end=when.end + more)
    # The hour that is said is that of the last day then, and no visit's beginning.
    up_to_it = replace(when, start=when.start - more, start_time=None)
    codes = {hit.code for hit in hits} & {BEGINS, ENDS}
    if len(codes) == 1:
        return (from_it,) if BEGINS in codes else (up_to_it,)
    return (from_it,) if is_ahead else (from_it, up_to_it)


def _is_length_beside(text: AnnotatedText, hit: Hit, start: int, end: int) -> bool:
    """Tell whether a hit says a number of days, outside the words of the date itself."""
    if not hit.code.isdecimal():
        return False
    return text.tokens[hit.last - 1].end <= start or end <= text.tokens[hit.first].start
