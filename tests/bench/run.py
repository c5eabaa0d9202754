"""``make bench``: every benchmark in one run, figures beside their targets.

``ONLY=steps,broadcast`` runs some of them; ``LONG=1`` adds the broadcast of 5,000.
"""

import asyncio
import os
import platform
from time import monotonic

from tests.bench import (
    archive,
    broadcast,
    claiming,
    memory,
    planning,
    start,
    steps,
    strangers,
    understanding,
)
from tests.bench.measure import databases, standing_in

MODULES = {
    "start": start,
    "memory": memory,
    "steps": steps,
    "broadcast": broadcast,
    "strangers": strangers,
    "planning": planning,
    "claiming": claiming,
    "understanding": understanding,
    "archive": archive,
}


async def main() -> None:
    """Run what was asked for."""
    only = os.environ.get("ONLY")
    chosen = only.split(",") if only else list(MODULES)
    began = monotonic()
    print(
        f"{os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )
    with databases() as places:
        async with standing_in() as standin:
            for name in chosen:
                await MODULES[name].run(standin, places)
    print(f"\n{monotonic() - began:.0f} s in all; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    asyncio.run(main())
