"""The register of running processes: signs of life, who is gone, who leads.

On SQLite there is one. Of several that share a PostgreSQL, each process has a connection of its own
that holds an advisory lock under its number. The server frees it when that connection ends, so a
process that died is known within seconds, and one that stands still is known by its sign of life;
there all instants are the database's own.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, text
from sqlmodel import Session, col, select

from storage.database import name_of
from storage.models import Process

NAMESPACE = 7_201_640
"""Of the advisory locks; a process's number is the second key."""
LEADER = 0
"""The number of the lock that one process at a time holds: it polls and does what is done once."""
RECONNECTS_WITHIN = timedelta(seconds=3)
"""A process that lost its connection may come back so long."""
STANDS_STILL = timedelta(seconds=30)
"""Without a sign of life for so long, a process counts as gone even if it is connected."""
LEADS_NO_MORE = timedelta(seconds=5)
"""Without a sign of life for so long, it loses the lead; two signs are nearer than that."""

LOST_AFTER = timedelta(seconds=90)
"""For whoever only looks: a sign is renewed each 30 seconds or sooner; an older one was left by a
process that was killed."""
FORGOTTEN_AFTER = timedelta(days=1)

LOCKS = """
    SELECT pid, CAST(objid AS bigint) AS number FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND CAST(classid AS bigint) = :namespace
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
"""Who holds which of our locks in this database."""


OF_OURS = """
    activity.datname = current_database() AND activity.usename = current_user
    AND activity.pid <> pg_backend_pid()
"""
"""Connections that this one may end."""


def hold(connection: Connection, number: int) -> bool:
    """Take the lock of *number* for as long as the connection lives; False if another has it."""
    statement = text("SELECT pg_try_advisory_lock(:namespace, :number)")
    held = connection.execute(statement, {"namespace": NAMESPACE, "number": number}).scalar_one()
    return bool(held)


def sign(connection: Connection, instance: str, number: int) -> None:
    """Leave a sign of life; a process that was taken for gone is there again."""
    statement = text(
        "INSERT INTO process (instance, number, seen_at) "
        "VALUES (:instance, :number, clock_timestamp()) "
        "ON CONFLICT (instance) DO UPDATE SET seen_at = clock_timestamp()"
    )
    connection.execute(statement, {"instance": instance, "number": number})


def renew(session: Session, instance: str, *, now: datetime) -> None:
    """Leave the sign of life of the one process on a SQLite file; long-lost ones go."""
    session.merge(Process(instance=instance, number=0, seen_at=now))
    session.execute(delete(Process).where(col(Process.seen_at) < now - FORGOTTEN_AFTER))


def latest(session: Session, *, now: datetime) -> timedelta | None:
    """Return how long ago a process that still runs was seen, None where there is none."""
    query = select(Process.seen_at).where(col(Process.seen_at) > now - LOST_AFTER)
    seen = session.exec(query.order_by(col(Process.seen_at).desc())).first()
    return None if seen is None else max(now - seen, timedelta())


def end_idle_leader(connection: Connection) -> int:
    """End the connections of a leader that gives no sign of life; return how many they were.

    All of them: it may stand still within a transaction, and its locks become free with the
    connection that holds them. A sign from the future was left before the clock was set back.
    """
    statement = text(
        f"""
        WITH idle AS (
            SELECT held.pid FROM ({LOCKS}) AS held
            WHERE held.number = :leader AND NOT EXISTS (
                SELECT 1 FROM ({LOCKS}) AS own JOIN process ON process.number = own.number
                WHERE own.pid = held.pid AND process.seen_at
                BETWEEN clock_timestamp() - CAST(:span AS interval)
                AND clock_timestamp() + CAST(:span AS interval)
            )
        )
        SELECT pg_terminate_backend(activity.pid) FROM pg_stat_activity AS activity
        WHERE {OF_OURS} AND (activity.pid IN (SELECT pid FROM idle) OR (
            activity.application_name LIKE :program AND activity.application_name IN (
                SELECT same.application_name FROM pg_stat_activity AS same JOIN idle USING (pid)
            )
        ))"""
    )
    spans = {"namespace": NAMESPACE, "leader": LEADER, "span": LEADS_NO_MORE}
    ended = connection.execute(statement, spans | {"program": name_of("%")})
    return len(ended.all())


def cut_off(session: Session, instances: Sequence[str]) -> None:
    """End the connections of processes that are gone: one that only stood still keeps nobody."""
    statement = text(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity AS activity "
        f"WHERE {OF_OURS} AND application_name = ANY(:names)"
    )
    if instances:
        session.execute(statement, {"names": [name_of(instance) for instance in instances]})


def forget_gone(session: Session) -> list[str]:
    """Remove the processes that are gone; return their names, to one caller alone."""
    statement = text(
        f"""
        DELETE FROM process
        WHERE seen_at < clock_timestamp() - CAST(:still AS interval)
        OR (
            seen_at NOT BETWEEN clock_timestamp() - CAST(:reconnects AS interval)
            AND clock_timestamp() + CAST(:reconnects AS interval)
            AND number NOT IN (SELECT number FROM ({LOCKS}) AS held)
        )
        RETURNING instance"""
    )
    spans = {"still": STANDS_STILL, "reconnects": RECONNECTS_WITHIN, "namespace": NAMESPACE}
    return list(session.execute(statement, spans).scalars())


def alive(session: Session) -> Sequence[str]:
    """Return the processes that are there."""
    return session.exec(select(Process.instance).order_by(col(Process.instance))).all()


def forget_others(session: Session, instance: str) -> None:
    """Remove every process but one: on SQLite whoever holds the file's lock is alone.

    A process that was killed could not sign off, and what it held would stay its own.
    """
    session.execute(delete(Process).where(col(Process.instance) != instance))


def forget(session: Session, instance: str) -> None:
    """Remove a process that ends: nobody has to wait for it."""
    session.execute(delete(Process).where(col(Process.instance) == instance))
