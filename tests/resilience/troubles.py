"""What goes wrong: each a task or a rule drawn from the scenario's own random numbers."""

import asyncio
import resource
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from random import Random
from typing import Any

from bot.standin.faults import Fault
from tests.resilience.stage import Program, Stage

Trouble = Callable[[Stage, Sequence[Program]], Awaitable[None]]

FIRST_PAGE = 4096
"""Bytes of a file that may be written when the disk is full: no change fits into SQLite's log."""

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


async def none(stage: Stage, programs: Sequence[Program]) -> None:
    """Nothing goes wrong."""


def kills(count: int, between: tuple[float, float] = (0.05, 1.5)) -> Trouble:
    """Kill the only program *count* times at random instants, also while it starts."""

    async def trouble(stage: Stage, programs: Sequence[Program]) -> None:
        random, (program,) = stage.random, programs
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

    return trouble


def one_of_several(count: int, away: tuple[float, float] = (0.2, 3.0)) -> Trouble:
    """Kill one of several programs *count* times; the others carry on until it is back."""

    async def trouble(stage: Stage, programs: Sequence[Program]) -> None:
        random = stage.random
        for _ in range(count):
            await asyncio.sleep(random.uniform(0.1, 1.5))
            program = random.choice(programs)
            await program.kill()
            await asyncio.sleep(random.uniform(*away))
            await program.start()
            await asyncio.sleep(random.uniform(1.0, 2.0))

    return trouble


def weather(rate: float, *, seconds: float = 1.0, lasting: float = 6.0) -> Trouble:
    """Let a share *rate* of all calls fail, and updates come twice and in disorder."""

    async def trouble(stage: Stage, programs: Sequence[Program]) -> None:
        stage.world.faults.draw = storm(stage.random, rate, seconds=seconds)
        stage.world.scramble = scramble(stage.random)
        await asyncio.sleep(lasting)
        stage.world.faults.draw = stage.world.scramble = None

    return trouble


def outages(count: int) -> Trouble:
    """Let Telegram be unreachable now and then; what is under way is cut after its effect."""

    async def trouble(stage: Stage, programs: Sequence[Program]) -> None:
        for _ in range(count):
            await asyncio.sleep(stage.random.uniform(0.2, 1.0))
            stage.world.faults.down = True
            await asyncio.sleep(stage.random.uniform(0.2, 1.5))
            stage.world.faults.down = False

    return trouble


def full_disk(times: int, lasting: tuple[float, float] = (0.5, 2.0)) -> Trouble:
    """Let no file of the program's grow, as on a disk that is full; reading goes on working."""

    async def trouble(stage: Stage, programs: Sequence[Program]) -> None:
        for _ in range(times):
            await asyncio.sleep(stage.random.uniform(0.1, 0.8))
            with _no_room(programs):
                await asyncio.sleep(stage.random.uniform(*lasting))

    return trouble


@contextmanager
def _no_room(programs: Sequence[Program]) -> Iterator[None]:
    processes = [program.process for program in programs if program.process is not None]
    before = [resource.prlimit(process.pid, resource.RLIMIT_FSIZE) for process in processes]
    for process, (_, hard) in zip(processes, before, strict=True):
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (FIRST_PAGE, hard))
    try:
        yield
    finally:
        for process, limits in zip(processes, before, strict=True):
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, limits)


def hung(count: int, seconds: float = 40.0) -> Trouble:
    """Let messages be sent and their connections then be silent for longer than anybody waits."""

    async def trouble(stage: Stage, programs: Sequence[Program]) -> None:
        for method in ("sendDocument", "sendMessage", "editMessageText", "getUpdates"):
            stage.world.faults.plan(method, Fault.HANG, times=count, seconds=seconds)

    return trouble


def together(*all_of_them: Trouble) -> Trouble:
    """Let several things go wrong at the same time."""

    async def trouble(stage: Stage, programs: Sequence[Program]) -> None:
        await asyncio.gather(*(each(stage, programs) for each in all_of_them))

    return trouble
