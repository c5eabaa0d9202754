"""The link of a meeting: what hides its host is refused, and the host is shown before it goes."""

import pytest

from tests.harness.network import card
from tests.harness.stock import HELENA

pytestmark = pytest.mark.anyio


async def test_a_link_shows_the_host_that_it_opens_and_hides_none(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce", "Spring meeting", "11 March 2027 14:00-17:00")
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "Online")
    for typed, said in (
        ("https://europarl.europa.eu@meet.example/x", "something before the host"),
        ("https://\u0435uroparl.europa.eu", "mixes two alphabets"),
        ("https://127.0.0.1/x", "its host is a number"),
        ("http://meet.example", "must begin with https"),
        ("https://meet.example/" + "x" * 600, "621"),
    ):
        assert said in (await harness.say(helena, typed)).text
    await harness.say(helena, "https://müsli.example/room?id=7")
    await harness.press(helena, "Skip")
    await harness.press(helena, "Skip")
    await harness.press(helena, "Thu 25 Feb 2027")
    shown = card(helena).text
    assert "The link opens: xn--msli-0ra.example (müsli.example)" in shown
    assert "https://xn--msli-0ra.example/room?id=7" in shown
