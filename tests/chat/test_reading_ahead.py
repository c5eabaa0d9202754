"""Typed text is understood before the transaction in which it counts: nobody waits for it."""

import sqlite3
import threading
from datetime import timedelta

import pytest
from telegram import Update

from bot.chat import dispatch as edge
from bot.chat.forms.engine import Engine
from bot.chat.forms.form import Done, Flow, Prompt, Question, Took
from bot.chat.replies import Answers
from bot.core.access import Access
from bot.core.messages import html
from bot.features import REGISTRY
from bot.people.registration import KIND
from bot.process.app import build_runtime
from config.network import network
from storage import forms, lanes
from storage.models import Form, Role
from tests.harness.network import open_harness
from tests.statements import statements_of

pytestmark = pytest.mark.anyio

UNDERSTANDING = {
    "looks_like_activity",
    "split_activities",
    "understand_activity",
    "understand_chamber",
    "understand_member_state",
    "understand_partners",
    "understand_term",
    "understand_when",
}
"""The ways into :mod:`bot.understanding`."""
TOLD = "We received a delegation of the parliament of Montenegro on 2 March 2027 on security"


class Watch:
    """Notes in which threads text is understood, and whether they are in a transaction."""

    def __init__(self, counted):
        self.counted = counted
        self.ahead = set()
        self.inside = set()

    def __call__(self, frame, event, arg):
        code = frame.f_code
        if event == "call" and code.co_name in UNDERSTANDING:
            within = self.counted.is_writing(threading.get_ident())
            (self.inside if within else self.ahead).add(code.co_name)


@pytest.fixture
async def watched(database, clock):
    """A town in whose worker threads it is noted where text is understood."""
    with statements_of(database) as counted:
        watch = Watch(counted)
        threading.setprofile(watch)
        try:
            async with open_harness(database, clock) as place:
                yield place, watch
        finally:
            threading.setprofile(None)


async def test_no_text_is_understood_inside_a_transaction(watched):
    harness, watch = watched
    helena = await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await harness.member("Bob", chamber="IE-DAI")
    await harness.settle()
    # A report, question by question; lists; one in one's own words, edited; what nobody asked for.
    await harness.say(bob, "/update", "Ask me question by question", "A visit", "Montenegro")
    await harness.say(bob, "study visit received", "security", "taiex", "completed")
    await harness.say(bob, "2 and 3 November 2026", "no", "online", "A committee came.", "/cancel")
    await harness.say(bob, "/projects", "Montenegro, 2026", "/who security", "/projects 2027")
    await harness.say(bob, "/update")
    await harness.press(bob, "New activity")
    await harness.say(bob, TOLD)
    told = next(m for m in reversed(bob.chat.messages) if m.text == TOLD)
    bob.edit(told, TOLD.replace("Montenegro", "Albania"))
    await harness.quiet()
    await harness.say(bob, "/cancel", TOLD, "yes", "/cancel", TOLD)
    await harness.press(bob, "Yes, report")
    await harness.say(bob, "/cancel")
    await harness.say(helena, "/invite Bundestag", "/announce", "Spring", "11 March 2027 14:00")
    await harness.press(helena, "Yes, that is right")
    await harness.say(helena, "16:30", "hybrid", "Brussels", "skip", "Western Balkans, security")
    newcomer = harness.world.person("Eva", language_code="en")
    await harness.say(newcomer, "/start", "/register", "English", "yes", "Irlande", "Dáil")
    assert watch.inside == set()
    assert watch.ahead == UNDERSTANDING


# --- a form of the tests' own ---------------------------------------------------------------------

MESSAGE = {
    "update_id": 7,
    "message": {
        "message_id": 3,
        "date": 0,
        "chat": {"id": 5, "type": "private", "first_name": "Eva"},
        "from": {"id": 5, "is_bot": False, "first_name": "Eva", "language_code": "en"},
        "text": "a long story",
    },
}


class Asked:
    """A dispatcher with a form of two questions that is open; each reading calls *notes*."""

    def __init__(self, database, clock, notes):
        def question(name):
            def read(scene, text):
                notes(name, scene.form.version)
                return Took(text)

            return Question(
                name,
                prompt=lambda scene: Prompt(html(name)),
                read=read,
                show=lambda scene, value: html(value),
            )

        def thank(finishing):
            finishing.request.say("Thank you.")
            return Done()

        flow = Flow(
            KIND,
            (question("name"), question("unit")),
            thank,
            Access.ANYONE,
            title=lambda scene: html("Asked"),
        )
        self.database, self.clock = database, clock
        runtime = build_runtime(database, clock, network())
        self.dispatcher = edge.Dispatcher(runtime, Answers(runtime, None), REGISTRY)
        self.dispatcher.engine = Engine({**REGISTRY.forms, KIND: flow})
        self.update = Update.de_json(MESSAGE, None)
        self.route = self.dispatcher.route(self.update)
        with database.transaction() as session:
            lanes.store(session, [(7, 5, "{}")], by=runtime.instance, now=clock.now())
            form = Form(
                telegram_id=5,
                kind=KIND,
                answers={"name": "said"},
                created_at=clock.now(),
                updated_at=clock.now(),
            )
            forms.add(session, form)

    def change(self, **columns):
        with self.database.transaction() as session:
            form = forms.active(session, 5)
            for name, value in columns.items():
                setattr(form, name, value)

    def read_ahead(self):
        with self.database.reading() as session:
            return edge.read_ahead(
                session, dispatcher=self.dispatcher, update=self.update, route=self.route
            )

    def carry_out(self, readings):
        with self.database.transaction() as session:
            return edge.carry_out(session, self.dispatcher, self.update, self.route, readings)


def test_what_was_read_before_the_transaction_is_not_read_in_it(database, clock):
    read = []
    asked = Asked(database, clock, lambda *which: read.append(which))
    done = asked.carry_out(asked.read_ahead())
    assert read == [("unit", 0)]
    assert [part.text for part in done.outgoing] == ["Thank you."]


@pytest.mark.parametrize(
    ("change", "expected"),
    [({"version": 1}, ("unit", 1)), ({"asking": "name"}, ("name", 0))],
)
def test_a_form_that_changed_meanwhile_is_read_anew(database, clock, change, expected):
    read = []
    asked = Asked(database, clock, lambda *which: read.append(which))
    readings = asked.read_ahead()
    asked.change(**change)
    asked.carry_out(readings)
    assert read == [("unit", 0), expected]


def test_what_waited_long_is_read_anew(database, clock):
    read = []
    asked = Asked(database, clock, lambda *which: read.append(which))
    readings = asked.read_ahead()
    clock.advance(timedelta(minutes=1))
    asked.carry_out(readings)
    assert read == [("unit", 0)] * 2


async def test_others_may_write_while_a_text_is_read(sqlite, clock):
    written = []

    def write(*which):
        other = sqlite3.connect(sqlite.file, timeout=0, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")  # which fails at once where somebody holds the lock
        other.execute("ROLLBACK")
        other.close()
        written.append(which)

    asked = Asked(sqlite, clock, write)
    await asked.dispatcher.handle(asked.update, asked.route)
    assert written == [("unit", 0)]
