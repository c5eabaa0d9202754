"""/log says in words who did what last, and nobody but coordinators reads it."""

import re
from datetime import date
from pathlib import Path

import pytest

import bot
from bot.desk.audit_log import SAID, UNSAID
from bot.outbox import incidents
from config.network import network
from storage import audit
from storage.models import Choice, Role
from tests.desk.test_forecast import announce, answer, report
from tests.harness.stock import BOB

pytestmark = pytest.mark.anyio

CODE = [*Path(bot.__file__).parent.rglob("*.py")]
RECORDED = re.compile(r"""acts\.record\(\s*[a-z_.]+,\s*"([a-z_.]+)\"""")


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
    assert "Bob reported 2027-IE-DAI-001" in text
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


def test_every_act_that_the_code_records_can_be_said():
    for path in CODE:
        for act in RECORDED.findall(path.read_text(encoding="utf-8")):
            assert act in UNSAID or act in SAID, f"{path.name}: {act}"
