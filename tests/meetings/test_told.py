"""A whole meeting told in one text: what is read of it, and how few taps announce it, over HTTP."""

import pytest

from storage.models import Form, Meeting
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA, MARC, rows

pytestmark = pytest.mark.anyio

WHOLE = "DSN meeting on Moldova, Thursday 22 April 2027 14:00-17:00, hybrid, Brussels"
CASES = [
    (
        WHOLE,
        ("DSN meeting on Moldova", "2027-04-22", "14:00", "17:00"),
        {"format": "hybrid", "place": "Brussels"},
    ),
    (
        "Réunion du réseau le jeudi 22 avril 2027 de 14 h à 17 h, sur place, salle 5B, Bruxelles",
        ("Réunion du réseau", "2027-04-22", "14:00", "17:00"),
        {"format": "in_person", "place": "salle 5B, Bruxelles"},
    ),
    (
        "Preparatory call\n22 April 2027, 14:00-15:00\nby video\nhttps://meet.example.org/dsn",
        ("Preparatory call", "2027-04-22", "14:00", "15:00"),
        {"format": "online", "link": "https://meet.example.org/dsn"},
    ),
    (
        "Spring meeting – 22 April 2027",
        ("Spring meeting", "2027-04-22", None, None),
        {},
    ),
]
TITLES = [
    "Spring meeting",
    "DSN meeting 2027",
    "Meetings of 3 March 2027 and of 22 April 2027",
    "Follow-up to the meeting of 3 March 2021",
    "22 April 2027",
    "<b>Spring</b> & _autumn_",
]


@pytest.mark.parametrize(("text", "day", "more"), CASES)
async def test_a_text_that_tells_of_a_meeting_fills_its_form(harness, text, day, more):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce", text)
    (form,) = rows(harness, Form)
    title, date_, begins, ends = day
    when = form.answers["when"]
    assert form.answers["title"] == title
    assert (when["start"], when["start_time"], when["end_time"]) == (date_, begins, ends)
    for name in ("format", "place", "link"):
        assert form.answers.get(name) == more.get(name), name


async def test_what_names_no_one_day_to_come_is_a_title(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    for text in TITLES:
        await harness.say(helena, "/announce", text)
        form = rows(harness, Form)[-1]
        assert form.answers["title"] == text
        assert "when" not in form.answers
        with harness.database.transaction() as session:
            session.delete(session.get(Form, form.id))


@pytest.mark.parametrize(
    ("who", "text", "day", "preview", "send"),
    [
        (HELENA, WHOLE, "Thu 8 Apr 2027", "Preview and recipients", "Send now to"),
        (
            MARC,
            "Réunion sur la Moldavie, jeudi 22 avril 2027 14 h - 17 h, hybride, Bruxelles",
            "jeu. 8\xa0avr. 2027",
            "Aperçu et destinataires",
            "Envoyer maintenant",
        ),
    ],
)
async def test_one_sentence_and_at_most_four_presses_announce(
    harness, who, text, day, preview, send
):
    coordinator = await harness.joins(who)
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(coordinator, f"/announce {text}")
    presses = (day, preview, send)
    for label in presses:
        await harness.press(coordinator, label, card(coordinator))
    await harness.settle()
    assert 1 + len(presses) <= 5
    (meeting,) = rows(harness, Meeting)
    assert (meeting.format.value, meeting.agenda, meeting.link) == ("hybrid", None, None)
    assert meeting.place in ("Brussels", "Bruxelles")
    told = await bob.receives("Moldova" if who is HELENA else "Moldavie")
    assert "Thursday 22 April 2027" in told.text


async def test_a_title_that_is_changed_later_is_a_title(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await harness.press(helena, "Edit", await harness.say(helena, "/meetings"))
    await harness.press(helena, "Title", card(helena))
    await harness.say(helena, "Spring meeting of 22 April 2027, online")
    await harness.press(helena, "Save the change", card(helena))
    (meeting,) = rows(harness, Meeting)
    assert meeting.title == "Spring meeting of 22 April 2027, online"
    assert meeting.starts_at.month == 3
