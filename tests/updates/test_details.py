"""What is asked behind *Add details*, and what people type there."""

import pytest

from storage.models import Form
from tests.harness.network import card
from tests.harness.stock import BOB, rows

pytestmark = pytest.mark.anyio


@pytest.fixture
async def reporting(harness):
    """Bob, at the review card of an activity of his chamber."""
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/update", "Ask me question by question", "A workshop", "Montenegro")
    for label in ("Workshop", "Budget", "Done", "TAIEX", "Planned"):
        await harness.press(bob, label)
    await harness.say(bob, "March 2027")
    for label in ("Yes, that is right", "Online"):
        await harness.press(bob, label)
    await harness.say(bob, "What it is about.")
    assert "Please check your activity" in card(bob).text
    return bob


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the moon", "I do not recognise “the moon”"),
        ("Bundestag, the moon", "I do not recognise “the moon”"),
        ("Dáil Éireann", "counted already"),
        ("Dáil Éireann; Dáil Éireann", "counted already"),
        (", ;", "I do not recognise"),
    ],
)
async def test_other_chambers_that_are_none_are_asked_for_again(harness, reporting, typed, said):
    await harness.press(reporting, "Add details")
    await harness.press(reporting, "Other chambers")
    assert said in (await harness.say(reporting, typed)).text
    (form,) = rows(harness, Form)
    assert "other_chambers" not in form.answers
    await harness.say(reporting, "Dáil Éireann, Bundestag, bundestag")
    (form,) = rows(harness, Form)
    assert form.answers["other_chambers"] == ["DE-BTG"]
