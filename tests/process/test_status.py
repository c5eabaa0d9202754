"""How `run` ends where starting it again does not help: by these the units know it."""

import pytest

from bot.practice.server import serving
from bot.process.program import NO_RESTART, NOT_SET_RIGHT
from bot.standin.world import World
from tests.harness.network import TOKEN
from tests.harness.program import in_thread
from tests.harness.surroundings import PROJECT

pytestmark = pytest.mark.anyio


async def test_a_token_that_is_refused_ends_it_for_good(tmp_path, clock):
    async with serving(World(token=TOKEN, clock=clock)) as url:
        done = await in_thread("run", folder=tmp_path, bot_token="1:abc", bot_api_url=url)
    assert done.returncode == NOT_SET_RIGHT
    assert "dsn-bot: Telegram does not accept DSN_BOT_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"log_level": "loud"},
        {"bot_token": "no token"},
        {"bot_token": TOKEN, "trial": ""},
        {"bot_token": TOKEN, "database_url": "mysql://x"},
        {"bot_token": TOKEN, "webhook_url": "https://bot.example"},
    ],
    ids=["no token", "level", "token", "example's contacts", "database", "webhook"],
)
async def test_settings_that_cannot_work_end_it_for_good(tmp_path, settings):
    done = await in_thread("run", folder=tmp_path, **settings)
    assert (done.returncode, len(done.stderr.splitlines())) == (NOT_SET_RIGHT, 1), done.stderr
    # Another command is refused as ever.
    if "log_level" in settings:
        assert (await in_thread("migrate", folder=tmp_path, **settings)).returncode == 1


def test_the_unit_of_systemd_knows_both():
    unit = (PROJECT / "docs/deploy/dsn-bot.service").read_text()
    assert f"RestartPreventExitStatus={NO_RESTART} {NOT_SET_RIGHT}\n" in unit
