"""Who joins, is declined, comes back, is lost and found, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.features import REGISTRY
from bot.people import service as people
from bot.people.service import (
    AlreadyDecided,
    AlreadyRegistered,
    InvitationRefused,
    Registration,
)
from storage import people as stored
from storage.models import AuditEntry, Delivery, Invitation, Role, Seat, Standing
from tests.harness import stock

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
WEEK = timedelta(days=7)


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def helena(session):
    return stock.admit(session, stock.HELENA, 1, now=NOW)


@pytest.fixture
def marc(session):
    return stock.admit(session, stock.MARC, 2, now=NOW)


def seen(session, person, *, now):
    people.seen(session, person, now=now, renewed=REGISTRY.kinds.renewed)


def asks(session, *chambers, account=7, name="Anna", language="en", at=NOW):
    registration = Registration(account, name, language, chambers or ("FI-EDU",), at)
    return people.apply(session, registration, now=at)


def told(session, kind):
    """Return whom messages of a kind were planned for, in their order."""
    query = select(Delivery).where(Delivery.kind == kind).order_by(Delivery.id)
    return [row.person_id for row in session.exec(query)]


def acts_of(session, act):
    return session.exec(select(AuditEntry).where(AuditEntry.act == act)).all()


def test_who_asks_to_join_waits_and_every_coordinator_hears_of_it_once(session, helena, marc):
    anna = asks(session, "IE-DAI", "IE-SEN")
    assert (anna.role, anna.standing) == (Role.CORRESPONDENT, Standing.APPLICANT)
    assert (anna.zone, anna.language, anna.acknowledged_at) == ("Europe/Dublin", "en", NOW)
    assert stored.chambers_of(session, anna.id) == ["IE-DAI", "IE-SEN"]
    assert told(session, "application") == [helena.id, marc.id]
    assert [act.by for act in acts_of(session, "person.applied")] == [anna.id]
    with pytest.raises(AlreadyRegistered) as refused:
        asks(session)
    assert refused.value.person.id == anna.id
    assert told(session, "application") == [helena.id, marc.id]


@pytest.mark.parametrize("standing", [Standing.ACTIVE, Standing.SUSPENDED, Standing.APPLICANT])
def test_who_is_in_or_waits_or_was_suspended_cannot_ask_again(session, standing):
    anna = asks(session)
    anna.standing = standing
    session.flush()
    with pytest.raises(AlreadyRegistered):
        asks(session, at=LATER)


def test_who_was_declined_may_ask_again_with_what_they_say_now(session, helena):
    anna = asks(session, "IE-DAI")
    people.decline(session, anna.id, "Ask first", by=helena, now=NOW)
    assert (anna.standing, anna.decline_reason) == (Standing.DECLINED, "Ask first")
    assert (anna.decided_by, anna.decided_at) == (helena.id, NOW)
    assert stored.chambers_of(session, anna.id) == []
    assert told(session, "declined") == [anna.id]
    again = asks(session, "GR-VOU", name="Anna Maria", language="fr", at=LATER)
    assert again.id == anna.id
    assert again.standing is Standing.APPLICANT
    assert (again.name, again.language, again.zone) == ("Anna Maria", "fr", "Europe/Athens")
    assert again.acknowledged_at == LATER
    assert (again.decided_at, again.decided_by, again.decline_reason) == (None, None, None)
    assert stored.chambers_of(session, anna.id) == ["GR-VOU"]
    seats = session.exec(select(Seat).where(Seat.person_id == anna.id)).all()
    assert [(seat.chamber_id, seat.until) for seat in seats] == [("IE-DAI", NOW), ("GR-VOU", None)]
    assert told(session, "application") == [helena.id, helena.id]


def test_an_application_is_decided_once(session, helena, marc):
    anna = asks(session)
    people.approve(session, anna.id, by=helena, now=NOW)
    assert (anna.standing, anna.decided_by) == (Standing.ACTIVE, helena.id)
    assert told(session, "welcome").count(anna.id) == told(session, "commands").count(anna.id) == 1
    for decide in (
        lambda: people.approve(session, anna.id, by=marc, now=LATER),
        lambda: people.decline(session, anna.id, None, by=marc, now=LATER),
    ):
        with pytest.raises(AlreadyDecided) as late:
            decide()
        assert (late.value.person.id, late.value.by.id) == (anna.id, helena.id)
    assert told(session, "declined") == []
    with pytest.raises(LookupError):
        people.approve(session, 999, by=helena, now=NOW)


def test_an_invitation_is_good_for_one_person_until_its_last_instant(session, helena):
    code = people.invite(session, Role.OBSERVER, None, by=helena.id, now=NOW, valid_for=WEEK)
    kept = people.open_invitation(session, code, now=NOW + WEEK - timedelta(seconds=1))
    assert (kept.role, kept.created_by, kept.code_hash) == (
        Role.OBSERVER,
        helena.id,
        people.hash_of(code),
    )
    for reason, wrong, at in (("unknown", "x", NOW), ("expired", code, NOW + WEEK)):
        with pytest.raises(InvitationRefused) as refused:
            people.open_invitation(session, wrong, now=at)
        assert refused.value.reason == reason
    sofia = Registration(9, "Sofia", "en", (), NOW)
    with pytest.raises(InvitationRefused):
        people.accept(session, kept.id, sofia, now=NOW + WEEK)
    joined = people.accept(session, kept.id, sofia, now=LATER)
    assert (joined.role, joined.standing) == (Role.OBSERVER, Standing.ACTIVE)
    assert (joined.decided_by, joined.decided_at) == (helena.id, LATER)
    assert (kept.used_by, kept.used_at) == (joined.id, LATER)
    with pytest.raises(InvitationRefused) as used:
        people.accept(session, kept.id, Registration(10, "Tom", "en", (), NOW), now=LATER)
    assert used.value.reason == "used"
    assert session.exec(select(Invitation)).all()


def test_an_invitation_admits_who_waits_or_was_declined_and_nobody_who_is_in(session, helena):
    for account, decide in ((7, None), (8, "declined")):
        anna = asks(session, "IE-DAI", account=account)
        if decide:
            people.decline(session, anna.id, "No", by=helena, now=NOW)
        code = people.invite(
            session, Role.COORDINATOR, "EU-EP", by=helena.id, now=NOW, valid_for=WEEK
        )
        invitation = people.open_invitation(session, code, now=NOW)
        joined = people.accept(
            session, invitation.id, Registration(account, "Anna", "en", ("EU-EP",), NOW), now=LATER
        )
        assert joined.id == anna.id
        assert (joined.role, joined.standing) == (Role.COORDINATOR, Standing.ACTIVE)
        assert joined.decline_reason is None
        assert stored.chambers_of(session, anna.id) == ["EU-EP"]
    code = people.invite(session, Role.OBSERVER, None, by=None, now=NOW, valid_for=WEEK)
    invitation = people.open_invitation(session, code, now=NOW)
    with pytest.raises(AlreadyRegistered):
        people.accept(session, invitation.id, Registration(7, "Anna", "en", (), NOW), now=LATER)
    assert invitation.used_at is None


def test_when_somebody_last_wrote_is_kept_to_a_minute(session, helena):
    helena.last_seen_at = None
    seen(session, helena, now=NOW)
    seen(session, helena, now=NOW + timedelta(seconds=59))
    assert helena.last_seen_at == NOW
    seen(session, helena, now=NOW + timedelta(seconds=60))
    assert helena.last_seen_at == NOW + timedelta(seconds=60)
    seen(session, helena, now=NOW - timedelta(days=1))  # a clock that was set back
    assert helena.last_seen_at == NOW - timedelta(days=1)


def test_who_cannot_be_reached_is_told_of_once_to_the_others_until_they_write(
    session, helena, marc
):
    people.lost_account(session, 2, "blocked the bot" * 30, now=NOW)
    assert marc.unreachable_since == NOW
    assert len(marc.unreachable_reason) == 200
    people.lost(session, marc.id, "again", now=LATER)
    people.lost_account(session, 99, "nobody", now=LATER)
    assert marc.unreachable_since == NOW
    assert told(session, "unreachable") == [helena.id]
    assert len(acts_of(session, "person.unreachable")) == 1
    seen(session, marc, now=LATER)
    assert (marc.unreachable_since, marc.unreachable_reason) == (None, None)
    people.lost(session, marc.id, "blocked the bot", now=LATER)
    assert told(session, "unreachable") == [helena.id, helena.id]


def test_a_zone_follows_from_the_first_chamber(session):
    assert people.zone_of(["GR-VOU", "IE-DAI"]) == "Europe/Athens"
    assert people.zone_of([]) == "Europe/Brussels"
