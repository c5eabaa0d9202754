"""What officials would stumble over: cards that vanish, words that are lost, doors left open."""

from datetime import timedelta

import pytest

from bot.chat.callbacks import FORM, FormAction
from bot.standin.world import Person
from storage.models import Answer, Audience, Form, ProjectUpdate
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, EVE, HELENA, LUC, rows, texts_of

pytestmark = pytest.mark.anyio


def taps_and_texts(person: Person, since: int):
    """Return how often a person pressed and typed since the message of that number."""
    taps = [q for q in person.world.queries.values() if q.person is person]
    typed = [m for m in person.chat.messages if not m.from_bot and m.id > since]
    return len(taps), len(typed)


async def test_a_usual_update_takes_eight_taps_and_can_be_typed_throughout(harness):
    bob = await harness.joins(BOB)
    eve = await harness.joins(EVE)
    await harness.settle()
    await harness.say(bob, "/update")
    since = bob.last.id
    await harness.say(bob, "Study visit on cybersecurity")
    # Kind and themes are read off what it is called, how far it is off its dates.
    for label in ("Montenegro", "Done", "Security", "Yes, that is right", "TAIEX"):
        await harness.press(bob, label)
    await harness.say(bob, "2 and 3 November 2026")
    for label in ("Yes, that is right", "Online"):
        await harness.press(bob, label)
    await harness.say(bob, "Officials of the defence committee visited us.")
    assert "Please check your activity" in bob.last.text
    await harness.press(bob, "Submit")
    taps, texts = taps_and_texts(bob, since)
    assert (taps, texts) == (8, 3)
    # The same by typing alone, buttons' words included.
    await harness.say(eve, "/update", "Ask me question by question", "Séminaire", "Montenegro")
    await harness.say(eve, "seminar or workshop")
    await harness.say(
        eve, "workshop", "oversight", "taiex", "planned", "March 2027", "yes", "hybrid"
    )
    await harness.say(eve, "skip", "For two committees.")
    assert "Please check your activity" in eve.last.text
    assert "Oversight of government" in eve.last.text


async def test_in_ones_own_words_an_update_takes_a_few_taps(harness):
    luc = await harness.joins(LUC)
    await harness.settle()
    await harness.say(luc, "/update")
    since = luc.last.id
    await harness.say(
        luc,
        "Nous avons accueilli une délégation du Parlement du Monténégro les 2 et 3 novembre 2026 "
        "à Bruxelles pour une visite d’étude sur le budget, dans le cadre d’INTER PARES.",
    )
    for _ in range(6):
        if "Merci de vérifier" in luc.last.text:
            break
        labels = card(luc).labels
        chosen = next((one for one in ("Achevée", "Sur place") if one in labels), labels[0])
        await harness.press(luc, chosen)
    await harness.press(luc, "Envoyer")
    assert "porte la référence 2026-BE-SEN-001" in luc.last.text
    taps, texts = taps_and_texts(luc, since)
    assert taps <= 6
    assert texts == 1


async def test_a_card_stays_when_a_question_begins_under_it(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    notice = await bob.receives("You are invited")
    await harness.press(bob, "Online", notice)
    await harness.press(bob, "Add a comment", notice)
    assert "What would you like to add" in bob.last.text
    await harness.press(bob, "✕ Cancel")
    assert "Spring meeting" in notice.text
    await harness.press(bob, "In person", notice)
    assert rows(harness, Answer)[0].choice.value == "in_person"

    await harness.say(helena, "/meetings")
    meeting = card(helena)
    await harness.press(helena, "Cancel the meeting", meeting)
    await harness.say(helena, "By mistake")
    assert "Cancel and tell everybody" in card(helena).labels
    assert "✕ Cancel" not in card(helena).labels
    await harness.press(helena, "Keep the meeting")
    assert "Spring meeting" in meeting.text
    await harness.press(helena, "Edit", meeting)
    assert "Nothing has been changed yet" in card(helena).text
    await harness.press(helena, "Link")
    await harness.press(helena, "Keep as it is")
    await harness.press(helena, "Change")
    await harness.press(helena, "Format")
    await harness.press(helena, "In person")
    await harness.press(helena, "Save the change")
    await harness.settle()
    changed = await bob.receives("The meeting has changed")
    assert "Format:\nwas Hybrid\nnow In person" in changed.text
    # Its text for those who are not here says the same, in both languages.
    await harness.press(helena, "Text for email", meeting)
    english, french = helena.received[-2:]
    assert english.document
    assert "Format:\nwas Hybrid" in english.text
    assert "Format\navant\u00a0: Hybride" in french.text
    await harness.press(helena, "Cancel the meeting", meeting)
    await harness.press(helena, "Skip")
    await harness.press(helena, "Cancel and tell everybody")
    await harness.settle()
    done = next(m for m in reversed(helena.received) if "Text for email" in m.labels)
    await harness.press(helena, "Text for email", done)
    assert "Cancelled: Spring meeting" in helena.received[-2].text
    assert "Annulée\u00a0: Spring meeting" in helena.last.text
    await harness.say(bob, "/meetings")
    await harness.press(bob, "Past or cancelled")
    await harness.press(bob, "Cancelled: Thu 11 Mar 2027")
    await harness.press(bob, "‹ Upcoming meetings")
    assert "No meeting is announced" in card(bob).text


async def test_an_answer_that_a_new_format_does_not_allow_is_asked_for_again(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await harness.press(bob, "In person", await bob.receives("You are invited"))
    await harness.say(helena, "/meetings")
    await harness.press(helena, "Edit")
    await harness.press(helena, "Format")
    await harness.press(helena, "Online")
    await harness.press(helena, "Save the change")
    await harness.settle()
    changed = await bob.receives("The meeting has changed")
    assert "In person, was given before the meeting changed" in changed.text
    assert changed.labels[:2] == ["Online", "Cannot attend"]
    await harness.say(helena, "/meetings")
    assert "take part 0 · cannot attend 0 · no answer yet 2" in card(helena).text
    await harness.press(bob, "Online", changed)
    await harness.say(helena, "/meetings")
    assert "take part 1 · cannot attend 0 · no answer yet 1" in card(helena).text


async def test_what_was_ticked_stays_and_one_can_go_back_more_than_once(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/update", "Ask me question by question", "A title")
    assert "‹ Back" in card(bob).labels
    await harness.press(bob, "Albania")
    await harness.say(bob, "Kosovo")
    await harness.press(bob, "Workshop")
    await harness.press(bob, "‹ Back")
    await harness.press(bob, "‹ Back")
    assert {"✓ Albania", "✓ Kosovo*"} <= set(card(bob).labels)
    await harness.press(bob, "‹ Back")
    assert "What would you call the activity" in card(bob).text
    assert "‹ Back" not in card(bob).labels
    await harness.say(bob, "A better title")
    await harness.press(bob, "Budget")
    await harness.say(bob, "youth, security, elections")
    assert "up to 3" in bob.last.text
    await harness.say(bob, "youth, security")
    for label in ("TAIEX", "Planned"):
        await harness.press(bob, label)
    await harness.say(bob, "March 2027", "yes", "Online", "Summary.")
    review = card(bob)
    assert "Budget, Youth, Security, defence, cybersecurity" in review.text
    assert "Albania, Kosovo*" in review.text
    await harness.press(bob, "Add details")
    await harness.press(bob, "Outcome")
    assert "Activity · Outcome" in card(bob).text
    await harness.say(bob, "A plan")
    await harness.press(bob, "Change")
    await harness.press(bob, "Outcome")
    await harness.press(bob, "Remove this answer")
    assert "A plan" not in card(bob).text
    await harness.press(bob, "Submit")
    # Looking at it again and leaving is no draft; a change is.
    await harness.press(bob, "Change")
    await harness.say(bob, "/cancel")
    assert rows(harness, Form) == []
    await harness.say(bob, "/projects")
    await harness.press(bob, "A better title")
    await harness.press(bob, "Change")
    await harness.press(bob, "Title")
    await harness.say(bob, "Another title", "/cancel")
    assert "Your draft is kept" in bob.last.text


async def test_a_chamber_is_reported_for_by_its_own_people_alone(harness):
    niamh = harness.world.person("Niamh", language_code="en")
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(niamh, "/register")
    await harness.press(niamh, "English")
    await harness.say(niamh, "yes", "Irlande")
    await harness.press(niamh, "Both chambers")
    await harness.say(niamh, "Niamh", "skip", "skip")
    assert "Dáil Éireann (House of Representatives), Ireland – Seanad" in niamh.last.text
    await harness.press(niamh, "Change")
    assert "Data protection" not in card(niamh).labels
    await harness.press(niamh, "‹ Back to the overview")
    await harness.press(niamh, "Send my registration")
    await harness.press(helena, "Approve", await helena.receives("Request to join"))
    await harness.settle()
    await harness.say(niamh, "/update", "Ask me question by question")
    assert "For which chamber?" in card(niamh).text
    await harness.say(niamh, "Sejm")
    assert "did not recognise" in niamh.last.text
    await harness.press(niamh, "Ireland – Seanad")
    await harness.say(niamh, "A title")
    form = rows(harness, Form)[0]
    niamh.press_raw(card(niamh), FORM.data(form, form.version, FormAction.CHANGE, "chamber"))
    await harness.quiet()
    await harness.say(niamh, "Sejm", "Poland – Sejm")
    assert rows(harness, Form)[0].answers["chamber"] == "IE-SEA"
    # A notice is answered for both, once.
    await announce(harness, helena)
    await harness.settle()
    await harness.press(niamh, "Online", await niamh.receives("You are invited"))
    await harness.say(helena, "/meetings")
    assert "online 1 · cannot attend 0" in card(helena).text
    assert "take part 2 · cannot attend 0 · no answer yet 1" in card(helena).text
    await harness.press(helena, "Who has answered")
    assert "Online (1 person)" in helena.last.text
    assert helena.last.text.count("Niamh") == 2
    assert {row.person_id for row in rows(harness, Audience)} == {1, 2}


async def test_a_stranger_is_spoken_to_in_the_language_they_chose(harness):
    tom = harness.world.person("Tom", language_code="de")
    tom.start()
    await tom.receives("This bot is for the officials")
    await harness.say(tom, "/language")
    await harness.press(tom, "Français")
    tom.start()
    await harness.quiet()
    assert "Ce robot s’adresse" in tom.last.text
    assert "les services du Parlement européen" in tom.last.text
    await harness.say(tom, "/privacy")
    assert texts_of(tom, "traitement\u00a0: Parlement européen")
    await harness.say(tom, "/register")
    assert "Inscription" in card(tom).text
    seen = harness.world.commands[("chat", tom.id, "")]
    assert {"command": "register", "description": "Demander à rejoindre le réseau"} in seen
    await harness.say(tom, "/cancel")
    await harness.say(tom, "/mydata")
    assert tom.last.document
    await harness.say(tom, "/forget")
    assert rows(harness, Form) == []


async def test_edited_messages_groups_and_people_who_block(harness):
    helena = await harness.joins(HELENA)
    luc = await harness.joins(LUC)
    await harness.settle()
    sent = luc.send("bonjour")
    await harness.quiet()
    luc.edit(sent, "/meetings")
    await luc.receives("Merci de l’envoyer à nouveau")
    group = harness.world.group("Network", [luc])
    luc.say_in(group, "/meetings")
    await harness.world.until(lambda: any(m.from_bot for m in group.messages))
    assert "conversation privée" in group.messages[-1].text
    before = len(group.messages)
    member = {"user": {"id": harness.world.person("x").id, "is_bot": False, "first_name": "x"}}
    harness.world.push(
        "my_chat_member",
        {
            "chat": {"id": group.id, "type": "group", "title": "Network"},
            "from": luc.as_user(),
            "date": int(harness.clock.now().timestamp()),
            "old_chat_member": {**member, "status": "left"},
            "new_chat_member": {**member, "status": "member"},
        },
    )
    await harness.world.until(lambda: len(group.messages) > before)
    # A notice that comes is not repeated after a block; one that was missed comes once.
    await announce(harness, helena)
    await harness.settle()
    luc.block()
    await harness.settle()
    assert sum("Luc cannot be reached" in m.text for m in helena.received) == 1
    luc.unblock()
    await harness.wait(timedelta(minutes=1))
    await harness.say(luc, "/help")
    await harness.settle()
    assert sum("Le réseau vous invite" in m.text for m in luc.received) == 1


async def test_a_preview_is_what_will_be_seen_and_long_notices_keep_their_file(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(helena, "/announce", "Meeting", "11 March 2027 14:00-17:00")
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "Online")
    await harness.press(helena, "Skip")
    await harness.say(helena, "Kosovo, Palestine")
    await harness.say(helena, "A point of the agenda\n" * 60)
    await harness.press(helena, "Thu 25 Feb 2027")
    review = card(helena)
    assert review.text.count("without prejudice") == 2
    await harness.press(helena, "See it in French", review)
    assert helena.last.labels == ["En ligne", "Indisponible"]
    await harness.press(helena, "Send to me first", review)
    test_file = next(m for m in reversed(helena.received) if m.document)
    await harness.press(helena, "Preview and recipients", review)
    await harness.press(helena, "Send now to 2 people", review)
    await harness.settle()
    file = next(m for m in reversed(bob.received) if m.document)
    assert "Open this file" in file.text
    uids = {
        line
        for one in (test_file, file)
        for line in harness.world.files[one.document["file_id"]][1].decode().split("\r\n")
        if line.startswith("UID:")
    }
    assert len(uids) == 1
    notice = await bob.receives("You are invited")
    assert "Online" in notice.labels
    assert rows(harness, ProjectUpdate) == []
