"""What a coordinator is asked of a meeting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.meetings.questions import example_day
from tests.harness.network import card
from tests.harness.stock import HELENA, MARC


@given(st.dates(date(2026, 1, 1), date(2060, 12, 31)))
def test_the_example_is_the_first_thursday_eight_weeks_or_more_ahead(today):
    day = example_day(today)
    assert day.strftime("%a") == "Thu"
    assert timedelta(weeks=8) <= day - today < timedelta(weeks=9)


@pytest.mark.anyio
async def test_hours_with_a_zone_of_their_own_are_read_back_on_both_clocks(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await harness.say(helena, "/announce", "Summer meeting", "8 July 2027")
    await harness.press(helena, "Yes, that is right")
    for unclear in ("16:00-14:00 EET", "9 July 2027 14:00-16:00"):
        assert "later end time" in (await harness.say(helena, unclear)).text
    # In November UTC+1 is the clock of Brussels; on the meeting's day it is not.
    back = (await harness.say(helena, "14:00-16:00 UTC+1")).text
    assert "14:00–16:00 (UTC+1) · 15:00–17:00 (Brussels)" in back
    back = (await harness.say(helena, "14:00-16:00 EET")).text
    assert "14:00–16:00 (Athens, UTC+3) · 13:00–15:00 (Brussels)" in back
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "Online")
    for _ in range(3):
        await harness.press(helena, "Skip")
    await harness.press(helena, "Thu 24 Jun 2027")
    assert "13:00–15:00 (Brussels)" in card(helena).text


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("who", "said"),
    [
        (
            HELENA,
            {
                "14:00-16:00 EET": "Thursday 8 July 2027, 14:00–16:00 (Athens, UTC+3)",
                "10-12": "Thursday 8 July 2027, 10:00–12:00 (Brussels",
                "at 9:30": "Thursday 8 July 2027, 09:30 (Brussels",
                "9 July 2027 14:00-16:00": "Friday 9 July 2027, 14:00–16:00",
                "tomorrow 10:00-12:00": "Tuesday 24 November 2026, 10:00–12:00",
            },
        ),
        (
            MARC,
            {
                "14 h - 16 h": "jeudi 8 juillet 2027, 14\u00a0h – 16\u00a0h (Bruxelles",
                "15h": "jeudi 8 juillet 2027, 15\u00a0h (Bruxelles",
            },
        ),
    ],
)
async def test_hours_typed_where_a_day_is_read_back_are_of_that_day(harness, who, said):
    coordinator = await harness.joins(who)
    await harness.settle()
    await harness.say(coordinator, "/announce", "Summer meeting")
    for hours, expected in said.items():
        await harness.say(coordinator, "8 July 2027" if who is HELENA else "8 juillet 2027")
        back = await harness.say(coordinator, hours)
        assert expected.replace("\u00a0", " ") in back.text.replace("\u00a0", " "), hours
