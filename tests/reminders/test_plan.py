"""When reminders are due: local hours, working days, both clock changes of 2027."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.working_hours import (
    add_working_days,
    at_local,
    is_working,
    next_working_instant,
    previous_working_morning,
)
from bot.reminders import plan as reminders
from bot.reminders.plan import MeetingTimes, key, plan
from config.network import network
from config.reference import reference

BRUSSELS = ZoneInfo("Europe/Brussels")
HOURS = network().working_hours
RULES = network().reminders
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)

zones = st.sampled_from(sorted({c.timezone for c in reference().chambers})).map(ZoneInfo)
minutes = st.integers(0, 365 * 24 * 60)
instants = minutes.map(lambda count: datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=count))


def meeting(starts_at, *, online=True, days=14, meeting_id=1):
    last = starts_at.astimezone(BRUSSELS).date() - timedelta(days=days)
    return MeetingTimes(
        meeting_id,
        starts_at,
        starts_at + timedelta(hours=3),
        at_local(last, time(23, 59), BRUSSELS),
        online,
        BRUSSELS,
    )


@pytest.mark.parametrize("city", ["Dublin", "Brussels", "Athens"])
@pytest.mark.parametrize("day", [date(2027, 4, 1), date(2027, 11, 4)])
def test_nine_oclock_stays_nine_oclock_across_the_clock_change(city, day):
    zone = ZoneInfo(f"Europe/{city}")
    starts_at = datetime.combine(day, time(14), BRUSSELS).astimezone(UTC)
    slots = plan(meeting(starts_at), RULES, zone=zone, hours=HOURS, now=LONG_AGO)
    for slot in slots:
        local = slot.due_at.astimezone(zone)
        if slot.kind == "joining":
            assert slot.due_at == starts_at - timedelta(hours=1)
        else:
            assert (local.hour, local.minute) in {(9, 0), (8, 30)}
    days = {slot.due_at.astimezone(zone).date() for slot in slots if slot.kind == "dossier"}
    assert days == {day - timedelta(days=7)}


@given(instants, zones)
def test_a_reminder_comes_in_working_hours_and_before_what_it_reminds_of(starts_at, zone):
    slots = plan(meeting(starts_at), RULES, zone=zone, hours=HOURS, now=LONG_AGO)
    assert {slot.kind for slot in slots} == {rule.kind for rule in RULES}
    for slot in slots:
        rule = next(r for r in RULES if (r.kind, r.offset) == (slot.kind, slot.offset))
        if not rule.exact:
            assert is_working(slot.due_at, zone, HOURS)
            assert not 1 <= slot.due_at.astimezone(zone).hour < 4
        if rule.before is not None:
            assert slot.due_at < slot.anchor_at
            assert slot.expires_at <= slot.anchor_at
        assert slot.due_at < slot.expires_at


@given(instants, zones, st.integers(0, 30), st.sampled_from([-1, 0, 1]))
def test_a_later_plan_is_a_part_of_an_earlier_one(starts_at, zone, number, seconds):
    earlier = plan(meeting(starts_at), RULES, zone=zone, hours=HOURS, now=LONG_AGO)
    one = earlier[number % len(earlier)]
    now = one.due_at + timedelta(seconds=seconds)
    later = plan(meeting(starts_at), RULES, zone=zone, hours=HOURS, now=now)
    assert later == [slot for slot in earlier if slot.due_at > now]
    assert (one in later) is (seconds < 0)


@given(instants, zones)
def test_keys_are_unique_and_all_change_when_the_meeting_moves(starts_at, zone):
    before = plan(meeting(starts_at), RULES, zone=zone, hours=HOURS, now=LONG_AGO)
    moved = meeting(starts_at + timedelta(days=3))
    after = plan(moved, RULES, zone=zone, hours=HOURS, now=LONG_AGO)
    keys = [key(slot, 1, 7) for slot in before]
    assert len(set(keys)) == len(keys) == len(after) > len({rule.kind for rule in RULES}) - 1
    assert not set(keys) & {key(slot, 1, 7) for slot in after}


def test_what_was_due_before_the_announcement_is_left_out():
    starts_at = datetime(2027, 3, 11, 13, tzinfo=UTC)
    now = starts_at - timedelta(days=3)
    kinds = {s.kind for s in plan(meeting(starts_at), RULES, zone=BRUSSELS, hours=HOURS, now=now)}
    assert kinds == {"practical", "joining", "report", "ipex"}


def test_an_in_person_meeting_has_no_link_to_remind_of():
    starts_at = datetime(2027, 3, 11, 13, tzinfo=UTC)
    times = meeting(starts_at, online=False)
    kinds = {s.kind for s in plan(times, RULES, zone=BRUSSELS, hours=HOURS, now=LONG_AGO)}
    assert "joining" not in kinds


def test_tomorrow_is_the_next_working_morning_unless_that_is_too_late():
    friday = datetime(2027, 3, 12, 12, tzinfo=UTC)
    monday = datetime(2027, 3, 15, 7, 30, tzinfo=UTC)
    assert reminders.tomorrow(None, BRUSSELS, HOURS, now=friday) == monday
    assert reminders.tomorrow(monday, BRUSSELS, HOURS, now=friday) is None


def test_hours_that_do_not_exist_or_exist_twice_are_one_instant():
    assert at_local(date(2027, 3, 28), time(2, 30), BRUSSELS) == datetime(
        2027, 3, 28, 1, 30, tzinfo=UTC
    )
    assert at_local(date(2027, 10, 31), time(2, 30), BRUSSELS) == datetime(
        2027, 10, 31, 0, 30, tzinfo=UTC
    )


@given(instants, zones)
def test_moving_into_working_time_always_ends_in_it(instant, zone):
    assert is_working(next_working_instant(instant, zone, HOURS), zone, HOURS)
    assert next_working_instant(instant, zone, HOURS) >= instant
    morning = previous_working_morning(instant, zone, HOURS)
    assert morning <= instant
    assert is_working(morning, zone, HOURS)


def test_five_working_days_after_a_thursday_is_the_next_thursday():
    assert add_working_days(date(2027, 3, 11), 5, HOURS) == date(2027, 3, 18)
