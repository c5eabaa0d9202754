"""What a coordinator is asked of a meeting."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.meetings.questions import example_day


@given(st.dates(date(2026, 1, 1), date(2060, 12, 31)))
def test_the_example_is_the_first_thursday_eight_weeks_or_more_ahead(today):
    day = example_day(today)
    assert day.strftime("%a") == "Thu"
    assert timedelta(weeks=8) <= day - today < timedelta(weeks=9)
