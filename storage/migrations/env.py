"""Alembic's entry: it is given an open connection by :mod:`storage.migrate`."""

from typing import Any, Literal

from alembic import context
from sqlmodel import SQLModel

from storage import models
from storage.types import Json, UtcDateTime


def render_item(kind: str, item: Any, autogen_context: Any) -> str | Literal[False]:
    """Write our column types as plain SQLAlchemy, so that a migration outlives our code."""
    del autogen_context
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Json):
        return "sa.JSON()"
    if kind == "type" and type(item).__name__ == "Enum":
        return f"sa.String(length={item.length})"
    if kind == "type" and type(item).__name__ == "AutoString":
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def compare_type(
    _context: Any, _column: Any, _metadata: Any, inspected: Any, metadata: Any
) -> bool | None:
    """Enumerations are stored as text: compare the length alone."""
    if type(metadata).__name__ == "Enum":
        return bool(getattr(inspected, "length", None) != metadata.length)
    return None


models.declare_partial_indexes()  # the tables register themselves when they are imported

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_type=compare_type,
)
with context.begin_transaction():
    context.run_migrations()
