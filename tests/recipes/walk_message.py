"""In a copy with a kind of message more: it arrives, says why, and is not sent once stopped."""

import pytest
from sqlmodel import select

from bot.outbox import enqueue
from storage import people
from storage.models import Delivery, DeliveryState, Role
from tests.harness.network import card

pytestmark = pytest.mark.anyio


def tell(harness, actor, key, trains):
    with harness.database.transaction() as session:
        person = people.by_telegram_id(session, actor.id)
        about = {"trains": trains}
        enqueue.tell(session, person, "travel", key=key, about=about, now=harness.clock.now())


async def test_the_new_message_is_drawn_explained_and_stopped(harness):
    await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    luc = await harness.member("Luc", chamber="BE-SEN")
    await harness.settle()
    tell(harness, luc, "travel:1", "6:58 <every hour>")
    await harness.settle()
    got = await luc.receives("Trains: 6:58 <every hour>")
    await harness.press(luc, "⋯", got)
    assert "you take part in a meeting elsewhere" in luc.last.text
    await harness.say(luc, "/settings")
    await harness.press(luc, "Choose reminders")
    label = next(label for label in card(luc).labels if "Travelling" in label)
    await harness.press(luc, label)
    tell(harness, luc, "travel:2", "7:58")
    await harness.settle()
    assert not any("7:58" in message.text for message in luc.received)
    with harness.database.reading() as session:
        rows = session.exec(select(Delivery).where(Delivery.kind == "travel")).all()
    assert [row.state for row in rows] == [DeliveryState.SENT, DeliveryState.DROPPED]
