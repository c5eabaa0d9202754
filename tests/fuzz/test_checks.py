"""What the fuzzer looks at notices what is wrong: each rule of the database, a leak, a refusal."""

import shutil
import sqlite3
from datetime import UTC, datetime
from random import Random

import pytest
import telegram
from sqlalchemy import text, update
from sqlmodel import col, select

from bot.updates import service as updates
from config.network import network
from storage import audit
from storage.database import Database
from storage.models import (
    Answer,
    Choice,
    Delivery,
    DeliveryState,
    Form,
    InboxItem,
    InboxState,
    Invitation,
    Meeting,
    MeetingState,
    NilReturn,
    Person,
    ProjectUpdate,
    Role,
    Seat,
    UpdatePartner,
)
from tests.fuzz.objects import Maker, as_json, kinds_of_updates, made_of, parameters
from tests.fuzz.play import FORESEEN, Errors, _heard, kind_of, open_town, shortened
from tests.fuzz.steps import Step
from tests.harness import stock
from tests.harness.invariants import INVARIANTS, broken
from tests.harness.stock import BOB, HELENA

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio]


@pytest.fixture
def settled(sqlite, clock):
    """A small network in which everything holds: two people, a meeting, an activity."""
    with sqlite.transaction() as session:
        helena = stock.admit(session, HELENA, 1, now=clock.now())
        bob = stock.admit(session, BOB, 2, now=clock.now())
        stock.announce(session, helena, now=clock.now())
        values = stock.update(chamber_id="IE-DAI")
        updates.submit(session, network(), values, by=bob, now=clock.now())
    with sqlite.reading() as session:
        assert broken(session, clock.now()) == []
    return sqlite


def _set(model, **values):
    return lambda session, now: session.execute(update(model).values(**values))


def _add(make):
    def breaks(session, now):
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.add(make(session, now))

    return breaks


def _form(session, now):
    return Form(telegram_id=1, active_chat=2, kind="zone", created_at=now, updated_at=now)


def _draft(session, now):
    return Form(telegram_id=1, kind="zone", created_at=now, updated_at=now)


def _seat(session, now):
    one = session.exec(select(Seat)).first()
    return Seat(person_id=one.person_id, chamber_id=one.chamber_id, since=now)


def _answer(session, now):
    meeting = session.exec(select(Meeting)).one()
    return Answer(
        meeting_id=meeting.id,
        person_id=1,
        choice=Choice.ONLINE,
        for_starts_at=meeting.starts_at,
        answered_at=meeting.starts_at,
    )


def _item(session, now):
    return InboxItem(update_id=1, lane=1, payload="{}", state=InboxState.NEW, received_at=now)


def _act(session, now):
    audit.record(session, "person.approved", by=None, now=now, subject="person:999")
    return Seat(person_id=2, chamber_id="FR-SEN", since=now)


def _fault(session, now):
    audit.record(session, "fault", by=None, now=now, subject="fault:1")
    return Seat(person_id=2, chamber_id="FR-SEN", since=now)


BREAKS = {
    "one active form a chat": _add(_form),
    "forms are of kinds that there are": _add(_draft),
    "somebody coordinates": _set(Person, role=Role.OBSERVER),
    "whoever left is nobody": _set(Person, telegram_id=None),
    "seats do not overlap": _add(_seat),
    "used invitations say by whom": _set(Invitation, used_by=None),
    "answers are of the invited and in time": _add(_answer),
    "meetings make sense": _set(Meeting, cancel_reason="x"),
    "states of deliveries are coherent": _set(Delivery, state=DeliveryState.SENT),
    "deliveries are about something": _set(Delivery, kind="nothing"),
    "nobody outside waits for a message": _set(Person, telegram_id=None),
    "cancelled and past meetings remind nobody": _set(Meeting, state=MeetingState.CANCELLED),
    "ids inside values are rows": _add(_act),
    "updates have every version": _set(ProjectUpdate, version=3),
    "codes are known and in order": _set(UpdatePartner, position=4),
    "nil returns are of chambers": _add(
        lambda session, now: NilReturn(meeting_id=1, chamber_id="XX", person_id=1, said_at=now)
    ),
    "the inbox is done and empty": _add(_item),
    "no fault is noted": _add(_fault),
}


@pytest.mark.parametrize("rule", BREAKS)
def test_each_rule_notices_what_breaks_it(settled, clock, rule):
    with settled.transaction() as session:
        BREAKS[rule](session, clock.now())
    with settled.reading() as session:
        found = list(INVARIANTS[rule](session, clock.now()))
    assert found


def test_a_key_that_leads_nowhere_is_noticed(settled, clock):
    with sqlite3.connect(settled.url.database) as connection:  # which checks no keys
        connection.execute("UPDATE seat SET person_id = 99")
    with settled.reading() as session:
        found = list(INVARIANTS["foreign keys hold"](session, clock.now()))
    assert found == ["seat.person_id is 99, which is not there"] * 2


def test_every_rule_is_broken_here():
    proved = {*BREAKS, "foreign keys hold", "keys of deliveries are unique"}
    assert set(INVARIANTS) == proved  # the last one the database itself refuses to break


async def test_a_leak_a_refusal_and_an_error_are_noticed(sqlite):
    async with open_town(sqlite) as town:
        bot, nobody = town.harness.run.application.bot, town.actors["nobody"]
        title = next(text for text in _titles(town) if "zq" in text)
        await bot.send_message(nobody.id, title)
        await bot.send_message(town.actors["observer"].id, title)
        (leak,) = town.leaks()
        assert "to nobody (outside)" in leak
        name = town.everybody.helena.name
        await bot.send_message(town.actors["observer"].id, name)
        await bot.send_message(town.actors["coordinator"].id, name)
        (leak,) = town.leaks()
        assert "to observer (member)" in leak
        assert list(town.leaks()) == []
        with pytest.raises(Exception, match="parse"):
            await bot.send_message(nobody.id, "<b>", parse_mode="HTML")
        errors = Errors()
        errors.found.append("something")
        event = {"event": "handler_failed", "log_level": "error"}
        said = _heard(town, [event, {"event": "x", "log_level": "info"}], errors)
        assert len(said) == 3
        assert "parse entities" in said[-1]
        assert not any(words in said[-1] for words in FORESEEN)


def _titles(town):
    with town.harness.database.reading() as session:
        return list(session.exec(select(Meeting.title).order_by(col(Meeting.id))))


async def test_a_failing_sequence_is_made_shorter(sqlite_template, tmp_path):
    """Of ten steps the one is found that brings something about."""
    steps = [Step(turn, "nobody", "come_back", turn) for turn in range(9)]
    steps.insert(4, Step(4, "nobody", "no such step", 4))
    numbers = iter(range(100))

    async def opened():
        path = shutil.copy(sqlite_template, tmp_path / f"{next(numbers)}.db")
        return Database(f"sqlite:///{path}")

    problem = "the program ended: KeyError('no such step')"
    fewer = await shortened(opened, steps, 1, problem, within=60)
    assert [step.does for step in fewer] == ["no such step"]
    assert kind_of("update 12 failed: 7c57") == kind_of("update 345 failed: 7c58")


def test_objects_hold_what_they_must_and_what_is_wanted():
    now = datetime(2027, 1, 1, tzinfo=UTC)
    maker = Maker(
        Random(1),
        lambda: "words",
        now,
        user=lambda: telegram.User(5, "A", False),
        chat=lambda: telegram.Chat(5, "private"),
    )
    for kind in kinds_of_updates():
        made = as_json(maker.make(made_of(kind)))
        read = telegram.Update.de_json({"update_id": 1, kind: made}, None)
        assert getattr(read, kind) is not None, kind
    for wanted in ("poll", "web_app_data", "story", "checklist"):
        assert getattr(maker.make(telegram.Message, wanted=(wanted,)), wanted), wanted
    assert parameters(telegram.Message)["date"][1]
