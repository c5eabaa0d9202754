"""Many rows at once: what PostgreSQL takes by COPY is what it takes by INSERT, and all of it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from storage import deliveries
from storage.deliveries import COPIED_FROM, PLANNED_AT_ONCE
from storage.models import SEAL_SIGNS, Delivery, DeliveryState
from tests.harness import stock

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
OWN = {"id", "key", "seal"}
"""Columns in which two rows of the same values differ."""


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        stock.admit(opened, stock.BOB, 2, now=NOW)
        yield opened


def wanted(number, *, prefix="many"):
    """Return a row; they differ in everything that a row may hold."""
    return {
        "key": f"{prefix}:{number}",
        "person_id": 1,
        "kind": "reminder",
        "about": {"rule": "dossier", "text": "“{é}”,\t\\N \n", "number": number},
        "due_at": NOW + timedelta(minutes=number, microseconds=7),
        "expires_at": None if number % 3 else NOW + timedelta(days=number),
    }


def kept(session, prefix):
    """Return what is stored under keys that begin so, by key, without what always differs."""
    found = session.exec(select(Delivery).where(Delivery.key.startswith(prefix))).all()
    return {
        row.key.removeprefix(prefix): {
            name: value for name, value in row.model_dump().items() if name not in OWN
        }
        for row in found
    }


@pytest.mark.parametrize("count", [COPIED_FROM, COPIED_FROM + 1, 137, PLANNED_AT_ONCE + 60])
def test_every_row_is_stored_whatever_their_number(session, count):
    assert deliveries.plan(session, (wanted(n) for n in range(count)), now=NOW) == count
    for number in range(count):
        one = [wanted(number, prefix="single")]
        assert deliveries.plan(session, one, now=NOW) == 1
    session.expire_all()
    many = kept(session, "many")
    assert len(many) == count
    assert many == kept(session, "single")
    assert {row["state"] for row in many.values()} == {DeliveryState.PLANNED}
    seals = session.exec(select(Delivery.seal)).all()
    assert {len(seal) for seal in seals} == {SEAL_SIGNS}
    assert len(set(seals)) == len(seals) > 2 * count  # each row has one of its own
    assert all(row["next_try_at"] == row["due_at"] for row in many.values())


def test_what_is_there_is_left_alone_and_the_others_are_counted(session):
    deliveries.plan(session, [wanted(n) for n in range(0, 120, 2)], now=NOW)
    session.exec(select(Delivery).where(Delivery.key == "many:0")).one().state = DeliveryState.SENT
    session.flush()
    later = NOW + timedelta(hours=1)
    rows = [wanted(n) | {"kind": "other"} for n in range(120)]
    assert deliveries.plan(session, rows, now=later) == 60
    assert deliveries.plan(session, rows, now=later) == 0
    session.expire_all()
    stored = session.exec(select(Delivery)).all()
    assert sum(row.kind == "other" for row in stored) == 60
    assert next(row for row in stored if row.key == "many:0").state is DeliveryState.SENT


def test_two_plans_of_one_transaction_do_not_mix(session):
    for prefix in ("first", "second"):
        rows = [wanted(n, prefix=prefix) for n in range(COPIED_FROM + 5)]
        assert deliveries.plan(session, rows, now=NOW) == COPIED_FROM + 5
    assert len(kept(session, "first")) == len(kept(session, "second")) == COPIED_FROM + 5


def test_what_is_not_committed_is_not_kept(database):
    with database.transaction() as session:
        stock.admit(session, stock.BOB, 2, now=NOW)
    with database.reading() as session:
        deliveries.plan(session, [wanted(n) for n in range(70)], now=NOW)
        assert len(kept(session, "many")) == 70
    with database.reading() as session:
        assert kept(session, "many") == {}
