"""What an observer sees, by every way in: meetings and activities, and nothing about people.

``docs/privacy.md`` and the notice say it to people.
"""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.updates import report
from config.reference import reference
from storage.models import Answer, Choice, Form, ProjectUpdate, UpdateState
from tests.chat.everybody import ACTIVITY, MEETING, NAMES, buttons, gather
from tests.chat.rights import COMMANDS, Who
from tests.desk.test_forecast import answer

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]

COMMENT, DRAFT, WITHDRAWN = "A comment of their own", "A draft of theirs", "A withdrawn activity"
MARKS = ("network", "ipex_ok", "on_ipex")
SHARED = {mark: f"An activity marked {mark}" for mark in MARKS}
NEVER_PRESSED = ("fgt:yes",)
"""An observer who erases themselves sees nothing more."""
MANY = 60
"""So many buttons an observer finds at least; fewer would mean that nothing was walked."""


def another(like, title, number, **values):
    """Return an activity like another one, under a title of its own."""
    kept = like.model_dump(exclude={"id", "seal"}) | {"title": title, "ref": f"2026-X-{number:03}"}
    return ProjectUpdate(**kept | values)


def fill(everybody):
    """Let others have answered, commented, begun a draft, withdrawn and shared activities."""
    harness = everybody.harness
    members = [row for row in everybody.victims if row.telegram_id]
    answer(
        harness, harness.world.people[members[0].telegram_id], everybody.meeting.id, Choice.CANNOT
    )
    with harness.database.transaction() as session:
        given = session.exec(select(Answer)).all()
        assert given
        for one in given:
            one.comment = COMMENT
            session.add(one)
        like = session.get_one(ProjectUpdate, everybody.activity.id)
        gone = {"state": UpdateState.WITHDRAWN}
        session.add(another(like, WITHDRAWN, 1, **gone))
        for number, (mark, title) in enumerate(SHARED.items(), 2):
            session.add(another(like, title, number, sharing=mark))
        now = harness.clock.now()
        session.add(
            Form(
                telegram_id=members[0].telegram_id,
                kind=report.KIND,
                answers={"title": DRAFT, "chamber": "FI-EDU"},
                created_at=now - timedelta(days=1),
                updated_at=now,
            )
        )


async def walk(everybody, actor):
    """Type every command and press every button that can be had; return all that was shown."""
    harness, popped, pressed = everybody.harness, [], set()
    for command in COMMANDS:
        for words in ("", " Montenegro", " Finland"):
            await harness.say(actor, command + words)
            await harness.say(actor, "/cancel")
    await harness.say(actor, "/projects", "/who Montenegro", "/meetings", "/help")
    waiting = [one.data for one in buttons(everybody, Who.OBSERVER)]
    while waiting:
        for data in waiting:
            pressed.add(data)
            popped.append(actor.press_raw(actor.last, data))
            await harness.quiet()
        shown = {
            button["callback_data"]
            for message in actor.received
            for button in message.buttons
            if "callback_data" in button
        }
        waiting = sorted(
            data for data in shown - pressed if not data.startswith((*NEVER_PRESSED, "f:"))
        )
    assert len(pressed) > MANY
    texts = [message.text for message in actor.received]
    texts += [str((query.answer or {}).get("text")) for query in popped]
    files = [m.document["file_id"] for m in actor.received if m.document]
    assert files, "their own data, and the meeting for a calendar"
    return texts + [harness.world.files[file][1].decode() for file in files]


async def test_an_observer_sees_meetings_and_activities_and_nothing_about_people(harness):
    everybody = await gather(harness)
    fill(everybody)
    observer = everybody.actors[Who.OBSERVER]
    lines = "\n".join(await walk(everybody, observer)).splitlines()
    # A list says what it was narrowed to: Finland, which they have typed.
    shown = "\n".join(line for line in lines if not line.startswith(("Activities:", "No chamber")))
    for open_to_them in (MEETING, ACTIVITY, *SHARED.values()):
        assert open_to_them in shown, open_to_them
    finland = [reference().chamber_label("FI-EDU", language) for language in ("en", "fr")]
    others = [name for who, name in NAMES.items() if who is not Who.OBSERVER]
    for hidden in (COMMENT, DRAFT, WITHDRAWN, "Helena", "Victim", *others, *finland):
        assert hidden not in shown, hidden
    assert harness.run.runtime.metrics.failed == 0


def test_no_mark_of_sharing_keeps_an_activity_within_less_than_the_network():
    """A mark that did would have to be obeyed by each way in: whoever adds one finds it here."""
    assert tuple(term.code for term in reference().vocabulary("sharing")) == MARKS
