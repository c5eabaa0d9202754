"""Dates in digits: day first, year first where the year comes first."""

from collections.abc import Iterator

from bot.understanding.dates.items import ROMAN, DateText, Figures, Item, Kind
from bot.understanding.dates.tokens import Sort

SIGNS = "./-"
PIVOT = 70
"""Years of two digits from here on are of the 20th century."""
FIRST_YEAR, LAST_YEAR = 1900, 2199


def year_of(digits: str) -> int | None:
    """Return the year that two or four digits say, or None."""
    value = int(digits)
    if len(digits) == 4:
        return value if FIRST_YEAR <= value <= LAST_YEAR else None
    if len(digits) == 2:
        return value + (1900 if value >= PIVOT else 2000)
    return None


def figures(text: DateText, place: int) -> Iterator[Item]:
    """Return the dates in digits that begin at *place*."""
    first = text.at(place)
    if first is None or first.sort is not Sort.NUMBER:
        return
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


def _apart(text: DateText, place: int) -> Iterator[Item]:
    """Return "20 02 2014", with only spaces between."""
    places = place, place + 1, place + 2
    tokens = [text.at(at) for at in places]
    lengths = [len(token.text) for token in tokens if token and token.sort is Sort.NUMBER]
    if lengths in ([2, 2, 4], [4, 2, 2], [1, 2, 4], [2, 1, 4], [1, 1, 4]):
        for item in _three(text, places, " "):
            yield Item(item.kind, item.end, item.value, item.cost + 1)


def _wide(text: DateText, place: int, sign: str) -> Iterator[Item]:
    """Return "2013 - 08 - 20", with spaces around its signs; the year has four digits."""
    places = place, place + 2, place + 4
    tokens = [text.at(at) for at in places]
    if not (text.is_sign(place + 1, sign) and text.is_sign(place + 3, sign)):
        return
    lengths = [len(token.text) for token in tokens if token and token.sort is Sort.NUMBER]
    if len(lengths) == 3 and max(lengths) == 4 and sorted(lengths)[1] <= 2:
        for item in _three(text, places, sign):
            yield Item(item.kind, item.end, item.value, item.cost + 1)


def _next(text: DateText, place: int, sign: str) -> int | None:
    """Return the place of the number after *sign* after *place*, or None."""
    at = place + 1
    number = text.at(at + 1)
    if not text.is_sign(at, sign) or number is None:
        return None
    is_month = number.sort is Sort.WORD and number.text in ROMAN
    if number.sort is not Sort.NUMBER and not is_month:
        return None
    if sign == "-" and not (text.is_glued(at) and text.is_glued(at + 1)):
        return None
    if sign == "." and not text.is_glued(at):
        return None
    return at + 1


def _value(text: DateText, place: int) -> tuple[int, str]:
    token = text.tokens[place]
    if token.sort is Sort.WORD:
        return ROMAN[token.text], ""
    return token.value, token.text


def _three(text: DateText, places: tuple[int, int, int], sign: str) -> Iterator[Item]:
    (one, first), (two, second), (three, third) = (_value(text, place) for place in places)
    end = places[2] + 1
    if sign == "." and text.is_sign(end, ".") and text.is_glued(end):
        end += 1
    if len(first) == 4:
        year = year_of(first)
        joined, after = text.at(end), text.at(end + 1)
        if joined is not None and joined.text == "t" and joined.is_glued and after is not None:
            end += after.is_glued  # "2026-12-16T12:30"
        if year and _is_day(three, third) and _is_month(two, second):
            yield Item(Kind.DATE, end, Figures(three, two, year))
        return
    year = year_of(third) if third else None
    if year is None or not _is_day(one, first):
        return
    if _is_month(two, second):
        guessed = one <= 12 and one != two and bool(second)
        yield Item(Kind.DATE, end, Figures(one, two, year, guessed, sign))
    elif one <= 12 and _is_day(two, second):
        yield Item(Kind.DATE, end, Figures(two, one, year, is_guessed=True, sign=sign), cost=1)


def _two(text: DateText, places: tuple[int, int], sign: str, *, more: bool) -> Iterator[Item]:
    (one, first), (two, second) = (_value(text, place) for place in places)
    end = places[1] + 1
    is_short = len(second) <= 2
    if len(first) == 4 and is_short and year_of(first) and _is_month(two, second):
        yield Item(Kind.DATE, end, Figures(None, two, year_of(first), sign=sign))
        return
    if len(second) == 4 and len(first) <= 2 and year_of(second) and _is_month(one, first):
        yield Item(Kind.DATE, end, Figures(None, one, year_of(second), sign=sign))
        return
    cost = _cost(text, sign, first, second)
    if cost is None:
        return
    cost += more
    if sign == "." and text.is_sign(end, ".") and text.is_glued(end):
        end += 1
        cost = int(more)
    if sign in text.lexicon.month_first:
        if _is_month(one, first) and _is_day(two, second):
            guessed = two <= 12 and one != two
            if sign != "-" or len(first + second) == 4:
                yield Item(Kind.DATE, end, Figures(two, one, None, guessed, "/"))
    elif _is_day(one, first) and _is_month(two, second):
        guessed = one <= 12 and one != two and bool(second)
        yield Item(Kind.DATE, end, Figures(one, two, None, guessed, sign), cost)
    elif sign == "/" and _is_month(one, first) and _is_day(two, second):
        yield Item(Kind.DATE, end, Figures(two, one, None, is_guessed=True, sign=sign), cost + 1)


def _cost(text: DateText, sign: str, first: str, second: str) -> int | None:
    """Return how far-fetched a day and a month without a year are; None for too much so."""
    is_alone = text.lexicon.dotted_hours or len(text) <= 3
    if sign == "." and is_alone and second in ("05", "10"):
        return 1  # may be an hour with its minutes
    if sign == "-" and not text.lexicon.dashed:
        if sign in text.lexicon.month_first:
            return 0
        return 2 if second.startswith("0") or int(first) > 12 else None
    return 0


def _is_day(value: int, digits: str) -> bool:
    return len(digits) in (1, 2) and 1 <= value <= 31


def _is_month(value: int, digits: str) -> bool:
    return len(digits) <= 2 and 1 <= value <= 12
