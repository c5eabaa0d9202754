"""What people type for a day, for hours, for the last day of answers, for a pause."""

from dataclasses import dataclass

import pytest

from tests.harness.stock import BOB, CAMILLE, HELENA, MARC, Character

pytestmark = pytest.mark.anyio

Said = dict[str, str]
"""What is typed, and what the answer says."""


@dataclass(frozen=True)
class Announcing:
    """A coordinator who announces a meeting, in their words."""

    who: Character
    days: Said
    plain_day: str
    yes: str
    hours: Said
    plain_hours: str
    online: str
    skip: str
    before: Said


ENGLISH = Announcing(
    HELENA,
    {
        "22-23 March 2027, 9:00": "Monday 22 March 2027, 09:00",
        "twenty-second of March twenty twenty-seven": "I understood: Monday 22 March 2027.",
        "Thursday week": "I understood: Thursday 3 December 2026.",
        "22 March 2027, midnight": "This can mean several things",
        "end of March 2027": "This does not say which days",
        "week nr 12 2027": "This does not say which days",
        "22 March 2027, room 3": "Only a part of this reads as a date",
    },
    "22 March 2027",
    "Yes, that is right",
    {"2-4": "14:00–16:00", "9-5": "09:00–17:00", "9 and 11": "later end time"},
    "from 9 to 11",
    "Online",
    "Skip",
    {
        "a week before": "Monday 15 March 2027",
        "two days before the meeting": "Saturday 20 March 2027",
        "the day before": "Sunday 21 March 2027",
        "a year before": "between today and the meeting",
    },
)
FRENCH = Announcing(
    MARC,
    {
        "22-23 mars 2027, 9 h": "lundi 22 mars 2027, 9 h",
        "le vingt-deux mars deux mille vingt-sept": "J’ai compris : lundi 22 mars 2027.",
        "jeudi en huit": "J’ai compris : jeudi 3 décembre 2026.",
        "le 22 mars 2027 à minuit": "Plusieurs lectures sont possibles",
        "fin mars 2027": "Cela ne dit pas de quels jours",
        "semaine 12 de 2027": "Cela ne dit pas de quels jours",
        "le 22 mars 2027, salle 3": "Seule une partie de ce texte",
    },
    "22 mars 2027",
    "Oui, c’est exact",
    {"2-4": "14 h – 16 h", "9-5": "9 h – 17 h", "9 et 11": "l’heure de début puis celle de fin"},
    "de 9 à 11 h",
    "En ligne",
    "Passer",
    {
        "une semaine avant": "lundi 15 mars 2027",
        "deux jours avant la réunion": "samedi 20 mars 2027",
        "la veille": "dimanche 21 mars 2027",
        "un an avant": "entre aujourd’hui et la réunion",
    },
)


async def _hears(harness, person, said):
    """Check what each text is answered with, on the card or on its buttons."""
    for text, answer in said.items():
        message = await harness.say(person, text)
        heard = f"{message.text} {' '.join(message.labels)}"
        # French ties some of its spaces.
        assert answer in heard.replace("\u202f", " ").replace("\xa0", " "), text


@pytest.mark.parametrize("case", [ENGLISH, FRENCH], ids=["English", "French"])
async def test_the_day_the_hours_and_the_last_day_of_answers(harness, case):
    coordinator = await harness.joins(case.who)
    await harness.settle()
    await harness.say(coordinator, "/announce", "Spring meeting")
    await _hears(harness, coordinator, case.days)
    await harness.say(coordinator, case.plain_day)
    await harness.press(coordinator, case.yes)
    await _hears(harness, coordinator, case.hours)
    await harness.say(coordinator, case.plain_hours)
    await harness.press(coordinator, case.online)
    for _ in range(3):
        await harness.press(coordinator, case.skip)
    await _hears(harness, coordinator, case.before)


@pytest.mark.parametrize(
    ("who", "pause", "until", "by_question", "taps", "dates"),
    [
        (
            BOB,
            "Pause reminders",
            {
                "twenty-second of March twenty twenty-seven": "22 March 2027",
                "end of March 2027": "31 March 2027",
                "Thursday week": "3 December 2026",
                "22 March 2027, room 3": "Only a part of this",
                "since March 2027": "does not say which days",
            },
            "Ask me question by question",
            ("Workshop", "Budget", "Done", "TAIEX", "Planned"),
            {
                "end of March 2027": "21–31 March 2027",
                "mid-March 2027": "11–20 March 2027",
                "2027-W12": "22–28 March 2027",
                "22-23 March 2027, 9:00": "Monday 22 March 2027",
                "since March 2027": "does not say which days",
            },
        ),
        (
            CAMILLE,
            "Suspendre les rappels",
            {
                "le vingt-deux mars deux mille vingt-sept": "22 mars 2027",
                "fin mars 2027": "31 mars 2027",
                "jeudi en huit": "3 décembre 2026",
                "le 22 mars 2027, salle 3": "Seule une partie",
                "depuis mars 2027": "Cela ne dit pas de quels jours",
            },
            "Me poser les questions une à une",
            ("Atelier", "Budget", "Terminé", "TAIEX", "Prévue"),
            {
                "fin mars 2027": "21-31 mars 2027",
                "mi-mars 2027": "11-20 mars 2027",
                "semaine 12 de 2027": "22-28 mars 2027",
                "22-23 mars 2027, 9 h": "lundi 22 mars 2027",
                "depuis mars 2027": "Cela ne dit pas de quels jours",
            },
        ),
    ],
    ids=["English", "French"],
)
async def test_a_pause_and_the_dates_of_an_activity(
    harness, who, pause, until, by_question, taps, dates
):
    person = await harness.joins(who)
    await harness.settle()
    await harness.say(person, "/settings")
    await harness.press(person, pause)
    await _hears(harness, person, until)
    await harness.say(person, "/cancel", "/update")
    await harness.press(person, by_question)
    await harness.say(person, "Atelier / workshop", "Montenegro")
    for label in taps:
        await harness.press(person, label)
    await _hears(harness, person, dates)
