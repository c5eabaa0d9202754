"""Days, months, years, weekdays and the words around them, as items of a text."""

from collections.abc import Iterator

from bot.understanding.dates.clock import times_at
from bot.understanding.dates.figures import figures, year_of
from bot.understanding.dates.items import ROMAN, CalendarName, DateText, Day, Item, Kind, Number
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.tokens import Sort

FILLERS = (Sense.FILLER, Sense.ARTICLE, Sense.FROM, Sense.BETWEEN)
PASSED_OVER = frozenset(",;()[]?!|·•")
PERIODS = ("day", "week", "month", "quarter", "year")
LAST = -1
ANY_DAY = -1
MOST = 999


def items_at(text: DateText, place: int) -> list[Item]:
    """Return everything that may stand at *place*, each thing once, at its lowest cost."""
    found: dict[tuple[Kind, int, object], Item] = {}
    for item in _all(text, place):
        key = (item.kind, item.end, item.value)
        known = found.get(key)
        if known is None or item.cost < known.cost:
            found[key] = item
    return list(found.values())


def _all(text: DateText, place: int) -> Iterator[Item]:
    token = text.tokens[place]
    if token.sort is Sort.SIGN:
        yield from _signs(text, place)
    elif _is_fraction(text, place):
        return
    else:
        yield from figures(text, place)
        yield from _days_and_years(text, place)
        yield from _counted(text, place)
    yield from times_at(text, place)
    yield from _words(text, place)


def _is_fraction(text: DateText, place: int) -> bool:
    """Tell whether a number belongs to the one before it, as 30 in "10.30"."""
    if text.tokens[place].sort is not Sort.NUMBER or not text.is_glued(place):
        return False
    before = text.at(place - 2)
    sign = text.is_sign(place - 1, ".") or text.is_sign(place - 1, ":")
    return bool(sign and before and before.sort is Sort.NUMBER and text.is_glued(place - 1))


def _signs(text: DateText, place: int) -> Iterator[Item]:
    sign = text.tokens[place].text
    before, after = text.at(place - 1), text.at(place + 1)
    is_counted = (
        bool(text.ends(place - 2, Sense.QUARTER, Sense.HALF, Sense.WEEK)) and after is not None
    )
    if sign in "-/" and is_counted and after is not None and len(after.text) == 4:
        yield Item(Kind.FILLER, place + 1, frozenset())  # "Q1-2027", "KW 11/2027"
    is_suffix = before is not None and before.sort is Sort.NUMBER and text.is_glued(place)
    if sign == "-" and not (is_suffix and text.ends(place, Sense.SUFFIX, Sense.TO)):
        yield Item(Kind.TO, place + 1)
    if sign in ",;/+":
        is_date = sign == "/" and (text.is_sign(place - 2, "/") or text.is_sign(place + 2, "/"))
        yield Item(Kind.AND, place + 1, cost=3 if is_date else 1 if sign in ",;/" else 0)
    if sign in PASSED_OVER:
        yield Item(Kind.FILLER, place + 1, frozenset())
    elif sign == "." and text.is_glued(place):
        yield Item(Kind.FILLER, place + 1, frozenset(), cost=1 if after else 0)
    elif sign in "-/" and before is not None and after is not None and text.is_glued(place):
        sorts = {before.sort, after.sort}
        if sorts == {Sort.NUMBER, Sort.WORD} and after.is_glued:
            yield Item(Kind.FILLER, place + 1, frozenset(), cost=1)
    is_apart = not text.is_glued(place) and not text.is_glued(place + 1)
    is_inside = text.is_glued(place) and after is not None and after.sort is not Sort.SIGN
    is_outside = sign == "/" and not (is_inside and after is not None and after.is_glued)
    is_before_hour = is_apart and _is_hour(text, place + 1)
    if is_outside or (sign == "-" and (before is None or is_before_hour)):
        yield Item(Kind.FILLER, place + 1, frozenset(), cost=1)
    if sign == "'" and after is not None and len(after.text) == 2 and after.sort is Sort.NUMBER:
        yield Item(Kind.YEAR, place + 2, year_of(after.text))


def _is_hour(text: DateText, place: int) -> bool:
    """Tell whether an hour with its word or its minutes stands at *place*."""
    return (
        bool(text.ends(place, Sense.AT))
        or text.is_sign(place + 1, ":")
        or bool(text.ends(place + 1, Sense.HOUR))
    )


def _days_and_years(text: DateText, place: int) -> Iterator[Item]:
    token = text.tokens[place]
    if token.sort is Sort.NUMBER and len(token.text) == 4 and year_of(token.text):
        dotted = text.is_sign(place + 1, ".") and text.is_glued(place + 1)
        yield Item(Kind.YEAR, place + 1, token.value)
        if dotted:
            yield Item(Kind.YEAR, place + 2, token.value)
        for end, _ in text.ends(place + 1, Sense.SUFFIX):
            if text.is_glued(place + 1):
                yield Item(Kind.YEAR, end, token.value)
    before = text.at(place - 1)
    if (
        token.sort is Sort.NUMBER
        and len(token.text) == 2
        and place + 1 == len(text)
        and before is not None
        and any(end == place for start in (place - 1, place - 2) for end in _months(text, start))
        and any(other.sort is Sort.NUMBER for other in text.tokens[max(0, place - 4) : place])
    ):
        yield Item(Kind.YEAR, place + 1, year_of(token.text), cost=3)
    for number in text.numbers(place):
        if 1 <= number.value <= 31 and number.digits <= 2:
            if not number.digits and not number.is_ordinal and number.value == 1:
                continue  # "a", "un"
            cost = 1 if not number.digits and not number.is_ordinal else 0
            mark = 2 if number.digits and number.is_ordinal else int(number.is_dotted)
            mark = -1 if cost else mark
            if number.is_ordinal and number.value <= 5 and _is_before_weekday(text, number):
                cost += 1  # "the first Monday"
            if any(end == number.end for end, _ in text.ends(place, Sense.WEEKDAY)):
                cost += 1  # the third day of the week in Greek
            yield Item(Kind.DAY, number.end, Day(number.value, mark), cost)
    if token.sort is Sort.WORD and token.text in ROMAN and before is not None:
        beside = text.at(place - 2) if before.text == "." else before
        if len(token.text) == 1 and before.text != "." and not _ends_a_date(text, place + 1):
            return  # a letter is rather a word
        if beside is not None and beside.sort is Sort.NUMBER and len(beside.text) <= 2:
            yield Item(Kind.MONTH, place + 1, CalendarName(ROMAN[token.text]), cost=2)


def _is_before_weekday(text: DateText, number: Number) -> bool:
    """Tell whether a weekday follows, also after its month ("the first December Monday")."""
    starts = [number.end]
    if not number.digits:
        starts += [end for end, _ in text.ends(number.end, Sense.MONTH)]
    return any(text.ends(start, Sense.WEEKDAY) for start in starts)


def _ends_a_date(text: DateText, place: int) -> bool:
    """Tell whether a dash or a year follows, as after the Roman month of "28 V – 1 VI"."""
    after = text.at(place)
    if after is None or text.is_glued(place):
        return False
    is_year = after.sort is Sort.NUMBER and len(after.text) == 4
    return (is_year and year_of(after.text) is not None) or text.is_sign(place, "-")


def _months(text: DateText, place: int) -> list[int]:
    return [end for end, _ in text.ends(place, Sense.MONTH)] if place >= 0 else []


def _counted(text: DateText, place: int) -> Iterator[Item]:
    """Return what a number begins: "3 days ago", "2. Quartal", "49. hét", "first Monday"."""
    for number in text.numbers(place):
        yield from _shift(text, number)
        if number.is_ordinal or number.is_dotted or text.is_glued(number.end):
            yield from _ordered(text, number)
    token = text.tokens[place]
    if token.sort is Sort.WORD and token.text in ("i", "ii", "iii", "iv"):
        dotted = text.is_sign(place + 1, ".")
        number = Number(ROMAN[token.text], place + 1 + dotted, 1, is_ordinal=True)
        for end, _ in text.ends(number.end, Sense.QUARTER):
            yield Item(Kind.QUARTER, end, number.value)
        for end, _ in text.ends(number.end, Sense.HALF):
            if number.value < 3:
                yield Item(Kind.HALF, end, number.value)


def _ordered(text: DateText, number: Number) -> Iterator[Item]:
    for end, (sense, value) in text.senses(number.end):
        is_quarter = sense is Sense.QUARTER or (sense is Sense.UNIT and value == "quarter")
        if is_quarter and 1 <= number.value <= 4:
            yield Item(Kind.QUARTER, end, number.value)
        elif sense is Sense.MONTH and number.is_ordinal and not number.digits:
            for last, weekday in text.ends(end, Sense.WEEKDAY):
                if number.value <= 5:
                    yield Item(Kind.NTH, last, (number.value, weekday, value))
        elif sense is Sense.HALF and 1 <= number.value <= 2:
            yield Item(Kind.HALF, end, number.value)
        elif sense is Sense.WEEKDAY and 1 <= number.value <= 5:
            if number.is_ordinal or number.is_dotted:
                yield Item(Kind.NTH, end, (number.value, value))
        elif sense is Sense.UNIT and value == "week" and number.is_dotted and number.value <= 53:
            yield Item(Kind.WEEK, end, number.value, cost=1)
        elif sense is Sense.UNIT and value == "day" and number.is_ordinal and number.value <= 31:
            yield Item(Kind.DAY, end, Day(number.value, mark=2), cost=1)


def _shift(text: DateText, number: Number) -> Iterator[Item]:
    """Return "3 days ago" and "3 days from now"."""
    if number.is_ordinal or number.value > MOST or number.is_dotted:
        return
    for end, unit in text.ends(number.end, Sense.AGO_UNIT):
        yield Item(Kind.SHIFT, end, (unit, -number.value))
    for end, unit in _units(text, number):
        for last, _ in text.ends(end, Sense.AGO):
            yield Item(Kind.SHIFT, last, (unit, -number.value))
        for last, _ in text.ends(end, Sense.LATER):
            yield Item(Kind.SHIFT, last, (unit, number.value))


def _decimal(text: DateText, number: Number) -> Iterator[tuple[int, int]]:
    """Return (end, minutes) of "2.5 hours" and "2,5 h"."""
    part = text.at(number.end + 1)
    if not (text.is_sign(number.end, ".") or text.is_sign(number.end, ",")) or part is None:
        return
    if part.sort is Sort.NUMBER and part.is_glued and len(part.text) == 1 and number.digits:
        for end, unit in text.ends(number.end + 2, Sense.UNIT):
            if unit == "hour":
                yield end, number.value * 60 + part.value * 6


def _units(text: DateText, number: Number) -> list[tuple[int, str]]:
    """Return the units after a number, also with a small word between ("20 de zile")."""
    return [
        unit
        for start in text.after(number.end, Sense.FILLER)
        for unit in text.ends(start, Sense.UNIT)
    ]


def _words(text: DateText, place: int) -> Iterator[Item]:
    fillers: dict[int, set[Sense]] = {}
    for end, (sense, value) in text.senses(place):
        match sense:
            case Sense.MONTH:
                yield Item(Kind.MONTH, end, CalendarName(value))
                for last, steps in text.ends(end, Sense.STEP):
                    yield Item(Kind.MONTH, last, CalendarName(value, steps))
                for last, _ in text.ends(end, Sense.COMING):
                    yield Item(Kind.MONTH, last, CalendarName(value, 1))
            case Sense.WEEKDAY:
                if not any(last > end for last, _ in text.ends(place, Sense.PERIOD)):
                    yield from _weekday(text, place, end, value)
            case Sense.LAST_WEEKDAY:
                yield Item(Kind.WEEKDAY, end, CalendarName(value, -1))
            case Sense.DAY:
                yield Item(Kind.OFFSET, end, value)
            case Sense.PART:
                is_word = end == place + 1 and value not in ("am", "pm")
                yield Item(Kind.PART, end, value, cost=int(is_word))
            case Sense.STEP:
                yield from _stepped(text, end, value)
                if value in (-1, 1) and _is_day_of_month(text, end):
                    said = Sense.LATER if value > 0 else Sense.AGO
                    yield Item(Kind.FILLER, end, frozenset({said}), cost=1)
            case Sense.COMING:
                if _is_day_of_month(text, end):
                    yield Item(Kind.FILLER, end, frozenset({Sense.LATER}), cost=1)
                for start in text.after(end, Sense.ARTICLE):
                    for last, weekday in text.ends(start, Sense.WEEKDAY):
                        yield Item(Kind.WEEKDAY, last, CalendarName(weekday, is_coming=True))
                    for last, unit in text.ends(start, Sense.UNIT):
                        if unit in PERIODS:
                            yield Item(Kind.PERIOD, last, (unit, 1), cost=1)
            case Sense.UNIT:
                yield from _unit(text, end, value)
            case Sense.PERIOD:
                unit, _, steps = value.partition(":")
                kind = Kind.PERIOD if unit in PERIODS else Kind.SHIFT
                yield Item(kind, end, (unit, int(steps)))
            case Sense.IN:
                yield from _in(text, end, 1)
            case Sense.BEFORE:
                yield from _in(text, end, -1)
            case Sense.LAST_OF:
                for start in text.after(end, Sense.ARTICLE):
                    for last, weekday in text.ends(start, Sense.WEEKDAY):
                        yield Item(Kind.NTH, last, (LAST, weekday))
                    for last, unit in text.ends(start, Sense.UNIT):
                        if unit == "day":
                            yield Item(Kind.NTH, last, (LAST, ANY_DAY))
                    for month_end, month in text.ends(start, Sense.MONTH):
                        for last, weekday in text.ends(month_end, Sense.WEEKDAY):
                            yield Item(Kind.NTH, last, (LAST, weekday, month))
            case Sense.TO:
                is_hour = any(last == end for last, _ in text.ends(place, Sense.AT))
                yield Item(Kind.TO, end, cost=int(is_hour))
            case Sense.AND:
                yield Item(Kind.AND, end)
            case Sense.OR:
                yield Item(Kind.OR, end)
            case Sense.WEEK:
                for number in text.numbers(end):
                    if 1 <= number.value <= 53 and number.digits:
                        yield Item(Kind.WEEK, number.end, number.value, cost=1)
            case Sense.QUARTER:
                yield from _quarter(text, end, Kind.QUARTER, 4)
            case Sense.HALF:
                yield from _quarter(text, end, Kind.HALF, 2)
            case Sense.SEASON:
                yield Item(Kind.SEASON, end, cost=9)
                for last, _ in text.ends(end, Sense.STEP):
                    yield Item(Kind.SEASON, last, cost=9)
            case Sense.VAGUE:
                yield Item(Kind.VAGUE, end, cost=9)
            case Sense.FILLER | Sense.ARTICLE | Sense.FROM | Sense.BETWEEN:
                fillers.setdefault(end, set()).add(sense)
            case _:
                pass
    for end, senses in fillers.items():
        yield Item(Kind.FILLER, end, frozenset(senses), cost=_filler_cost(text, place, end))


def _is_day_of_month(text: DateText, place: int) -> bool:
    """Tell whether a day with its month in letters stands at *place* ("the coming 5 May")."""
    return any(
        text.ends(start, Sense.MONTH)
        for number in text.numbers(place)
        for start in text.after(number.end, Sense.FILLER)
    )


def _filler_cost(text: DateText, place: int, end: int) -> int:
    """Return more for a word that says something here: "in 1 h", "alle 9", "da domani a"."""
    after = text.at(end)
    for last, (sense, _) in text.senses(place):
        if sense in (Sense.PART, Sense.PERIOD, Sense.FROM) and last > end:
            return 1  # "in the morning", "of this year"
        if sense in (Sense.IN, Sense.BEFORE):
            starts = text.after(end, Sense.FILLER)
            if any(_units(text, number) for at in starts for number in text.numbers(at)):
                return 1
        elif last == end and (
            (sense is Sense.TO and place > 0)
            or (sense is Sense.AT and after is not None and after.sort is Sort.NUMBER)
        ):
            return 1
    return 0


def _quarter(text: DateText, place: int, kind: Kind, most: int) -> Iterator[Item]:
    """Return what follows "quarter" or "half": its number, in digits or as a Roman numeral."""
    for number in text.numbers(place):
        if 1 <= number.value <= most and number.digits == 1:
            yield Item(kind, number.end, number.value)
    token = text.at(place)
    if token is not None and 0 < ROMAN.get(token.text, 0) <= most:
        yield Item(kind, place + 1, ROMAN[token.text])
        for end, _ in text.ends(place + 1, Sense.SUFFIX):
            yield Item(kind, end, ROMAN[token.text])


def _is_week(text: DateText, place: int, end: int) -> bool:
    """Tell whether a weekday's name is that of the week as well (Maltese "il-ġimgħa")."""
    return any(last == end and unit == "week" for last, unit in text.ends(place, Sense.UNIT))


def _weekday(text: DateText, place: int, end: int, weekday: int) -> Iterator[Item]:
    yield Item(Kind.WEEKDAY, end, CalendarName(weekday))
    if _is_week(text, place, end):
        return
    for last, steps in text.ends(end, Sense.STEP):
        yield Item(Kind.WEEKDAY, last, CalendarName(weekday, steps))
    for last, _ in text.ends(end, Sense.COMING):
        yield Item(Kind.WEEKDAY, last, CalendarName(weekday, is_coming=True))
    for last, _ in text.ends(end, Sense.LAST_OF):
        yield Item(Kind.NTH, last, (LAST, weekday), cost=1)


def _stepped(text: DateText, place: int, steps: int) -> Iterator[Item]:
    """Return what follows "this", "next" or "last"."""
    for start in text.after(place, Sense.ARTICLE):
        for end, (sense, value) in text.senses(start):
            if sense is Sense.WEEKDAY and not _is_week(text, start, end):
                yield Item(Kind.WEEKDAY, end, CalendarName(value, steps))
            elif sense is Sense.MONTH:
                yield Item(Kind.MONTH, end, CalendarName(value, steps))
            elif sense is Sense.UNIT and value in PERIODS:
                yield Item(Kind.PERIOD, end, (value, steps))
            elif sense in (Sense.SEASON, Sense.VAGUE):
                kind = Kind.SEASON if sense is Sense.SEASON else Kind.VAGUE
                yield Item(kind, end, cost=9)
    if steps == 0:
        for end, _ in text.ends(place, Sense.COMING):
            for last, weekday in text.ends(end, Sense.WEEKDAY):
                yield Item(Kind.WEEKDAY, last, CalendarName(weekday, is_coming=True))


def _unit(text: DateText, end: int, unit: str) -> Iterator[Item]:
    if unit in PERIODS:
        for start in text.after(end, Sense.ARTICLE):
            for last, steps in text.ends(start, Sense.STEP):
                yield Item(Kind.PERIOD, last, (unit, steps))
            for last, _ in text.ends(start, Sense.COMING):
                yield Item(Kind.PERIOD, last, (unit, 1))
    if unit == "week":
        yield Item(Kind.WEEK_OF, end, cost=3)
    if not text.lexicon.bare_units and not unit[0].isdigit():
        return
    for last, _ in text.ends(end, Sense.AGO):
        yield Item(Kind.SHIFT, last, (unit, -1), cost=1)
    for last, _ in text.ends(end, Sense.LATER):
        yield Item(Kind.SHIFT, last, (unit, 1))


def _in(text: DateText, place: int, sign: int) -> Iterator[Item]:
    """Return "in 3 days", "za tydzień", "il y a 5 mois"."""
    for start in text.after(place, Sense.FILLER, Sense.ARTICLE):
        for number in text.numbers(start):
            if number.is_ordinal or number.value > MOST or number.is_dotted:
                continue
            for end, minutes in _decimal(text, number):
                yield Item(Kind.SHIFT, end, ("minute", sign * minutes))
            for end, unit in _units(text, number):
                yield Item(Kind.SHIFT, end, (unit, sign * number.value))
                for last, _ in text.ends(end, Sense.LATER if sign > 0 else Sense.AGO):
                    yield Item(Kind.SHIFT, last, (unit, sign * number.value))
        for end, unit in text.ends(start, Sense.UNIT):
            if text.lexicon.bare_units or unit[0].isdigit():
                yield Item(Kind.SHIFT, end, (unit, sign), cost=1)
