"""Handing one's place over, over real HTTP in both languages; and who cannot."""

import pytest
from sqlmodel import select

from storage.models import Answer, Choice, Form, Invitation, Person, Standing
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA, MARC, rows

pytestmark = pytest.mark.anyio


def code_in(message):
    return message.text.split("/start ")[1].split()[0]


async def joins_by(harness, name, code, *, yes="I have read this"):
    person = harness.world.person(name)
    await harness.say(person, f"/start {code}")
    await harness.press(person, yes)
    await harness.press(person, "Send")
    await harness.settle()
    return person


async def test_a_successor_gets_what_waits_and_the_predecessor_is_gone(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await harness.press(bob, "In person")
    await harness.say(bob, "/update", "Ask me question by question", "A draft of mine", "/cancel")
    first = await harness.say(bob, "/handover")
    assert "Your access ends then and your data are erased" in first.text
    second = await harness.say(bob, "/handover")
    # The earlier link opens nothing, and who made the link is a member already.
    tom = harness.world.person("Tom")
    refused = await harness.say(tom, f"/start {code_in(first)}")
    assert "not valid" in refused.text or "revoked" in refused.text
    assert "registered already" in (await harness.say(bob, f"/start {code_in(second)}")).text
    assert "Dáil" in (await harness.say(helena, "/invitations")).text

    niamh = await joins_by(harness, "Niamh", code_in(second))
    taken = next(one.text for one in niamh.received if "You have taken over" in one.text)
    assert "Your predecessor left one draft" in taken
    assert "One meeting is coming up: /meetings\n" in taken
    drafts = await harness.say(niamh, "/update")
    assert "draft" in drafts.text
    (answer,) = [one for one in rows(harness, Answer) if one.choice is Choice.IN_PERSON]
    by_name = {one.name: one for one in rows(harness, Person)}
    assert answer.person_id == by_name["Niamh"].id
    assert "Bob" not in by_name
    assert [one.telegram_id for one in rows(harness, Form)] == [niamh.id]
    # Whoever handed over is a stranger from now on; coordinators know.
    assert "for members" in (await harness.say(bob, "/meetings")).text
    news = [one.text for one in helena.received if "handed their place over" in one.text]
    assert len(news) == 1
    assert "no longer represented" not in news[0]
    assert "handed their place over" in (await harness.say(helena, "/log")).text
    assert "used already" in (await harness.say(tom, f"/start {code_in(second)}")).text


async def test_coordinators_are_told_how_and_a_lost_place_is_not_handed_over(harness):
    helena = await harness.joins(HELENA)
    marc = await harness.joins(MARC)
    bob = await harness.joins(BOB)
    await harness.settle()
    assert "Only a correspondent" in (await harness.say(helena, "/handover")).text
    assert "Seule une personne" in (await harness.say(marc, "/handover")).text
    link = await harness.say(bob, "/handover")
    await harness.press(helena, "Suspend", await harness.say(helena, "/people bob"))
    await harness.press(helena, "Yes, suspend")
    tom = harness.world.person("Tom")
    await harness.say(tom, f"/start {code_in(link)}")
    assert "registration" not in tom.last.text or "not valid" in tom.last.text
    assert [one.used_at for one in rows(harness, Invitation) if one.predecessor_id] == [None]
    with harness.database.reading() as session:
        stays = session.exec(select(Person).where(Person.name == "Bob")).one()
        assert stays.standing is Standing.SUSPENDED
