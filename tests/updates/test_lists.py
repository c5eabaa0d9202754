"""Lists of activities as their reader sees them, and what finds them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.core.texts import Texts
from bot.understanding.towns import town
from bot.updates import service, titles
from bot.updates.list_filter import Chosen, understood
from storage.models import Format, Person, ProjectUpdate
from tests.harness.network import card
from tests.harness.stock import BOB, LUC, update

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


def narrowed(text):
    zone = ZoneInfo("Europe/Paris")
    return [found.code for found in understood(text, languages=["en"], now=NOW, zone=zone)]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("France", ["c=FR"]),
        ("l’Italie", ["c=IT"]),
        ("Deutschland", ["c=DE"]),
        ("finland", ["c=FI-EDU"]),
        ("Malta", ["c=MT-KAM"]),
        ("Riigikogu", ["c=EE-RII"]),
        ("European Parliament", ["c=EU-EP"]),
        ("Bundesrat", ["c=DE-BRT", "c=AT-BUN"]),
        ("balkans", ["p=WB"]),
        ("les Balkans", ["p=WB"]),
        ("planned", ["s=planned"]),
        ("annulée", ["s=cancelled"]),
        ("zakończone", ["s=completed"]),
        ("study visit", ["k=study_visit"]),
        ("INTER PARES", ["g=inter_pares"]),
        ("Finland, planned, 2026", ["c=FI-EDU+s=planned+d=260101-261231"]),
        ("Montenegro", ["p=ME"]),
        ("the moon", []),
    ],
)
def test_what_is_typed_finds_member_states_chambers_regions_and_statuses(typed, codes):
    assert narrowed(typed) == codes
    for code in codes:
        assert Chosen(code).label(Texts("fr"))
        assert Chosen(code).as_filter()


def test_a_filter_that_a_button_has_no_room_for_begins_anew():
    full = Chosen("p=SOUTH+t=representation+c=FR-SEN+d=260101-261231")
    assert full.with_(Chosen("s=planned")).code == "s=planned"
    assert Chosen("c=FR-SEN").with_(Chosen("c=FR")).code == "c=FR"


@pytest.mark.parametrize(
    ("typed", "country", "english", "french"),
    [
        ("Kiszyniowie", "MD", "Chisinau", "Chisinau"),
        ("Kijów", "UA", "Kyiv", "Kyiv"),
        ("Tbilisissä", "GE", "Tbilisi", "Tbilissi"),
        ("Warszawie", "PL", "Warsaw", "Varsovie"),
        ("Belgrádban", "RS", "Belgrade", "Belgrade"),
        ("Кишинев", "MD", "Chisinau", "Chisinau"),
        ("Cork", "IE", "Cork", "Cork"),
        ("Parisot", "FR", "Parisot", "Parisot"),
        ("Kiszyniowie", "UA", "Kiszyniowie", "Kiszyniowie"),
    ],
)
def test_a_town_bears_its_name_and_not_a_form_of_it(typed, country, english, french):
    assert (town(typed, "en", [country]), town(typed, "fr", [country])) == (english, french)


@pytest.mark.parametrize("themes", [[], ["budget"], ["oversight", "gender"]])
@pytest.mark.parametrize("written", ["en", "fr"])
def test_a_title_that_was_made_is_made_anew_for_each_reader(written, themes):
    made = titles.made(Texts(written), "study_visit", ["MD", "XK"], themes)
    row = ProjectUpdate(title=made, kind="study_visit")
    for language in ("en", "fr"):
        texts = Texts(language)
        assert titles.title(texts, row, ["MD", "XK"]) == titles.made(
            texts, "study_visit", ["MD", "XK"], themes
        )
    for own in (f"{made} again", "Study visit on budgets", f"{made}, nothing"):
        row.title = own
        assert titles.title(Texts("fr"), row, ["MD", "XK"]) == own


@pytest.mark.anyio
async def test_a_list_names_the_chamber_and_speaks_its_readers_language(harness):
    bob, luc = await harness.joins(BOB), await harness.joins(LUC)
    made = titles.made(Texts("en"), "study_visit", ["MD"], ["budget"])
    with harness.database.transaction() as session:
        writer = session.exec(select(Person).where(Person.telegram_id == bob.id)).one()
        for number in range(6):
            values = update(
                title=made if number == 5 else f"Workshop {number}",
                kind="study_visit",
                partners=["MD"],
                status="planned" if number else "cancelled",
                chamber_id="IE-DAI",
                format=Format.IN_PERSON,
                place="Kiszyniowie",
                start=date(2027, number + 1, 1),
                end=date(2027, number + 1, 28),
            )
            service.submit(session, harness.network, values, by=writer, now=harness.clock.now())
    in_french = titles.made(Texts("fr"), "study_visit", ["MD"], ["budget"])
    await harness.say(luc, "/projects Irlande")
    assert f"{in_french}\nIrlande – Dáil Éireann" in card(luc).text
    assert "IE-DAI" not in card(luc).text
    await harness.press(luc, "Plus anciennes")
    assert "Workshop 0" in card(luc).text
    await harness.press(luc, "‹ Plus récentes")
    await harness.press(luc, in_french)
    assert "Chisinau" in luc.last.text
    assert in_french in luc.last.text
    await harness.say(bob, "/projects cancelled")
    assert "Activities: Cancelled (1)" in card(bob).text
    who = await harness.say(bob, "/who Ireland")
    assert "Ireland – Dáil" in who.text
    assert made in who.text
