"""From the start of the process to its first poll, and memory at rest.

Both programs run in turn against the same stand-in, in one run; the medians of five are compared.
The first round of each is not counted.
"""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.practice.clock import WorldClock
from bot.practice.server import serving
from bot.standin.world import World
from tests.bench.measure import Databases, Report, StandIn, memory

ROUNDS = 5
MOST_RATIO, MOST_MIB = 2.5, 90
TOKEN = "1:a-token-of-the-benchmark-alone"
AT_REST_AFTER = 3.0
BARE = """
import asyncio, os
from telegram.ext import Application

async def main():
    url = os.environ["DSN_BOT_API_URL"] + "/bot"
    bot = Application.builder().token(os.environ["DSN_BOT_TOKEN"]).base_url(url).build()
    async with bot:
        await bot.start()
        await bot.updater.start_polling()
        await asyncio.sleep(60)

asyncio.run(main())
"""


async def measure(command, folder):
    """Return (seconds to the first poll, MiB at rest) of one start."""
    world = World(token=TOKEN, clock=WorldClock())
    async with serving(world) as url:
        settings = {
            "DSN_BOT_TOKEN": TOKEN,
            "DSN_TRIAL": "1",
            "DSN_BOT_API_URL": url,
            "DSN_DATABASE_URL": f"sqlite:///{folder}/bench.db",
        }
        began = perf_counter()
        process = subprocess.Popen(  # noqa: ASYNC220 - starting it is what is measured
            command, env={**os.environ, **settings}, stderr=subprocess.DEVNULL
        )
        while world.poller is None:  # noqa: ASYNC110 - an event would be set on the way
            await asyncio.sleep(0.002)
        seconds = perf_counter() - began
        await asyncio.sleep(AT_REST_AFTER)
        rest = memory(process.pid)
        process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(process.wait)
    return seconds, rest


async def run(standin: StandIn, databases: Databases) -> None:
    """Print both programs and the ratio."""
    del standin
    report = Report(f"From the start of the process to its first poll, medians of {ROUNDS}")
    folder = databases.folder / "start"
    folder.mkdir()
    bare = folder / "bare.py"
    bare.write_text(BARE)
    own = [str(Path(sys.executable).parent / "dsn-bot"), "run"]
    found: dict[str, list[tuple[float, float]]] = {"bare library": [], "dsn-bot": []}
    for _ in range(ROUNDS + 1):
        found["bare library"].append(await measure([sys.executable, str(bare)], folder))
        found["dsn-bot"].append(await measure(own, folder))
    middle = {
        name: [median(values) for values in zip(*rounds[1:], strict=True)]
        for name, rounds in found.items()
    }
    for name, (seconds, rest) in middle.items():
        report.line(f"{name}: first poll", f"{seconds:.2f} s")
        ours = name == "dsn-bot"
        report.line(
            f"{name}: memory at rest",
            f"{rest:.0f} MiB",
            f"≤ {MOST_MIB} MiB" if ours else "",
            rest <= MOST_MIB if ours else None,
        )
    ratio = middle["dsn-bot"][0] / middle["bare library"][0]
    report.line("ratio of the times", f"{ratio:.2f} ×", f"≤ {MOST_RATIO} ×", ratio <= MOST_RATIO)
