"""What the cards of a meeting say at each step: the notice, its progress, its calendar entry."""

import pytest
from icalendar import Calendar

from config.network import network
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA

pytestmark = pytest.mark.anyio


def entry_of(harness, message):
    _, content = harness.world.files[message.document["file_id"]]
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    return event


async def test_preview_and_send_button_stand_together_and_the_progress_bears_the_title(harness):
    bob, helena = await harness.joins(BOB), await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce", "Spring meeting", "11 March 2027 14:00-17:00")
    for label in ("Yes, that is right", "Online"):
        await harness.press(helena, label)
        # No number says how far the form has come: one answer may settle several questions.
        assert "/" not in card(helena).text.splitlines()[0]
    for label in ("Skip", "Skip", "Skip", "Thu 25 Feb 2027", "Preview and recipients"):
        await harness.press(helena, label)
    asked = card(helena)
    assert "Send “Spring meeting” now?" in asked.text
    assert "Thursday 11 March 2027, 14:00–17:00" in asked.text
    await harness.press(helena, "Send now to")
    started = next(m for m in reversed(helena.received) if m.id == asked.id)
    assert started.text.startswith("Spring meeting")
    await harness.settle()
    assert started.text.startswith("Spring meeting\n\nDone. 2 of 2 people received the notice")
    assert "Spring meeting" in bob.last.text


async def test_a_calendar_entry_says_who_invites_in_which_language_and_the_title_once(harness):
    helena, bob = await harness.joins(HELENA), await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    event = entry_of(harness, next(m for m in reversed(bob.received) if m.document))
    assert str(event["organizer"]) == f"mailto:{network().privacy.contact}"
    assert event["organizer"].params["CN"] == network().name_in("en")
    for name in ("summary", "description", "location"):
        assert event[name].params["LANGUAGE"] == "en"
    assert str(event["summary"]) == "Spring meeting"
    assert "Spring meeting" not in str(event["description"])
    assert "Brussels <&> room 1" in str(event["description"])


async def test_a_refresh_that_finds_nothing_new_answers_all_the_same(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await harness.say(helena, "/board")
    before = card(helena).text
    assert (await harness.toast(helena, "Refresh")).startswith("As of ")
    assert card(helena).text == before
    # Nor is Telegram asked for a change that is none.
    assert not [words for _, words in harness.world.refused if "not modified" in words]
    bob = await harness.joins(BOB)
    await harness.settle()
    assert (await harness.toast(helena, "Refresh")).startswith("As of ")
    assert card(helena).text != before
    assert bob.received
