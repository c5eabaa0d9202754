"""Parts of months, numbered weeks, weekdays by weeks, numbers in words: what they mean."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.dates import days, find_when, understand_when
from bot.understanding.values import Dates, Precision, Reason

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""A Tuesday, one o'clock in Brussels."""
BRUSSELS = ZoneInfo("Europe/Brussels")


def understand(text: str, language: str = "en", now: datetime = NOW) -> Dates:
    return understand_when(text, languages=[language, "en"], now=now, zone=BRUSSELS)


# --- pure parts ----------------------------------------------------------------------------------


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_the_parts_of_a_month_are_the_month(day: date) -> None:
    begin, middle, end = (days.of_stretch(day, stretch) for stretch in days.STRETCHES)
    month = days.of_month(day.year, day.month)
    assert (begin.start, end.end) == (month.start, month.end)
    assert middle.start - begin.end == end.start - middle.end == timedelta(days=1)


@given(st.dates(date(1990, 1, 1), date(2199, 12, 31)))
def test_a_week_of_iso_is_read_as_it_is_written(day: date) -> None:
    year, week, _ = day.isocalendar()
    for text in (f"{year}-W{week:02}", f"week {week} of {year}", f"KW {week}/{year}"):
        when = understand(text, "de").sure
        assert when is not None, text
        assert when.start <= day <= when.end, text
        assert when.precision is Precision.WEEK


@given(st.integers(2001, 2059))
def test_a_year_in_words_is_the_year_in_figures(year: int) -> None:
    for language, month, words in (
        ("en", "March", f"two thousand and {_in_english(year - 2000)}"),
        ("de", "März", f"zweitausend{_in_german(year - 2000)}"),
    ):
        when = understand(f"22 {month} {words}", language).sure
        assert when is not None, words
        assert when.start == date(year, 3, 22), words


ENGLISH = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
GERMAN = (
    *("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    *("elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn"),
    *("achtzehn", "neunzehn"),
)


def _in_english(number: int) -> str:
    if number < 20:
        return ENGLISH[number - 1]
    tens, unit = divmod(number, 10)
    ten = ("twenty", "thirty", "forty", "fifty")[tens - 2]
    return f"{ten}-{ENGLISH[unit - 1]}" if unit else ten


def _in_german(number: int) -> str:
    if number < 20:
        return GERMAN[number - 1]
    tens, unit = divmod(number, 10)
    ten = ("zwanzig", "dreißig", "vierzig", "fünfzig")[tens - 2]
    return f"{['ein', *GERMAN[1:]][unit - 1]}und{ten}" if unit else ten


# --- days with an hour, and hours ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("22-23 March 2027, 9:00", "en"),
        ("22 to 23 March 2027 at 9", "en"),
        ("du 22 au 23 mars 2027 à 9 h", "fr"),
        ("22.-23. März 2027, 9 Uhr", "de"),
        ("2027. március 22-23., 9 óra", "hu"),
        ("2027. gada 22.-23. marts, plkst. 9.00", "lv"),
    ],
)
def test_an_hour_beside_several_days_is_that_of_the_first(text: str, language: str) -> None:
    when = understand(text, language).sure
    assert when is not None
    assert (when.start, when.end) == (date(2027, 3, 22), date(2027, 3, 23))
    assert (when.start_time, when.end_time) == (time(9), None)


def test_an_hour_behind_two_whole_dates_is_neither_ones() -> None:
    assert understand("from 1 May 2027 to 3 May 2027 at 9").sure is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("22 March 2027, midnight", "en"),
        ("22 March 2027, 12 midnight", "en"),
        ("le 22 mars 2027 à minuit", "fr"),
        ("22. März 2027 um Mitternacht", "de"),
    ],
)
def test_the_midnight_of_a_day_is_asked_about(text: str, language: str) -> None:
    found = understand(text, language)
    assert [(when.start, when.start_time) for when in found.readings] == [
        (date(2027, 3, 22), time(0)),
        (date(2027, 3, 23), time(0)),
    ]


@pytest.mark.parametrize("text", ["22 March 2027, 9:00 to midnight", "22/3/2027 20:00-0:00"])
def test_midnight_ends_a_meeting_with_its_day(text: str) -> None:
    when = understand(text).sure
    assert when is not None
    assert (when.start, when.end, when.end_time) == (date(2027, 3, 22), date(2027, 3, 23), time(0))


# --- a doubt where two things may be meant -------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "on", "meant"),
    [
        # On the weekday itself it is counted from today or from the next one.
        ("Friday week", "en", 27, [date(2026, 12, 4), date(2026, 12, 11)]),
        ("vendredi en huit", "fr", 27, [date(2026, 12, 4), date(2026, 12, 11)]),
        # No idiom, and the week's Monday is over: this week's Monday or the coming one.
        ("v pondělí za týden", "cs", 27, [date(2026, 12, 7), date(2026, 11, 30)]),
        ("in a week on Monday", "en", 27, [date(2026, 12, 7), date(2026, 11, 30)]),
        ("v pondělí za týden", "cs", 30, [date(2026, 12, 14), date(2026, 12, 7)]),
        ("w piątek za tydzień", "pl", 24, [date(2026, 12, 4)]),
        ("tomorrow week", "en", 24, [date(2026, 12, 2)]),
        ("heute in einer Woche", "de", 24, [date(2026, 12, 1)]),
    ],
)
def test_a_weekday_and_a_week_are_one_day_or_asked_about(
    text: str, language: str, on: int, meant: list[date]
) -> None:
    now = NOW.replace(day=on)
    assert [when.start for when in understand(text, language, now).readings] == meant


@pytest.mark.parametrize(
    "text",
    ["twenty twenty-seven", "two thousand and twenty-seven experts", "end of 2027", "mid week",
     "late 9:00", "2027-W54", "W3", "3rd week of March 2027", "beginning to end of March 9:00"],
)  # fmt: skip
def test_what_only_looks_like_it_is_not_taken_for_a_day(text: str) -> None:
    found = understand(text)
    assert all(when.precision is not Precision.DAY or when.start_time for when in found.readings)
    assert found.sure is None or found.sure.precision is not Precision.MONTH


def test_a_part_of_a_month_has_no_hour() -> None:
    assert understand("end of March 2027, 9:00").reason is Reason.AMBIGUOUS


def test_in_running_text_a_part_of_a_month_stays_open() -> None:
    found = find_when(
        "We finish by the end of March 2027.", languages=["en"], now=NOW, zone=BRUSSELS
    )
    assert not found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("22 March 2027, room 3", "en"),
        ("third week of March", "en"),
        ("22 May 2027 upstairs", "en"),
        ("le 22 mars 2027, salle 3", "fr"),
        ("22. März 2027, Saal 3", "de"),
    ],
)
def test_who_names_the_month_is_not_asked_for_it(text: str, language: str) -> None:
    assert understand(text, language).reason is Reason.NOT_WHOLE
