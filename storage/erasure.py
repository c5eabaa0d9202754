"""Takes a person out of every table, as the register says, and remembers that it was done."""

import hashlib
import json
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, Table, cast, delete, null, or_, update
from sqlalchemy import select as rows_of
from sqlmodel import Session, SQLModel, col, select

from storage import audit, counts
from storage.database import table_of
from storage.models import (
    AuditEntry,
    Delivery,
    DeliveryState,
    Erasure,
    InboxItem,
    InboxState,
    Person,
    SuspendedAccount,
)
from storage.register import ERASED_NAME, REGISTER, Erased, Link, Owner, Record

NOBODYS_LANE = 0
"""The lane of an inbox row that says no more whose it was."""
SALT_BYTES = 16
WORK = {"n": 2**12, "r": 8, "p": 1, "dklen": 32}
"""scrypt's cost: some 10 ms for one account; there are ten thousand million to be tried."""
SMALLEST_ACCOUNT = 1_000_000
"""A smaller number in a JSON value is the number of a row, not an account."""
CODES = frozenset({"fields", "choice", "chamber_id", "role", "job"})
"""What an act says besides that can be no name: codes and the names of fields."""


@dataclass(frozen=True)
class Whose:
    """By what rows belong to somebody; either may be missing."""

    person_id: int | None
    account: int | None

    def value(self, link: Link) -> int | str | None:
        """Return what a column of this kind holds where the row is theirs."""
        match link:
            case Link.PERSON:
                return self.person_id
            case Link.ACCOUNT:
                return self.account
            case Link.SUBJECT:
                return None if self.person_id is None else f"person:{self.person_id}"
            case Link.THROUGH:
                return None


def tables() -> dict[str, Table]:
    """Return every table, by name."""
    return dict(SQLModel.metadata.tables)


def theirs(record: Record, owner: Owner, whose: Whose) -> ColumnElement[bool] | None:
    """Return the condition for the rows of a table that are somebody's by one of its columns."""
    table = tables()[record.table]
    if owner.link is Link.THROUGH:
        parent = REGISTER[str(owner.of)]
        conditions = [theirs(parent, one, whose) for one in parent.owners]
        found = [one for one in conditions if one is not None]
        if not found:
            return None
        key = next(iter(tables()[parent.table].primary_key))
        return table.c[owner.column].in_(rows_of(key).where(or_(*found)))
    value = whose.value(owner.link)
    return None if value is None else table.c[owner.column] == value


# --- erasing ---------------------------------------------------------------------------------


def erase(session: Session, whose: Whose, *, name: str | None, update_id: int | None) -> None:
    """Take somebody out of every table; *name* is looked for in what names others.

    *update_id* is the update of theirs that asks for it, if one does.
    """
    session.flush()
    for record in REGISTER.values():
        for owner in record.owners:
            condition = theirs(record, owner, whose)
            if condition is not None:
                _carry_out(session, record, owner, condition, update_id)
    for record in REGISTER.values():
        for column in record.names_in:
            _take_out_of(session, record, column, whose, name)
    session.flush()
    session.expire_all()


def _carry_out(
    session: Session,
    record: Record,
    owner: Owner,
    condition: ColumnElement[bool],
    update_id: int | None,
) -> None:
    table = tables()[record.table]
    match owner.erased:
        case Erased.ROW:
            session.execute(delete(table).where(condition))
        case Erased.EMPTIED:
            session.execute(update(table).where(condition).values(**_emptied(record)))
        case Erased.UNLINKED if record.table == InboxItem.__tablename__:
            _unlink_inbox(session, condition, update_id)
        case Erased.UNLINKED:
            session.execute(update(table).where(condition).values({owner.column: null()}))
        case Erased.STAYS:
            pass


def _emptied(record: Record) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in record.emptied.items()
    }


def unlink_update(session: Session, update_id: int) -> None:
    """Let the update that is being handled say no more whose it is."""
    table = table_of(InboxItem)
    session.execute(update(table).where(table.c.update_id == update_id).values(lane=NOBODYS_LANE))


def _unlink_inbox(session: Session, condition: Any, update_id: int | None) -> None:
    """Let finished rows say no more whose they were: their numbers tell a repeated update.

    Where nobody's update asks for it, what is not finished goes with its text. Otherwise the person
    is writing: what they wrote after it is answered as a stranger's.
    """
    table = table_of(InboxItem)
    if update_id is None:
        unfinished = table.c.state != InboxState.DONE
        session.execute(delete(table).where(condition, unfinished))
    ended = (table.c.state == InboxState.DONE) | (table.c.update_id == update_id)
    session.execute(update(table).where(condition, ended).values(lane=NOBODYS_LANE))


def _count(session: Session, table: Table, condition: Any) -> None:
    ids = list(session.execute(rows_of(table.c.id).where(condition)).scalars())
    if ids:
        counts.keep(session, ids)
        session.execute(delete(table).where(condition))


def _take_out_of(
    session: Session, record: Record, column: str, whose: Whose, name: str | None
) -> None:
    """Take a name and an account out of a JSON column of rows that may be others'."""
    table = tables()[record.table]
    wanted: list[str | int] = [name] if name and name != ERASED_NAME else []
    if whose.account is not None and whose.account >= SMALLEST_ACCOUNT:
        wanted.append(whose.account)
    about = [theirs(record, owner, whose) for owner in record.owners]
    holding = [
        cast(table.c[column], String).contains(json.dumps(word).strip('"'), autoescape=True)
        for word in wanted
    ]
    if record.table == AuditEntry.__tablename__:
        conditions = [*holding, *(one for one in about if one is not None)]
        query = select(AuditEntry).where(or_(*conditions), cast(table.c[column], String) != "{}")
        entries = session.exec(query).all() if conditions else ()
        named = [one for one in entries if _names(one.detail, wanted) or not _is_codes(one)]
        audit.take_names_out(session, named)
        return
    if not holding:
        return
    for key, value in session.execute(rows_of(table.c.id, table.c[column]).where(or_(*holding))):
        changed = _without(value, wanted)
        session.execute(update(table).where(table.c.id == key).values({column: changed}))


def _is_codes(entry: AuditEntry) -> bool:
    return set(entry.detail) <= CODES


def _names(value: Any, wanted: Sequence[object]) -> bool:
    return bool(_without(value, wanted) != value)


def _without(value: Any, wanted: Sequence[object]) -> Any:
    """Return a JSON value with each text that holds one of the words, or is one, emptied of it."""
    match value:
        case dict():
            return {key: _without(each, wanted) for key, each in value.items()}
        case list():
            return [_without(each, wanted) for each in value]
        case str():
            for word in wanted:
                value = re.sub(rf"(?<!\w){re.escape(str(word))}(?!\w)", ERASED_NAME, value)
            return value
        case bool():
            return value
        case _:
            return None if value is not None and value in wanted else value


def without(text: str, name: str) -> str:
    """Return a text without a name that stands in it."""
    return str(_without(text, [name])) if name and name != ERASED_NAME else text


def remove_applicant(session: Session, person_id: int) -> None:
    """Delete the row of somebody who never belonged to the network, and all that points at it."""
    person = session.get(Person, person_id)
    if person is None:
        return
    whose = Whose(person_id, person.telegram_id)
    erase(session, whose, name=person.name, update_id=None)
    _unlink_acts(session, whose)
    _count(session, table_of(Delivery), table_of(Delivery).c.person_id == person_id)
    for table, column in _keys_to_people():
        _let_go(session, table, column, person_id)
    session.execute(delete(Person).where(col(Person.id) == person_id))
    session.expire_all()


def _unlink_acts(session: Session, whose: Whose) -> None:
    record = REGISTER["act"]
    conditions = [theirs(record, owner, whose) for owner in record.owners]
    query = select(AuditEntry).where(or_(*(one for one in conditions if one is not None)))
    audit.take_names_out(session, session.exec(query).all())


def _keys_to_people() -> Iterator[tuple[Table, Any]]:
    """Yield every column that is a foreign key to a person."""
    people = table_of(Person)
    for table in SQLModel.metadata.sorted_tables:
        for column in table.c:
            if any(key.column.table is people for key in column.foreign_keys):
                yield table, column


def _let_go(session: Session, table: Table, column: Any, person_id: int) -> None:
    """Empty what points at a person; where it cannot be empty, the row goes."""
    if column.nullable:
        session.execute(update(table).where(column == person_id).values({column: null()}))
    else:
        session.execute(delete(table).where(column == person_id))


def drop_waiting(session: Session, whose: Whose) -> None:
    """End what still waits to be sent to somebody who was erased."""
    waiting = (DeliveryState.PLANNED, DeliveryState.UNKNOWN, DeliveryState.CLAIMED)
    session.execute(
        update(Delivery)
        .where(col(Delivery.person_id) == whose.person_id, col(Delivery.state).in_(waiting))
        .values(state=DeliveryState.DROPPED, reason="the person has left", claimed_by=None)
        .execution_options(synchronize_session=False)
    )


# --- what is remembered of it ----------------------------------------------------------------


def digest(account: int, salt: str) -> str:
    """Return the slow salted hash by which an account is known again."""
    return hashlib.scrypt(str(account).encode(), salt=bytes.fromhex(salt), **WORK).hex()


def note_erasure(
    session: Session, person_id: int | None, account: int | None, *, now: datetime
) -> None:
    """Remember that somebody was erased, for whoever puts an older copy back."""
    salt = secrets.token_hex(SALT_BYTES)
    hashed = digest(account, salt) if account is not None else ""
    session.add(Erasure(person_id=person_id, salt=salt, digest=hashed, at=now))
    session.flush()


def note_suspended(session: Session, account: int | None, *, now: datetime) -> None:
    """Remember the account of somebody who leaves while suspended, as a hash."""
    if account is not None:
        salt = secrets.token_hex(SALT_BYTES)
        row = SuspendedAccount(salt=salt, digest=digest(account, salt), left_at=now)
        session.add(row)
        session.flush()


def left_suspended(session: Session, account: int | None) -> SuspendedAccount | None:
    """Return the entry of somebody who left while suspended, and comes back by this account."""
    if account is None:
        return None
    kept = session.exec(select(SuspendedAccount).order_by(col(SuspendedAccount.id).desc())).all()
    return next((one for one in kept if digest(account, one.salt) == one.digest), None)


def unwiped(session: Session) -> Sequence[Erasure]:
    """Return the erasures after which the freed pages and the log were not emptied yet."""
    return session.exec(select(Erasure).where(col(Erasure.wiped_at).is_(None))).all()
