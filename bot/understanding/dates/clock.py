"""Hours: in digits, with the words of a language, and in words."""

from collections.abc import Iterator

from bot.understanding.dates.items import DateItem, DateText, Kind, Number, TimeOfDay
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.tokens import Sort

HOUR = 60
DAY = 24 * HOUR
NOON = DAY // 2
LAST_HOUR = 24
WORDY = 1
"""What a time costs that is said in words: another reading of them goes first."""


def times_at(text: DateText, place: int) -> Iterator[DateItem]:
    """Return the hours that begin at *place*, with the word before them ("at", "um", "kl.")."""
    yield from _from(text, place, is_marked=False)
    for end, _ in text.ends(place, Sense.AT):
        yield from _from(text, end, is_marked=True)
        for after, _ in text.ends(end, Sense.AT):
            yield from _from(text, after, is_marked=True)
        # "Time: 9".
        if text.is_sign(end, ":"):
            yield from _from(text, end + 1, is_marked=True)


def _from(text: DateText, place: int, *, is_marked: bool) -> Iterator[DateItem]:
    """Return the hours from *place* on; *is_marked*: a word before them says that they are."""
    token = text.at(place)
    if token is None:
        return
    if token.sort is Sort.NUMBER:
        yield from _in_digits(text, place, is_marked=is_marked)
    for end, (sense, value) in text.senses(place):
        if sense is Sense.CLOCK:
            yield from _named(end, value)
            yield from _said_after(text, end, value // HOUR, is_marked=True)
            yield from _minutes(text, end, value // HOUR)
        elif sense is Sense.CLOCK_BEFORE:
            yield from _before(text, end, value)
    yield from _in_words(text, place, is_marked=is_marked)
    yield from _past_or_to(text, place)


def _item(end: int, minutes: int, *, marked: bool, cost: int = 0, seconds: int = 0) -> DateItem:
    return DateItem(Kind.TIME, end, TimeOfDay(minutes, marked, seconds), cost)


def _named(end: int, minutes: int) -> Iterator[DateItem]:
    """Return noon or midnight; midnight is where a day begins, or where it ends."""
    yield _item(end, minutes, marked=True)
    if minutes == 0:
        yield _item(end, DAY, marked=True)


def _with_hour_word(text: DateText, end: int, minutes: int, cost: int) -> Iterator[DateItem]:
    """Return a time up to *end*, and with a word for hours after it."""
    yield _item(end, minutes, marked=True, cost=cost)
    for last, _ in text.ends(end, Sense.HOUR):
        yield _item(last, minutes, marked=True, cost=cost)


# --- in digits -----------------------------------------------------------------------------------


def _in_digits(text: DateText, place: int, *, is_marked: bool) -> Iterator[DateItem]:
    token = text.tokens[place]
    if len(token.text) in (3, 4):
        yield from _without_sign(text, place, is_marked=is_marked)
    if len(token.text) > 2 or token.value > LAST_HOUR:
        return
    for sign in ":.,":
        yield from _with_minutes(text, place, sign, is_marked=is_marked)
    end = place + 1
    ends = (end, end + 1) if text.is_sign(end, ".") and text.is_glued(end) else (end,)
    for after in ends:  # "9" and "9."
        yield from _named_after(text, after, token.value * HOUR)
        yield from _hour_marks(text, after, token.value)
        yield from _said_after(text, after, token.value, is_marked=is_marked)
        yield from _bare_hour(text, place, after, is_marked=is_marked)


def _without_sign(text: DateText, place: int, *, is_marked: bool) -> Iterator[DateItem]:
    """Return "1430" with a sign of the clock beside it."""
    token, end = text.tokens[place], place + 1
    if token.value >= LAST_HOUR * 100 or token.value % 100 >= HOUR:
        return
    minutes = token.value // 100 * HOUR + token.value % 100
    for after, _ in text.ends(end, Sense.HOUR):
        yield _item(after, minutes, marked=True, cost=WORDY)
    if text.ends(end, Sense.PART):
        yield _item(end, minutes, marked=True, cost=WORDY)
    # "At 1430" is an hour, "in 2027" and "in 1998" are years.
    is_year = token.text[0] not in "01" or token.text.startswith("19")
    if is_marked and len(token.text) == 4 and not is_year:
        yield _item(end, minutes, marked=True, cost=WORDY)


def _bare_hour(text: DateText, place: int, end: int, *, is_marked: bool) -> Iterator[DateItem]:
    """Return "9" alone, and "9." after a word such as "at"."""
    if any(unit not in ("hour", "minute") for _, unit in text.ends(end, Sense.UNIT)):
        return  # "o 3 dni" is in three days
    has_stop = end > place + 1
    if has_stop and not is_marked:
        return  # "9." is rather a day
    is_told = is_marked or bool(text.ends(end, Sense.PART))
    cost = (0 if is_told else 1) + has_stop
    yield _item(end, text.tokens[place].value * HOUR, marked=is_marked, cost=cost)


def _with_minutes(text: DateText, place: int, sign: str, *, is_marked: bool) -> Iterator[DateItem]:
    """Return "9:30", "9.30", "9,30 ч." and "9:30:15"."""
    minute = _minute_of(text, place, sign)
    if minute is None:
        return
    end, seconds = _seconds(text, place + 3, sign)
    if seconds >= HOUR:
        return
    minutes = text.tokens[place].value * HOUR + minute
    yield from _named_after(text, end, minutes)
    for after, _ in text.ends(end, Sense.HOUR):
        yield _item(after, minutes, marked=True, seconds=seconds)
        for late, _ in text.ends(after, Sense.HOUR):
            yield _item(late, minutes, marked=True, seconds=seconds)
    if sign == "," and not is_marked:
        return  # "14,00 ч." is an hour, "14,00" may be anything
    may_be_date = sign == "." and not is_marked
    yield _item(end, minutes, marked=True, cost=int(may_be_date), seconds=seconds)


def _named_after(text: DateText, end: int, minutes: int) -> Iterator[DateItem]:
    """Return "12:00 noon" and "12 midnight", where the word says the hour again."""
    for start in (end, end + text.is_sign(end, "(")):
        for last, named in text.ends(start, Sense.CLOCK):
            if named == minutes or (named == 0 and minutes in (NOON, DAY)):
                yield from _named(last, named)


def _minute_of(text: DateText, place: int, sign: str) -> int | None:
    """Return the minutes after the hour at *place*, two digits behind *sign*."""
    token = text.at(place + 2)
    if not text.is_sign(place + 1, sign) or token is None or token.sort is not Sort.NUMBER:
        return None
    if len(token.text) != 2 or token.value >= HOUR:
        return None
    if text.tokens[place].value == LAST_HOUR and token.value:
        return None  # 24:00 ends the day
    # A stop or a comma with a space ends something; around a colon people leave spaces.
    if sign in ".," and not (text.is_glued(place + 1) and token.is_glued):
        return None
    return token.value


def _seconds(text: DateText, end: int, sign: str) -> tuple[int, int]:
    """Return the place after hours, minutes and seconds, and the seconds; 0 where none are."""
    token = text.at(end + 1)
    if not text.is_sign(end, sign) or token is None or len(token.text) != 2:
        return end, 0
    if token.sort is not Sort.NUMBER or not token.is_glued:
        return end, 0
    return end + 2, token.value


def _hour_marks(text: DateText, place: int, hour: int) -> Iterator[DateItem]:
    """Return "14h", "14 h 30", "14 Uhr 30 Minuten", "8 minut 30"."""
    for end, _ in text.ends(place, Sense.HOUR):
        yield _item(end, hour * HOUR, marked=True)
        yield from _named_after(text, end, hour * HOUR)
        yield from _minutes(text, end, hour)
        yield from _said_after(text, end, hour, is_marked=True)
        for late, _ in text.ends(end, Sense.HOUR, Sense.AT):
            yield _item(late, hour * HOUR, marked=True)
    for end, _ in text.ends(place, Sense.MINUTE):
        yield from _minutes(text, end, hour)


# --- minutes after the hour ----------------------------------------------------------------------


def _minutes(text: DateText, place: int, hour: int) -> Iterator[DateItem]:
    """Return "14 h 30": the minutes that follow a word for hours, with their own word or not."""
    for start in text.after(place, Sense.AND):
        for number in text.numbers(start):
            if number.digits == 1 or number.value >= HOUR or number.is_dotted or number.is_ordinal:
                continue  # minutes are written with two digits
            minutes = hour * HOUR + number.value
            cost = 0 if number.digits else WORDY
            yield _item(number.end, minutes, marked=True, cost=cost)
            for end, _ in text.ends(number.end, Sense.MINUTE):
                yield _item(end, minutes, marked=True)


def _said_after(text: DateText, place: int, hour: int, *, is_marked: bool) -> Iterator[DateItem]:
    """Return "9 et quart", "las nueve y media", "9 menos diez"."""
    for end, value in text.ends(place, Sense.CLOCK_AFTER):
        yield from _with_hour_word(text, end, (hour * HOUR + value) % DAY, WORDY)
    for end, _ in text.ends(place, Sense.MINUS):
        for number in text.numbers(end):
            if number.value < HOUR // 2 and not number.is_ordinal:
                minutes = (hour * HOUR - number.value) % DAY
                yield _item(number.end, minutes, marked=True, cost=WORDY)
    if is_marked:
        yield from _and_minutes(text, place, hour)


def _and_minutes(text: DateText, place: int, hour: int) -> Iterator[DateItem]:
    """Return "las nueve y diez"; fewer than five minutes are rather a list."""
    for end, _ in text.ends(place, Sense.AND):
        for number in text.numbers(end):
            if 5 <= number.value < HOUR and not number.is_ordinal and not number.is_dotted:
                minutes = hour * HOUR + number.value
                yield _item(number.end, minutes, marked=True, cost=WORDY + 1)


# --- in words ------------------------------------------------------------------------------------


def _before(text: DateText, place: int, change: int) -> Iterator[DateItem]:
    """Return "half past nine", "halb neun", "fél 9-kor", "kwart voor 3".

    *change* is what the words before the hour add to it, in minutes.
    """
    for start in text.after(place, Sense.AT):
        for end, value in text.ends(start, Sense.CLOCK):
            yield _item(end, (value + change) % DAY, marked=True, cost=WORDY)
        for number in text.numbers(start):
            if number.value > LAST_HOUR or number.digits > 2:
                continue  # a year or a count
            if number.value == 1 and not number.digits and text.ends(number.end, Sense.HOUR):
                continue  # "half an hour"
            minutes = (number.value * HOUR + change) % DAY
            yield from _with_hour_word(text, number.end, minutes, WORDY)


def _in_words(text: DateText, place: int, *, is_marked: bool) -> Iterator[DateItem]:
    for number in text.numbers(place):
        if number.digits or number.value > LAST_HOUR:
            continue
        if number.is_ordinal and not text.lexicon.ordinal_hours:
            continue  # "the ninth" is a day
        yield from _hour_word(text, number, is_marked=is_marked)
        yield from _hour_word_with_mark(text, number, is_marked=is_marked)


def _hour_word(text: DateText, number: Number, *, is_marked: bool) -> Iterator[DateItem]:
    """Return "nine", "nine thirty"; an ordinal ("ósma") needs a word of the clock beside it."""
    hour, end = number.value, number.end
    is_before_part = bool(text.ends(end, Sense.PART))
    if number.is_ordinal and not is_marked:
        if is_before_part:
            yield _item(end, hour * HOUR, marked=False, cost=WORDY)
        return
    cost = WORDY if is_marked or is_before_part else WORDY + 2
    yield _item(end, hour * HOUR, marked=is_marked, cost=cost)
    yield from _said_after(text, end, hour, is_marked=is_marked)
    for minutes in text.numbers(end):
        # "Nine thirty" in words; "nine five" nobody says.
        if not minutes.digits and 10 <= minutes.value < HOUR and not minutes.is_ordinal:
            exact = hour * HOUR + minutes.value
            yield _item(minutes.end, exact, marked=True, cost=WORDY + 1)


def _hour_word_with_mark(text: DateText, number: Number, *, is_marked: bool) -> Iterator[DateItem]:
    """Return "nine o'clock", "neun Uhr dreißig"."""
    if number.value == 1 and not is_marked:
        return  # "an hour" is no time of the day
    for end, _ in text.ends(number.end, Sense.HOUR):
        yield _item(end, number.value * HOUR, marked=True, cost=WORDY)
        yield from _said_after(text, end, number.value, is_marked=True)
        yield from _minutes(text, end, number.value)


# --- ten past, ten to ----------------------------------------------------------------------------


def _past_or_to(text: DateText, place: int) -> Iterator[DateItem]:
    """Return "ten past nine", "zehn Minuten vor neun"."""
    for number in text.numbers(place):
        if not 0 < number.value < HOUR or number.is_ordinal or number.is_dotted:
            continue
        for start in text.after(number.end, Sense.MINUTE):
            yield from _change_and_hour(text, number, start)


def _change_and_hour(text: DateText, number: Number, start: int) -> Iterator[DateItem]:
    for sense, sign in ((Sense.PAST_HOUR, 1), (Sense.TO_HOUR, -1)):
        for end, _ in text.ends(start, sense):
            has_minute_word = start > number.end
            if has_minute_word or not _may_be_range(text, number, start, end):
                yield from _hour_of(text, end, sign * number.value)


def _may_be_range(text: DateText, number: Number, place: int, end: int) -> bool:
    """Tell whether "8 to 9" is from eight to nine: in digits, or no count of minutes."""
    is_to = any(last == end for last, _ in text.ends(place, Sense.TO))
    return (is_to and number.digits > 0) or number.value % 5 > 0


def _hour_of(text: DateText, place: int, change: int) -> Iterator[DateItem]:
    for start in text.after(place, Sense.AT, Sense.ARTICLE):
        for hour in text.numbers(start):
            # "Ten to 9." ends a sentence: its number has no stop of its own.
            if hour.value <= LAST_HOUR and hour.digits <= 2 and not hour.is_dotted:
                minutes = (hour.value * HOUR + change) % DAY
                yield from _with_hour_word(text, hour.end, minutes, WORDY + 2)
        for end, value in text.ends(start, Sense.CLOCK):
            yield _item(end, (value + change) % DAY, marked=True, cost=WORDY + 1)
