"""In a copy with a language more: whoever has chosen it reads nothing in any other.

Every sentence and label of the language is marked, and so is what people type here: whatever stands
outside the marks has bypassed the catalogues and the labels.
"""

import re
from collections import defaultdict
from datetime import timedelta

import pytest
from babel.dates import get_day_names, get_month_names

from bot.core.messages import plain
from bot.core.texts import Texts, languages
from bot.meetings.notifications import for_email
from config.languages import locale_of
from storage import meetings
from storage.models import Form, Meeting
from tests.chat.everybody import buttons, fill, gather, presses_of
from tests.chat.rights import COMMANDS, FORMS, Who
from tests.desk.test_forecast import until
from tests.harness.network import card
from tests.recipes.made_up_language import CODE, marked, without_marks

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(240)]

DATES = {
    name
    for width in ("wide", "abbreviated")
    for names in (get_day_names, get_month_names)
    for name in names(width, locale=locale_of(CODE)).values()
}
NO_WORDS = re.compile(
    rf"""
    \d{{4}}-[A-Z]{{2,3}}-[A-Z]{{2,3}}-\d{{3}}  # the reference of an activity
    | /[a-z]+ | \bTom\b | Xx | English | Français | \d+ | \b({"|".join(DATES)})\b
    """,
    re.VERBOSE,
)
"""What is no sentence: references, commands, the languages' own names, a name (in which no mark
may stand), figures, days by CLDR."""


async def everything_said_to(everybody):
    """Let everybody do everything that they can; return what they were shown."""
    harness, popped_up = everybody.harness, []
    actors = everybody.actors
    for command in (*COMMANDS, "/teleport"):
        for words in ("", " Montenegro", " ⟦nothing⟧"):
            for actor in (*actors.values(), everybody.helena):
                actor.send(command + words)
    for who, actor in actors.items():
        for button in buttons(everybody, who):
            if button.name != "lang" and (button.name, button.action) != ("fgt", "yes"):
                popped_up.append(actor.press_raw(actor.last, button.data))
        popped_up.append(actor.press_raw(actor.last, "gone:1"))
    await harness.quiet()
    await until(harness, harness.clock.now() + timedelta(days=40))
    everybody.helena.send("/forecast")
    await harness.settle()
    for kind in FORMS:
        for who in Who:
            await steps_of(everybody, who, kind, popped_up)
    return popped_up


async def steps_of(everybody, who, kind, popped_up):
    """Go through the engine's own buttons of a form, and say what it does not understand."""
    harness, actor = everybody.harness, everybody.actors[who]
    form = fill(everybody, who, kind)
    actor.send("⟦?⟧")
    await harness.quiet()
    with harness.database.reading() as session:
        now = session.get(Form, form.id)
    for data in presses_of(now or form):
        popped_up.append(actor.press_raw(actor.last, data))


async def report(harness, actor):
    """Report an activity question by question, change it and withdraw it."""
    await harness.say(actor, "/update")
    for step in (
        "⟦Ask me question by question",
        marked("A workshop"),
        "Montenegro",
        "⟦Workshop",
        "⟦Budget",
        "⟦Done",
        "⟦TAIEX",
        "⟦Planned",
        "March 2027",
        "⟦Yes, that is right",
        "⟦Online",
        marked("What it is about."),
        "⟦Add details",
        "⟦‹ Back",
        "⟦Submit",
    ):
        await take(harness, actor, step)
    await harness.say(actor, "/projects")


async def announce(harness, actor):
    """Announce a meeting up to the card that counts whom it goes to, and a test to oneself."""
    await harness.say(actor, "/announce")
    for step in (
        marked("Another meeting"),
        "11 May 2027 14:00-17:00",
        "⟦Yes, that is right",
        "⟦Hybrid",
        marked("A room"),
        "⟦Skip",
        "⟦Skip",
        "⟦Skip",
        "Tue 27 Apr",
        "⟦Preview and recipients",
        "⟦‹ Back",
        "⟦Send to me first",
        "⟦Chambers not represented",
        "⟦Preview and recipients",
        "⟦Send now to",
    ):
        await take(harness, actor, step)


async def register(harness, actor):
    await harness.say(actor, "/register")
    for step in (
        *("Xx", "⟦I have read", "Malta", "Tom", "⟦Skip", "⟦Skip"),
        "⟦Send my registration",
    ):
        await take(harness, actor, step)


async def take(harness, actor, step):
    """Press the button that begins so, where there is one; otherwise type it.

    What has no closing mark begins the words on a button, which some card must have.
    """
    must_be_there = step.startswith("⟦") and not step.endswith("⟧")
    for message in reversed(actor.received) if must_be_there else [card(actor)]:
        if any(label.lstrip("✓ ").startswith(step) for label in message.labels):
            await harness.press(actor, step, message)
            return
    assert not must_be_there, step
    await harness.say(actor, step)


def for_email_in_others(harness, everybody):
    """Return the texts for e-mail, which come in every language on purpose."""
    with harness.database.reading() as session:
        meeting = session.get(Meeting, everybody.meeting.id)
        notice = meetings.last_notice(session, meeting.id)
        return {
            plain(for_email(Texts(other), harness.network, meeting, notice, meeting.zone))
            for other in languages()
            if other != CODE
        }


def whole(sent):
    """Yield each text that was sent; what came in several messages is one text."""
    begun = defaultdict(str)
    for message in sent:
        text = "\n\n".join(filter(None, (begun.pop(message.chat_id, ""), message.text)))
        if text.count("⟦") > text.count("⟧") and not text.endswith("…"):
            begun[message.chat_id] = text
        else:
            yield text
    yield from begun.values()


async def test_everything_that_is_shown_is_in_the_language(harness):
    assert languages() == ("en", "fr", CODE)
    everybody = await gather(harness, language=CODE, written=marked)
    people = (*everybody.actors.values(), everybody.helena)
    await report(harness, everybody.actors[Who.CORRESPONDENT])
    await announce(harness, everybody.helena)
    await register(harness, everybody.actors[Who.NOBODY])
    queries = await everything_said_to(everybody)
    await harness.settle()
    shown = set(whole(harness.world.sent))
    shown |= {str((query.answer or {}).get("text") or "") for query in queries}
    shown |= {label for one in people for message in one.received for label in message.labels}
    shown -= for_email_in_others(harness, everybody)
    for person in people:
        for command in harness.world.commands[("chat", person.id, "")]:
            shown.add(command["description"])
    begun = Texts(CODE).plain("broadcast-started", title="\n").splitlines()[-1]
    assert any(said.endswith(begun) for said in shown)
    for key in ("registration-sent", "closed-suspended", "button-old"):
        assert Texts(CODE).plain(key) in shown
    assert len(shown) > 300

    for said in shown:
        outside = NO_WORDS.sub("", without_marks(said))
        assert not re.search(r"\w", outside), said
    assert harness.run.runtime.metrics.failed == 0
