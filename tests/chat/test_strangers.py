"""What strangers send: as much as a person needs is taken, the rest is counted and forgotten."""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import timedelta

import pytest

from bot.chat.gate import Gate, Limits, hash_of
from bot.desk import retention, weekly_health
from bot.people import service as people
from bot.people.service import Registration
from bot.process import app
from storage import people as stored
from storage.models import AuditEntry, Form, InboxItem, OutsideFault, Role, Silenced, Standing
from storage.models import Person as Row
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA, rows, texts_of

pytestmark = pytest.mark.anyio

PEOPLE, EACH = 100, 8


def silenced(harness):
    return harness.run.runtime.metrics.silenced


def code_of(message):
    return message.text.split("?start=")[1].split()[0]


async def register(harness, person, opened="/register"):
    """Go the way of a newcomer to the end."""
    await harness.say(person, opened)
    if "English" in card(person).labels:
        await harness.press(person, "English")
    await harness.press(person, "I have read this")
    if "Which country" in card(person).text:
        await harness.say(person, "Estonia")
        await harness.press(person, person.name)
        await harness.say(person, "skip", "skip")  # unit and email
    await harness.press(person, "Send my registration")


# --- one account -----------------------------------------------------------------------------


async def test_whoever_writes_unasked_gets_one_notice_and_then_silence(harness):
    eve = harness.world.person("Eve", language_code="en")
    first = eve.send("Hello?")
    await harness.quiet()
    assert "Other messages are not read" in eve.last.text
    assert "To ask to join: /register" in eve.last.text
    for number in range(5):
        eve.send(f"Hello {number}")
        eve.send_photo("look")
        eve.edit(first, f"Hello {number}?")
    await harness.quiet()
    assert len(eve.received) == 1
    assert len(rows(harness, InboxItem)) == 1
    assert silenced(harness) == {"unasked": 15}
    harness.clock.advance(timedelta(days=1))
    await harness.say(eve, "Anybody?")
    assert len(eve.received) == 2


async def test_more_commands_than_a_look_around_needs_end_in_one_last_word(harness):
    eve = harness.world.person("Eve", language_code="fr")
    for _ in range(30):
        eve.start()
    await harness.quiet()
    answered, last = eve.received[:-1], eve.received[-1]
    assert len(answered) == Limits().points // Limits().look
    assert "Après 10 minutes sans message" in last.text
    assert harness.network.privacy.contact in last.text
    # Whoever goes on is not heard, however long: only quiet counts.
    for _ in range(20):
        harness.clock.advance(timedelta(minutes=5))
        eve.send("/help")
        query = eve.press_raw(last, "lang:fr")
        await harness.quiet()
        assert query.answer is None
    assert eve.received[-1] is last
    harness.clock.advance(timedelta(minutes=10))
    await harness.say(eve, "/help")
    assert "/register" in eve.last.text
    assert eve.last is not last


async def test_a_slow_newcomer_with_many_questions_finishes(harness):
    helena = await harness.joins(HELENA)
    newcomer = harness.world.person("Newcomer", language_code="en")
    for asked in ("/start", "Hello", "/privacy"):
        await harness.say(newcomer, asked)
    await harness.say(newcomer, "/register")
    await harness.press(newcomer, "English")
    for _ in range(12):
        harness.clock.advance(timedelta(minutes=2))
        await harness.say(newcomer, "what is that?", "and why?")
    await harness.say(newcomer, "/privacy", "/help")
    await harness.press(newcomer, "I have read this", card(newcomer))
    await harness.say(newcomer, "Estnia", "Estonia", "Newcomer", "skip", "skip")
    await harness.press(newcomer, "Send my registration")
    await helena.receives("Request to join")
    assert not silenced(harness)


async def test_a_good_code_is_heard_whatever_was_sent_before_and_guessing_is_not(harness):
    helena = await harness.joins(HELENA)
    code = code_of(await harness.say(helena, "/invite FR-SEN"))
    alice = harness.world.person("Alice", language_code="en")
    for number in range(40):
        alice.start(f"{number:024}")
    await harness.quiet()
    assert len(texts_of(alice, "not valid")) == Limits().points // Limits().look
    said = len(alice.received)
    await harness.say(alice, "/help")
    assert len(alice.received) == said
    await register(harness, alice, f"/start {code}")
    await harness.settle()
    await alice.receives("Welcome, Alice")


async def test_what_a_stranger_does_to_groups_and_by_blocking_is_counted_alone(harness):
    eve = harness.world.person("Eve", language_code="en")
    eve.start()
    await harness.quiet()
    group = harness.world.group("Many", [eve])
    for _ in range(20):
        eve.block()
        eve.unblock()
        eve.say_in(group, "talk")
        eve.say_in(group, "/help@dsn_practice_bot")
    harness.world.push("inline_query", {"id": "1", "from": eve.as_user(), "query": "x"})
    await harness.quiet()
    assert silenced(harness)["membership"] == 40
    assert silenced(harness)["not_read"] == 20 + (harness.world.allowed is None)
    assert len(rows(harness, InboxItem)) <= 1 + Limits().points // Limits().look
    assert len(group.messages) - 40 <= Limits().points // Limits().look


# --- who is a member -------------------------------------------------------------------------


async def test_whoever_was_admitted_in_another_process_is_heard_at_once(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    alice = harness.world.person("Alice", language_code="en")
    other = Gate(app.build_runtime(harness.database, harness.clock, harness.network))

    def typed(number):
        return {"update_id": number, "message": harness.world.as_json(alice.send("Hello"))}

    taken = [await other.take([typed(number)]) for number in range(3)]
    assert [len(one) for one in taken] == [1, 0, 0]
    now = harness.clock.now()
    with harness.database.transaction() as session:
        asked = Registration(alice.id, "Alice", "en", ("EE-RII",), now)
        applicant = people.apply(session, asked, now=now)
        coordinator = session.get(Row, rows(harness, Row)[0].id)
        assert coordinator.telegram_id == helena.id
        people.approve(session, applicant.id, by=coordinator, now=now)
    (one,) = await other.take([typed(9)])
    assert not one.is_outside
    other.runtime.executor.shutdown()


async def test_what_follows_a_registration_that_an_earlier_process_left_is_taken(any_harness):
    harness = any_harness
    eve, mallory = (harness.world.person(name) for name in ("Eve", "Mallory"))
    now = harness.clock.now()
    with harness.database.transaction() as session:
        # Stored by a process that was killed before it carried /register out.
        session.add(InboxItem(update_id=1, lane=eve.id, payload="{}", state="new", received_at=now))
    gate = Gate(app.build_runtime(harness.database, harness.clock, harness.network))
    heard = []
    for turn in range(3):
        updates = [
            {"update_id": 10 * turn + at, "message": harness.world.as_json(who.send("Estonia"))}
            for at, who in enumerate((eve, mallory))
        ]
        heard += [one.lane for one in await gate.take(updates)]
    assert heard == [eve.id, mallory.id, eve.id, eve.id]
    gate.runtime.executor.shutdown()


async def test_a_published_code_opens_the_door_to_few(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    code = code_of(await harness.say(helena, "/invite observer"))
    limits = Limits(points=0, bearers=3)
    gate = Gate(app.build_runtime(harness.database, harness.clock, harness.network), limits)
    people_ = [harness.world.person(f"P{number}") for number in range(5)]
    updates = [
        {"update_id": number, "message": harness.world.as_json(one.start(code))}
        for number, one in enumerate(people_)
    ]
    taken = await gate.take(updates)
    heard = [one for one in taken if "dsn_last_word" not in one.update]
    assert [one.lane for one in heard] == [one.id for one in people_[:3]]
    assert hash_of(code) == people.hash_of(code)
    gate.runtime.executor.shutdown()


# --- a flood ---------------------------------------------------------------------------------


def flood(harness, strangers, under):
    """Let every stranger write, command, press and edit as often as they like."""
    for number in range(EACH):
        for one in strangers:
            match number % 4:
                case 0:
                    one.send(f"noise {number}")
                case 1:
                    one.press_raw(under[one.id], "f:1:2:3:4")
                case 2:
                    one.send("/start")
                case _:
                    one.edit(under[one.id], f"noise again {number}")


async def test_in_a_flood_members_and_newcomers_are_served_and_the_rest_is_counted(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    code = code_of(await harness.say(helena, "/invite FR-SEN"))
    strangers = [harness.world.person(f"S{number}") for number in range(PEOPLE)]
    under = {one.id: one.send("first noise") for one in strangers}
    await harness.quiet()
    before = len(rows(harness, InboxItem))
    flood(harness, strangers, under)
    newcomer = harness.world.person("Newcomer", language_code="en")
    alice = harness.world.person("Alice", language_code="en")
    await harness.quiet()
    flood(harness, strangers, under)
    harness.clock.advance(timedelta(seconds=20))
    await register(harness, newcomer)
    flood(harness, strangers, under)
    await register(harness, alice, f"/start {code}")
    await announce(harness, helena)
    await harness.settle()
    await helena.receives("Request to join")
    await alice.receives("Welcome, Alice")
    await bob.receives("Spring meeting")

    limits = Limits()
    kept = len(rows(harness, InboxItem)) - before
    assert kept <= limits.all_looks + 60
    heard = Counter(len(one.received) for one in strangers)
    assert max(heard) <= 2 + limits.points // limits.look
    dropped = sum(silenced(harness).values())
    assert dropped >= 3 * PEOPLE * EACH - limits.all_looks
    await harness.run.jobs.run("count_silenced")
    assert sum(row.count for row in rows(harness, Silenced)) == dropped
    for one in strangers:
        one.send("more")
    await harness.quiet()
    await harness.run.jobs.run("count_silenced")
    assert sum(row.count for row in rows(harness, Silenced)) == dropped + PEOPLE
    assert len(rows(harness, Form)) <= PEOPLE


async def test_a_thousand_silenced_messages_leave_no_byte_but_a_count(harness):
    eve = harness.world.person("Eve", language_code="en")
    await harness.say(eve, "Hello")
    gate = harness.run.inbox.gate

    def size():
        with closing(sqlite3.connect(harness.database.file)) as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
        return pages

    message = harness.world.as_json(eve.send("x" * 4000))
    await harness.quiet()
    before = size()
    for number in range(10):
        updates = [{"update_id": 5000 + 100 * number + n, "message": message} for n in range(100)]
        assert await gate.take(updates) == []
        await gate.save()
    assert size() == before
    assert sum(row.count for row in rows(harness, Silenced)) == 1001


async def test_counts_of_days_go_after_a_year_and_are_in_the_weekly_note(harness):
    await harness.joins(HELENA)
    eve = harness.world.person("Eve", language_code="en")
    await harness.say(eve, "1", "2", "3")
    await harness.run.jobs.run("count_silenced")
    now = harness.clock.now()
    with harness.database.reading() as session:
        week = weekly_health.week(session, now, now + timedelta(days=7))
    assert (week.silenced, week.outside_faults) == (2, 0)
    with harness.database.transaction() as session:
        retention.note(session, {}, now=now + timedelta(days=364))
    assert len(rows(harness, Silenced)) == 1
    with harness.database.transaction() as session:
        retention.note(session, {}, now=now + timedelta(days=367))
    assert rows(harness, Silenced) == []


# --- faults ----------------------------------------------------------------------------------


async def test_faults_that_strangers_meet_are_one_line_a_day_and_no_act(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    eve = harness.world.person("Eve", language_code="en")
    harness.run.runtime.network = harness.network.model_copy(update={"privacy": None})
    for person in (eve, eve, eve, bob):
        await harness.say(person, "/privacy")
        assert "something went wrong on our side" in person.last.text
    harness.run.runtime.network = harness.network
    (line,) = rows(harness, OutsideFault)
    assert line.count == 3
    assert "AttributeError" in line.place
    assert line.reference in eve.last.text
    acts = [act for act in rows(harness, AuditEntry) if act.act == "fault"]
    assert len(acts) == 1  # the member's
    now = harness.clock.now()
    with harness.database.reading() as session:
        week = weekly_health.week(session, now - timedelta(days=1), now + timedelta(days=6))
    assert (week.faults, week.outside_faults) == (1, 3)
    await harness.say(helena, "/log")
    assert helena.last.text.count("could not be handled") == 1
    with harness.database.transaction() as session:
        retention.note(session, {}, now=now + timedelta(days=29))
    assert rows(harness, OutsideFault)
    with harness.database.transaction() as session:
        retention.note(session, {}, now=now + timedelta(days=32))
    assert rows(harness, OutsideFault) == []


async def test_applicants_and_suspended_people_are_strangers_too(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    with harness.database.transaction() as session:
        stored.by_telegram_id(session, bob.id).standing = Standing.SUSPENDED
    harness.run.inbox.gate._members.clear()  # a minute has passed
    said = len(bob.received)
    for number in range(10):
        bob.send(f"Let me in {number}")
    await harness.quiet()
    assert len(bob.received) == said + 1
    with harness.database.transaction() as session:
        stored.by_telegram_id(session, bob.id).standing = Standing.APPLICANT
    for number in range(30):
        bob.send(f"Here I am {number}")
    await harness.quiet()
    assert len(bob.received) <= said + 1 + Limits().points // Limits().look
    await harness.say(helena, "one", "two", "three")
    assert len(texts_of(helena, "did not understand this")) == 3
    assert rows(harness, Row)[0].role is Role.COORDINATOR
