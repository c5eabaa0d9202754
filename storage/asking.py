"""Queries on applications as a whole: how many are open, which accounts have to wait."""

import secrets
from datetime import datetime

from sqlmodel import Session, col, func, select

from storage import guards, marks
from storage.database import dialect_of, insert_new
from storage.erasure import digest
from storage.models import AuditEntry, Person, RegistrationPause, Standing

SALT = "pause_salt"
"""The mark that holds this database's own salt."""


def lock(session: Session) -> None:
    """Let nobody else count or add an application until the transaction ends."""
    guards.alone(session, guards.APPLICATIONS)


def open_now(session: Session, *, now: datetime) -> int:
    """Return how many wait for a decision; an account that erased itself counts while it pauses.

    Otherwise applying and erasing in turn would fill coordinators' chats all the same.
    """
    waiting = select(func.count()).where(Person.standing == Standing.APPLICANT)
    pausing = select(func.count()).where(col(RegistrationPause.until) > now)
    return session.exec(waiting).one() + session.exec(pausing).one()


def declined_since(session: Session, person_id: int, instant: datetime) -> list[datetime]:
    """Return when a person was declined after an instant, the first first."""
    query = select(AuditEntry.at).where(
        AuditEntry.subject == f"person:{person_id}",
        AuditEntry.act == "person.declined",
        col(AuditEntry.at) > instant,
    )
    return list(session.exec(query.order_by(col(AuditEntry.id))).all())


def pause(session: Session, account: int, *, until: datetime) -> None:
    """Let an account wait; kept is a hash of it and the end, nothing else."""
    row = {"account_hash": _hash_of(session, account, at=until), "until": until}
    added = insert_new(dialect_of(session), RegistrationPause)
    session.execute(
        added.on_conflict_do_update(index_elements=["account_hash"], set_={"until": until}), row
    )


def paused_until(session: Session, account: int, *, now: datetime) -> datetime | None:
    """Return until when an account has to wait, if it has to."""
    waits = select(RegistrationPause).where(col(RegistrationPause.until) > now)
    # The hash is slow on purpose: without anybody who waits it need not be made.
    if session.exec(waits.limit(1)).first() is None:
        return None
    mine = waits.where(RegistrationPause.account_hash == _hash_of(session, account, at=now))
    found = session.exec(mine).first()
    return found.until if found is not None else None


def _hash_of(session: Session, account: int, *, at: datetime) -> str:
    return digest(account, _salt(session, at=at))


def _salt(session: Session, *, at: datetime) -> str:
    """Return this database's own salt; the first who needs one makes it."""
    found = marks.get(session, SALT)
    if found is None:
        lock(session)
        found = marks.get(session, SALT)
    if found is not None and found.value:
        return found.value
    made = secrets.token_hex(16)
    marks.put(session, SALT, at, made)
    session.flush()
    return made
