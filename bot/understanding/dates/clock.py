"""Hours: in digits, with the words of a language, and in words."""

from collections.abc import Iterator

from bot.understanding.dates.items import DateText, Item, Kind, Number, TimeOfDay
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.tokens import Sort

HOUR = 60
DAY = 24 * HOUR
WORDY = 1
"""What a time costs that is said in words: another reading of them goes first."""


def times_at(text: DateText, place: int) -> Iterator[Item]:
    """Return the hours that begin at *place*, with the word before them ("at", "um", "kl.")."""
    yield from _from(text, place, is_marked=False)
    for end, _ in text.ends(place, Sense.AT):
        yield from _from(text, end, is_marked=True)
        for after, _ in text.ends(end, Sense.AT):
            yield from _from(text, after, is_marked=True)
        if text.is_sign(end, ":"):
            yield from _from(text, end + 1, is_marked=True)


def _from(text: DateText, place: int, *, is_marked: bool) -> Iterator[Item]:
    token = text.at(place)
    if token is None:
        return
    if token.sort is Sort.NUMBER:
        yield from _in_digits(text, place, is_marked=is_marked)
    for end, (sense, value) in text.senses(place):
        if sense is Sense.CLOCK:
            yield _item(end, value, marked=True)
            yield from _said_after(text, end, value // HOUR, is_marked=True)
            yield from _minutes(text, end, value // HOUR)
        elif sense is Sense.CLOCK_BEFORE:
            yield from _before(text, end, value, is_marked=is_marked)
    yield from _in_words(text, place, is_marked=is_marked)
    yield from _past_or_to(text, place)


def _item(end: int, minutes: int, *, marked: bool, cost: int = 0, seconds: int = 0) -> Item:
    return Item(Kind.TIME, end, TimeOfDay(minutes, marked, seconds), cost)


def _in_digits(text: DateText, place: int, *, is_marked: bool) -> Iterator[Item]:
    token = text.tokens[place]
    hour, end = token.value, place + 1
    if len(token.text) in (3, 4) and hour < 2400 and hour % 100 < HOUR:
        minutes = hour // 100 * HOUR + hour % 100
        for after, _ in text.ends(end, Sense.HOUR):
            yield _item(after, minutes, marked=True, cost=WORDY)
        if text.ends(end, Sense.PART):
            yield _item(end, minutes, marked=True, cost=WORDY)
        is_year = token.text[0] not in "01" or token.text.startswith("19")
        if is_marked and len(token.text) == 4 and not is_year:
            yield _item(end, minutes, marked=True, cost=WORDY)
    if len(token.text) > 2 or hour > 24:
        return
    for sign in ":.,":
        yield from _with_minutes(text, place, sign, is_marked=is_marked)
    for after in (end, end + 1) if text.is_sign(end, ".") and text.is_glued(end) else (end,):
        yield from _hour_marks(text, after, hour)
        yield from _said_after(text, after, hour, is_marked=is_marked)
        is_count = any(unit not in ("hour", "minute") for _, unit in text.ends(after, Sense.UNIT))
        if is_count:
            continue  # "o 3 dni" is in three days
        if is_marked or after == end:
            is_told = is_marked or bool(text.ends(after, Sense.PART))
            cost = (0 if is_told else 1) + (after > end)
            yield _item(after, hour * HOUR, marked=is_marked, cost=cost)


def _with_minutes(text: DateText, place: int, sign: str, *, is_marked: bool) -> Iterator[Item]:
    hour, token = text.tokens[place].value, text.at(place + 2)
    if not text.is_sign(place + 1, sign) or token is None or token.sort is not Sort.NUMBER:
        return
    if len(token.text) != 2 or token.value >= HOUR or (hour == 24 and token.value):
        return
    if sign in ".," and not (text.is_glued(place + 1) and token.is_glued):
        return
    end, second = place + 3, 0
    seconds = text.at(end + 1)
    if text.is_sign(end, sign) and seconds is not None and len(seconds.text) == 2:
        is_number = seconds.sort is Sort.NUMBER and seconds.is_glued
        end, second = (end + 2, seconds.value) if is_number else (end, 0)
    if second >= HOUR:
        return
    minutes = hour * HOUR + token.value
    for after, _ in text.ends(end, Sense.HOUR):
        yield _item(after, minutes, marked=True, seconds=second)
        for late, _ in text.ends(after, Sense.HOUR):
            yield _item(late, minutes, marked=True, seconds=second)
    if sign == "," and not is_marked:
        return  # "14,00 ч." is an hour, "14,00" may be anything
    doubtful = sign == "." and not is_marked
    yield _item(end, minutes, marked=True, cost=1 if doubtful else 0, seconds=second)


def _hour_marks(text: DateText, place: int, hour: int) -> Iterator[Item]:
    """Return "14h", "14 h 30", "14 Uhr 30 Minuten", "8 minut 30"."""
    for end, _ in text.ends(place, Sense.HOUR):
        yield _item(end, hour * HOUR, marked=True)
        yield from _minutes(text, end, hour)
        yield from _said_after(text, end, hour, is_marked=True)
        for late, _ in text.ends(end, Sense.HOUR, Sense.AT):
            yield _item(late, hour * HOUR, marked=True)
    for end, _ in text.ends(place, Sense.MINUTE):
        yield from _minutes(text, end, hour)


def _minutes(text: DateText, place: int, hour: int) -> Iterator[Item]:
    for start in text.after(place, Sense.AND):
        for number in text.numbers(start):
            if number.digits == 1 or number.value >= HOUR or number.is_dotted or number.is_ordinal:
                continue
            minutes = hour * HOUR + number.value
            cost = 0 if number.digits else WORDY
            yield _item(number.end, minutes, marked=True, cost=cost)
            for end, _ in text.ends(number.end, Sense.MINUTE):
                yield _item(end, minutes, marked=True)


def _said_after(text: DateText, place: int, hour: int, *, is_marked: bool) -> Iterator[Item]:
    """Return "9 et quart", "las nueve y media", "9 menos diez"."""
    for end, value in text.ends(place, Sense.CLOCK_AFTER):
        yield _item(end, (hour * HOUR + value) % DAY, marked=True, cost=WORDY)
        for after, _ in text.ends(end, Sense.HOUR):
            yield _item(after, (hour * HOUR + value) % DAY, marked=True, cost=WORDY)
    for end, _ in text.ends(place, Sense.MINUS):
        for number in text.numbers(end):
            if number.value < HOUR // 2 and not number.is_ordinal:
                minutes = (hour * HOUR - number.value) % DAY
                yield _item(number.end, minutes, marked=True, cost=WORDY)
    if is_marked:
        for end, _ in text.ends(place, Sense.AND):
            for number in text.numbers(end):
                if 5 <= number.value < HOUR and not number.is_ordinal and not number.is_dotted:
                    minutes = hour * HOUR + number.value
                    yield _item(number.end, minutes, marked=True, cost=WORDY + 1)


def _before(text: DateText, place: int, change: int, *, is_marked: bool) -> Iterator[Item]:
    """Return "half past nine", "halb neun", "fél 9-kor", "kwart voor 3"."""
    del is_marked
    for start in text.after(place, Sense.AT):
        for end, value in text.ends(start, Sense.CLOCK):
            yield _item(end, (value + change) % DAY, marked=True, cost=WORDY)
        for number in text.numbers(start):
            if number.value > 24 or number.digits > 2:
                continue
            if number.value == 1 and not number.digits and text.ends(number.end, Sense.HOUR):
                continue  # "half an hour"
            minutes = (number.value * HOUR + change) % DAY
            if change < 0 and number.value == 0:
                minutes = DAY + change
            yield _item(number.end, minutes, marked=True, cost=WORDY)
            for end, _ in text.ends(number.end, Sense.HOUR):
                yield _item(end, minutes, marked=True, cost=WORDY)


def _in_words(text: DateText, place: int, *, is_marked: bool) -> Iterator[Item]:
    for number in text.numbers(place):
        if number.digits or number.value > 24:
            continue
        hour, end = number.value, number.end
        if number.is_ordinal and not text.lexicon.ordinal_hours:
            continue
        if number.is_ordinal and not is_marked and text.ends(end, Sense.PART):
            yield _item(end, hour * HOUR, marked=False, cost=WORDY)
        if not number.is_ordinal or is_marked:
            cost = WORDY if is_marked or text.ends(end, Sense.PART) else WORDY + 2
            yield _item(end, hour * HOUR, marked=is_marked, cost=cost)
            yield from _said_after(text, end, hour, is_marked=is_marked)
            for minutes in text.numbers(end):
                if not minutes.digits and 10 <= minutes.value < HOUR and not minutes.is_ordinal:
                    said = hour * HOUR + minutes.value
                    yield _item(minutes.end, said, marked=True, cost=WORDY + 1)
        for after, _ in text.ends(end, Sense.HOUR):
            if hour == 1 and not is_marked:
                continue  # "an hour" is no time of the day
            yield _item(after, hour * HOUR, marked=True, cost=WORDY)
            yield from _said_after(text, after, hour, is_marked=True)
            yield from _minutes(text, after, hour)


def _past_or_to(text: DateText, place: int) -> Iterator[Item]:
    """Return "ten past nine", "zehn Minuten vor neun"."""
    for number in text.numbers(place):
        if not 0 < number.value < HOUR or number.is_ordinal or number.is_dotted:
            continue
        for start in text.after(number.end, Sense.MINUTE):
            for sense, sign in ((Sense.PAST_HOUR, 1), (Sense.TO_HOUR, -1)):
                for end, _ in text.ends(start, sense):
                    if start == number.end and _may_be_range(text, number, start, end):
                        continue
                    yield from _hour_of(text, end, sign * number.value)


def _may_be_range(text: DateText, number: Number, place: int, end: int) -> bool:
    """Tell whether "8 to 9" is from eight to nine: in digits, or no count of minutes."""
    is_to = any(last == end for last, _ in text.ends(place, Sense.TO))
    return (is_to and number.digits > 0) or number.value % 5 > 0


def _hour_of(text: DateText, place: int, change: int) -> Iterator[Item]:
    for start in text.after(place, Sense.AT, Sense.ARTICLE):
        for hour in text.numbers(start):
            if hour.value <= 24 and hour.digits <= 2 and not hour.is_dotted:
                minutes = (hour.value * HOUR + change) % DAY
                yield _item(hour.end, minutes, marked=True, cost=WORDY + 2)
                for end, _ in text.ends(hour.end, Sense.HOUR):
                    yield _item(end, minutes, marked=True, cost=WORDY + 2)
        for end, value in text.ends(start, Sense.CLOCK):
            yield _item(end, (value + change) % DAY, marked=True, cost=WORDY + 1)
