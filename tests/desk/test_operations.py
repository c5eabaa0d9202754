"""Running it: health, metrics, the doctor, copies, faults that are told, logs without words."""

import asyncio
import csv
import json
import logging
import socket
import subprocess
import sys
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
import structlog
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot.core import logs, metrics
from bot.core.version import VERSION
from bot.practice.server import serving
from bot.process import health, live
from bot.standin.faults import Fault
from bot.standin.world import World
from config.network import network
from config.settings import Settings
from storage import deliveries, processes
from storage.database import Database
from storage.models import AuditEntry, Choice, Delivery, Person
from tests.desk.test_forecast import announce, answer, report, until
from tests.harness.network import TOKEN
from tests.harness.program import in_thread
from tests.harness.running_program import running_program
from tests.harness.stock import BOB, HELENA
from tests.harness.surroundings import PROJECT

pytestmark = [pytest.mark.long, pytest.mark.anyio]


# --- health and metrics ----------------------------------------------------------------------


@asynccontextmanager
async def listening(harness, port):
    """Let health and metrics of the network's bot be asked for."""
    settings = Settings(listen=f"127.0.0.1:{port}")
    sock = live.bind(settings)
    from starlette.applications import Starlette

    from bot.process import http

    async with (
        http.serving(Starlette(routes=health.routes(harness.run)), sock),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
    ):
        yield client


async def test_health_and_metrics_show_what_happens_and_nobody(harness, unused_tcp_port):
    helena = await harness.joins(HELENA)
    bob = await harness.member("Bob Secretname", chamber="IE-DAI")
    await harness.settle()
    await harness.say(bob, "/update", "Ask me question by question", "Secrettitle")
    bob.block()
    await harness.settle()
    harness.world.faults.plan("sendMessage", Fault.FLOOD, seconds=1)
    await harness.say(helena, "/people")
    async with listening(harness, unused_tcp_port) as client:
        answer = await client.get("/healthz")
        assert answer.status_code == 200, answer.text
        said = answer.json()
        assert said["ok"]
        assert said["database"]
        assert said["polls"]
        assert said["inbox_backlog"] == 0
        text = (await client.get("/metrics")).text
        values = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
        # Three messages of Bob's, his block, and one message of Helena's.
        assert float(values["dsn_updates_received_total"]) == 5
        assert float(values["dsn_updates_handled_total"]) == 5
        assert float(values["dsn_update_handling_seconds_count"]) == 5
        assert float(values['dsn_update_handling_seconds_bucket{le="+Inf"}']) == 5
        assert float(values["dsn_floods_total"]) == 1
        # A welcome and the commands of each, and what Helena hears of Bob's block.
        assert float(values['dsn_deliveries_ended_total{state="sent"}']) == 5
        assert float(values['dsn_deliveries_ended_total{state="failed"}']) == 0
        assert not any(name.startswith("dsn_deliveries{") for name in values)
        assert float(values['dsn_sends_total{act="send"}']) >= 5
        assert float(values["dsn_oldest_due_seconds"]) == 0
        assert float(values["dsn_inbox_backlog"]) == 0
        assert float(values["process_resident_memory_bytes"]) > 0
        assert float(values["dsn_database_bytes"]) > 100_000
        assert "dsn_last_backup_timestamp_seconds" not in values
        for secret in ("Secret", str(bob.id), str(helena.id), TOKEN):
            assert secret not in text
            assert secret not in answer.text
        assert (await client.get("/telegram")).status_code == 404


async def test_health_says_what_is_wrong(harness, unused_tcp_port):
    bob = await harness.joins(BOB)
    await harness.settle()
    harness.world.faults.down = True
    harness.clock.advance(timedelta(hours=1))
    with harness.database.transaction() as session:
        person = session.exec(select(Person).where(Person.telegram_id == bob.id)).one()
        session.add(
            Delivery(
                key="late",
                person_id=person.id,
                kind="welcome",
                due_at=harness.clock.now() - timedelta(minutes=50),
                next_try_at=harness.clock.now() - timedelta(minutes=50),
                created_at=harness.clock.now(),
            )
        )
    async with listening(harness, unused_tcp_port) as client:
        answer = await client.get("/healthz")
        assert answer.status_code == 503
        problems = answer.json()["problems"]
        assert "Telegram has not answered a poll lately" in problems
        assert "messages wait that were due long ago" in problems
    harness.world.faults.down = False


async def test_whether_it_is_alive_is_said_without_a_look_at_the_database(harness, unused_tcp_port):
    asked = []
    event.listen(
        harness.database.engine, "before_cursor_execute", lambda *args: asked.append(args[2])
    )
    for job in harness.run.jobs.plan():
        harness.stop_ticking(job)
    with harness.database.reading() as session:
        asked.clear()
        health.look(session)
    # The bot asks as well meanwhile, but not these.
    looks = {one for one in asked if one.startswith("SELECT")}
    assert len(looks) == 2
    async with listening(harness, unused_tcp_port) as client:
        asked.clear()
        for _ in range(3):
            answer = await client.get("/healthz?live=1")
            said = answer.json()
            assert (answer.status_code, said["ok"], said["version"]) == (200, True, VERSION)
        assert not looks & set(asked)
        assert (await client.get("/healthz")).status_code == 200
        assert looks <= set(asked)


def test_whoever_does_not_listen_loads_nothing_for_it():
    code = (
        "import sys; from bot.process import live; "
        "print({'prometheus_client', 'uvicorn', 'starlette'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert done.stdout == "set()\n", done.stderr


def test_metrics_of_a_process_that_just_began_can_be_read():
    text = health.exposition(
        metrics.Metrics(), None, 0, datetime(2026, 11, 23, tzinfo=UTC)
    ).decode()
    assert "dsn_updates_received_total 0.0" in text
    assert "dsn_deliveries{" not in text


async def test_a_taken_port_is_one_clear_line(tmp_path, unused_tcp_port):
    with socket.create_server(("127.0.0.1", unused_tcp_port)):
        done = await in_thread(
            "run",
            folder=tmp_path,
            bot_token=TOKEN,
            bot_api_url="http://127.0.0.1:1",
            listen=f"127.0.0.1:{unused_tcp_port}",
        )
    assert done.returncode == 1
    line = done.stderr.strip().splitlines()[-1] if "stopped" not in done.stderr else done.stderr
    assert f"DSN_LISTEN: cannot listen on 127.0.0.1:{unused_tcp_port}: address already" in line
    assert "Traceback" not in done.stderr


async def test_a_process_listens_answers_and_ends_on_sigterm(tmp_path, clock, unused_tcp_port):
    world = World(token=TOKEN, clock=clock)
    url_of_database = f"sqlite:///{tmp_path}/data/dsn.db"
    own = f"127.0.0.1:{unused_tcp_port}"
    async with (
        serving(world) as url,
        running_program(url, url_of_database, tmp_path, listen=own) as run,
        httpx.AsyncClient(base_url=f"http://{own}") as client,
    ):
        await run.says("started")
        await world.until(lambda: world.poller is not None)
        answer = await client.get("/healthz")
        assert (answer.status_code, answer.json()["polls"]) == (200, True)
        doctor = await in_thread("doctor", folder=tmp_path, bot_token=TOKEN, bot_api_url=url)
        assert "OK    running      a bot runs here" in doctor.stdout
        assert await run.stop() == 0
    assert json.loads(run.lines[-1])["event"] == "stopped"
    database = Database(url_of_database)
    with database.reading() as session:
        assert processes.latest(session, now=datetime.now(UTC)) is None
    database.close()


async def test_each_of_several_processes_says_how_it_is(postgres_url, clock, tmp_path):
    world = World(token=TOKEN, clock=clock)
    ports = []
    for _ in range(2):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            ports.append(f"127.0.0.1:{probe.getsockname()[1]}")
    async with (
        serving(world) as url,
        running_program(url, postgres_url, tmp_path, listen=ports[0]) as first,
        httpx.AsyncClient() as client,
    ):

        async def health_of(port):
            answer = await client.get(f"http://{port}/healthz")
            return answer.status_code, answer.json()["polls"]

        await first.says("leading")
        await world.until(lambda: world.poller is not None)
        async with running_program(url, postgres_url, tmp_path, listen=ports[1]) as second:
            await second.says("started")
            assert await health_of(ports[0]) == (200, True)
            assert await health_of(ports[1]) == (200, False)
            await first.kill()
            await second.says("leading")
            await world.until(lambda: world.poller is not None)
            assert await health_of(ports[1]) == (200, True)


# --- the doctor ------------------------------------------------------------------------------


def found(done):
    """Return the findings: (level, what) and the line."""
    return {tuple(line.split()[:2]): line for line in done.stdout.splitlines()}


async def test_the_doctor_without_a_token_says_so_and_looks_at_the_rest(tmp_path):
    done = await in_thread("doctor", folder=tmp_path, bot_api_url="http://127.0.0.1:1")
    lines = found(done)
    assert done.returncode == 1, done.stderr
    assert "DSN_BOT_TOKEN is missing" in lines["FAIL", "token"]
    assert "127.0.0.1 cannot be reached" in done.stdout
    assert f"there is none at {tmp_path}/data/dsn.db yet" in lines["WARN", "database"]
    assert "40 chambers" in lines["OK", "data"]
    assert ("OK", "catalogues") in lines
    assert ("OK", "network.toml") in lines
    assert not (tmp_path / "data" / "dsn.db").exists()


async def test_the_doctor_finds_what_is_wrong_and_shows_no_secret(tmp_path, clock, postgres_url):
    world = World(token=TOKEN, clock=clock)
    async with serving(world) as url:
        good = await in_thread(
            "doctor", folder=tmp_path, bot_token=TOKEN, bot_api_url=url, database_url=postgres_url
        )
        lines = found(good)
        assert "@dsn_practice_bot" in lines["OK", "token"]
        assert "agrees" in lines["OK", "clock"]
        assert "PostgreSQL" in lines["OK", "database"]
        assert "no coordinator yet" in lines["WARN", "people"]
        assert "can be added to groups" in lines["WARN", "token"]
        assert "no other program" in lines["OK", "polling"]
        assert good.returncode == 0, good.stdout
        polling = asyncio.create_task(_poll_elsewhere(url))
        other = await in_thread("doctor", folder=tmp_path, bot_token=TOKEN, bot_api_url=url)
        polling.cancel()
        world.person("Alice").start()
        assert "another program asks" in found(other)["FAIL", "polling"]
        wrong = await in_thread(
            "doctor", folder=tmp_path, bot_token="1:" + "x" * 30, bot_api_url=url
        )
        assert "Telegram does not accept" in found(wrong)["FAIL", "token"]
        async with httpx.AsyncClient() as client:
            address = {"url": "https://elsewhere.example.org/secretpath"}
            await client.post(f"{url}/bot{TOKEN}/setWebhook", json=address)
        hooked = await in_thread("doctor", folder=tmp_path, bot_token=TOKEN, bot_api_url=url)
        assert "set to elsewhere.example.org" in found(hooked)["WARN", "webhook"]
        assert world.updates, "the doctor took an update away"
    broken = await in_thread("doctor", folder=tmp_path, log_level="loud")
    assert ("FAIL", "settings") in found(broken)
    unreachable = await in_thread(
        "doctor",
        folder=tmp_path,
        bot_api_url="http://user:secretpath@127.0.0.1:1",
        database_url="postgresql://bot:secretpath@127.0.0.1:1/dsn",
    )
    assert ("FAIL", "database") in found(unreachable)
    for done in (good, other, wrong, hooked, broken, unreachable):
        for secret in (TOKEN, "secretpath", "x" * 30):
            assert secret not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


async def _poll_elsewhere(url):
    """Ask for updates without end and without confirming any, as a stray copy would."""
    async with httpx.AsyncClient(timeout=30) as client:
        while True:
            await client.post(f"{url}/bot{TOKEN}/getUpdates", json={"timeout": 20})
            await asyncio.sleep(0.3)


# --- export -------------------------------------------------------------------------------------


async def test_what_the_network_holds_is_exported_without_names(harness, tmp_path):
    await harness.joins(HELENA)
    bob = await harness.member("Bob Secretname", chamber="IE-DAI")
    await harness.settle()
    title = '=HYPERLINK("x";"y")'
    meeting_id = announce(harness, title, date(2027, 3, 11), reply_day=date(2027, 2, 25))
    await harness.settle()
    answer(harness, bob, meeting_id, Choice.ONLINE)
    report(harness, bob)
    url = harness.database.url.render_as_string()
    done = await in_thread("export", "out", folder=tmp_path, database_url=url)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "out: meetings.csv, answers.csv, updates.csv, deliveries.csv, all.json\n"
    whole = json.loads((tmp_path / "out" / "all.json").read_text())
    assert whole["meetings"][0]["title"] == title
    assert whole["answers"][0]["choice"] == "online"
    assert whole["updates"][0]["partners"] == ["ME"]
    assert {"kind": "notice", "state": "sent", "count": 2} in whole["deliveries"]
    with (tmp_path / "out" / "meetings.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["title"] == f"'{title}"
    for path in (tmp_path / "out").iterdir():
        assert "Secretname" not in path.read_text()
    again = await in_thread("export", "out", folder=tmp_path, database_url=url)
    assert again.stderr == "dsn-bot: out is not empty: name a new folder\n"


# --- faults and logs -------------------------------------------------------------------------


def broken(session, **_):
    raise ZeroDivisionError("the secret phrase is in here")


async def test_faults_are_told_once_a_day_as_a_count(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    with harness.database.transaction() as session:
        session.exec(select(Person).where(Person.telegram_id == bob.id)).one().zone = "No/Where"
    for _ in range(12):
        await harness.say(bob, "/settings")
    assert "something went wrong on our side" in bob.last.text
    reference = bob.last.text.split("Reference for the coordinators: ")[1]
    jobs = harness.run.jobs
    jobs.runtime.network = network().model_copy(update={"retention": None})
    for _ in range(3):
        await jobs._guarded("forget")
    jobs.runtime.network = network()
    await until(harness, harness.clock.now() + timedelta(hours=25))
    await harness.settle()
    told = [m for m in helena.received if "Faults since" in m.text]
    assert len(told) == 1
    assert "12 messages could not be handled" in told[0].text
    assert "and 2 more" in told[0].text
    assert "One background task failed: forget (" in told[0].text
    assert told[0].labels == ["⋯"]
    with harness.database.reading() as session:
        acts = session.exec(select(AuditEntry).where(AuditEntry.act == "fault")).all()
    assert f"fault:{reference}" in [act.subject for act in acts]
    await until(harness, harness.clock.now() + timedelta(days=2))
    await harness.settle()
    assert sum("Faults since" in m.text for m in helena.received) == 1


async def test_a_letter_that_cannot_be_drawn_stops_no_other_and_is_told(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    now = harness.clock.now()
    with harness.database.transaction() as session:
        row = {"person_id": 2, "kind": "draft", "about": {}, "due_at": now + timedelta(hours=1)}
        deliveries.plan(session, [row | {"key": f"broken:{n}"} for n in range(3)], now=now)
        good = row | {"key": "good", "kind": "welcome", "due_at": now + timedelta(hours=1)}
        deliveries.plan(session, [good], now=now)
    await harness.say(helena, "/forecast")
    assert "Unfinished drafts: nobody; not sent to 3" in helena.last.text
    await until(harness, now + timedelta(hours=2))
    await harness.settle()
    assert sum("Welcome" in m.text for m in bob.received) == 2
    await until(harness, now + timedelta(days=1))
    await harness.settle()
    told = await helena.receives("Faults since")
    assert "Background tasks failed 3 times: message draft (" in told.text


async def test_the_weekly_note_comes_on_monday_and_can_be_stopped(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await until(harness, datetime(2026, 11, 30, 8, tzinfo=UTC))
    await harness.settle()
    note = await helena.receives("The week since Monday 23 November 2026:")
    assert (
        "one message sent, 0 not delivered, 0 still to be sent; 0 received; no faults." in note.text
    )
    assert note.at == datetime(2026, 11, 30, 7, 30, tzinfo=UTC)
    await harness.press(helena, "Stop these messages", await harness.press(helena, "⋯", note))
    await until(harness, datetime(2026, 12, 8, 8, tzinfo=UTC))
    await harness.settle()
    assert sum("The week since" in m.text for m in helena.received) == 1


@pytest.fixture
def own_logging():
    """Where logs go is the test's to say; afterwards they go where they went before."""
    root = logging.getLogger()
    loggers = [root, *map(logging.getLogger, (*logs.OURS, "apscheduler"))]
    handlers, levels = list(root.handlers), [each.level for each in loggers]
    config = structlog.get_config()
    yield
    structlog.configure(**config)
    root.handlers = handlers
    for each, level in zip(loggers, levels, strict=True):
        each.setLevel(level)


@pytest.mark.usefixtures("own_logging")
@pytest.mark.parametrize("form", ["json", "console"])
async def test_no_words_names_or_tokens_get_into_the_log(harness, capsys, form):
    logs.configure("debug", form)
    asyncio.get_running_loop().set_exception_handler(logs.loop_fault)
    phrase = "velvet-umbrella"
    bob = await harness.member(f"Bob {phrase}", chamber="IE-DAI")
    await harness.settle()
    await harness.say(bob, phrase, f"/update {phrase}", f"A title, {phrase}", f"{phrase}?")
    await harness.say(bob, f"/start {phrase}", f"/{phrase}")
    harness.world.faults.plan("sendMessage", Fault.INTERNAL)
    harness.world.faults.plan("sendMessage", Fault.GARBAGE)
    await harness.say(bob, f"/projects {phrase}")
    with harness.database.transaction() as session:
        session.exec(select(Person).where(Person.telegram_id == bob.id)).one().zone = phrase
    await harness.say(bob, "/settings")
    with pytest.raises(ZeroDivisionError):
        await harness.run.runtime.db(broken)
    lost = asyncio.get_running_loop().create_future()
    lost.set_exception(ValueError(phrase))
    del lost
    logs.get("bot.test").warning("with_error", exc_info=ValueError(phrase))
    logging.getLogger("elsewhere").error("it failed: %s", phrase)
    logging.getLogger("elsewhere").debug(phrase)
    said = capsys.readouterr()
    log = said.err + said.out
    assert "handler_failed" in log
    assert "loop_fault" in log
    assert "with_error" in log
    assert "it failed: %s" in log
    for secret in (phrase, TOKEN, TOKEN.split(":")[1]):
        assert secret not in log
    if form == "json":
        assert all(json.loads(line) for line in said.err.splitlines())


async def test_a_passing_fault_of_the_database_is_no_fault_of_ours(harness):
    await harness.joins(HELENA)

    async def locked(tools):
        raise OperationalError("locked", {}, Exception("locked"))

    jobs = harness.run.jobs
    jobs.jobs = {**jobs.jobs, "forget": replace(jobs.jobs["forget"], run=locked)}
    await jobs._guarded("forget")
    assert harness.run.runtime.metrics.job_failures["forget"] == 1
    with harness.database.reading() as session:
        assert not session.exec(select(AuditEntry).where(AuditEntry.act == "fault")).all()
