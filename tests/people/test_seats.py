"""Finding a member, and another chamber for them, over real HTTP in both languages."""

import pytest

from bot.people import membership
from bot.people.membership import NotNow
from config.network import network
from storage import people
from storage.models import Role
from tests.conftest import START
from tests.harness import stock
from tests.harness.network import card
from tests.harness.stock import BOB, EVE, HELENA, LUC, MARC

pytestmark = pytest.mark.anyio


async def test_a_member_is_found_by_what_they_are_known_by(harness):
    helena = await harness.joins(HELENA)
    for one in (BOB, EVE, LUC):
        await harness.joins(one)
    await harness.settle()
    # One who is meant is shown at once.
    for words in ("bob", "BÓB", "Ireland", "Dáil", "ie-dai", "irlande", "Irlanda", "Irlanti"):
        found = await harness.say(helena, f"/people {words}")
        assert found.text.startswith("Bob")
        assert "Member since" in found.text
    nobody = await harness.say(helena, "/people <b>_zzz")
    assert "Nobody in the network has <b>_zzz" in nobody.text
    await harness.press(helena, "All members", nobody)
    assert "Members of the network" in card(helena).text


async def test_a_member_goes_to_another_chamber(harness):
    helena = await harness.joins(HELENA)
    marc = await harness.joins(MARC)
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.press(helena, "Change chamber", await harness.say(helena, "/people bob"))
    await harness.press(helena, "Germany", card(helena))
    await harness.press(helena, "Germany – Bundesrat", card(helena))
    sure = card(helena)
    assert "(House of Representatives) → Germany – Bundesrat?" in sure.text
    yes = sure.buttons[0]["callback_data"]
    await harness.press(helena, "Yes, change it", sure)
    await harness.settle()
    assert "Germany – Bundesrat" in card(helena).text
    told = bob.last.text
    assert "is now Germany – Bundesrat: Helena changed it" in told
    assert "stays with Ireland – Dáil Éireann (House" in told
    assert "Time zone: Berlin" in card(helena).text
    news = marc.last
    assert "Bob représente désormais" in news.text
    # The second press finds it done; the way on from the news is the member's card.
    again = helena.press_raw(sure, yes)
    await harness.quiet()
    assert "changed in the meantime" in again.answer["text"]
    assert bob.last.text == told
    await harness.press(marc, "Ouvrir sa fiche", news)
    await harness.press(marc, "Changer de chambre", card(marc))
    await harness.press(marc, "Plus aucune chambre", card(marc))
    await harness.press(marc, "Oui, changer", card(marc))
    await harness.settle()
    assert "You no longer speak for a chamber" in bob.last.text
    assert "Rôle : Observation" in card(marc).text.replace("\xa0", " ")
    # A chamber for somebody who had none: they answer and report again.
    await harness.press(marc, "Changer de chambre", card(marc))
    await harness.press(marc, "Irlande", card(marc))
    await harness.press(marc, "Les deux", card(marc))
    await harness.press(marc, "Oui, changer", card(marc))
    await harness.settle()
    assert "Ireland – Seanad Éireann" in bob.last.text


def test_seats_are_a_history_and_reminders_follow(database):
    with database.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=START)
        bob = stock.admit(session, BOB, 2, now=START)
        membership.seat(session, network(), bob, ["FI-EDU"], by=helena, now=START)
        assert people.chambers_of(session, bob.id) == ["FI-EDU"]
        assert bob.zone == "Europe/Helsinki"
        with pytest.raises(NotNow):
            membership.seat(session, network(), bob, ["FI-EDU"], by=helena, now=START)
        membership.seat(session, network(), bob, [], by=helena, now=START)
        assert bob.role is Role.OBSERVER
        membership.seat(session, network(), helena, [], by=helena, now=START)
        assert helena.role is Role.COORDINATOR
        membership.suspend(session, bob, by=helena, now=START)
        with pytest.raises(NotNow):
            membership.seat(session, network(), bob, ["FI-EDU"], by=helena, now=START)
