"""Dates inside sentences: what is found, and what is left alone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.dates import FoundWhen, find_when
from bot.understanding.values import Expecting

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def find(text: str, *languages: str, expecting: Expecting = Expecting.EITHER) -> list[FoundWhen]:
    """Return the dates in a text of somebody in Brussels on a Tuesday."""
    return find_when(
        text,
        languages=languages or ["en"],
        now=NOW,
        zone=ZoneInfo("Europe/Brussels"),
        expecting=expecting,
    )


def said(text: str, *languages: str) -> list[str]:
    """Return the words of the dates that are found."""
    return [found.words for found in find(text, *languages)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "We visited the Rada on 18-20 July 2022, with 16 staff.", "18-20 July 2022"),
        ("en", "Bob met the secretariat (12 & 13 March) in Tirana.", "12 & 13 March"),
        ("fr", "Un atelier, du 5 au 9 décembre dernier, à Rabat.", "du 5 au 9 décembre dernier"),
        ("de", "Die Delegation war am 8./9. Juni 2023 in Wien.", "8./9. Juni 2023"),
        ("nl", "Vorige week dinsdag spraken zij elkaar.", "Vorige week dinsdag"),
        ("pl", "Odbyło się w dniach 26-28 maja 2025 r. w Kiszyniowie.", "26-28 maja 2025"),
        ("lv", "Piektdien, 22.oktobrī, notika seminārs.", "Piektdien, 22.oktobrī"),
        ("lt", "Renginys vyko gegužės 25–27 dienomis Vilniuje.", "gegužės 25–27"),
        ("hu", "A látogatás 2026. május 5-7. között zajlott.", "2026. május 5-7. között"),
        ("pt", "Arranca esta quinta-feira em Maputo.", "esta quinta-feira"),
    ],
)
def test_a_date_is_found_with_its_words(language: str, text: str, words: str) -> None:
    found = find(text, language)
    assert [one.words for one in found] == [words]
    assert text[found[0].start : found[0].end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The 141st Assembly met with 16 staff for 25 months under Article 5.",
        "We may march on with 12 experts in 3 groups.",
        "The programme 2021-2027 goes on; nothing since 2019.",
        "Room 5, May Building",
        "It began in mid-July 2026 and after the end of June.",
        "He sat at 10.30 metres; 12.5 % of 3/4.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_several_dates_are_found_from_left_to_right() -> None:
    text = "An agreement of 3 May 2026 was followed by visits on 7-9 June and on 12 September 2026."
    assert said(text) == ["3 May 2026", "7-9 June", "12 September 2026"]


def test_a_day_without_a_year_is_the_nearest_that_is_expected() -> None:
    for expecting, day in (
        (Expecting.EITHER, date(2026, 12, 3)),
        (Expecting.PAST, date(2025, 12, 3)),
        (Expecting.FUTURE, date(2026, 12, 3)),
    ):
        assert find("On 3 December we met.", expecting=expecting)[0].readings[0].start == day


def test_another_language_is_recognised() -> None:
    assert said("Gestern, am 23. November 2026, tagte der Ausschuss.", "en") != []


def test_a_long_text_and_an_empty_one_are_no_trouble() -> None:
    assert find("") == []
    assert find("5-6-7-8-9 " * 1000) == []
    assert len(find("We met on 5 May 2026. " * 20)) == 20


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "En octobre 2027 cinq juristes viendront de Tunis.", ["octobre 2027"]),
        ("en", "In October 2027 12 lawyers are coming from Tunis.", ["October 2027"]),
        ("de", "Morgen vier Juristen aus Tunis zu Gast.", ["Morgen"]),
        ("de", "Morgen 12 Juristen aus Tunis zu Gast.", ["Morgen"]),
        ("da", "I morgen fire jurister fra Tunis.", ["I morgen"]),
        ("el", "Στις 8 Οκτωβρίου τέσσερις νομικοί από την Τύνιδα.", ["Στις 8 Οκτωβρίου"]),
        ("mt", "Fit-8 ta' Ottubru erba' avukati waslu minn Tuneż.", ["Fit-8 ta' Ottubru"]),
        ("lt", "2027 m. spalį 12 teisininkų atvyks iš Tuniso.", ["2027 m. spalį"]),
        ("lt", "2027 m. spalio 12 d. teisininkai atvyks iš Tuniso.", ["2027 m. spalio 12 d"]),
        ("fr", "En octobre 12 juristes viendront de Tunis.", ["octobre"]),
        ("en", "In October 12 lawyers are coming from Tunis.", ["October"]),
        ("en", "On October 12 we go to Tunis.", ["October 12"]),
        ("pl", "W październiku 12 prawników przyjedzie z Tunisu.", ["październiku"]),
        ("fr", "Vendredi quatre juristes viendront de Tunis.", ["Vendredi"]),
        ("en", "They come tomorrow for a four-day seminar.", ["tomorrow"]),
        ("de", "Sie kommen morgen zu einem viertägigen Seminar.", ["morgen"]),
    ],
)
def test_a_number_that_counts_something_is_neither_a_day_nor_an_hour(
    language: str, text: str, words: list[str]
) -> None:
    found = find(text, language)
    assert [one.words for one in found] == words
    assert all(one.readings[0].start_time is None for one in found)


@pytest.mark.parametrize(
    ("language", "text", "hour"),
    [
        ("en", "We meet tomorrow at 9:30 in Tunis.", 9),
        ("en", "We meet tomorrow at nine with the Speaker.", 9),
        ("en", "We meet tomorrow at 3 in the afternoon.", 15),
        ("fr", "Nous nous verrons demain à 14 h au Sénat.", 14),
        ("de", "Wir treffen uns morgen um 11 Uhr in Wien.", 11),
        ("it", "Ci vediamo domani alle 15 al Senato.", 15),
    ],
)
def test_an_hour_with_its_sign_is_kept_in_running_text(language: str, text: str, hour: int) -> None:
    when = find(text, language)[0].readings[0]
    assert when.start_time is not None
    assert when.start_time.hour == hour


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Seminar in Tunis, 4.5.", "4.5."),
        ("fi", "Seminaari Tunisissa (4.–7.5.)", "4.–7.5."),
        ("sk", "Seminár v Tunise (4. – 7. 5.)", "4. – 7. 5."),
        ("fr", "Séminaire à Tunis, 14/5", "14/5"),
        ("en", "Seminar in Tunis (14/5).", "14/5"),
        ("fi", "Seminaari pidettiin 4.5.2026.", "4.5.2026."),
        ("mt", "Is-seminar sar fl-14 ta' Mejju.", "fl-14 ta' Mejju"),
    ],
)
def test_figures_without_a_year_are_a_date_where_they_stand_apart(
    language: str, text: str, words: str
) -> None:
    assert said(text, language) == [words]


def test_an_impossible_day_is_no_month_and_no_day_of_another_language() -> None:
    assert said("Zebranie 31 września 2026 w Tunisie.", "pl") == []
