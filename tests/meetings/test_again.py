"""A cancelled meeting that takes place after all, and another like an earlier one, over HTTP."""

from datetime import timedelta

import pytest

from bot.meetings import service
from bot.meetings.service import ChangedMeanwhile, NotCancelled, Over
from config.network import network
from storage.models import Answer, Choice, Form, Meeting, MeetingState, Notice, NoticeKind
from tests.conftest import START
from tests.harness import stock
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA, MARC, NIAMH, rows

pytestmark = pytest.mark.anyio


async def cancelled(harness, coordinator):
    await harness.press(
        coordinator, "Cancel the meeting", await harness.say(coordinator, "/meetings")
    )
    await harness.press(coordinator, "Skip")
    await harness.press(coordinator, "Cancel and tell everybody")
    await harness.settle()


async def test_a_cancelled_meeting_takes_place_after_all(harness):
    helena = await harness.joins(HELENA)
    marc = await harness.joins(MARC)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await harness.press(bob, "Online")
    await cancelled(harness, helena)
    assert "Cancelled: Spring meeting" in bob.last.text
    niamh = await harness.joins(NIAMH)
    await harness.settle()
    assert "Spring meeting" not in niamh.last.text
    # Past the day for answers, and seen by the other coordinator at the same time.
    harness.clock.set(rows(harness, Meeting)[0].reply_by + timedelta(hours=1))
    await harness.say(marc, "/meetings")
    await harness.press(marc, "Passées")
    await harness.press(marc, "Annulée", card(marc))
    await harness.press(marc, "Rétablir", card(marc))
    assert "Le jour limite de réponse est passé" in card(marc).text
    assert "4 personnes seront averties" in card(marc).text
    yes = card(marc).buttons[0]["callback_data"]
    await harness.press(marc, "Oui, rétablir", card(marc))
    await harness.settle()
    for one in (bob, niamh):
        told = next(m for m in reversed(one.received) if "takes place after all" in m.text)
        assert "Spring meeting" in told.text
    assert "✓ Online" in next(m for m in reversed(bob.received) if m.buttons).labels
    meeting = rows(harness, Meeting)[0]
    assert (meeting.state, meeting.reply_by) == (MeetingState.ANNOUNCED, meeting.starts_at)
    assert (
        b"STATUS:CONFIRMED" in bob.received[-1].file if hasattr(bob.received[-1], "file") else True
    )
    again = marc.press_raw(card(marc), yes)
    await harness.quiet()
    assert "n’est plus annulée" in again.answer["text"]
    assert [one.kind for one in rows(harness, Notice)][-1] is NoticeKind.REINSTATED
    assert [one.choice for one in rows(harness, Answer)] == [Choice.ONLINE]
    assert "reinstated “Spring meeting”" in (await harness.say(helena, "/log")).text


async def test_another_like_it_asks_for_the_day_alone(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    before = rows(harness, Meeting)[0]
    await harness.press(helena, "Announce another like it", await harness.say(helena, "/meetings"))
    assert "When" in card(helena).text or "day" in card(helena).text
    await harness.say(helena, "14 October 2027, 10:00-12:00")
    (form,) = rows(harness, Form)
    assert form.answers["title"] == before.title
    assert form.answers["format"] == before.format.value
    assert "reply_by" not in form.answers


def test_reinstating_is_for_one_that_was_cancelled_and_is_to_come(database):
    with database.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=START)
        meeting = stock.announce(session, helena, now=START)
        card_ = (1, None)

        def reinstate(now, **more):
            service.reinstate(session, network(), meeting, by=helena, now=now, card=card_, **more)

        with pytest.raises(NotCancelled):
            reinstate(START)
        service.cancel(session, network(), meeting, None, by=helena, now=START, card=card_)
        with pytest.raises(ChangedMeanwhile):
            reinstate(START, revision=meeting.revision - 1)
        with pytest.raises(Over):
            reinstate(meeting.starts_at)
        sequence = meeting.sequence
        reinstate(START, revision=meeting.revision)
        assert meeting.sequence == sequence + 1
