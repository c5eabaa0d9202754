"""How many things a person sends or presses for what they do most, over HTTP, in both languages."""

from datetime import UTC, datetime

import pytest

from storage.models import Answer, Choice, Person, ProjectUpdate
from tests.harness.network import card, open_harness
from tests.harness.steps import announce
from tests.harness.stock import BOB, CAMILLE, HELENA, rows

pytestmark = pytest.mark.anyio

BOUNDS = {"an answer": 1, "a report in a sentence": 4, "a registration by invitation": 3}
"""At most so many messages and presses, from the first to the last, the opened link included.

A report is one of a sentence that says all that has to be known; each thing it leaves open, a
programme for instance, is asked and takes one more.
"""
WINTER = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
REPORTS = {
    "en": "From 18 to 20 May 2026 an expert of our chamber took part in Podgorica in an "
    "INTER PARES mission on committee secretariats",
    "fr": "Du 18 au 20 mai 2026, un expert du Sénat a participé à Podgorica à une mission "
    "INTER PARES sur les secrétariats de commissions",
}
WORDS = {
    "en": {
        "answer": "Online",
        "read": "I have read this",
        "register": "Send my registration",
        "report": "Yes, report",
        "right": "Yes, that is right",
        "submit": "Submit",
    },
    "fr": {
        "answer": "En ligne",
        "read": "J’en ai pris connaissance",
        "register": "Envoyer mon inscription",
        "report": "Oui, ajouter",
        "right": "Oui, c’est exact",
        "submit": "Envoyer",
    },
}


@pytest.fixture
async def harness(sqlite, clock):
    clock.set(WINTER)
    async with open_harness(sqlite, clock) as place:
        yield place


class Counted:
    """Somebody whose every message and press is counted, by what Telegram hands to the bot."""

    def __init__(self, harness, person):
        self.harness = harness
        self.person = person
        self.before = harness.world._next_update

    @property
    def taps(self):
        return self.harness.world._next_update - self.before


def next_of(wanted, labels):
    """Return the button of those that lead on."""
    found = [label for label in labels if label in wanted]
    assert found, labels
    return found[0]


@pytest.mark.parametrize("who", [BOB, CAMILLE], ids=["en", "fr"])
async def test_an_answer_takes_one_tap_and_a_report_a_sentence_and_two(harness, who):
    words = WORDS[who.language]
    helena, person = await harness.joins(HELENA), await harness.joins(who)
    await announce(harness, helena)
    await harness.settle()

    counted = Counted(harness, person)
    await harness.press(person, words["answer"])
    assert [row.choice for row in rows(harness, Answer)] == [Choice.ONLINE]
    assert counted.taps <= BOUNDS["an answer"]

    counted = Counted(harness, person)
    await harness.say(person, REPORTS[who.language])
    for _ in range(BOUNDS["a report in a sentence"]):
        if rows(harness, ProjectUpdate):
            break
        await harness.press(person, next_of(words.values(), card(person).labels))
    assert len(rows(harness, ProjectUpdate)) == 1
    assert counted.taps <= BOUNDS["a report in a sentence"]


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_an_invitation_registers_in_three(harness, language):
    words = WORDS[language]
    helena = await harness.joins(HELENA)
    await harness.settle()
    said = await harness.say(helena, "/invite FR-SEN")
    code = said.text.split("?start=")[1].split()[0]
    luc = harness.world.person("Luc", language_code=language)
    counted = Counted(harness, luc)
    luc.start(code)
    await harness.quiet()
    await harness.press(luc, words["read"])
    assert "Luc" in card(luc).text
    await harness.press(luc, words["register"])
    assert counted.taps <= BOUNDS["a registration by invitation"]
    (member,) = (one for one in rows(harness, Person) if one.name == "Luc")
    assert (member.language, member.telegram_id) == (language, luc.id)


async def test_what_telegram_does_not_tell_is_asked_and_what_it_tells_can_be_changed(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    for name, language, asked in (
        ("Uwe", "de", "Which language"),
        ("Lena", None, "Which language"),
        ("🌍", "en", "What is your name"),
    ):
        said = await harness.say(helena, "/invite FI-EDU")
        one = harness.world.person(name, language_code=language)
        one.start(said.text.split("?start=")[1].split()[0])
        await harness.quiet()
        seen = [card(one).text]
        for label in ("English", "I have read this"):
            if label in card(one).labels:
                await harness.press(one, label)
                seen.append(card(one).text)
        assert any(asked in text for text in seen), seen
    said = await harness.say(helena, "/invite FI-EDU")
    kiki = harness.world.person("kiki", language_code="en-GB")
    kiki.start(said.text.split("?start=")[1].split()[0])
    await harness.quiet()
    await harness.press(kiki, "I have read this")
    await harness.press(kiki, "Change")
    await harness.press(kiki, "Name")
    await harness.say(kiki, "Kirsi Example")
    await harness.press(kiki, "Send my registration")
    assert "Kirsi Example" in {one.name for one in rows(harness, Person)}
