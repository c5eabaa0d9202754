"""How many days a visit takes that begins or ends on a named day ("a three-day visit")."""

from dataclasses import replace
from datetime import timedelta

from bot.understanding.reading import AnnotatedText
from bot.understanding.values import Precision, When

TOPIC = "durations"
BEGINS, ENDS = "begins", "ends"


def spread(
    text: AnnotatedText, when: When, start: int, end: int, *, is_ahead: bool
) -> tuple[When, ...]:
    """Return *when*, a day said from *start* to *end* in the text, as all the days it stands for.

    "A three-day visit" that begins on that day, or is yet to come (*is_ahead*), runs from it; one
    that ends on it, up to it; of one in the past without either, both are returned to ask about.
    """
    if when.precision is not Precision.DAY or when.start != when.end or when.end_time is not None:
        return (when,)
    hits = text.hits(TOPIC)
    lengths = {
        int(hit.code)
        for hit in hits
        if hit.code.isdecimal()
        and (text.tokens[hit.last - 1].end <= start or end <= text.tokens[hit.first].start)
    }
    if len(lengths) != 1:
        return (when,)
    more = timedelta(days=lengths.pop() - 1)
    said = {hit.code for hit in hits}
    from_it = replace(when, end=when.end + more)
    up_to_it = replace(when, start=when.start - more, start_time=None)
    if (BEGINS in said) == (ENDS in said):
        return (from_it,) if is_ahead else (from_it, up_to_it)
    return (from_it,) if BEGINS in said else (up_to_it,)
