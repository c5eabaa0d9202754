"""Who is it: what an application's card shows, questions to applicants, codes to their email."""

from datetime import timedelta

import pytest

from storage.models import ApplicationQuestion, EmailCode, Person
from tests.harness.network import card
from tests.harness.stock import BOB, HELENA, MARC, rows

pytestmark = pytest.mark.anyio
OFFICE = "office@parliament.example"


async def apply(harness, name="Anna", *, username=None, unit="skip", email="skip"):
    person = harness.world.person(name, language_code="en", username=username)
    await harness.say(person, "/register")
    await harness.press(person, "English")
    await harness.say(person, "yes", "Suomi", name, unit, email)
    await harness.press(person, "Send my registration")
    await harness.settle()
    return person


def stored(harness, actor):
    return next(one for one in rows(harness, Person) if one.telegram_id == actor.id)


async def test_the_card_shows_who_applies_and_whose_name_it_looks_like(harness):
    helena = await harness.joins(HELENA)
    await harness.member("Anna", chamber="SE-RIK")
    other = await apply(harness, "ANNA", username="anna_fi", unit="Library", email=OFFICE)
    asked = await helena.receives("Unit: Library")
    assert "Telegram: @anna_fi" in asked.text
    assert f"Email: {OFFICE} (not confirmed)" in asked.text
    assert "⚠ The name looks like that of a member: Anna – Sweden" in asked.text
    assert stored(harness, other).username == "anna_fi"


async def test_a_coordinator_asks_and_the_answer_comes_on_the_card(harness):
    helena = await harness.joins(HELENA)
    marc = await harness.joins(MARC)
    anna = await apply(harness)
    asked = await helena.receives("Request to join")
    await harness.press(helena, "Ask a question", asked)
    await harness.say(helena, "Who is your <director>?")
    assert "Your question to Anna is on its way" in helena.last.text
    await harness.settle()
    question = await anna.receives("Who is your <director>?")
    await harness.press(anna, "Answer", question)
    await harness.say(anna, "Ask <Eeva>")
    assert "Your answer goes to the coordinators" in anna.last.text
    await harness.settle()
    for reader in (helena, marc):
        news = next(m for m in reversed(reader.received) if "Ask <Eeva>" in m.text)
        assert "Who is your <director>?" in news.text
    query = anna.press(question, "Answer")
    await harness.quiet()
    assert "no longer open" in query.answer["text"]
    news = await helena.receives("An answer has come")
    await harness.press(helena, "Approve", news)
    await harness.settle()
    assert rows(harness, ApplicationQuestion) == []
    late = helena.press(asked, "Ask a question")
    await harness.quiet()
    assert "has been decided" in late.answer["text"]


async def begin_code(harness):
    helena = await harness.joins(HELENA)
    anna = await apply(harness, email=OFFICE)
    asked = await helena.receives("Request to join")
    await harness.press(helena, "Send a code to their email", asked)
    await harness.settle()
    letter = helena.last.text
    assert letter.startswith("Dear Anna,")
    code = next(line for line in letter.splitlines() if len(line) == 9 and line[4] == "-")
    coming = await anna.receives("A coordinator will send a code")
    assert OFFICE in coming.text
    assert code not in "".join(m.text for m in anna.received)
    (made,) = rows(harness, EmailCode)
    assert code.replace("-", "") not in made.code_hash
    return helena, anna, code


async def test_the_right_code_confirms_the_email(harness):
    helena, anna, code = await begin_code(harness)
    assert "not the code that was sent" in (await harness.say(anna, "AAAA-BBBB")).text
    said = await harness.say(anna, code.lower().replace("-", " "))
    assert "Your email address is confirmed" in said.text
    await harness.settle()
    news = await helena.receives("The email is confirmed")
    assert "✓ email confirmed" in news.text
    assert "Send a code to their email" not in news.labels
    assert "No code is expected" in (await harness.say(anna, f"/code {code}")).text
    assert "Your email" not in (await harness.say(anna, code)).text
    await harness.press(helena, "Approve", news)
    await harness.settle()
    row = stored(harness, anna)
    assert (row.email, row.email_confirmed_at is None) == (OFFICE, False)
    await harness.press(helena, "Anna", await harness.say(helena, "/people"))
    assert f"Email: {OFFICE} (✓ email confirmed)" in helena.last.text
    # It is theirs now: another address is not confirmed, and each can be taken out.
    await harness.say(anna, "/settings")
    await harness.press(anna, "Unit and email")
    assert f"Email: {OFFICE} (confirmed)" in card(anna).text
    await harness.press(anna, "Email")
    await harness.say(anna, "no address")
    assert "do not recognise this as an email" in anna.last.text
    await harness.say(anna, "other@parliament.example")
    row = stored(harness, anna)
    assert (row.email, row.email_confirmed_at) == ("other@parliament.example", None)
    await harness.press(anna, "Unit and email")
    await harness.press(anna, "Remove the email")
    assert stored(harness, anna).email is None
    assert "Email: not given" in card(anna).text


async def test_five_wrong_codes_end_it_and_another_can_be_sent(harness):
    helena, anna, code = await begin_code(harness)
    for number in range(4):
        assert "not the code" in (await harness.say(anna, f"/code AAAA-BBB{number + 2}")).text
    assert "no longer counts" in (await harness.say(anna, "/code what")).text
    assert "no longer counts" in (await harness.say(anna, code)).text
    assert stored(harness, anna).email_confirmed_at is None
    asked = await helena.receives("Request to join")
    await harness.press(helena, "Send a code to their email", asked)
    await harness.settle()
    lines = helena.last.text.splitlines()
    fresh = next(line for line in lines if len(line) == 9 and line[4] == "-")
    assert "confirmed" in (await harness.say(anna, fresh)).text


async def test_a_code_expires_and_helps_nobody_else(harness):
    _, anna, code = await begin_code(harness)
    other = await apply(harness, "Eeva", email="eeva@parliament.example")
    assert "confirmed" not in (await harness.say(other, code)).text
    assert "No code is expected" in (await harness.say(other, f"/code {code}")).text
    harness.clock.advance(timedelta(days=7))
    assert "no longer counts" in (await harness.say(anna, code)).text


async def test_a_new_name_is_told_with_the_old_one_and_is_an_act(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/settings")
    await harness.press(bob, "Name")
    for bad in ("\u3164", "B\u043eb", "<i>", "B" * 121, "🌷"):
        await harness.say(bob, bad)
        assert stored(harness, bob).name == "Bob"
    await harness.say(bob, "He\u2019lena")
    await harness.settle()
    news = await helena.receives("is now called")
    assert "Bob (Ireland – Dáil" in news.text
    assert "He’lena" in news.text
    assert "looks like that of a member: Helena – European Parliament" in news.text
    assert "He’lena changed their name from “Bob”" in (await harness.say(helena, "/log")).text


async def test_a_registration_begun_by_an_earlier_version_goes_on(harness):
    anna = harness.world.person("Anna 7", language_code="en")
    await harness.say(anna, "/register")
    await harness.press(anna, "English")
    await harness.say(anna, "yes", "Suomi")
    assert "Anna 7" not in card(anna).labels  # figures are in no name
    await harness.say(anna, "Anna")
    from storage import forms

    with harness.database.transaction() as session:
        form = forms.active(session, anna.id)
        form.answers = {**form.answers, "name": "Anna \u3164"}
        session.add(form)
    await harness.say(anna, "Library", "skip")
    await harness.press(anna, "Send my registration")
    assert "hidden signs" in anna.last.text
    assert "What is your name" in card(anna).text
    await harness.say(anna, "Anna")
    await harness.press(anna, "Send my registration")
    assert "coordinators will look" in anna.last.text
    assert stored(harness, anna).name == "Anna"


@pytest.mark.parametrize("verdict", ["Approve", "Decline"])
async def test_the_card_of_the_other_coordinator_closes_when_one_has_decided(harness, verdict):
    helena, marc = await harness.joins(HELENA), await harness.joins(MARC)
    await apply(harness)
    asked = await helena.receives("Request to join")
    theirs = next(m for m in reversed(marc.received) if "Anna" in m.text and m.buttons)
    before = len(marc.received)
    await harness.press(helena, verdict, asked)
    if verdict == "Decline":
        await harness.press(helena, "Skip")
    await harness.settle()
    assert "Helena" in theirs.text
    assert not theirs.buttons
    assert all("Helena" not in m.text for m in marc.received[before:] if m is not theirs)
