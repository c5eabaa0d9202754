"""In a copy with a programme more: it is read out of a sentence, chosen by button, and shown."""

import pytest

from storage.models import Role
from tests.harness.network import card

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
