"""What people do in conversations, step by step, for scenarios that need the same."""

from tests.harness.network import card


async def announce(harness, coordinator, title="Spring meeting", form="Hybrid"):
    """Announce a meeting for 11 March 2027, 14:00 in Brussels; answers by 25 February."""
    await harness.say(coordinator, "/announce", title, "11 March 2027 14:00-17:00")
    await harness.press(coordinator, "Yes, that is right")
    await harness.press(coordinator, form)
    if form != "Online":
        await harness.say(coordinator, "Brussels <&> room 1")
    if form != "In person":
        await harness.press(coordinator, "Skip")
    await harness.press(coordinator, "Skip")
    await harness.press(coordinator, "Skip")
    await harness.press(coordinator, "Thu 25 Feb 2027")
    await harness.press(coordinator, "Preview and recipients")
    await harness.press(coordinator, "Send now to")


async def _begin(harness, person, command):
    """Give a command when nothing is on its way any more: its card is to be the last one."""
    await harness.settle()
    await harness.say(person, command)


async def choose_zone(harness, person, city):
    await _begin(harness, person, "/settings")
    await harness.press(person, "Time zone")
    await harness.say(person, city)


async def pause(harness, person, day):
    await _begin(harness, person, "/settings")
    await harness.press(person, "Pause reminders")
    await harness.say(person, day)
    await harness.press(person, "Yes, that is right")


async def end_pause(harness, person):
    await _begin(harness, person, "/settings")
    await harness.press(person, "End the pause")


async def toggle(harness, person, kind):
    """Press the switch of a kind of reminder; *kind* begins with ✓ where it is on."""
    await _begin(harness, person, "/settings")
    await harness.press(person, "Choose reminders")
    await harness.press(person, kind)


async def give_role(harness, coordinator, name):
    """Make a member a coordinator, or a coordinator no longer one."""
    await _begin(harness, coordinator, "/people")
    await harness.press(coordinator, name)
    for _ in ("ask", "sure"):
        await harness.press(coordinator, card(coordinator).labels[0])
