"""Everything that is kept about one person, as the register places it: to hand it to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, or_
from sqlalchemy import select as rows_of
from sqlmodel import Session, col, select

from storage.erasure import Whose, tables, theirs
from storage.models import Answer, Meeting, ProjectUpdate
from storage.register import NOT_HANDED_OUT, REGISTER, Record


@dataclass(frozen=True)
class Held:
    """What one table holds about somebody."""

    record: Record
    rows: Sequence[dict[str, Any]]
    """The personal columns of each row, and those that say that it is theirs."""


def held(session: Session, whose: Whose, *, besides: int | None = None) -> list[Held]:
    """Return what every table holds about somebody, in the register's order; empty ones are left.

    *besides* is the update that asks for it.
    """
    found = []
    for record in REGISTER.values():
        rows = _rows(session, record, whose, besides)
        if rows:
            found.append(Held(record, rows))
    return found


def holds_anything(session: Session, whose: Whose, *, besides: int | None = None) -> bool:
    """Tell whether anything is kept about somebody, but for the update that asks."""
    return bool(held(session, whose, besides=besides))


def _rows(
    session: Session, record: Record, whose: Whose, besides: int | None
) -> list[dict[str, Any]]:
    conditions = [theirs(record, owner, whose) for owner in record.owners]
    found = [one for one in conditions if one is not None]
    if not found or not record.personal:
        return []
    table = tables()[record.table]
    query = rows_of(table).where(or_(*found)).order_by(*table.primary_key)
    if besides is not None and "update_id" in table.primary_key.columns and "lane" in table.c:
        query = query.where(table.c.update_id != besides)
    shown = [name for name in record.columns if _is_shown(record, name)]
    return [
        {name: row[name] for name in shown if _is_theirs(record, name, row[name], whose)}
        for row in session.execute(query).mappings()
    ]


def _is_shown(record: Record, name: str) -> bool:
    return name not in record.plain and name not in NOT_HANDED_OUT


def _is_theirs(record: Record, name: str, value: Any, whose: Whose) -> bool:
    """Tell whether a column is about them: of a link only where it leads to them."""
    links = {owner.column: owner.link for owner in record.owners}
    if name not in links or name in record.personal:
        return True
    return bool(value is not None and value == whose.value(links[name]))


def authored(session: Session, person_id: int) -> Sequence[ProjectUpdate]:
    """Return the updates that a person entered, withdrawn ones too."""
    query = select(ProjectUpdate).where(ProjectUpdate.author_id == person_id)
    return session.exec(query.order_by(col(ProjectUpdate.id))).all()


def meeting_titles(session: Session) -> dict[int, str]:
    """Return what each meeting is called, by id."""
    return {row.id: row.title for row in session.exec(select(Meeting))}


def erase_answer(session: Session, meeting_id: int, person_id: int) -> None:
    """Delete a person's answer to a meeting that is still to come."""
    session.execute(
        delete(Answer).where(
            col(Answer.meeting_id) == meeting_id, col(Answer.person_id) == person_id
        )
    )
    session.expire_all()
