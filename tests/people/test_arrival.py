"""What reaches whoever joins, comes back or is let in again, and what ends when they are away."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.features import REGISTRY
from bot.meetings import service as meetings
from bot.outbox import enqueue, lifecycle
from bot.people import membership
from bot.people import service as people
from bot.updates import service as updates
from config.network import network
from storage import deliveries
from storage import updates as stored_updates
from storage.models import Choice, DeliveryState, Role
from tests.harness import stock

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
MEETING = datetime(2027, 3, 11, 13, tzinfo=UTC)
LATER = NOW + timedelta(days=3)


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
def meeting(session, helena, bob):
    reply_by = MEETING - timedelta(days=14)
    return stock.announce(session, helena, now=NOW, starts_at=MEETING, reply_by=reply_by)


def rows(session, meeting, person, kind):
    session.flush()
    session.expire_all()
    found = deliveries.of_meeting(session, meeting.id, [person.id])
    return [row for row in found if row.kind == kind]


def reminded(session, meeting, person):
    """Return which reminders wait for somebody."""
    return {
        (row.about["rule"], row.about["offset"])
        for row in rows(session, meeting, person, "reminder")
        if row.state is DeliveryState.PLANNED
    }


def send(session, *found):
    for row in found:
        row.state = DeliveryState.SENT
    session.flush()


def report(session, person, chamber, **values):
    values = stock.update(chamber_id=chamber, **values)
    return updates.submit(session, network(), values, by=person, now=NOW)


def test_who_joins_later_is_invited_and_reminded_like_everybody(session, meeting, bob):
    niamh = stock.admit(session, stock.NIAMH, 3, now=LATER)
    assert len(rows(session, meeting, niamh, "notice")) == 1
    assert reminded(session, meeting, niamh) == reminded(session, meeting, bob)
    assert len(reminded(session, meeting, niamh)) > 5


def test_who_is_suspended_gets_nothing_and_is_reminded_again_when_let_in(
    session, meeting, helena, bob
):
    before = reminded(session, meeting, bob)
    send(session, *rows(session, meeting, bob, "notice"))
    membership.suspend(session, bob, by=helena, now=LATER)
    assert reminded(session, meeting, bob) == set()
    ended = rows(session, meeting, bob, "reminder")
    assert {row.reason for row in ended} == {"the person has left"}
    assert (bob.decided_by, bob.decided_at) == (helena.id, LATER)
    membership.reinstate(session, network(), bob, by=helena, now=LATER + timedelta(days=1))
    assert reminded(session, meeting, bob) == before
    assert len(rows(session, meeting, bob, "notice")) == 1  # the one that has reached them


def test_who_was_never_reached_by_the_notice_is_invited_anew(session, meeting, helena, bob):
    (notice,) = rows(session, meeting, bob, "notice")
    notice.state = DeliveryState.UNREACHABLE
    people.lost(session, bob.id, "blocked the bot", now=NOW)
    enqueue.tell(session, bob, "draft_ended", key="missed", now=NOW)
    missed = deliveries.by_keys(session, ["missed"])["missed"]
    missed.state = DeliveryState.UNREACHABLE
    missed.next_try_at = NOW - timedelta(days=1)
    session.flush()
    people.seen(session, bob, now=LATER, renewed=REGISTRY.kinds.renewed)
    assert [row.state for row in rows(session, meeting, bob, "notice")] == [
        DeliveryState.UNREACHABLE,
        DeliveryState.PLANNED,
    ]
    missed = deliveries.by_keys(session, ["missed"])["missed"]
    assert (missed.state, missed.next_try_at) == (DeliveryState.PLANNED, LATER)
    assert missed.due_at == NOW  # it says that it is late
    renewed = REGISTRY.kinds.renewed
    assert lifecycle.resume(session, bob.id, now=LATER, renewed=renewed) == 0


def test_a_role_leaves_who_decided_about_the_person_as_it_was(session, helena, bob):
    before = (bob.decided_by, bob.decided_at)
    membership.give_role(session, network(), bob, Role.COORDINATOR, by=helena, now=LATER)
    assert (bob.decided_by, bob.decided_at) == before


def test_a_chamber_that_has_reported_is_not_asked_again_unless_it_takes_that_back(
    session, meeting, bob
):
    assert ("updates_due", "-7d") in reminded(session, meeting, bob)
    update = report(session, bob, "IE-DAI")
    assert update.meeting_id == meeting.id
    assert ("updates_due", "-7d") not in reminded(session, meeting, bob)
    updates.withdraw(session, network(), update, by=bob, now=LATER)
    assert ("updates_due", "-7d") in reminded(session, meeting, bob)
    assert stored_updates.get(session, update.id).updated_at == LATER


def test_only_who_agreed_to_publish_is_reminded_of_it(session, meeting, bob):
    eve = stock.admit(session, stock.EVE, 3, now=NOW)
    report(session, bob, "IE-DAI", sharing="network")
    report(session, eve, "FI-EDU", sharing="ipex_ok")
    assert ("ipex", "+14days") in reminded(session, meeting, eve)
    assert ("ipex", "+14days") not in reminded(session, meeting, bob)


def test_an_answer_for_another_day_holds_no_more(session, meeting, helena, bob):
    given = meetings.answer(
        session, network(), meeting, bob, Choice.ONLINE, sequence=meeting.sequence, now=NOW
    )
    assert meetings.holds(given, meeting)
    assert ("reply_by", "-7d") not in reminded(session, meeting, bob)
    moved = {"starts_at": MEETING + timedelta(days=7), "ends_at": MEETING + timedelta(days=7.1)}
    meetings.change(session, network(), meeting, moved, by=helena, now=LATER, card=(0, None))
    assert not meetings.holds(given, meeting)
    assert ("reply_by", "-7d") in reminded(session, meeting, bob)
    assert ("practical", "-1d") not in reminded(session, meeting, bob)
    back = {"starts_at": MEETING, "ends_at": MEETING + timedelta(hours=3)}
    meetings.change(session, network(), meeting, back, by=helena, now=LATER, card=(0, None))
    assert ("practical", "-1d") in reminded(session, meeting, bob)
