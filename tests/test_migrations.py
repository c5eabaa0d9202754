"""Migrations bring an empty database to what the models say, on both kinds."""

import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import migrate
from storage.database import Database
from storage.migrate import DatabaseTooNew
from tests.conftest import START


def test_the_migrated_database_has_what_the_models_say(database):
    assert migrate.check(database) == []


def test_migrating_twice_does_nothing(database):
    assert migrate.upgrade(database, now=START) is None
    assert migrate.current(database) == migrate.head()


def test_a_database_of_a_later_version_is_refused(database):
    with database.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '20991231_later'"))
    with pytest.raises(DatabaseTooNew) as refused:
        migrate.upgrade(database, now=START + timedelta(days=1))
    assert refused.value.revision == "20991231_later"


def test_sqlite_runs_in_wal_mode_with_foreign_keys(sqlite: Database):
    with sqlite.reading() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert session.execute(text("PRAGMA busy_timeout")).scalar() >= 5000
    assert sqlite.file is not None
    with sqlite3.connect(sqlite.file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
