"""What people type instead of tapping: words that steer, plain questions, several messages."""

import pytest

from bot.meetings import asked, spoken
from bot.understanding.vocabulary import understand_term
from storage.models import Answer, Choice, Form, Meeting
from tests.chat.test_statements import archive
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, CAMILLE, HELENA, rows

pytestmark = pytest.mark.anyio

NOTE = "We hosted a delegation of the Parliament of Montenegro for a study visit in November 2026."


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


async def test_an_answer_to_a_meeting_may_be_typed(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    camille = await harness.joins(CAMILLE)
    await harness.settle()
    assert "No meeting" in (await harness.say(bob, "When is the next meeting?")).text
    await announce(harness, helena)
    await harness.settle()
    notice = await bob.receives("You are invited")
    for question in ("when is the next meeting?", "Bonjour, quand est la prochaine réunion ?"):
        assert "Spring meeting" in (await harness.say(bob, question)).text
    for text, said in (
        ("in person", "In person"),
        ("Oui, en ligne.", "Online"),
        ("en visio", "Online"),
        ("I will attend on site on Thursday 11 March", "In person"),
        ("via Zoom, please", "Online"),
        ("I cannot come on 11/3, we have a plenary sitting that week", "Cannot attend"),
    ):
        assert f"Your answer: {said}" in (await harness.say(bob, text)).text
    assert "for that day" in (await said_before_last(harness, bob, "I cannot come on 22 March"))
    # What leaves the answer open brings the card, and changes nothing.
    for text in ("I will be there", "I cannot attend in person, only online"):
        assert "Please choose" in await said_before_last(harness, bob, text)
    assert "I did not understand" in (await harness.say(bob, "online?")).text
    assert [answer.choice for answer in rows(harness, Answer)] == [Choice.CANNOT]
    # A reply is about its meeting, also while a form is open; other words answer the form.
    await harness.say(bob, "/update", "Ask me question by question")
    bob.send("Yes, online", reply_to=notice.id)
    await harness.quiet()
    assert "Your answer: Online" in bob.last.text
    bob.send("A study visit", reply_to=notice.id)
    await harness.quiet()
    assert "Which partner countries" in bob.last.text
    camille.send("à distance", reply_to=(await camille.receives("vous invite")).id)
    await harness.quiet()
    assert "Votre réponse\u00a0: En ligne" in camille.last.text
    # Of two meetings it is asked which, unless one alone is not answered.
    await harness.say(bob, "/cancel")
    await announce(harness, helena, title="Autumn meeting", form="Online")
    await harness.settle()
    await harness.say(bob, "I am coming")
    assert "Autumn meeting" in bob.last.text
    assert "Your answer: Online" in bob.last.text
    which = await harness.say(bob, "I am not available")
    assert "Cannot attend: for which meeting?" in which.text
    await harness.press(bob, which.labels[0])
    assert "Cannot attend" in which.text


async def said_before_last(harness, person, text):
    """Type a text; return the answer before the last."""
    await harness.say(person, text)
    return person.received[-2].text


TOLD = (
    "Online workshop with Serbia on 3 March",
    "We could not come to Podgorica",
    "Two committee meetings in Podgorica",
    "The delegation attended in person",
    "Next meeting of the twinning committee prepared with Tirana",
    "zoom training for clerks",
    "Yes we hosted a visit",
    "Je ne peux pas dire combien",
)


def test_what_tells_of_something_is_no_answer_and_no_question():
    assert [text for text in TOLD if spoken.read(text) or asked._asks_when(text)] == []


async def test_a_plain_question_gets_what_was_asked(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    archive(harness.database, 1)
    for question in ("Who works with Montenegro?", "Bonjour, qui travaille avec le Monténégro ?"):
        assert "Who does what: Montenegro" in (await harness.say(eva, question)).text
    assert "No chamber has reported" in (await harness.say(eva, "who works on youth")).text
    assert "I did not recognise" in (await harness.say(eva, "who works with xyzzy?")).text
    for thanks in ("Thank you!", "merci beaucoup", "Great, thanks"):
        assert (await harness.say(eva, thanks)).text == "You are welcome."
    # A list that was shown is not narrowed by a question, nor does a question end an offer.
    offer = await harness.say(eva, NOTE)
    await harness.say(eva, "who works with Montenegro?", "thanks")
    await harness.press(eva, "Yes, report", offer)
    assert "Understood:" in offer.text


async def test_a_link_a_code_and_a_wish_to_join_open_the_registration(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    link = (await harness.say(helena, "/invite FR-SEN")).buttons[0]["copy_text"]["text"]
    code = link.rpartition("=")[2]
    for at, pasted in enumerate((link, code, f"Here is the link for you:\n\n{link}\n\nHelena")):
        person = harness.world.person(f"Invited {at}", language_code="en")
        person.start()
        await harness.say(person, "one", "two", "three")
        said = await harness.say(person, pasted)
        assert "Data protection, in short" in said.text, pasted
        assert "You have been invited" in person.received[-2].text
    wishes = ("I would like to register", "Bonjour, je souhaite m’inscrire", "join the network")
    for at, wish in enumerate(wishes):
        person = harness.world.person(f"Somebody {at}", language_code="en")
        await harness.say(person, wish)
        assert "Which language" in person.last.text
        assert rows(harness, Form)[-1].telegram_id == person.id
    # Nobody else's link, no word of that length, and no member's link opens anything.
    stranger = harness.world.person("Stranger", language_code="en")
    harness.hear_strangers()
    for text in (link.replace(".me/", ".me/x"), "a" * 24, "Bundesratsverwaltungsamt"):
        assert "for members of the network" in (await harness.say(stranger, text)).text
    assert "registered already" in (await harness.say(helena, link)).text
    # The way in has a button.
    stranger.start()
    await harness.quiet()
    assert card(stranger).labels == ["Ask to join", "Help"]


async def test_a_registration_takes_a_chamber_for_its_country_and_a_decline_names_whom(harness):
    helena = await harness.joins(HELENA)
    harness.hear_strangers()
    said = {
        ("Nationalrat",): "AT-NAT",
        ("Bundesrat", "Austria – Bundesrat"): "AT-BUN",
        ("Germany", "der Bundesrat"): "DE-BRT",
        ("Germany", "both"): "both",
        ("the Seanad",): "IE-SEA",
    }
    for at, (typed, chamber) in enumerate(said.items()):
        person = harness.world.person(f"Person {at}", language_code="en")
        await harness.say(person, "/register", "English", "yes", *typed)
        assert "What is your name" in person.last.text, typed
        form = rows(harness, Form)[-1]
        assert (form.answers["country"], form.answers["chamber"]) == (
            chamber[:2] if chamber != "both" else "DE",
            chamber,
        )
    # Another country leaves no chamber of the first.
    await harness.say(person, "back", "back", "Finland", "Niamh", "skip", "skip")
    assert "chamber" not in rows(harness, Form)[-1].answers
    await harness.press(person, "Send my registration")
    await harness.settle()
    await harness.press(helena, "Decline", await helena.receives("Request to join"))
    assert "the registration of Niamh declined" in helena.last.text
    # Whoever waits hears so, whatever they write.
    assert "waiting for a coordinator" in (await harness.say(person, "Any news?")).text
    assert (await harness.say(person, "thanks")).text == "You are welcome."
    greeted = await harness.say(person, "Bonjour !")
    assert greeted.text == "Hello. What would you like to do?"
    assert "Help" in greeted.labels


@pytest.mark.parametrize("said", ["en visio", "à distance", "Zoom", "videoconference"])
def test_how_a_meeting_is_held_is_read_as_people_say_it(said):
    read = understand_term(said, "format", languages=("en", "fr"))
    assert read.sure == "online"
    assert spoken.read(said).choice is Choice.ONLINE


async def test_whatever_comes_is_answered_kindly_and_loses_nothing(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    helena = await harness.joins(HELENA)
    await harness.settle()
    for kind in ("voice", "location", "poll", "contact", "sticker"):
        eva.send_thing(kind)
        await harness.quiet()
        assert "I can only read text here" in eva.last.text
        assert eva.last.labels[-1] == "Help"
    # An album is answered once, and its caption is read wherever it stands.
    before = len(eva.received)
    eva.send_album("", NOTE, "", "")
    await harness.quiet()
    said = [message.text for message in eva.received[before:]]
    assert ["only read text" in said[0], "caption only" in said[1], len(said)] == [True, True, 3]
    assert "This looks like an activity" in eva.last.text
    # In the middle of a form: the question is put again, and nothing is taken for an answer.
    await harness.press(eva, "Yes, report")
    (form,) = rows(harness, Form)
    asked = card(eva).text
    eva.send_thing("voice")
    await harness.quiet()
    assert eva.last.text == asked
    before = len(eva.received)
    eva.forward_back(eva.received[0])
    await harness.quiet()
    assert "a message of the bot’s own" in eva.received[before].text
    await harness.say(eva, "/cancel")
    assert rows(harness, Form)[0].answers["partners"] == form.answers["partners"]
    # A reply to what is no notice, and a command inside a sentence, are words like any others.
    helena.send("in person", reply_to=helena.received[0].id)
    await harness.quiet()
    assert "did not understand" in helena.last.text
    assert "did not understand" in (await harness.say(helena, "And what about /projects")).text
    for number in range(10):
        eva.forward(NOTE.replace("2026", f"{2016 + number}"), "Somebody")
    await harness.quiet()
    assert "This looks like 10 activities" in eva.last.text
