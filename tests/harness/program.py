"""The program as a person runs it: another process, in a folder without a developer's .env."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def environment(**settings):
    """Return the surroundings of a trial: the file beside the tests has an example's contacts."""
    settings = {"trial": 1, **settings}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DSN_")}
    return kept | {f"DSN_{name.upper()}": str(value) for name, value in settings.items()}


def program(*arguments, folder, **settings):
    """Run the program as a person would; the folder has no .env of a developer's."""
    settings = {"home": folder, **settings}
    return subprocess.run(
        [sys.executable, "-c", "from bot.process.program import main; main()", *arguments],
        cwd=folder,
        env=environment(**settings) | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=60,
    )


async def in_thread(*arguments, **settings):
    return await asyncio.to_thread(program, *arguments, **settings)
