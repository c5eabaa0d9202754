"""Answers to a meeting: each person's own with its comment, seen by the others of a chamber."""

from datetime import date

import pytest

from storage import people
from storage.models import Role
from tests.desk.test_forecast import announce
from tests.harness.stock import BOB, CAMILLE, HELENA, NIAMH, SOFIA

pytestmark = pytest.mark.anyio


@pytest.fixture
async def meeting(harness):
    """Two people of one chamber, one of another and an observer, who have all got the notice."""
    joined = [await harness.joins(who) for who in (HELENA, BOB, NIAMH, CAMILLE, SOFIA)]
    announce(harness, "Spring meeting", date(2027, 3, 11), reply_day=date(2027, 2, 25))
    await harness.settle()
    return joined


async def test_two_of_one_chamber_each_keep_their_own_answer(harness, meeting):
    helena, bob, niamh, camille, sofia = meeting
    await harness.press(bob, "In person")
    his = bob.last
    assert "Your answer: In person" in his.text
    seen = await harness.press(niamh, "Cannot attend")
    assert "Your answer: Cannot attend" in seen.text
    assert "A colleague of your chamber: In person" in seen.text
    assert "Bob" not in seen.text
    # What Niamh has said is about her: his card stays true, and shows her answer when it is opened.
    again = await harness.say(bob, "/meetings")
    assert "Your answer: In person" in again.text
    assert "A colleague of your chamber: Cannot attend" in again.text
    await harness.press(camille, "En ligne")
    await harness.press(sofia, "Online")
    for person in (camille, sofia):
        assert "colleague" not in person.last.text
        assert "autre personne" not in person.last.text
    card = await harness.say(helena, "/meetings")
    assert "People: in person 1 · online 2 · cannot attend 1" in card.text
    assert "Chambers: take part 2 · cannot attend 0 · no answer yet 1" in card.text


async def test_who_has_answered_lists_people_by_chamber_with_their_own_comments(harness, meeting):
    helena, bob, niamh, _, sofia = meeting
    await harness.press(bob, "In person")
    await harness.press(bob, "Add a comment")
    await harness.say(bob, "with <two> colleagues")
    await harness.press(niamh, "In person")
    await harness.press(sofia, "Online")
    await harness.say(helena, "/meetings")
    listed = (await harness.press(helena, "Who has answered")).text
    assert "In person (2 people)\n– Ireland – Dáil" in listed
    assert "Bob (with <two> colleagues); Niamh" in listed
    assert "Online (1 person)\n– Observers: Sofia" in listed
    assert "No answer yet (2)" in listed


async def test_skip_and_keep_leave_a_comment_and_only_remove_removes_it(harness, meeting):
    _, bob, *_ = meeting
    await harness.press(bob, "In person")
    await harness.press(bob, "Add a comment")
    await harness.say(bob, "I arrive at 15:00")
    for way in ("Keep as it is", "✕ Cancel"):
        asked = await harness.press(bob, "Change the comment")
        assert "I arrive at 15:00" in asked.text
        await harness.press(bob, way)
        assert "I arrive at 15:00" in (await harness.say(bob, "/meetings")).text
    await harness.press(bob, "Change the comment")
    await harness.press(bob, "Remove the comment")
    assert "I arrive at 15:00" not in (await harness.say(bob, "/meetings")).text
    # Another answer is the same person's: what they added stays beside it, for them to change.
    await harness.press(bob, "Add a comment")
    await harness.say(bob, "I arrive at 16:00")
    assert "I arrive at 16:00" in (await harness.press(bob, "Online")).text


async def test_whoever_becomes_an_observer_speaks_for_no_chamber_any_more(harness, meeting):
    helena, bob, *_ = meeting
    await harness.press(bob, "In person")
    card = await harness.say(helena, "/meetings")
    assert "Chambers: take part 1" in card.text
    with harness.database.transaction() as session:
        people.by_telegram_id(session, bob.id).role = Role.OBSERVER
    card = await harness.say(helena, "/meetings")
    assert "People: in person 1" in card.text
    assert "Chambers: take part 0" in card.text
