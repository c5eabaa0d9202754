"""The outbox's rows as they are planned, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import text, update
from sqlmodel import select

from storage import deliveries
from storage.database import Database
from storage.models import Delivery, DeliveryState, Person, Process, Role, Standing

MANY = deliveries.COPIED_FROM * 2 + 1


def someone(session, clock):
    """Add somebody to whom messages are due; return their id."""
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


@pytest.fixture
def reader(database, clock):
    with database.transaction() as session:
        return someone(session, clock)


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


# --- what is due, and who has it -----------------------------------------------------------------


@pytest.fixture
def ledger(database, clock, reader):
    """Write rows due now, and change some columns of one; by the number in their keys."""

    class Ledger:
        def plan(self, *numbers):
            with database.transaction() as session:
                due = [
                    row | {"due_at": clock.now()} for row in rows(reader, clock, sorted(numbers))
                ]
                deliveries.plan(session, due, now=clock.now())

        def change(self, number, **values):
            with database.transaction() as session:
                session.execute(
                    update(Delivery).where(Delivery.key == f"welcome:{number}").values(**values)
                )

        def row(self, number):
            return stored(database)[f"welcome:{number}"]

        def ask(self, question, *arguments, **named):
            with database.transaction() as session:
                return question(session, *arguments, **named)

        def reserve(self, by, limit=10):
            found = self.ask(deliveries.reserve, by=by, now=clock.now(), limit=limit)
            numbers = {row.id: key.partition(":")[2] for key, row in stored(database).items()}
            return [int(numbers[each.row_id]) for each in found]

    return Ledger()


FINAL_STATES = sorted(set(DeliveryState) - set(deliveries.WAITING) - {DeliveryState.CLAIMED})


def test_due_is_what_waits_for_a_time_that_has_come_in_nobodys_queue(ledger, clock):
    ledger.plan(1, 2, 3, 4, 5)
    ledger.change(1, next_try_at=clock.now() + timedelta(seconds=1))
    ledger.change(2, claimed_by="one")
    ledger.change(3, state=DeliveryState.UNKNOWN)
    ledger.change(4, state=DeliveryState.CLAIMED)
    assert ledger.ask(deliveries.due_count, now=clock.now()) == 2
    assert ledger.reserve("one") == [3, 5]
    assert ledger.ask(deliveries.due_count, now=clock.now()) == 0
    assert ledger.ask(deliveries.due_count, now=clock.now() + timedelta(seconds=1)) == 1


@pytest.mark.parametrize("state", FINAL_STATES)
def test_what_is_final_is_never_due(ledger, clock, state):
    ledger.plan(1)
    ledger.change(1, state=state)
    assert ledger.ask(deliveries.due_count, now=clock.now()) == 0
    assert ledger.reserve("one") == []
    assert ledger.ask(deliveries.next_due) is None
    assert ledger.ask(deliveries.waiting_for, ledger.row(1).person_id) == []


def test_the_queue_takes_the_oldest_first_and_no_more_than_it_was_allowed(ledger, clock):
    ledger.plan(1, 2, 3)
    ledger.change(3, next_try_at=clock.now() - timedelta(minutes=1))
    assert ledger.reserve("one", limit=2) == [3, 1]
    assert ledger.row(3).claimed_by == ledger.row(1).claimed_by == "one"
    assert ledger.row(2).claimed_by is None


def test_what_is_tried_again_holds_the_later_ones_of_its_person_back_but_not_for_ever(
    ledger, clock
):
    ledger.plan(1, 2)
    ledger.change(1, failures=1, next_try_at=clock.now() + timedelta(minutes=1))
    assert ledger.reserve("one") == []
    ledger.change(1, failures=deliveries.HOLDS_ORDER)
    assert ledger.reserve("one") == []
    ledger.change(1, failures=deliveries.HOLDS_ORDER + 1)
    assert ledger.reserve("one") == [2]


def test_a_reserved_row_is_claimed_once_by_whoever_has_it(ledger, clock):
    ledger.plan(1)
    ledger.reserve("one")
    row_id = ledger.row(1).id
    assert ledger.ask(deliveries.begin, row_id, by="another", now=clock.now()) is None
    assert ledger.row(1).claimed_by == "one"
    claimed = ledger.ask(deliveries.begin, row_id, by="one", now=clock.now())
    assert (claimed.state, claimed.attempts) == (DeliveryState.CLAIMED, 1)
    assert ledger.ask(deliveries.begin, row_id, by="one", now=clock.now()) is None
    assert ledger.row(1).attempts == 1


def test_a_row_that_was_put_off_meanwhile_leaves_the_queue_unclaimed(ledger, clock):
    ledger.plan(1)
    ledger.reserve("one")
    ledger.change(1, next_try_at=clock.now() + timedelta(seconds=1))
    assert ledger.ask(deliveries.begin, ledger.row(1).id, by="one", now=clock.now()) is None
    assert (ledger.row(1).state, ledger.row(1).claimed_by) == (DeliveryState.PLANNED, None)


@pytest.mark.parametrize("was_unknown", [False, True])
def test_leaving_the_queue_undoes_a_claim_only_where_nothing_was_sent(ledger, clock, was_unknown):
    ledger.plan(1, 2)
    ledger.change(1, was_unknown=was_unknown)
    ledger.reserve("one")
    ids = [ledger.row(1).id, ledger.row(2).id]
    ledger.ask(deliveries.begin, ids[0], by="one", now=clock.now())
    ledger.ask(deliveries.leave, ids, by="another", unsent=True)
    assert (ledger.row(1).claimed_by, ledger.row(2).claimed_by) == ("one", "one")
    ledger.ask(deliveries.leave, ids, by="one")
    assert (ledger.row(1).state, ledger.row(1).claimed_by) == (DeliveryState.CLAIMED, "one")
    assert ledger.row(2).claimed_by is None
    ledger.ask(deliveries.leave, ids, by="one", unsent=True)
    expected = DeliveryState.UNKNOWN if was_unknown else DeliveryState.PLANNED
    assert (ledger.row(1).state, ledger.row(1).claimed_by) == (expected, None)


def test_the_fate_of_a_claimed_row_is_recorded_until_another_has_begun_with_it(ledger, clock):
    ledger.plan(1)
    ledger.reserve("one")
    mine = ledger.ask(deliveries.begin, ledger.row(1).id, by="one", now=clock.now())
    unknown = DeliveryState.UNKNOWN
    assert not ledger.ask(deliveries.settle, mine, DeliveryState.SENT, by="another")
    assert ledger.ask(deliveries.settle, mine, unknown, by="one")
    assert (ledger.row(1).was_unknown, ledger.row(1).claimed_by) == (True, None)
    ledger.reserve("another")
    ledger.ask(deliveries.begin, ledger.row(1).id, by="another", now=clock.now())
    assert not ledger.ask(deliveries.settle, mine, DeliveryState.SENT, by="one")
    assert ledger.row(1).state is DeliveryState.CLAIMED


def test_ending_rows_leaves_alone_what_is_being_sent(ledger, clock):
    ledger.plan(1, 2, 3)
    ledger.change(1, state=DeliveryState.CLAIMED, claimed_by="one")
    ledger.change(2, claimed_by="one")
    ids = [ledger.row(number).id for number in (1, 2)]
    dropped = DeliveryState.DROPPED
    assert ledger.ask(deliveries.end, ids, dropped, reason="cancelled") == 1
    ended = ledger.row(2)
    assert (ended.state, ended.reason, ended.claimed_by) == (dropped, "cancelled", None)
    assert ledger.row(1).state is DeliveryState.CLAIMED
    assert ledger.row(3).state is DeliveryState.PLANNED


def test_the_next_due_is_the_earliest_of_what_waits(ledger, clock):
    assert ledger.ask(deliveries.next_due) is None
    ledger.plan(1, 2, 3)
    ledger.change(1, state=DeliveryState.SENT, next_try_at=clock.now() - timedelta(days=1))
    ledger.change(2, state=DeliveryState.UNKNOWN, next_try_at=clock.now() - timedelta(hours=1))
    assert ledger.ask(deliveries.next_due) == clock.now() - timedelta(hours=1)


def test_a_span_counts_what_was_due_after_its_beginning_up_to_its_end(ledger, clock):
    ledger.plan(1, 2, 3, 4)
    since, until = clock.now() + timedelta(hours=1), clock.now() + timedelta(hours=2)
    ledger.change(1, due_at=since)
    ledger.change(2, due_at=since + timedelta(seconds=1), state=DeliveryState.SENT)
    ledger.change(3, due_at=until)
    ledger.change(4, due_at=until + timedelta(seconds=1))
    sent, planned = DeliveryState.SENT, DeliveryState.PLANNED
    assert ledger.ask(deliveries.counts_between, since, until) == {sent: 1, planned: 1}
    assert ledger.ask(deliveries.counts_between, since, until, besides=["welcome"]) == {}


# --- rows of a process that is gone ---------------------------------------------------------------


def test_a_row_is_orphaned_when_its_process_is_not_there_any_more(ledger, database, clock):
    ledger.plan(1, 2, 3)
    with database.transaction() as session:
        session.add(Process(instance="one", number=1, seen_at=clock.now()))
    ledger.change(1, claimed_by="one")
    ledger.change(2, claimed_by="gone", state=DeliveryState.CLAIMED)
    assert [row.key for row in ledger.ask(deliveries.orphaned)] == ["welcome:2"]


def test_two_processes_do_not_adopt_the_same_row(postgres_url, clock):
    one, two = Database(postgres_url), Database(postgres_url)
    try:
        with one.transaction() as session:
            reader = someone(session, clock)
            deliveries.plan(session, rows(reader, clock, [1]), now=clock.now())
            session.execute(update(Delivery).values(claimed_by="gone"))
        with one.transaction() as first:
            assert len(deliveries.orphaned(first)) == 1
            with two.transaction() as second:
                second.execute(text("SET LOCAL lock_timeout = '2s'"))
                assert deliveries.orphaned(second) == []
    finally:
        one.close()
        two.close()
