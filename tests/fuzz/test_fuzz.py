"""Every kind of update of the Bot API, by people of all standings, against the running application.

A slice for each run; ``SEED=…`` replays another one, ``FUZZ_AGAIN=file`` plays a sequence that has
failed. ``make soak`` plays 50,000 updates (:mod:`tests.resilience.fuzz`).
"""

import os
import secrets
import shutil
from pathlib import Path

import pytest
import telegram

from storage.database import Database
from tests.conftest import _named, _on_server
from tests.fuzz.objects import IMPOSSIBLE, kinds_of_content, kinds_of_updates
from tests.fuzz.play import IN_A_TOWN, PEOPLE, play, read_back, shortened, written_down
from tests.fuzz.steps import DOES, WEIGHTS, drawn

pytestmark = [
    pytest.mark.long,
    pytest.mark.no_cover,
    pytest.mark.anyio,
    pytest.mark.timeout(280),
    # What Telegram no longer sends the library still makes, and says so.
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
]

SEED = int(os.environ.get("SEED", "20270311"))
AGAIN = os.environ.get("FUZZ_AGAIN")
SHORTENING = 60.0
"""Seconds that may go into making a failing sequence shorter."""
TOWNS = ("sqlite", "sqlite", "sqlite", "postgresql")
"""Towns, a little more than 500 updates in each."""


@pytest.fixture
def opened(request, tmp_path, sqlite_template):
    """Make empty databases of a kind, one for each time that a sequence is played."""
    kind = request.param

    async def make() -> Database:
        if kind == "sqlite":
            path = Path(shutil.copy(sqlite_template, tmp_path / f"{secrets.token_hex(4)}.db"))
            return Database(f"sqlite:///{path}")
        server = request.getfixturevalue("postgres_server")
        template = request.getfixturevalue("postgres_template")
        name = f"fuzz_{secrets.token_hex(4)}"
        _on_server(server, f"CREATE DATABASE {name} TEMPLATE {template}")
        return Database(_named(server, name))

    return make


async def held(opened, steps, seed):
    """Play some steps; fail with what does not hold and the shortest sequence that shows it."""
    database = await opened()
    try:
        course = await play(database, steps, seed)
    finally:
        database.close()
    if not course.problems:
        return course
    fewer = await shortened(opened, steps, seed, course.problems[0], within=SHORTENING)
    path = written_down(course, fewer, seed)
    again = f"FUZZ_AGAIN={path} .venv/bin/python -m pytest tests/fuzz"
    problems = "\n".join(course.problems[:10])
    raise AssertionError(f"SEED={SEED}, town {seed}\n{problems}\n{len(fewer)} steps: {again}")


@pytest.mark.skipif(AGAIN is not None, reason="one sequence is played again")
@pytest.mark.parametrize(("town", "opened"), list(enumerate(TOWNS)), indirect=["opened"])
async def test_whatever_arrives_the_town_goes_on(town, opened):
    seed = SEED + town
    course = await held(opened, drawn(seed, IN_A_TOWN, PEOPLE), seed)
    print(f"SEED={SEED} town {town}: {course.updates} updates in {course.turns} turns")
    assert course.updates > IN_A_TOWN
    assert course.turns > 20


@pytest.mark.skipif(AGAIN is None, reason="FUZZ_AGAIN names no sequence")
@pytest.mark.parametrize("opened", ["sqlite"], indirect=True)
async def test_a_sequence_again(opened):
    seed, steps = read_back(Path(AGAIN or ""))
    await held(opened, steps, seed)


def test_every_step_is_drawn_and_a_seed_draws_the_same():
    steps = drawn(1, 3_000, PEOPLE)
    assert {step.does for step in steps} == DOES.keys() == WEIGHTS.keys()
    assert {step.who for step in steps} == set(PEOPLE)
    assert drawn(1, 3_000, PEOPLE) == steps
    assert drawn(2, 3_000, PEOPLE) != steps


def test_the_kinds_are_the_librarys():
    """A new kind of update or content is fuzzed as soon as the library knows it."""
    assert {"message", "business_message", "poll_answer", "chat_boost"} < set(kinds_of_updates())
    assert set(kinds_of_updates()) == set(telegram.Update.__slots__) & set(kinds_of_updates())
    assert {"text", "poll", "web_app_data", "via_bot"} < set(kinds_of_content()) - IMPOSSIBLE
