"""What a move takes along: the day for answers, promises, calls; what is read of it, over HTTP."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.meetings import rules
from bot.people.service import lost_account
from storage.models import Delivery, DeliveryState, Meeting
from tests.desk.test_forecast import until
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA, MARC, rows

pytestmark = pytest.mark.anyio
DAYS = st.dates(date(2027, 1, 1), date(2028, 12, 31))


async def moves(harness, coordinator, when, reason=None):
    await harness.press(coordinator, "Move", await harness.say(coordinator, "/meetings"))
    await harness.say(coordinator, when)
    await harness.press(coordinator, "Yes, that is right")
    if reason is not None:
        await harness.press(coordinator, "Add: Reason", card(coordinator))
        await harness.say(coordinator, reason)
    return card(coordinator)


async def test_a_day_for_answers_that_is_past_goes_along_and_a_reason_is_read(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    marc = await harness.joins(MARC)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    before = rows(harness, Meeting)[0]
    harness.clock.set(before.reply_by + timedelta(days=2))
    await harness.settle()
    review = await moves(harness, helena, "6 May 2027, 14:00-17:00", "The <b>room</b> is taken")
    # Saving shows what goes along, before it is done.
    assert "was Thursday 25 February 2027\nnow Thursday 22 April 2027" in review.text
    assert "Reason: The <b>room</b> is taken" in review.text
    await harness.press(helena, "Save the change", review)
    await harness.settle()
    told = next(m for m in reversed(bob.received) if "The meeting has been moved" in m.text)
    assert "Reason: The <b>room</b> is taken" in told.text
    told = next(m for m in reversed(marc.received) if "La réunion est déplacée" in m.text)
    assert "Motif\xa0: The <b>room</b> is taken" in told.text
    assert rows(harness, Meeting)[0].reply_by.date() == date(2027, 4, 22)


async def test_an_agenda_that_names_hours_is_pointed_out(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    with harness.database.transaction() as session:
        session.get(Meeting, rows(harness, Meeting)[0].id).agenda = "14h30 Opening; lunch"
    review = await moves(harness, helena, "6 May 2027, 9:00-12:00")
    assert "the agenda names hours" in review.text
    # The day for answers is still of use: it stays.
    assert "was Thursday 25 February 2027" not in review.text


async def test_who_asked_to_be_reminded_hears_that_the_move_ends_that(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await until(harness, datetime(2027, 2, 18, 9, tzinfo=UTC))
    await harness.settle()
    reminder = next(m for m in reversed(bob.received) if "Will you take part?" in m.text)
    await harness.press(bob, "⋯", reminder)
    await harness.press(bob, "Remind me tomorrow")
    await harness.press(
        helena, "Save the change", await moves(harness, helena, "6 May 2027, 14:00-17:00")
    )
    await harness.settle()
    moved = next(m for m in reversed(bob.received) if "The meeting has been moved" in m.text)
    assert "The reminder that you had asked for falls away" in moved.text
    assert not [m for m in helena.received if "falls away" in m.text]


async def test_nobody_is_called_for_updates_twice(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await until(harness, datetime(2027, 1, 29, 12, tzinfo=UTC))
    await harness.settle()
    assert sum("Your activities for" in m.text for m in bob.received) == 1
    await harness.press(
        helena, "Save the change", await moves(harness, helena, "8 July 2027, 14:00-17:00")
    )
    await harness.settle()
    eve = await harness.member("Eve", chamber="FI-EDU")
    await harness.settle()
    forecast = await harness.say(helena, "/forecast")
    assert forecast.text
    await until(harness, datetime(2027, 7, 1, 12, tzinfo=UTC))
    await harness.settle()
    assert sum("Your activities for" in m.text for m in bob.received) == 1
    assert sum("Your activities for" in m.text for m in eve.received) == 1
    # What is due for the new day still comes.
    assert sum("Activities not yet reported" in m.text for m in bob.received) >= 1


async def test_who_comes_back_reads_that_it_was_moved(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    with harness.database.transaction() as session:
        lost_account(session, bob.id, "blocked the bot", now=harness.clock.now())
    bob.blocked = True
    await harness.settle()
    harness.clock.advance(timedelta(days=1))
    await harness.press(
        helena, "Save the change", await moves(harness, helena, "6 May 2027, 14:00-17:00")
    )
    await harness.settle()
    bob.blocked = False
    await harness.say(bob, "/help")
    await harness.settle()
    notices = [m for m in bob.received if "Spring meeting" in m.text and m.document]
    assert len(notices) == 2
    assert "The meeting has been moved" in notices[-1].text
    assert "Thursday 11 March 2027" in notices[-1].text
    # Somebody new is invited, and reads of no move.
    eve = await harness.member("Eve", chamber="FI-EDU")
    await harness.settle()
    assert not [m for m in eve.received if "has been moved" in m.text]
    sent = {row.state for row in rows(harness, Delivery) if row.about.get("since")}
    assert sent == {DeliveryState.SENT}


@given(reply=DAYS, before=DAYS, after=DAYS, today=DAYS)
def test_a_day_for_answers_after_a_move_is_of_use(reply, before, after, today):
    moved = rules.reply_day_after_move(reply, before, after, today)
    if today <= after:
        assert today <= moved <= after
    if today <= reply <= after:
        assert moved == reply


@pytest.mark.parametrize(
    ("agenda", "names"),
    [
        ("14:00 Opening", True),
        ("9h Accueil", True),
        ("9 h 30 Accueil", True),
        ("10.30 Beginn", True),
        ("ab 9 Uhr", True),
        ("from 2 pm", True),
        ("1. Budget 2. Oversight", False),
        ("INTER PARES 2027", False),
        ("25 participants", False),
    ],
)
def test_whether_an_agenda_names_hours(agenda, names):
    assert rules.names_hours(agenda) is names
