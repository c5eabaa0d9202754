"""What is told after a restore, over HTTP on both databases; and a bot that meets damage."""

import asyncio
import sqlite3
from contextlib import closing, suppress
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.practice.server import serving
from bot.process import aftermath
from bot.process.program import NO_RESTART
from bot.process.starting import bring_up_to_date
from bot.standin.world import World
from storage import backup, marks
from storage.condition import Unusable
from storage.models import Answer, Delivery, Role
from tests.harness.network import TOKEN
from tests.harness.running_program import running_program
from tests.harness.steps import announce
from tests.process import faults
from tests.process.test_backup import tools_on_path

pytestmark = pytest.mark.anyio


async def put_back(harness, copy, break_it=None):
    """Stop the bot, do as ``dsn-bot restore`` does, start it again in the same chats."""
    await harness.stop()
    database, now = harness.database, harness.clock.now()
    if break_it is not None:
        database.close()
        break_it(database.file)
    kept = await asyncio.to_thread(backup.restore, database, copy, now=now)
    bring_up_to_date(database, copied=False)
    missing = aftermath.tell(database, kept, now=now)
    harness.clock.advance(timedelta(minutes=3))
    await harness.start()
    await harness.settle()
    return missing


def answers(harness):
    with harness.database.reading() as session:
        return [answer.choice.value for answer in session.exec(select(Answer)).all()]


async def a_lost_afternoon(harness, copy):
    """A copy at noon; afterwards Bob answers and begins something, and Eva joins."""
    helena = await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await harness.member("Bob", chamber="IE-DAI")
    luc = await harness.member("Luc", chamber="FR-SEN", language="fr")
    await harness.settle()
    await announce(harness, helena, "Meeting A")
    await harness.settle()
    notice = await bob.receives("Meeting A")
    harness.clock.advance(timedelta(minutes=1))
    await harness.say(luc, "/update", "Question par question", "Un titre")
    await harness.run.jobs.run("note_alive")
    backup.save(harness.database, copy)
    since = harness.clock.now()
    await harness.wait(timedelta(hours=2))
    await harness.press(bob, "In person", notice)
    assert answers(harness) == ["in_person"]
    await harness.member("Eva", chamber="FI-EDU")
    await harness.wait(timedelta(hours=1))
    await harness.run.jobs.run("note_alive")
    return helena, bob, luc, since


def texts_since(person, count):
    return [message.text for message in person.received[count:]]


async def test_coordinators_hear_what_is_missing_and_people_get_their_cards_anew(
    any_harness, tmp_path, monkeypatch
):
    tools_on_path(monkeypatch)
    harness, copy = any_harness, tmp_path / "copy"
    helena, bob, luc, since = await a_lost_afternoon(harness, copy)
    until = harness.clock.now()
    heard = {one: len(one.received) for one in (helena, bob, luc)}
    missing = await put_back(harness, copy)
    assert (missing.since, missing.until) == (since, until)
    assert missing.seen["answers"] == 1
    assert missing.seen["people"] == 1
    assert missing.seen["reports"] == missing.seen["notices"] == 0
    assert missing.unread == ()
    (told,) = [
        text for text in texts_since(helena, heard[helena]) if "restored from a copy" in text
    ]
    assert "one answer to a meeting" in told
    assert "one registration" in told
    assert "cannot be known" not in told
    assert "look at the meetings" in told
    # Of its absence it says what is so: it was away for three minutes, which nobody is told of.
    assert not [text for text in texts_since(helena, heard[helena]) if "was not running" in text]
    assert answers(harness) == []
    again = next(one for one in bob.received[heard[bob] :] if "once more" in one.text)
    assert "Meeting A" in again.text
    await harness.press(bob, "Online", again)
    assert answers(harness) == ["online"]
    form = next(
        message for message in luc.received[heard[luc] :] if "encore ouverte" in message.text
    )
    await harness.press(luc, "Continuer", form)
    assert luc.last.buttons


async def test_of_a_damaged_database_it_is_said_what_nobody_can_know(harness, tmp_path):
    copy = tmp_path / "copy"
    helena, bob, _, since = await a_lost_afternoon(harness, copy)
    heard = len(helena.received)
    missing = await put_back(harness, copy, damaged_answers)
    assert missing.since == since
    assert missing.until >= since
    assert "answers" in missing.unread
    assert missing.seen["people"] == 1
    (told,) = [text for text in texts_since(helena, heard) if "restored from a copy" in text]
    assert "Who answered or reported then cannot be known" in told
    assert "one registration" in told
    assert any("This meeting once more" in message.text for message in bob.received)


def damaged_answers(file):
    size, page = faults._page(file, "answer")
    faults._overwrite(file, (page - 1) * size, size)


async def test_without_a_database_before_the_whole_time_is_unknown(harness, tmp_path):
    copy = tmp_path / "copy"
    helena, _, _, since = await a_lost_afternoon(harness, copy)
    heard = len(helena.received)
    missing = await put_back(harness, copy, lambda file: file.unlink())
    assert missing.since == since
    assert missing.seen == {}
    (told,) = [text for text in texts_since(helena, heard) if "restored from a copy" in text]
    assert "cannot be known" in told


async def test_told_again_nothing_is_planned_twice(harness, tmp_path):
    copy = tmp_path / "copy"
    await a_lost_afternoon(harness, copy)
    await harness.stop()
    now = harness.clock.now()
    kept = backup.restore(harness.database, copy, now=now)
    counts = []
    for _ in range(2):
        missing = aftermath.tell(harness.database, kept, now=now)
        with harness.database.reading() as session:
            kinds = ("restored", "card_again", "form_again")
            rows = [row for row in session.exec(select(Delivery)).all() if row.kind in kinds]
            assert marks.get(session, "alive").at == missing.until
        counts.append(len(rows))
    assert counts[0] == counts[1] > 0
    await harness.start()


# --- a bot that meets damage ------------------------------------------------------------------


def damage_people(file):
    """Overwrite what is known of people, in the file and not only in its log."""
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size, page = faults._page(file, "person")
    faults._overwrite(file, (page - 1) * size, size)


async def test_whoever_writes_to_a_bot_with_a_damaged_database_is_told_and_it_ends(harness):
    bob = await harness.member("Bob", chamber="IE-DAI")
    await harness.settle()
    for job in harness.run.jobs.plan():
        harness.stop_ticking(job)
    damage_people(harness.database.file)
    bob.send("/meetings")
    told = await bob.receives("cannot read its data")
    assert "send it again later" in told.text
    with pytest.raises(Unusable, match=r"is damaged: stop the bot, then dsn-bot restore"):
        await asyncio.wait_for(harness._task, 20)
    harness._task = None


async def test_the_program_ends_with_one_line_and_is_not_started_again(sqlite, tmp_path, clock):
    world = World(token=TOKEN, clock=clock)
    file = sqlite.file
    sqlite.close()
    faults.fill(file)
    async with (
        serving(world) as url,
        running_program(url, f"sqlite:///{file}", tmp_path) as program,
    ):
        await program.says('"event": "started"')
        damage_people(file)
        bob = world.person("Bob")
        with suppress(Exception):
            bob.start()
        assert await program.ended(60) == NO_RESTART
    said = [line for line in program.lines if line.startswith("dsn-bot:")]
    assert len(said) == 1, program.lines
    assert f"{file} is damaged: stop the bot, then dsn-bot restore COPY" in said[0]
    assert not program.has_said("Traceback")
    assert sum("database_damaged" in line for line in program.lines) == 1
    assert len(program.lines) < 30, "it did not try again and again"
