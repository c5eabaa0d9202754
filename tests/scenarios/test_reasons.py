"""Under what nobody asked for: why it came, tomorrow again, no more of these."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import select

from bot.meetings import service as meetings
from bot.people.service import lost_account
from config.network import network
from storage import meetings as stored_meetings
from storage import people as stored_people
from storage.models import Choice, Delivery, DeliveryState, Standing
from tests.desk.test_forecast import BRUSSELS, act, announce, answer, until
from tests.harness.stock import BOB, HELENA

pytestmark = pytest.mark.anyio


def at(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute), UTC)


async def reminded(harness):
    """Bring Bob to his reminder a week before a reply-by day; Carol sits in his chamber."""
    helena = await harness.joins(HELENA)
    bob = await harness.member("Bob", chamber="BE-SEN")
    carol = await harness.member("Carol", chamber="BE-SEN")
    await harness.settle()
    meeting_id = announce(harness, "Spring", date(2026, 12, 17), reply_day=date(2026, 12, 10))
    await harness.settle()
    await until(harness, at(date(2026, 12, 3), 8))
    await harness.settle()
    return helena, bob, carol, meeting_id, await bob.receives("Will you take part?")


def again(harness):
    with harness.database.reading() as session:
        rows = session.exec(select(Delivery)).all()
        return [row for row in rows if row.about.get("again")]


async def test_a_reminder_comes_again_tomorrow_once_however_often_it_is_asked(harness):
    _, bob, carol, meeting_id, reminder = await reminded(harness)
    assert reminder.labels[-1] == "⋯"
    more = await harness.press(bob, "⋯", reminder)
    assert more.labels == ["Remind me tomorrow", "Stop these messages"]
    other = await harness.press(bob, "⋯", reminder)
    first = await harness.toast(bob, "Remind me tomorrow", more)
    assert first == "I will remind you again on Friday 4 December 2026, 08:30 (Brussels)."
    assert (more.text, more.labels) == (first, [])
    assert await harness.toast(bob, "Remind me tomorrow", other) == first
    assert len(again(harness)) == 1
    assert (await harness.press(bob, "⋯", reminder)).labels == ["Stop these messages"]
    assert len(again(harness)) == 1
    await until(harness, at(date(2026, 12, 4), 7, 30))
    await harness.settle()
    second = bob.last
    assert "Will you take part?" in second.text
    # What has come again comes no third time, and what is of no use is not offered.
    assert "Remind me tomorrow" not in (await harness.press(bob, "⋯", second)).labels
    await until(harness, at(date(2026, 12, 8), 9))
    later = next(m for m in reversed(bob.received) if "Online" in m.labels)
    later_more = await harness.press(bob, "⋯", later)
    assert "Remind me tomorrow" in later_more.labels
    await until(harness, at(date(2026, 12, 10), 9))
    last = next(m for m in reversed(bob.received) if "Online" in m.labels)
    assert "Remind me tomorrow" not in (await harness.press(bob, "⋯", last)).labels
    # Once the chamber has answered there is nothing to be reminded of.
    answer(harness, carol, meeting_id, Choice.ONLINE)
    assert "No reminder is needed" in await harness.toast(bob, "Remind me tomorrow", later_more)
    # Years later the meeting is over; why it came can still be asked.
    harness.clock.set(at(date(2031, 1, 6), 9))
    assert "No reminder is needed" in await harness.toast(bob, "Remind me tomorrow", later_more)
    await harness.press(bob, "⋯", reminder)
    assert (
        "Answering an invitation: before the last day for an answer (7 days before" in bob.last.text
    )
    assert "due on Thursday 3 December 2026, 09:00 (Brussels)" in bob.last.text


async def test_a_wish_to_be_reminded_follows_the_meeting(harness):
    helena, bob, _, meeting_id, reminder = await reminded(harness)
    more, other = [await harness.press(bob, "⋯", reminder) for _ in range(2)]
    await harness.toast(bob, "Remind me tomorrow", more)
    with harness.database.transaction() as session:
        meeting = stored_meetings.get(session, meeting_id)
        by = stored_people.by_telegram_id(session, helena.id)
        starts_at = datetime.combine(date(2027, 1, 21), time(14), BRUSSELS)
        values = {
            "starts_at": starts_at.astimezone(UTC),
            "ends_at": starts_at.astimezone(UTC) + timedelta(hours=3),
            "reply_by": datetime.combine(date(2027, 1, 7), time(23, 59), BRUSSELS),
        }
        now = harness.clock.now()
        meetings.change(session, network(), meeting, values, by=by, now=now, card=(0, None))
    await until(harness, at(date(2026, 12, 5), 12))
    await harness.settle()
    assert [row.state for row in again(harness)] == [DeliveryState.SUPERSEDED]
    assert sum("Will you take part?" in m.text for m in bob.received) == 1
    with harness.database.transaction() as session:
        for row in session.exec(select(Delivery)).all():
            if row.about.get("again"):
                session.delete(row)
    assert "has been moved since" in await harness.toast(bob, "Remind me tomorrow", other)


async def test_a_kind_is_stopped_once_and_never_comes_again(harness):
    _, bob, _, _, reminder = await reminded(harness)
    more, other = [await harness.press(bob, "⋯", reminder) for _ in range(2)]
    await harness.press(bob, "Stop these messages", more)
    assert "no more messages of the type “Answering an invitation”" in more.text
    assert more.labels == ["Choose reminders"]
    assert "has already been stopped" in await harness.toast(bob, "Stop these messages", other)
    assert (await harness.press(bob, "⋯", reminder)).labels == []
    await until(harness, at(date(2026, 12, 11), 9))
    await harness.settle()
    assert sum("Will you take part?" in m.text for m in bob.received) == 1
    await harness.say(bob, "/settings")
    await harness.press(bob, "Choose reminders")
    card = next(m for m in reversed(bob.received) if "✗ Answering an invitation" in m.labels)
    assert "✓ Unfinished drafts" in card.labels
    assert "✓ Weekly note" not in card.labels


async def test_a_notice_says_why_it_came_and_cannot_be_stopped(harness):
    _, bob, carol, _, reminder = await reminded(harness)
    notice = next(m for m in bob.received if m.document)
    assert notice.labels[-1] == "⋯"
    assert (await harness.press(bob, "⋯", notice)).labels == []
    assert "all members of the network are told" in bob.last.text
    assert "cannot be stopped" in bob.last.text
    data = next(
        b["callback_data"] for b in notice.buttons if b["callback_data"].startswith("rem:why")
    )
    row_id = data.split(":")[2]
    # A button of an earlier version under the reminder itself, a forged one, somebody else's.
    reminder_id = data_of(reminder, "⋯").split(":")[2]
    assert "I will remind you again" in await raw(
        harness, bob, f"rem:later:{reminder_id}", reminder
    )
    assert "Will you take part?" in reminder.text
    assert "“Notices of meetings” cannot be stopped" in await raw(
        harness, bob, f"rem:stop:{row_id}"
    )
    assert "is out of date" in await raw(harness, bob, f"rem:later:{row_id}")
    assert "is out of date" in await raw(harness, carol, data)
    assert "is out of date" in await raw(harness, bob, "rem:why:999999")
    # Who has left still learns why, and can do nothing else.
    act(harness, bob, lambda session, person, now: setattr(person, "standing", Standing.DEPARTED))
    await harness.press(bob, "⋯", notice)
    assert "Notices of meetings" in bob.last.text
    assert bob.last.labels == []
    stop = f"rem:stop:{reminder_id}"
    assert "You have left the network" in await raw(harness, bob, stop, reminder)


def data_of(message, label):
    return next(b["callback_data"] for b in message.buttons if b["text"] == label)


async def raw(harness, person, data, message=None):
    query = person.press_raw(message or person.last, data)
    await harness.quiet()
    return str(query.answer["text"])


async def test_messages_about_drafts_and_people_say_why_they_came(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/update", "Ask me question by question", "A title")
    await until(harness, harness.clock.now() + timedelta(days=2))
    await harness.settle()
    offer = bob.last
    assert offer.labels == ["Continue", "Delete the draft", "⋯"]
    more = await harness.press(bob, "⋯", offer)
    assert "you left a draft unfinished" in more.text
    await harness.press(bob, "Stop these messages", more)
    assert "“Unfinished drafts”" in bob.last.text
    await harness.say(bob, "/cancel")
    await harness.say(bob, "/update")
    new = next(m for m in reversed(bob.received) if "New activity" in " ".join(m.labels))
    await harness.press(bob, next(x for x in new.labels if "New activity" in x), new)
    await harness.say(bob, "Ask me question by question", "Another title")
    await until(harness, harness.clock.now() + timedelta(days=2))
    await harness.settle()
    assert "Another title" not in bob.last.text or "You have a draft" not in bob.last.text
    with harness.database.transaction() as session:
        lost_account(session, bob.id, "blocked the bot", now=harness.clock.now())
    await harness.settle()
    told = await helena.receives("Bob cannot be reached")
    assert told.labels == ["⋯"]
    await harness.press(helena, "⋯", told)
    assert "so that their chamber can be told by email" in helena.last.text
