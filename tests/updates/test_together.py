"""Messages that belong together: several forwards, a note that the app splits, a caption."""

from datetime import timedelta

import pytest

from storage.models import Form, OfferedText
from tests.harness.network import card
from tests.harness.stock import HELENA, rows

pytestmark = pytest.mark.anyio

VISITS = [
    f"We hosted a delegation of the Parliament of {country} for a study visit on 3 November 2026."
    for country in ("Montenegro", "Georgia", "Albania")
]
TALK = "The committees compared how they work, what they publish and whom they hear" * 5 + ". "
LONG = f"{VISITS[0]} It was about the budget. {TALK * 10}\n\n{VISITS[1]} {TALK}"[:4096]
REST = f" and went on for some time. It was held under TAIEX.\n\n{VISITS[2]}"


async def test_what_comes_at_once_is_one_text_and_later_notes_wait_beside_it(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    for visit in VISITS:
        eva.forward(visit, "Somebody")
    await harness.quiet()
    assert "This looks like 3 activities" in eva.last.text
    together = eva.last
    # One card follows what comes; another would be asked for by nobody.
    assert len([m for m in eva.received if "looks like" in m.text]) == 1
    assert "Yes, report" in together.labels
    (offer,) = rows(harness, OfferedText)
    assert offer.text == "\n\n".join(VISITS)
    # Half of it edited: nothing is lost, and it is said.
    eva.edit(next(m for m in eva.chat.messages if m.text == VISITS[1]), "Georgia was cancelled.")
    await harness.quiet()
    assert "Please send it again" in eva.last.text
    harness.clock.advance(timedelta(seconds=3))
    another = await harness.say(eva, VISITS[1])
    assert another.text.startswith("“We hosted a delegation of the Parliament of Georgia")
    await harness.say(eva, "What a week!")
    assert len(rows(harness, OfferedText)) == 2
    await harness.press(eva, "Yes, report", together)
    assert len(rows(harness, Form)) == 3
    assert "(1 of 3)" in together.text
    await harness.press(eva, "Yes, report", another)
    assert "Georgia" in another.text
    assert len(rows(harness, Form)) == 4
    harness.clock.advance(timedelta(hours=2))
    await harness.say(eva, "/cancel", VISITS[0])
    harness.clock.advance(timedelta(hours=2))
    assert "did not understand" in (await harness.say(eva, "yes")).text
    assert len(rows(harness, OfferedText)) == 1


async def test_the_second_half_of_a_long_note_is_no_answer_to_the_next_question(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    for opening in ("/update", "/update with words", "unprompted"):
        before = len(rows(harness, Form))
        if opening == "/update":
            await harness.say(eva, "/update")
            eva.send(LONG + REST)
        elif opening == "unprompted":
            eva.send(LONG + REST)
            await harness.quiet()
            assert "This looks like" in eva.last.text
            await harness.press(eva, "Yes, report")
        else:
            eva.send(f"/update {LONG}{REST}")
        await harness.quiet()
        told = rows(harness, Form)[before:]
        partners = [form.answers["partners"] for form in told]
        assert partners == [["ME"], ["GE"], ["AL"]], opening
        assert told[1].answers["programme"] == "taiex"
        (form,) = [form for form in told if form.active]
        assert "(1 of 3)" in card(eva).text
        assert "title" not in form.answers
        await harness.press(eva, card(eva).labels[0])
        await harness.say(eva, "/cancel")


async def test_what_is_too_long_for_a_question_does_not_leave_its_end_as_the_answer(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce")
    helena.send("An agenda that was meant for later. " * 150)
    await harness.quiet()
    assert all("title" not in form.answers for form in rows(harness, Form))
    await harness.say(helena, "Spring meeting")
    assert rows(harness, Form)[0].answers["title"] == "Spring meeting"
    await harness.say(helena, "/announce Autumn meeting")
    assert "When is it?" in helena.last.text
    assert {form.answers["title"] for form in rows(harness, Form)} >= {"Autumn meeting"}


async def test_a_caption_answers_any_question(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    await harness.say(eva, "/update", "Ask me question by question")
    eva.send_photo("Study visit on budgets")
    await harness.quiet()
    assert "I read the caption only" in eva.received[-2].text
    assert rows(harness, Form)[0].answers["title"] == "Study visit on budgets"


async def test_a_card_that_is_no_longer_the_last_message_is_put_anew(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    first = await harness.say(eva, VISITS[0])
    await harness.say(eva, VISITS[1])
    await harness.quiet()
    assert eva.last.id > first.id
    assert "2 activities" in eva.last.text
    await harness.press(eva, "No")
    assert rows(harness, OfferedText) == []
