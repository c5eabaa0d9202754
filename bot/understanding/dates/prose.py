"""What a number in running text may be: "5 June, three experts" is neither a day nor an hour."""

from collections.abc import Iterable
from functools import cache

from bot.understanding.dates.items import DateText, Day, Item, Kind, Number, TimeOfDay
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.tokens import Sort, unaccented
from bot.understanding.lexicon import language_file

YEAR_DIGITS = 4
_SMALL = (Sense.FILLER, Sense.ARTICLE)
_JOINTS = (Sense.FROM, Sense.BETWEEN, Sense.TO, Sense.AND)


def in_prose(text: DateText, place: int, items: Iterable[Item]) -> list[Item]:
    """Return the items at *place* without numbers that rather count what follows them.

    An hour needs a sign of the clock (minutes, a word for hours, "at", a part of the day after
    it); a number is no day where the text has named the day or the month with its year before.
    """
    return [
        item
        for item in items
        if not (
            (item.kind is Kind.DAY and _is_no_day(text, place, item))
            or (item.kind is Kind.TIME and _is_no_hour(text, place, item))
            or (item.kind is Kind.PART and _is_letter(text, place, item))
        )
    ]


def _is_no_day(text: DateText, place: int, item: Item) -> bool:
    day: Day = item.value
    if day.mark > 0:
        return False
    before = _before(text, place)
    if day.mark < 0 and before is not None:
        if _is_said_before(text, before):
            return True
        if _counts(text, item.end) and text.ends(before, Sense.WEEKDAY):
            return True
    month = _month_before(text, before)
    if month is not None:
        ahead = _before(text, month)
        if ahead is None or text.tokens[ahead].sort is not Sort.NUMBER:
            return _counts(text, item.end) and not _may_follow_its_month(text, month)
        is_year = len(text.tokens[ahead].text) == YEAR_DIGITS
        return not is_year or _counts(text, item.end)
    if before is None or len(text.tokens[before].text) != YEAR_DIGITS:
        return False
    is_year = text.tokens[before].sort is Sort.NUMBER
    return is_year and _month_before(text, _before(text, before)) is not None


def _may_follow_its_month(text: DateText, month: int) -> bool:
    """Tell whether the language says "on May 12", and does not say "in May" here."""
    is_in = any(end == month for end, _ in text.ends(month - 1, Sense.IN))
    return text.lexicon.month_day and not is_in


def _is_letter(text: DateText, place: int, item: Item) -> bool:
    """Tell whether "a" or "p" is no "a.m." or "p.m.": no number stands before it."""
    before = text.at(place - 1)
    is_letter = item.end == place + 1 and len(text.tokens[place].text) == 1
    return is_letter and (before is None or before.sort is not Sort.NUMBER)


def _is_said_before(text: DateText, place: int) -> bool:
    """Tell whether a month or a year ends with the token at *place*."""
    token = text.tokens[place]
    is_year = token.sort is Sort.NUMBER and len(token.text) == YEAR_DIGITS
    return is_year or _month_before(text, place) is not None


def _is_no_hour(text: DateText, place: int, item: Item) -> bool:
    clock: TimeOfDay = item.value
    last = text.tokens[item.end - 1]
    if clock.minutes % 60 or clock.seconds or text.ends(item.end, Sense.PART):
        return False
    start = item.end - 1
    if last.sort is Sort.NUMBER:
        is_written_out = start - 1 > place and text.tokens[start - 1].sort is Sort.SIGN
        if is_written_out and text.tokens[start - 2].sort is Sort.NUMBER:
            return False  # "9:00"
    elif not any(number.end == item.end for at in (start, start - 1) for number in _at(text, at)):
        return False  # a word of the clock ends it: "noon", "9 o'clock", "18 Uhr"
    if last.sort is Sort.WORD and _counts(text, item.end):
        return True
    if clock.marked:
        return False
    sides = text.ends(item.end, *_JOINTS)
    return not (sides or _follows_joint(text, place)) or _counts(text, item.end)


def _at(text: DateText, place: int) -> list[Number]:
    return text.numbers(place) if place >= 0 else []


def _follows_joint(text: DateText, place: int) -> bool:
    if text.is_sign(place - 1, "-"):
        return True
    return any(
        end == place
        for start in range(max(0, place - 3), place)
        for end, _ in text.ends(start, *_JOINTS)
    )


def _counts(text: DateText, end: int) -> bool:
    """Tell whether a word that is none of a date follows: "three experts", "a three-day visit"."""
    after = text.at(end)
    if after is None:
        return False
    if after.text == "-" and after.is_glued:
        return text.is_glued(end + 1) and text.tokens[end + 1].sort is Sort.WORD
    if after.sort is not Sort.WORD or after.is_glued or text.senses(end):
        return False
    return after.text not in _common(text.lexicon.language)


@cache
def _common(language: str) -> frozenset[str]:
    """Return the commonest small words of a language: nobody counts them."""
    return frozenset(map(unaccented, language_file(language).get("common", "").split()))


def _before(text: DateText, place: int) -> int | None:
    """Return the place before, over fillers that are words or full stops."""
    at = place - 1
    while at >= 0:
        token = text.tokens[at]
        is_stop = token.text in (".", "'")
        is_small = any(end == at + 1 for end, _ in text.ends(at, *_SMALL))
        if not is_stop and (token.sort is not Sort.WORD or not is_small):
            return at
        at -= 1
    return None


def _month_before(text: DateText, place: int | None) -> int | None:
    """Return where the month begins that ends with the token at *place*."""
    if place is None:
        return None
    for start in range(max(0, place - 3), place + 1):
        if any(end == place + 1 for end, _ in text.ends(start, Sense.MONTH)):
            return start
    return None
