"""Whatever CLDR prints in any of the languages is read back."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from babel.dates import format_date, format_datetime, format_interval, format_skeleton, format_time
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.understanding.dates import find_when, understand_when
from bot.understanding.dates.lexicon import lexicon_of
from bot.understanding.languages import OFFICIAL
from bot.understanding.values import Dates, Expecting, When

ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2025, 6, 11, 7, 0, tzinfo=UTC)
LOCALES = {"en": "en_IE"}
"""English in a parliament of the Union puts the day first; plain ``en`` is American."""

languages = st.sampled_from(OFFICIAL)
days = st.dates(date(2010, 1, 1), date(2069, 12, 31))
hours = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
lengths = st.sampled_from(["full", "long", "medium", "short"])
INTERVALS = ("yMMMd", "yMMMEd", "yMd", "yMEd")
UNDER_A_MONTH = timedelta(days=27)


@cache
def locale_of(language: str) -> Locale:
    """Return how the language is written in the Union."""
    return Locale.parse(LOCALES.get(language, language))


def understand(text: str, language: str) -> Dates:
    """Return what the text means to a writer of that language on 11 June 2025."""
    return understand_when(text, languages=[language], now=NOW, zone=ZONE)


def reading(text: str, language: str) -> tuple[date, date, time | None, time | None] | str:
    """Return first and last day and hour of the only reading, or what was found instead."""
    found = understand(text, language)
    if found.sure is None:
        return f"{text!r}: {found}"
    return _values(found.sure)


def _values(when: When) -> tuple[date, date, time | None, time | None]:
    return when.start, when.end, when.start_time, when.end_time


@settings(deadline=None)
@given(languages, days, lengths)
def test_a_date_of_any_length_is_read_back(language: str, day: date, length: str) -> None:
    text = format_date(day, length, locale=locale_of(language))
    assert reading(text, language) == (day, day, None, None)


@settings(deadline=None)
@given(languages, days, hours, lengths)
def test_a_date_with_an_hour_is_read_back(
    language: str, day: date, hour: time, length: str
) -> None:
    text = f"{format_date(day, length, locale=locale_of(language))}, " + format_time(
        hour, "short", locale=locale_of(language)
    )
    assert reading(text, language) == (day, day, hour, None)


@settings(deadline=None)
@given(languages, days, hours, st.sampled_from(["medium", "short"]))
def test_a_date_time_is_read_back(language: str, day: date, hour: time, length: str) -> None:
    moment = datetime.combine(day, hour)
    text = format_datetime(moment, length, locale=locale_of(language))
    assert reading(text, language) == (day, day, hour, None)


@settings(deadline=None)
@given(languages, days, st.integers(1, 300), st.sampled_from(INTERVALS))
def test_an_interval_with_its_year_is_read_back(
    language: str, day: date, length: int, skeleton: str
) -> None:
    last = day + timedelta(days=length)
    text = format_interval(day, last, skeleton, locale=locale_of(language))
    found = understand(text, language)
    # Tuesday and March are both "mar" to Italians: there the right reading is one of those offered.
    assert (day, last, None, None) in [_values(when) for when in found.readings], text
    if language != "it":
        assert len(found.readings) == 1, text


@settings(deadline=None)
@given(languages, st.integers(0, 300), st.integers(1, 27))
def test_an_interval_without_a_year_is_the_next_one(language: str, ahead: int, length: int) -> None:
    day = NOW.date() + timedelta(days=ahead)
    last = day + timedelta(days=length)
    text = format_interval(day, last, "MMMd", locale=locale_of(language))
    readings = [_values(when) for when in understand(text, language).readings]
    assert (day, last, None, None) in readings, text


@settings(deadline=None)
@given(languages, st.integers(0, 364))
def test_a_day_without_a_year_is_the_next_one(language: str, ahead: int) -> None:
    day = NOW.date() + timedelta(days=ahead)
    text = format_skeleton("MMMMd", day, locale=locale_of(language))
    assert reading(text, language) == (day, day, None, None)


@settings(deadline=None)
@given(languages, days, hours, st.integers(5, 600))
def test_hours_on_a_day_are_read_back(language: str, day: date, hour: time, minutes: int) -> None:
    first = datetime.combine(day, hour)
    last = first + timedelta(minutes=minutes)
    assume(last.date() == day)
    hours_said = format_interval(first, last, "Hm", locale=locale_of(language))
    text = f"{format_date(day, 'long', locale=locale_of(language))} {hours_said}"
    if first.hour != last.hour or first.minute != last.minute:
        assert reading(text, language) == (day, day, hour, last.time())


@settings(deadline=None)
@given(languages, days)
def test_a_month_is_its_first_to_its_last_day(language: str, day: date) -> None:
    text = format_skeleton("yMMMM", day, locale=locale_of(language))
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    assert reading(text, language) == (first, last, None, None)


@settings(deadline=None)
@given(languages, days, st.booleans())
def test_case_and_accents_do_not_matter(language: str, day: date, is_upper: bool) -> None:
    text = format_date(day, "long", locale=locale_of(language))
    typed = text.upper() if is_upper else text.lower()
    assert reading(typed, language) == (day, day, None, None)


@settings(deadline=None)
@given(languages, days)
def test_a_date_is_found_where_it_stands_in_a_sentence(language: str, day: date) -> None:
    said = format_date(day, "long", locale=locale_of(language))
    sentence = f"xqz {said}; wvk"
    found = find_when(sentence, languages=[language], now=NOW, zone=ZONE)
    assert [_values(when) for one in found for when in one.readings] == [(day, day, None, None)]
    assert sentence[found[0].start : found[0].end] == found[0].words
    assert found[0].words.strip(" .") in said


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), languages)
def test_hostile_text_never_raises(text: str, language: str) -> None:
    found = understand(text, language)
    assert bool(found.readings) != (found.reason is not None)
    for one in find_when(text, languages=[language], now=NOW, zone=ZONE):
        assert text[one.start : one.end] == one.words


WORDS = (
    "5 31 2027 12. mai bis - – / . 10:30 9h lundi to and , next week ago 31.02.2026 24:00 0 99 😀"
    " \u200f half du the 5/5 in"
)
words_of_dates = st.sampled_from(sorted(WORDS.split(" ")))


@settings(max_examples=200, deadline=None)
@given(st.lists(words_of_dates, max_size=30), st.sampled_from(["en", "fr", "de"]))
def test_words_of_dates_in_any_order_never_raise(words: list[str], language: str) -> None:
    text = " ".join(words)
    found = understand(text, language)
    assert bool(found.readings) != (found.reason is not None)
    find_when(text, languages=[language], now=NOW, zone=ZONE, expecting=Expecting.PAST)


@pytest.mark.parametrize("language", OFFICIAL)
def test_every_language_has_the_words_that_a_date_needs(language: str) -> None:
    lexicon = lexicon_of(language)
    senses = {sense for meanings in lexicon.phrases.values() for sense, _ in meanings}
    needed = {"months", "weekdays", "days", "units", "numbers", "ordinals", "and", "fillers", "at"}
    assert needed <= {sense.value for sense in senses}
