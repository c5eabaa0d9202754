"""Nothing lost, nothing twice, nothing silent: over real HTTP, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.chat.callbacks import FORM, FormAction
from bot.chat.inbox import AnotherPoller
from bot.process import app
from bot.standin.faults import Fault
from config.network import network
from storage.models import (
    Answer,
    Delivery,
    DeliveryState,
    Form,
    InboxItem,
    InboxState,
    Meeting,
    Role,
)
from tests.harness.town import TOKEN, card
from tests.harness.town import town as open_town

pytestmark = pytest.mark.anyio


@pytest.fixture
async def any_town(database, clock):
    """A town on each kind of database."""
    async with open_town(database, clock) as place:
        yield place


def rows(town, model):
    with town.database.reading() as session:
        return list(session.exec(select(model)))


async def announce(town, coordinator, title="Spring meeting", form="Hybrid"):
    await town.say(coordinator, "/announce", title, "11 March 2027 14:00-17:00")
    await town.press(coordinator, "Yes, that is right")
    await town.press(coordinator, form)
    if form != "Online":
        await town.say(coordinator, "Brussels <&> room 1")
    if form != "In person":
        await town.press(coordinator, "Skip")
    await town.press(coordinator, "Skip")
    await town.press(coordinator, "Skip")
    await town.press(coordinator, "Thu 25 Feb 2027")
    await town.press(coordinator, "Preview and recipients")
    await town.press(coordinator, "Send now to")


async def test_a_meeting_is_announced_and_answered_on_both_databases(any_town):
    town = any_town
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob _*`[<b>", chamber="IE-DAI")
    await town.settle()
    await announce(town, helena, "Meeting _with_ *marks* <b>&amp;")
    await town.settle()
    notice = await bob.receives("You are invited")
    assert "Meeting _with_ *marks* <b>&amp;" in notice.text
    assert "14:00–17:00 (Brussels) · 13:00–16:00 (Dublin)" in notice.text
    bob.press(notice, "Online")
    bob.press(notice, "Online")
    await town.quiet()
    assert [(a.choice.value, a.chamber_id) for a in rows(town, Answer)] == [("online", "IE-DAI")]
    await town.press(bob, "Add a comment", notice)
    await town.say(bob, "from <Dublin> & late")
    assert "from <Dublin> & late" in card(bob).text
    await town.say(helena, "/meetings")
    assert "in person 0 · online 1 · cannot attend 0 · no answer yet 1" in card(helena).text
    await town.press(helena, "Who has answered")
    assert "from <Dublin> & late" in helena.last.text
    assert all(item.state is InboxState.DONE for item in rows(town, InboxItem))
    assert all(item.payload is None and item.answer is None for item in rows(town, InboxItem))


async def test_an_update_that_is_delivered_twice_is_carried_out_once(town):
    town.world.duplicates = True
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.settle()
    await announce(town, helena)
    await town.settle()
    assert len(rows(town, Meeting)) == 1
    assert sum("You are invited" in m.text for m in helena.received) == 1


async def test_a_message_that_may_have_left_is_sent_once_more_and_says_so(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    town.world.faults.plan("sendDocument", Fault.CUT_AFTER)
    await announce(town, helena)
    await town.settle()
    await town.wait(timedelta(minutes=1))
    got = [m.text for who in (helena, bob) for m in who.received if "You are invited" in m.text]
    assert len(got) == 3
    assert sum("You may have received this message already" in text for text in got) == 1
    notices = [row for row in rows(town, Delivery) if row.kind == "notice"]
    assert {row.state for row in notices} == {DeliveryState.SENT}
    assert sum(row.was_unknown for row in notices) == 1


async def test_a_message_that_did_not_leave_is_simply_sent_again(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.settle()
    for fault in (Fault.INTERNAL, Fault.GATEWAY, Fault.FLOOD):
        town.world.faults.plan("sendDocument", fault)
    await announce(town, helena)
    for _ in range(8):
        await town.wait(timedelta(minutes=10))
    got = [m.text for m in helena.received if "You are invited" in m.text]
    assert len(got) == 1
    assert "You may have received" not in got[0]


async def test_what_people_wrote_while_telegram_was_down_is_answered(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    town.world.faults.down = True
    bob.send("/help")
    await asyncio.sleep(0.5)
    town.world.faults.down = False
    await bob.receives("What you can do here")


async def test_an_answer_that_was_saved_but_not_sent_goes_out_after_a_restart(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    town.world.faults.plan("sendMessage", Fault.INTERNAL, times=50)
    bob.send("/help")
    await asyncio.sleep(0.6)
    await town.stop()
    assert {item.state for item in rows(town, InboxItem)} <= {
        InboxState.ANSWERED,
        InboxState.DONE,
    }
    town.world.faults._next.clear()
    await town.start()
    await bob.receives("What you can do here")
    await town.quiet()
    assert sum("What you can do here" in m.text for m in bob.received) == 1
    # Nobody knows whether it had left: it says so, also behind the part that sets the commands.
    assert "You may have received this message already" in bob.last.text


async def test_a_person_who_blocks_the_bot_is_reported_and_gets_it_all_when_back(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await town.say(bob, "/update", "Ask me question by question", "A title")
    bob.block()
    await town.settle()
    await helena.receives("Bob cannot be reached")
    await announce(town, helena)
    await town.settle()
    progress = next(m for m in helena.received if "Done." in m.text)
    assert "Bob (Ireland" in progress.text
    assert "cannot be reached through Telegram" in progress.text
    assert not any("You are invited" in m.text for m in bob.received)
    bob.unblock()
    await town.say(bob, "/help")
    await town.settle()
    await bob.receives("You are invited")


async def test_a_second_poller_gives_way_and_the_first_goes_on(town):
    for _ in range(3):
        town.world.person("Alice").start()
        await town.quiet()
    with pytest.raises(AnotherPoller):
        await asyncio.wait_for(_poll_beside(town), 30)
    bob = town.world.person("Bob")
    bob.start()
    await bob.receives("This bot is for the officials")


async def _poll_beside(town):
    house = app.build_house(town.database, town.clock, network())
    try:
        async with app.running(house, token=TOKEN, base_url=town.url) as run:
            await app.poll(run)
    finally:
        house.executor.shutdown(wait=True)


async def test_in_a_group_it_says_that_it_works_in_private(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    group = town.world.group("Network", [bob])
    bob.say_in(group, "/meetings")
    await town.world.until(lambda: any(m.from_bot for m in group.messages))
    assert "private chats only" in group.messages[-1].text


async def test_long_hostile_and_wrong_input_changes_nothing(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await town.say(bob, "/update", "Ask me question by question", "x" * 10_000)
    assert "there is room for 120" in bob.last.text
    await town.say(bob, "Title \u202e<b>&\u200b")
    await town.say(bob, "Atlantis")
    assert "I do not recognise this as a partner country" in bob.last.text
    await town.say(bob, "Montenegor")
    assert "Did you mean Montenegro?" in bob.last.text
    await town.press(bob, "Yes, that is right")
    bob.send_thing("sticker")
    await town.quiet()
    assert "What kind of activity is it?" in card(bob).text
    old = card(bob)
    await town.press(bob, "Workshop")
    (form,) = rows(town, Form)
    said = bob.press_raw(old, FORM.data(form, 1, FormAction.CHOOSE, "visit"))
    await town.quiet()
    assert "answered already" in said.answer["text"]
    await town.say(bob, "/cancel")
    assert "Your draft is kept" in bob.last.text
    await town.say(bob, "/update")
    assert "Continue: Title <b>&" in " ".join(card(bob).labels)


async def test_dates_that_cannot_be_are_refused_and_past_ones_are_pointed_out(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.settle()
    await town.say(helena, "/announce", "Meeting", "31 February 2027 10:00-12:00")
    assert "There is no such day" in helena.last.text
    await town.say(helena, "soon")
    assert "could not read this as a date" in helena.last.text
    await town.say(helena, "1 December 2022 14:00-17:00")
    assert "This date is in the past" in helena.last.text
    await town.press(helena, "No, ask me again")
    await town.say(helena, "28 March 2027 02:30-04:00")
    assert "This time does not exist on that day" in helena.last.text
    await town.press(helena, "No, ask me again")
    await town.say(helena, "12 March 2027 at 10:00")
    await town.press(helena, "Yes, that is right")
    await town.press(helena, "until 12:00")
    assert "How will it be held?" in card(helena).text


async def test_the_send_button_is_bound_to_text_and_audience(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    await town.settle()
    await town.say(helena, "/announce", "Meeting", "11 March 2027 14:00-17:00")
    await town.press(helena, "Yes, that is right")
    await town.press(helena, "Online")
    for _ in range(3):
        await town.press(helena, "Skip")
    await town.press(helena, "Thu 25 Feb 2027")
    await town.press(helena, "Send to me first")
    assert "Test message, sent only to you" in helena.last.text
    assert "only a test" in await town.toast(helena, "Online", helena.last)
    review = next(m for m in helena.received if "Preview and recipients" in m.labels)
    await town.press(helena, "Preview and recipients", review)
    await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    assert "changed in the meantime" in await town.toast(helena, "Send now to 1", review)
    assert rows(town, Meeting) == []
    review = next(m for m in helena.received if "Send now to 2 people" in m.labels)
    await town.press(helena, "Send now to 2", review)
    await town.settle()
    assert len(rows(town, Meeting)) == 1


async def test_settings_change_language_zone_pause_and_reminders(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await town.say(bob, "/settings")
    await town.press(bob, "Time zone")
    await town.say(bob, "Athens")
    assert "Athens (UTC+2)" in card_text(bob)
    await town.say(bob, "/settings")
    await town.press(bob, "Pause reminders")
    await town.say(bob, "15 January 2027")
    await town.press(bob, "Yes, that is right")
    assert "no reminders before Friday 15 January 2027" in card_text(bob)
    await town.say(bob, "/settings")
    await town.press(bob, "Choose reminders")
    await town.press(bob, "✓ Ahead of a meeting")
    assert "✗ Ahead of a meeting" in card(bob).labels
    assert "✓ Report after a meeting" not in card(bob).labels  # that goes to coordinators
    await town.press(bob, "‹ Back to settings")
    await town.press(bob, "Name")
    await town.say(bob, "Bob <b>\n the Second")
    assert "Name: Bob <b> the Second" in card(bob).text
    await town.press(bob, "Name")
    await town.press(bob, "✕ Cancel")
    assert "Your settings" in card(bob).text
    await town.say(bob, "/language")
    await town.press(bob, "Français")
    await town.settle()
    assert "Vos réglages" in card_text(bob)
    scope = town.world.commands[("chat", bob.id, "")]
    assert {"command": "update", "description": "Ajouter une activité"} in scope
    assert not any(command["command"] == "announce" for command in scope)


def card_text(person):
    return "\n".join(m.text for m in person.received[-4:])


async def test_after_an_absence_late_reminders_say_so_and_useless_ones_are_not_sent(town):
    helena = await town.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await announce(town, helena)
    await town.settle()
    await town.press(bob, "Online", await bob.receives("You are invited"))
    # Away from two days before the meeting until four hours past nine on the day before it.
    town.clock.set(datetime(2027, 3, 9, 15, tzinfo=UTC))
    await town.settle()
    await town.run.jobs.note_alive()
    await town.stop()
    bob.send("/help")
    town.clock.set(datetime(2027, 3, 10, 13, tzinfo=UTC))
    await town.start()
    await town.settle()
    late = await bob.receives("Tomorrow:")
    assert "This message should have reached you on Wednesday 10 March 2027, 09:00" in late.text
    await town.wait(timedelta(minutes=2))
    away = await helena.receives("The bot was not running")
    assert "One message that was waiting has been answered" in away.text
    assert "Sent late: 1. Being sent: 0." in away.text
    await bob.receives("What you can do here")
    # Away over the meeting itself: its last reminder is not sent, and the ledger says why.
    await town.stop()
    town.clock.set(datetime(2027, 3, 11, 15, tzinfo=UTC))
    await town.start()
    await town.settle()
    assert not any("Starting soon:" in m.text for m in bob.received)
    joining = [r for r in rows(town, Delivery) if r.about.get("rule") == "joining"]
    assert {row.state for row in joining} <= {DeliveryState.TOO_LATE, DeliveryState.DROPPED}
    assert "was due 2027-03-11 12:00 UTC" in [row.reason for row in joining]
    over = next(m for m in bob.received if m.document)
    assert "Too late" in await town.toast(bob, "Cannot attend", over)


async def test_a_card_that_the_person_deleted_comes_anew(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await town.say(bob, "/settings")
    settings = bob.last
    query = bob.press(settings, "Choose reminders")
    bob.delete(settings)
    await town.quiet()
    assert query.answer is not None
    assert "Which reminders would you like?" in bob.last.text


async def test_every_job_of_the_plan_is_scheduled(town):
    jobs = town.run.jobs
    scheduled = {job.id: job.trigger.interval for job in jobs.scheduler.get_jobs()}
    assert {name: span.total_seconds() for name, span in scheduled.items()} == jobs.plan()
    assert all(job.coalesce and job.misfire_grace_time is None for job in jobs.scheduler.get_jobs())
