"""Nothing lost, nothing twice, nothing silent: over real HTTP, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.callbacks import FORM, FormAction
from bot.chat.inbox import AnotherPoller
from bot.process import app
from bot.standin.faults import Fault
from config.network import network
from storage.models import Answer, Delivery, DeliveryState, Form, InboxItem, InboxState, Meeting
from tests.harness.network import TOKEN, card
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA, eventually, rows

pytestmark = pytest.mark.anyio


async def test_a_meeting_is_announced_and_answered_on_both_databases(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    bob = await harness.member("Bob _*`[<b>", chamber="IE-DAI")
    await harness.settle()
    await announce(harness, helena, "Meeting _with_ *marks* <b>&amp;")
    await harness.settle()
    notice = await bob.receives("You are invited")
    assert "Meeting _with_ *marks* <b>&amp;" in notice.text
    assert "14:00–17:00 (Brussels) · 13:00–16:00 (Dublin)" in notice.text
    bob.press(notice, "Online")
    bob.press(notice, "Online")
    await harness.quiet()
    assert [(a.choice.value, a.chamber_id) for a in rows(harness, Answer)] == [("online", "IE-DAI")]
    await harness.press(bob, "Add a comment", notice)
    await harness.say(bob, "from <Dublin> & late")
    assert "from <Dublin> & late" in card(bob).text
    await harness.say(helena, "/meetings")
    assert "People: in person 0 · online 1 · cannot attend 0" in card(helena).text
    assert "Chambers: take part 1 · cannot attend 0 · no answer yet 1" in card(helena).text
    await harness.press(helena, "Who has answered")
    assert "from <Dublin> & late" in helena.last.text
    assert all(item.state is InboxState.DONE for item in rows(harness, InboxItem))
    assert all(item.payload is None and item.answer is None for item in rows(harness, InboxItem))


async def test_an_update_that_is_delivered_twice_is_carried_out_once(harness):
    harness.world.duplicates = True
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    assert len(rows(harness, Meeting)) == 1
    assert sum("You are invited" in m.text for m in helena.received) == 1


async def test_a_message_that_may_have_left_is_sent_once_more_and_says_so(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    harness.world.faults.plan("sendDocument", Fault.CUT_AFTER)
    await announce(harness, helena)
    await harness.settle()
    await harness.wait(timedelta(minutes=1))
    got = [m.text for who in (helena, bob) for m in who.received if "You are invited" in m.text]
    assert len(got) == 3
    assert sum("You may have received this message already" in text for text in got) == 1
    notices = [row for row in rows(harness, Delivery) if row.kind == "notice"]
    assert {row.state for row in notices} == {DeliveryState.SENT}
    assert sum(row.was_unknown for row in notices) == 1


async def test_a_message_that_did_not_leave_is_simply_sent_again(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    for fault in (Fault.INTERNAL, Fault.GATEWAY, Fault.FLOOD):
        harness.world.faults.plan("sendDocument", fault)
    await announce(harness, helena)
    for _ in range(8):
        await harness.wait(timedelta(minutes=10))
    got = [m.text for m in helena.received if "You are invited" in m.text]
    assert len(got) == 1
    assert "You may have received" not in got[0]


async def test_what_people_wrote_while_telegram_was_down_is_answered(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    harness.world.faults.down = True
    bob.send("/help")
    await harness.world.until(lambda: harness.run.breaker.lost)
    harness.world.faults.down = False
    await bob.receives("What you can do here")


async def test_an_answer_that_was_saved_but_not_sent_goes_out_after_a_restart(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    harness.world.faults.plan("sendMessage", Fault.INTERNAL, times=50)
    bob.send("/help")
    await eventually(
        lambda: (
            InboxState.ANSWERED in {item.state for item in rows(harness, InboxItem)}
            and harness.world.faults.happened
        )
    )
    await harness.stop()
    assert {item.state for item in rows(harness, InboxItem)} <= {
        InboxState.ANSWERED,
        InboxState.DONE,
    }
    harness.world.faults._next.clear()
    await harness.start()
    await bob.receives("What you can do here")
    await harness.quiet()
    assert sum("What you can do here" in m.text for m in bob.received) == 1
    # Nobody knows whether it had left: it says so, also behind the part that sets the commands.
    assert "You may have received this message already" in bob.last.text


async def test_a_person_who_blocks_the_bot_is_reported_and_gets_it_all_when_back(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/update", "Ask me question by question", "A title")
    bob.block()
    await harness.settle()
    await helena.receives("Bob cannot be reached")
    await announce(harness, helena)
    await harness.settle()
    progress = next(m for m in helena.received if "Done." in m.text)
    assert "Bob (Ireland" in progress.text
    assert "cannot be reached through Telegram" in progress.text
    assert not any("You are invited" in m.text for m in bob.received)
    bob.unblock()
    await harness.say(bob, "/help")
    await harness.settle()
    await bob.receives("You are invited")


async def test_a_second_poller_gives_way_and_the_first_goes_on(harness):
    for _ in range(3):
        harness.world.person("Alice").start()
        await harness.quiet()
    with pytest.raises(AnotherPoller):
        await asyncio.wait_for(_poll_beside(harness), 30)
    bob = harness.world.person("Bob")
    bob.start()
    await bob.receives("This bot is for the officials")


async def _poll_beside(harness):
    runtime = app.build_runtime(harness.database, harness.clock, network())
    try:
        async with app.running(runtime, token=TOKEN, base_url=harness.url) as run:
            await app.poll(run)
    finally:
        runtime.executor.shutdown(wait=True)


async def test_in_a_group_it_says_that_it_works_in_private(harness):
    bob = await harness.joins(BOB)
    group = harness.world.group("Network", [bob])
    bob.say_in(group, "/meetings")
    await harness.world.until(lambda: any(m.from_bot for m in group.messages))
    assert "private chats only" in group.messages[-1].text


async def test_long_hostile_and_wrong_input_changes_nothing(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/update", "Ask me question by question", "x" * 10_000)
    # The app sends it in three parts, which are read together.
    assert any("there is room for 120" in message.text for message in bob.received)
    assert "What would you call the activity" in bob.last.text
    await harness.say(bob, "Title \u202e<b>&\u200b")
    await harness.say(bob, "Atlantis")
    assert "I do not recognise this as a partner country" in bob.last.text
    await harness.say(bob, "Montenegor")
    assert "Did you mean Montenegro?" in bob.last.text
    await harness.press(bob, "Yes, that is right")
    bob.send_thing("sticker")
    await harness.quiet()
    assert "What kind of activity is it?" in card(bob).text
    old = card(bob)
    await harness.press(bob, "Workshop")
    (form,) = rows(harness, Form)
    said = bob.press_raw(old, FORM.data(form, 1, FormAction.CHOOSE, "visit"))
    await harness.quiet()
    assert "answered already" in said.answer["text"]
    await harness.say(bob, "/cancel")
    assert "Your draft is kept" in bob.last.text
    await harness.say(bob, "/update")
    assert "Continue: Title <b>&" in " ".join(card(bob).labels)


async def test_dates_that_cannot_be_are_refused_and_past_ones_are_pointed_out(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce", "Meeting", "31 February 2027 10:00-12:00")
    assert "There is no such day" in helena.last.text
    await harness.say(helena, "soon")
    assert "could not read this as a date" in helena.last.text
    await harness.say(helena, "1 December 2022 14:00-17:00")
    assert "This date is in the past" in helena.last.text
    await harness.press(helena, "No, ask me again")
    await harness.say(helena, "28 March 2027 02:30-04:00")
    assert "This time does not exist on that day" in helena.last.text
    await harness.press(helena, "No, ask me again")
    await harness.say(helena, "12 March 2027 at 10:00")
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "until 12:00")
    assert "How will it be held?" in card(helena).text


async def test_the_send_button_is_bound_to_text_and_audience(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce", "Meeting", "11 March 2027 14:00-17:00")
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "Online")
    for _ in range(3):
        await harness.press(helena, "Skip")
    await harness.press(helena, "Thu 25 Feb 2027")
    await harness.press(helena, "Send to me first")
    assert "Test message, sent only to you" in helena.last.text
    assert "only a test" in await harness.toast(helena, "Online", helena.last)
    review = next(m for m in helena.received if "Preview and recipients" in m.labels)
    await harness.press(helena, "Preview and recipients", review)
    await harness.joins(BOB)
    await harness.settle()
    assert "changed in the meantime" in await harness.toast(helena, "Send now to 1", review)
    assert rows(harness, Meeting) == []
    review = next(m for m in helena.received if "Send now to 2 people" in m.labels)
    await harness.press(helena, "Send now to 2", review)
    await harness.settle()
    assert len(rows(harness, Meeting)) == 1


async def test_settings_change_language_zone_pause_and_reminders(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/settings")
    await harness.press(bob, "Time zone")
    await harness.say(bob, "Athens")
    assert "Athens (UTC+2)" in card_text(bob)
    await harness.say(bob, "/settings")
    await harness.press(bob, "Pause reminders")
    await harness.say(bob, "15 January 2027")
    await harness.press(bob, "Yes, that is right")
    assert "no reminders before Friday 15 January 2027" in card_text(bob)
    await harness.say(bob, "/settings")
    await harness.press(bob, "Choose reminders")
    await harness.press(bob, "✓ Ahead of a meeting")
    assert "✗ Ahead of a meeting" in card(bob).labels
    assert "✓ Report after a meeting" not in card(bob).labels  # that goes to coordinators
    await harness.press(bob, "‹ Back to settings")
    await harness.press(bob, "Name")
    await harness.say(bob, "Bob\n O’Second")
    assert "Name: Bob O’Second" in card(bob).text
    await harness.press(bob, "Name")
    await harness.press(bob, "✕ Cancel")
    assert "Your settings" in card(bob).text
    await harness.say(bob, "/language")
    await harness.press(bob, "Français")
    await harness.settle()
    assert "Vos réglages" in card_text(bob)
    scope = harness.world.commands[("chat", bob.id, "")]
    assert {"command": "update", "description": "Ajouter une activité"} in scope
    assert not any(command["command"] == "announce" for command in scope)


def card_text(person):
    return "\n".join(m.text for m in person.received[-4:])


async def test_after_an_absence_late_reminders_say_so_and_useless_ones_are_not_sent(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await harness.press(bob, "Online", await bob.receives("You are invited"))
    # Away from two days before the meeting until four hours past nine on the day before it.
    harness.clock.set(datetime(2027, 3, 9, 15, tzinfo=UTC))
    await harness.settle()
    await harness.run.jobs.note_alive()
    await harness.stop()
    bob.send("/help")
    harness.clock.set(datetime(2027, 3, 10, 13, tzinfo=UTC))
    await harness.start()
    await harness.settle()
    late = await bob.receives("Tomorrow:")
    assert "This message should have reached you on Wednesday 10 March 2027, 09:00" in late.text
    await harness.wait(timedelta(minutes=2))
    away = await helena.receives("The bot was not running")
    assert "One message that was waiting has been answered" in away.text
    assert "Sent late: 1. Being sent: 0." in away.text
    await bob.receives("What you can do here")
    # Away over the meeting itself: its last reminder is not sent, and the outbox says why.
    await harness.stop()
    harness.clock.set(datetime(2027, 3, 11, 15, tzinfo=UTC))
    await harness.start()
    await harness.settle()
    assert not any("Starting soon:" in m.text for m in bob.received)
    joining = [r for r in rows(harness, Delivery) if r.about.get("rule") == "joining"]
    assert {row.state for row in joining} <= {DeliveryState.TOO_LATE, DeliveryState.DROPPED}
    assert "was due 2027-03-11 12:00 UTC" in [row.reason for row in joining]
    over = next(m for m in bob.received if m.document)
    assert "Too late" in await harness.toast(bob, "Cannot attend", over)


async def test_a_card_that_the_person_deleted_comes_anew(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/settings")
    settings = bob.last
    query = bob.press(settings, "Choose reminders")
    bob.delete(settings)
    await harness.quiet()
    assert query.answer is not None
    assert "Which reminders would you like?" in bob.last.text


async def test_every_job_of_the_plan_is_scheduled(harness):
    jobs = harness.run.jobs
    scheduled = {job.id: job.trigger.interval for job in jobs.scheduler.get_jobs()}
    assert {name: span.total_seconds() for name, span in scheduled.items()} == jobs.plan()
    assert all(job.coalesce and job.misfire_grace_time is None for job in jobs.scheduler.get_jobs())
