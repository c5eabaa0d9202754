"""Own data, membership and the board, on both databases."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from bot.desk import overview as board
from bot.desk.overview import ChamberStanding as Stands
from bot.features import REGISTRY
from bot.meetings import service as meetings
from bot.people import membership, onboarding, personal_data
from bot.people.membership import LastCoordinator, NotNow
from bot.people.personal_data import OnlyCoordinator
from bot.updates import card as update_card
from bot.updates import service as updates
from bot.updates.fields import UPDATE_FIELDS
from bot.updates.service import NotYours
from config.network import network
from storage import personal
from storage import updates as stored
from storage.erasure import Whose
from storage.models import Answer, Choice, Delivery, DeliveryState, Person, Role, Standing
from storage.register import ERASED_NAME
from tests.harness import stock

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def admit(session, number, name, chamber, role=Role.CORRESPONDENT):
    return stock.admit(session, stock.Character(name, chamber, role), number, now=NOW)


def report(session, person, chamber, **changes):
    values = stock.update(chamber_id=chamber, **changes)
    return updates.submit(session, network(), values, by=person, now=NOW)


def notices(session, person):
    query = select(Delivery).where(Delivery.person_id == person.id, Delivery.kind == "notice")
    return session.exec(query.order_by(Delivery.id)).all()


def announce(session, by):
    return stock.announce(session, by, now=NOW)


def test_a_person_takes_their_name_out_and_the_chamber_keeps_its_reports(database):
    with database.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        bob = admit(session, 2, "Bob", "IE-DAI")
        admit(session, 3, "Niamh", "IE-DAI")
        meeting = announce(session, helena)
        meetings.answer(
            session, network(), meeting, bob, Choice.ONLINE, sequence=meeting.sequence, now=NOW
        )
        report(session, bob, "IE-DAI")
        held = personal.held(session, Whose(bob.id, 2))
        found = {each.record.table: each.rows for each in held}
        assert found["person"][0]["name"] == "Bob"
        assert found["answer"][0]["choice"] is Choice.ONLINE
        assert found["project_update"][0]["ref"] == "2027-IE-DAI-001"
        assert board.board(session, now=NOW).of(Stands.ANSWERED)[0].reported == 1
    with database.transaction() as session:
        bob = session.exec(select(Person).where(Person.telegram_id == 2)).one()
        personal_data.erase(session, network(), bob, update_id=1, now=NOW)
    with database.transaction() as session:
        gone = session.exec(select(Person).where(Person.standing == Standing.DEPARTED)).one()
        assert (gone.name, gone.telegram_id) == (ERASED_NAME, None)
        assert session.exec(select(Answer)).all() == []
        assert list(stored.chambers_in_use(session)) == ["IE-DAI"]
        line = board.board(session, now=NOW).of(Stands.SILENT)
        assert {one.chamber_id: one.reported for one in line} == {"EU-EP": 0, "IE-DAI": 1}
        again = admit(session, 2, "Bob", "FI-EDU")
        assert again.id != gone.id
        helena = session.exec(select(Person).where(Person.telegram_id == 1)).one()
        with pytest.raises(OnlyCoordinator):
            personal_data.erase(session, network(), helena, update_id=1, now=NOW)


def test_membership_is_changed_once_and_never_without_a_coordinator(database):
    with database.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        bob = admit(session, 2, "Bob", "IE-DAI")
        with pytest.raises(LastCoordinator):
            membership.suspend(session, helena, by=bob, now=NOW)
        with pytest.raises(LastCoordinator):
            membership.give_role(session, network(), helena, Role.CORRESPONDENT, by=helena, now=NOW)
        membership.suspend(session, bob, by=helena, now=NOW)
        with pytest.raises(NotNow):
            membership.suspend(session, bob, by=helena, now=NOW)
        assert board.board(session, now=NOW).of(Stands.NOBODY)[0].chamber_id == "BE-CHA"
        assert "IE-DAI" in {
            line.chamber_id for line in board.board(session, now=NOW).of(Stands.NOBODY)
        }
        with pytest.raises(NotNow):
            membership.give_role(session, network(), bob, Role.COORDINATOR, by=helena, now=NOW)
        membership.reinstate(session, network(), bob, by=helena, now=NOW)
        with pytest.raises(NotNow):
            membership.reinstate(session, network(), bob, by=helena, now=NOW)
        membership.give_role(session, network(), bob, Role.COORDINATOR, by=helena, now=NOW)
        with pytest.raises(NotNow):
            membership.give_role(session, network(), bob, Role.COORDINATOR, by=helena, now=NOW)
        membership.give_role(session, network(), helena, Role.CORRESPONDENT, by=bob, now=NOW)


def test_only_ones_own_chamber_is_reported_for_and_overlaps_are_found(database):
    with database.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        bob = admit(session, 2, "Bob", "IE-DAI")
        eve = admit(session, 3, "Eve", "FI-EDU")
        guest = admit(session, 4, "Guest", None, Role.OBSERVER)
        for person, chamber in ((bob, "FI-EDU"), (guest, "IE-DAI")):
            with pytest.raises(NotYours):
                report(session, person, chamber)
        own = report(session, bob, "IE-DAI")
        report(session, eve, "FI-EDU", partners=["WB"], start=date(2027, 3, 31))
        report(session, helena, "BE-SEN", partners=["ME", "XK"], themes=["youth"])
        called_off = report(session, helena, "PL-SEJ", status="cancelled")
        withdrawn = report(session, helena, "RO-SEN")
        updates.withdraw(session, network(), withdrawn, by=helena, now=NOW)
        codes = stored.codes_of(session, UPDATE_FIELDS.links, own.id)
        found = update_card.overlap_of(session, own, codes)
        assert set(found.chambers) == {"FI-EDU", "BE-SEN"}
        assert found.close == ("FI-EDU",)
        assert called_off.chamber_id not in found.chambers
        assert stored.partners_in_use(session) == {"ME": 3, "WB": 1, "XK": 1}


def test_who_blocks_and_returns_more_than_once_is_invited_each_time(database):
    with database.transaction() as session:
        helena = admit(session, 1, "Helena", None, Role.COORDINATOR)
        announce(session, helena)
        bob = admit(session, 2, "Bob", "IE-DAI")
        for times in (1, 2, 3):
            # What waits does not come twice; what did not arrive comes again.
            onboarding.come_back(session, bob, now=NOW, renewed=REGISTRY.kinds.renewed)
            assert len(notices(session, bob)) == times
            notices(session, bob)[-1].state = DeliveryState.UNREACHABLE
            session.flush()
        onboarding.come_back(session, bob, now=NOW, renewed=REGISTRY.kinds.renewed)
        notices(session, bob)[-1].state = DeliveryState.SENT
        session.flush()
        onboarding.come_back(session, bob, now=NOW, renewed=REGISTRY.kinds.renewed)
        assert len(notices(session, bob)) == 4
