"""Visits of some days, of which a sentence names the first or the last."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.activity import understand_activity
from bot.understanding.languages import OFFICIAL
from bot.understanding.lexicon import topic_languages

ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2027, 3, 10, 9, tzinfo=ZONE)


def days(text: str, language: str) -> list[tuple[date, date]]:
    found = understand_activity(text, languages=[language], now=NOW, zone=ZONE).dates
    return [(when.start, when.end) for when in found.readings] if found else []


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "A four-day seminar in Tirana begins on 16 March.", 16, 19),
        ("en", "Their two-day study visit to us ended on 5 March.", 4, 5),
        ("fr", "Une délégation albanaise arrivera le 16 mars pour quatre jours.", 16, 19),
        ("de", "Am 16. März beginnt ein viertägiges Seminar in Tirana.", 16, 19),
        ("es", "El seminario de dos días en Tirana terminó el 5 de marzo.", 4, 5),
        ("pl", "Dwudniowe seminarium w Tiranie rozpoczęło się 4 marca.", 4, 5),
        ("fi", "Nelipäiväinen seminaari Tiranassa alkaa 16. maaliskuuta.", 16, 19),
        ("el", "Το διήμερο σεμινάριο στα Τίρανα ολοκληρώθηκε στις 5 Μαρτίου.", 4, 5),
        ("hu", "A négynapos szeminárium Tiranában március 16-án kezdődik.", 16, 19),
        ("en", "A 2-day workshop in Tirana on 16-18 March.", 16, 18),
    ],
)
def test_the_other_end_is_counted_from_the_day_that_is_named(
    language: str, text: str, first: int, last: int
) -> None:
    assert days(text, language) == [(date(2027, 3, first), date(2027, 3, last))]


def test_where_the_named_day_may_be_either_end_both_are_offered() -> None:
    assert days("We held a two-day workshop in Tirana on 5 March.", "en") == [
        (date(2027, 3, 5), date(2027, 3, 6)),
        (date(2027, 3, 4), date(2027, 3, 5)),
    ]


def test_a_count_of_days_that_is_the_date_itself_is_no_duration() -> None:
    assert days("In three days we host a seminar with Tirana.", "en") == [
        (date(2027, 3, 13), date(2027, 3, 13))
    ]


def test_there_are_words_for_durations_in_every_official_language() -> None:
    assert set(topic_languages("durations")) == set(OFFICIAL)
