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
        ("cs", "mezi 4. a 7. květnem 2027", "2027-05-04/2027-05-07"),
        ("sk", "medzi 4. a 7. májom 2027", "2027-05-04/2027-05-07"),
        ("lv", "starp 4. un 7. maiju", "2027-05-04/2027-05-07"),
        ("et", "4. ja 7. mai vahel", "2027-05-04/2027-05-07"),
        ("hr", "u razdoblju od 4. do 7. svibnja", "2027-05-04/2027-05-07"),
        ("da", "i perioden fra 4. til 7. maj", "2027-05-04/2027-05-07"),
        ("de", "im Zeitraum vom 4. bis 7. Mai", "2027-05-04/2027-05-07"),
        ("pt", "no período de 4 a 7 de maio", "2027-05-04/2027-05-07"),
        ("fi", "ajalla 4.–7. toukokuuta", "2027-05-04/2027-05-07"),
        ("fr", "mercredi de 10 à 12", "2026-11-25 10:00-12:00"),
        ("it", "mercoledì dalle 10 alle 12", "2026-11-25 10:00-12:00"),
        ("pt", "quarta-feira das 10 às 12", "2026-11-25 10:00-12:00"),
        ("el", "την Τετάρτη από τις 10 έως τις 12", "2026-11-25 10:00-12:00"),
        ("lt", "trečiadienį nuo 10 iki 12 val.", "2026-11-25 10:00-12:00"),
        ("lt", "antrąjį kovo antradienį", "2027-03-09"),
        ("lt", "paskutinį kovo penktadienį", "2027-03-26"),
        ("ga", "an Aoine deireanach de Mhárta", "2027-03-26"),
        ("hu", "március második keddjén", "2027-03-09"),
        ("de", "Di-Do, 4.-6. Mai 2027", "2027-05-04/2027-05-06"),
        ("en", "Tue-Thu 4-6 May 2027", "2027-05-04/2027-05-06"),
        ("fi", "ti–to 4.–6.5.2027", "2027-05-04/2027-05-06"),
        ("et", "teisipäevast neljapäevani 4.–6. mail 2027", "2027-05-04/2027-05-06"),
        ("hu", "2027 februárjában", "2027-02-01/2027-02-28"),
        ("mt", "il-bieraħ", "2026-11-23"),
        ("mt", "fi żmien xahrejn", "2027-01-24"),
        ("ga", "i gceann coicíse", "2026-12-08"),
        ("el", "αύριο στις δεκάμισι", "2026-11-25 10:30"),
        ("de", "morgen um zwölf Uhr mittags", "2026-11-25 12:00"),
        ("en", "week commencing 11 January 2027", "2027-01-11/2027-01-17"),
        ("en", "25/02/2027 14-16", "2027-02-25 14:00-16:00"),
        ("mt", "fis-6, fis-7 u fit-8 ta' April 2027", "2027-04-06/2027-04-08"),
    ],
)
def test_a_phrase_is_read(language: str, text: str, expected: str) -> None:
    assert told(understand(text, language)) == [expected]
