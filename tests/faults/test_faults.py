"""The short slice of the fault suite: the program as a process, and what goes wrong around it.

``SEED=… make test`` replays a slice; ``make soak`` plays the long ones.
"""

import asyncio
import os

import pytest

from tests.faults.plays import SHORT, play

pytestmark = pytest.mark.timeout(170)
SIDE_BY_SIDE = 4
"""Ordeals at a time; more of them would delay what the stand-in sees, and with it its limits."""
SEED = int(os.environ.get("SEED", "20270328"))


@pytest.fixture(scope="module")
def verdicts(sqlite_template, postgres_server, postgres_template, tmp_path_factory):
    """The verdict on every ordeal, or what ended it."""

    async def play_one(chosen, places):
        async with places:
            return await play(
                chosen,
                tmp_path_factory.mktemp("ordeal"),
                SEED,
                sqlite_template=sqlite_template,
                postgres=(postgres_server, postgres_template),
                within=90,
            )

    async def play_all():
        places = asyncio.Semaphore(SIDE_BY_SIDE)
        playing = (play_one(chosen, places) for chosen in SHORT.values())
        return await asyncio.gather(*playing, return_exceptions=True)

    return dict(zip(SHORT, asyncio.run(play_all()), strict=True))


@pytest.mark.parametrize("name", SHORT)
def test_nothing_is_lost_or_twice_or_silent_when(verdicts, name):
    verdict = verdicts[name]
    print(f"SEED={SEED}", getattr(verdict, "figures", ""))
    if isinstance(verdict, BaseException):
        raise verdict
    verdict.assert_clean()
