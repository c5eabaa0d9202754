"""Dates: what is read, what is doubted, what is asked, and what is never taken silently."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.dates import understand_when
from bot.understanding.values import Dates, Doubt, Expecting, Precision, Reason
from tests.understanding import report_dates

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""A Tuesday, one o'clock in Brussels."""
BRUSSELS = ZoneInfo("Europe/Brussels")


def understand(text: str, language: str = "en", **more: object) -> Dates:
    """Return what Alice means, who writes *language* and English in Brussels."""
    settings = {"languages": [language, "en"], "now": NOW, "zone": BRUSSELS, **more}
    return understand_when(text, **settings)


def days(found: Dates) -> list[tuple[date, date]]:
    """Return first and last day of each reading."""
    return [(when.start, when.end) for when in found.readings]


# --- what every case shows -----------------------------------------------------------------------


def test_no_case_is_read_silently_wrong_and_hardly_one_is_asked_about() -> None:
    read = [(case, report_dates.read(case)) for case in report_dates.cases()]
    outcomes = [report_dates.verdict(case, found) for case, found in read]
    assert "wrong" not in outcomes
    assert outcomes.count("exact") >= 0.99 * len(outcomes)


def test_every_language_has_forty_cases() -> None:
    for path in report_dates.CASES.glob("??.jsonl"):
        assert len(path.read_text("utf-8").splitlines()) >= 40, path.name


# --- doubts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Friday 1 December 2026", Doubt.WEEKDAY_MISMATCH),
        ("5 December 2026", Doubt.WEEKEND),
        ("20 November 2026", Doubt.PAST),
        ("1 December 2031", Doubt.FAR),
        ("03/11/2027", Doubt.ORDER_GUESSED),
        ("3-11-2027", Doubt.ORDER_GUESSED),
        ("03/11", Doubt.ORDER_GUESSED),
        ("20 November", Doubt.YEAR_GUESSED),
        ("5 to 3 December 2026", Doubt.END_BEFORE_START),
        ("28 March 2027 at 2:30", Doubt.CLOCK_NEVER),
        ("31 October 2027 at 2:30", Doubt.CLOCK_TWICE),
        ("31 October 2027, 1:00-2:30", Doubt.CLOCK_TWICE),
        ("tomorrow morning", Doubt.PART_OF_DAY),
    ],
)
def test_what_may_be_a_slip_is_doubted(text: str, doubt: Doubt) -> None:
    assert doubt in understand(text).doubts


@pytest.mark.parametrize(
    "text", ["1 December 2026", "Tuesday, 1 December 2026", "2026-12-01", "14:00", "13/11/2027"]
)
def test_what_is_plain_is_not_doubted(text: str) -> None:
    found = understand(text)
    assert found.sure is not None
    assert not set(found.doubts) - {Doubt.WEEKEND}


def test_a_weekday_that_contradicts_its_date_is_asked_about() -> None:
    assert days(understand("Friday 1 December 2026")) == [
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 12, 4), date(2026, 12, 4)),
    ]


def test_dots_leave_no_doubt_of_the_order_where_the_language_writes_them() -> None:
    assert Doubt.ORDER_GUESSED not in understand("03.11.2027", "de").doubts
    assert Doubt.ORDER_GUESSED in understand("03.11.2027", "en").doubts


def test_a_holiday_is_doubted_in_the_country_that_is_named() -> None:
    national_day = "21 July 2027"
    assert Doubt.HOLIDAY in understand(national_day, country="BE").doubts
    assert Doubt.HOLIDAY in understand(national_day, country="EU").doubts
    assert Doubt.HOLIDAY not in understand(national_day, country="FR").doubts
    assert Doubt.HOLIDAY not in understand(national_day).doubts
    assert Doubt.HOLIDAY not in understand(national_day, country="ZZ").doubts


# --- what is asked -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2 and 5 November", "en"),
        ("le 2 et le 5 mai", "fr"),
        ("2. und 5. Mai", "de"),
        ("5 May and 9 May", "en"),
        ("9:00 and 14:00", "en"),
        ("1-3 and 7-9 March", "en"),
    ],
)
def test_days_apart_are_not_taken_for_a_range(text: str, language: str) -> None:
    assert understand(text, language).reason is Reason.SEVERAL


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2 et 3 novembre 2027", date(2027, 11, 2), date(2027, 11, 3)),
        ("entre le 5 et le 9 mai 2027", date(2027, 5, 5), date(2027, 5, 9)),
        ("3, 4 et 5 avril 2027", date(2027, 4, 3), date(2027, 4, 5)),
        ("31 mars et 1er avril 2027", date(2027, 3, 31), date(2027, 4, 1)),
    ],
)
def test_days_in_a_row_and_paired_ends_are_a_range(text: str, first: date, last: date) -> None:
    assert days(understand(text, "fr")) == [(first, last)]


@pytest.mark.parametrize("text", ["31 February 2027", "31.02.2027", "Feb 30", "29/02/2027"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    assert understand(text).reason is Reason.IMPOSSIBLE


@pytest.mark.parametrize(
    "text",
    ["a", "10", "sun", "nonsense", "😀", "5 apples", "Article 5", "9-11", "10-12", "\u202e5\u202c",
     "五月五日", "may be later", "-", "12.12.12.12", "99/99/9999", "5 to 7", "141st Assembly"],
)  # fmt: skip
def test_what_is_no_date_makes_none(text: str) -> None:
    found = understand(text)
    assert len(found.readings) != 1 or text == "sun"
    assert found.readings or found.reason in (Reason.NOT_A_DATE, Reason.AMBIGUOUS, Reason.SEVERAL)


@pytest.mark.parametrize(
    "text", ["", "  ", "\n"],
)  # fmt: skip
def test_nothing_is_said_to_be_nothing(text: str) -> None:
    assert understand(text).reason is Reason.EMPTY


def test_what_is_too_long_is_not_looked_at() -> None:
    assert understand("5 May 2027 " * 1000).reason is Reason.TOO_LONG


@pytest.mark.parametrize("text", ["spring 2027", "this summer", "in autumn"])
def test_a_season_is_a_question(text: str) -> None:
    found = understand(text)
    assert found.reason is Reason.AMBIGUOUS
    assert found.doubts == (Doubt.SEASON,)


@pytest.mark.parametrize(
    "text", ["since May", "early next week", "end of 2027", "mid-2027", "mid to late"]
)
def test_what_is_vague_is_a_question(text: str) -> None:
    assert understand(text).reason is Reason.AMBIGUOUS


@pytest.mark.parametrize(
    ("text", "language", "first", "second"),
    [
        ("10 or 12 March 2027", "en", date(2027, 3, 10), date(2027, 3, 12)),
        ("le 10 ou le 12 mars 2027", "fr", date(2027, 3, 10), date(2027, 3, 12)),
        ("vendredi ou lundi", "fr", date(2026, 11, 27), date(2026, 11, 30)),
    ],
)
def test_one_day_or_another_is_a_choice(
    text: str, language: str, first: date, second: date
) -> None:
    assert [start for start, _ in days(understand(text, language))] == [first, second]


def test_next_wednesday_on_a_tuesday_is_asked_about() -> None:
    assert len(understand("next Wednesday").readings) == 2
    assert days(understand("next Monday")) == [(date(2026, 11, 30), date(2026, 11, 30))]


def test_an_hour_after_noon_that_ends_before_it_begins_is_asked_about() -> None:
    assert len(understand("11:30-1:30").readings) == 2


# --- how it is read ------------------------------------------------------------------------------


def test_a_day_without_a_year_leans_the_way_that_is_expected() -> None:
    expected = {
        Expecting.FUTURE: date(2027, 5, 5),
        Expecting.PAST: date(2026, 5, 5),
        Expecting.EITHER: date(2027, 5, 5),
    }
    for expecting, day in expected.items():
        assert days(understand("5 May", expecting=expecting)) == [(day, day)]


def test_words_for_the_past_go_before_what_is_expected() -> None:
    assert days(understand("le 5 mars dernier", "fr")) == [(date(2026, 3, 5), date(2026, 3, 5))]


def test_a_weekday_tells_the_year_that_was_not_said() -> None:
    friday = date(2026, 11, 20)
    assert days(understand("Friday 20 November")) == [(friday, friday)]


def test_a_range_under_way_is_this_one() -> None:
    assert days(understand("20-30 November")) == [(date(2026, 11, 20), date(2026, 11, 30))]


def test_a_range_over_new_year_ends_in_the_next() -> None:
    found = days(understand("28 December - 3 January"))
    assert found == [(date(2026, 12, 28), date(2027, 1, 3))]


def test_two_digits_are_a_year_of_this_century_up_to_sixty_nine() -> None:
    assert days(understand("13/11/69")) == [(date(2069, 11, 13), date(2069, 11, 13))]
    assert days(understand("13/11/70")) == [(date(1970, 11, 13), date(1970, 11, 13))]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("next week", Precision.WEEK),
        ("week 50", Precision.WEEK),
        ("March 2027", Precision.MONTH),
        ("03/2027", Precision.MONTH),
        ("Q2 2027", Precision.QUARTER),
        ("Q1-Q2 2027", Precision.QUARTER),
        ("H1 2027", Precision.MONTH),
        ("2027", Precision.YEAR),
        ("March-May 2027", Precision.MONTH),
    ],
)
def test_spans_know_how_precise_they_are(text: str, precision: Precision) -> None:
    when = understand(text).sure
    assert when is not None
    assert when.precision is precision


@pytest.mark.parametrize(
    ("text", "language"),
    [("H2 2027", "en"), ("2e semestre 2027", "fr"), ("2. Halbjahr 2027", "de"),
     ("II półrocze 2027", "pl"), ("second half of 2027", "en"), ("2027. II. félév", "hu")],
)  # fmt: skip
def test_half_a_year_is_six_months(text: str, language: str) -> None:
    assert days(understand(text, language)) == [(date(2027, 7, 1), date(2027, 12, 31))]


def test_hours_that_are_over_today_are_tomorrows() -> None:
    assert days(understand("14:00")) == [(date(2026, 11, 24), date(2026, 11, 24))]
    assert days(understand("9:00")) == [(date(2026, 11, 25), date(2026, 11, 25))]


def test_midnight_at_the_end_is_of_the_day_after() -> None:
    when = understand("1 December 2026, 22:00-24:00").sure
    assert when is not None
    assert (when.end, when.end_time) == (date(2026, 12, 2), time(0, 0))


def test_a_zone_in_the_text_goes_with_the_hours() -> None:
    here, elsewhere = understand("1 December 2026 14:00 CET"), understand("1/12/2026 14:00 (UTC)")
    assert here.sure is not None
    assert elsewhere.sure is not None
    assert (here.sure.zone, elsewhere.sure.zone) == ("Europe/Brussels", "UTC")


def test_hours_from_now_mind_the_change_of_clocks() -> None:
    now = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    when = understand("in 2 hours", now=now).sure
    assert when is not None
    assert when.start_time == time(4, 30)


def test_the_writers_languages_go_first_then_the_others() -> None:
    assert days(understand("5 maja 2027", "en")) == [(date(2027, 5, 5), date(2027, 5, 5))]
    assert days(understand("mar 9", "fr"))[0] != days(understand("mar 9", "en"))[0]


def test_dateparser_reads_what_the_grammar_does_not() -> None:
    assert days(understand("5 мая 2027", "ru")) == [(date(2027, 5, 5), date(2027, 5, 5))]
    assert understand("через 5 дней", "ru").sure is None


def test_a_language_without_a_file_of_words_is_no_error() -> None:
    assert understand("5 May 2027", "xx").sure is not None
