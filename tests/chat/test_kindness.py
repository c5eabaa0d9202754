"""What officials would stumble over: cards that vanish, words that are lost, doors left open."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.chat.callbacks import FORM, FormAction
from bot.standin.world import Person
from storage.models import Answer, Audience, Form, ProjectUpdate, Role
from tests.harness.town import card
from tests.scenarios.test_promises import announce

pytestmark = pytest.mark.anyio


def rows(town, model):
    with town.database.reading() as session:
        return list(session.exec(select(model)))


def taps_and_texts(person: Person, since: int):
    """Return how often a person pressed and typed since the message of that number."""
    taps = [q for q in person.world.queries.values() if q.person is person]
    typed = [m for m in person.chat.messages if not m.from_bot and m.id > since]
    return len(taps), len(typed)


async def test_a_usual_update_takes_eight_taps_and_can_be_typed_throughout(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    eve = await town.member("Eve", chamber="FI-EDU")
    await town.settle()
    await town.say(bob, "/update")
    since = bob.last.id
    await town.say(bob, "Study visit on cybersecurity")
    # Kind and themes are read off what it is called, how far it is off its dates.
    for label in ("Montenegro", "Done", "Security", "Yes, that is right", "TAIEX"):
        await town.press(bob, label)
    await town.say(bob, "2 and 3 November 2026")
    for label in ("Yes, that is right", "Online"):
        await town.press(bob, label)
    await town.say(bob, "Officials of the defence committee visited us.")
    assert "Please check your activity" in bob.last.text
    await town.press(bob, "Submit")
    taps, texts = taps_and_texts(bob, since)
    assert (taps, texts) == (8, 3)
    # The same by typing alone, buttons' words included.
    await town.say(eve, "/update", "Ask me question by question", "Séminaire", "Montenegro")
    await town.say(eve, "seminar or workshop")
    await town.say(eve, "workshop", "oversight", "taiex", "planned", "March 2027", "yes", "hybrid")
    await town.say(eve, "skip", "For two committees.")
    assert "Please check your activity" in eve.last.text
    assert "Oversight of government" in eve.last.text


async def test_in_ones_own_words_an_update_takes_a_few_taps(town):
    luc = await town.member("Luc", chamber="BE-SEN", language="fr")
    await town.settle()
    await town.say(luc, "/update")
    since = luc.last.id
    await town.say(
        luc,
        "Nous avons accueilli une délégation du Parlement du Monténégro les 2 et 3 novembre 2026 "
        "à Bruxelles pour une visite d’étude sur le budget, dans le cadre d’INTER PARES.",
    )
    for _ in range(6):
        if "Merci de vérifier" in luc.last.text:
            break
        labels = card(luc).labels
        chosen = next((one for one in ("Achevée", "Sur place") if one in labels), labels[0])
        await town.press(luc, chosen)
    await town.press(luc, "Envoyer")
    assert "porte la référence 2026-BE-SEN-001" in luc.last.text
    taps, texts = taps_and_texts(luc, since)
    assert taps <= 6
    assert texts == 1


async def test_a_card_stays_when_a_question_begins_under_it(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await announce(town, helena)
    await town.settle()
    notice = await bob.receives("You are invited")
    await town.press(bob, "Online", notice)
    await town.press(bob, "Add a comment", notice)
    assert "What would you like to add" in bob.last.text
    await town.press(bob, "✕ Cancel")
    assert "Spring meeting" in notice.text
    await town.press(bob, "In person", notice)
    assert rows(town, Answer)[0].choice.value == "in_person"

    await town.say(helena, "/meetings")
    meeting = card(helena)
    await town.press(helena, "Cancel the meeting", meeting)
    await town.say(helena, "By mistake")
    assert "Cancel and tell everybody" in card(helena).labels
    assert "✕ Cancel" not in card(helena).labels
    await town.press(helena, "Keep the meeting")
    assert "Spring meeting" in meeting.text
    await town.press(helena, "Edit", meeting)
    assert "Nothing has been changed yet" in card(helena).text
    await town.press(helena, "Link")
    await town.press(helena, "Keep as it is")
    await town.press(helena, "Change")
    await town.press(helena, "Format")
    await town.press(helena, "In person")
    await town.press(helena, "Save the change")
    await town.settle()
    changed = await bob.receives("The meeting has changed")
    assert "Format:\nwas Hybrid\nnow In person" in changed.text
    # Its text for those who are not here says the same, in both languages.
    await town.press(helena, "Text for email", meeting)
    english, french = helena.received[-2:]
    assert english.document
    assert "Format:\nwas Hybrid" in english.text
    assert "Format\navant\u00a0: Hybride" in french.text
    await town.press(helena, "Cancel the meeting", meeting)
    await town.press(helena, "Skip")
    await town.press(helena, "Cancel and tell everybody")
    await town.settle()
    done = next(m for m in reversed(helena.received) if "Text for email" in m.labels)
    await town.press(helena, "Text for email", done)
    assert "Cancelled: Spring meeting" in helena.received[-2].text
    assert "Annulée\u00a0: Spring meeting" in helena.last.text
    await town.say(bob, "/meetings")
    await town.press(bob, "Past meetings")
    await town.press(bob, "Thu 11 Mar 2027")
    await town.press(bob, "‹ Upcoming meetings")
    assert "No meeting is announced" in card(bob).text


async def test_an_answer_that_a_new_format_does_not_allow_is_asked_for_again(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await announce(town, helena)
    await town.settle()
    await town.press(bob, "In person", await bob.receives("You are invited"))
    await town.say(helena, "/meetings")
    await town.press(helena, "Edit")
    await town.press(helena, "Format")
    await town.press(helena, "Online")
    await town.press(helena, "Save the change")
    await town.settle()
    changed = await bob.receives("The meeting has changed")
    assert "In person, was given before the meeting changed" in changed.text
    assert changed.labels[:2] == ["Online", "Cannot attend"]
    await town.say(helena, "/meetings")
    assert "in person 0 · online 0 · cannot attend 0 · no answer yet 2" in card(helena).text
    await town.press(bob, "Online", changed)
    await town.say(helena, "/meetings")
    assert "online 1 · cannot attend 0 · no answer yet 1" in card(helena).text


async def test_what_was_ticked_stays_and_one_can_go_back_more_than_once(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await town.say(bob, "/update", "Ask me question by question", "A title")
    assert "‹ Back" in card(bob).labels
    await town.press(bob, "Albania")
    await town.say(bob, "Kosovo")
    await town.press(bob, "Workshop")
    await town.press(bob, "‹ Back")
    await town.press(bob, "‹ Back")
    assert {"✓ Albania", "✓ Kosovo*"} <= set(card(bob).labels)
    await town.press(bob, "‹ Back")
    assert "What would you call the activity" in card(bob).text
    assert "‹ Back" not in card(bob).labels
    await town.say(bob, "A better title")
    await town.press(bob, "Budget")
    await town.say(bob, "youth, security, elections")
    assert "up to 3" in bob.last.text
    await town.say(bob, "youth, security")
    for label in ("TAIEX", "Planned"):
        await town.press(bob, label)
    await town.say(bob, "March 2027", "yes", "Online", "Summary.")
    review = card(bob)
    assert "Budget, Youth, Security, defence, cybersecurity" in review.text
    assert "Albania, Kosovo*" in review.text
    await town.press(bob, "Add details")
    await town.press(bob, "Outcome")
    assert "Activity · Outcome" in card(bob).text
    await town.say(bob, "A plan")
    await town.press(bob, "Change")
    await town.press(bob, "Outcome")
    await town.press(bob, "Remove this answer")
    assert "A plan" not in card(bob).text
    await town.press(bob, "Submit")
    # Looking at it again and leaving is no draft; a change is.
    await town.press(bob, "Change")
    await town.say(bob, "/cancel")
    assert rows(town, Form) == []
    await town.say(bob, "/projects")
    await town.press(bob, "2027-IE-DAI-001")
    await town.press(bob, "Change")
    await town.press(bob, "Title")
    await town.say(bob, "Another title", "/cancel")
    assert "Your draft is kept" in bob.last.text


async def test_a_chamber_is_reported_for_by_its_own_people_alone(town):
    niamh = town.world.person("Niamh", language_code="en")
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.settle()
    await town.say(niamh, "/register")
    await town.press(niamh, "English")
    await town.say(niamh, "yes", "Irlande")
    await town.press(niamh, "Both chambers")
    await town.say(niamh, "Niamh")
    assert "Dáil Éireann (House of Representatives), Ireland – Seanad" in niamh.last.text
    await town.press(niamh, "Change")
    assert "Data protection" not in card(niamh).labels
    await town.press(niamh, "‹ Back to the overview")
    await town.press(niamh, "Send my registration")
    await town.press(helena, "Approve", await helena.receives("Request to join"))
    await town.settle()
    await town.say(niamh, "/update", "Ask me question by question")
    assert "For which chamber?" in card(niamh).text
    await town.say(niamh, "Sejm")
    assert "did not recognise" in niamh.last.text
    await town.press(niamh, "Ireland – Seanad")
    await town.say(niamh, "A title")
    form = rows(town, Form)[0]
    niamh.press_raw(card(niamh), FORM.data(form, form.version, FormAction.CHANGE, "chamber"))
    await town.quiet()
    await town.say(niamh, "Sejm", "Poland – Sejm")
    assert rows(town, Form)[0].answers["chamber"] == "IE-SEA"
    # A notice is answered for both, once.
    await announce(town, helena)
    await town.settle()
    await town.press(niamh, "Online", await niamh.receives("You are invited"))
    await town.say(helena, "/meetings")
    assert "online 2 · cannot attend 0 · no answer yet 1" in card(helena).text
    await town.press(helena, "Who has answered")
    assert "Online (2)" in helena.last.text
    assert {row.person_id for row in rows(town, Audience)} == {1, 2}


async def test_a_stranger_is_spoken_to_in_the_language_they_chose(town):
    tom = town.world.person("Tom", language_code="de")
    tom.start()
    await tom.receives("This bot is for the officials")
    await town.say(tom, "/language")
    await town.press(tom, "Français")
    tom.start()
    await town.quiet()
    assert "Ce robot s’adresse" in tom.last.text
    assert "les services du Parlement européen" in tom.last.text
    assert "traitement\u00a0: Parlement européen" in (await town.say(tom, "/privacy")).text
    await town.say(tom, "/register")
    assert "Inscription" in card(tom).text
    seen = town.world.commands[("chat", tom.id, "")]
    assert {"command": "register", "description": "Demander à rejoindre le réseau"} in seen
    await town.say(tom, "/cancel")
    await town.say(tom, "/mydata")
    assert tom.last.document
    await town.say(tom, "/forget")
    assert rows(town, Form) == []


async def test_edited_messages_groups_and_people_who_block(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    luc = await town.member("Luc", chamber="BE-SEN", language="fr")
    await town.settle()
    sent = luc.send("bonjour")
    await town.quiet()
    luc.edit(sent, "/meetings")
    await luc.receives("Merci de l’envoyer à nouveau")
    group = town.world.group("Network", [luc])
    luc.say_in(group, "/meetings")
    await town.world.until(lambda: any(m.from_bot for m in group.messages))
    assert "conversation privée" in group.messages[-1].text
    before = len(group.messages)
    member = {"user": {"id": town.world.person("x").id, "is_bot": False, "first_name": "x"}}
    town.world.push(
        "my_chat_member",
        {
            "chat": {"id": group.id, "type": "group", "title": "Network"},
            "from": luc.as_user(),
            "date": int(town.clock.now().timestamp()),
            "old_chat_member": {**member, "status": "left"},
            "new_chat_member": {**member, "status": "member"},
        },
    )
    await town.world.until(lambda: len(group.messages) > before)
    # A notice that comes is not repeated after a block; one that was missed comes once.
    await announce(town, helena)
    await town.settle()
    luc.block()
    await town.settle()
    assert sum("Luc cannot be reached" in m.text for m in helena.received) == 1
    luc.unblock()
    await town.wait(timedelta(minutes=1))
    await town.say(luc, "/help")
    await town.settle()
    assert sum("Le réseau vous invite" in m.text for m in luc.received) == 1


async def test_a_preview_is_what_will_be_seen_and_long_notices_keep_their_file(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await town.say(helena, "/announce", "Meeting", "11 March 2027 14:00-17:00")
    await town.press(helena, "Yes, that is right")
    await town.press(helena, "Online")
    await town.press(helena, "Skip")
    await town.say(helena, "Kosovo, Palestine")
    await town.say(helena, "A point of the agenda\n" * 60)
    await town.press(helena, "Thu 25 Feb 2027")
    review = card(helena)
    assert review.text.count("without prejudice") == 2
    await town.press(helena, "See it in French", review)
    assert helena.last.labels == ["En ligne", "Indisponible"]
    await town.press(helena, "Send to me first", review)
    test_file = next(m for m in reversed(helena.received) if m.document)
    await town.press(helena, "Preview and recipients", review)
    await town.press(helena, "Send now to 2 people", review)
    await town.settle()
    file = next(m for m in reversed(bob.received) if m.document)
    assert "Open this file" in file.text
    uids = {
        line
        for one in (test_file, file)
        for line in town.world.files[one.document["file_id"]][1].decode().split("\r\n")
        if line.startswith("UID:")
    }
    assert len(uids) == 1
    notice = await bob.receives("You are invited")
    assert "Online" in notice.labels
    assert rows(town, ProjectUpdate) == []
