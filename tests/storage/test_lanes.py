"""Who handles whose updates, where several processes share one PostgreSQL."""

import pytest

from storage import inbox, lanes
from storage.database import Database
from storage.models import Process


@pytest.fixture
def shared(postgres_url, clock):
    """A database with two processes in it, `one` and `two`."""
    database = Database(postgres_url)
    with database.transaction() as session:
        session.add(Process(instance="one", number=1, seen_at=clock.now()))
        session.add(Process(instance="two", number=2, seen_at=clock.now()))
    yield database
    database.close()


def do(database, act, *arguments, **named):
    with database.transaction() as session:
        return act(session, *arguments, **named)


def ids(items):
    return [item.update_id for item in items]


def test_a_lane_belongs_to_whoever_came_first(shared):
    assert do(shared, lanes.take, [7, 8], by="one") == {7, 8}
    assert do(shared, lanes.take, [8, 9], by="two") == {9}
    assert do(shared, lanes.take, [], by="two") == set()
    assert do(shared, lanes.is_held, 8, by="one")
    assert not do(shared, lanes.is_held, 8, by="two")
    assert not do(shared, lanes.is_held, 10, by="two")


def test_the_lane_of_a_process_that_is_gone_is_taken(shared):
    do(shared, lanes.take, [7], by="a process that is gone")
    assert do(shared, lanes.take, [7], by="two") == {7}
    assert do(shared, lanes.is_held, 7, by="two")


def test_storing_takes_the_lanes_and_what_comes_again_is_handled_until_it_was(shared, clock):
    first = [(1, 7, "{}"), (2, 8, "{}")]
    assert do(shared, lanes.store, first, by="one", now=clock.now()) == ({1, 2}, {7, 8})
    assert do(shared, lanes.store, first, by="one", now=clock.now()) == ({1, 2}, {7, 8})
    do(shared, inbox.finish, [(1, [])], now=clock.now())
    again = do(shared, lanes.store, [*first, (3, 8, "{}")], by="two", now=clock.now())
    assert again == ({2, 3}, set())


def test_an_empty_lane_is_given_back_and_what_another_stored_meanwhile_is_handed_over(
    shared, clock
):
    do(shared, lanes.store, [(1, 7, "{}"), (2, 8, "{}")], by="one", now=clock.now())
    do(shared, inbox.finish, [(1, []), (2, [])], now=clock.now())
    do(shared, lanes.store, [(4, 8, "{}"), (3, 8, "{}")], by="two", now=clock.now())
    assert ids(do(shared, lanes.give_back, [7, 8], by="one")) == [3, 4]
    assert not do(shared, lanes.is_held, 7, by="one")
    assert do(shared, lanes.is_held, 8, by="one")


def test_what_another_holds_is_not_given_back(shared):
    do(shared, lanes.take, [7], by="two")
    assert do(shared, lanes.give_back, [7], by="one") == []
    assert do(shared, lanes.is_held, 7, by="two")


def test_the_next_process_adopts_what_one_that_is_gone_left_and_what_lies_in_no_lane(shared, clock):
    do(shared, lanes.store, [(1, 7, "{}"), (2, 6, "{}")], by="gone", now=clock.now())
    do(shared, inbox.finish, [(2, [])], now=clock.now())
    do(shared, lanes.store, [(3, 8, "{}")], by="one", now=clock.now())
    do(shared, inbox.store, [(4, 9, "{}")], now=clock.now())
    assert sorted(ids(do(shared, lanes.adopt, by="two"))) == [1, 4]
    held = {lane: do(shared, lanes.is_held, lane, by="two") for lane in (6, 7, 8, 9)}
    assert held == {6: False, 7: True, 8: False, 9: True}
    assert do(shared, lanes.is_held, 8, by="one")
    assert do(shared, lanes.adopt, by="two") == []
