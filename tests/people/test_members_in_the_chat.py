"""/who, /people, /board, /mydata and /forget, over real HTTP."""

import json

import pytest
from sqlmodel import select

from bot.people.callbacks import FORGET, MEMBER, ForgetAction, MemberAct, MemberAction
from storage.models import Answer, Form, InboxItem, ProjectUpdate, Role, Standing
from storage.models import Person as Row
from tests.harness.town import card
from tests.scenarios.test_promises import announce

pytestmark = pytest.mark.anyio


def rows(town, model):
    with town.database.reading() as session:
        return list(session.exec(select(model)))


def shown_commands(town, person):
    return [c["command"] for c in town.world.commands[("chat", person.id, "")]]


async def report(town, person, title, partner, *, theme="Budget", month="March 2027"):
    await town.say(person, "/update", "Ask me question by question", title, partner)
    for label in ("Workshop", theme, "Done", "TAIEX", "Planned"):
        await town.press(person, label)
    await town.say(person, month)
    await town.press(person, "Yes, that is right")
    await town.press(person, "Online")
    await town.say(person, "What it is about.")
    return await town.press(person, "Submit")


async def test_who_else_does_this_is_said_at_once_and_on_demand(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    eve = await town.member("Eve", chamber="FI-EDU")
    luc = await town.member("Luc", chamber="BE-SEN", language="fr")
    await town.settle()
    alone = await report(town, bob, "Budget <b> workshop", "Montenegro")
    assert "works with" not in alone.text
    region = await report(town, eve, "A regional one", "Western Balkans")
    assert "One other chamber works with Western Balkans: Ireland" in region.text
    assert "on the same theme, in the same month" in region.text
    await report(town, eve, "Somewhere else", "Kosovo", theme="Youth", month="May 2027")

    # In another language, another month: the same partner, no closer than that.
    await town.say(luc, "/update", "Me poser les questions une à une", "Séminaire", "Crna Gora")
    for label in ("Atelier", "Jeunesse", "Terminé", "TAIEX", "Prévue"):
        await town.press(luc, label)
    await town.say(luc, "juin 2027")
    for label in ("Oui, c’est exact", "En ligne"):
        await town.press(luc, label)
    await town.say(luc, "Un séminaire.")
    said = await town.press(luc, "Envoyer")
    assert "2 autres chambres ont le même partenaire (Monténégro)" in said.text
    assert "même mois" not in said.text
    who = await town.press(luc, "Qui travaille avec", said)
    assert "3 chambres, 3 activités" in who.text
    assert "Budget <b> workshop" in who.text

    who = await town.say(bob, "/who kosovo")
    assert "Somewhere else" in who.text
    assert who.text.count("without prejudice") == 1
    who = await town.say(bob, "/who youth")
    assert "Belgium – Senate (1)" in who.text
    await town.press(bob, "See the 2 activities", who)
    assert "Activities: Youth (2)" in card(bob).text
    assert "did not recognise" in (await town.say(bob, "/who blargh")).text
    await town.press(bob, "Montenegro", await town.say(bob, "/who"))
    assert "3 chambers" in bob.last.text

    # A draft and a withdrawn one are nobody's business.
    await town.say(
        eve, "/update", "Ask me question by question", "A draft", "Montenegro", "/cancel"
    )
    found = next(u for u in rows(town, ProjectUpdate) if u.title == "Budget <b> workshop")
    await town.say(bob, "/projects Dáil")
    await town.press(bob, found.ref)
    await town.press(bob, "Withdraw")
    await town.press(bob, "Yes, withdraw it")
    who = await town.say(eve, "/who Montenegro")
    assert "2 chambers, 2 activities" in who.text
    assert "Ireland" not in who.text
    stranger = town.world.person("Tom")
    assert "for members" in (await town.say(stranger, "/who Montenegro")).text


async def test_activities_are_filtered_by_country_region_theme_and_chamber(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    for number in range(6):
        await report(town, bob, f"Workshop {number}", "Kosovo" if number else "Ukraine")
    await town.say(bob, "/projects")
    assert "The whole network (6)" in card(bob).text
    await town.press(bob, "Next")
    assert "2027-IE-DAI-001" in card(bob).text
    await town.press(bob, "By country")
    await town.press(bob, "Kosovo*")
    assert "Activities: Kosovo* (5)" in card(bob).text
    assert "without prejudice" in card(bob).text
    await town.press(bob, "By chamber")
    await town.press(bob, "Ireland – Dáil")
    assert "Dáil Éireann (House of Representatives) (6)" in card(bob).text
    await town.press(bob, "By region")
    await town.press(bob, "Western Balkans")
    assert "Western Balkans (5)" in card(bob).text
    await town.press(bob, "By theme")
    await town.press(bob, "‹ Back")
    assert "The whole network (6)" in card(bob).text


async def test_a_coordinator_suspends_reinstates_and_hands_on(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob <i>", chamber="IE-DAI")
    await town.settle()
    await town.say(helena, "/people")
    await town.press(helena, "Helena")
    assert "Suspend" not in card(helena).labels
    await town.press(helena, "Remove as coordinator")
    assert "only coordinator" in await town.toast(helena, "Yes, remove")
    await town.press(helena, "‹ Back")
    await town.press(helena, "‹ Back to members")
    await town.press(helena, "Bob <i>")
    await town.say(bob, "/update", "Ask me question by question", "A title")
    await town.press(helena, "Suspend")
    asked = card(helena)
    await town.press(helena, "Yes, suspend")
    await town.settle()
    await bob.receives("Your access is suspended")
    assert "register" not in shown_commands(town, bob)
    assert "meetings" not in shown_commands(town, bob)
    # What was under way ends at the next word, and a second coordinator is not needed to see it.
    assert "suspended" in (await town.say(bob, "Serbia")).text
    late = helena.press_raw(
        asked, MEMBER.data(MemberAction.DO, MemberAct.SUSPEND, rows(town, Row)[1])
    )
    await town.quiet()
    assert "changed in the meantime" in late.answer["text"]
    await announce(town, helena)
    await town.settle()
    assert not any("You are invited" in m.text for m in bob.received)
    await town.say(helena, "/people")
    assert "Bob <i> – Ireland – Dáil Éireann (House of Representatives) (suspended)" in (
        card(helena).text
    )
    await town.press(helena, "Bob <i>")
    await town.press(helena, "Reinstate")
    await town.press(helena, "Yes, reinstate")
    await town.settle()
    await bob.receives("You are invited")
    assert "update" in shown_commands(town, bob)
    await town.press(helena, "Make coordinator")
    await town.press(helena, "Yes, make coordinator")
    await town.settle()
    await bob.receives("You are a coordinator")
    assert "announce" in shown_commands(town, bob)
    # Now Helena may go back to being a correspondent, and at once sees no more of it.
    await town.say(helena, "/people")
    await town.press(helena, "Helena")
    await town.press(helena, "Remove as coordinator")
    await town.press(helena, "Yes, remove")
    await town.settle()
    assert "announce" not in shown_commands(town, helena)
    assert "for coordinators" in (await town.say(helena, "/people")).text
    assert "for coordinators" in (await town.say(helena, "/board")).text


async def test_the_board_shows_forty_bodies_by_where_they_stand(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.member("Luc", chamber="BE-SEN", language="fr")
    gone = await town.member("Gone", chamber="FI-EDU")
    await town.member("Sofia", Role.OBSERVER)
    await town.settle()
    gone.block()
    await town.settle()
    empty = await town.say(helena, "/board")
    assert "No meeting is announced" in empty.text
    assert (
        "40 chambers, including the European Parliament. Represented: 4 · reported: 0" in empty.text
    )
    await announce(town, helena)
    await town.settle()
    await town.press(bob, "Online", await bob.receives("You are invited"))
    await report(town, bob, "A workshop", "Serbia")
    board = await town.say(helena, "/board")
    assert "answered: 1 · reported for this meeting: 1" in board.text
    assert "Have answered (1)\n– Ireland – Dáil" in board.text
    assert "Online, one activity" in board.text
    assert "Have not answered (2)\n– European Parliament\n– Belgium – Senate" in board.text
    assert "inform them by email (1)\n– Finland" in board.text
    assert "invite somebody (36)" in board.text
    await town.press(helena, "Open the meeting", board)
    assert "Spring meeting" in card(helena).text


async def test_ones_own_data_come_as_a_file_and_go_when_asked(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    marie = await town.member("Marie 🌷", chamber="FR-SEN", language="fr")
    await town.settle()
    await announce(town, helena)
    await town.settle()
    notice = await marie.receives("Le réseau vous invite")
    await town.press(marie, "En ligne", notice)
    await town.press(marie, "Ajouter un commentaire", notice)
    await town.say(marie, "Je viens avec <deux> collègues")
    await town.say(marie, "/update", "Me poser les questions une à une", "Visite")
    await town.say(marie, "/mydata")
    file = marie.last.document
    data = json.loads(town.world.files[file["file_id"]][1])
    assert file["file_name"] == "my-data.json"
    assert data["person"]["name"] == "Marie 🌷"
    assert data["answers"][0]["comment"] == "Je viens avec <deux> collègues"
    assert data["unfinished"][0]["answers"]["title"] == "Visite"
    assert {"notice", "welcome"} <= {row["kind"] for row in data["messages"]}
    await town.say(marie, "/forget")
    assert "Marie 🌷" in marie.last.text
    await town.press(marie, "Non, tout garder")
    assert next(r for r in rows(town, Row) if r.telegram_id == marie.id).name == "Marie 🌷"
    question = await town.say(marie, "/forget")
    await town.press(marie, "Oui, effacer mes données", question)
    await town.settle()
    assert "Vos données sont effacées" in question.text
    left = await helena.receives("erased their data: France – Senate")
    assert "is no longer represented" in left.text
    assert "Marie" not in left.text
    row = next(r for r in rows(town, Row) if r.standing is Standing.DEPARTED)
    assert (row.telegram_id, row.name) == (None, "—")
    assert rows(town, Answer) == []
    assert [form for form in rows(town, Form) if form.telegram_id == marie.id] == []
    assert len([item for item in rows(town, InboxItem) if item.lane == marie.id]) <= 3
    assert "announce" not in shown_commands(town, marie)
    assert "register" in shown_commands(town, marie)
    # The old button does nothing; the person is a stranger who may begin again.
    late = marie.press_raw(question, FORGET.data(ForgetAction.YES, row))
    await town.quiet()
    assert "bouton" in late.answer["text"] or "button" in late.answer["text"]
    marie.start()
    await town.quiet()
    assert "/register" in marie.last.text
    assert "Nothing is kept" in (await town.say(town.world.person("Tom"), "/mydata")).text


async def test_the_only_coordinator_and_an_applicant_who_want_to_go(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    tom = town.world.person("Tom", language_code="en")
    await town.settle()
    await town.say(helena, "/forget")
    await town.press(helena, "Yes, erase")
    assert "the only coordinator" in helena.last.text
    await town.say(tom, "/register")
    await town.press(tom, "English")
    await town.say(tom, "yes", "Malta", "Tom")
    await town.press(tom, "Send my registration")
    await town.settle()
    asked = await helena.receives("Request to join")
    await town.say(tom, "/forget")
    await town.press(tom, "Yes, erase")
    await town.settle()
    assert [r.name for r in rows(town, Row) if r.role is not Role.COORDINATOR] == ["—"]
    assert "has left the network" in await town.toast(helena, "Approve", asked)
