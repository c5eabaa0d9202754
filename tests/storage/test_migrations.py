"""Migrations bring an empty database to what the models say, on both kinds."""

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import JSON, Boolean, Date, DateTime, Float, MetaData, String, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from storage import migrate, offers
from storage.database import Database, table_of
from storage.migrate import DatabaseTooNew
from storage.models import BEFORE_VERSIONS, Form, OfferedText, Sealed
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
    with closing(sqlite3.connect(sqlite.file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


# --- seals and ids (20261127) ----------------------------------------------------------------

BEFORE_SEALS, SEALS = "20261127_places", "20261127_seals"
COUNTED = {
    table.name
    for table in SQLModel.metadata.tables.values()
    if [column.name for column in table.primary_key] == ["id"]
}
LATER = {
    *("offered_text", "refused_attempts", "privacy_version"),
    *("role_change", "application_question", "email_code"),
    *("delivery_count", "notice_reach", "retention_done", "suspended_account", "erasure"),
    "chamber_answer",
    *("silenced", "outside_fault", "registration_pause"),
}
"""Tables that later migrations bring."""
LATER_INDEXES = {
    "ix_act_by",
    "ix_act_number",
    "ix_delivery_due_at",
    "ix_delivery_sent_at",
    "ix_delivery_state_kind",
    "ix_inbox_handled_at",
    "ix_inbox_received_at",
    "ix_inbox_state_handled_at",
    "ix_project_update_start_id",
    "ix_project_update_state_chamber_id",
}
"""Indexes that later migrations add, and those that they take away."""
EARLIER_INDEXES = {"ix_project_update_state_start"}
ADDED = {
    *("seal", "acknowledged_version", "number", "salt", "commitment", "digest"),
    *("username", "unit", "email", "email_confirmed_at", "ended_at", "ended_by", "ended_why"),
    *("asked_to_stay_at", "predecessor_id", "reason", "card_id"),
}
"""Columns that later migrations bring."""
LATER_MARKS = {"acts_sealed"}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_before_seals(request, tmp_path, postgres_server):
    """A database of each kind, of the version before, without a row."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'old.db'}")
    else:
        name = f"dsn_old_{tmp_path.name.replace('-', '_')}"[:60].lower()
        server = Database(postgres_server)
        raw = server.engine.execution_options(isolation_level="AUTOCOMMIT")
        with raw.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        server.close()
        database = Database(postgres_server.replace("/postgres?", f"/{name}?"))
    _upgrade(database, BEFORE_SEALS)
    yield database
    database.close()


@pytest.fixture
def before_seals(empty_before_seals):
    """The same with two rows in every table."""
    _fill(empty_before_seals)
    return empty_before_seals


def _upgrade(database, revision):
    with database.engine.begin() as connection:
        command.upgrade(migrate._config(connection), revision)


def _fill(database):
    """Give every column of every table a value, twice."""
    with database.engine.begin() as connection:
        for table in _tables(connection).sorted_tables:
            for number in (3, 4):
                connection.execute(table.insert(), {c.name: _value(c, number) for c in table.c})


def _tables(connection):
    tables = MetaData()
    tables.reflect(connection, only=lambda name, _: name != "alembic_version")
    return tables


def _value(column, number):
    """Return a value of a column's type; ids and what points at them are the row's number."""
    if column.name == "kind":
        return "draft"
    match column.type:
        case String():
            return f"{column.name[:3]} {number}"
        case JSON():
            return {"form_id": number + 5}
        case Boolean():
            return True
        case DateTime():
            return START if column.type.timezone else START.replace(tzinfo=None)
        case Date():
            return date(2027, 3, number)
        case Float():
            return 0.5
        case _:
            return number


def _content(database):
    """Return every row, without what the migration adds."""
    with database.engine.connect() as connection:
        return {
            table.name: sorted(
                str({n: _plain(v) for n, v in row.items() if n not in ADDED})
                for row in connection.execute(select(table)).mappings()
                if table.name != "mark" or row["name"] not in LATER_MARKS
            )
            for table in _tables(connection).sorted_tables
        }


def _plain(value):
    return value.isoformat() if isinstance(value, datetime | date) else value


def _keys(database):
    """Return indexes, unique and foreign keys of every table, by name."""
    with database.engine.connect() as connection:
        seen = inspect(connection)
        return {
            table: (
                sorted(
                    (i["name"], tuple(i["column_names"]))
                    for i in seen.get_indexes(table)
                    if i["name"] not in LATER_INDEXES | EARLIER_INDEXES
                ),
                sorted(u["name"] for u in seen.get_unique_constraints(table)),
                sorted(
                    (f["name"], f["referred_table"])
                    for f in seen.get_foreign_keys(table)
                    if not ADDED & set(f["constrained_columns"])
                ),
            )
            for table in seen.get_table_names()
        }


def test_rows_get_seals_and_nothing_is_lost(before_seals):
    database = before_seals
    content, keys = _content(database), _keys(database)
    assert sum(map(len, content.values())) == 2 * len(content)
    migrate.upgrade(database, now=START)
    assert migrate.check(database) == []
    later = {name for name, held in _content(database).items() if name not in content}
    assert later == LATER
    assert {n: held for n, held in _content(database).items() if n not in LATER} == content
    assert {n: key for n, key in _keys(database).items() if n not in LATER} == keys
    with database.reading() as session:
        read = session.execute(text("SELECT DISTINCT acknowledged_version FROM person")).scalars()
        assert list(read) == [BEFORE_VERSIONS]
    with database.reading() as session:
        for model in Sealed.__subclasses__():
            if model.__tablename__ in LATER:
                continue
            seals = list(session.execute(text(f"SELECT seal FROM {model.__tablename__}")).scalars())
            assert len(set(seals)) == 2
            assert all(len(seal) == 8 and int(seal, 16) >= 0 for seal in seals)


def test_ids_go_on_above_all_that_were_named(before_seals):
    database = before_seals
    migrate.upgrade(database, now=START)
    if not database.is_sqlite:
        return  # its sequences never go back; these rows were put in beside them
    with database.transaction() as session:
        form = Form(telegram_id=1, kind="x", created_at=START, updated_at=START)
        session.add(form)
        session.flush()
        # A message that waits names form 9, which is gone.
        assert form.id == 10
    with database.reading() as session:
        kept = dict(session.execute(text("SELECT name, seq FROM sqlite_sequence")).all())
        assert kept == dict.fromkeys(COUNTED - LATER, 4) | {"form": 10}


def test_keys_are_checked_again_after_a_migration(before_seals):
    migrate.upgrade(before_seals, now=START)
    with pytest.raises(IntegrityError), before_seals.transaction() as session:
        session.execute(text("UPDATE seat SET person_id = 99"))


# --- texts that wait for a yes (20261127) ----------------------------------------------------


def _form(number, telegram_id, kind, answers):
    instant = START + timedelta(minutes=number)
    return Form(
        id=number,
        telegram_id=telegram_id,
        kind=kind,
        answers=answers,
        created_at=START,
        updated_at=instant,
    )


def test_texts_that_wait_leave_the_table_of_forms(empty_before_seals):
    database = empty_before_seals
    _upgrade(database, SEALS)
    with database.transaction() as session:
        session.add(_form(11, 1, "offer", {"text": "An earlier visit", "message": 7}))
        session.add(_form(12, 1, "offer", {"text": "A visit", "message": 8}))
        session.add(_form(13, 1, "project_update", {"title": "A draft"}))
        session.add(_form(14, 2**40, "offer", {"text": "Another visit", "message": None}))
    migrate.upgrade(database, now=START)
    with database.transaction() as session:
        kept = session.exec(select(OfferedText).order_by(OfferedText.telegram_id)).scalars().all()
        assert [(row.telegram_id, row.text, row.message_id, row.offered_at) for row in kept] == [
            (1, "A visit", 8, START + timedelta(minutes=12)),
            (2**40, "Another visit", None, START + timedelta(minutes=14)),
        ]
        assert len({row.seal for row in kept}) == 2
        assert all(len(row.seal) == 8 for row in kept)
        assert [form.id for form in session.exec(select(Form)).scalars()] == [13]
        another = offers.keep(session, 1, "A third visit", 9, now=START)
        assert another.id > max(row.id for row in kept)
        assert offers.waiting(session, 1) is another


def test_every_table_that_counts_its_rows_never_gives_an_id_twice(sqlite):
    """A later migration that makes a table anew has to say so again (``table_kwargs``)."""
    with sqlite.reading() as session:
        made = dict(session.execute(text("SELECT name, sql FROM sqlite_master")).all())
    assert {name for name in COUNTED if "AUTOINCREMENT" not in made[name]} == set()
    for model in Sealed.__subclasses__():
        assert table_of(model).name in COUNTED
