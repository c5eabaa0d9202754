"""Who else does something like this."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.updates import overlap
from bot.updates.overlap import ComparedActivity

days = st.integers(0, 700).map(lambda count: date(2027, 1, 1) + timedelta(days=count))
activities = st.builds(
    lambda chamber, themes, start, length: ComparedActivity(
        chamber, frozenset(themes), start, start + timedelta(days=length)
    ),
    st.sampled_from(["FR-SEN", "IT-CAM", "FI-EDU", "IE-DAI"]),
    st.lists(st.sampled_from(["budget", "youth", "security"]), min_size=1, max_size=3),
    days,
    st.integers(0, 100),
)


def counted(found):
    return Counter(one.chamber_id for one in found)


@given(activities, st.lists(activities, max_size=8))
def test_each_other_chamber_is_named_once_and_the_close_ones_among_them(own, others):
    found = overlap.of(own, counted(others), others)
    assert own.chamber_id not in found.chambers
    assert len(set(found.chambers)) == len(found.chambers)
    assert set(found.close) <= set(found.chambers)
    assert set(found.chambers) == {one.chamber_id for one in others} - {own.chamber_id}


@given(activities, activities)
def test_closeness_is_mutual_and_needs_a_theme_and_a_month(one, other):
    there = overlap.of(one, counted([other]), [other]).close
    back = overlap.of(other, counted([one]), [one]).close
    share_a_month = months(one) & months(other)
    is_close = one.chamber_id != other.chamber_id and one.themes & other.themes and share_a_month
    assert bool(there) == bool(back) == bool(is_close)
    if there:
        assert one.start.replace(day=1) <= other.end
        assert other.start.replace(day=1) <= one.end


def months(activity):
    """Return every month in which an activity takes place, day by day."""
    count = (activity.end - activity.start).days + 1
    days_of = (activity.start + timedelta(days=number) for number in range(count))
    return {(day.year, day.month) for day in days_of}


def test_the_same_theme_in_the_same_month_is_close():
    one = ComparedActivity("FR-SEN", frozenset({"budget"}), date(2027, 3, 1), date(2027, 3, 1))
    other = ComparedActivity("IT-CAM", frozenset({"budget"}), date(2027, 3, 31), date(2027, 4, 2))
    assert overlap.of(one, counted([other]), [other]).close == ("IT-CAM",)
