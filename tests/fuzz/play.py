"""Playing a town: turn after turn what must hold is looked at; what fails is shortened."""

import json
import logging
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from structlog.testing import capture_logs

from bot.standin.methods import OLD_QUERY, SAME_CONTENT
from storage.database import Database
from tests.conftest import Clock
from tests.fuzz import steps as taking
from tests.fuzz.steps import PASSES, Step
from tests.fuzz.town import Town, make
from tests.harness.invariants import broken
from tests.harness.network import open_harness

IN_A_TOWN = 400
"""Steps that are taken in a town before the next one begins: its people wear out."""
FORESEEN = (
    SAME_CONTENT,
    OLD_QUERY,
    "message to edit not found",
    "bot was blocked by the user",
    "bot can't initiate conversation with a user",
)
"""Refusals that an update can bring about and that the bot has an answer to."""
HONEST_EVERY = 5
"""After so many turns everybody asks for help, and gets it."""
HELD_EVERY = 4
"""After so many turns everything is sent, and the database is looked at."""
TIME_PASSES = 0.15
"""The share of the turns after which time passes."""
LOUD = ("error", "critical", "exception")


@dataclass
class Course:
    """How the playing of a town went."""

    updates: int = 0
    turns: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """What was done, and which kinds of updates and contents arrived."""
    problems: list[str] = field(default_factory=list)
    said: list[tuple[Step, str]] = field(default_factory=list)
    """The steps that were taken, with what was done."""


class Errors(logging.Handler):
    """Collects what is logged as an error, through whichever logger."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(str(record.msg)[:400])


@asynccontextmanager
async def open_town(database: Database) -> AsyncIterator[Town]:
    """Yield a town with the bot running."""
    async with open_harness(database, Clock()) as harness:
        yield await make(harness)


async def play(database: Database, steps: Sequence[Step], seed: int) -> Course:
    """Play some steps in a new town; stop at the first turn after which something does not hold."""
    course, errors = Course(), Errors()
    logging.getLogger().addHandler(errors)
    try:
        with capture_logs() as logged:
            async with open_town(database) as town:
                before = town.harness.world.push
                town.harness.world.push = _counting(before, course)  # type: ignore[method-assign]
                await _play(town, steps, seed, course, logged, errors)
    except Exception as error:  # noqa: BLE001 - whatever ends the program is what was looked for
        if not course.problems:
            course.problems.append(f"the program ended: {error!r}")
    finally:
        logging.getLogger().removeHandler(errors)
    return course


def _counting(push: Callable[..., dict[str, Any]], course: Course) -> Callable[..., dict[str, Any]]:
    """Count what arrives by its kind, and of messages by what they hold."""

    def counted(kind: str, content: dict[str, Any]) -> dict[str, Any]:
        course.updates += 1
        pushed = push(kind, content)
        course.kinds.update(taking.kinds_in(pushed))
        return pushed

    return counted


async def _play(
    town: Town,
    steps: Sequence[Step],
    seed: int,
    course: Course,
    logged: list[Any],
    errors: Errors,
) -> None:
    # Each town goes on with the kinds where the one before it is likely to have ended.
    number = Counter({"update": seed * 17, "content": seed * 29})
    for turn, at_once in groupby(steps, key=lambda step: step.turn):
        for step in at_once:
            course.said.append((step, taking.take(town, step, number[step.does])))
            course.kinds[step.does] += 1
            number[step.does] += 1
        course.turns += 1
        try:
            await _look(town, turn, Random(seed * 1000 + turn), course)
        except TimeoutError as error:
            course.problems.append(f"a lane stands still: {town.harness.ended or error}")
        course.problems += _heard(town, logged, errors) + list(town.leaks())
        if course.problems:
            return
    await town.harness.settle()
    course.problems += _held(town) + _heard(town, logged, errors) + list(town.leaks())


async def _look(town: Town, turn: int, chance: Random, course: Course) -> None:
    """Let a turn be answered; now and then let everything be sent, and look at what must hold."""
    await town.harness.quiet()
    if turn % HONEST_EVERY == 0:
        course.problems += await _honest(town)
    if chance.random() < TIME_PASSES:
        await town.harness.wait(chance.choice(PASSES))
    if turn % HELD_EVERY == 0:
        await town.harness.settle()
        course.problems += _held(town)


async def _honest(town: Town) -> list[str]:
    """Let everybody who has not blocked the bot ask for help; return whom it does not answer.

    Whoever is no member may have asked too often by now: their lanes go on, in silence.
    """
    asking = [a for a in town.actors.values() if not a.blocked and a.started]
    before = {actor.id: len(actor.received) for actor in asking}
    members = {account for account, held in town.present().items() if held != "outside"}
    for actor in asking:
        actor.send("/help")
    await town.harness.quiet()
    return [
        f"{actor.name} asked for help and got nothing"
        for actor in asking
        if actor.id in members and len(actor.received) <= before[actor.id]
    ]


def _held(town: Town) -> list[str]:
    """Return what does not hold in the database; nothing is under way."""
    with town.harness.database.reading() as session:
        return broken(session, town.harness.clock.now())


def _heard(town: Town, logged: list[Any], errors: Errors) -> list[str]:
    """Return what was logged as an error, and refused by Telegram without being foreseen."""
    world = town.harness.world
    problems = [f"logged: {event}" for event in logged if event.get("log_level") in LOUD]
    problems += [f"logged: {said}" for said in errors.found]
    problems += [
        f"refused: {method}: {said}"
        for method, said in world.refused
        if not any(foreseen in said for foreseen in FORESEEN)
    ]
    world.refused.clear()
    return problems


# --- shortening --------------------------------------------------------------------------------


def kind_of(problem: str) -> str:
    """Return what a problem is, without what differs from play to play."""
    return "".join(sign for sign in problem.split("zq")[0] if not sign.isdigit())[:60]


async def shortened(
    opened: Callable[[], Awaitable[Database]],
    steps: Sequence[Step],
    seed: int,
    problem: str,
    *,
    within: float,
) -> list[Step]:
    """Return fewer steps that bring the same problem about, as few as are found in time.

    Halves, quarters, eighths are left out as long as the problem stays (delta debugging).
    """
    ends, wanted, left = monotonic() + within, kind_of(problem), list(steps)
    parts = 2
    while len(left) > 1 and parts <= len(left) * 2 and monotonic() < ends:
        size = max(len(left) // parts, 1)
        for at in range(0, len(left), size):
            fewer = left[:at] + left[at + size :]
            if monotonic() > ends:
                break
            if fewer and await _brings_about(opened, fewer, seed, wanted):
                left, parts = fewer, max(parts - 1, 2)
                break
        else:
            if size == 1:
                break
            parts *= 2
    return left


async def _brings_about(
    opened: Callable[[], Awaitable[Database]], steps: Sequence[Step], seed: int, wanted: str
) -> bool:
    database = await opened()
    try:
        course = await play(database, steps, seed)
    finally:
        database.close()
    return any(kind_of(problem) == wanted for problem in course.problems)


def written_down(course: Course, steps: Sequence[Step], seed: int) -> Path:
    """Write a failing sequence to a file for ``FUZZ_AGAIN``; return where."""
    folder = Path(tempfile.gettempdir()) / "dsn-fuzz"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"fuzz-{seed}.json"
    done = dict(course.said)
    told = {
        "seed": seed,
        "problems": course.problems,
        "steps": [step.as_json() | {"did": done.get(step, "")} for step in steps],
    }
    path.write_text(json.dumps(told, indent=1, ensure_ascii=True))
    return path


def read_back(path: Path) -> tuple[int, list[Step]]:
    """Return seed and steps of such a file."""
    told = json.loads(path.read_text())
    names = ("turn", "who", "does", "seed")
    return told["seed"], [Step(*(step[name] for name in names)) for step in told["steps"]]


PEOPLE = [
    "nobody",
    "applicant",
    "declined",
    "suspended",
    "departed",
    "correspondent",
    "observer",
    "coordinator",
    "helena",
    "victim0",
    "victim3",
    "victim6",
    "second nobody",
]
