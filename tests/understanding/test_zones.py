"""Zones beside hours: abbreviations, offsets, a city's time in any language, pasted ISO."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.dates import understand_when
from bot.understanding.dates.zones import FARTHEST_EAST, FARTHEST_WEST, zone_of_offset
from bot.understanding.values import Dates, Doubt, Expecting, Reason

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")


def understand(text: str, language: str = "en", expecting: Expecting = Expecting.FUTURE) -> Dates:
    """Return what is understood in Brussels of somebody who writes *language* and English."""
    return understand_when(
        text, languages=[language, "en"], now=NOW, zone=BRUSSELS, expecting=expecting
    )


@pytest.mark.parametrize(
    ("language", "text", "instant"),
    [
        ("en", "22 March 2027, 14:00-16:00 EET", "12:00"),
        ("en", "22 March 2027, 14:00-16:00 Athens time", "12:00"),
        ("en", "22 March 2027, 2 pm Helsinki local time", "12:00"),
        ("en", "22 March 2027, 10 am Brussels time", "09:00"),
        ("en", "22 March 2027, 14:00-16:00 (Athens)", "12:00"),
        ("en", "22 March 2027 14:00-16:00 (UTC+2)", "12:00"),
        ("en", "22 March 2027 14:00 UTC+01", "13:00"),
        ("en", "22 March 2027 14:00 UTC+01:00", "13:00"),
        ("en", "22 March 2027 14:00 GMT-5", "19:00"),
        ("en", "2027-03-22T13:00:00Z", "13:00"),
        ("en", "2027-03-22T13:00:00.000Z", "13:00"),
        ("en", "2027-03-22T13:00+02:00", "11:00"),
        ("fr", "22 mars 2027, de 14h à 16h, heure d’Athènes", "12:00"),
        ("fr", "22 mars 2027, 14h-16h (heure de Bruxelles)", "13:00"),
        ("de", "22. März 2027, 14-16 Uhr Athener Zeit", "12:00"),
        ("nl", "22 maart 2027, 14.00-16.00 uur Brusselse tijd", "13:00"),
        ("it", "22 marzo 2027, 14:00-16:00 ora di Atene", "12:00"),
        ("es", "22 de marzo de 2027, 14:00 hora de Atenas", "12:00"),
        ("pt", "22 de março de 2027, 14:00 hora de Lisboa", "14:00"),
        ("pl", "22 marca 2027, 14:00 czasu warszawskiego", "13:00"),
        ("cs", "22. března 2027, 14:00 bruselského času", "13:00"),
        ("fi", "22.3.2027 klo 14.00 Helsingin aikaa", "12:00"),
        ("sv", "22 mars 2027 kl. 14.00 Helsingforstid", "12:00"),
        ("el", "22 Μαρτίου 2027, 14:00 ώρα Αθηνών", "12:00"),
        ("bg", "22 март 2027, 14:00 ч. софийско време", "12:00"),
        ("hu", "2027. március 22. 14:00 athéni idő szerint", "12:00"),
        ("ro", "22 martie 2027, ora 14:00, ora Bucureștiului", "12:00"),
        ("lt", "2027 m. kovo 22 d. 14:00 Vilniaus laiku", "12:00"),
        ("lv", "2027. gada 22. martā 14:00 pēc Rīgas laika", "12:00"),
        ("et", "22. märts 2027 kell 14.00 Tallinna aja järgi", "12:00"),
    ],
)
def test_hours_count_in_the_zone_that_is_said(language: str, text: str, instant: str) -> None:
    found = understand(text, language)
    assert found.sure is not None
    begins = found.sure.starts_at()
    assert begins == datetime.fromisoformat(f"2027-03-22T{instant}").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["22 March 2027 (Paris)", "22 March 2027 Paris", "22 March 2027 14:00 Athens"]
)
def test_a_place_is_not_taken_for_a_zone(text: str) -> None:
    assert understand(text).reason is Reason.NOT_WHOLE


def test_an_offset_that_no_clock_of_ours_has_is_not_thrown_away() -> None:
    assert understand("22 March 2027, 14:00 UTC+5:30").sure is None


@given(st.integers(FARTHEST_WEST, FARTHEST_EAST))
def test_an_offset_is_as_far_from_utc_as_it_says(hours: int) -> None:
    zone = zone_of_offset(hours)
    assert zone is not None
    assert NOW.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(hours=hours)
    found = understand(f"22 March 2027 14:00 UTC{hours:+d}").sure
    assert found is not None
    begins = found.starts_at()
    assert begins == datetime(2027, 3, 22, 14, tzinfo=UTC) - timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "expecting", "is_doubted"),
    [
        ("22 March", Expecting.FUTURE, False),
        ("July", Expecting.FUTURE, False),
        ("week of 22 March", Expecting.FUTURE, False),
        ("10 November", Expecting.FUTURE, True),
        ("22 March", Expecting.PAST, False),
        ("3 December", Expecting.PAST, True),
        ("3 December", Expecting.EITHER, False),
        ("22 May", Expecting.EITHER, True),
    ],
)
def test_the_year_is_doubted_only_where_two_make_sense(
    text: str, expecting: Expecting, *, is_doubted: bool
) -> None:
    assert (Doubt.YEAR_GUESSED in understand(text, "en", expecting).doubts) is is_doubted
