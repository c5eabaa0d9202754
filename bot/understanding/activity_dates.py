"""When the activity was or will be, among all the dates that a text names."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.dates import FoundWhen, find_when
from bot.understanding.findings import ActivityDates
from bot.understanding.reading import Text
from bot.understanding.values import Expecting, Precision

CLEAR = 0.9
DOUBTFUL = 0.5


def find_activity_dates(text: Text, *, now: datetime, zone: ZoneInfo) -> ActivityDates | None:
    """Return the dates of the activity; deadlines and earlier events are passed over."""
    found = find_when(
        text.text, languages=text.languages, now=now, zone=zone, expecting=_leaning(text)
    )
    chosen = [date for date in found if _is_of_activity(text, date)]
    if not chosen:
        return None
    best = min(chosen, key=_rank)
    return ActivityDates(
        best.readings,
        best.words,
        best.start,
        best.end,
        CLEAR if best.sure else DOUBTFUL,
        best.doubts,
    )


def _leaning(text: Text) -> Expecting:
    """Return which way a date without a year leans, by the tense of the text."""
    past, future = len(text.context.get("past", ())), len(text.context.get("future", ()))
    if past > future:
        return Expecting.PAST
    return Expecting.FUTURE if future > past else Expecting.EITHER


def _is_of_activity(text: Text, date: FoundWhen) -> bool:
    return not any(
        0 <= date.start - text.tokens[word.last - 1].end < 40
        for word in text.context.get("else", ())
    )


def _rank(date: FoundWhen) -> tuple[int, int]:
    """Return the order of choice: days before months before years, then as they stand."""
    precision = date.readings[0].precision
    order = [Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.YEAR]
    return order.index(precision), date.start
