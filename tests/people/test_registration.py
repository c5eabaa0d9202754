"""Joining the network, over real HTTP."""

from datetime import timedelta

import pytest
from sqlmodel import select

from storage.models import Person as Row
from storage.models import Standing
from tests.harness.network import card
from tests.harness.stock import HELENA, MARC

pytestmark = pytest.mark.anyio


def stored(harness, name):
    with harness.database.reading() as session:
        return session.exec(select(Row).where(Row.name == name)).first()


async def test_a_stranger_learns_what_this_is_and_nothing_else(harness):
    await harness.joins(HELENA)
    bob = harness.world.person("Bob", language_code="fr-FR")
    bob.start()
    message = await bob.receives("Ce robot s’adresse aux fonctionnaires")
    assert "/privacy" in message.text
    for command in ("/meetings", "/projects", "/people", "/announce", "/settings", "/update"):
        answer = await harness.say(bob, command)
        assert "réservée aux membres" in answer.text
    assert "Helena" not in "".join(m.text for m in bob.received)


async def test_somebody_registers_and_a_coordinator_approves(harness):
    helena = await harness.joins(HELENA)
    marc = await harness.joins(MARC)
    alice = harness.world.person("Alice 🌷", language_code="de")
    await harness.say(alice, "/register")
    await harness.press(alice, "Français")
    await harness.press(alice, "J’en ai pris connaissance")
    await harness.say(alice, "Suomi")
    assert "Alice 🌷" not in card(alice).labels
    await harness.press(alice, "Alice")
    await harness.say(alice, "Secrétariat <général> & cie", "passer")
    assert "Finlande" in alice.last.text
    assert "Service\u00a0: Secrétariat <général> & cie" in alice.last.text
    await harness.press(alice, "Envoyer mon inscription")
    assert "coordination va examiner" in alice.last.text
    asked = await helena.receives("Request to join")
    assert "Alice" in asked.text
    assert "Unit: Secrétariat <général> & cie" in asked.text
    of_marc = await marc.receives("demande à rejoindre")
    (accept,) = [b["callback_data"] for b in of_marc.buttons if b["text"] == "Accepter"]
    await harness.press(helena, "Approve", asked)
    await harness.settle()
    assert "was approved" in asked.text
    await alice.receives("Bienvenue, Alice")
    assert stored(harness, "Alice").standing is Standing.ACTIVE
    # The other's card says who decided; a press that was under way then is told so too.
    assert "demande déjà acceptée par Helena" in of_marc.text
    assert not of_marc.buttons
    query = marc.press_raw(of_marc, accept)
    await harness.quiet()
    assert "demande déjà acceptée par Helena" in query.answer["text"]


async def test_a_declined_person_reads_the_reason(harness):
    helena = await harness.joins(HELENA)
    alice = harness.world.person("Alice", language_code="en")
    await harness.say(alice, "/register")
    await harness.press(alice, "English")
    await harness.say(alice, "yes", "France")
    await harness.press(alice, "France – Senate")
    await harness.say(alice, "Alice", "skip", "skip")
    await harness.press(alice, "Send my registration")
    card = await helena.receives("Request to join")
    await harness.press(helena, "Decline", card)
    await harness.say(helena, "Please ask your secretary general <first>")
    await harness.settle()
    letter = await alice.receives("was declined")
    assert "secretary general <first>" in letter.text
    assert stored(harness, "Alice").standing is Standing.DECLINED


async def test_an_invitation_skips_approval_and_works_once(harness):
    helena = await harness.joins(HELENA)
    answer = await harness.say(helena, "/invite FR-SEN")
    code = answer.text.split("?start=")[1].split()[0]
    alice = harness.world.person("Alice", language_code="fr")
    alice.start(code)
    await harness.quiet()
    await harness.press(alice, "J’en ai pris connaissance")
    assert "Nom : Alice" in alice.last.text.replace("\xa0", " ")
    assert "Sénat" in alice.last.text
    await harness.press(alice, "Envoyer mon inscription")
    await harness.settle()
    await alice.receives("Vous représentez votre chambre")
    bob = harness.world.person("Bob", language_code="en")
    bob.start(code)
    await bob.receives("has been used already")


async def test_a_restart_in_the_middle_loses_no_answer(harness):
    alice = harness.world.person("Alice", language_code="en")
    await harness.say(alice, "/register")
    await harness.press(alice, "English")
    await harness.restart()
    await harness.say(alice, "yes")
    await harness.restart()
    await harness.say(alice, "Estonia")
    await harness.restart()
    await harness.say(alice, "Alice", "skip", "skip")
    assert "Please check your registration" in alice.last.text
    assert "Estonia" in alice.last.text


async def test_two_quick_presses_count_once(harness):
    alice = harness.world.person("Alice", language_code="en")
    await harness.say(alice, "/register")
    message = alice.last
    alice.press(message, "English")
    alice.press(message, "Français")
    await harness.quiet()
    assert "Data protection, in short" in alice.last.text


async def test_a_photo_an_edit_and_an_old_button_are_answered_kindly(harness):
    alice = harness.world.person("Alice", language_code="en")
    await harness.say(alice, "/register")
    await harness.press(alice, "English")
    alice.send_photo()
    await alice.receives("I can only read text here")
    alice.send_photo("look")
    await alice.receives("I read the caption only")
    sent = alice.send("maybe")
    await harness.quiet()
    alice.edit(sent, "yes")
    await alice.receives("You edited a message")
    query = alice.press_raw(alice.last, "xyz:1:2")
    await harness.quiet()
    assert "is out of date" in query.answer["text"]
    await harness.press(alice, "I have read this")
    assert "Which country" in card(alice).text


async def test_each_kind_of_parliament_is_registered_for(harness):
    helena = await harness.joins(HELENA)
    for typed, chamber in (
        ("Parlament Europejski", "European Parliament"),
        ("Ríkisþing, non: Riigikogu", None),
        ("Riigikogu", "Estonia – Parliament of Estonia"),
    ):
        person = harness.world.person("Ola", language_code="pl")
        await harness.say(person, "/register")
        await harness.press(person, "English")
        await harness.say(person, "yes", typed)
        if chamber is None:
            assert "do not recognise this as an EU Member State" in person.last.text
            continue
        await harness.press(person, "Ola")
        await harness.say(person, "skip", "skip")
        assert f"Chamber: {chamber}" in person.last.text
        await harness.press(person, "Send my registration")
        await helena.receives(f"Chamber: {chamber}")


async def test_invitations_for_other_roles_and_one_that_has_expired(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    codes = {}
    for role in ("coordinator", "observer", "FI-EDU"):
        answer = await harness.say(helena, f"/invite {role}")
        codes[role] = answer.text.split("?start=")[1].split()[0]
    for role, welcome in (
        ("coordinator", "You are a coordinator"),
        ("observer", "registered as an observer"),
    ):
        person = harness.world.person(f"New {role}", language_code="en")
        person.start(codes[role])
        await person.receives("You have been invited")
        await harness.quiet()
        await harness.press(person, "I have read this")
        assert "Chamber: no chamber" in person.last.text
        await harness.press(person, "Send my registration")
        await harness.settle()
        await person.receives(welcome)
        seen = {c["command"] for c in harness.world.commands[("chat", person.id, "")]}
        assert ("announce" in seen) is (role == "coordinator")
        assert ("update" in seen) is (role == "coordinator")
    # By buttons, one step back, and too late.
    await harness.say(helena, "/invite")
    await harness.press(helena, "Correspondent")
    await harness.press(helena, "Austria")
    await harness.press(helena, "‹ Back")
    await harness.press(helena, "‹ Back")
    await harness.press(helena, "Observer")
    assert "Invitation: Observer" in card(helena).text
    late = harness.world.person("Late", language_code="fr")
    harness.clock.advance(timedelta(days=15))
    late.start(codes["FI-EDU"])
    await late.receives("Cette invitation a expiré")
    assert stored(harness, "Late") is None
