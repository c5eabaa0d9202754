"""The program as the operator runs it: ``dsn-bot run`` in a process of its own, beside the test."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.harness.network import TOKEN
from tests.harness.surroundings import PROJECT, environment


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
            while not self.has_said(words):
                if self.process.returncode is not None:
                    raise AssertionError("\n".join(self.lines))
                await asyncio.sleep(0.02)

    def has_said(self, words: str) -> bool:
        return any(words in line for line in self.lines)

    async def kill(self) -> None:
        """End it with SIGKILL."""
        self.process.kill()
        await self.process.wait()

    def freeze(self) -> None:
        """Let it stand still, as a machine that is suspended does."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

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
async def running_program(
    api_url: str, database_url: str, folder: Path, **settings: str
) -> AsyncIterator[Program]:
    """Run the program against a stand-in; whatever happens, it is gone at the end."""
    own = environment(
        bot_token=TOKEN,
        bot_api_url=api_url,
        home=folder,
        database_url=database_url,
        log_format="json",
        **settings,
    )
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "from bot.process.program import main; main()",
        "run",
        env=own | {"PYTHONPATH": str(PROJECT)},
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
