"""In a copy with a programme more: it is read out of a sentence, chosen by button, and shown.

A programme, a theme and two regions have ended there: they are in lists, and in no new report.
"""

import pytest

from bot.understanding.places import understand_partners
from bot.understanding.vocabulary import understand_term
from bot.updates import service
from config.network import network
from config.reference import reference
from storage import forms, people
from storage.models import Role
from tests.harness.network import card
from tests.harness.stock import update

pytestmark = pytest.mark.anyio

ENGLISH = "Study visit of MPs from Montenegro to our committees on 3 November 2026, {}."
FRENCH = "Visite d’étude de députés du Monténégro auprès de nos commissions, 3 novembre 2026, {}."


@pytest.mark.parametrize(
    ("language", "note", "label"),
    [
        ("en", ENGLISH.format("as Argo Fellows"), "Argo Fellowship"),
        ("fr", FRENCH.format("avec la bourse Argo"), "Bourse Argo"),
    ],
)
async def test_the_new_programme_is_understood_and_shown(harness, language, note, label):
    await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    luc = await harness.member("Luc", chamber="BE-SEN", language=language)
    await harness.settle()
    await harness.say(luc, "/update", note)
    assert label in card(luc).text


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Western Balkans", "WB"), ("Balkans occidentaux", "WB"), ("Asie centrale", "R-CA")],
)
def test_a_region_that_has_ended_is_understood_in_lists_alone(typed, code):
    languages = ["en", "fr"]
    (part,) = understand_partners(typed, languages=languages, with_ended=True)
    assert part.sure == code
    new = understand_partners(typed, languages=languages)
    assert not any(part.matches for part in new)
    assert reference().partner_label(code, "fr") in {"Balkans occidentaux", "Asie centrale"}


@pytest.mark.parametrize(
    ("typed", "vocabulary", "code"),
    [("WYDE", "programme", "wyde"), ("the state budget", "theme", "budget")],
)
def test_a_term_that_has_ended_is_understood_in_lists_alone(typed, vocabulary, code):
    assert understand_term(typed, vocabulary, languages=["en"], with_ended=True).sure == code
    new = understand_term(typed, vocabulary, languages=["en"])
    assert code not in new.codes


async def test_what_has_ended_is_kept_and_found_and_in_no_new_report(harness):
    await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    luc = await harness.member("Luc", chamber="BE-SEN")
    await harness.settle()
    ended = {"partners": ["WB"], "programme": "wyde", "themes": ["budget"]}
    with harness.database.transaction() as session:
        by = people.by_telegram_id(session, luc.id)
        said = update(title="Long ago", chamber_id="BE-SEN", **ended)
        kept = service.submit(session, network(), said, by=by, now=harness.clock.now())
    for words in ("Western Balkans", "budget"):
        assert kept.title in (await harness.say(luc, f"/projects {words}")).text
    note = "Training for Kenya and the Western Balkans on 3 November 2026 on the state budget, WYDE"
    await harness.say(luc, "/update", note)
    with harness.database.reading() as session:
        answers = forms.active(session, luc.id).answers
    assert answers["partners"] == ["KE"]
    assert answers["kind"] == "training"
    assert not answers.get("programme")
    assert not answers.get("themes")
