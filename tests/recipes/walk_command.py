"""In a copy with a command more: members find it and use it, others are told that they may not."""

from datetime import date

import pytest

from bot.core.texts import Texts
from storage.models import Role
from tests.desk.test_forecast import announce

pytestmark = pytest.mark.anyio


def shown_commands(harness, person):
    return {one["command"]: one for one in harness.world.commands[("chat", person.id, "")]}


async def test_the_new_command_is_shown_answers_and_is_closed_to_others(harness):
    await harness.member("Helena", Role.COORDINATOR, "EU-EP")
    bob = await harness.member("Bob", chamber="IE-DAI")
    nobody = harness.world.person("Nobody")
    announce(harness, "Spring", date(2027, 3, 11), reply_day=date(2027, 2, 25))
    await harness.settle()
    assert "/next – When the next meeting is" in (await harness.say(bob, "/help")).text
    assert shown_commands(harness, bob)["next"]["description"] == "When the next meeting is"
    assert (await harness.say(bob, "/next")).text == "Next: Spring"
    assert "/next" not in (await harness.say(nobody, "/help")).text
    closed = await harness.say(nobody, "/next")
    texts = Texts("en")
    assert closed.text == texts.plain("closed-stranger", join=texts("to-join-open"))
