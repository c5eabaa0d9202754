"""``make bench``: from the start of the process to its first poll, and memory at rest.

Both programs run in turn against the same stand-in, in one run; the medians of five are compared.
The first round of each is not counted.
"""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.practice.clock import WorldClock
from bot.practice.server import serving
from bot.practice.world import World

ROUNDS = 5
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


def memory(pid):
    """Return the resident memory of a process in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


async def measure(command, folder):
    """Return (seconds to the first poll, MiB at rest) of one start."""
    world = World(token=TOKEN, clock=WorldClock())
    async with serving(world) as url:
        settings = {
            "DSN_BOT_TOKEN": TOKEN,
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


async def main():
    """Print both programs and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE)
        own = [str(Path(sys.executable).parent / "dsn-bot"), "run"]
        found = {"bare library": [], "dsn-bot": []}
        for _ in range(ROUNDS + 1):
            found["bare library"].append(await measure([sys.executable, str(bare)], folder))
            found["dsn-bot"].append(await measure(own, folder))
    middle = {}
    for name, rounds in found.items():
        counted = rounds[1:]
        middle[name] = [median(values) for values in zip(*counted, strict=True)]
        print(f"{name:14s} first poll {middle[name][0]:.2f} s   at rest {middle[name][1]:.0f} MiB")
    ratio = middle["dsn-bot"][0] / middle["bare library"][0]
    print(f"ratio of the times {ratio:.2f} (target 2.5)")


if __name__ == "__main__":
    asyncio.run(main())
