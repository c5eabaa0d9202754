"""Dates in digits: day first, year first where the year comes first."""

from collections.abc import Iterable, Iterator

from bot.understanding.dates.items import ROMAN, DateItem, DateText, Figures, Kind
from bot.understanding.dates.tokens import Sort

SIGNS = "./-"
PIVOT = 70
"""Years of two digits from here on are of the 20th century."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Numbers of four digits outside them are no years."""


def year_of(digits: str) -> int | None:
    """Return the year that two or four digits say, or None."""
    value = int(digits)
    if len(digits) == 4:
        return value if FIRST_YEAR <= value <= LAST_YEAR else None
    if len(digits) == 2:
        return value + (1900 if value >= PIVOT else 2000)
    return None


def figures(text: DateText, place: int) -> Iterator[DateItem]:
    """Return the dates in digits that begin at *place*."""
    first = text.at(place)
    if first is None or first.sort is not Sort.NUMBER:
        return
    # Spaces alone come first: the signs below may stand between other numbers.
    yield from _apart(text, place)
    for sign in SIGNS:
        second = _next(text, place, sign)
        if second is None:
            yield from _wide(text, place, sign)
            continue
        third = _next(text, second, sign)
        if third is None and sign == "/":
            third = _next(text, second, "-")  # "3/6-2026", as Danes write it
        if third is not None:
            yield from _three(text, (place, second, third), sign)
        yield from _two(text, (place, second), sign, more=third is not None)


# --- where the numbers stand ---------------------------------------------------------------------


def _apart(text: DateText, place: int) -> Iterator[DateItem]:
    """Return "20 02 2014", with only spaces between."""
    places = place, place + 1, place + 2
    if _lengths(text, places) in ([2, 2, 4], [4, 2, 2], [1, 2, 4], [2, 1, 4], [1, 1, 4]):
        for item in _three(text, places, " "):
            yield DateItem(item.kind, item.end, item.value, item.cost + 1)


def _wide(text: DateText, place: int, sign: str) -> Iterator[DateItem]:
    """Return "2013 - 08 - 20", with spaces around its signs; the year has four digits."""
    places = place, place + 2, place + 4
    if not (text.is_sign(place + 1, sign) and text.is_sign(place + 3, sign)):
        return
    lengths = _lengths(text, places)
    if len(lengths) == 3 and max(lengths) == 4 and sorted(lengths)[1] <= 2:
        for item in _three(text, places, sign):
            yield DateItem(item.kind, item.end, item.value, item.cost + 1)


def _lengths(text: DateText, places: Iterable[int]) -> list[int]:
    """Return how many digits the numbers at *places* have; what is no number is left out."""
    tokens = [text.at(place) for place in places]
    return [len(token.text) for token in tokens if token and token.sort is Sort.NUMBER]


def _next(text: DateText, place: int, sign: str) -> int | None:
    """Return the place of the number after *sign* after *place*, or None."""
    at = place + 1
    number = text.at(at + 1)
    if not text.is_sign(at, sign) or number is None:
        return None
    is_month = number.sort is Sort.WORD and number.text in ROMAN
    if number.sort is not Sort.NUMBER and not is_month:
        return None  # "5/VI" is written with a Roman month
    if sign == "-" and not (text.is_glued(at) and text.is_glued(at + 1)):
        return None  # a dash with a space is a range
    if sign == "." and not text.is_glued(at):
        return None  # a stop with a space before it ends nothing
    return at + 1


def _value(text: DateText, place: int) -> tuple[int, str]:
    """Return the number at *place* and its digits; a Roman month has none."""
    token = text.tokens[place]
    if token.sort is Sort.WORD:
        return ROMAN[token.text], ""
    return token.value, token.text


def _with_last_stop(text: DateText, end: int, sign: str) -> int:
    """Return the place after the last full stop of "5.6." and "5.6.2027."."""
    return end + (sign == "." and text.is_sign(end, ".") and text.is_glued(end))


# --- three numbers -------------------------------------------------------------------------------


def _three(text: DateText, places: tuple[int, int, int], sign: str) -> Iterator[DateItem]:
    (one, first), (two, second), (three, third) = (_value(text, place) for place in places)
    end = _with_last_stop(text, places[2] + 1, sign)
    if len(first) == 4:
        year = year_of(first)
        if year and _is_day(three, third) and _is_month(two, second):
            yield DateItem(Kind.DATE, _before_hour(text, end), Figures(three, two, year))
        return
    year = year_of(third) if third else None
    if year is None or not _is_day(one, first):
        return
    if _is_month(two, second):
        yield DateItem(Kind.DATE, end, _day_first(one, two, year, second, sign))
    elif one <= 12 and _is_day(two, second):
        # No month has the second number: an American wrote it.
        yield DateItem(Kind.DATE, end, Figures(two, one, year, is_guessed=True, sign=sign), cost=1)


def _day_first(day: int, month: int, year: int | None, digits: str, sign: str) -> Figures:
    """Return day and month in this order, guessed where the other would be a date as well.

    *digits* are those of the month: a Roman one leaves no doubt.
    """
    is_guessed = day <= 12 and day != month and bool(digits)
    return Figures(day, month, year, is_guessed, sign)


def _before_hour(text: DateText, end: int) -> int:
    """Return the place after the "T" of "2026-12-16T12:30", where it stands at *end*."""
    joined, hour = text.at(end), text.at(end + 1)
    if joined is not None and joined.text == "t" and joined.is_glued and hour is not None:
        return end + hour.is_glued
    return end


# --- two numbers ---------------------------------------------------------------------------------


def _two(text: DateText, places: tuple[int, int], sign: str, *, more: bool) -> Iterator[DateItem]:
    """Return a month with its year, or a day with its month; *more*: a third number follows."""
    (one, first), (two, second) = (_value(text, place) for place in places)
    end = places[1] + 1
    month_of_year = _month_of_year(one, first, two, second)
    if month_of_year is not None:
        yield DateItem(Kind.DATE, end, Figures(None, *month_of_year, sign=sign))
        return  # "2027-05" has no day that could be its last number
    cost = _cost(text, sign, first, second)
    if cost is None:
        return  # "5-6" is rather a range
    after_stop = _with_last_stop(text, end, sign)
    # With its second stop it is no hour: "12.05." is a day.
    cost = more + (cost if after_stop == end else 0)
    if sign in text.lexicon.month_first:
        yield from _month_first((one, first), (two, second), sign, after_stop)
    elif _is_day(one, first) and _is_month(two, second):
        yield DateItem(Kind.DATE, after_stop, _day_first(one, two, None, second, sign), cost)
    elif sign == "/" and _is_month(one, first) and _is_day(two, second):
        # "12/25": an American wrote it.
        swapped = Figures(two, one, None, is_guessed=True, sign=sign)
        yield DateItem(Kind.DATE, after_stop, swapped, cost + 1)


def _month_first(
    month: tuple[int, str], day: tuple[int, str], sign: str, end: int
) -> Iterator[DateItem]:
    """Return "05-06" as the 6th of May, where the language puts the month first.

    *month* and *day* are numbers with their digits.
    """
    if not _is_month(*month) or not _is_day(*day):
        return
    if sign == "-" and len(month[1] + day[1]) != 4:
        return  # "5-6" is a range here as well
    is_guessed = day[0] <= 12 and month[0] != day[0]
    yield DateItem(Kind.DATE, end, Figures(day[0], month[0], None, is_guessed, "/"))


def _month_of_year(one: int, first: str, two: int, second: str) -> tuple[int, int | None] | None:
    """Return month and year of "2027-05" and "05/2027"."""
    if len(first) == 4:
        is_one = len(second) <= 2 and year_of(first) and _is_month(two, second)
        return (two, year_of(first)) if is_one else None
    is_one = len(second) == 4 and len(first) <= 2 and year_of(second) and _is_month(one, first)
    return (one, year_of(second)) if is_one else None


def _cost(text: DateText, sign: str, first: str, second: str) -> int | None:
    """Return how far-fetched a day and a month without a year are; None for too much so."""
    is_alone = text.lexicon.dotted_hours or len(text) <= 3
    if sign == "." and is_alone and second in ("05", "10"):
        return 1  # may be an hour with its minutes
    if sign != "-" or text.lexicon.dashed:
        return 0
    if sign in text.lexicon.month_first:
        return 0
    return 2 if second.startswith("0") or int(first) > 12 else None  # "5-6" is a range


def _is_day(value: int, digits: str) -> bool:
    return len(digits) in (1, 2) and 1 <= value <= 31


def _is_month(value: int, digits: str) -> bool:
    return len(digits) <= 2 and 1 <= value <= 12
