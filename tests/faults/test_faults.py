"""The short slice of the fault suite: the program as a process, and what goes wrong around it.

``SEED=… make test`` replays a slice; ``make soak`` plays the long ones.
"""

import os

import pytest

from tests.conftest import START
from tests.faults import ordeals, troubles
from tests.faults.stage import stage

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]
SEED = int(os.environ.get("SEED", "20270328"))


async def survives(url, folder, trouble, *, people=60, talkers=3, processes=1):
    async with stage(url, folder, SEED, at=START) as place:
        verdict = await ordeals.broadcast(
            place, trouble, people=people, talkers=talkers, processes=processes
        )
    print(f"SEED={SEED}", verdict.figures)
    verdict.assert_clean()


async def test_killed_at_random_instants_of_a_broadcast(sqlite_url, tmp_path):
    await survives(sqlite_url, tmp_path, troubles.kills(4, (0.05, 0.8)))


async def test_calls_that_fail_in_every_way_and_updates_in_disorder(sqlite_url, tmp_path):
    await survives(sqlite_url, tmp_path, troubles.weather(0.2, lasting=4))


async def test_telegram_unreachable_now_and_then(sqlite_url, tmp_path):
    await survives(sqlite_url, tmp_path, troubles.outages(2))


async def test_a_full_disk(sqlite_url, tmp_path):
    await survives(sqlite_url, tmp_path, troubles.full_disk(2))


async def test_one_of_two_processes_is_killed(postgres_url, tmp_path):
    await survives(postgres_url, tmp_path, troubles.one_of_several(2), processes=2)
