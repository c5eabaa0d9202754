"""The rows that buttons name, by the id that a button carries."""

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.models import Sealed

Row = TypeVar("Row", bound=Sealed)


@cache
def _by_id(model: type[Sealed]) -> Any:
    """Return the query for a row, made once for each kind: nearly every press asks for one."""
    return select(model).where(col(model.id) == bindparam("this"))


def find(session: Session, model: type[Row], row_id: int) -> Row | None:
    """Return the row of an id, whatever its seal; *row_id* has to fit the column (31 bits)."""
    found: Row | None = session.execute(_by_id(model), {"this": row_id}).scalars().one_or_none()
    return found
