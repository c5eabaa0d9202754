"""Which processes run on a database, as their register says it."""

from datetime import timedelta

from sqlmodel import select

from storage import processes
from storage.models import Process


def do(database, act, *arguments, **named):
    with database.transaction() as session:
        return act(session, *arguments, **named)


def names(database):
    with database.reading() as session:
        return sorted(session.exec(select(Process.instance)))


def test_the_latest_sign_counts_until_it_is_too_old(sqlite, clock):
    assert do(sqlite, processes.latest, now=clock.now()) is None
    do(sqlite, processes.renew, "one", now=clock.now())
    do(sqlite, processes.renew, "two", now=clock.now() + timedelta(seconds=30))
    after = clock.now() + timedelta(seconds=40)
    assert do(sqlite, processes.latest, now=after) == timedelta(seconds=10)
    do(sqlite, processes.forget, "two")
    assert do(sqlite, processes.latest, now=after) == timedelta(seconds=40)
    assert do(sqlite, processes.latest, now=clock.now() - timedelta(seconds=5)) == timedelta()
    assert do(sqlite, processes.latest, now=clock.now() + processes.LOST_AFTER) is None


def test_the_long_lost_go_when_somebody_renews_their_own(sqlite, clock):
    do(sqlite, processes.renew, "lost", now=clock.now())
    clock.advance(processes.FORGOTTEN_AFTER)
    do(sqlite, processes.renew, "one", now=clock.now())
    assert names(sqlite) == ["lost", "one"]
    clock.advance(timedelta(seconds=1))
    do(sqlite, processes.renew, "one", now=clock.now())
    assert names(sqlite) == ["one"]
