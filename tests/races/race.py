"""A race: two sessions that look at the same thing, and then both act on it.

On PostgreSQL both have looked before either acts, so a service that trusts what it read loses
every round; on SQLite the second waits for the first. Commits are real, threads are real.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from threading import Barrier
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col

from bot.meetings import service as meetings
from bot.people import membership, personal_data
from bot.people import service as people
from bot.updates import service as updates
from storage.database import Database
from storage.models import Person, Standing

DONE = "done"
TOLD = (
    people.AlreadyRegistered,
    people.AlreadyDecided,
    people.InvitationRefused,
    membership.NotNow,
    membership.LastCoordinator,
    personal_data.OnlyCoordinator,
    meetings.Over,
    meetings.Cancelled,
    meetings.ChangedMeanwhile,
    meetings.Unchanged,
    updates.Withdrawn,
    updates.ChangedMeanwhile,
)
"""The designed answers: what whoever comes second is told. Anything else fails the race."""

Deed = Callable[[], object]
Act = Callable[[Session, Any, datetime], Deed]
"""Looks (with what was prepared for the round), and returns the deed that follows."""


@dataclass(frozen=True)
class Race:
    """What two sessions do at once, and how that may end."""

    prepare: Callable[[Session, int, datetime], Any]
    """Makes what a round of some number is about; returns what the acts need of it."""
    acts: tuple[Act, Act]
    ends: frozenset[tuple[str, ...]]
    """What the two may be told, sorted; ``done`` is who won."""
    holds: Callable[[Session, Any], object] = lambda _session, _made: True
    """What has to be so after a round, whoever won."""
    rounds: int = 200


def run(race: Race, database: Database, *, now: datetime) -> Counter[tuple[str, ...]]:
    """Run every round; return how often each end was seen. Raises at the first wrong one."""
    seen: Counter[tuple[str, ...]] = Counter()
    with ThreadPoolExecutor(2) as threads:
        for number in range(race.rounds):
            with database.transaction() as session:
                close_applications(session)
                made = race.prepare(session, number, now)
            start = Barrier(2, timeout=20)
            running = [
                threads.submit(_one, database, act, made, start, now=now) for act in race.acts
            ]
            end = tuple(sorted(each.result(timeout=30) for each in running))
            assert end in race.ends, f"round {number}: {end}"
            seen[end] += 1
            with database.reading() as session:
                assert race.holds(session, made), f"round {number}: {end}"
    return seen


def close_applications(session: Session) -> None:
    """Make room for the next round: only so many applications are taken at a time."""
    waiting = col(Person.standing) == Standing.APPLICANT
    session.execute(update(Person).where(waiting).values(standing=Standing.DECLINED))


def _one(database: Database, act: Act, made: Any, start: Barrier, *, now: datetime) -> str:
    try:
        if database.is_sqlite:
            start.wait()
            with database.transaction() as session:
                return _told(act(session, made, now)())
        with database.transaction() as session:
            deed = act(session, made, now)
            start.wait()
            return _told(deed())
    except TOLD as answer:
        reason = getattr(answer, "reason", None)
        return f"{type(answer).__name__} {reason}" if reason else type(answer).__name__


def _told(result: object) -> str:
    return result if isinstance(result, str) else DONE


def ends(*each: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return the ends that are allowed."""
    return frozenset(tuple(sorted(one)) for one in each)
