"""What people type instead of tapping: words that steer, plain questions, several messages."""

import pytest

from storage.models import Form, Meeting
from tests.harness.network import card
from tests.harness.stock import BOB, CAMILLE, HELENA, rows

pytestmark = pytest.mark.anyio


async def test_a_word_alone_does_what_the_button_does_at_any_question(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    for word in ("Cancel", "stop!", "/stop", "/annuler", "Annulez s’il vous plaît", "abbrechen"):
        await harness.say(helena, "/announce", word)
        assert helena.last.text == "Cancelled. Nothing was saved."
    assert rows(harness, Form) == rows(harness, Meeting) == []
    await harness.say(helena, "/announce", "Stop violence against women")
    (form,) = rows(harness, Form)
    assert form.answers["title"] == "Stop violence against women"
    # Help says what there is, and puts the question again.
    await harness.say(helena, "aide")
    assert "/meetings –" in helena.received[-2].text
    assert "When is it?" in helena.last.text
    await harness.say(helena, "skip")
    assert "needs an answer" in helena.received[-2].text
    assert "When is it?" in helena.last.text
    # Of a reading that waits for a yes, back leads to its question; then to the one before.
    await harness.say(helena, "11 March 2027 14:00-17:00", "Back, please")
    assert "When is it?" in helena.last.text
    await harness.say(helena, "/back")
    assert "What is the meeting called?" in helena.last.text
    await harness.say(helena, "retour")
    assert "This is the first question" in helena.received[-2].text
    await harness.say(helena, "skip", "11 March 2027 14:00-17:00", "yes", "online", "pass", "skip")
    await harness.say(helena, "passer")
    assert "By what date" in helena.last.text
    await harness.press(helena, "Thu 25 Feb 2027")
    # On the review card, and on a question that is asked again from there.
    await harness.press(helena, "Change")
    await harness.press(helena, "Title")
    await harness.say(helena, "back")
    assert "Preview and recipients" in card(helena).labels
    await harness.say(helena, "skip")
    assert "Please use the buttons" in helena.received[-2].text
    await harness.say(helena, "stop")
    assert "Your draft is kept" in helena.last.text


async def test_a_name_a_reason_and_an_activity_are_not_called_cancel(harness):
    nobody = harness.world.person("Nobody", language_code="fr")
    harness.hear_strangers()
    await harness.say(
        nobody, "/register", "Français", "oui", "Espagne", "Les deux chambres", "Annuler"
    )
    assert nobody.last.text == "Annulé. Rien n’a été enregistré."
    camille = await harness.joins(CAMILLE)
    await harness.settle()
    await harness.say(camille, "/update", "annuler")
    assert rows(harness, Form) == []
    await harness.say(camille, "/update", "passer", "Aide")
    assert "/meetings –" in camille.received[-2].text
    assert camille.last.labels[-1] == "✕ Annuler"
    await harness.say(camille, "Aide aux commissions")
    assert rows(harness, Form)[0].answers["title"] == "Aide aux commissions"


async def test_where_nothing_waits_the_answer_leads_on(harness):
    bob = await harness.joins(BOB)
    nobody = harness.world.person("Nobody", language_code="en")
    harness.hear_strangers()
    await harness.settle()
    ways = ["Upcoming meetings", "Report an activity", "Help"]
    for text, said in (
        ("qwertz", "I did not understand this"),
        ("back", "No question is open"),
        ("/skip", "No question is open"),
        ("/teleport", "I do not know this command"),
        ("/cancel", "nothing to cancel"),
    ):
        answer = await harness.say(bob, text)
        assert said in answer.text
        assert answer.labels == ways
    await harness.press(bob, "Upcoming meetings")
    assert "No meeting is announced" in bob.last.text
    await harness.press(bob, "Report an activity", answer)
    assert "Describe the activity" in bob.last.text
    assert answer.labels == ways
    assert (await harness.say(nobody, "qwertz")).labels == ["Ask to join", "Help"]
    await harness.press(nobody, "Ask to join")
    assert "Which language" in nobody.last.text
