"""/log says in words who did what last, and nobody but coordinators reads it."""

import ast
import fnmatch
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text as text_of
from sqlmodel import select

import bot
import storage
from bot.desk.audit_log import SAID, UNSAID
from bot.desk.callbacks import LOG
from bot.outbox import incidents
from config.network import network
from storage import audit, chain, refused
from storage.models import AuditEntry, Choice, Role
from tests.desk.test_forecast import announce, answer, report, until
from tests.harness.stock import BOB, HELENA

pytestmark = pytest.mark.anyio

CODE = [*Path(bot.__file__).parent.rglob("*.py"), *Path(storage.__file__).parent.glob("*.py")]


async def test_the_last_acts_are_read_in_words_and_pages(harness):
    helena = await harness.member("Helena <b>", Role.COORDINATOR, "EU-EP", language="en")
    bob = await harness.joins(BOB)
    marc = await harness.member("Marc", Role.COORDINATOR, language="fr")
    await harness.settle()
    meeting_id = announce(
        harness, "Spring <meeting>", date(2027, 3, 11), reply_day=date(2027, 2, 25)
    )
    answer(harness, bob, meeting_id, Choice.ONLINE)
    report(harness, bob)
    await harness.settle()
    now = harness.clock.now()
    with harness.database.transaction() as session:
        incidents.note(session, network(), "0a1b2c3d", now=now, job="forget")
        audit.record(session, "thing.done", by=2, now=now, subject="thing:7")
        audit.record(session, "meeting.moved", by=None, now=now, subject="meeting:77")
    await harness.say(helena, "/log")
    text = helena.last.text
    assert "Monday 23 November 2026\n" in text
    assert "11:00 Helena <b> announced “Spring <meeting>”" in text
    assert "Bob reported “Study visit” (Ireland – Dáil Éireann (House of Representatives))" in text
    assert "Bob joined by invitation: Ireland – Dáil Éireann" in text
    assert "Marc joined by invitation: Coordinator" in text
    assert "a background task failed (reference 0a1b2c3d)" in text
    assert "Bob: thing.done (7)" in text
    assert "the bot moved “–”" in text
    assert "answered" not in text
    await harness.say(marc, "/log")
    assert "Helena <b> a annoncé «\u00a0Spring <meeting>\u00a0»" in marc.last.text
    with harness.database.transaction() as session:
        for number in range(30):
            audit.record(session, "person.applied", by=2, now=now, subject=f"person:{number}")
    await harness.say(helena, "/log")
    latest = helena.last
    assert latest.labels == ["Older ›"]
    for _ in range(3):
        page = next(m for m in helena.received if m.id == latest.id)
        if "Older ›" in page.labels:
            await harness.press(helena, "Older ›", page)
    page = next(m for m in helena.received if m.id == latest.id)
    assert page.labels == ["‹ Latest"]
    await harness.press(helena, "‹ Latest", page)
    page = next(m for m in helena.received if m.id == latest.id)
    assert page.text.count("Bob asked to join") == 15
    assert "coordinators of the network" in (await harness.say(bob, "/log")).text


async def test_a_name_that_was_taken_out_is_not_said_again(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/settings")
    await harness.press(bob, "Name")
    await harness.say(bob, "Robert")
    text = (await harness.say(helena, "/log")).text
    assert "Robert changed their name from “Bob”" in text
    await harness.say(bob, "/forget")
    await harness.press(bob, "Yes, erase my data")
    await harness.settle()
    text = (await harness.say(helena, "/log")).text
    assert "somebody changed their name from “–”" in text
    assert "Bob" not in text
    with harness.database.reading() as session:
        held = str(session.execute(text_of("SELECT * FROM act")).all())
        assert "Bob" not in held
        assert chain.verify(session) is None


async def test_the_log_and_the_weekly_note_say_where_the_log_ends(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/log")
    with harness.database.reading() as session:
        assert not chain.is_waiting(session)
        end = chain.end(session)
    said = f"Fingerprint of the log: no. {end.number}, {end.short}"
    assert helena.last.text.endswith(said)
    bob = await harness.joins(BOB)
    await harness.say(bob, "/log")
    with harness.database.reading() as session:
        assert chain.is_waiting(session)
    await harness.run.jobs.run("seal_acts")
    with harness.database.reading() as session:
        assert not chain.is_waiting(session)
        assert chain.end(session).number > end.number
    await harness.run.jobs.run("keep_refused")
    await until(harness, datetime(2026, 11, 30, 8, tzinfo=UTC))
    note = await helena.receives("The week since Monday")
    lines = note.text.splitlines()
    assert lines[-2] == "One attempt was refused for want of a right: /log"
    assert lines[-1].startswith("Fingerprint of the log: no. ")


async def test_refused_attempts_are_one_act_a_day_however_many_they_are(any_harness):
    harness = any_harness
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    mallory = harness.world.person("Mallory")
    await harness.settle()
    harness.hear_strangers()
    for _ in range(12):
        await harness.say(mallory, "/people")
        await harness.say(bob, "/invite")
    await harness.say(bob, "/log")
    await harness.run.jobs.run("keep_refused")
    with harness.database.reading() as session:
        assert acts(session, "refused.attempts") == []
        assert refused.total(session) == 25
    harness.clock.advance(timedelta(days=1))
    await harness.run.jobs.run("keep_refused")
    await harness.run.jobs.run("keep_refused")
    with harness.database.reading() as session:
        (act,) = acts(session, "refused.attempts")
        assert refused.total(session) == 0
        assert act.detail == {
            "tried": {"stranger": {"/people": 12}, "correspondent": {"/invite": 12, "/log": 1}}
        }
        assert "Mallory" not in str(act)
    await harness.settle()
    text = (await harness.say(helena, "/log")).text
    assert (
        "refused for want of a right – correspondents: /invite 12, /log 1; strangers: /people 12"
        in text
    )


async def test_a_closed_button_is_counted_by_what_it_does(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.say(helena, "/log")
    shown = harness.run.runtime.refused
    assert shown.take() == {}
    # A button that was Helena's reaches Bob's account, as a forged press would.
    query = bob.press_raw(await harness.say(bob, "/help"), LOG.data(0))
    await query.answered.wait()
    await harness.quiet()
    assert shown.take() == {("log", "correspondent"): 1}
    shown.give_back({("log", "stranger"): 2})
    assert shown.take() == {("log", "stranger"): 2}


async def test_taking_ones_data_is_an_act_once_a_day_and_a_strangers_is_none(harness):
    bob = await harness.joins(BOB)
    mallory = harness.world.person("Mallory")
    for _ in range(3):
        await harness.say(bob, "/mydata")
        await harness.say(mallory, "/mydata")
    with harness.database.reading() as session:
        (act,) = acts(session, "person.exported")
        assert act.subject == f"person:{act.by}"
    await harness.wait(timedelta(days=1, minutes=1))
    await harness.say(bob, "/mydata")
    with harness.database.reading() as session:
        assert len(acts(session, "person.exported")) == 2


def acts(session, act):
    return session.exec(select(AuditEntry).where(AuditEntry.act == act)).all()


# --- the register ----------------------------------------------------------------------------


def recorded(path):
    """Return what each call of the audit log names: patterns, in which * is what is filled in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"record", "record_seldom"}
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "audit"
        ):
            named = node.args[1]
            if isinstance(named, ast.Name):
                named = constants.get(named.id, named)
            for each in (named.body, named.orelse) if isinstance(named, ast.IfExp) else (named,):
                yield node.lineno, _pattern(each)


def _pattern(node):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(p.value if isinstance(p, ast.Constant) else "*" for p in node.values)
    return "?"


def test_every_act_that_the_code_records_can_be_said():
    known = {*SAID, *UNSAID}
    found = [(path, line, act) for path in CODE for line, act in recorded(path)]
    assert len(found) > 15
    for path, line, act in found:
        assert fnmatch.filter(known, act), f"{path.name}:{line} records {act}: say it in audit_log"


def test_an_act_that_is_not_in_the_register_is_noticed(tmp_path):
    path = tmp_path / "some.py"
    path.write_text(
        'ACT = "thing.one"\n'
        "audit.record(session, ACT, by=None, now=now)\n"
        'audit.record(session, "a" if x else "b", by=None, now=now)\n'
        'audit.record_seldom(session, f"thing.{x}.y", by=1, now=now)\n'
        "audit.record(session, made_up, by=None, now=now)\n"
    )
    assert [act for _, act in recorded(path)] == ["thing.one", "a", "b", "thing.*.y", "?"]
