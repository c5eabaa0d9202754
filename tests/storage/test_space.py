"""A SQLite file gives back the room of what was deleted; one that was made before keeps it."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import delete
from sqlmodel import select

from storage import marks
from storage.database import Database, size
from storage.models import Mark
from tests.conftest import START


def filled(database):
    with database.transaction() as session:
        session.add_all(Mark(name=f"mark {n}", at=START, value="x" * 2000) for n in range(3000))
    with database.transaction() as session:
        session.execute(delete(Mark))
        marks.put(session, "kept", START)
    with database.reading() as session:
        return size(session)


def test_a_file_gets_shorter_by_what_was_deleted(sqlite):
    before = filled(sqlite)
    assert sqlite.wipe([])
    with sqlite.reading() as session:
        assert size(session) < before / 4
        assert [mark.name for mark in session.exec(select(Mark))] == ["kept"]
    assert sqlite.file.stat().st_size < before / 4


def test_whoever_writes_at_that_moment_goes_first(sqlite):
    filled(sqlite)
    with sqlite.transaction() as session:
        marks.put(session, "another", START)
        assert not sqlite.wipe([])
    assert sqlite.wipe([])


@pytest.mark.timeout(60)
def test_a_file_of_before_is_left_as_long_as_it_is_and_can_be_converted(sqlite):
    sqlite.close()
    with closing(sqlite3.connect(sqlite.file)) as old:
        old.execute("PRAGMA journal_mode=DELETE")
        old.execute("PRAGMA auto_vacuum=NONE")
        old.execute("VACUUM")
    again = Database(sqlite.url.render_as_string())
    before = filled(again)
    assert again.wipe([])
    with again.reading() as session:
        assert size(session) == before
    again.close()
    # As the documents say.
    with closing(sqlite3.connect(sqlite.file)) as old:
        old.execute("PRAGMA auto_vacuum=INCREMENTAL")
        old.execute("VACUUM")
    converted = Database(sqlite.url.render_as_string())
    grown = filled(converted)
    assert converted.wipe([])
    with converted.reading() as session:
        assert size(session) < grown / 4
    converted.close()
