"""What Telegram may hand out and what nobody means as it looks; found by the fuzzer."""

import pytest

from bot.chat.inbox import storable
from storage.models import Form, InboxItem, InboxState, OfferedText, Person
from tests.chat.everybody import give
from tests.chat.rights import Who
from tests.harness.stock import BOB, HELENA, rows

pytestmark = pytest.mark.anyio

NOTE = "We hosted a delegation of the Parliament of Georgia for a study visit in November 2026"


async def test_half_a_sign_stops_nobody(any_harness):
    """JSON can hold one half of a pair, which is no text for a database: it came again for ever."""
    harness = any_harness
    bob = await harness.joins(BOB)
    eve = harness.world.person("Eve", language_code="en")
    await harness.settle()
    await harness.say(bob, f"{NOTE} \ud83d.")
    (offered,) = rows(harness, OfferedText)
    assert offered.text == f"{NOTE} \ufffd."
    await harness.say(bob, "\udfff", "/who \ud800")
    eve.start()
    await harness.quiet()
    assert "This bot is for the officials" in eve.last.text
    assert {item.state for item in rows(harness, InboxItem)} == {InboxState.DONE}
    assert harness.ended is None


def test_what_can_be_stored_is_stored_as_it_is():
    whole = '{"text": "Zoë 👩‍👩‍👧 ﷽"}'
    assert storable(whole) is whole
    assert storable("a\ud83d\ude00b") == "a😀b"
    assert storable("a\ud83db\udfff") == "a\ufffdb\ufffd"


async def test_whoever_takes_the_bot_out_of_a_group_has_not_blocked_it(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    group = harness.world.group("A group", [bob])
    await harness.settle()
    told = len(helena.received)
    for status in ("left", "kicked"):
        before, after = ({"user": harness.world.as_bot(), "status": s} for s in ("member", status))
        harness.world.push(
            "my_chat_member",
            {
                "chat": harness.world.as_chat(group),
                "from": bob.as_user(),
                "date": int(harness.clock.now().timestamp()),
                "old_chat_member": before,
                "new_chat_member": after | {"until_date": 0},
            },
        )
    await harness.settle()
    assert all(person.unreachable_since is None for person in rows(harness, Person))
    assert len(helena.received) == told
    bob.block()
    await harness.settle()
    assert "Bob cannot be reached" in helena.last.text


async def test_cancel_after_losing_the_right_keeps_a_draft_and_nothing_else(harness):
    """What nobody can resume would wait for a month with what was typed into it."""
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(bob, "/settings")
    await harness.press(bob, "Name")
    assert [form.kind for form in rows(harness, Form)] == ["rename"]
    give(harness, bob, Who.SUSPENDED, by=helena)
    await harness.say(bob, "/cancel")
    assert rows(harness, Form) == []
    give(harness, bob, Who.CORRESPONDENT, by=helena)
    await harness.settle()
    await harness.say(bob, "/update", "Ask me question by question", "A title")
    give(harness, bob, Who.SUSPENDED, by=helena)
    await harness.say(bob, "/cancel")
    assert [(form.kind, form.active) for form in rows(harness, Form)] == [("project_update", False)]
