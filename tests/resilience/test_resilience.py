"""The short slice of the fault suite: the program as a process, and what goes wrong around it.

``SEED=… make test`` replays a slice; ``make soak`` plays the long ones.
"""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

import pytest

from tests.resilience.plays import SHORT, play_short

pytestmark = [pytest.mark.long, pytest.mark.timeout(420)]
SIDE_BY_SIDE = 4
"""Scenarios at a time, each in a process of its own: they mostly wait."""
SEED = int(os.environ.get("SEED", "20270328"))


@contextmanager
def unmeasured():
    """Let processes start without coverage: one that is killed tells nothing and is slower."""
    kept = os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
    try:
        yield
    finally:
        if kept is not None:
            os.environ["COVERAGE_PROCESS_CONFIG"] = kept


@pytest.fixture(scope="module")
def verdicts(sqlite_template, postgres_server, postgres_template, tmp_path_factory):
    """The verdict on every scenario, or what ended it; each is played by a process of its own."""
    around = {
        "sqlite_template": sqlite_template,
        "postgres": (postgres_server, postgres_template),
        "within": 180,
    }
    spawn = multiprocessing.get_context("spawn")
    with unmeasured(), ProcessPoolExecutor(SIDE_BY_SIDE, mp_context=spawn) as pool:
        playing = {
            name: pool.submit(play_short, name, tmp_path_factory.mktemp("scenario"), SEED, around)
            for name in SHORT
        }
        return {name: future.exception() or future.result() for name, future in playing.items()}


@pytest.mark.parametrize("name", SHORT)
def test_nothing_is_lost_or_twice_or_silent_when(verdicts, name):
    verdict = verdicts[name]
    print(f"SEED={SEED}", getattr(verdict, "figures", ""))
    if isinstance(verdict, BaseException):
        raise verdict
    verdict.assert_clean()
