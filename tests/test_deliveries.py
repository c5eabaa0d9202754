"""The ledger's rows as they are planned, on both databases."""

from datetime import timedelta

import pytest
from sqlmodel import select

from storage import deliveries
from storage.models import Delivery, DeliveryState, Person, Role, Standing

MANY = deliveries.COPIED_FROM * 2 + 1


@pytest.fixture
def reader(database, clock):
    """The id of somebody to whom messages are due."""
    with database.transaction() as session:
        bob = Person(
            name="Bob",
            telegram_id=9,
            language="en",
            zone="Europe/Dublin",
            role=Role.CORRESPONDENT,
            standing=Standing.ACTIVE,
            acknowledged_at=clock.now(),
            created_at=clock.now(),
        )
        session.add(bob)
        session.flush()
        return bob.id


def rows(reader, clock, numbers):
    """Return rows as services plan them; each can be told from the others."""
    return [
        {
            "key": f"welcome:{number}",
            "person_id": reader,
            "kind": "welcome",
            "about": {"number": number, "word": "naïve\t\\N\n"},
            "due_at": clock.now() + timedelta(minutes=number),
        }
        for number in numbers
    ]


def stored(database):
    with database.reading() as session:
        return {row.key: row for row in session.exec(select(Delivery)).all()}


@pytest.mark.parametrize("count", [1, deliveries.COPIED_FROM, deliveries.COPIED_FROM + 1, MANY])
def test_each_row_that_is_planned_is_there_as_it_was_given(database, clock, reader, count):
    given = rows(reader, clock, range(count))
    with database.transaction() as session:
        assert deliveries.plan(session, given, now=clock.now()) == count
    found = stored(database)
    assert len(found) == count
    for row in given:
        one = found[row["key"]]
        assert {name: getattr(one, name) for name in row} == row
        assert one.next_try_at == row["due_at"]
        assert (one.state, one.attempts, one.failures) == (DeliveryState.PLANNED, 0, 0)
        assert (one.was_unknown, one.parts_sent, one.created_at) == (False, 0, clock.now())
        assert (one.meeting_id, one.notice_id, one.expires_at) == (None, None, None)
        assert (one.claimed_by, one.sent_at, one.reason) == (None, None, None)


def test_what_has_its_key_is_left_alone_and_not_counted(database, clock, reader):
    with database.transaction() as session:
        deliveries.plan(session, rows(reader, clock, range(MANY)), now=clock.now())
    before = {key: row.due_at for key, row in stored(database).items()}
    clock.advance(timedelta(days=1))
    with database.transaction() as session:
        added = deliveries.plan(session, rows(reader, clock, range(2 * MANY)), now=clock.now())
    assert added == MANY
    found = stored(database)
    assert len(found) == 2 * MANY
    assert {key: found[key].due_at for key in before} == before


def test_several_plans_in_one_transaction_add_up(database, clock, reader):
    with database.transaction() as session:
        first = deliveries.plan(session, rows(reader, clock, range(MANY)), now=clock.now())
        second = deliveries.plan(
            session, rows(reader, clock, range(MANY, 3 * MANY)), now=clock.now()
        )
    assert (first, second) == (MANY, 2 * MANY)
    assert len(stored(database)) == 3 * MANY


def test_a_generator_longer_than_a_block_is_planned_to_its_end(database, clock, reader):
    count = deliveries.PLANNED_AT_ONCE * 2 + 3
    given = (row for row in rows(reader, clock, range(count)))
    with database.transaction() as session:
        assert deliveries.plan(session, given, now=clock.now()) == count
    assert len(stored(database)) == count
