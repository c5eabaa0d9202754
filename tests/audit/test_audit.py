"""``make audit`` against a source of advisories on this machine: what it says, and that it ends."""

import asyncio
import os
import re
import socket
import subprocess
import sys
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from bot.process import http
from tests.audit import run
from tests.harness.surroundings import PROJECT

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def source(answer):
    """Yield the address of a source that answers each list of questions by *answer*."""

    async def batch(request: Request):
        return answer((await request.json())["queries"])

    app = Starlette(routes=[Route("/v1/querybatch", batch, methods=["POST"])])
    sock = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{sock.getsockname()[1]}"
    async with http.serving(app, sock):
        yield address


async def audit(address, **environment):
    own = os.environ | {"PYTHONPATH": str(PROJECT), "DSN_ADVISORIES": address, **environment}
    return await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "tests.audit.run"],
        cwd=PROJECT,
        env=own,
        capture_output=True,
        text=True,
        timeout=90,
    )


def test_every_pinned_version_of_each_lock_file_is_asked_for():
    versions = run.pinned(PROJECT / lock for lock in run.LOCKS)
    for lock in run.LOCKS:
        lines = (PROJECT / lock).read_text().splitlines()
        own = [line for line in lines if re.match(r"[a-z0-9]", line, re.IGNORECASE)]
        assert len(run.pinned([PROJECT / lock])) >= len({one.split("==")[0] for one in own}) > 5
    assert versions["python-telegram-bot"] == {"22.8"}


async def test_what_is_known_is_named_and_fails():
    asked = []

    def answer(queries):
        asked.extend(queries)
        found = [
            {"vulns": [{"id": "OSV-1", "modified": "2026-01-01T00:00:00Z"}]}
            if query["package"]["name"] == "aiohttp"
            else {}
            for query in queries
        ]
        return JSONResponse({"results": found})

    async with source(answer) as address:
        done = await audit(address)
    assert done.returncode == 1, done.stderr
    assert re.search(r"^aiohttp \S+  OSV-1  KNOWN WEAKNESS$", done.stdout, re.MULTILINE)
    assert "with a known weakness" in done.stdout
    assert len(asked) == sum(map(len, run.pinned(PROJECT / lock for lock in run.LOCKS).values()))


async def test_nothing_known_is_said_and_fine():
    async with source(lambda queries: JSONResponse({"results": [{}] * len(queries)})) as address:
        done = await audit(address)
    assert (done.returncode, done.stderr) == (0, "")
    assert "pinned versions checked, 0 with a known weakness" in done.stdout


@pytest.mark.parametrize(
    "answer",
    [
        lambda queries: PlainTextResponse("<html>a proxy's page</html>"),
        lambda queries: PlainTextResponse("", status_code=503),
        lambda queries: JSONResponse({"results": []}),
        lambda queries: JSONResponse(["something", "else"]),
    ],
)
async def test_a_source_that_answers_anything_else_has_checked_nothing(answer):
    async with source(answer) as address:
        done = await audit(address)
    assert done.returncode == 0
    assert "NOT CHECKED" in done.stderr
    assert "checked," not in done.stdout


async def test_without_a_source_it_says_so_loudly_and_fails_only_where_it_is_required(
    unused_tcp_port,
):
    nowhere = f"http://127.0.0.1:{unused_tcp_port}"
    done = await audit(nowhere)
    assert done.returncode == 0
    assert "!!  NOT CHECKED" in done.stderr
    assert (await audit(nowhere, DSN_AUDIT="required")).returncode == 1


async def test_a_source_that_says_nothing_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(run.NotChecked, match="does not answer"):
            await asyncio.wait_for(run.ask(address, {"aiohttp": {"1.0"}}, patience=0.3), 10)


def test_what_is_accepted_has_a_reason():
    assert all(len(reason) > 10 for reason in run.accepted().values())
