"""What goes wrong: each a task or a rule drawn from the ordeal's own random numbers."""

import asyncio
import resource
from collections.abc import Callable
from contextlib import contextmanager
from random import Random
from typing import Any

from bot.practice.faults import Fault
from tests.faults.stage import Program, Stage

STORM: tuple[tuple[Fault, float], ...] = (
    (Fault.CUT_BEFORE, 1),
    (Fault.CUT_AFTER, 1),
    (Fault.INTERNAL, 1),
    (Fault.GATEWAY, 1),
    (Fault.GARBAGE, 1),
    (Fault.TRUNCATED, 1),
    (Fault.SLOW, 2),
    (Fault.FLOOD, 0.3),
)
"""What befalls calls in a storm, and how often in proportion."""


def storm(random: Random, rate: float, *, seconds: float = 1.0) -> Callable[[str], Any]:
    """Return a rule by which a share *rate* of all calls fails, each kind of call alike."""
    faults, weights = [fault for fault, _ in STORM], [weight for _, weight in STORM]

    def draw(method: str) -> tuple[Fault, float] | None:
        del method
        if random.random() >= rate:
            return None
        return random.choices(faults, weights)[0], seconds

    return draw


def scramble(random: Random) -> Callable[[list[dict[str, Any]]], list[dict[str, Any]]]:
    """Return a rule by which polls hand out some updates twice and in another order."""

    def apply(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        mixed = [*found, *(update for update in found if random.random() < 0.3)]
        random.shuffle(mixed)
        return mixed

    return apply


async def kills(
    stage: Stage, program: Program, count: int, *, between: tuple[float, float] = (0.05, 1.5)
) -> None:
    """Kill the program *count* times at random instants, also while it starts; it runs at the end."""
    random = stage.random
    for _ in range(count):
        await asyncio.sleep(random.uniform(*between))
        await program.kill()
        await asyncio.sleep(random.uniform(0, 0.2))
        if random.random() < 0.15:
            await program.start()
            await asyncio.sleep(random.uniform(0.1, 1.2))
        else:
            await program.up()
    if not program.runs:
        await program.up()


async def outages(stage: Stage, count: int) -> None:
    """Let Telegram be unreachable now and then; what is under way is cut after its effect."""
    for _ in range(count):
        await asyncio.sleep(stage.random.uniform(0.2, 1.0))
        stage.outages += sum(stage.world.under_way.values())
        stage.world.faults.down = True
        await asyncio.sleep(stage.random.uniform(0.2, 1.5))
        stage.world.faults.down = False


@contextmanager
def full_disk(program: Program):
    """Let no file of the program's grow, as on a disk that is full; its reads still work.

    The limit is the smallest there is: every write beyond the first bytes of a file fails.
    """
    process = program.process
    assert process is not None
    before = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, before)
