"""Which scenarios there are, small for ``make test`` and large for ``make soak``; playing one."""

import asyncio
import secrets
import shutil
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.standin.faults import Fault
from storage.deliveries import COPIED_FROM
from tests.conftest import START, _named, _on_server
from tests.resilience import calendar, fuzz, scenarios, standstill, troubles
from tests.resilience.checker import Verdict
from tests.resilience.stage import Stage, stage
from tests.resilience.troubles import Trouble

Scenario = Callable[[Stage], Coroutine[Any, Any, Verdict]]

SMALL = COPIED_FROM + 5
"""People in the short scenarios: more than PostgreSQL takes with one statement."""


@dataclass(frozen=True)
class Play:
    """A scenario, the database it needs, and where its clock starts."""

    scenario: Scenario
    on_postgres: bool = False
    season: str | None = None
    within: float | None = None
    """Seconds after which it counts as stuck, where they are not the usual ones."""


def broadcast(
    trouble: Trouble,
    *,
    people: int = SMALL,
    talkers: int = 2,
    processes: int = 1,
    until_kills: int = 0,
    on_postgres: bool = False,
    patience: float | None = None,
) -> Play:
    """Return a broadcast with *trouble*; broadcasts follow until there were *until_kills* kills.

    *patience*: real seconds that an answer may take, where more than usual.
    """

    def more(place: Stage, done: int) -> bool:
        return done == 0 or len(place.kills) < until_kills

    async def scenario(place: Stage) -> Verdict:
        place.patience = patience or place.patience
        return await scenarios.broadcast(
            place,
            trouble,
            people=people,
            talkers=talkers,
            processes=processes,
            is_long=people > SMALL,
            rounds=more,
        )

    return Play(scenario, on_postgres or processes > 1)


def season(name: str, jumps: int, *, on_postgres: bool = False) -> Play:
    """Return months of reminders in so many jumps of the clock."""

    async def scenario(place: Stage) -> Verdict:
        return await calendar.season(place, name, jumps=jumps)

    return Play(scenario, on_postgres, name)


def standing_still(rounds: int) -> Play:
    """Return broadcasts in which the leader of two processes is stopped and goes on later."""

    async def scenario(place: Stage) -> Verdict:
        return await standstill.standstill(place, rounds=rounds)

    return Play(scenario, on_postgres=True)


async def _bad_start(place: Stage) -> Verdict:
    """Telegram answers the first questions with everything but an answer."""
    for fault in (Fault.GATEWAY, Fault.GARBAGE, Fault.FLOOD, Fault.INTERNAL, Fault.CUT_AFTER):
        place.world.faults.plan("getMe", fault)
        place.world.faults.plan("getUpdates", fault)
    return await scenarios.broadcast(place, troubles.none, people=3, talkers=0)


SHORT: dict[str, Play] = {
    "killed at random instants of a broadcast": broadcast(troubles.kills(4, (0.05, 0.8))),
    "calls fail in every way, updates come in disorder": broadcast(
        troubles.weather(0.2, lasting=4)
    ),
    "telegram is unreachable now and then": broadcast(troubles.outages(2)),
    "the disk is full": broadcast(troubles.full_disk(2)),
    "a bad start": Play(_bad_start),
    "a spring of jumps and kills": season("spring", 12),
    "one of two processes is killed": broadcast(troubles.one_of_several(2), processes=2),
    "the leader stands still": standing_still(3),
}
"""Played at the same time: they mostly wait, for Telegram's pace and for pauses."""

FUZZED = "every kind of update, 50,000 of them"
HUNDRED_KILLS = "100 kills in broadcasts of 500"
LONG: dict[str, Play] = {
    HUNDRED_KILLS: broadcast(troubles.kills(15), people=500, talkers=6, until_kills=100),
    "two processes, one killed again and again": broadcast(
        troubles.one_of_several(10), people=300, talkers=6, processes=2
    ),
    "spring": season("spring", 60),
    "autumn": season("autumn", 60),
    "spring on PostgreSQL": season("spring", 30, on_postgres=True),
    "weather and kills": broadcast(
        troubles.together(troubles.weather(0.25, lasting=25), troubles.kills(8)),
        people=300,
        talkers=5,
    ),
    "outages": broadcast(troubles.outages(10), people=300, talkers=5),
    "a disk that is full for long": broadcast(
        troubles.full_disk(4, (1, 10)), people=200, talkers=5
    ),
    # Two polls and then two sends may hang, one after the other.
    "connections that hang": broadcast(troubles.hung(2), people=100, talkers=4, patience=150),
    "the leader stands still, fifty times": standing_still(50),
    FUZZED: Play(fuzz.many(50_000), within=7_200),
    "every kind of update on PostgreSQL": Play(fuzz.many(5_000), on_postgres=True),
    "killed on PostgreSQL": broadcast(troubles.kills(15), people=200, talkers=5, on_postgres=True),
}
"""Played one after the other; the first two for as long as they take, the others in turn."""


async def play(
    chosen: Play,
    folder: Path,
    seed: int,
    *,
    sqlite_template: Path,
    postgres: tuple[str, str],
    within: float,
) -> Verdict:
    """Play a scenario on a database of its own; *postgres* is a server's URL and its template."""
    if chosen.on_postgres:
        name = f"scenario_{secrets.token_hex(4)}"
        _on_server(postgres[0], f"CREATE DATABASE {name} TEMPLATE {postgres[1]}")
        url = _named(postgres[0], name)
    else:
        shutil.copy(sqlite_template, folder / "dsn.db")
        url = f"sqlite:///{folder}/dsn.db"
    at = calendar.SEASONS[chosen.season][0] if chosen.season else START
    async with stage(url, folder, seed, at=at) as place:
        return await asyncio.wait_for(chosen.scenario(place), chosen.within or within)


def play_short(name: str, folder: Path, seed: int, around: dict[str, Any]) -> Verdict:
    """Play one of the short scenarios in an event loop of its own; raises what ended it."""
    try:
        return asyncio.run(play(SHORT[name], folder, seed, **around))
    except BaseExceptionGroup as group:
        raise innermost(group) from None


def innermost(error: BaseException) -> BaseException:
    """Return the first fault inside a group of them."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
