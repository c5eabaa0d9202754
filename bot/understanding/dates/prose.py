"""What a number in running text may be: "5 June, three experts" is neither a day nor an hour."""

from collections.abc import Iterable
from functools import cache

from bot.understanding.dates.items import DateItem, DateText, Day, Kind, Number, TimeOfDay
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.tokens import Sort, unaccented
from bot.understanding.lexicon import language_file

YEAR_DIGITS = 4
_SMALL = (Sense.FILLER, Sense.ARTICLE)
_JOINTS = (Sense.FROM, Sense.BETWEEN, Sense.TO, Sense.AND)


def in_prose(text: DateText, place: int, items: Iterable[DateItem]) -> list[DateItem]:
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


def _is_no_day(text: DateText, place: int, item: DateItem) -> bool:
    day: Day = item.value
    if day.mark > 0:
        return False  # "5th" and "5." are told from a count
    before = _before(text, place)
    if before is None:
        return False
    if day.mark < 0 and _is_word_of_count(text, before, item.end):
        return True
    month = _month_before(text, before)
    if month is not None:
        return _is_after_month(text, month, item.end)
    # "May 2027, three": a year with its month stands before, and no month follows.
    if any(text.ends(at, Sense.MONTH) for at in text.after(item.end, Sense.FILLER)):
        return False
    return _is_year(text, before) and _month_before(text, _before(text, before)) is not None


def _is_word_of_count(text: DateText, before: int, end: int) -> bool:
    """Tell whether a number in words behind a month, a year or a weekday is no day of it."""
    if _is_year(text, before) or _month_before(text, before) is not None:
        return True
    return _counts(text, end) and bool(text.ends(before, Sense.WEEKDAY))


def _is_after_month(text: DateText, month: int, end: int) -> bool:
    """Tell whether a number behind a month is no day of it: the month has its day already."""
    ahead = _before(text, month)
    if ahead is None or text.tokens[ahead].sort is not Sort.NUMBER:
        return _counts(text, end) and not _may_follow_its_month(text, month)
    return not _is_year(text, ahead) or _counts(text, end)


def _is_year(text: DateText, place: int) -> bool:
    token = text.tokens[place]
    return token.sort is Sort.NUMBER and len(token.text) == YEAR_DIGITS


def _may_follow_its_month(text: DateText, month: int) -> bool:
    """Tell whether the language says "on May 12", and does not say "in May" here."""
    is_in = any(end == month for end, _ in text.ends(month - 1, Sense.IN))
    return text.lexicon.month_day and not is_in


def _is_letter(text: DateText, place: int, item: DateItem) -> bool:
    """Tell whether "a" or "p" is no "a.m." or "p.m.": no number stands before it."""
    before = text.at(place - 1)
    is_letter = item.end == place + 1 and len(text.tokens[place].text) == 1
    return is_letter and (before is None or before.sort is not Sort.NUMBER)


def _is_no_hour(text: DateText, place: int, item: DateItem) -> bool:
    clock: TimeOfDay = item.value
    if clock.minutes % 60 or clock.seconds or text.ends(item.end, Sense.PART):
        return False  # "9:30" and "9 in the morning" are hours
    if not _ends_with_number(text, place, item.end):
        return False
    if text.tokens[item.end - 1].sort is Sort.WORD and _counts(text, item.end):
        return True  # "at three experts"
    if clock.marked:
        return False  # "at 9"
    # A bare number is an hour at the end of a range, and nowhere else.
    is_joined = text.ends(item.end, *_JOINTS) or _follows_joint(text, place)
    return not is_joined or _counts(text, item.end)


def _ends_with_number(text: DateText, place: int, end: int) -> bool:
    """Tell whether an hour ends with its number: no minutes and no word of the clock follow."""
    last = end - 1
    if text.tokens[last].sort is Sort.NUMBER:
        has_sign = last - 1 > place and text.tokens[last - 1].sort is Sort.SIGN
        return not (has_sign and text.tokens[last - 2].sort is Sort.NUMBER)  # "9:00"
    # Else it ends with a word of the clock: "noon", "9 o'clock", "18 Uhr".
    return any(number.end == end for at in (last, last - 1) for number in _at(text, at))


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
        return False  # a word of dates, an ending, or no word at all
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
