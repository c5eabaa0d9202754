"""The chain of acts shows what was changed, taken away or put in; names can be taken out."""

import threading
from datetime import timedelta
from random import Random

import pytest
from alembic import command
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import String, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import select

from storage import act_triggers, audit, chain, migrate
from storage.chain import Wrong
from storage.database import Database
from storage.models import AuditEntry
from tests.conftest import START

SECRET = "Bob’s old name 🌷"


def fill(database, count=6):
    """Record acts, some with details, and seal them."""
    with database.transaction() as session:
        for number in range(count):
            audit.record(
                session,
                "meeting.changed",
                by=None,
                now=START + timedelta(minutes=number, microseconds=7),
                subject=f"meeting:{number}",
                fields={"title": ["a", SECRET], "count": number, "half": 0.5, "none": None},
            )
        chain.seal(session)


def verified(database):
    with database.reading() as session:
        return chain.verify(session)


def tamper(database, *statements):
    """Do what somebody with the whole database in hand can do."""
    with database.transaction() as session:
        act_triggers.take_down(session.connection())
        for statement in statements:
            session.execute(text(statement))


def test_every_act_gets_the_next_number_and_the_chain_holds(database):
    fill(database)
    with database.transaction() as session:
        assert not chain.is_waiting(session)
        audit.record(session, "person.paused", by=None, now=START, subject="person:1")
        session.flush()
        assert chain.is_waiting(session)
        assert chain.seal(session) == 1
        assert chain.seal(session) == 0
        rows = session.exec(select(AuditEntry).order_by(AuditEntry.id)).all()
        assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6, 7]
        assert len({row.salt for row in rows}) == 7
        last = chain.end(session)
        assert (last.number, last.digest) == (7, rows[-1].digest)
        assert last.short == " ".join(rows[-1].digest[at : at + 4] for at in (0, 4, 8, 12))
    assert verified(database) is None


def test_many_may_be_sealed_in_several_goes(database):
    with database.transaction() as session:
        for _ in range(7):
            audit.record(session, "person.paused", by=None, now=START)
    for sealed in (3, 3, 1, 0):
        with database.transaction() as session:
            assert chain.seal(session, most=3) == sealed
    assert verified(database) is None


def test_an_empty_log_is_whole(database):
    assert verified(database) is None
    with database.transaction() as session:
        assert chain.seal(session) == 0
        assert chain.end(session) is None


@pytest.mark.parametrize(
    ("statements", "what", "number", "act_id"),
    [
        (["UPDATE act SET act = 'meeting.moved' WHERE id = 3"], Wrong.CHANGED, 3, 3),
        (["UPDATE act SET subject = 'meeting:9' WHERE id = 3"], Wrong.CHANGED, 3, 3),
        (["""UPDATE act SET detail = '{"fields": {}}' WHERE id = 6"""], Wrong.CHANGED, 6, 6),
        (["UPDATE act SET at = '2026-11-23 09:00:00' WHERE id = 2"], Wrong.CHANGED, 2, 2),
        (["UPDATE act SET salt = NULL WHERE id = 4"], Wrong.CHANGED, 4, 4),
        (["UPDATE act SET number = NULL WHERE id = 6"], Wrong.MISSING, 6, 5),
        (["DELETE FROM act WHERE id = 1"], Wrong.MISSING, 1, None),
        (["DELETE FROM act WHERE id = 3"], Wrong.MISSING, 3, 2),
        (["DELETE FROM act WHERE id IN (3, 4)", "DELETE FROM act WHERE id = 6"], "missing", 3, 2),
        (["DELETE FROM act WHERE id IN (5, 6)"], Wrong.MISSING, 5, 4),
        (["DELETE FROM act"], Wrong.MISSING, 1, None),
        # Taken away, and the others moved up: the place of the next one is not its own.
        (
            ["DELETE FROM act WHERE id = 3", "UPDATE act SET number = 3 WHERE id = 4"],
            Wrong.CHANGED,
            3,
            4,
        ),
    ],
)
def test_what_was_done_to_it_is_named_at_the_first_place(
    database, statements, what, number, act_id
):
    fill(database)
    tamper(database, *statements)
    broken = verified(database)
    assert (broken.what, broken.number, broken.act_id) == (what, number, act_id)
    with database.reading() as session:
        act = session.get(AuditEntry, act_id) if act_id else None
    assert broken.at == (act.at if act else None)


def insert(act_id, number, at="2026-11-23 10:02:30"):
    return (
        "INSERT INTO act (id, at, act, subject, detail, number, salt, commitment, digest) VALUES "
        f"({act_id}, '{at}', 'person.approved', 'person:9', '{{}}', {number}, 'ab', 'cd', 'ef')"
    )


def test_an_act_that_was_put_between_others_is_named(database):
    fill(database)
    moved = [f"UPDATE act SET number = {n + 1} WHERE number = {n}" for n in (6, 5, 4, 3)]
    tamper(database, *moved, insert(77, 3))
    # Each that follows was moved, so it is the place of the first that does not fit.
    broken = verified(database)
    assert (broken.number, broken.act_id) == (3, 77)
    assert broken.what in (Wrong.INSERTED, Wrong.CHANGED)


def test_a_second_act_of_a_number_is_named_as_put_in(database):
    fill(database)
    tamper(database, "DROP INDEX ix_act_number", insert(77, 4))
    broken = verified(database)
    assert (broken.what, broken.act_id) == (Wrong.INSERTED, 77)
    tamper(database, "DELETE FROM act WHERE id = 77", insert(0, 4))
    broken = verified(database)
    assert (broken.what, broken.act_id) == (Wrong.INSERTED, 0)


def test_an_act_that_was_slipped_into_the_past_is_named(database):
    """Whoever does not know of the chain writes a row; the bot seals it, behind all others."""
    fill(database)
    tamper(
        database,
        "INSERT INTO act (id, at, act, detail) VALUES (0, '2026-11-20 10:00:00', 'x', '{}')",
    )
    with database.transaction() as session:
        assert chain.seal(session) == 1
    broken = verified(database)
    assert (broken.what, broken.number, broken.act_id) == (Wrong.INSERTED, 7, 0)


def test_acts_that_were_committed_late_are_no_tampering(postgres):
    fill(postgres)
    with postgres.transaction() as session:
        act_triggers.take_down(session.connection())
        session.execute(
            text(
                "INSERT INTO act (id, at, act, detail) VALUES (0, '2026-11-23 09:50+00', 'x', '{}')"
            )
        )
        chain.seal(session)
    assert verified(postgres) is None


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM act",
        "DELETE FROM act WHERE id = 6",
        "UPDATE act SET by = NULL , detail = '{}', salt = NULL",  # the subject stays
        "UPDATE act SET act = 'x'",
        "UPDATE act SET at = '2026-11-23 09:00:00'",
        "UPDATE act SET id = 90 WHERE id = 6",
        "UPDATE act SET subject = NULL",
        "UPDATE act SET subject = NULL, by = NULL, salt = NULL, detail = '{\"a\": 1}'",
        "UPDATE act SET subject = NULL, by = NULL, salt = NULL, detail = '{}', digest = NULL",
        "UPDATE act SET number = number + 100",
        "UPDATE act SET digest = 'x'",
        "UPDATE act SET digest = 'x', number = 9, salt = 'y', commitment = 'z' WHERE id = 6",
        insert(77, 99),
        "INSERT INTO act (id, at, act, detail, digest) VALUES (78, '2026-11-23', 'x', '{}', 'd')",
    ],
)
def test_the_database_itself_refuses_to_change_an_act(database, statement):
    fill(database)
    quoted = statement.replace(" by ", ' "by" ')
    with pytest.raises(DatabaseError, match="never changed"), database.transaction() as session:
        session.execute(text(quoted))
    assert verified(database) is None


def test_other_ways_round_the_guard_are_closed_as_well(database):
    fill(database)
    way = (
        "INSERT OR REPLACE INTO act (id, at, act, detail) VALUES (3, '2026-11-23', 'x', '{}')"
        if database.is_sqlite
        else "TRUNCATE act"
    )
    with pytest.raises(DatabaseError, match="never changed"), database.transaction() as session:
        session.execute(text(way))
    # Not even before it is sealed.
    with database.transaction() as session:
        audit.record(session, "person.paused", by=None, now=START)
    with pytest.raises(DatabaseError, match="never changed"), database.transaction() as session:
        session.execute(text("UPDATE act SET act = 'y' WHERE number IS NULL"))


def test_names_are_taken_out_and_the_chain_holds(database):
    fill(database)
    with database.transaction() as session:
        audit.record(session, "person.renamed", by=None, now=START, subject="person:1", was=SECRET)
        session.flush()
        some = session.exec(select(AuditEntry).where(AuditEntry.id != 2)).all()
        digests = [act.digest for act in some]
        assert audit.take_names_out(session, some) == 6
        assert audit.take_names_out(session, some) == 0
        assert all(act.is_nameless and act.detail == {} and act.subject is None for act in some)
        assert [act.digest for act in some][:5] == digests[:5]
    assert verified(database) is None
    with database.reading() as session:
        left = str(session.execute(text("SELECT * FROM act WHERE id <> 2")).all())
        assert SECRET not in left
    with pytest.raises(DatabaseError), database.transaction() as session:
        session.execute(text("UPDATE act SET subject = 'person:7' WHERE id = 3"))
    tamper(database, "UPDATE act SET subject = 'person:7' WHERE id = 3")
    broken = verified(database)
    assert (broken.what, broken.act_id) == (Wrong.CHANGED, 3)


def test_the_same_act_twice_has_commitments_that_differ(database):
    with database.transaction() as session:
        for _ in range(2):
            audit.record(session, "person.paused", by=None, now=START, subject="person:1")
        chain.seal(session)
        one, other = session.exec(select(AuditEntry)).all()
        assert one.commitment != other.commitment


def test_acts_that_are_committed_in_any_order_are_each_sealed_once(postgres_url):
    """Transactions that hold an act for a while, beside two processes that seal all the time."""
    database = Database(postgres_url, workers=10)
    writers, acts_each, stop = 6, 30, threading.Event()
    faults = []

    def write(seed):
        random = Random(seed)
        pause = threading.Event()
        for _ in range(acts_each):
            with database.transaction() as session:
                audit.record(session, "person.paused", by=None, now=START, subject=f"w:{seed}")
                session.flush()  # the id is given here, the commit comes whenever it comes
                pause.wait(random.random() / 50)
                if random.random() < 0.2:
                    chain.seal(session)

    def keep_sealing():
        try:
            while not stop.is_set():
                with database.transaction() as session:
                    chain.seal(session)
        except DatabaseError as error:
            faults.append(error)

    sealers = [threading.Thread(target=keep_sealing) for _ in range(2)]
    threads = [threading.Thread(target=write, args=(seed,)) for seed in range(writers)]
    for thread in (*sealers, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    stop.set()
    for thread in sealers:
        thread.join()
    with database.transaction() as session:
        chain.seal(session)
        rows = session.exec(select(AuditEntry).order_by(AuditEntry.number)).all()
    assert faults == []
    assert [row.number for row in rows] == list(range(1, writers * acts_each + 1))
    # Otherwise this shows nothing: ids were not sealed in their order.
    assert [row.id for row in rows] != sorted(row.id for row in rows)
    assert verified(database) is None
    database.close()


def test_a_guard_that_was_taken_down_is_put_up_again(database):
    assert not migrate.renew_triggers(database)
    tamper(database)
    with database.reading() as session:
        assert not act_triggers.stands(session.connection())
    assert migrate.renew_triggers(database)
    assert not migrate.renew_triggers(database)
    fill(database)
    with pytest.raises(DatabaseError), database.transaction() as session:
        session.execute(text("DELETE FROM act"))


def test_a_migration_may_make_the_table_anew(sqlite):
    """As docs/extending.md says: the triggers are down meanwhile; the chain holds afterwards."""
    fill(sqlite)
    with migrate._migrating(sqlite) as connection:
        act_triggers.take_down(connection)
        context = MigrationContext.configure(connection)
        with Operations(context).batch_alter_table(
            "act", recreate="always", table_kwargs={"sqlite_autoincrement": True}
        ) as batch:
            batch.alter_column("act", existing_type=String(60), type_=String(80))
        act_triggers.put_up(connection)
    assert verified(sqlite) is None
    assert not migrate.renew_triggers(sqlite)
    fill(sqlite, 2)
    assert verified(sqlite) is None
    with pytest.raises(DatabaseError), sqlite.transaction() as session:
        session.execute(text("DELETE FROM act"))


def test_a_migration_that_fails_leaves_the_guard_up(database):
    fill(database)

    def fail():
        with migrate._migrating(database) as connection:
            act_triggers.take_down(connection)
            connection.execute(text("DELETE FROM act"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not migrate.renew_triggers(database)
    assert verified(database) is None


def test_what_an_earlier_version_recorded_is_sealed_by_the_migration(tmp_path, postgres_url):
    for url in (f"sqlite:///{tmp_path / 'old.db'}", postgres_url):
        database = Database(url)
        with database.engine.begin() as connection:
            if not database.is_sqlite:
                connection.execute(text("DROP SCHEMA public CASCADE"))
                connection.execute(text("CREATE SCHEMA public"))
            command.upgrade(migrate._config(connection), "20261127_texts")
            for number in (3, 4, 9):
                connection.execute(
                    text(
                        "INSERT INTO act (id, at, act, subject, detail) VALUES "
                        "(:id, :at, 'meeting.moved', 'meeting:3', :detail)"
                    ),
                    {
                        "id": number,
                        "at": "2026-11-20 10:00:00.000123",
                        "detail": f'{{"title": ["{SECRET}", {number}.5]}}',
                    },
                )
        migrate.upgrade(database, now=START)
        assert migrate.check(database) == []
        assert verified(database) is None
        with database.transaction() as session:
            assert not chain.is_waiting(session)
            assert chain.end(session).number == 3
            audit.record(session, "person.paused", by=None, now=START)
            assert chain.seal(session) == 1
        tamper(database, "UPDATE act SET detail = '{}' WHERE id = 4")
        assert verified(database).act_id == 4
        database.close()
