"""Which version it is, wherever somebody looks; one place says it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import httpx
import pytest

from bot.core.version import VERSION
from bot.practice.server import serving
from bot.standin.world import World
from tests.harness.network import TOKEN
from tests.harness.program import in_thread
from tests.harness.running_program import running_program

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[2]


async def test_the_program_its_log_its_health_and_its_metrics_say_one_version(
    tmp_path, clock, unused_tcp_port
):
    asked = await in_thread("--version", folder=tmp_path)
    assert (asked.returncode, asked.stdout) == (0, f"dsn-bot {VERSION}\n")
    assert not list(tmp_path.iterdir()), "asking makes nothing"
    own = f"127.0.0.1:{unused_tcp_port}"
    url_of_database = f"sqlite:///{tmp_path}/data/dsn.db"
    async with (
        serving(World(token=TOKEN, clock=clock)) as url,
        running_program(url, url_of_database, tmp_path, listen=own) as program,
        httpx.AsyncClient(base_url=f"http://{own}") as client,
    ):
        await program.says('"event": "started"')
        first = next(line for line in program.lines if line.startswith("{"))
        assert f'"version": "{VERSION}"' in first
        assert (await client.get("/healthz")).json()["version"] == VERSION
        assert f'dsn_build_info{{version="{VERSION}"}} 1.0' in (await client.get("/metrics")).text


def test_the_package_takes_its_version_from_the_code():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert "version" not in told["project"]
    attr = told["tool"]["setuptools"]["dynamic"]["version"]["attr"]
    assert attr == "bot.core.version.VERSION"
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete_commands(tmp_path, shell, monkeypatch):
    monkeypatch.setenv("_DSN_BOT_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", "dsn-bot inv")
    monkeypatch.setenv("COMP_CWORD", "1")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "dsn-bot inv")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    start = "import sys; sys.argv[0] = 'dsn-bot'; from bot.process.program import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert "invite" in done.stdout, done.stderr
    assert "doctor" not in done.stdout
