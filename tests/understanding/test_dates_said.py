"""Turns of phrase, one beside the other over the languages that share them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.dates import understand_when
from bot.understanding.values import Dates, Expecting, Reason

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""A Tuesday."""


def understand(text: str, language: str, expecting: Expecting = Expecting.EITHER) -> Dates:
    return understand_when(
        text, languages=[language], now=NOW, zone=ZoneInfo("Europe/Brussels"), expecting=expecting
    )


def told(found: Dates) -> list[str]:
    """Return each reading as "2026-05-04/2026-05-06 10:00-12:00", what is not said left out."""
    listed = []
    for when in found.readings:
        days = dict.fromkeys((when.start, when.end))
        hours = [hour for hour in (when.start_time, when.end_time) if hour is not None]
        said = "/".join(day.isoformat() for day in days)
        listed.append(" ".join([said, "-".join(f"{hour:%H:%M}" for hour in hours)]).strip())
    return listed


THIS_YEAR = [
    ("hr", "8. ožujka ove godine"),
    ("hr", "8. ožujka t. g."),
    ("et", "8. märtsil k.a."),
    ("lv", "š. g. 8. martā"),
    ("lt", "š. m. kovo 8 d."),
    ("ro", "8 martie a.c."),
    ("it", "8 marzo c.a."),
    ("el", "8 Μαρτίου τ.έ."),
    ("de", "8. März d. J."),
    ("bg", "8 март т.г."),
    ("da", "8. marts d.å."),
    ("sv", "8 mars i år"),
    ("nl", "8 maart dit jaar"),
    ("fi", "8. maaliskuuta t.v."),
    ("hu", "f. é. március 8."),
    ("sl", "8. marca t. l."),
]


@pytest.mark.parametrize(("language", "text"), THIS_YEAR)
def test_this_year_is_this_year_even_where_the_day_is_gone_by(language: str, text: str) -> None:
    assert told(understand(text, language, Expecting.FUTURE)) == ["2026-03-08"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "8 december jl."), ("nl", "8 december jongstleden"), ("it", "8 dicembre u.s.")],
)
def test_a_day_that_is_said_to_be_past_is_past(language: str, text: str) -> None:
    assert told(understand(text, language, Expecting.FUTURE)) == ["2025-12-08"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("pl", "31 września 2027"), ("cs", "31. listopadu 2027"), ("pl", "30 lutego 2027")],
)
def test_a_day_that_is_none_is_not_read_in_another_language(language: str, text: str) -> None:
    assert understand(text, language).reason is Reason.IMPOSSIBLE


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "29 X – 2 XI 2026", "2026-10-29/2026-11-02"),
        ("pl", "3 V 2027", "2027-05-03"),
        ("mt", "fis-6, fis-7 u fit-8 ta' April 2027", "2027-04-06/2027-04-08"),
    ],
)
def test_a_phrase_is_read(language: str, text: str, expected: str) -> None:
    assert told(understand(text, language)) == [expected]
