"""Each use of the command line is an act with the machine's user, and coordinators are told."""

import os
import pwd
from datetime import UTC, datetime, timedelta

import pytest

from bot.process.command_line import ACT, machine_user
from storage.database import Database
from storage.models import AuditEntry, Invitation
from tests.harness.network import open_harness
from tests.harness.program import in_thread
from tests.harness.stock import BOB, HELENA, MARC, rows

pytestmark = pytest.mark.anyio
USER = pwd.getpwuid(os.getuid()).pw_name


async def run(database, *arguments, folder):
    url = database.url.render_as_string(hide_password=False)
    done = await in_thread(*arguments, folder=folder, database_url=url)
    assert done.returncode == 0, done.stderr
    return done


def uses(database):
    return [one.detail for one in rows(database, AuditEntry) if one.act == ACT]


async def test_an_invitation_made_on_the_machine_is_told_at_once_and_revoked(
    database, clock, tmp_path
):
    clock.set(datetime.now(UTC))  # the command has the machine's time
    async with open_harness(database, clock) as harness:
        helena = await harness.joins(HELENA)
        bob = await harness.joins(BOB)
        await harness.settle()
        done = await run(database, "invite", "--role", "coordinator", folder=tmp_path)
        clock.set(datetime.now(UTC))
        code = done.stdout.partition("code: ")[2].split()[0]
        await harness.settle()
        news = await helena.receives("used “dsn-bot invite”")
        assert f"Command line: {machine_user()} used" in news.text
        assert "It issued an invitation: Coordinator." in news.text
        assert uses(database) == [{"command": "invite", "user": machine_user()}]
        (made,) = [one for one in rows(database, Invitation) if one.used_at is None]
        assert timedelta(hours=47) < made.expires_at - made.created_at <= timedelta(hours=48)
        listed = await harness.say(helena, "/invitations")
        assert "Coordinator: issued by the command line" in listed.text
        await harness.press(helena, "Undo: revoke it", news)
        assert "The invitation is revoked" in news.text
        bob.start(code)
        await bob.receives("registered already")
        stranger = harness.world.person("Tom")
        stranger.start(code)
        await stranger.receives("This invitation has been revoked")
        said = (await harness.say(helena, "/log")).text
        assert f"{machine_user()} used the command line: dsn-bot invite" in said


async def test_export_backup_and_migrate_are_told_to_every_coordinator(sqlite, clock, tmp_path):
    clock.set(datetime.now(UTC))
    async with open_harness(sqlite, clock) as harness:
        helena = await harness.joins(HELENA)
        marc = await harness.joins(MARC)
        await harness.settle()
        await run(sqlite, "export", tmp_path / "out", folder=tmp_path)
        await run(sqlite, "backup", tmp_path / "copy", folder=tmp_path)
        await run(sqlite, "migrate", folder=tmp_path)
        clock.set(datetime.now(UTC))
        await harness.settle()
        for command in ("export", "backup", "migrate"):
            await helena.receives(f"used “dsn-bot {command}”")
            await marc.receives(f"dsn-bot {command}")
    assert [one["command"] for one in uses(sqlite)] == ["export", "backup", "migrate"]
    await run(sqlite, "restore", tmp_path / "copy", folder=tmp_path)
    again = Database(sqlite.url.render_as_string(hide_password=False))
    # The copy says of itself that it was made; what was put aside is not in it.
    assert [one["command"] for one in uses(again)] == ["export", "backup", "restore"]
    again.close()


def test_the_user_is_the_systems_and_sudo_is_named(monkeypatch):
    for name in ("USER", "LOGNAME", "USERNAME", "LNAME"):
        monkeypatch.setenv(name, "somebody-else")
    monkeypatch.delenv("SUDO_UID", raising=False)
    assert machine_user() == USER
    monkeypatch.setenv("SUDO_UID", "987654")
    assert machine_user() == f"{USER} (sudo: uid 987654)"
    monkeypatch.setenv("SUDO_UID", "1; rm")
    assert machine_user() == USER
