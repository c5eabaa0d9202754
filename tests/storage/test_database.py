"""The database as the program uses it: connections that are lost, and found again."""

from time import sleep

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage.database import RESTED_SECONDS, Database


def cut(own: Database, other: Database) -> None:
    """End the connection of *own*, as a PostgreSQL that restarts does."""
    with own.transaction() as session:
        pid = session.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with other.transaction() as session:
        session.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})


def one(database: Database) -> int:
    with database.transaction() as session:
        return int(session.execute(text("SELECT 1")).scalar_one())


@pytest.fixture
def pair(postgres_url: str):
    own, other = Database(postgres_url), Database(postgres_url)
    yield own, other
    own.close()
    other.close()


def test_a_connection_that_was_lost_while_it_rested_is_replaced_unseen(pair):
    own, other = pair
    cut(own, other)
    sleep(RESTED_SECONDS * 1.1)
    assert one(own) == 1


def test_one_that_is_lost_within_a_burst_fails_once(pair):
    own, other = pair
    cut(own, other)
    with pytest.raises(OperationalError):
        one(own)
    assert one(own) == 1
