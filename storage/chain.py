"""The chain of the audit log: each act is sealed with a hash over itself and the one before it.

An act is written as it always was, without a look at the others. A sealing follows: it gives the
acts that have no number yet, in the order of their ids, the next numbers and a digest each. On
PostgreSQL an act may be committed after one with a higher id was sealed; it gets the next number.

Whoever did it, to what and how are in the digest by a salted commitment alone. So they can be taken
out of an act, with the salt, and the chain still holds; what was taken out cannot be guessed from
what is left. What the chain does not prove is in docs/design.md.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, bindparam, or_, text, update
from sqlalchemy import select as rows_of
from sqlmodel import Session, select

from storage import marks
from storage.database import dialect_of, table_of
from storage.models import AuditEntry

GENESIS = "0" * 64
"""The digest before the first."""
LOCK = 7_201_640
"""The advisory lock under which one process seals on PostgreSQL."""
SALT_BYTES = 16
SHOWN = 16
"""Signs of a digest that people note down: 64 bits, and enough to know it again."""
END = "acts_sealed"
"""The mark of the last number and its digest: acts that are cut off at the end are missed by it."""
LATE = timedelta(hours=1)
"""Later than this no transaction of ours commits an act beside others that are sealed."""
BLOCK = 1000

_ACT = table_of(AuditEntry)
_SEAL = (
    update(_ACT)
    .where(_ACT.c.id == bindparam("this"))
    .values(
        number=bindparam("its_number"),
        salt=bindparam("its_salt"),
        commitment=bindparam("its_commitment"),
        digest=bindparam("its_digest"),
    )
)
_LAST = (
    rows_of(_ACT.c.number, _ACT.c.digest, _ACT.c.at)
    .where(_ACT.c.number.is_not(None))
    .order_by(_ACT.c.number.desc())
    .limit(1)
)
_UNSEALED = rows_of(_ACT).where(_ACT.c.number.is_(None), _ACT.c.digest.is_(None))


@dataclass(frozen=True)
class End:
    """The last act that is sealed."""

    number: int
    digest: str

    @property
    def short(self) -> str:
        """The digest as people note it down."""
        return shown(self.digest)


class Wrong(StrEnum):
    """What is wrong with the first act that breaks the chain."""

    CHANGED = "changed"
    MISSING = "missing"
    INSERTED = "inserted"


@dataclass(frozen=True)
class Broken:
    """The first place at which the chain does not hold."""

    what: Wrong
    number: int
    """Its place in the chain; of missing acts the first that is not there."""
    act_id: int | None
    """The id of its row; of missing acts that of the one before them, None where there is none."""
    at: datetime | None
    """When that row says that it was done."""
    count: int = 1
    """How many are missing."""


def shown(digest: str) -> str:
    """Return a digest as people note it down, in groups of four."""
    return " ".join(digest[at : at + 4] for at in range(0, SHOWN, 4))


def commit(salt: str, by: int | None, subject: str | None, detail: dict[str, Any]) -> str:
    """Return the commitment to what may be taken out of an act later."""
    plain = json.dumps([by, subject, detail], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{salt}{plain}".encode()).hexdigest()


def link(
    previous: str, number: int, act_id: int, at: datetime, act: str, commitment: str | None
) -> str:
    """Return the digest of an act that follows the one with the digest *previous*."""
    instant = at.astimezone(UTC).isoformat(timespec="microseconds")
    plain = json.dumps([previous, number, act_id, instant, act, commitment], separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def is_waiting(session: Session) -> bool:
    """Tell whether an act waits to be sealed."""
    return session.execute(_UNSEALED.limit(1)).first() is not None


def seal(session: Session, *, most: int | None = None) -> int:
    """Seal the acts that wait for it, those of this transaction too; return how many.

    On PostgreSQL others that seal wait until this transaction ends, on SQLite every writer does:
    *most* is for whoever may come upon many, and asks again.
    """
    session.flush()
    if not is_waiting(session):
        return 0
    if dialect_of(session) == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    waiting = session.execute(_UNSEALED.order_by(_ACT.c.id).limit(most)).all()
    if not waiting:
        return 0
    last = end(session)
    number, digest = (last.number, last.digest) if last else (0, GENESIS)
    sealed = []
    for row in waiting:
        number += 1
        salt = secrets.token_hex(SALT_BYTES)
        commitment = commit(salt, row.by, row.subject, row.detail)
        digest = link(digest, number, row.id, row.at, row.act, commitment)
        sealed.append(
            {
                "this": row.id,
                "its_number": number,
                "its_salt": salt,
                "its_commitment": commitment,
                "its_digest": digest,
            }
        )
    session.connection().execute(_SEAL, sealed)
    marks.put(session, END, at=waiting[-1].at, value=f"{number} {digest}")
    return len(sealed)


def end(session: Session) -> End | None:
    """Return the last act that is sealed."""
    row = session.execute(_LAST).first()
    return End(row.number, row.digest) if row else None


def at_number(session: Session, number: int) -> AuditEntry | None:
    """Return the act of a number, to compare its digest with one that was noted down."""
    return session.exec(select(AuditEntry).where(AuditEntry.number == number)).first()


# --- verifying -------------------------------------------------------------------------------


def verify(session: Session) -> Broken | None:
    """Go through the whole chain and return the first place at which it does not hold."""
    previous, before = GENESIS, None
    rows = _in_order(session)
    row, number = next(rows, None), 1
    while row is not None:
        following = next(rows, None)
        wrong = _wrong(row, following, number, previous, before)
        if wrong is not None:
            return wrong
        previous, before = row.digest, row
        row, number = following, number + 1
    return _cut_off(session, before, number - 1) or _half_sealed(session)


def _in_order(session: Session) -> Iterator[Any]:
    query = rows_of(_ACT).where(_ACT.c.number.is_not(None)).order_by(_ACT.c.number, _ACT.c.id)
    block = session.execute(query.limit(BLOCK)).all()
    while block:
        yield from block
        last = block[-1]
        same_number = and_(_ACT.c.number == last.number, _ACT.c.id > last.id)
        behind = query.where(or_(_ACT.c.number > last.number, same_number))
        block = session.execute(behind.limit(BLOCK)).all()


def _wrong(row: Any, following: Any, number: int, previous: str, before: Any) -> Broken | None:
    """Return what is wrong with a row that should be the act of a *number*."""
    if row.number > number:
        gap = row.number - number
        return Broken(
            Wrong.MISSING,
            number,
            before.id if before is not None else None,
            before.at if before is not None else None,
            gap,
        )
    if row.number < number:
        return Broken(Wrong.INSERTED, row.number, row.id, row.at)
    if _digest(row, number, previous) != row.digest:
        fits = following is not None and _digest(following, number, previous) == following.digest
        return Broken(Wrong.INSERTED if fits else Wrong.CHANGED, number, row.id, row.at)
    if not _keeps_its_word(row):
        return Broken(Wrong.CHANGED, number, row.id, row.at)
    if before is not None and row.id < before.id and row.at < before.at - LATE:
        return Broken(Wrong.INSERTED, number, row.id, row.at)
    return None


def _digest(row: Any, number: int, previous: str) -> str:
    return link(previous, number, row.id, row.at, row.act, row.commitment)


def _keeps_its_word(row: Any) -> bool:
    """Tell whether who, what and how are those of the commitment, or are all taken out."""
    if row.salt is None:
        return row.by is None and row.subject is None and row.detail == {}
    return bool(commit(row.salt, row.by, row.subject, row.detail) == row.commitment)


def _cut_off(session: Session, last: Any, number: int) -> Broken | None:
    """Return the acts that the mark of the end knows of and that are not there."""
    mark = marks.get(session, END)
    noted = int(mark.value.split()[0]) if mark is not None and mark.value else 0
    if noted <= number:
        return None
    act_id, at = (last.id, last.at) if last is not None else (None, None)
    return Broken(Wrong.MISSING, number + 1, act_id, at, noted - number)


def _half_sealed(session: Session) -> Broken | None:
    """Return a row that has a digest and no place: nobody seals so."""
    query = rows_of(_ACT).where(_ACT.c.number.is_(None), _ACT.c.digest.is_not(None))
    row = session.execute(query.order_by(_ACT.c.id).limit(1)).first()
    return Broken(Wrong.CHANGED, 0, row.id, row.at) if row is not None else None
