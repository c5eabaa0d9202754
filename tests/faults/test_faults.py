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


async def test_killed_at_random_instants_of_a_broadcast(sqlite_url, tmp_path):
    async def kills(stage, program):
        await troubles.kills(stage, program, 4, between=(0.05, 0.8))

    async with stage(sqlite_url, tmp_path, SEED, at=START) as place:
        verdict = await ordeals.broadcast(place, kills, people=60, talkers=3)
    print(f"SEED={SEED}", verdict.figures)
    verdict.assert_clean()
