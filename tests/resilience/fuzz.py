"""The fuzzer at length: one town after the other until so many updates have arrived."""

import secrets
import shutil
from collections import Counter
from collections.abc import Callable, Coroutine
from pathlib import Path
from time import monotonic
from typing import Any

from storage import migrate
from storage.database import Database
from tests.conftest import START, _on_server
from tests.fuzz.objects import kinds_of_content, kinds_of_updates
from tests.fuzz.play import IN_A_TOWN, PEOPLE, Course, play, shortened, written_down
from tests.fuzz.steps import Step, drawn
from tests.resilience.checker import Verdict
from tests.resilience.stage import Stage

SHORTENING = 600.0
"""Seconds that may go into making a failing sequence shorter."""


def many(updates: int) -> Callable[[Stage], Coroutine[Any, Any, Verdict]]:
    """Return the scenario in which *updates* arrive; it ends with the first town that fails."""

    async def scenario(place: Stage) -> Verdict:
        verdict, seen, began, towns = Verdict(), Counter[str](), monotonic(), 0
        arrived = 0
        while arrived < updates and not verdict.problems:
            seed = place.random.randrange(1_000_000)
            steps = drawn(seed, IN_A_TOWN, PEOPLE)
            database = await _opened(place)
            try:
                course = await play(database, steps, seed)
            finally:
                database.close()
            towns, arrived = towns + 1, arrived + course.updates
            seen += course.kinds
            if course.problems:
                verdict.problems += await _told(place, course, seed)
        verdict.figures |= {
            "updates": arrived,
            "towns": towns,
            "updates a second": round(arrived / (monotonic() - began), 1),
            "kinds of updates": len(seen.keys() & set(kinds_of_updates())),
            "kinds of contents": len(
                [kind for kind in kinds_of_content() if seen[f"message.{kind}"]]
            ),
        }
        return verdict

    return scenario


async def _told(place: Stage, course: Course, seed: int) -> list[str]:
    """Return the problems of a town, and where the shortest sequence that was found stands."""

    async def opened() -> Database:
        return await _opened(place)

    steps: list[Step] = [step for step, _ in course.said]
    fewer = await shortened(opened, steps, seed, course.problems[0], within=SHORTENING)
    return [*course.problems, f"{len(fewer)} steps in {written_down(course, fewer, seed)}"]


async def _opened(place: Stage) -> Database:
    """Return a database of its own for a town, empty and of the stage's kind."""
    if place.database.is_sqlite:
        path = place.folder / f"town-{secrets.token_hex(4)}.db"
        shutil.copy(Path(place.database_url.removeprefix("sqlite:///")), path)
        return Database(f"sqlite:///{path}")
    name = f"town_{secrets.token_hex(4)}"
    _on_server(place.database_url, f"CREATE DATABASE {name}")
    current = place.database_url.partition("?")[0].rpartition("/")[2]
    database = Database(place.database_url.replace(f"/{current}?", f"/{name}?"))
    migrate.upgrade(database, now=START)
    return database
