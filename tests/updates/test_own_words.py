"""Telling an activity in one's own words, over real HTTP, in both languages."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from storage import updates
from storage.models import Form, OfferedText, ProjectUpdate
from tests.harness.network import card, open_harness
from tests.harness.stock import BOB, CAMILLE, HELENA, SOFIA, rows

pytestmark = pytest.mark.anyio

DECEMBER = datetime(2022, 12, 1, 9, 0, tzinfo=UTC)
SENTENCE = (
    "Du 18 au 20 juillet 2022, un expert du Sénat a participé à Podgorica à une mission "
    "INTER PARES sur les secrétariats de commissions"
)
NOTE = (
    "Un expert du Sénat a participé à une activité de renforcement des capacités des secrétariats "
    "de commissions du Parlement du Monténégro, programme INTER PARES (18-20 juillet 2022).\n\n"
    "Le Sénat a accueilli une délégation du Parlement monténégrin sur le thème de la "
    "cybersécurité, programme INTER PARES (2 et 3 novembre 2022)."
)


@pytest.fixture
async def harness(sqlite, clock):
    clock.set(DECEMBER)
    async with open_harness(sqlite, clock) as place:
        yield place


def words(message):
    """Return a message's text with plain spaces: French ties some of them."""
    return message.text.replace("\u202f", " ").replace("\xa0", " ")


def drafts(harness):
    return [form for form in rows(harness, Form) if form.kind == "project_update"]


async def test_one_sentence_needs_two_taps(harness):
    camille = await harness.joins(CAMILLE)
    await harness.settle()
    opening = await harness.say(camille, "/update")
    assert "Décrivez l’activité avec vos mots" in opening.text
    assert opening.labels[0] == "Me poser les questions une à une"
    asked = await harness.say(camille, SENTENCE)
    assert "Titre proposé : Mission d’expertise – Monténégro : Commissions" in words(asked)
    shown = await harness.press(camille, "Oui, c’est exact")
    assert "Merci de vérifier votre activité" in shown.text
    for value in (
        "Partenaire : Monténégro (« Podgorica »)",
        "Dates : 18-20 juillet 2022 (« Du 18 au 20 juillet 2022 »)",
        "Programme : INTER PARES",
        "Lieu : Podgorica",
        "État : Achevée",
        f"Résumé : {SENTENCE}",
    ):
        assert value in words(shown)
    await harness.press(camille, "Envoyer")
    (stored,) = rows(harness, ProjectUpdate)
    assert (stored.start, stored.end) == (date(2022, 7, 18), date(2022, 7, 20))
    assert (stored.kind, stored.programme) == ("expert_mission", "inter_pares")
    assert (stored.status, stored.format.value, stored.place) == (
        "completed",
        "in_person",
        "Podgorica",
    )
    with harness.database.reading() as session:
        assert updates.partners_of(session, stored.id) == ["ME"]
        assert updates.themes_of(session, stored.id) == ["committees"]
    assert drafts(harness) == []


async def test_a_note_with_two_activities_is_confirmed_one_after_the_other(harness):
    camille = await harness.joins(CAMILLE)
    await harness.settle()
    camille.forward(NOTE, "Julien")
    offer = await camille.receives("décrire 2 activités")
    await harness.press(camille, "Oui, ajouter", offer)
    taps = 1
    for number in (1, 2):
        for _ in range(7):
            shown = card(camille)
            assert f"({number} sur 2)" in shown.text
            if "Merci de vérifier" in shown.text:
                break
            labels = " ".join(shown.labels)
            wanted = next(
                (label for label in ("Sécurité", "Sur place", "Passer") if label in labels),
                "Oui, c’est exact",
            )
            await harness.press(camille, wanted)
            taps += 1
        if number == 1:
            await harness.restart()
        await harness.press(camille, "Envoyer")
        taps += 1
    stored = sorted(rows(harness, ProjectUpdate), key=lambda update: update.start)
    assert [(u.start, u.end, u.programme) for u in stored] == [
        (date(2022, 7, 18), date(2022, 7, 20), "inter_pares"),
        (date(2022, 11, 2), date(2022, 11, 3), "inter_pares"),
    ]
    assert taps == 7
    assert drafts(harness) == []


async def test_a_draft_of_a_note_can_wait_and_nothing_is_lost(harness):
    camille = await harness.joins(CAMILLE)
    await harness.settle()
    await harness.say(camille, "/update", NOTE)
    assert len(drafts(harness)) == 2
    assert "(1 sur 2)" in card(camille).text
    await harness.press(camille, "Oui, c’est exact")
    await harness.press(camille, "Sur place")
    await harness.press(camille, "Plus tard – passer à la suivante")
    assert "(2 sur 2)" in card(camille).text
    await harness.say(camille, "/cancel")
    assert camille.last.labels == [
        "Continuer",
        "Supprimer le brouillon",
        "Passer au brouillon suivant",
    ]
    await harness.restart()
    await harness.press(camille, "Passer au brouillon suivant")
    assert "(1 sur 2)" in card(camille).text
    await harness.press(camille, "Envoyer")
    assert "(2 sur 2)" in card(camille).text
    await harness.say(camille, "/cancel")
    await harness.press(camille, "Supprimer le brouillon")
    assert drafts(harness) == []
    assert len(rows(harness, ProjectUpdate)) == 1


ENGLISH = "Our expert took part in a workshop on the budget in Belgrade, Serbia, on 3 October 2022"


async def test_what_looks_like_an_activity_is_offered(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    offer = await harness.say(eva, ENGLISH)
    assert offer.text == "This looks like an activity. Would you like to report it?"
    assert len(rows(harness, OfferedText)) == 1
    earlier = await harness.say(eva, "It went well.")
    assert "together with what you sent just before" in earlier.text
    assert len(rows(harness, OfferedText)) == 1
    await harness.press(eva, "No", offer)
    assert "the text is deleted" in offer.text
    assert rows(harness, OfferedText) == []
    assert "offer has ended" in await harness.toast(eva, "No", earlier)
    offer = await harness.say(eva, ENGLISH)
    harness.clock.advance(timedelta(seconds=3))
    assert "I did not understand this" in (await harness.say(eva, "Next time")).text
    assert len(rows(harness, OfferedText)) == 1
    await harness.restart()
    asked = await harness.say(eva, "yes")
    assert "Workshop or seminar · Serbia · Budget · Monday 3 October 2022" in asked.text
    assert [form.kind for form in rows(harness, Form)] == ["project_update"]
    assert rows(harness, OfferedText) == []


async def test_a_forwarded_note_does_not_answer_another_question(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    await harness.say(eva, "/update", "Ask me question by question", "A title")
    eva.forward(ENGLISH, "Somebody")
    await eva.receives("This looks like an activity")
    assert drafts(harness)[0].answers["title"] == "A title"
    await harness.press(eva, "Yes, report")
    assert "Workshop or seminar · Serbia" in card(eva).text
    await harness.press(eva, "Yes, that is right")
    await harness.press(eva, "TAIEX")
    assert "Please check your activity" in card(eva).text
    await harness.say(eva, ENGLISH.replace("Serbia", "Kosovo"))
    assert "This looks like an activity" in eva.last.text
    assert min(form.answers["title"] for form in drafts(harness)) == "A title"


ASKED = (
    "I could not read",
    "no such day",
    "several",
    "too long",
    "season",
    "which days",
    "Is that right?",
)


async def test_nonsense_never_becomes_a_date(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce", "Meeting")
    for text in (*NONSENSE, "spring 2027", "31/02/2027", "0", "99/99/9999"):
        said = await harness.say(helena, text)
        assert any(words in said.text for words in ASKED), (text, said.text)
    (form,) = rows(harness, Form)
    assert "when" not in form.answers


@pytest.mark.parametrize(
    ("who", "sentence", "yes", "asked"),
    [
        (
            BOB,
            "A TAIEX workshop on budget on 3 November 2022 in Tirana with Albania was postponed",
            "Yes, that is right",
            ("Status – you wrote “postponed”. What do you mean?",),
        ),
        (
            CAMILLE,
            "L’atelier TAIEX sur le budget du 3 novembre 2022 à Tirana est reporté au 9 mars 2023",
            "Oui, c’est exact",
            ("Merci de vérifier votre activité", "Dates : jeudi 9 mars 2023", "État : Prévue"),
        ),
    ],
)
async def test_what_was_postponed_is_not_completed(harness, who, sentence, yes, asked):
    person = await harness.joins(who)
    await harness.settle()
    await harness.say(person, "/update", sentence)
    shown = words(await harness.press(person, yes))
    for part in asked:
        assert part in shown


async def test_an_offer_that_nobody_answers_ends_after_a_day(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    await harness.say(eva, ENGLISH)
    await harness.run.jobs.run("look_after_drafts")
    assert len(rows(harness, OfferedText)) == 1
    await harness.wait(timedelta(days=1, minutes=1))
    await harness.run.jobs.run("look_after_drafts")
    assert rows(harness, OfferedText) == []


async def test_nobody_else_is_offered_anything(harness):
    sofia = await harness.joins(SOFIA)
    tom = harness.world.person("Tom")
    await harness.settle()
    assert "I did not understand this" in (await harness.say(sofia, ENGLISH)).text
    assert (
        "Democracy Support Network: this bot is for members"
        in (await harness.say(tom, ENGLISH)).text
    )
    assert rows(harness, OfferedText) == []


@pytest.mark.parametrize("talk", ["What is the weather in Serbia?", "that was nice", "🙂"])
async def test_small_talk_gets_the_usual_answer(harness, talk):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    assert "I did not understand this" in (await harness.say(eva, talk)).text


async def test_the_words_under_a_picture_are_read(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    eva.send_photo(ENGLISH)
    await eva.receives("the picture or file itself is not kept")
    await eva.receives("This looks like an activity")
    eva.send_document("note.pdf")
    await eva.receives("I can only read text here. If this is about an activity")
    await harness.say(eva, "/update")
    eva.send_document("note.pdf", ENGLISH)
    await eva.receives("Understood: Workshop or seminar")
    assert sum("itself is not kept" in message.text for message in eva.received) == 2


TOO_LONG = re.compile(r"10.002")
NONSENSE = (
    "may",
    "sun",
    "a",
    "10",
    "🙂🙂🙂",
    "31 February",
    "\u202etxet",
    "привет hello γειά",
    "3 May and 5 June and 7 July",
    "x" * 10_000,
    "<b>&amp;</b>",
)


@pytest.mark.parametrize(
    ("language", "refusal"), [("en", "I did not find an activity"), ("fr", "Je n’ai pas trouvé")]
)
async def test_what_is_no_activity_is_refused_with_an_example(harness, language, refusal):
    eva = await harness.member("Eva", chamber="FI-EDU", language=language)
    await harness.settle()
    await harness.say(eva, "/update")
    for text in NONSENSE:
        await harness.say(eva, text)
        # A text that the app splits is read as one, until it is too long for that.
        said = "\n".join(message.text for message in eva.received[-2:])
        if TOO_LONG.search(said):
            continue
        assert refusal in said, text
        assert "3\u00a0novembre 2026" in said or "3 November 2026" in said
    (form,) = drafts(harness)
    given = {name: value for name, value in form.answers.items() if not name.startswith("_")}
    assert given == {"chamber": "FI-EDU", "summary_language": language}


async def test_what_is_in_doubt_is_asked_with_buttons(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    text = "Online workshop on cyber-security for the Parliament of Montenegro on 03/11/2022, TAIEX"
    await harness.say(eva, "/update", text)
    labels = card(eva).labels
    assert "you wrote “cyber-security”. What do you mean?" in card(eva).text
    assert any("Digital" in label for label in labels)
    await harness.press(eva, next(label for label in labels if "Security" in label))
    assert "Suggested title" in card(eva).text
    await harness.say(eva, "Security of our networks")
    assert "You wrote “" in card(eva).text
    assert "This can mean several things" in card(eva).text
    await harness.press(eva, "Thursday 3 November 2022")
    shown = card(eva).text
    for line in (
        "Title: Security of our networks",
        "(“cyber-security”)",
        "Status: Completed",
        "Format: Online",
    ):
        assert line in shown
    assert "Dates: Thursday 3 November 2022 (“" in shown


async def test_an_edited_sentence_is_read_again_and_what_was_typed_by_hand_stays(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    await harness.say(eva, "/update")
    sent = eva.send(ENGLISH)
    await harness.quiet()
    await harness.say(eva, "My own title")
    eva.edit(sent, ENGLISH.replace("3 October", "4 October").replace("Serbia", "Kosovo"))
    await eva.receives("I have read your edited message")
    await harness.quiet()
    assert "4 October 2022" in card(eva).text
    (form,) = drafts(harness)
    assert form.answers["title"] == "My own title"
    assert form.answers["dates"]["start"] == "2022-10-04"


async def test_the_last_answer_is_read_again_when_it_is_edited(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    await harness.say(eva, "/update", "Ask me question by question")
    sent = eva.send("A tilte")
    await harness.quiet()
    eva.edit(sent, "A title")
    await harness.quiet()
    (form,) = drafts(harness)
    assert form.answers["title"] == "A title"
    assert "Which partner countries?" in card(eva).text
    partner = eva.send("Serbia")
    await harness.quiet()
    eva.edit(sent, "Another title")
    await eva.receives("You edited a message that I had already read")
    eva.edit(partner, "Atlantis")
    await eva.receives("I keep what I understood before")
    (form,) = drafts(harness)
    assert (form.answers["title"], form.answers["partners"]) == ("A title", ["RS"])
    eva.edit(partner, "Kosovo")
    await harness.quiet()
    assert drafts(harness)[0].answers["partners"] == ["XK"]


async def test_a_member_types_the_language_of_their_country(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    await harness.say(eva, "/settings")
    await harness.press(eva, "Pause reminders")
    await harness.say(eva, "3. tammikuuta 2023")
    assert "No reminders before Tuesday 3 January 2023?" in card(eva).text
    await harness.say(eva, "31. helmikuuta")
    assert "There is no such day" in eva.last.text
    await harness.say(eva, "03/04/2023")
    assert card(eva).labels[:2] == ["Monday 3 April 2023", "Saturday 4 March 2023"]
    await harness.press(eva, "Monday 3 April 2023")
    assert "You will get no reminders before Monday 3 April 2023" in eva.last.text


async def test_what_is_typed_narrows_the_list_that_is_shown(harness):
    camille = await harness.joins(CAMILLE)
    await harness.settle()
    await harness.say(camille, "/update", SENTENCE)
    await harness.press(camille, "Oui, c’est exact")
    await harness.press(camille, "Envoyer")
    assert "Tout le réseau (1)" in (await harness.say(camille, "/projects")).text
    assert "Monténégro (1)" in (await harness.say(camille, "Monténégro")).text
    assert "Monténégro · 2022 (1)" in (await harness.say(camille, "2022")).text
    assert "Monténégro · 2021 (0)" in (await harness.say(camille, "l’année dernière")).text
    await harness.press(camille, "✕ 2021")
    assert "Monténégro (1)" in camille.last.text
    assert "Laquelle" in (await harness.say(camille, "Sénat")).text
    await harness.press(camille, "France – Sénat")
    assert "Monténégro · France – Sénat (1)" in camille.last.text
    assert "Je n’ai pas compris" in (await harness.say(camille, "sun")).text
    found = await harness.say(camille, "/projects budget, 2022")
    assert "2022 (0)" in found.text
    await harness.wait(timedelta(hours=2))
    assert "Je n’ai pas compris" in (await harness.say(camille, "Monténégro")).text


async def test_a_country_for_a_zone_and_a_slip_are_understood_a_guess_is_never_taken(harness):
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    await harness.say(eva, "/settings")
    await harness.press(eva, "Time zone")
    assert "Do you mean the time in Lisbon?" in (await harness.say(eva, "Lisbonn")).text
    await harness.say(eva, "xqzv")
    assert "I do not know a time zone by this name" in eva.last.text
    await harness.say(eva, "Portugal")
    assert "Lisbon" in eva.last.text


async def test_a_meeting_on_a_public_holiday_of_its_venue_is_pointed_out(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce", "Meeting", "21 July 2023 10:00-12:00")
    assert "It is a public holiday" in helena.last.text
    await harness.press(helena, "No, ask me again")
    await harness.say(helena, "spring 2023")
    assert "A season is not a date" in helena.last.text
    await harness.say(helena, "03/02/2023")
    assert [label for label in card(helena).labels if "2023" in label] == [
        "Friday 3 February 2023",
        "Thursday 2 March 2023",
    ]
    await harness.press(helena, "Friday 3 February 2023")
    await harness.say(helena, "10-12")
    assert "How will it be held?" in card(helena).text


async def test_every_button_and_question_names_a_made_title_in_the_readers_language(harness):
    camille = await harness.joins(CAMILLE)
    ann = await harness.member("Ann", chamber="FR-SEN", language="en")
    await harness.settle()
    await harness.say(camille, "/update", SENTENCE)
    await harness.press(camille, "Oui, c’est exact")
    await harness.press(camille, "Envoyer")
    (stored,) = rows(harness, ProjectUpdate)
    assert stored.title.startswith("Mission d’expertise")
    made = "Expert mission – Montenegro: Committees"
    opening = await harness.say(ann, "/update")
    assert any(made in label for label in opening.labels), opening.labels
    copies = await harness.press(ann, "Copy an earlier")
    assert copies.labels[0].startswith(stored.ref)
    assert made in copies.labels[0]
    await harness.say(ann, "/cancel", "/projects")
    await harness.press(ann, made)
    asked = await harness.press(ann, "Withdraw")
    assert made in asked.text
    assert "Mission" not in asked.text.replace("Expert mission", "")
