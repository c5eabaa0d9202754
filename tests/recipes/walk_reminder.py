"""In a copy with a reminder more: who is invited gets it, may stop it, and knows why it came."""

from datetime import date, timedelta

import pytest

from storage.models import Role
from tests.desk.test_forecast import announce, until
from tests.harness.network import card

pytestmark = pytest.mark.anyio


async def test_the_new_reminder_is_planned_shown_foreseen_and_sent(harness):
    helena = await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await harness.member("Bob", chamber="IE-DAI")
    eva = await harness.member("Eva", chamber="FI-EDU")
    await harness.settle()
    await harness.say(eva, "/settings")
    await harness.press(eva, "Choose reminders")
    assert any("Booking a room" in label for label in card(eva).labels)
    await harness.press(eva, next(label for label in card(eva).labels if "Booking a room" in label))
    day = harness.clock.now().date() + timedelta(days=24)
    announce(harness, "Spring", day, reply_day=date(2026, 12, 10))
    await harness.settle()
    await harness.say(helena, "/forecast")
    foreseen = "\n".join(message.text for message in helena.received)
    assert "Booking a room" in foreseen
    await until(harness, harness.clock.now() + timedelta(days=5))
    await harness.settle()
    got = await bob.receives("Have you booked? “Spring” in 20 days")
    assert not any("Have you booked" in message.text for message in eva.received)
    await harness.press(bob, "⋯", got)
    assert "everybody is reminded to book" in bob.last.text
    await harness.toast(bob, "Stop these messages", bob.last)
    assert "Booking a room" in bob.last.text
