"""Joining the network, over real HTTP."""

from datetime import timedelta

import pytest
from sqlmodel import select

from storage.models import Person as Row
from storage.models import Role, Standing
from tests.harness.town import card

pytestmark = pytest.mark.anyio


def stored(town, name):
    with town.database.reading() as session:
        return session.exec(select(Row).where(Row.name == name)).first()


async def test_a_stranger_learns_what_this_is_and_nothing_else(town):
    await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = town.world.person("Bob", language_code="fr-FR")
    bob.start()
    message = await bob.receives("Ce robot s’adresse aux fonctionnaires")
    assert "/privacy" in message.text
    for command in ("/meetings", "/projects", "/people", "/announce", "/settings", "/update"):
        answer = await town.say(bob, command)
        assert "réservée aux membres" in answer.text
    assert "Helena" not in "".join(m.text for m in bob.received)


async def test_somebody_registers_and_a_coordinator_approves(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    marc = await town.member("Marc", Role.COORDINATOR, "EU-EP", language="fr")
    alice = town.world.person("Alice <b>&", language_code="de")
    await town.say(alice, "/register")
    await town.press(alice, "Français")
    await town.press(alice, "J’en ai pris connaissance")
    await town.say(alice, "Suomi")
    await town.press(alice, "Alice <b>&")
    assert "Finlande" in alice.last.text
    await town.press(alice, "Envoyer mon inscription")
    assert "coordination va examiner" in alice.last.text
    card = await helena.receives("Request to join")
    assert "Alice <b>&" in card.text
    await marc.receives("demande à rejoindre")
    await town.press(helena, "Approve", card)
    await town.settle()
    assert "was approved" in card.text
    await alice.receives("Bienvenue, Alice")
    assert stored(town, "Alice <b>&").standing is Standing.ACTIVE
    said = await town.toast(marc, "Accepter")
    assert "demande déjà acceptée par Helena" in said


async def test_a_declined_person_reads_the_reason(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    alice = town.world.person("Alice", language_code="en")
    await town.say(alice, "/register")
    await town.press(alice, "English")
    await town.say(alice, "yes", "France")
    await town.press(alice, "France – Senate")
    await town.say(alice, "Alice")
    await town.press(alice, "Send my registration")
    card = await helena.receives("Request to join")
    await town.press(helena, "Decline", card)
    await town.say(helena, "Please ask your secretary general <first>")
    await town.settle()
    letter = await alice.receives("was declined")
    assert "secretary general <first>" in letter.text
    assert stored(town, "Alice").standing is Standing.DECLINED


async def test_an_invitation_skips_approval_and_works_once(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    answer = await town.say(helena, "/invite FR-SEN")
    code = answer.text.split("?start=")[1].split()[0]
    alice = town.world.person("Alice", language_code="fr")
    alice.start(code)
    await town.quiet()
    await town.press(alice, "Français")
    await town.press(alice, "J’en ai pris connaissance")
    await town.press(alice, "Alice")
    assert "Sénat" in alice.last.text
    await town.press(alice, "Envoyer mon inscription")
    await town.settle()
    await alice.receives("Vous représentez votre chambre")
    bob = town.world.person("Bob", language_code="en")
    bob.start(code)
    await bob.receives("has been used already")


async def test_a_restart_in_the_middle_loses_no_answer(town):
    alice = town.world.person("Alice", language_code="en")
    await town.say(alice, "/register")
    await town.press(alice, "English")
    await town.restart()
    await town.say(alice, "yes")
    await town.restart()
    await town.say(alice, "Estonia")
    await town.restart()
    await town.say(alice, "Alice")
    assert "Please check your registration" in alice.last.text
    assert "Estonia" in alice.last.text


async def test_two_quick_presses_count_once(town):
    alice = town.world.person("Alice", language_code="en")
    await town.say(alice, "/register")
    message = alice.last
    alice.press(message, "English")
    alice.press(message, "Français")
    await town.quiet()
    assert "Before you start" in alice.last.text


async def test_a_photo_an_edit_and_an_old_button_are_answered_kindly(town):
    alice = town.world.person("Alice", language_code="en")
    await town.say(alice, "/register")
    await town.press(alice, "English")
    alice.send_photo("look")
    await alice.receives("I can only read text here")
    sent = alice.send("maybe")
    await town.quiet()
    alice.edit(sent, "yes")
    await alice.receives("You edited a message")
    query = alice.press_raw(alice.last, "xyz:1:2")
    await town.quiet()
    assert "is out of date" in query.answer["text"]
    await town.press(alice, "I have read this")
    assert "Which country" in card(alice).text


async def test_each_kind_of_parliament_is_registered_for(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    for typed, chamber in (
        ("Parlament Europejski", "European Parliament"),
        ("Ríkisþing, non: Riigikogu", None),
        ("Riigikogu", "Estonia – Parliament of Estonia"),
    ):
        person = town.world.person(f"From {chamber}", language_code="pl")
        await town.say(person, "/register")
        await town.press(person, "English")
        await town.say(person, "yes", typed)
        if chamber is None:
            assert "do not recognise this as an EU Member State" in person.last.text
            continue
        await town.press(person, f"From {chamber}")
        assert f"Chamber: {chamber}" in person.last.text
        await town.press(person, "Send my registration")
        await helena.receives(f"Chamber: {chamber}")


async def test_invitations_for_other_roles_and_one_that_has_expired(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    codes = {}
    for role in ("coordinator", "observer", "FI-EDU"):
        answer = await town.say(helena, f"/invite {role}")
        codes[role] = answer.text.split("?start=")[1].split()[0]
    for role, welcome in (
        ("coordinator", "You are a coordinator"),
        ("observer", "registered as an observer"),
    ):
        person = town.world.person(f"New {role}", language_code="en")
        person.start(codes[role])
        await person.receives("You have been invited")
        await town.quiet()
        await town.press(person, "English")
        await town.press(person, "I have read this")
        await town.press(person, f"New {role}")
        assert "Chamber: no chamber" in person.last.text
        await town.press(person, "Send my registration")
        await town.settle()
        await person.receives(welcome)
        seen = {c["command"] for c in town.world.commands[("chat", person.id, "")]}
        assert ("announce" in seen) is (role == "coordinator")
        assert ("update" in seen) is (role == "coordinator")
    # By buttons, one step back, and too late.
    await town.say(helena, "/invite")
    await town.press(helena, "Correspondent")
    await town.press(helena, "Austria")
    await town.press(helena, "‹ Back")
    await town.press(helena, "‹ Back")
    await town.press(helena, "Observer")
    assert "Invitation: Observer" in card(helena).text
    late = town.world.person("Late", language_code="fr")
    town.clock.advance(timedelta(days=15))
    late.start(codes["FI-EDU"])
    await late.receives("Cette invitation a expiré")
    assert stored(town, "Late") is None
