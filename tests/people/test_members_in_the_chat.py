"""/who, /people, /board, /mydata and /forget, over real HTTP."""

import json

import pytest

from bot.people.callbacks import FORGET, MEMBER, ForgetAction, MemberAct, MemberAction
from storage.models import Answer, Form, InboxItem, Role, Standing
from storage.models import Person as Row
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, EVE, HELENA, LUC, SOFIA, rows

pytestmark = pytest.mark.anyio


def shown_commands(harness, person):
    return [c["command"] for c in harness.world.commands[("chat", person.id, "")]]


async def report(harness, person, title, partner, *, theme="Budget", month="March 2027"):
    await harness.say(person, "/update", "Ask me question by question", title, partner)
    for label in ("Workshop", theme, "Done", "TAIEX", "Planned"):
        await harness.press(person, label)
    await harness.say(person, month)
    await harness.press(person, "Yes, that is right")
    await harness.press(person, "Online")
    await harness.say(person, "What it is about.")
    return await harness.press(person, "Submit")


async def test_who_else_does_this_is_said_at_once_and_on_demand(harness):
    bob = await harness.joins(BOB)
    eve = await harness.joins(EVE)
    luc = await harness.joins(LUC)
    await harness.settle()
    alone = await report(harness, bob, "Budget <b> workshop", "Montenegro")
    assert "works with" not in alone.text
    region = await report(harness, eve, "A regional one", "Western Balkans")
    assert "One other chamber works with Western Balkans: Ireland" in region.text
    assert "on the same theme, in the same month" in region.text
    await report(harness, eve, "Somewhere else", "Kosovo", theme="Youth", month="May 2027")

    # In another language, another month: the same partner, no closer than that.
    await harness.say(luc, "/update", "Me poser les questions une à une", "Séminaire", "Crna Gora")
    for label in ("Atelier", "Jeunesse", "Terminé", "TAIEX", "Prévue"):
        await harness.press(luc, label)
    await harness.say(luc, "juin 2027")
    for label in ("Oui, c’est exact", "En ligne"):
        await harness.press(luc, label)
    await harness.say(luc, "Un séminaire.")
    said = await harness.press(luc, "Envoyer")
    assert "2 autres chambres ont le même partenaire (Monténégro)" in said.text
    assert "même mois" not in said.text
    who = await harness.press(luc, "Qui travaille avec", said)
    assert "3 chambres, 3 activités" in who.text
    assert "Budget <b> workshop" in who.text

    who = await harness.say(bob, "/who kosovo")
    assert "Somewhere else" in who.text
    assert who.text.count("without prejudice") == 1
    who = await harness.say(bob, "/who youth")
    assert "Belgium – Senate (1)" in who.text
    await harness.press(bob, "See the 2 activities", who)
    assert "Activities: Youth (2)" in card(bob).text
    assert "did not recognise" in (await harness.say(bob, "/who blargh")).text
    await harness.press(bob, "Montenegro", await harness.say(bob, "/who"))
    assert "3 chambers" in bob.last.text

    # A draft and a withdrawn one are nobody's business.
    await harness.say(
        eve, "/update", "Ask me question by question", "A draft", "Montenegro", "/cancel"
    )
    await harness.say(bob, "/projects Dáil")
    await harness.press(bob, "Budget <b> workshop")
    await harness.press(bob, "Withdraw")
    await harness.press(bob, "Yes, withdraw it")
    who = await harness.say(eve, "/who Montenegro")
    assert "2 chambers, 2 activities" in who.text
    assert "Ireland" not in who.text
    stranger = harness.world.person("Tom")
    assert "for members" in (await harness.say(stranger, "/who Montenegro")).text


async def test_activities_are_filtered_by_country_region_theme_and_chamber(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    for number in range(6):
        await report(harness, bob, f"Workshop {number}", "Kosovo" if number else "Ukraine")
    await harness.say(bob, "/projects")
    assert "The whole network (6)" in card(bob).text
    await harness.press(bob, "Earlier")
    assert "Ireland – Dáil" in card(bob).text
    assert "IE-DAI" not in card(bob).text
    await harness.press(bob, "By country")
    await harness.press(bob, "Kosovo*")
    assert "Activities: Kosovo* (5)" in card(bob).text
    assert "without prejudice" in card(bob).text
    await harness.press(bob, "By chamber")
    await harness.press(bob, "Ireland – Dáil")
    assert "Dáil Éireann (House of Representatives) (6)" in card(bob).text
    await harness.press(bob, "By region")
    await harness.press(bob, "Western Balkans")
    assert "Western Balkans (5)" in card(bob).text
    await harness.press(bob, "By theme")
    await harness.press(bob, "‹ Back")
    assert "The whole network (6)" in card(bob).text


async def test_the_list_says_each_members_seat_or_role_once(harness):
    helena = await harness.joins(HELENA)
    await harness.joins(SOFIA)
    await harness.joins(BOB)
    await harness.settle()
    lines = (await harness.say(helena, "/people")).text.splitlines()
    assert "Sofia – Observer" in lines
    assert "Helena – European Parliament, coordinator" in lines
    assert any(line.startswith("Bob – Ireland") and line.count(",") == 0 for line in lines)
    opened = await harness.press(helena, "Sofia")
    assert "Chamber: no chamber\nRole: Observer" in opened.text


async def test_a_coordinator_suspends_reinstates_and_hands_on(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.member("Bob <i>", chamber="IE-DAI")
    await harness.settle()
    await harness.say(helena, "/people")
    await harness.press(helena, "Helena")
    assert "Suspend" not in card(helena).labels
    await harness.press(helena, "Remove as coordinator")
    assert "only coordinator" in await harness.toast(helena, "Yes, remove")
    await harness.press(helena, "‹ Back")
    await harness.press(helena, "‹ Back to members")
    await harness.press(helena, "Bob <i>")
    await harness.say(bob, "/update", "Ask me question by question", "A title")
    await harness.press(helena, "Suspend")
    asked = card(helena)
    await harness.press(helena, "Yes, suspend")
    await harness.settle()
    await bob.receives("Your access is suspended")
    assert "register" not in shown_commands(harness, bob)
    assert "meetings" not in shown_commands(harness, bob)
    # What was under way ends at the next word, and a second coordinator is not needed to see it.
    assert "suspended" in (await harness.say(bob, "Serbia")).text
    late = helena.press_raw(
        asked, MEMBER.data(MemberAction.DO, MemberAct.SUSPEND, rows(harness, Row)[1])
    )
    await harness.quiet()
    assert "changed in the meantime" in late.answer["text"]
    await announce(harness, helena)
    await harness.settle()
    assert not any("You are invited" in m.text for m in bob.received)
    await harness.say(helena, "/people")
    assert "Bob <i> – Ireland – Dáil Éireann (House of Representatives) (suspended)" in (
        card(helena).text
    )
    await harness.press(helena, "Bob <i>")
    opened = card(helena)
    await harness.press(helena, "Reinstate")
    await harness.press(helena, "Yes, reinstate")
    await harness.settle()
    await bob.receives("You are invited")
    assert "update" in shown_commands(harness, bob)
    await harness.press(helena, "Make coordinator", opened)
    await harness.press(helena, "Yes, make coordinator", opened)
    await harness.settle()
    await bob.receives("You are a coordinator")
    assert "announce" in shown_commands(harness, bob)
    # Now Helena may go back to being a correspondent, and at once sees no more of it.
    await harness.say(helena, "/people")
    await harness.press(helena, "Helena")
    await harness.press(helena, "Remove as coordinator")
    await harness.press(helena, "Yes, remove")
    await harness.settle()
    assert "announce" not in shown_commands(harness, helena)
    assert "for coordinators" in (await harness.say(helena, "/people")).text
    assert "for coordinators" in (await harness.say(helena, "/board")).text


async def test_the_board_shows_forty_bodies_by_where_they_stand(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.joins(LUC)
    gone = await harness.member("Gone", chamber="FI-EDU")
    await harness.joins(SOFIA)
    await harness.settle()
    gone.block()
    await harness.settle()
    empty = await harness.say(helena, "/board")
    assert "No meeting is announced" in empty.text
    assert (
        "40 chambers, including the European Parliament. Represented: 4 · reported: 0" in empty.text
    )
    await announce(harness, helena)
    await harness.settle()
    await harness.press(bob, "Online", await bob.receives("You are invited"))
    await report(harness, bob, "A workshop", "Serbia")
    board = await harness.say(helena, "/board")
    assert "answered: 1 · reported for this meeting: 1" in board.text
    assert "Have answered (1)\n– Ireland – Dáil" in board.text
    assert "Online, one activity" in board.text
    assert "Have not answered (2)\n– European Parliament\n– Belgium – Senate" in board.text
    assert "inform them by email (1)\n– Finland" in board.text
    assert "invite somebody (36)" in board.text
    await harness.press(helena, "Open the meeting", board)
    assert "Spring meeting" in card(helena).text


async def test_ones_own_data_come_as_a_file_and_go_when_asked(harness):
    helena = await harness.joins(HELENA)
    marie = await harness.member("Marie 🌷", chamber="FR-SEN", language="fr")
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    notice = await marie.receives("Le réseau vous invite")
    await harness.press(marie, "En ligne", notice)
    await harness.press(marie, "Ajouter un commentaire", notice)
    await harness.say(marie, "Je viens avec <deux> collègues")
    await harness.say(marie, "/update", "Me poser les questions une à une", "Visite")
    await harness.say(marie, "/mydata")
    file = marie.last.document
    data = json.loads(harness.world.files[file["file_id"]][1])
    assert file["file_name"] == "my-data.json"
    held = {table: found["rows"] for table, found in data.items()}
    assert held["person"][0]["name"] == "Marie 🌷"
    assert held["answer"][0]["comment"] == "Je viens avec <deux> collègues"
    assert held["answer"][0]["meeting"] == "Spring meeting"
    assert held["form"][0]["answers"]["title"] == "Visite"
    assert {"notice", "welcome"} <= {row["kind"] for row in held["delivery"]}
    page = harness.world.files[marie.received[-2].document["file_id"]][1].decode()
    assert '<html lang="fr">' in page
    assert "Je viens avec &lt;deux&gt; collègues" in page
    assert "<deux>" not in page
    await harness.say(marie, "/forget")
    assert "Marie 🌷" in marie.last.text
    await harness.press(marie, "Non, tout garder")
    assert next(r for r in rows(harness, Row) if r.telegram_id == marie.id).name == "Marie 🌷"
    question = await harness.say(marie, "/forget")
    await harness.press(marie, "Oui, effacer mes données", question)
    await harness.settle()
    assert "Vos données sont effacées" in question.text
    left = await helena.receives("erased their data: France – Senate")
    assert "is no longer represented" in left.text
    assert "Marie" not in left.text
    row = next(r for r in rows(harness, Row) if r.standing is Standing.DEPARTED)
    assert (row.telegram_id, row.name) == (None, "—")
    assert rows(harness, Answer) == []
    assert [form for form in rows(harness, Form) if form.telegram_id == marie.id] == []
    assert [item for item in rows(harness, InboxItem) if item.lane == marie.id] == []
    assert "announce" not in shown_commands(harness, marie)
    assert "register" in shown_commands(harness, marie)
    # The old button does nothing; the person is a stranger who may begin again.
    late = marie.press_raw(question, FORGET.data(ForgetAction.YES, row))
    await harness.quiet()
    assert "bouton" in late.answer["text"] or "button" in late.answer["text"]
    marie.start()
    await harness.quiet()
    assert "/register" in marie.last.text
    assert (
        "Nothing is kept here" in (await harness.say(harness.world.person("Tom"), "/mydata")).text
    )


async def test_the_only_coordinator_and_an_applicant_who_want_to_go(harness):
    helena = await harness.joins(HELENA)
    tom = harness.world.person("Tom", language_code="en")
    await harness.settle()
    await harness.say(helena, "/forget")
    await harness.press(helena, "Yes, erase")
    assert "the only coordinator" in helena.last.text
    await harness.say(tom, "/register")
    await harness.press(tom, "English")
    await harness.say(tom, "yes", "Malta", "Tom", "skip", "skip")
    await harness.press(tom, "Send my registration")
    await harness.settle()
    asked = await helena.receives("Request to join")
    await harness.say(tom, "/forget")
    await harness.press(tom, "Yes, erase")
    await harness.settle()
    assert [r.name for r in rows(harness, Row) if r.role is not Role.COORDINATOR] == ["—"]
    assert "has left the network" in await harness.toast(helena, "Approve", asked)
