"""Nobody but the page itself drives a practice network, and it touches no database but its own."""

import json
import sqlite3
from contextlib import asynccontextmanager, closing

import httpx
import pytest

from bot.practice import own_file
from bot.practice.run import new_token
from bot.practice.server import serving
from bot.process.starting import Refusal
from bot.standin.world import World
from config.settings import TOKEN as LOOKS_LIKE
from storage import audit, backup, migrate, people, private
from storage.database import Database
from storage.models import Person, Role, Standing
from tests.conftest import START
from tests.harness.program import in_thread

pytestmark = pytest.mark.anyio

PAGE = {"X-Practice": "page"}
CHANGES = [
    ("people", {"name": "Eve"}),
    ("clock", {"advance_seconds": 3600}),
    ("telegram", {"down": True}),
    ("bot", {"restart": True}),
    ("chats/{id}/send", {"text": "/forget"}),
    ("chats/{id}/press", {"message_id": 1, "data": "x"}),
    ("chats/{id}/block", {"blocked": True}),
    ("chats/{id}/start", {}),
    ("chats/{id}/read", {}),
    ("chats/{id}/photo", {}),
    ("chats/{id}/file", {}),
    ("chats/{id}/forward", {"texts": ["x"]}),
    ("chats/{group}/send", {"as": 1, "text": "/help"}),
]


class Controls:
    """Counts what the page would have done to clock and bot."""

    def __init__(self):
        self.done = 0

    async def advance(self, span):
        self.done += 1

    async def next_due(self):
        return None

    async def to_next_due(self):
        self.done += 1

    async def take_up(self):
        pass

    def is_running(self):
        return True

    async def restart(self):
        self.done += 1


@asynccontextmanager
async def practice_page(clock):
    world, controls = World(token=new_token(), clock=clock), Controls()
    alice = world.person("Alice")
    async with serving(world, controls=controls) as url, httpx.AsyncClient(base_url=url) as client:
        world.controls_done = lambda: controls.done
        yield world, alice, client


def state(world):
    """Return everything that a request could have changed."""
    return (
        len(world.people),
        len(world.updates),
        world.faults.down,
        world.controls_done(),
        [(p.blocked, p.started, len(p.chat.messages)) for p in world.people.values()],
    )


async def test_the_page_itself_may_do_all_of_it(clock):
    async with practice_page(clock) as (world, alice, client):
        opened = await client.get("/")
        assert opened.status_code == 200
        cookie = opened.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        own = {"Origin": str(client.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin", **PAGE}
        assert (await client.get("/world/state")).status_code == 200
        before = state(world)
        answer = await client.post("/world/people", json={"name": "Bob"}, headers=own)
        assert answer.status_code == 200, answer.text
        answer = await client.post(
            f"/world/chats/{alice.id}/send", json={"text": "hello"}, headers=own
        )
        assert answer.status_code == 200, answer.text
        answer = await client.post("/world/clock", json={"to": "next"}, headers=own)
        assert answer.status_code == 200, answer.text
        assert state(world) != before


HOSTILE = {
    "no cookie": ({}, "cookie"),
    "another run's cookie": ({"Cookie": "practice-{port}=x"}, "cookie"),
    "another port's cookie": ({"Cookie": "practice-1={secret}"}, "cookie"),
    "another site": ({"Origin": "https://evil.example"}, ""),
    "another port of this machine": ({"Origin": "http://127.0.0.1:1"}, ""),
    "this machine by another name": ({"Origin": "http://localhost:{port}"}, ""),
    "a page without an address": ({"Origin": "null"}, ""),
    "https": ({"Origin": "https://127.0.0.1:{port}"}, ""),
    "cross-site": ({"Sec-Fetch-Site": "cross-site"}, ""),
    "same-site": ({"Sec-Fetch-Site": "same-site"}, ""),
    "a rebound name": ({"Host": "evil.example:{port}"}, ""),
    "a name that ends like ours": ({"Host": "127.0.0.1.evil.example"}, ""),
    "a name with ours as its user": ({"Host": "127.0.0.1@evil.example"}, ""),
    "no name": ({"Host": ""}, ""),
    "a broken name": ({"Host": "[::1"}, ""),
    "no header of the page's": ({"X-Practice": None}, ""),
    "a form": ({"Content-Type": "application/x-www-form-urlencoded"}, ""),
    "plain text": ({"Content-Type": "text/plain"}, ""),
    "a form that looks like JSON": ({"Content-Type": "text/plain; x=application/json"}, ""),
    "no content type": ({"Content-Type": None}, ""),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_request_of_anybody_elses_changes_nothing(clock, name):
    given, without = HOSTILE[name]
    async with practice_page(clock) as (world, alice, client):
        await client.get("/")
        (secret,) = client.cookies.values()
        port = client.base_url.port
        headers = {**PAGE, "Content-Type": "application/json"}
        for key, value in given.items():
            headers.pop(key, None)
            if value is not None:
                headers[key] = value.format(port=port, secret=secret)
        if without == "cookie":
            client.cookies.clear()
        before = state(world)
        for path, body in CHANGES:
            answer = await client.post(
                f"/world/{path.format(id=alice.id, group=-1)}",
                content=json.dumps(body).encode(),
                headers=headers,
            )
            assert answer.status_code in (400, 403, 415), (name, path, answer.status_code)
        assert state(world) == before


async def test_looking_changes_nothing_and_needs_the_run(clock):
    async with practice_page(clock) as (world, alice, client):
        before = state(world)
        looks = ["state", "events?after=-1", f"chats/{alice.id}"]
        for path in looks:
            assert (await client.get(f"/world/{path}")).status_code == 403
        await client.get("/")
        for path in looks:
            assert (await client.get(f"/world/{path}")).status_code == 200
        for path, _ in CHANGES:
            for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"):
                answer = await client.request(
                    method, f"/world/{path.format(id=alice.id, group=-1)}", headers=PAGE
                )
                assert answer.status_code in (403, 404, 405, 415), (method, path)
        assert state(world) == before


async def test_the_page_is_shown_in_no_other_page_and_to_no_other_site(clock):
    async with practice_page(clock) as (_, _, client):
        from_elsewhere = await client.get("/", headers={"Sec-Fetch-Site": "cross-site"})
        assert from_elsewhere.status_code == 200  # a link may lead here
        assert from_elsewhere.headers["x-frame-options"] == "DENY"
        assert from_elsewhere.headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in from_elsewhere.headers
        script = await client.get("/page/api.js", headers={"Sec-Fetch-Site": "cross-site"})
        assert script.status_code == 403
        assert (await client.get("/", headers={"Host": "evil.example"})).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff",
        b"{}",
        b"[" * 100_000,
        b'{"advance_seconds": 1e999}',
        b'{"advance_seconds": "x"}',
        b'{"advance_seconds": 1e300}',
        b'{"name": ""}',
    ],
    ids=lambda body: body[:24].decode("latin-1"),
)
async def test_what_cannot_be_understood_is_answered_with_400(clock, body):
    async with practice_page(clock) as (world, alice, client):
        await client.get("/")
        before = state(world)
        headers = {**PAGE, "Content-Type": "application/json"}
        paths = ["people", "clock", f"chats/{alice.id}/send", f"chats/{alice.id}/edit"]
        for path in [*paths, f"chats/{alice.id}/press"]:
            answer = await client.post(f"/world/{path}", content=body, headers=headers)
            assert answer.status_code == 400, (path, answer.text)
        assert state(world) == before


async def test_odd_numbers_and_long_bodies_are_refused(clock):
    async with practice_page(clock) as (world, alice, client):
        await client.get("/")
        assert (await client.get("/world/events?after=x")).status_code == 400
        assert (await client.get(f"/world/chats/{2**70}")).status_code == 404
        long = {"text": "x" * 1_000_001}
        send = f"/world/chats/{alice.id}/send"
        assert (await client.post(send, json=long, headers=PAGE)).status_code == 413
        # Without a length nobody knows beforehand how long it will be.
        pieces = (part for part in (b'{"text":', b'"x"}'))
        headers = {**PAGE, "Content-Type": "application/json"}
        answer = await client.post(send, content=_later(pieces), headers=headers)
        assert answer.status_code == 413
        assert not world.updates


async def _later(parts):
    for part in parts:
        yield part


async def test_the_bots_token_is_random_and_no_browser_may_use_it(clock):
    one, other = new_token(), new_token()
    assert one != other
    assert LOOKS_LIKE.fullmatch(one)
    async with practice_page(clock) as (world, _, client):
        good = f"/bot{world.token}/getMe"
        assert (await client.get(good)).status_code == 200
        for path in (f"/bot{other}/getMe", "/bot/getMe", "/bot1:é/getMe"):
            assert (await client.get(path)).status_code in (401, 404)
        origin = str(client.base_url).rstrip("/")
        for headers in ({"Origin": origin}, {"Sec-Fetch-Site": "same-origin"}, {"Host": "evil"}):
            assert (await client.get(good, headers=headers)).status_code == 403


# --- its own database, and no other ----------------------------------------------------------


def content_of(folder):
    """Return every file of a folder with its bytes and the instant of its last change."""
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode)
        for path in folder.iterdir()
    }


@pytest.mark.parametrize("left", ["closed", "with a write-ahead log", "of before"])
async def test_a_real_database_is_refused_and_left_as_it_is(sqlite, tmp_path, left):
    with sqlite.transaction() as session:
        session.add(
            Person(
                name="Bob",
                role=Role.COORDINATOR,
                standing=Standing.ACTIVE,
                language="en",
                zone="Europe/Brussels",
                acknowledged_at=START,
                created_at=START,
            )
        )
        audit.record(session, "person.paused", by=None, now=START)
    if left == "of before":
        with sqlite.transaction() as session:
            session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = 'x'")
    if left != "with a write-ahead log":
        sqlite.close()
    before = content_of(tmp_path)
    done = await in_thread("practice", "--port", "0", "--keep", "dsn.db", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        "dsn-bot: dsn.db is not a database that dsn-bot practice made, and is left alone: "
        "name a new file with --keep\n"
    )
    assert content_of(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00", bytes(4096)])
def test_what_is_no_practice_database_is_refused(tmp_path, content):
    file = tmp_path / "some"
    file.write_bytes(content)
    with pytest.raises(Refusal, match="left alone"):
        own_file.prepare(file)
    assert file.read_bytes() == content


def test_a_folder_or_an_impossible_place_is_one_line(tmp_path):
    with pytest.raises(Refusal, match="Is a directory"):
        own_file.prepare(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(Refusal, match="Not a directory"):
        own_file.prepare(tmp_path / "file" / "below")


def test_its_own_is_private_and_known_again(tmp_path):
    file = tmp_path / "new" / "practice.db"
    own_file.prepare(file)
    assert private.mode_of(file) == 0o600
    assert private.mode_of(file.parent) == 0o700
    database = Database(f"sqlite:///{file}")
    migrate.upgrade(database, now=START)
    own_file.prepare(file)  # while it is open, and its latest pages lie in the write-ahead log
    with database.transaction() as session:
        assert people.coordinators(session) == []
    own_file.prepare(file)
    backup.save(database, tmp_path / "copy")
    database.close()
    own_file.prepare(file)
    assert own_file.is_own(tmp_path / "copy")
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_a_kept_network_goes_on_and_is_not_used_twice(tmp_path, clock):
    file = tmp_path / "practice.db"
    own_file.prepare(file)
    database = Database(f"sqlite:///{file}")
    migrate.upgrade(database, now=clock.now())
    assert database.lock()
    done = await in_thread("practice", "--port", "0", "--keep", str(file), folder=tmp_path)
    assert done.stderr == (
        f"dsn-bot: another dsn-bot has {file} in use: stop it, or name another file\n"
    )
    database.close()
