"""What the version before left is all there after the upgrade, and people can go on with it.

What a later version keeps in other tables is asked of the product, not of its tables.
"""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.practice.server import serving
from bot.standin.world import World
from config.network import network as settings
from storage import deliveries, migrate
from storage.database import Database
from storage.models import (
    BEFORE_VERSIONS,
    Delivery,
    DeliveryState,
    InboxItem,
    InboxState,
    Standing,
)
from storage.models import Person as Row
from tests.conftest import _named, _on_server
from tests.harness.network import TOKEN, Harness, card
from tests.harness.stock import AGAIN
from tests.storage.upgrade import before
from tests.storage.upgrade.before import ACCOUNTS, KILLED_AT, WITH_EVERY_FIELD, WITHDRAWN

ITS_TITLE = "Twinning of research services"
"""Of the activity with every field; lists show no reference."""
pytestmark = pytest.mark.anyio

MOVED = {
    "act": lambda row: row["act"] == "chamber.nothing_to_report",
    "form": lambda row: row["kind"] in {"offer", "list", "language"},
}
"""Rows that may have become rows of another table: the product still has to know what they say."""


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request, tmp_path):
    """A database of each kind, as the version before left it."""
    if request.param == "sqlite":
        opened = Database(f"sqlite:///{tmp_path / 'old.db'}")
    else:
        server = request.getfixturevalue("postgres_server")
        _on_server(server, "DROP DATABASE IF EXISTS dsn_before WITH (FORCE)")
        _on_server(server, "CREATE DATABASE dsn_before")
        opened = Database(_named(server, "dsn_before"))
    before.load(opened)
    yield opened
    opened.close()


@pytest.fixture
async def network(old, clock):
    """The upgraded network, with its people back in their chats; the bot is not started yet."""
    clock.set(KILLED_AT + timedelta(minutes=3))
    migrate.upgrade(old, now=clock.now())
    world = World(token=TOKEN, clock=clock)
    world._next_update, world._next_message = 5000, 5000  # behind those of before
    async with serving(world) as url:
        place = Harness(world, old, clock, url)
        for name, account in ACCOUNTS.items():
            world.person(name, person_id=account).started = True
        person(place, "Radu").blocked = True
        yield place
        await place.stop()


def person(network, name):
    return network.world.people[ACCOUNTS[name]]


def told(person_):
    return "\n".join(message.text for message in person_.received)


async def press_what_holds(network, who, words):
    """Press the button whose label holds *words*, on whichever message has it last."""
    for message in reversed(who.received):
        label = next((label for label in message.labels if words in label), None)
        if label is not None:
            return await network.press(who, label, message)
    raise AssertionError(f"no button with {words!r}: {told(who)[-600:]}")


def test_nothing_is_lost(old):
    left = before.rows_of(old)
    copy = migrate.upgrade(old, now=KILLED_AT)
    assert migrate.current(old) == migrate.head()
    assert migrate.check(old) == []
    found = before.rows_of(old)
    del left["alembic_version"]
    assert sum(len(rows) for rows in left.values()) > 700
    for table, rows in left.items():
        for key, row in rows.items():
            now = found[table].get(key)
            if now is None and MOVED.get(table, lambda row: False)(row):
                continue
            assert now is not None, f"{table} {key} is gone"
            kept = row.keys() & now.keys()
            assert {name: row[name] for name in kept} == {name: now[name] for name in kept}
    if old.is_sqlite and copy is not None:
        with closing(Database(f"sqlite:///{copy}")) as kept:
            assert before.rows_of(kept)["person"] == left["person"]


def test_the_network_of_before_has_everything_that_must_outlive_an_upgrade(old):
    """The fixture would be worth nothing if a table or a state were empty."""
    left = before.rows_of(old)
    empty = {table for table, rows in left.items() if not rows}
    assert empty <= ({"lane", "process", "pace_slot"} if old.is_sqlite else set())
    states = {row["state"] for row in left["delivery"].values()}
    assert states == {state.value for state in DeliveryState}
    people = {(row["role"], row["standing"]) for row in left["person"].values()}
    assert {role for role, _ in people} == {"correspondent", "coordinator", "observer"}
    assert {standing for _, standing in people} == {
        "applicant",
        "active",
        "suspended",
        "declined",
        "departed",
    }
    (full,) = (r for r in left["project_update"].values() if r["ref"] == WITH_EVERY_FIELD)
    assert {name for name, value in full.items() if value in (None, "", [])} == set()
    kinds = {row["kind"] for row in left["form"].values()}
    assert kinds >= {"project_update", "announcement", "offer", "list", "language"}


async def test_the_update_with_every_field_is_shown_as_it_was(network):
    (full,) = (
        row
        for row in before.rows_of(network.database)["project_update"].values()
        if row["ref"] == WITH_EVERY_FIELD
    )
    await network.start()
    await network.settle()
    niamh = person(network, "Niamh")
    await network.say(niamh, "/projects Dáil")
    shown = await press_what_holds(network, niamh, ITS_TITLE)
    for name in (
        "title",
        "partner_institution",
        "programme_label",
        "place",
        "participants",
        "women",
        "summary",
        "summary_en",
        "outcome",
        "cooperation_text",
        "url",
        "ipex_url",
    ):
        assert str(full[name]) in shown.text, name
    for label in (
        "Montenegro, Albania",
        "Twinning",
        "Research",
        "Digital",
        "14–18 September 2026",
        "Finland",
        "France – Senate",
        "Completed",
        "Hybrid",
        "staff",
    ):
        assert label.casefold() in shown.text.casefold(), label
    await network.say(niamh, "/projects Suomi")
    assert WITHDRAWN not in told(niamh)


async def test_what_was_under_way_when_the_program_was_killed_is_brought_to_its_end(network):
    await network.start()
    await network.settle()
    for _ in range(3):
        await network.wait(timedelta(minutes=2))
    for name in ("Niamh", "Sofia"):  # what may have left says so
        assert [AGAIN in m.text for m in person(network, name).received if "Welcome" in m.text] == [
            True
        ]
    assert "/mydata" in told(person(network, "Sofia"))  # her /help had not been read
    assert "/mydata" in told(person(network, "Giulia"))  # hers was answered, and not sent
    with network.database.reading() as session:
        items = session.exec(select(InboxItem)).all()
        assert {item.state for item in items} == {InboxState.DONE}
        left = session.exec(select(Delivery).where(Delivery.due_at <= network.clock.now())).all()
        assert {row.state for row in left} & {DeliveryState.CLAIMED, DeliveryState.UNKNOWN} == set()


async def test_drafts_go_on_where_they_stood(network):
    await network.start()
    camille, niamh, aino = (person(network, name) for name in ("Camille", "Niamh", "Aino"))
    helena, oscar = person(network, "Helena"), person(network, "Oscar")
    await network.say(camille, "/update")
    await press_what_holds(network, camille, "Séminaire sur le budget")
    await press_what_holds(network, camille, "Atelier")
    assert "Quels thèmes" in camille.last.text
    await network.say(niamh, "Montenegro")  # she had just been asked which partners
    await network.press(niamh, "Workshop")
    await network.say(niamh, "/cancel")
    await network.say(niamh, "/update")
    assert any("A draft that is being written" in label for label in card(niamh).labels)
    await network.say(aino, "/update")  # the one that she told in her own words
    assert "18–20 January 2027 · Podgorica" in told(aino)
    await network.say(helena, "yes")  # the date had been read back
    await network.press(helena, "Online")
    await network.say(oscar, "Oscar")
    for _ in ("the unit", "the address"):  # this version asks for them as well
        await network.press(oscar, "Skip ›")
    assert "Estonia" in oscar.last.text
    await network.say(oscar, "/cancel")
    await network.say(helena, "/help")
    await network.wait(timedelta(days=1, hours=1))
    await network.run.jobs.run("look_after_drafts")
    await network.settle()
    await helena.receives("Summer meeting")


async def test_what_waited_for_an_answer_still_does(network):
    await network.start()
    luuk, eleni, mira = (person(network, name) for name in ("Luuk", "Eleni", "Mira"))
    await network.say(luuk, "yes")
    assert "Podgorica" not in told(luuk)
    assert "2–3 November 2026" in told(luuk)
    await network.say(eleni, "security")
    assert "Montenegro · Security" in card(eleni).text
    assert "Visite d’étude sur la cybersécurité" in card(eleni).text
    await network.say(mira, "/start")
    assert "Ce robot" in mira.last.text
    helena = person(network, "Helena")
    await network.say(helena, "/board")
    (greece,) = (line for line in helena.last.text.splitlines() if "Greece" in line)
    assert "Nothing to report" in greece


async def test_standings_and_answers_hold(network):
    await network.start()
    helena = person(network, "Helena")
    for name in ("Karel", "Anna", "Mira", "Luc", "Piotr"):
        outsider = person(network, name)
        await network.say(outsider, "/projects")
        assert ITS_TITLE not in told(outsider)
    for name in ("Niamh", "Marc", "Sofia"):
        await network.say(person(network, name), "/projects")
        assert ITS_TITLE in told(person(network, name))
    await network.say(helena, "/meetings")
    await press_what_holds(network, helena, "Spring meeting")
    await network.press(helena, "Who has answered")
    (ireland,) = (line for line in helena.last.text.splitlines() if "parking" in line)
    assert "I need a parking place" in ireland
    assert "Winter workshop" not in "".join(label for m in helena.received for label in m.labels)
    await network.say(helena, "/people")
    await press_what_holds(network, helena, "Anna")
    await network.press(helena, "Approve")
    await network.settle()
    assert "Welcome, Anna" in told(person(network, "Anna"))


async def test_reminders_go_on(network):
    await network.start()
    await network.settle()
    since = {name: len(person(network, name).received) for name in ACCOUNTS}
    await network.pass_until(datetime(2027, 1, 8, 12, tzinfo=UTC))

    def got(name, words):
        return [m for m in person(network, name).received[since[name] :] if words in m.text]

    # The steering committee of 21 January: updates by 31 December, answers by 7 January.
    assert len(got("Luuk", "Activities not yet reported")) == 3
    assert got("Eleni", "Activities not yet reported") == []  # there is nothing to report
    assert len(got("Eleni", "Will you take part?")) == 3
    assert got("Aino", "Will you take part?") == []  # she has answered
    assert got("Giulia", "Will you take part?") == []  # she pauses until 15 January
    assert len(got("Luuk", "Your activities for")) == 1  # he had asked for it once more, tomorrow
    await network.pass_until(datetime(2027, 1, 21, 12, tzinfo=UTC))
    assert len(got("Aino", "Starting soon:")) == 1
    assert len(got("Giulia", "by the chambers so far")) == 0
    assert got("Eleni", "by the chambers so far") == []  # she stopped that kind
    assert len(got("Niamh", "by the chambers so far")) == 1
    assert not any("Winter workshop" in m.text for name in since for m in got(name, ""))
    with network.database.reading() as session:
        luc = session.exec(select(Row).where(Row.name == "Luc")).one()
        assert deliveries.waiting_for(session, luc.id) == []


async def test_members_of_before_are_asked_to_read_the_notice_as_it_is_now(network):
    """Whoever has a chat with the bot gets one message; who waits, left or is suspended none."""
    await network.start()
    await network.settle()
    await network.run.jobs.run("tell_privacy")
    await network.settle()
    words = {"en": "has changed", "fr": "a changé"}
    with network.database.reading() as session:
        people = {row.name: row for row in session.exec(select(Row)).all()}
        assert {row.acknowledged_version for row in people.values()} == {BEFORE_VERSIONS}
    active = [row for row in people.values() if row.standing is Standing.ACTIVE]
    assert len(active) > 5
    for name, row in people.items():
        if name not in ACCOUNTS:
            continue
        texts = [message.text for message in person(network, name).received]
        asked = [text for text in texts if f"(version {settings().privacy.version})" in text]
        reachable = row.standing is Standing.ACTIVE and row.unreachable_since is None
        assert len(asked) == (1 if reachable else 0), name
        assert all(words[row.language] in text for text in asked)
