"""A thin grammar of dates and hours; every word of the text has to be accounted for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.understanding.dates.words import Words, plain, words_of
from bot.understanding.languages import OFFICIAL
from bot.understanding.values import Dates, Doubt, Expecting, Precision, Reason, When

LONGEST = 200
FAR = timedelta(days=3 * 366)
SEPARATOR = r"(?:-|to|until|till|au|a|et|and|bis|und|jusqu'au)"
HOUR = (
    r"(?:(\d{1,2})\s?(?:[:h]|heures?)\s?(\d{2})|(\d{1,2})\.(\d{2})(?:\s?uhr)?"
    r"|(\d{1,2})\s?(?:h|heures?|uhr|am|pm)\b|(?<=at )(\d{1,2})\b)"
)
AM_PM = re.compile(r"(\d{1,2})(?::(\d{2}))?\s?(am|pm)\b")
FILLERS = re.compile(
    r"\b(?:le|the|on|du|from|of|at|de|den|dem|am|vom|um|der|entre|between|uhr|kl|a|et|,)\b|[,;]"
)
ORDINAL = re.compile(r"\b(\d{1,2})\s?(?:st|nd|rd|th|er|ere|e|º|ª|\^\{er\})(?=\s|$|-)")
YEAR = r"((?:19|20)\d{2})"


class Impossible(ValueError):
    """A day that does not exist."""


def understand_when(
    text: str,
    *,
    languages: Sequence[str],
    now: datetime,
    zone: ZoneInfo,
    expecting: Expecting = Expecting.FUTURE,
    country: str | None = None,
) -> Dates:
    """Return what *text* means to somebody in *zone* at *now* (aware).

    The writer's *languages* are tried first, in order, then the other official ones.
    """
    del country
    if not text.strip():
        return Dates(reason=Reason.EMPTY, text=text)
    if len(text) > LONGEST:
        return Dates(reason=Reason.TOO_LONG, text=text)
    cleaned = _clean(text)
    here = now.astimezone(zone)
    impossible = False
    for language in dict.fromkeys([*languages, *OFFICIAL]):
        try:
            found = _Reader(words_of(language), here, expecting).read(cleaned)
        except Impossible:
            impossible = True
            continue
        if found is not None:
            when, guessed = found
            if _lists(cleaned, when):
                return Dates(reason=Reason.SEVERAL, text=text)
            when = replace(when, zone=str(zone))
            doubts = _doubts(when, guessed, now, expecting)
            if _contradicts(cleaned, words_of(language), when):
                doubts = (*doubts, Doubt.WEEKDAY_MISMATCH)
            return Dates((when,), doubts, text=text)
    return Dates(reason=Reason.IMPOSSIBLE if impossible else Reason.NOT_A_DATE, text=text)


def _clean(text: str) -> str:
    text = plain(text).replace("’", "'")
    text = re.sub(r"[‐-―−]", "-", text)
    text = ORDINAL.sub(r"\1", text)
    return re.sub(r"\s+", " ", text).strip(" .")


def _doubts(when: When, guessed: bool, now: datetime, expecting: Expecting) -> tuple[Doubt, ...]:
    found = []
    today = now.astimezone(ZoneInfo(when.zone)).date()
    begins = when.starts_at()
    is_past = begins < now if begins is not None else when.end < today
    if is_past and expecting is Expecting.FUTURE:
        found.append(Doubt.PAST)
    if abs(when.start - today) > FAR:
        found.append(Doubt.FAR)
    if when.precision is Precision.DAY and when.start.weekday() > 4:
        found.append(Doubt.WEEKEND)
    if guessed:
        found.append(Doubt.YEAR_GUESSED)
    ends = when.ends_at()
    if when.end < when.start or (begins is not None and ends is not None and ends <= begins):
        found.append(Doubt.END_BEFORE_START)
    found.extend(_clock_doubts(when))
    return tuple(found)


def _lists(text: str, when: When) -> bool:
    """Return whether *text* names days apart ("2 and 5 May"); only days in a row are a range."""
    joined = re.search(r"\d[^\d]*\b(?:and|et|und)\b", text)
    paired = re.search(r"\b(?:between|entre|zwischen)\b", text)
    return bool(joined and not paired and when.end - when.start > timedelta(days=1))


def _contradicts(text: str, words: Words, when: When) -> bool:
    """Return whether the text opens with another weekday than that of the day it names."""
    opening = text.replace(",", " ").split(" ", 1)[0].rstrip(".")
    named = words.weekdays.get(opening)
    return named is not None and named != when.start.weekday()


def _clock_doubts(when: When) -> list[Doubt]:
    if when.start_time is None:
        return []
    zone = ZoneInfo(when.zone)
    local = datetime.combine(when.start, when.start_time, zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        return [Doubt.CLOCK_NEVER]
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        return [Doubt.CLOCK_TWICE]
    return []


class _Reader:
    """Reads in one language."""

    def __init__(self, words: Words, here: datetime, expecting: Expecting) -> None:
        self.words = words
        self.here = here
        self.today = here.date()
        self.expecting = expecting
        names = "|".join(sorted(map(re.escape, words.months), key=len, reverse=True))
        self.month = rf"({names})\.?"

    def read(self, text: str) -> tuple[When, bool] | None:
        """Return the reading and whether its year was guessed."""
        text, hours = self._hours(text)
        days = self._days(FILLERS.sub(" ", text).strip(" -.") if text else "")
        if days is None:
            if not text.strip(" ,.-") and hours is not None:
                days = (self.today, self.today, Precision.DAY, False)
            else:
                # Some fillers are separators as well: try again with every word in place.
                days = self._days(re.sub(r"[,;]", " ", text).strip(" -."))
        if days is None:
            return None
        start, end, precision, guessed = days
        first, last = hours or (None, None)
        return When(start, end, first, last, precision), guessed

    # --- hours ---------------------------------------------------------------------------------

    def _hours(self, text: str) -> tuple[str, tuple[time, time | None] | None]:
        text = AM_PM.sub(_to_24_hours, text)
        both = re.search(rf"(?:\b(?:de|from|von)\s)?{HOUR}\s?{SEPARATOR}\s?{HOUR}", text)
        if both:
            groups = both.groups()
            half = len(groups) // 2
            first, last = _hour(groups[:half]), _hour(groups[half:])
            if first and last:
                return _without(text, both), (first, last)
        one = re.search(rf"(?:\b(?:a|at|um|kl\.?|om|alle|ore)\s)?{HOUR}", text)
        if one and not self._is_a_date(one[0]):
            hour = _hour(one.groups())
            if hour:
                return _without(text, one), (hour, None)
        return text, None

    def _is_a_date(self, words: str) -> bool:
        """``14.12`` with nothing else is a day, not an hour."""
        return bool(re.fullmatch(r"\d{1,2}\.\d{2}", words.strip()))

    # --- days ----------------------------------------------------------------------------------

    def _days(self, text: str) -> tuple[date, date, Precision, bool] | None:
        text = re.sub(r"\s+", " ", text).strip()
        for day in self.words.weekdays:
            text = re.sub(rf"^{re.escape(day)}\.?\s+(?=\d)", "", text)
        rules: list[Callable[[str], tuple[date, date, Precision, bool] | None]] = [
            self._iso,
            self._numeric,
            self._numeric_range,
            self._in_words,
            self._range_in_words,
            self._months,
            self._relative,
        ]
        for rule in rules:
            found = rule(text)
            if found is not None:
                return found
        return None

    def _iso(self, text: str) -> tuple[date, date, Precision, bool] | None:
        if not (m := re.fullmatch(rf"{YEAR}[-/.](\d{{1,2}})[-/.](\d{{1,2}})", text)):
            return None
        return self._single(_day(int(m[1]), int(m[2]), int(m[3])))

    def _numeric(self, text: str) -> tuple[date, date, Precision, bool] | None:
        m = re.fullmatch(r"(\d{1,2})[./-]\s?(\d{1,2})(?:[./-]\s?((?:19|20)?\d{2}))?\.?", text)
        if not m:
            return None
        if m[3] is None:
            return self._yearless(int(m[2]), int(m[1]))
        return self._single(_day(_year(m[3]), int(m[2]), int(m[1])))

    def _numeric_range(self, text: str) -> tuple[date, date, Precision, bool] | None:
        m = re.fullmatch(
            rf"(\d{{1,2}})\.?(?:[./]\s?(\d{{1,2}})\.?)?\s?{SEPARATOR}\s?"
            rf"(\d{{1,2}})[./]\s?(\d{{1,2}})[./]\s?((?:19|20)?\d{{2}})\.?",
            text,
        )
        if not m:
            return None
        year = _year(m[5])
        last = _day(year, int(m[4]), int(m[3]))
        first = _day(year, int(m[2] or m[4]), int(m[1]))
        return first, last, Precision.DAY, False

    def _in_words(self, text: str) -> tuple[date, date, Precision, bool] | None:
        m = re.fullmatch(rf"(\d{{1,2}})\.?\s(?:de\s)?{self.month}(?:\s(?:de\s)?{YEAR})?", text)
        if m:
            number, month, year = int(m[1]), m[2], m[3]
        else:
            m = re.fullmatch(rf"{self.month}\s(\d{{1,2}})(?:\s{YEAR})?", text)
            if not m:
                return None
            month, number, year = m[1], int(m[2]), m[3]
        named = self.words.months[month]
        if year is None:
            return self._yearless(named, number)
        return self._single(_day(int(year), named, number))

    def _range_in_words(self, text: str) -> tuple[date, date, Precision, bool] | None:
        m = re.fullmatch(
            rf"(\d{{1,2}})\.?(?:\s{self.month})?(?:\s{YEAR})?\s?{SEPARATOR}\s?"
            rf"(\d{{1,2}})\.?\s{self.month}(?:\s{YEAR})?",
            text,
        ) or re.fullmatch(
            rf"(\d{{1,2}})\.?(?:\s{self.month})?(?:\s{YEAR})?\s"
            rf"(\d{{1,2}})\.?\s{self.month}(?:\s{YEAR})?",
            text,
        )
        if not m:
            return None
        last_month = self.words.months[m[5]]
        first_month = self.words.months[m[2]] if m[2] else last_month
        year = int(m[6]) if m[6] else None
        if year is None:
            found = self._yearless(last_month, int(m[4]))
            year = found[0].year
        last = _day(year, last_month, int(m[4]))
        first_year = int(m[3]) if m[3] else year - (first_month > last_month)
        return _day(first_year, first_month, int(m[1])), last, Precision.DAY, m[6] is None

    def _months(self, text: str) -> tuple[date, date, Precision, bool] | None:
        if m := re.fullmatch(rf"{self.month}\s{YEAR}", text):
            return (*_month(int(m[2]), self.words.months[m[1]]), Precision.MONTH, False)
        if m := re.fullmatch(rf"[qt]([1-4])\s{YEAR}", text):
            first = int(m[1]) * 3 - 2
            year = int(m[2])
            return _month(year, first)[0], _month(year, first + 2)[1], Precision.QUARTER, False
        if re.fullmatch(YEAR, text):
            year = int(text)
            return date(year, 1, 1), date(year, 12, 31), Precision.YEAR, False
        return None

    def _relative(self, text: str) -> tuple[date, date, Precision, bool] | None:
        words = self.words
        if text == words.today:
            return self._single(self.today)
        if text == words.tomorrow:
            return self._single(self.today + timedelta(days=1))
        name = text.replace(words.next, "").strip()
        if name in words.weekdays:
            ahead = (words.weekdays[name] - self.today.weekday() - 1) % 7 + 1
            return self._single(self.today + timedelta(days=ahead))
        return None

    # --- years ---------------------------------------------------------------------------------

    @staticmethod
    def _single(day: date) -> tuple[date, date, Precision, bool]:
        return day, day, Precision.DAY, False

    def _yearless(self, month: int, number: int) -> tuple[date, date, Precision, bool]:
        """Choose the year that the question expects."""
        years = range(self.today.year - 4, self.today.year + 5)
        days = [_day(y, month, number) for y in years if _exists(y, month, number)]
        if not days:
            raise Impossible
        match self.expecting:
            case Expecting.FUTURE:
                day = next(day for day in days if day >= self.today)
            case Expecting.PAST:
                day = next(day for day in reversed(days) if day <= self.today)
            case Expecting.EITHER:
                day = min(days, key=lambda day: abs(day - self.today))
        return day, day, Precision.DAY, True


def _to_24_hours(m: re.Match[str]) -> str:
    hour = int(m[1]) % 12 + (12 if m[3] == "pm" else 0)
    return f"{hour}:{m[2] or '00'}"


def _hour(groups: Sequence[str | None]) -> time | None:
    hour = next((int(groups[at] or 0) for at in (0, 2, 4, 5) if groups[at] is not None), None)
    minute = int(groups[1] or groups[3] or 0)
    if hour is None or hour > 23 or minute > 59:
        return None
    return time(hour, minute)


def _without(text: str, m: re.Match[str]) -> str:
    return f"{text[: m.start()]} {text[m.end() :]}".strip(" ,-")


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _exists(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def _day(year: int, month: int, number: int) -> date:
    if not _exists(year, month, number):
        raise Impossible(f"{year}-{month}-{number}")
    return date(year, month, number)


def _month(year: int, month: int) -> tuple[date, date]:
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)
