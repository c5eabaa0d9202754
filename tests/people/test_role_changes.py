"""Nobody becomes a coordinator unseen: changes are told, undone for a day, and lock nobody out."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.people import invitations, membership, role_changes, undo
from bot.people import service as people
from bot.people.invitations import NotOpen
from bot.people.membership import LastCoordinator
from bot.people.role_changes import WhyNot
from bot.people.service import InvitationRefused
from bot.people.undo import CannotUndo
from config.network import network
from storage import invitations as stored_invitations
from storage import role_changes as stored
from storage.models import Delivery, Invitation, Role, Standing
from tests.conftest import START
from tests.harness import stock
from tests.harness.network import card
from tests.harness.stock import BOB, HELENA, MARC, rows

pytestmark = pytest.mark.anyio
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATER = START + 30 * DAY


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def three(session):
    """Two coordinators of long standing, the first for longer, and somebody just made one."""
    helena = stock.admit(session, HELENA, 1, now=START)
    marc = stock.admit(session, MARC, 2, now=START + DAY)
    rogue = stock.admit(session, BOB, 3, now=START + DAY)
    membership.give_role(session, network(), rogue, Role.COORDINATOR, by=helena, now=LATER)
    return helena, marc, rogue


def take(session, person, *, by, now):
    membership.give_role(session, network(), person, Role.CORRESPONDENT, by=by, now=now)
    return stored.latest(session, person.id)


def take_back(session, change, by, now):
    undo.undo(session, network(), change, by=by, now=now)


def told(session, kind, change):
    query = select(Delivery).where(Delivery.kind == kind)
    return {row.person_id for row in session.exec(query) if row.about.get("change_id") == change.id}


def test_all_coordinators_are_told_at_once_and_whoever_lost_the_role(session, three):
    helena, marc, rogue = three
    change = stored.latest(session, rogue.id)
    assert told(session, "role_changed", change) == {helena.id, marc.id}
    lost = take(session, marc, by=rogue, now=LATER + HOUR)
    assert told(session, "role_changed", lost) == {helena.id, rogue.id}
    assert told(session, "role_taken", lost) == {marc.id}
    due = [row.due_at for row in session.exec(select(Delivery)) if row.kind == "role_taken"]
    assert due == [LATER + HOUR]


def test_a_newcomer_cannot_lock_the_others_out_nor_win_by_undoing(session, three):
    helena, marc, rogue = three
    now = LATER + HOUR
    for victim in (marc, helena):
        take(session, victim, by=rogue, now=now)
        membership.suspend(session, victim, by=rogue, now=now)  # in two steps
    assert [one.role for one in three] == [Role.CORRESPONDENT] * 2 + [Role.COORDINATOR]
    for acts in (stored.OF_STANDING, stored.OF_ROLE):
        change = stored.latest(session, helena.id, acts)
        assert role_changes.was_taken(session, change)
        take_back(session, change, helena, now + HOUR)
    assert (helena.standing, helena.role) == (Standing.ACTIVE, Role.COORDINATOR)
    lost = take(session, rogue, by=helena, now=now + 2 * HOUR)
    with pytest.raises(CannotUndo) as refused:
        take_back(session, lost, rogue, now + 3 * HOUR)
    assert refused.value.why is WhyNot.JUNIOR
    # Whoever is back puts the others back.
    for acts in (stored.OF_STANDING, stored.OF_ROLE):
        take_back(session, stored.latest(session, marc.id, acts), helena, now + 3 * HOUR)
    assert (marc.standing, marc.role) == (Standing.ACTIVE, Role.COORDINATOR)


def test_who_was_put_back_has_been_a_coordinator_for_as_long_as_before(session, three):
    helena, marc, rogue = three
    take_back(session, take(session, helena, by=rogue, now=LATER + HOUR), helena, LATER + HOUR)
    lost = take(session, helena, by=marc, now=LATER + 2 * HOUR)
    take_back(session, lost, helena, LATER + 3 * HOUR)
    assert helena.role is Role.COORDINATOR


def test_an_undo_works_once_and_for_a_day_and_says_who_was_first(session, three):
    helena, marc, rogue = three
    change = stored.latest(session, rogue.id)
    for whose, now, why in (
        (helena, LATER + DAY, WhyNot.LATE),
        (rogue, LATER + HOUR, None),
        (None, LATER + HOUR, WhyNot.NOT_YOURS),
    ):
        assert role_changes.why_not(session, change, whose, now=now) is why
    take_back(session, change, marc, LATER + HOUR)
    assert (rogue.role, change.undone_by) == (Role.CORRESPONDENT, marc.id)
    opposite = stored.latest(session, rogue.id)
    assert opposite.undoes_id == change.id
    with pytest.raises(CannotUndo) as refused:
        take_back(session, change, helena, LATER + HOUR)
    assert refused.value.why is WhyNot.DONE
    assert not stored.take_back(session, change.id, by=helena.id, now=LATER)
    # What is like it and came later holds.
    membership.give_role(session, network(), rogue, Role.COORDINATOR, by=helena, now=LATER + HOUR)
    assert role_changes.why_not(session, opposite, marc, now=LATER + HOUR) is WhyNot.CHANGED


def test_an_observer_and_a_suspended_stranger_to_it_undo_nothing(session, three):
    helena, marc, rogue = three
    change = stored.latest(session, rogue.id)
    sofia = stock.admit(session, stock.SOFIA, 4, now=START)
    niamh = stock.admit(session, stock.NIAMH, 5, now=START)
    membership.suspend(session, niamh, by=helena, now=LATER)
    own = stored.latest(session, niamh.id)
    for whose, which in ((sofia, change), (niamh, change), (niamh, own), (sofia, own)):
        found = role_changes.why_not(session, which, whose, now=LATER + HOUR)
        assert found is WhyNot.NOT_YOURS
    assert told(session, "role_taken", own) == set()
    take_back(session, own, marc, LATER + HOUR)
    assert niamh.standing is Standing.ACTIVE


def test_the_only_coordinator_stays_one(session):
    helena = stock.admit(session, HELENA, 1, now=START)
    joined = stored.latest(session, helena.id)
    with pytest.raises(LastCoordinator):
        take_back(session, joined, helena, START + HOUR)


# --- invitations -----------------------------------------------------------------------------


def invited(session, maker, *, now, role=Role.COORDINATOR):
    code = people.invite(
        session, role, None, by=maker.id, now=now, valid_for=invitations.valid_for(network(), role)
    )
    return code, people.open_invitation(session, code, now=now)


def refusal(session, code, now):
    with pytest.raises(InvitationRefused) as refused:
        people.open_invitation(session, code, now=now)
    return refused.value.reason


def test_coordinators_links_last_two_days(session):
    helena = stock.admit(session, HELENA, 1, now=START)
    code, invitation = invited(session, helena, now=START)
    assert invitation.expires_at == START + 2 * DAY
    people.open_invitation(session, code, now=START + 2 * DAY - HOUR)
    assert refusal(session, code, START + 2 * DAY) == "expired"
    assert invitations.valid_for(network(), Role.OBSERVER) == timedelta(days=14)


@pytest.mark.parametrize("how", ["suspended", "demoted", "gone", "revoked"])
def test_an_invitation_ends_with_its_makers_role_or_when_it_is_revoked(session, how):
    helena = stock.admit(session, HELENA, 1, now=START)
    marc = stock.admit(session, MARC, 2, now=START)
    code, invitation = invited(session, marc, now=LATER)
    kept, _ = invited(session, helena, now=LATER)
    if how == "suspended":
        membership.suspend(session, marc, by=helena, now=LATER)
    elif how == "demoted":
        take(session, marc, by=helena, now=LATER)
    elif how == "gone":
        marc.standing = Standing.DEPARTED  # however they went
        session.flush()
    else:
        invitations.revoke(session, invitation, by=helena, now=LATER)
        with pytest.raises(NotOpen):
            invitations.revoke(session, invitation, by=helena, now=LATER)
    assert refusal(session, code, LATER) == "revoked"
    open_ones = stored_invitations.open_at(session, LATER)
    assert [maker.id for _, maker in open_ones] == [helena.id]
    people.open_invitation(session, kept, now=LATER)
    if how in ("suspended", "demoted"):
        # Being put back does not bring a link back that may be in anybody's hands.
        change = stored.latest(session, marc.id)
        take_back(session, change, helena, LATER + HOUR)
        assert refusal(session, code, LATER + HOUR) == "revoked"


# --- in the chat -----------------------------------------------------------------------------


async def test_a_link_that_made_a_coordinator_is_told_and_taken_back(harness):
    helena = await harness.joins(HELENA)
    marc = await harness.joins(MARC)
    await harness.settle()
    news = await helena.receives("Marc (European Parliament) has joined as a coordinator")
    assert "with a link issued by the command line" in news.text
    await harness.press(helena, "Undo", news)
    await harness.settle()
    assert "Undone by Helena" in news.text
    assert "Undo" not in news.labels
    taken = await marc.receives("Vous ne coordonnez plus le réseau")
    assert "rôle retiré par Helena" in taken.text
    assert taken.labels == []  # Helena has been a coordinator for longer
    assert "réservée à la coordination" in (await harness.say(marc, "/people")).text


async def test_who_is_suspended_by_a_newcomer_undoes_it_and_only_that(harness):
    helena = await harness.joins(HELENA)
    harness.clock.advance(DAY)
    bob = await harness.joins(BOB)
    await harness.settle()
    listed = await harness.say(helena, "/people")
    for press in ("Bob", "Make coordinator", "Yes, make coordinator"):
        await harness.press(helena, press, listed)
    await harness.settle()
    listed = await harness.say(bob, "/people")
    for press in ("Helena", "Suspend", "Yes, suspend"):
        await harness.press(bob, press, listed)
    await harness.settle()
    news = await helena.receives("Your access was suspended by Bob")
    assert "suspended" in (await harness.say(helena, "/people")).text
    query = helena.press(news, "Undo")
    await harness.settle()
    assert query.answer is not None
    assert "Undone by Helena" in news.text
    assert "Members of the network" in (await harness.say(helena, "/people")).text
    again = helena.press_raw(news, query.data)
    await harness.quiet()
    assert "Helena has undone this already" in again.answer["text"]
    sofia = await harness.joins(stock.SOFIA)
    await harness.say(sofia, "/help")
    late = sofia.press_raw(sofia.last, query.data)
    await harness.quiet()
    assert "Only coordinators can undo this" in late.answer["text"]


async def test_open_invitations_are_listed_and_revoked_with_a_question(harness):
    helena = await harness.joins(HELENA)
    await harness.joins(MARC)
    await harness.settle()
    assert "No invitation is open" in (await harness.say(helena, "/invitations")).text
    made = await harness.say(helena, "/invite coordinator")
    code = made.text.split("?start=")[1].split()[0]
    assert "until Wednesday 25 November 2026, 11:00" in made.text
    harness.clock.advance(3 * HOUR)
    await harness.say(helena, "/invite FR-SEN")
    await harness.say(helena, "/invite")
    await harness.press(helena, "Open invitations")
    assert "2 invitations can still be used" in card(helena).text
    assert "Coordinator: issued by Helena, Monday 23 November 2026, 11:00" in card(helena).text
    assert "(3 hours ago)" in card(helena).text
    await harness.press(helena, "Revoke: Coordinator (Helena)")
    await harness.press(helena, "‹ Back")
    assert len([one for one in rows(harness, Invitation) if one.ended_at]) == 0
    await harness.press(helena, "Revoke: Coordinator (Helena)")
    await harness.press(helena, "Yes, revoke")
    assert "One invitation can still be used" in card(helena).text
    stranger = harness.world.person("Tom", language_code="en")
    stranger.start(code)
    await stranger.receives("This invitation has been revoked")
    await harness.say(helena, "/people")
    await harness.press(helena, "Open invitations")
    assert "France – Senate: issued by Helena" in card(helena).text
    assert "revoked an invitation: Coordinator" in (await harness.say(helena, "/log")).text
