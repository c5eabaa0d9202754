"""When the activity was or will be, among all the dates that a text names."""

import re
from dataclasses import replace
from datetime import date as date_type
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.understanding.dates import FoundWhen, find_when
from bot.understanding.dates.lexicon import Sense, lexicon_of
from bot.understanding.dates.tokens import tokens_of
from bot.understanding.durations import spread
from bot.understanding.findings import ActivityDates, Candidates
from bot.understanding.reading import AnnotatedText
from bot.understanding.values import Doubt, Expecting, Precision, When

CLEAR, DOUBTFUL = 0.9, 0.5
"""Confidence in one reading, and in one of several."""
REACH = 30
"""Characters from a word such as "deadline" to the date that is not the activity's."""
SHORTEST_WORD = 3
"""Letters; a shorter word is no date, whatever a language calls so."""
MOST_DATES = 12
"""With more of them the text is no sentence about one activity: tenses are not weighed."""
NEAR = timedelta(days=7)
"""Days so near to one another are of the same activity."""
FAR = timedelta(days=90)
"""So far away the tense decides which year is meant."""
_YEAR = re.compile(r"(?:19|20)\d\d")
THEMSELVES = {"election", "agreement", "twinning", "publication"}
"""Kinds whose own date is the one that is another's elsewhere."""
# The more precisely a date is said, the likelier it is that of the activity.
ORDER = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.YEAR)


def find_activity_dates(
    text: AnnotatedText, kind: Candidates, *, now: datetime, zone: ZoneInfo
) -> ActivityDates | None:
    """Return the dates of the activity; deadlines and earlier events are passed over.

    Days that are near one another are the beginning and the end of it. A polling day or the day of
    a signature is the date of an observation or an agreement alone.
    """
    dates = (_in_year_of_head(text, date) for date in _dates(text, now, zone))
    named = [_moved(text, date) for date in dates if _is_date(date)]
    own = [date for date in named if not _follows(text, date, "else")]
    # A preparatory meeting or a signature is passed over for what it led to, and taken by itself.
    if kind.sure not in THEMSELVES:
        own = [date for date in own if not _is_beside(text, date)] or own
    # The day of an election is that of its observation.
    if not own and kind.sure in THEMSELVES:
        own = named
    if not own:
        return None
    is_moved = "moved" in text.context and (len(own) > 1 or _is_right_behind(text, own[0], "moved"))
    best = max(own, key=_first_day) if is_moved else min(own, key=_rank)
    if best.sure is None:
        words = text.text[best.start : best.end]
        return ActivityDates(best.readings, words, best.start, best.end, DOUBTFUL, best.doubts)
    # Of an activity that was moved the other dates are those on which it was not.
    reading, last = _with_near_days(best, best.sure, [] if is_moved else own)
    first = min(best.start, last.start)
    is_ahead = reading.start >= now.astimezone(zone).date()
    readings = spread(text, reading, first, last.end, is_ahead=is_ahead)
    confidence = CLEAR if len(readings) == 1 else DOUBTFUL
    words = text.text[first : last.end]
    return ActivityDates(readings, words, first, last.end, confidence, best.doubts, is_moved)


def _with_near_days(best: FoundWhen, reading: When, own: list[FoundWhen]) -> tuple[When, FoundWhen]:
    """Return the reading from the first to the last day that is near, and the date said last."""
    last = best
    for date in own:
        if date.sure is not None and _goes_on(reading, date.sure):
            reading = replace(
                reading,
                start=min(reading.start, date.sure.start),
                end=max(reading.end, date.sure.end),
                end_time=None,
            )
            last = max(last, date, key=lambda one: one.end)
    return reading, last


def _dates(text: AnnotatedText, now: datetime, zone: ZoneInfo) -> list[FoundWhen]:
    """Return every date, the years nearest to *now* that the tense does not rule out."""
    prose = text.without_names()
    leaning = _leaning(text)
    nearest = find_when(prose, languages=text.languages, now=now, zone=zone)
    today = now.astimezone(zone).date()
    # Without a tense, or with too many dates to tell, the nearest year is meant.
    if leaning is Expecting.EITHER or not nearest or len(nearest) > MOST_DATES:
        return [_today_itself(date, today) for date in nearest]
    leant = find_when(prose, languages=text.languages, now=now, zone=zone, expecting=leaning)
    by_place = {(date.start, date.end): date for date in leant}
    dates = (
        by_place.get((date.start, date.end), date) if _is_out(date, leaning, today) else date
        for date in nearest
    )
    return [_today_itself(date, today) for date in dates]


def _in_year_of_head(text: AnnotatedText, date: FoundWhen) -> FoundWhen:
    """Return a date without a year in the year that the text begins with: "In 2024 … on 3 May"."""
    when = date.sure
    year = next((token for token in text.tokens[:2] if _YEAR.fullmatch(token.text)), None)
    if when is None or year is None or year.end > date.start:
        return date
    is_span = text.text[year.end : year.end + 1] in ("-", "–", "/")
    if Doubt.YEAR_GUESSED not in date.doubts or is_span:
        return date
    ahead = when.end.year - when.start.year
    try:
        start = when.start.replace(year=int(year.text))
        end = when.end.replace(year=int(year.text) + ahead)
    except ValueError:
        return date  # 29 February
    doubts = tuple(doubt for doubt in date.doubts if doubt is not Doubt.YEAR_GUESSED)
    return replace(date, readings=(replace(when, start=start, end=end),), doubts=doubts)


def _today_itself(date: FoundWhen, today: date_type) -> FoundWhen:
    """Return a weekday that is today's own as today: what is told of was or is this day."""
    when = date.sure
    if when is None or " " in date.words or any(sign.isdigit() for sign in date.words):
        return date
    # A bare weekday is never today's elsewhere: the nearest one is a week away then.
    if when.start == when.end and abs(when.start - today) == NEAR:
        return replace(date, readings=(replace(when, start=today, end=today),))
    return date


def _is_out(date: FoundWhen, leaning: Expecting, today: date_type) -> bool:
    """Tell whether the tense speaks against the nearest reading: a bare weekday, or months away."""
    if not any(sign.isdigit() for sign in date.words):
        return date.readings[0].precision is Precision.DAY
    when = date.readings[0]
    if leaning is Expecting.PAST:
        return when.start > today + FAR
    return when.end < today - FAR


def _is_date(date: FoundWhen) -> bool:
    """Tell whether the words say a day or a month, not a mere year or a short word that might."""
    if all(reading.precision is Precision.YEAR for reading in date.readings):
        return False
    return any(sign.isdigit() for sign in date.words) or len(date.words) >= SHORTEST_WORD


def _goes_on(when: When, other: When) -> bool:
    """Tell whether another day is near enough to be of the same activity."""
    days = {when.precision, other.precision} == {Precision.DAY}
    return days and other != when and abs(other.start - when.end) <= NEAR


def _leaning(text: AnnotatedText) -> Expecting:
    """Return which way a date without a year leans, by the tense of the text."""
    past, future = len(text.context.get("past", ())), len(text.context.get("future", ()))
    if past > future:
        return Expecting.PAST
    return Expecting.FUTURE if future > past else Expecting.EITHER


def _follows(text: AnnotatedText, date: FoundWhen, code: str) -> bool:
    """Tell whether a word of *code* stands before it: a deadline, a polling day, "instead of"."""
    return any(
        0 <= date.start - text.tokens[word.last - 1].end < REACH
        for word in text.context.get(code, ())
    )


def _is_beside(text: AnnotatedText, date: FoundWhen) -> bool:
    """Tell whether a date is a preparatory meeting's or a signature's: its word is beside it."""
    starts = (text.tokens[word.first].start for word in text.context.get("beside", ()))
    is_named = any(date.end <= at and not text.text[date.end : at].strip() for at in starts)
    return is_named or _follows(text, date, "beside")


def _moved(text: AnnotatedText, date: FoundWhen) -> FoundWhen:
    """Return the day to which an activity was moved, where the words say "from … to …"."""
    when = date.sure
    if when is None or when.start == when.end or when.precision is not Precision.DAY:
        return date
    first = tokens_of(date.words)[0].text
    words = (lexicon_of(language).phrases.get((first,), ()) for language in text.languages)
    if not any(sense is Sense.FROM for meanings in words for sense, _ in meanings):
        return date  # "postponed to 9-11 March"
    if not _is_right_behind(text, date, "moved"):
        return date
    return replace(date, readings=(replace(when, start=when.end),))


def _is_right_behind(text: AnnotatedText, date: FoundWhen, code: str) -> bool:
    """Tell whether nothing stands between a word of *code* and a date; they may share "from"."""
    for word in text.context.get(code, ()):
        begins, ends = text.tokens[word.first].start, text.tokens[word.last - 1].end
        if begins < date.start and not text.text[ends : date.start].strip():
            return True
    return False


def _first_day(date: FoundWhen) -> date_type:
    """Return the first day that may be meant."""
    return date.readings[0].start


def _rank(date: FoundWhen) -> tuple[int, int]:
    """Return the order of choice: days before months before years, then as they stand."""
    return ORDER.index(date.readings[0].precision), date.start
