"""One way to Telegram: what `run` reaches, `doctor` and `invite` reach; what they say where not."""

import json
import os
import socket
from contextlib import asynccontextmanager

import pytest

from bot.practice.server import serving
from bot.process import reaching
from bot.standin.world import World
from config.settings import Settings
from tests.harness.certificates import HOST, behind_tls, inspecting_proxy, make_authority
from tests.harness.network import TOKEN
from tests.harness.program import in_thread
from tests.harness.running_program import running_program

pytestmark = [pytest.mark.long, pytest.mark.anyio]
SURROUNDINGS = ("SSL_CERT_FILE", "SSL_CERT_DIR", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """No proxy and no list of the machine's whoever runs the tests has."""
    for name in SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return make_authority(tmp_path_factory.mktemp("authority"))


@asynccontextmanager
async def stand_in(clock):
    async with serving(World(token=TOKEN, clock=clock)) as url:
        yield url


async def doctor(folder, url, *options, **settings):
    """Return the exit status and what was found, by level and what it is about."""
    done = await in_thread(
        "doctor", "--json", *options, folder=folder, bot_token=TOKEN, bot_api_url=url, **settings
    )
    assert "Traceback" not in done.stderr
    assert TOKEN not in done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert all(set(one) == {"level", "about", "text", "remedy"} for one in found)
    # The same as lines: what is right needs no remedy, all else has one.
    assert all(bool(one["remedy"]) == (one["level"] != "OK") for one in found)
    return done.returncode, {(one["level"], one["about"]): one for one in found}


async def invite(folder, url):
    await in_thread("migrate", folder=folder)
    done = await in_thread(
        "invite", "--role", "coordinator", folder=folder, bot_token=TOKEN, bot_api_url=url
    )
    assert done.returncode == 0, done.stderr
    assert TOKEN not in done.stdout + done.stderr
    return done.stdout


async def all_reach(url, folder):
    """Hold that the bot, the doctor and an invitation all reach what is at *url*."""
    async with running_program(url, f"sqlite:///{folder}/data/dsn.db", folder) as program:
        await program.says('"event": "started"')
        status, found = await doctor(folder, url)
        assert status == 0, found
        assert ("OK", "token") in found
        link = await invite(folder, url)
        assert link.startswith("https://t.me/dsn_practice_bot?start=")
        assert "no link" not in link
        assert await program.stop() == 0
    return found


async def test_behind_a_proxy_with_a_certificate_of_its_own_everything_works(
    tmp_path, clock, authority, monkeypatch
):
    async with (
        stand_in(clock) as url,
        inspecting_proxy(url, authority.context()) as (proxy, asked),
    ):
        monkeypatch.setenv("HTTPS_PROXY", proxy.replace("//", "//bot:secretword@"))
        status, found = await doctor(tmp_path, f"https://{HOST}")
        said = found["FAIL", "Bot API"]
        assert status == 1
        assert "an authority that is not known here" in said["text"]
        assert f"by the proxy {proxy.removeprefix('http://')}" in said["text"]
        assert "firewall" not in said["remedy"]
        assert "SSL_CERT_FILE" in said["remedy"]
        assert "secretword" not in json.dumps(list(found.values()))
        without = await invite(tmp_path, f"https://{HOST}")
        assert without.startswith("(open the bot and send) /start ")
        assert "no link, as the bot's name is not known" in without
        assert "an authority that is not known here" in without
        # The remedy, carried out.
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
        found = await all_reach(f"https://{HOST}", tmp_path)
        assert "by the proxy 127.0.0.1" in found["OK", "Bot API"]["text"]
        assert set(asked) == {f"{HOST}:443"}


async def test_a_server_of_ones_own_with_an_own_authority(tmp_path, clock, authority, monkeypatch):
    async with stand_in(clock) as plain, behind_tls(plain, authority.context()) as url:
        assert "not known here" in (await doctor(tmp_path, url))[1]["FAIL", "Bot API"]["text"]
        nowhere = tmp_path / "not-there.pem"
        for named in (nowhere, tmp_path / "no-certificates"):
            monkeypatch.setenv("SSL_CERT_FILE", str(named))
            if named != nowhere:
                named.write_text("something else")
            said = (await doctor(tmp_path, url))[1]["FAIL", "Bot API"]
            assert f"SSL_CERT_FILE is {named}, which is no list" in said["remedy"]
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
        await all_reach(url, tmp_path)


async def test_a_list_that_is_named_in_vain_is_warned_of(tmp_path, clock, monkeypatch):
    async with stand_in(clock) as url:
        monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/list.pem")
        status, found = await doctor(tmp_path, url)
        assert status == 0
        assert "/nowhere/list.pem" in found["WARN", "certificates"]["text"]


@pytest.mark.parametrize(
    ("options", "says", "remedy"),
    [
        ({"names": "DNS:elsewhere.example"}, "made out to another name", "DSN_BOT_API_URL"),
        ({"days": "-1"}, "past its time", "timedatectl"),
    ],
)
async def test_each_fault_of_a_certificate_has_its_own_remedy(
    tmp_path, clock, authority, monkeypatch, options, says, remedy
):
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
    async with stand_in(clock) as plain, behind_tls(plain, authority.context(**options)) as url:
        said = (await doctor(tmp_path, url))[1]["FAIL", "Bot API"]
    assert says in said["text"]
    assert remedy in said["remedy"]


async def test_a_proxy_that_refuses_or_is_away_is_named(tmp_path, clock, authority, monkeypatch):
    async with (
        stand_in(clock) as url,
        inspecting_proxy(url, authority.context(), refuses=True) as (proxy, _),
    ):
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        said = (await doctor(tmp_path, f"https://{HOST}"))[1]["FAIL", "Bot API"]
        assert f"refuses the way to {HOST}" in said["text"]
    said = (await doctor(tmp_path, f"https://{HOST}"))[1]["FAIL", "Bot API"]
    assert f"the proxy {proxy.removeprefix('http://')} cannot be reached" in said["text"]
    assert "HTTPS_PROXY" in said["remedy"]


async def test_an_invitation_says_why_it_has_no_link(tmp_path, clock):
    nowhere = await invite(tmp_path, "http://127.0.0.1:1")
    assert "127.0.0.1 cannot be reached (ClientConnectorError)" in nowhere
    async with stand_in(clock) as url:
        wrong = await in_thread(
            "invite", "--role", "observer", folder=tmp_path, bot_token="1:abc", bot_api_url=url
        )
        assert "Telegram does not accept DSN_BOT_TOKEN" in wrong.stdout
        none = await in_thread("invite", "--role", "observer", folder=tmp_path, bot_api_url=url)
        assert "DSN_BOT_TOKEN is missing" in none.stdout


# --- the port --------------------------------------------------------------------------------


async def test_the_port_is_free_or_the_bots_or_somebody_elses(tmp_path, clock, unused_tcp_port):
    own = f"127.0.0.1:{unused_tcp_port}"
    async with stand_in(clock) as url:
        _, found = await doctor(tmp_path, url, listen=own)
        assert found["OK", "port"]["text"] == f"{own} can be listened on"
        database = f"sqlite:///{tmp_path}/data/dsn.db"
        async with running_program(url, database, tmp_path, listen=own) as program:
            await program.says('"event": "started"')
            status, found = await doctor(tmp_path, url, listen=own)
            assert (status, found["OK", "port"]["text"]) == (
                0,
                f"{own} is held by the bot that runs here",
            )
            elsewhere = tmp_path / "elsewhere"
            elsewhere.mkdir()
            status, found = await doctor(elsewhere, url, listen=own)
            assert status == 1
            assert "a dsn-bot with another database" in found["FAIL", "port"]["text"]
        with socket.create_server(("127.0.0.1", unused_tcp_port)):
            status, found = await doctor(tmp_path, url, listen=own)
        assert status == 1
        assert f"{own} is held by another program" in found["FAIL", "port"]["text"]
        assert f"ss -ltnp 'sport = :{unused_tcp_port}'" in found["FAIL", "port"]["remedy"]
        _, found = await doctor(tmp_path, url, listen="192.0.2.1:8081")
        assert "this machine has no such address" in found["FAIL", "port"]["text"]


def test_of_a_proxy_only_host_and_port_are_shown(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://user:secret@proxy.example:3128")
    assert reaching.proxy_for("https://api.telegram.org") == "proxy.example:3128"
    monkeypatch.setenv("NO_PROXY", "telegram.org")
    assert reaching.proxy_for("https://api.telegram.org") is None
    assert reaching.proxy_for(Settings(bot_api_url="http://127.0.0.1:1").bot_api_url) is None
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example:nonsense")
    monkeypatch.delenv("NO_PROXY")
    assert reaching.proxy_for("https://api.telegram.org") == "proxy.example"
    assert "secret" not in os.fspath(str(reaching.proxy_for("https://api.telegram.org")))
