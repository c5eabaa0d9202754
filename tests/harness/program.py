"""The program as a person gives a command: another process, in a folder without a .env.

It is forked from one that has the program's modules and has run nothing of it.
"""

import asyncio
import atexit
import os
import subprocess
import sys
from functools import cache
from threading import Lock

from tests.harness.commands import Case, Commands
from tests.harness.surroundings import PROJECT, environment

_ONE_AT_A_TIME = Lock()
_READ_ON_LOADING = {"SSL_CERT_FILE", "SSL_CERT_DIR"}
"""What aiohttp reads as it is loaded: there a command has to be a process from its beginning."""


@cache
def _commands():
    commands = Commands(has_read=False)
    atexit.register(commands.close)
    return commands


def _umask():
    now = os.umask(0)
    os.umask(now)
    return now


def _environment(folder, settings):
    return environment(**{"home": folder, **settings}) | {"PYTHONPATH": str(PROJECT)}


def program(*arguments, folder, **settings):
    """Run the program as a person would; the folder has no .env of a developer's."""
    own = _environment(folder, settings)
    if _READ_ON_LOADING & own.keys():
        return spawned(*arguments, folder=folder, **settings)
    case = Case(list(map(str, arguments)), str(folder), environment=own, umask=_umask())
    with _ONE_AT_A_TIME:
        (done,) = _commands().run([case])
    return subprocess.CompletedProcess(arguments, done.status, done.out, done.err)


def spawned(*arguments, folder, **settings):
    """Run it from its first import on: packages that are in the folder count."""
    return subprocess.run(
        [sys.executable, "-c", "from bot.process.program import main; main()", *arguments],
        cwd=folder,
        env=_environment(folder, settings),
        capture_output=True,
        text=True,
        timeout=60,
    )


async def in_thread(*arguments, **settings):
    return await asyncio.to_thread(program, *arguments, **settings)
