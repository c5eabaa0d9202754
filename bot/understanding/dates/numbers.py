"""What a number begins: a day, a year, "3 days ago", "2. Quartal", "first Monday"."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.understanding.dates.figures import year_of
from bot.understanding.dates.items import ROMAN, CalendarName, DateItem, DateText, Day, Kind, Number
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.tokens import Sort

MOST_UNITS = 999
"""More days, weeks or years than that are no way to say a date."""
LAST_DAY, LAST_WEEK = 31, 53
LEAST_SHORT_YEAR = 9
"""Years of two figures that are said as "twenty twenty-seven" are higher."""
MOST_WEEKDAYS = 5
"""A weekday comes five times in a month at most."""
SHORT_YEAR_COST = 3
ROMAN_MONTH_COST = 2
TENTH_OF_AN_HOUR = 6
"""Minutes."""


def numbers_at(text: DateText, place: int) -> Iterator[DateItem]:
    """Return the days, years, quarters, weeks and shifts that begin at *place*."""
    yield from _year(text, place)
    yield from _year_in_words(text, place)
    yield from _short_year(text, place)
    for number in text.numbers(place):
        if 1 <= number.value <= LAST_DAY and number.digits <= 2:
            yield from _day(text, place, number)
    yield from _roman_month(text, place)
    for number in text.numbers(place):
        yield from _shift(text, number)
        # "2 quarters" counts them; "2nd quarter", "2. Quartal" and "2Q" name one.
        if number.is_ordinal or number.is_dotted or text.is_glued(number.end):
            yield from _ordered(text, number)
    yield from _roman_quarter(text, place)
    yield from _second_week(text, place)


# --- years, days and months ----------------------------------------------------------------------


def _year(text: DateText, place: int) -> Iterator[DateItem]:
    token = text.tokens[place]
    if token.sort is not Sort.NUMBER or len(token.text) != 4 or not year_of(token.text):
        return
    yield DateItem(Kind.YEAR, place + 1, token.value)
    if not text.is_glued(place + 1):
        return
    # "2027. május": Hungarian and Croatian years have a stop.
    if text.is_sign(place + 1, "."):
        yield DateItem(Kind.YEAR, place + 2, token.value)
    # "2027-ben": an ending is glued to it.
    for end, _ in text.ends(place + 1, Sense.SUFFIX):
        yield DateItem(Kind.YEAR, end, token.value)


def _year_in_words(text: DateText, place: int) -> Iterator[DateItem]:
    """Return "two thousand and twenty-seven", and "twenty twenty-seven" behind a month."""
    for end, century in text.ends(place, Sense.CENTURY):
        is_number = any(last == end for last, _ in text.ends(place, Sense.NUMBER))
        if is_number and not _is_behind_month(text, place):
            continue  # "twenty" is rather an hour or a count
        starts = text.after(end, Sense.AND)
        if text.is_sign(end, "-"):
            starts.append(end + 1)
        for start in starts:
            for number in text.numbers(start):
                if not number.digits and number.value > (LEAST_SHORT_YEAR if is_number else 0):
                    yield DateItem(Kind.YEAR, number.end, century + number.value, cost=1)


def _is_behind_month(text: DateText, place: int) -> bool:
    """Tell whether a month ends before *place*, or before the comma there."""
    ends = place - text.is_sign(place - 1, ",")
    return any(end == ends for start in (ends - 1, ends - 2) for end in _months(text, start))


def _short_year(text: DateText, place: int) -> Iterator[DateItem]:
    """Return "27" as a year where it ends the text, after a month and another number."""
    token = text.tokens[place]
    if token.sort is not Sort.NUMBER or len(token.text) != 2 or place + 1 != len(text):
        return
    is_after_month = any(
        end == place for start in (place - 1, place - 2) for end in _months(text, start)
    )
    # Without a day before the month, the number is the day: "May 27".
    before = text.tokens[max(0, place - 4) : place]
    if is_after_month and any(other.sort is Sort.NUMBER for other in before):
        yield DateItem(Kind.YEAR, place + 1, year_of(token.text), cost=SHORT_YEAR_COST)


def _months(text: DateText, place: int) -> list[int]:
    return [end for end, _ in text.ends(place, Sense.MONTH)] if place >= 0 else []


def _day(text: DateText, place: int, number: Number) -> Iterable[DateItem]:
    is_cardinal_word = not number.digits and not number.is_ordinal
    if is_cardinal_word and number.value == 1:
        return ()  # "a", "un": an article
    cost = int(is_cardinal_word)
    if _is_before_weekday(text, number):
        cost += 1  # "the first Monday" counts Mondays
    if any(end == number.end for end, _ in text.ends(place, Sense.WEEKDAY)):
        cost += 1  # the third day of the week in Greek
    return (DateItem(Kind.DAY, number.end, Day(number.value, _mark_of(number)), cost),)


def _mark_of(number: Number) -> int:
    """Return how plainly a number is a day, as :class:`Day` counts it."""
    if not number.digits and not number.is_ordinal:
        return -1
    return 2 if number.digits and number.is_ordinal else int(number.is_dotted)


def _is_before_weekday(text: DateText, number: Number) -> bool:
    """Tell whether a weekday follows, also after its month ("the first December Monday")."""
    if not number.is_ordinal or number.value > MOST_WEEKDAYS:
        return False
    starts = [number.end]
    if not number.digits:
        starts += _months(text, number.end)
    return any(text.ends(start, Sense.WEEKDAY) for start in starts)


def _roman_month(text: DateText, place: int) -> Iterable[DateItem]:
    """Return the month of "28 V 2027" and "28.V"."""
    token, before = text.tokens[place], text.at(place - 1)
    if token.sort is not Sort.WORD or token.text not in ROMAN or before is None:
        return ()
    is_after_stop = before.text == "."
    if len(token.text) == 1 and not is_after_stop and not _ends_a_date(text, place + 1):
        return ()  # a letter is rather a word
    day = text.at(place - 2) if is_after_stop else before
    if day is None or day.sort is not Sort.NUMBER or len(day.text) > 2:
        return ()  # without its day it is a numeral of something else
    return (DateItem(Kind.MONTH, place + 1, CalendarName(ROMAN[token.text]), ROMAN_MONTH_COST),)


def _ends_a_date(text: DateText, place: int) -> bool:
    """Tell whether a dash or a year follows, as after the Roman month of "28 V – 1 VI"."""
    after = text.at(place)
    if after is None or text.is_glued(place):
        return False  # "V." and "V-" are no month and dash
    is_year = after.sort is Sort.NUMBER and len(after.text) == 4
    return (is_year and year_of(after.text) is not None) or text.is_sign(place, "-")


# --- what is numbered: quarters, halves, weeks, weekdays of a month ------------------------------


def _ordered(text: DateText, number: Number) -> Iterator[DateItem]:
    counts_weekdays = 1 <= number.value <= MOST_WEEKDAYS and (number.is_ordinal or number.is_dotted)
    for end, (sense, value) in text.senses(number.end):
        if sense is Sense.QUARTER:
            yield from _quarter_of_year(end, number)
        elif sense is Sense.UNIT:
            yield from _ordered_unit(end, value, number)
        elif sense is Sense.WEEK and number.value <= LAST_WEEK:
            yield DateItem(Kind.WEEK, end, number.value, cost=1)
        elif sense is Sense.MONTH:
            yield from _weekday_of_month(text, end, value, number)
        elif sense is Sense.HALF and 1 <= number.value <= 2:
            yield DateItem(Kind.HALF, end, number.value)
        elif sense is Sense.WEEKDAY and counts_weekdays:
            yield DateItem(Kind.NTH, end, (number.value, value))


def _quarter_of_year(end: int, number: Number) -> Iterable[DateItem]:
    return (DateItem(Kind.QUARTER, end, number.value),) if 1 <= number.value <= 4 else ()


def _ordered_unit(end: int, unit: str, number: Number) -> Iterable[DateItem]:
    """Return "2. Quartal", "49. hét" and "the 5th day"."""
    if unit == "quarter":
        return _quarter_of_year(end, number)
    if unit == "week" and number.digits and 0 < number.value <= LAST_WEEK:
        return (DateItem(Kind.WEEK, end, number.value, cost=1),)
    if unit == "day" and number.is_ordinal and number.value <= LAST_DAY:
        return (DateItem(Kind.DAY, end, Day(number.value, mark=2), cost=1),)
    return ()


def _weekday_of_month(text: DateText, end: int, month: int, number: Number) -> Iterator[DateItem]:
    """Return "first December Monday", as Finnish and Estonian say it."""
    if not number.is_ordinal or number.digits or number.value > MOST_WEEKDAYS:
        return
    for last, weekday in text.ends(end, Sense.WEEKDAY):
        yield DateItem(Kind.NTH, last, (number.value, weekday, month))


def _second_week(text: DateText, place: int) -> Iterator[DateItem]:
    """Return the last week of "KW 12-13" and "weeks 12 to 13"."""
    number, first = text.tokens[place], text.at(place - 2)
    if first is None or first.sort is not Sort.NUMBER or not 0 < number.value <= LAST_WEEK:
        return
    is_joined = text.is_sign(place - 1, "-") or any(
        end == place for end, _ in text.ends(place - 1, Sense.TO, Sense.AND)
    )
    is_week = any(
        end == place - 2
        for start in range(max(0, place - 5), place - 2)
        for end, _ in text.ends(start, Sense.WEEK)
    )
    if is_joined and is_week and number.sort is Sort.NUMBER and len(number.text) <= 2:
        yield DateItem(Kind.WEEK, place + 1, number.value, cost=1)


def _roman_quarter(text: DateText, place: int) -> Iterator[DateItem]:
    """Return "III. Quartal" and "II semestre"."""
    token = text.tokens[place]
    if token.sort is not Sort.WORD or token.text not in ("i", "ii", "iii", "iv"):
        return
    value = ROMAN[token.text]
    named = place + 1 + text.is_sign(place + 1, ".")
    for end, _ in text.ends(named, Sense.QUARTER):
        yield DateItem(Kind.QUARTER, end, value)
    if value <= 2:
        for end, _ in text.ends(named, Sense.HALF):
            yield DateItem(Kind.HALF, end, value)


# --- so many days from now -----------------------------------------------------------------------


def is_count(number: Number) -> bool:
    """Tell whether a number may count days or weeks: no ordinal, and not too many."""
    return not number.is_ordinal and not number.is_dotted and number.value <= MOST_UNITS


def _shift(text: DateText, number: Number) -> Iterator[DateItem]:
    """Return "3 days ago" and "3 days from now"."""
    if not is_count(number):
        return
    for end, unit in text.ends(number.end, Sense.AGO_UNIT):
        yield DateItem(Kind.SHIFT, end, (unit, -number.value))
    for end, unit in units_after(text, number):
        for last, _ in text.ends(end, Sense.AGO):
            yield DateItem(Kind.SHIFT, last, (unit, -number.value))
        for last, _ in text.ends(end, Sense.LATER):
            yield DateItem(Kind.SHIFT, last, (unit, number.value))


def units_after(text: DateText, number: Number) -> list[tuple[int, str]]:
    """Return the units after a number, also with a small word between ("20 de zile")."""
    return [
        unit
        for start in text.after(number.end, Sense.FILLER)
        for unit in text.ends(start, Sense.UNIT)
    ]


def decimal_hours(text: DateText, number: Number) -> Iterator[tuple[int, int]]:
    """Return (end, minutes) of "2.5 hours" and "2,5 h"."""
    if not number.digits or not (text.is_sign(number.end, ".") or text.is_sign(number.end, ",")):
        return
    tenths = text.at(number.end + 1)
    if tenths is None or tenths.sort is not Sort.NUMBER:
        return
    if not tenths.is_glued or len(tenths.text) != 1:
        return  # "2, 5 hours" and "2.50 hours" are something else
    for end, unit in text.ends(number.end + 2, Sense.UNIT):
        if unit == "hour":
            yield end, number.value * 60 + tenths.value * TENTH_OF_AN_HOUR


def named_units(text: DateText, start: int) -> Iterator[tuple[int, Any]]:
    """Return (end, unit) of units without a number that the language takes for one of them."""
    for end, unit in text.ends(start, Sense.UNIT):
        if text.lexicon.bare_units or unit[0].isdigit():
            yield end, unit
