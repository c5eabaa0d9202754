"""The practice page's port: the usual one, the next that is free, or the one that was named."""

import asyncio
import os
import signal
import socket
import sys
from contextlib import asynccontextmanager, closing

import pytest

from bot.practice import port
from bot.process.starting import Refusal
from tests.harness.surroundings import PROJECT, environment

pytestmark = pytest.mark.anyio


@pytest.fixture
def usual_is_taken():
    """Somebody listens at the usual port: whoever runs the tests may do so already."""
    try:
        with socket.create_server((port.HOST, port.USUAL)) as other:
            yield other
    except OSError:
        yield None


def test_the_next_free_port_is_taken(usual_is_taken):
    with closing(port.take(None)) as first, closing(port.take(None)) as second:
        ports = [one.getsockname()[1] for one in (first, second)]
    assert port.USUAL < ports[0] < ports[1]


def test_a_port_that_was_named_and_is_taken_is_refused_in_one_line(unused_tcp_port):
    with closing(port.take(unused_tcp_port)) as first:
        assert first.getsockname()[1] == unused_tcp_port
        with pytest.raises(Refusal, match=rf"port {unused_tcp_port} .*already in use.*PORT="):
            port.take(unused_tcp_port)


@asynccontextmanager
async def practice(folder, *words):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from bot.process.program import main; main()", "practice", *words,
        env=environment() | {"PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"}, cwd=folder,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.communicate()


async def test_the_program_says_which_it_took(tmp_path, usual_is_taken):
    async with practice(tmp_path) as process, asyncio.timeout(60):
        said = await process.stdout.readuntil(b"Ctrl+C")
    text = said.decode()
    assert f"Port {port.USUAL} is taken: another one is used." in text
    assert f"The practice network is at http://{port.HOST}:" in text
    assert f":{port.USUAL}\n" not in text


async def test_the_program_refuses_a_named_port_that_is_taken(tmp_path, unused_tcp_port):
    with closing(port.take(unused_tcp_port)):
        async with practice(tmp_path, "--port", str(unused_tcp_port)) as process:
            async with asyncio.timeout(60):
                _, said = await process.communicate()
            assert process.returncode == 1
    assert said.decode().startswith(f"dsn-bot: port {unused_tcp_port} cannot be listened on")
    assert len(said.decode().splitlines()) == 1


async def test_make_hands_the_port_on():
    # A make that runs the tests hands its own options on, and then names the folder it enters.
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    make = await asyncio.create_subprocess_exec(
        "make", "--dry-run", "practice", "PORT=9000", cwd=PROJECT, env=own,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, _ = await make.communicate()
    assert said.decode().rstrip().endswith("dsn-bot practice --port 9000")
