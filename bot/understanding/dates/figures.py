"""Dates in digits: day first, year first where the year comes first."""

from collections.abc import Iterator

from bot.understanding.dates.items import ROMAN, Figures, Item, Kind, Text
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


def figures(text: Text, place: int) -> Iterator[Item]:
    """Return the dates in digits that begin at *place*."""
    first = text.at(place)
    if first is None or first.sort is not Sort.NUMBER:
        return
    yield from _apart(text, place)
    for sign in SIGNS:
        second = _next(text, place, sign)
        if second is None:
            continue
        third = _next(text, second, sign)
        if third is not None:
            yield from _three(text, (place, second, third), sign)
        yield from _two(text, (place, second), sign, more=third is not None)


def _apart(text: Text, place: int) -> Iterator[Item]:
    """Return "20 02 2014", with only spaces between."""
    places = place, place + 1, place + 2
    tokens = [text.at(at) for at in places]
    lengths = [len(token.text) for token in tokens if token and token.sort is Sort.NUMBER]
    if lengths in ([2, 2, 4], [4, 2, 2], [1, 2, 4], [2, 1, 4], [1, 1, 4]):
        for item in _three(text, places, " "):
            yield Item(item.kind, item.end, item.value, item.cost + 1)


def _next(text: Text, place: int, sign: str) -> int | None:
    """Return the place of the number after *sign* after *place*, or None."""
    at = place + 1
    number = text.at(at + 1)
    if not text.is_sign(at, sign) or number is None:
        return None
    is_month = number.sort is Sort.WORD and number.text in ROMAN
    if number.sort is not Sort.NUMBER and not (is_month and sign == "."):
        return None
    if sign == "-" and not (text.is_glued(at) and text.is_glued(at + 1)):
        return None
    if sign == "." and not text.is_glued(at):
        return None
    return at + 1


def _value(text: Text, place: int) -> tuple[int, str]:
    token = text.tokens[place]
    if token.sort is Sort.WORD:
        return ROMAN[token.text], ""
    return token.value, token.text


def _three(text: Text, places: tuple[int, int, int], sign: str) -> Iterator[Item]:
    (one, first), (two, second), (three, third) = (_value(text, place) for place in places)
    end = places[2] + 1
    if sign == "." and text.is_sign(end, ".") and text.is_glued(end):
        end += 1
    if len(first) == 4:
        year = year_of(first)
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
        yield Item(Kind.DATE, end, Figures(two, one, year, is_guessed=True), cost=2)


def _two(text: Text, places: tuple[int, int], sign: str, *, more: bool) -> Iterator[Item]:
    (one, first), (two, second) = (_value(text, place) for place in places)
    end = places[1] + 1
    if len(first) == 4 and len(second) == 2 and year_of(first) and _is_month(two, second):
        yield Item(Kind.DATE, end, Figures(None, two, year_of(first)), cost=1)
        return
    if len(second) == 4 and len(first) <= 2 and year_of(second) and _is_month(one, first):
        yield Item(Kind.DATE, end, Figures(None, one, year_of(second)), cost=1)
        return
    if not _is_day(one, first):
        return
    cost = 0
    if sign == ".":
        if text.is_sign(end, ".") and text.is_glued(end):
            end += 1
        elif second and len(second) == 2:
            cost = 1  # may be an hour with its minutes
    elif sign == "-":
        cost = 2 if second.startswith("0") else 6
    if more:
        cost += 1
    if text.lexicon.month_first and sign in ".-" and _is_month(one, first):
        if _is_day(two, second):
            guessed = two <= 12 and one != two
            yield Item(Kind.DATE, end, Figures(two, one, None, guessed, "/"), min(cost, 1))
        return
    if _is_month(two, second):
        guessed = one <= 12 and one != two and bool(second)
        yield Item(Kind.DATE, end, Figures(one, two, None, guessed, sign), cost)
    elif sign == "/" and one <= 12 and _is_day(two, second):
        yield Item(Kind.DATE, end, Figures(two, one, None, is_guessed=True), cost + 1)


def _is_day(value: int, digits: str) -> bool:
    return len(digits) in (1, 2) and 1 <= value <= 31


def _is_month(value: int, digits: str) -> bool:
    return len(digits) <= 2 and 1 <= value <= 12
