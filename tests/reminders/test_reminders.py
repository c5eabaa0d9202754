"""Reminders as rows: what a change does to what waits, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.meetings import service as meetings
from bot.people import membership, personal_data, preferences
from bot.reminders import service as reminders
from config.network import network
from storage import deliveries, marks
from storage import people as stored_people
from storage.models import Audience, Choice, Delivery, DeliveryState, Format, Role
from tests.harness import stock

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
MEETING = datetime(2027, 3, 11, 13, tzinfo=UTC)
WEEK_BEFORE = datetime(2027, 3, 4, 9, tzinfo=UTC)
"""Nine o'clock in Dublin, a week before the meeting."""


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def helena(session):
    return stock.admit(session, stock.HELENA, 1, now=NOW)


@pytest.fixture
def bob(session):
    return stock.admit(session, stock.BOB, 2, now=NOW)


@pytest.fixture
def niamh(session):
    return stock.admit(session, stock.NIAMH, 3, now=NOW)


def announce(session, by, **values):
    return stock.announce(
        session, by, now=NOW, starts_at=MEETING, reply_by=MEETING - timedelta(days=14), **values
    )


def reminder(session, meeting, person, kind, offset=None):
    """Return somebody's row of a kind as the database has it now."""
    session.flush()
    session.expire_all()
    found = [
        row
        for row in deliveries.of_meeting(session, meeting.id, [person.id])
        if row.kind == "reminder" and row.about["rule"] == kind
    ]
    return next((row for row in found if offset in (None, row.about["offset"])), None)


def waiting(session, meeting, person):
    session.flush()
    session.expire_all()
    rows = deliveries.of_meeting(session, meeting.id, [person.id])
    return {
        (row.about["rule"], row.about["offset"])
        for row in rows
        if row.kind == "reminder" and row.state is DeliveryState.PLANNED
    }


def test_what_is_due_and_waits_for_its_turn_is_not_lost_by_an_answer(session, helena, bob):
    """A broadcast of reminders takes a while: who answers meanwhile gets theirs all the same."""
    meeting = announce(session, helena)
    late = WEEK_BEFORE + timedelta(seconds=3)
    meetings.answer(
        session, network(), meeting, bob, Choice.ONLINE, sequence=meeting.sequence, now=late
    )
    assert reminder(session, meeting, bob, "dossier").state is DeliveryState.PLANNED
    assert reminder(session, meeting, bob, "reply_by").state is DeliveryState.DROPPED
    assert deliveries.reserve(session, by="me", now=late, limit=50)


def test_what_is_due_and_waits_is_not_lost_by_a_new_plan(session, helena, bob):
    """After an absence the plan is read before what is late goes out."""
    meeting = announce(session, helena)
    rules = [rule for rule in network().reminders if rule.kind != "practical"]
    changed = network().model_copy(update={"reminders": rules})
    late = WEEK_BEFORE + timedelta(hours=1)
    assert reminders.replan_if_changed(session, changed, now=late)
    dossier = reminder(session, meeting, bob, "dossier")
    assert (dossier.state, dossier.due_at) == (DeliveryState.PLANNED, WEEK_BEFORE)


def test_a_reminder_that_has_come_is_not_planned_again_nor_one_whose_time_was_before(
    session, helena, bob
):
    meeting = announce(session, helena)
    sent = reminder(session, meeting, bob, "dossier")
    sent.state = DeliveryState.SENT
    later = WEEK_BEFORE + timedelta(hours=1)
    preferences.choose_zone(session, network(), bob, "Atlantic/Azores", now=later)
    assert reminder(session, meeting, bob, "dossier").state is DeliveryState.SENT
    eve = stock.admit(session, stock.EVE, 9, now=later)
    assert waiting(session, meeting, eve) == set()  # she has to answer before she attends
    rows = deliveries.of_meeting(session, meeting.id, [eve.id])
    assert [row.kind for row in rows] == ["notice"]


def test_a_change_of_zone_moves_what_is_planned(session, helena, bob):
    meeting = announce(session, helena)
    dossier = reminder(session, meeting, bob, "dossier")
    expires_at = dossier.expires_at
    assert dossier.due_at == WEEK_BEFORE
    preferences.choose_zone(session, network(), bob, "Europe/Athens", now=NOW)
    moved = reminder(session, meeting, bob, "dossier")
    assert moved.due_at == moved.next_try_at == WEEK_BEFORE - timedelta(hours=2)
    assert moved.expires_at == expires_at - timedelta(hours=2)


def test_who_moves_east_past_the_hour_of_a_reminder_gets_it_at_once(session, helena, bob):
    meeting = announce(session, helena)
    before = WEEK_BEFORE - timedelta(hours=1)  # eight in Dublin, ten in Athens
    preferences.choose_zone(session, network(), bob, "Europe/Athens", now=before)
    dossier = reminder(session, meeting, bob, "dossier")
    assert (dossier.state, dossier.due_at < before) == (DeliveryState.PLANNED, True)


def test_a_pause_drops_what_falls_into_it_and_its_end_brings_back_what_is_to_come(
    session, helena, bob
):
    meeting = announce(session, helena)
    until = datetime(2027, 2, 12, tzinfo=UTC)
    preferences.pause(session, network(), bob, until, now=NOW)
    call = reminder(session, meeting, bob, "call_for_updates")
    assert (call.state, call.reason) == (DeliveryState.DROPPED, "paused by the person")
    assert ("updates_due", "-2d") in waiting(session, meeting, bob)
    assert ("updates_due", "-7d") not in waiting(session, meeting, bob)
    preferences.pause(session, network(), bob, None, now=NOW + timedelta(days=1))
    call = reminder(session, meeting, bob, "call_for_updates")
    assert (call.state, call.reason) == (DeliveryState.PLANNED, None)
    preferences.pause(session, network(), bob, until, now=NOW + timedelta(days=1))
    session.expire_all()  # each of these is a transaction of its own in life
    after = datetime(2027, 2, 1, tzinfo=UTC)
    preferences.pause(session, network(), bob, None, now=after)
    assert reminder(session, meeting, bob, "call_for_updates").state is DeliveryState.DROPPED
    assert ("updates_due", "-7d") in waiting(session, meeting, bob)


def test_what_comes_back_after_a_pause_has_the_hours_of_the_zone_of_then(session, helena, bob):
    meeting = announce(session, helena)
    expires_at = reminder(session, meeting, bob, "dossier").expires_at
    preferences.pause(session, network(), bob, MEETING, now=NOW)
    preferences.choose_zone(session, network(), bob, "Europe/Athens", now=NOW)
    preferences.pause(session, network(), bob, None, now=NOW)
    back = reminder(session, meeting, bob, "dossier")
    assert back.due_at == WEEK_BEFORE - timedelta(hours=2)
    assert back.expires_at == expires_at - timedelta(hours=2)


def test_a_stopped_kind_ends_at_once_and_comes_back_when_it_is_wanted_again(session, helena, bob):
    meeting = announce(session, helena)
    reminders.set_reminder(session, network(), bob, "dossier", wanted=False, now=NOW)
    row = reminder(session, meeting, bob, "dossier")
    assert (row.state, row.reason) == (DeliveryState.DROPPED, "stopped by the person")
    assert ("reply_by", "-7d") in waiting(session, meeting, bob)
    reminders.set_reminder(session, network(), bob, "dossier", wanted=True, now=NOW)
    assert reminder(session, meeting, bob, "dossier").state is DeliveryState.PLANNED
    assert bob.stopped_kinds == []


def test_a_new_role_brings_and_takes_what_is_for_coordinators(session, helena, bob):
    meeting = announce(session, helena)
    assert reminder(session, meeting, bob, "report") is None
    membership.give_role(session, network(), bob, Role.COORDINATOR, by=helena, now=NOW)
    assert reminder(session, meeting, bob, "report").state is DeliveryState.PLANNED
    membership.give_role(session, network(), bob, Role.CORRESPONDENT, by=helena, now=NOW)
    row = reminder(session, meeting, bob, "report")
    assert (row.state, row.reason) == (DeliveryState.DROPPED, "for coordinators")


def test_a_chamber_that_has_answered_is_not_chased_whoever_answered_for_it(
    session, helena, bob, niamh
):
    meeting = announce(session, helena)
    assert ("reply_by", "-7d") in waiting(session, meeting, niamh)
    meetings.answer(
        session, network(), meeting, bob, Choice.ONLINE, sequence=meeting.sequence, now=NOW
    )
    row = reminder(session, meeting, niamh, "reply_by")
    assert (row.state, row.reason) == (DeliveryState.DROPPED, "the chamber has answered")
    # Who answered is suspended, or has another chamber now: the answer was the chamber's.
    membership.suspend(session, bob, by=helena, now=NOW)
    reminders.replan(session, network(), meeting, now=NOW)
    assert ("reply_by", "-7d") not in waiting(session, meeting, niamh)
    stored_people.leave_seats(session, bob.id, now=NOW)
    session.flush()
    assert reminders.responses_to(session, meeting).answered_chambers == {"IE-DAI"}
    reminders.replan(session, network(), meeting, now=NOW)
    assert ("reply_by", "-7d") not in waiting(session, meeting, niamh)


def test_a_chamber_is_asked_again_when_its_answer_was_erased_or_holds_no_more(
    session, helena, bob, niamh
):
    meeting = announce(session, helena)
    meetings.answer(
        session, network(), meeting, bob, Choice.ONLINE, sequence=meeting.sequence, now=NOW
    )
    in_person = {"format": Format.IN_PERSON, "link": None}
    meetings.change(session, network(), meeting, in_person, by=helena, now=NOW, card=(0, None))
    assert ("reply_by", "-7d") in waiting(session, meeting, niamh)  # nobody can join online now
    meetings.answer(
        session, network(), meeting, bob, Choice.CANNOT, sequence=meeting.sequence, now=NOW
    )
    assert ("reply_by", "-7d") not in waiting(session, meeting, niamh)
    personal_data.erase(session, network(), bob, update_id=1, now=NOW)
    assert ("reply_by", "-7d") in waiting(session, meeting, niamh)


def test_a_new_plan_is_followed_from_the_next_start_and_the_same_plan_changes_nothing(
    session, helena, bob
):
    meeting = announce(session, helena)
    assert reminders.replan_if_changed(session, network(), now=NOW)
    kept = marks.get(session, reminders.PLAN).value
    assert not reminders.replan_if_changed(session, network(), now=NOW)
    earlier = [
        rule.model_copy(update={"before": timedelta(days=10)}) if rule.kind == "dossier" else rule
        for rule in network().reminders
    ]
    changed = network().model_copy(update={"reminders": earlier})
    assert reminders.replan_if_changed(session, changed, now=NOW)
    assert marks.get(session, reminders.PLAN).value != kept
    assert reminder(session, meeting, bob, "dossier", "-10d").state is DeliveryState.PLANNED
    old = reminder(session, meeting, bob, "dossier", "-7d")
    assert (old.state, old.reason) == (
        DeliveryState.SUPERSEDED,
        "the meeting or the plan has changed",
    )
    # Other working hours are another plan as well.
    hours = network().working_hours.model_copy(update={"days": ["mon", "tue"]})
    assert reminders.replan_if_changed(
        session, changed.model_copy(update={"working_hours": hours}), now=NOW
    )
    days = {row.due_at.weekday() for row in deliveries.waiting_for(session, bob.id) if row.about}
    assert days <= {0, 1, 3}  # Thursday: the hour before the meeting is exact
    assert 3 not in {
        row.due_at.weekday()
        for row in deliveries.waiting_for(session, bob.id)
        if row.about and row.about.get("rule") != "joining"
    }


def test_a_meeting_of_the_past_has_its_reminders_planned_anew_as_long_as_there_may_be_any(
    session, helena
):
    meeting = announce(session, helena)
    after = MEETING + timedelta(hours=4)
    preferences.choose_zone(session, network(), helena, "Europe/Athens", now=after)
    report = reminder(session, meeting, helena, "report")
    assert (report.state, report.due_at.hour) == (DeliveryState.PLANNED, 7)


def test_only_who_was_invited_is_planned_for(session, helena, bob):
    meeting = announce(session, helena)
    session.delete(session.get(Audience, (meeting.id, bob.id)))
    session.flush()
    before = len(deliveries.of_meeting(session, meeting.id, [bob.id]))
    preferences.choose_zone(session, network(), bob, "Europe/Athens", now=NOW)
    assert len(deliveries.of_meeting(session, meeting.id, [bob.id])) == before


def test_somebody_asked_to_be_reminded_once_more_keeps_that_through_a_change(session, helena, bob):
    meeting = announce(session, helena)
    row = reminder(session, meeting, bob, "dossier")
    again = {
        "key": f"{row.key}{reminders.AGAIN}",
        "person_id": bob.id,
        "kind": "reminder",
        "meeting_id": meeting.id,
        "about": {**row.about, "again": True},
        "due_at": WEEK_BEFORE + timedelta(days=1),
        "expires_at": row.expires_at,
    }
    deliveries.plan(session, [again], now=NOW)
    reminders.replan(session, network(), meeting, now=NOW)
    kept = deliveries.by_keys(session, [again["key"]])[again["key"]]
    assert kept.state is DeliveryState.PLANNED
    meetings.cancel(session, network(), meeting, None, by=helena, now=NOW, card=(0, None))
    session.expire_all()
    assert waiting(session, meeting, bob) == {("dossier", "-7d")}  # its sender reads the world
    rows = session.exec(select(Delivery)).all()
    dropped = [row for row in rows if row.kind == "reminder" and not row.about.get("again")]
    assert {(row.state, row.reason) for row in dropped} == {
        (DeliveryState.SUPERSEDED, "the meeting was cancelled")
    }


def test_an_observer_answers_and_reports_for_nobody(session, helena):
    sofia = stock.admit(session, stock.SOFIA, 5, now=NOW)
    guest = stock.admit(session, stock.Character("Guest", "IE-DAI", Role.OBSERVER), 6, now=NOW)
    meeting = announce(session, helena)
    for observer in (sofia, guest):
        assert ("call_for_updates", "-42d") not in waiting(session, meeting, observer)
        assert ("reply_by", "-7d") in waiting(session, meeting, observer)
    given = meetings.answer(
        session, network(), meeting, guest, Choice.ONLINE, sequence=meeting.sequence, now=NOW
    )
    assert given.chamber_id is None
