"""Everything that may stand at a place of a text; words by a table of rules, one for each sense."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from bot.understanding.dates.clock import times_at
from bot.understanding.dates.figures import figures
from bot.understanding.dates.items import ROMAN, CalendarName, DateItem, DateText, Kind
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.numbers import (
    decimal_hours,
    is_count,
    named_units,
    numbers_at,
    units_after,
)
from bot.understanding.dates.signs import signs_at
from bot.understanding.dates.tokens import Sort

PERIODS = ("day", "week", "month", "quarter", "year")
"""Units of which there is a this, a next and a last one."""
LAST = -1
ANY_DAY = -1
LAST_WEEK = 53
WEEK = 7
"""Days."""
NO_DATE = 9
"""Cost of what is no date: it is read only where nothing else is."""


def items_at(text: DateText, place: int) -> list[DateItem]:
    """Return everything that may stand at *place*, each thing once, at its lowest cost."""
    cheapest: dict[tuple[Kind, int, object], DateItem] = {}
    for item in _all(text, place):
        key = (item.kind, item.end, item.value)
        other = cheapest.get(key)
        if other is None or item.cost < other.cost:
            cheapest[key] = item
    return list(cheapest.values())


def _all(text: DateText, place: int) -> Iterator[DateItem]:
    if text.tokens[place].sort is Sort.SIGN:
        yield from signs_at(text, place)
    elif _is_fraction(text, place):
        return
    elif text.tokens[place].text == "w":
        yield from _week_of_iso(text, place)
        yield from _words(text, place)
        return
    else:
        yield from figures(text, place)
        yield from numbers_at(text, place)
    # A sign may begin an hour as well: "@ 9".
    yield from times_at(text, place)
    yield from _words(text, place)


def _is_fraction(text: DateText, place: int) -> bool:
    """Tell whether a number belongs to the one before it, as 30 in "10.30"."""
    if text.tokens[place].sort is not Sort.NUMBER or not text.is_glued(place):
        return False
    before = text.at(place - 2)
    sign = text.is_sign(place - 1, ".") or text.is_sign(place - 1, ":")
    return bool(sign and before and before.sort is Sort.NUMBER and text.is_glued(place - 1))


class Phrase(NamedTuple):
    """A phrase of the language's words, and what it may stand for."""

    text: DateText
    start: int
    end: int
    """The place after its last token."""
    value: Any
    """What the file of words gives for its sense: a month's number, a unit's name, or None."""


def _words(text: DateText, place: int) -> Iterator[DateItem]:
    fillers: dict[int, set[Sense]] = {}
    for end, (sense, value) in text.senses(place):
        if sense in _FILLERS:
            fillers.setdefault(end, set()).add(sense)
        elif sense in _SINGLE:
            kind, cost = _SINGLE[sense]
            yield DateItem(kind, end, value, cost)
        elif sense in _RULES:
            yield from _RULES[sense](Phrase(text, place, end, value))
    for end, senses in fillers.items():
        yield DateItem(Kind.FILLER, end, frozenset(senses), cost=_filler_cost(text, place, end))


# --- fillers -------------------------------------------------------------------------------------


def _filler_cost(text: DateText, place: int, end: int) -> int:
    """Return more for a word that says something here: "in 1 h", "alle 9", "da domani a"."""
    return int(
        any(_says_more(text, place, end, last, sense) for last, (sense, _) in text.senses(place))
    )


def _says_more(text: DateText, place: int, end: int, last: int, sense: Sense) -> bool:
    """Tell whether the phrase up to *last* is more than the filler up to *end*."""
    if sense in _LONGER and last > end:
        return True  # "in the morning", "of this year"
    if sense in (Sense.IN, Sense.BEFORE):
        starts = text.after(end, Sense.FILLER)
        return any(units_after(text, number) for at in starts for number in text.numbers(at))
    if last != end:
        return False
    if sense is Sense.TO:
        return place > 0  # at the beginning there is no range for it to join
    after = text.at(end)
    return sense is Sense.AT and after is not None and after.sort is Sort.NUMBER


_LONGER = frozenset({Sense.PART, Sense.PERIOD, Sense.FROM, Sense.MONTH_PART})


# --- months and weekdays -------------------------------------------------------------------------


def _month(phrase: Phrase) -> Iterator[DateItem]:
    text, _, end, month = phrase
    yield DateItem(Kind.MONTH, end, CalendarName(month))
    for last, steps in text.ends(end, Sense.STEP):
        yield DateItem(Kind.MONTH, last, CalendarName(month, steps))
    for last, _ in text.ends(end, Sense.COMING):
        yield DateItem(Kind.MONTH, last, CalendarName(month, 1))


def _weekday(phrase: Phrase) -> Iterator[DateItem]:
    text, start, end, weekday = phrase
    if any(last > end for last, _ in text.ends(start, Sense.PERIOD)):
        return  # the beginning of a longer phrase that says something else
    idioms = text.ends(end, Sense.WEEKS_ON)
    yield DateItem(Kind.WEEKDAY, end, CalendarName(weekday), cost=int(bool(idioms)))
    for last, weeks in idioms:
        yield DateItem(Kind.WEEKDAY, last, CalendarName(weekday, weeks_on=weeks))
    if _is_week(text, start, end):
        return
    for last, steps in text.ends(end, Sense.STEP):
        yield DateItem(Kind.WEEKDAY, last, CalendarName(weekday, steps))
    for last, _ in text.ends(end, Sense.COMING):
        yield DateItem(Kind.WEEKDAY, last, CalendarName(weekday, is_coming=True))
    for last, _ in text.ends(end, Sense.LAST_OF):
        yield DateItem(Kind.NTH, last, (LAST, weekday), cost=1)


def _day_from_today(phrase: Phrase) -> Iterator[DateItem]:
    """Return "tomorrow" and "tomorrow week"."""
    yield DateItem(Kind.OFFSET, phrase.end, phrase.value)
    for last, weeks in phrase.text.ends(phrase.end, Sense.WEEKS_ON):
        yield DateItem(Kind.OFFSET, last, phrase.value + WEEK * weeks)


def _weeks_from(phrase: Phrase) -> Iterator[DateItem]:
    """Return "a week on Monday", "a week next Monday", "a week tomorrow"."""
    text, _, end, weeks = phrase
    for start, steps in text.ends(end, Sense.STEP):
        for last, weekday in text.ends(start, Sense.WEEKDAY) if steps == 1 else ():
            yield DateItem(Kind.WEEKDAY, last, CalendarName(weekday, weeks_on=weeks))
    for last, (sense, value) in text.senses(end):
        if sense is Sense.WEEKDAY:
            yield DateItem(Kind.WEEKDAY, last, CalendarName(value, weeks_on=weeks))
        elif sense is Sense.DAY:
            yield DateItem(Kind.OFFSET, last, value + WEEK * weeks)


def _is_week(text: DateText, place: int, end: int) -> bool:
    """Tell whether a weekday's name is that of the week as well (Maltese "il-ġimgħa")."""
    return any(last == end and unit == "week" for last, unit in text.ends(place, Sense.UNIT))


def _last_of(phrase: Phrase) -> Iterator[DateItem]:
    """Return "last Friday", "the last day" and "last December Monday", each of a month."""
    text, _, end, _ = phrase
    for start in text.after(end, Sense.ARTICLE):
        for last, weekday in text.ends(start, Sense.WEEKDAY):
            yield DateItem(Kind.NTH, last, (LAST, weekday))
        for last, unit in text.ends(start, Sense.UNIT):
            if unit == "day":
                yield DateItem(Kind.NTH, last, (LAST, ANY_DAY))
        for month_end, month in text.ends(start, Sense.MONTH):
            for last, weekday in text.ends(month_end, Sense.WEEKDAY):
                yield DateItem(Kind.NTH, last, (LAST, weekday, month))


# --- this, next, last, coming --------------------------------------------------------------------


def _step(phrase: Phrase) -> Iterator[DateItem]:
    """Return what follows "this" (0), "next" (1) or "last" (-1)."""
    text, _, end, steps = phrase
    for start in text.after(end, Sense.ARTICLE):
        for last, (sense, value) in text.senses(start):
            yield from _stepped(text, start, last, sense, value, steps)
    if steps == 0:
        for start, _ in text.ends(end, Sense.COMING):
            for last, weekday in text.ends(start, Sense.WEEKDAY):
                yield DateItem(Kind.WEEKDAY, last, CalendarName(weekday, is_coming=True))
    if steps in (-1, 1) and _is_day_of_month(text, end):
        marker = Sense.LATER if steps > 0 else Sense.AGO
        yield DateItem(Kind.FILLER, end, frozenset({marker}), cost=1)


def _stepped(
    text: DateText, start: int, end: int, sense: Sense, value: Any, steps: int
) -> Iterable[DateItem]:
    if sense is Sense.WEEKDAY:
        if _is_week(text, start, end):
            return ()
        return (DateItem(Kind.WEEKDAY, end, CalendarName(value, steps)),)
    if sense is Sense.MONTH:
        return (DateItem(Kind.MONTH, end, CalendarName(value, steps)),)
    if sense is Sense.UNIT and value in PERIODS:
        return (DateItem(Kind.PERIOD, end, (value, steps)),)
    if sense in _NO_DATES:
        return (DateItem(_NO_DATES[sense], end, cost=NO_DATE),)
    return ()


_NO_DATES = {Sense.SEASON: Kind.SEASON, Sense.VAGUE: Kind.VAGUE}


def _coming(phrase: Phrase) -> Iterator[DateItem]:
    text, _, end, _ = phrase
    if _is_day_of_month(text, end):
        yield DateItem(Kind.FILLER, end, frozenset({Sense.LATER}), cost=1)
    for start in text.after(end, Sense.ARTICLE):
        for last, weekday in text.ends(start, Sense.WEEKDAY):
            yield DateItem(Kind.WEEKDAY, last, CalendarName(weekday, is_coming=True))
        for last, unit in text.ends(start, Sense.UNIT):
            if unit in PERIODS:
                yield DateItem(Kind.PERIOD, last, (unit, 1), cost=1)


def _is_day_of_month(text: DateText, place: int) -> bool:
    """Tell whether a day with its month in letters stands at *place* ("the coming 5 May")."""
    return any(
        text.ends(start, Sense.MONTH)
        for number in text.numbers(place)
        for start in text.after(number.end, Sense.FILLER)
    )


# --- units: days, weeks, months ------------------------------------------------------------------


def _unit(phrase: Phrase) -> Iterator[DateItem]:
    text, _, end, unit = phrase
    if unit in PERIODS:
        yield from _unit_with_step(text, end, unit)
    # "Week of 5 May": far-fetched, so that "next week" goes first.
    if unit == "week":
        yield DateItem(Kind.WEEK_OF, end, cost=3)
    if not text.lexicon.bare_units and not unit[0].isdigit():
        return  # "week ago" wants an article in this language
    for last, _ in text.ends(end, Sense.AGO):
        yield DateItem(Kind.SHIFT, last, (unit, -1), cost=1)
    for last, _ in text.ends(end, Sense.LATER):
        yield DateItem(Kind.SHIFT, last, (unit, 1))


def _unit_with_step(text: DateText, end: int, unit: str) -> Iterator[DateItem]:
    """Return "la semaine prochaine", where the step stands behind."""
    for start in text.after(end, Sense.ARTICLE):
        for last, steps in text.ends(start, Sense.STEP):
            yield DateItem(Kind.PERIOD, last, (unit, steps))
        for last, _ in text.ends(start, Sense.COMING):
            yield DateItem(Kind.PERIOD, last, (unit, 1))


def _period(phrase: Phrase) -> Iterable[DateItem]:
    """Return a word that says unit and step at once, as ``year:-1`` in the files of words."""
    unit, _, steps = phrase.value.partition(":")
    kind = Kind.PERIOD if unit in PERIODS else Kind.SHIFT
    return (DateItem(kind, phrase.end, (unit, int(steps))),)


def _counted_from_now(text: DateText, place: int, sign: int) -> Iterator[DateItem]:
    """Return "in 3 days", "za tydzień", "il y a 5 mois"."""
    outer = Sense.LATER if sign > 0 else Sense.AGO
    for start in text.after(place, Sense.FILLER, Sense.ARTICLE):
        for number in filter(is_count, text.numbers(start)):
            for end, minutes in decimal_hours(text, number):
                yield DateItem(Kind.SHIFT, end, ("minute", sign * minutes))
            for end, unit in units_after(text, number):
                shift = (unit, sign * number.value)
                yield DateItem(Kind.SHIFT, end, shift)
                for last, _ in text.ends(end, outer):
                    yield DateItem(Kind.SHIFT, last, shift)
        # "In week" counts one where the language has no article to say it.
        for end, unit in named_units(text, start):
            yield DateItem(Kind.SHIFT, end, (unit, sign), cost=1)


# --- what is numbered ----------------------------------------------------------------------------


def _week(phrase: Phrase) -> Iterator[DateItem]:
    text, _, end, _ = phrase
    for number in text.numbers(end):
        if 1 <= number.value <= LAST_WEEK and number.digits:
            yield DateItem(Kind.WEEK, number.end, number.value, cost=1)


def _week_of_iso(text: DateText, place: int) -> Iterator[DateItem]:
    """Return the week of "2027-W03" and "W3 2027"."""
    number = text.at(place + 1)
    is_week = number is not None and number.sort is Sort.NUMBER and number.is_glued
    if is_week and number is not None and 1 <= number.value <= LAST_WEEK:
        yield DateItem(Kind.WEEK, place + 2, number.value)


def _numbered(text: DateText, place: int, kind: Kind, most: int) -> Iterator[DateItem]:
    """Return what follows "quarter" or "half": its number, in digits or as a Roman numeral."""
    for number in text.numbers(place):
        if 1 <= number.value <= most and number.digits == 1:
            yield DateItem(kind, number.end, number.value)
    token = text.at(place)
    if token is not None and 0 < ROMAN.get(token.text, 0) <= most:
        yield DateItem(kind, place + 1, ROMAN[token.text])
        for end, _ in text.ends(place + 1, Sense.SUFFIX):
            yield DateItem(kind, end, ROMAN[token.text])


# --- single words --------------------------------------------------------------------------------


def _part_of_day(phrase: Phrase) -> Iterable[DateItem]:
    _, start, end, part = phrase
    # "Morning" is a greeting, too; "a.m." and "in the morning" can be nothing else.
    is_one_word = end == start + 1 and part not in ("am", "pm")
    return (DateItem(Kind.PART, end, part, cost=int(is_one_word)),)


def _to(phrase: Phrase) -> Iterable[DateItem]:
    text, start, end, _ = phrase
    is_at = any(last == end for last, _ in text.ends(start, Sense.AT))
    return (DateItem(Kind.TO, end, cost=int(is_at)),)  # Italian "alle 9" is rather "at 9"


def _season(phrase: Phrase) -> Iterator[DateItem]:
    text, _, end, _ = phrase
    yield DateItem(Kind.SEASON, end, cost=NO_DATE)
    for last, _ in text.ends(end, Sense.STEP):
        yield DateItem(Kind.SEASON, last, cost=NO_DATE)


# --- the table -----------------------------------------------------------------------------------

_FILLERS = frozenset({Sense.FILLER, Sense.ARTICLE, Sense.FROM, Sense.BETWEEN})
"""Senses that only mark what stands beside them; those of one phrase are one item."""

_SINGLE: dict[Sense, tuple[Kind, int]] = {
    Sense.MONTH_PART: (Kind.STRETCH, 0),
    Sense.YEAR: (Kind.YEAR, 0),
    Sense.AND: (Kind.AND, 0),
    Sense.OR: (Kind.OR, 0),
    Sense.VAGUE: (Kind.VAGUE, NO_DATE),
}
"""Kind and cost of phrases that say the same wherever they stand."""

_RULES: dict[Sense, Callable[[Phrase], Iterable[DateItem]]] = {
    Sense.MONTH: _month,
    Sense.WEEKDAY: _weekday,
    Sense.LAST_WEEKDAY: lambda phrase: (
        DateItem(Kind.WEEKDAY, phrase.end, CalendarName(phrase.value, -1)),
    ),
    Sense.DAY: _day_from_today,
    Sense.WEEKS_FROM: _weeks_from,
    Sense.LAST_OF: _last_of,
    Sense.STEP: _step,
    Sense.COMING: _coming,
    Sense.UNIT: _unit,
    Sense.PERIOD: _period,
    Sense.IN: lambda phrase: _counted_from_now(phrase.text, phrase.end, 1),
    Sense.BEFORE: lambda phrase: _counted_from_now(phrase.text, phrase.end, -1),
    Sense.WEEK: _week,
    Sense.QUARTER: lambda phrase: _numbered(phrase.text, phrase.end, Kind.QUARTER, 4),
    Sense.HALF: lambda phrase: _numbered(phrase.text, phrase.end, Kind.HALF, 2),
    Sense.PART: _part_of_day,
    Sense.TO: _to,
    Sense.SEASON: _season,
}
"""What phrases say together with what follows them."""
