"""What a PostgreSQL connection may cost others, and what becomes of a transaction that does."""

import time

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage import guards, processes
from storage.database import PATIENT, SERVING, Database, Limits

STILL = Limits(stands_still=0.3, waits_for_lock=5, statement=5)
HURRIED = Limits(stands_still=5, waits_for_lock=0.3, statement=0.5)
LIMITS = ("idle_in_transaction_session_timeout", "lock_timeout", "statement_timeout")


def limits_of(database):
    with database.transaction() as session:
        shown = [session.execute(text(f"SHOW {name}")).scalar_one() for name in LIMITS]
        name = session.execute(text("SHOW application_name")).scalar_one()
    return name, *shown


def test_every_connection_has_a_name_and_limits(postgres):
    assert postgres.limits is PATIENT
    assert limits_of(postgres) == ("dsn-bot", "10min", "1min", "0")
    postgres.serve_as("0123456789abcdef")
    assert postgres.limits is SERVING
    assert limits_of(postgres) == ("dsn-bot 0123456789abcdef", "5s", "4s", "30s")


def look(session):
    return session.execute(text("SELECT 1")).scalar_one()


def test_a_transaction_that_stands_still_is_an_outage_and_its_locks_are_free(postgres):
    postgres.serve_as("still", STILL)
    with postgres.reading() as session:
        session.execute(text("SELECT pg_advisory_xact_lock(hashtext('something'))"))
        time.sleep(1)  # on the server's clock, which no test holds
        with postgres.transaction() as other:
            guards.alone(other, "something")
        with pytest.raises(OperationalError):
            look(session)
    with postgres.transaction() as session:  # the pool has another connection by then
        assert look(session) == 1


def test_who_waits_too_long_is_told_by_an_error_that_passes(postgres):
    postgres.serve_as("waits", HURRIED)
    with postgres.transaction() as session:
        guards.alone(session, "something")
        with postgres.reading() as other, pytest.raises(OperationalError):
            other.execute(text("SELECT pg_advisory_xact_lock(hashtext('something'))"))
        with postgres.reading() as other, pytest.raises(OperationalError):
            other.execute(text("SELECT pg_sleep(5)"))


def test_who_is_gone_loses_every_connection(postgres, postgres_url):
    postgres.serve_as("gone")
    others = Database(postgres_url)
    others.serve_as("here")
    with postgres.reading() as session:
        assert look(session) == 1
        with others.transaction() as other:
            processes.cut_off(other, ["gone"])
            assert look(other) == 1
        with pytest.raises(OperationalError):
            look(session)
    others.close()
