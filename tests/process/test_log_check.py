"""The doctor goes through the log of acts; copies say where it ends, so that a cut end is seen."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.process import log_check
from bot.process.findings import Level
from storage import act_triggers, audit, chain, migrate
from storage.database import Database
from storage.models import AuditEntry
from tests.conftest import START
from tests.harness.program import program


def record(database, count=5):
    with database.transaction() as session:
        for number in range(count):
            at = START + timedelta(minutes=number)
            audit.record(session, "person.paused", by=None, now=at, subject=f"person:{number}")


def tamper(database, *statements):
    with database.transaction() as session:
        act_triggers.take_down(session.connection())
        for statement in statements:
            session.execute(text(statement))
        act_triggers.put_up(session.connection())


def found(database):
    (finding,) = log_check.examine(database)
    return finding


def test_a_whole_log_is_sealed_and_said_with_its_end(database):
    assert found(database).text == "empty"
    record(database)
    finding = found(database)
    with database.reading() as session:
        end = chain.end(session)
        assert not chain.is_waiting(session)
    assert finding.level is Level.OK
    assert finding.text == f"5 acts, none changed or missing; the last has the digest {end.short}"


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (
            "UPDATE act SET subject = 'person:9' WHERE id = 2",
            "act 2 of 2026-11-23 10:01:00 UTC (number 2) was changed",
        ),
        (
            "DELETE FROM act WHERE id = 3",
            "acts are missing: number 3, behind act 2 of 2026-11-23 10:01:00 UTC",
        ),
        (
            "DELETE FROM act WHERE id > 3",
            "acts are missing: numbers 4 to 5, behind act 3 of 2026-11-23 10:02:00 UTC",
        ),
        ("DELETE FROM act", "acts are missing: numbers 1 to 5, from the beginning"),
        (
            "INSERT INTO act (id, at, act, detail) VALUES (0, '2026-11-20 10:00+00', 'x', '{}')",
            "act 0 of 2026-11-20 10:00:00 UTC (number 6) was put in afterwards",
        ),
    ],
)
def test_the_first_act_that_breaks_it_is_named_with_a_remedy(database, statement, says):
    record(database)
    found(database)
    tamper(database, statement.replace("+00", "" if not database.is_sqlite else ":00.000000"))
    finding = found(database)
    assert finding.level is Level.FAIL
    assert finding.text.startswith(says)
    assert "dsn-bot backup" in finding.remedy
    assert finding.line().startswith("FAIL  log")


def test_a_log_without_its_triggers_is_said_and_migrate_puts_it_up(tmp_path):
    url = f"sqlite:///{tmp_path}/dsn.db"
    database = Database(url)
    migrate.upgrade(database, now=START)
    record(database)
    with database.transaction() as session:
        act_triggers.take_down(session.connection())
    missing, whole = log_check.examine(database)
    assert missing.level is Level.FAIL
    assert missing.remedy.startswith("dsn-bot migrate")
    assert whole.level is Level.OK
    database.close()
    done = program("migrate", folder=tmp_path, database_url=url)
    assert done.returncode == 0
    assert done.stderr.startswith(
        "dsn-bot: the triggers of the log were not there and are up again"
    )
    again = Database(url)
    assert found(again).level is Level.OK
    again.close()


def test_a_copy_says_where_the_log_ends_and_a_cut_end_is_seen(tmp_path):
    url = f"sqlite:///{tmp_path}/dsn.db"
    database = Database(url)
    migrate.upgrade(database, now=START)
    record(database)
    database.close()
    done = program("backup", "copy", folder=tmp_path, database_url=url)
    assert done.returncode == 0, done.stderr
    noted = done.stdout.splitlines()[1]
    with Database(url).reading() as session:
        end = chain.end(session)
    assert noted == f"log: number {end.number}, digest {end.digest}"
    shown = program("digest", str(end.number), folder=tmp_path, database_url=url)
    number, short, whole = shown.stdout.splitlines()
    with Database(url).reading() as session:
        made = session.exec(select(AuditEntry.at).where(AuditEntry.number == end.number)).one()
    assert number.startswith(f"number {end.number}, {made:%Y-%m-%d %H:%M:%S} UTC")
    before = program("digest", str(end.number - 1), folder=tmp_path, database_url=url)
    # The last act is that of the copying itself, by the machine's clock.
    assert before.stdout.startswith(f"number {end.number - 1}, 2026-11-23 10:04:00 UTC")
    assert (short, whole) == (end.short, end.digest)
    # Somebody cuts the end off, and the mark of the end as well: what was noted down tells.
    again = Database(url)
    tamper(again, "DELETE FROM act WHERE id > 3", "DELETE FROM mark WHERE name = 'acts_sealed'")
    assert found(again).level is Level.OK
    again.close()
    gone = program("digest", str(end.number), folder=tmp_path, database_url=url)
    assert (gone.returncode, gone.stderr) == (1, "dsn-bot: the log ends at number 3\n")
