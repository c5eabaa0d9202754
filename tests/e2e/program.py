"""The program as the operator runs it: ``dsn-bot run`` in a process of its own."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.e2e.town import TOKEN

ROOT = Path(__file__).parents[2]


class Program:
    """One running process; what it says on standard error is kept."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.lines: list[str] = []
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stderr is not None
        while line := await self.process.stderr.readline():
            self.lines.append(line.decode().strip())

    async def says(self, words: str, within: float = 30) -> None:
        """Wait until it has said *words*."""
        async with asyncio.timeout(within):
            while not any(words in line for line in self.lines):
                if self.process.returncode is not None:
                    raise AssertionError("\n".join(self.lines))
                await asyncio.sleep(0.02)

    def has_said(self, words: str) -> bool:
        return any(words in line for line in self.lines)

    async def kill(self) -> None:
        """End it with SIGKILL."""
        self.process.kill()
        await self.process.wait()

    async def stop(self, within: float = 20) -> int:
        """End it with SIGTERM; return its exit status."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.ended(within)

    async def ended(self, within: float = 20) -> int:
        """Wait until it has ended; return its exit status."""
        async with asyncio.timeout(within):
            status = await self.process.wait()
            await self._reading
        return status


@asynccontextmanager
async def program(
    api_url: str, database_url: str, folder: Path, **settings: str
) -> AsyncIterator[Program]:
    """Run the program against a stand-in; whatever happens, it is gone at the end."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "DSN_BOT_TOKEN": TOKEN,
        "DSN_BOT_API_URL": api_url,
        "DSN_DATABASE_URL": database_url,
        "DSN_LOG_FORMAT": "json",
        **settings,
    }
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "from bot.cli import main; main()",
        "run",
        env=environment | {"PYTHONPATH": str(ROOT)},
        cwd=folder,
        stderr=asyncio.subprocess.PIPE,
    )
    running = Program(started)
    try:
        yield running
    finally:
        if started.returncode is None:
            await running.kill()
        await running.ended()
