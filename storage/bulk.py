"""Many new rows at once into PostgreSQL: by COPY, ten times as fast as INSERT."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Enum
from sqlmodel import Session, SQLModel

from storage.database import table_of
from storage.types import Json


def copy_new(session: Session, model: type[SQLModel], rows: Sequence[dict[str, Any]]) -> int:
    """Add *rows*, which all have the same columns; what has its key already is left alone.

    Returns how many were new. Runs in the session's transaction.
    """
    table = table_of(model)
    names = list(rows[0])
    columns = ", ".join(f'"{name}"' for name in names)
    is_json = [isinstance(table.c[name].type, Json) for name in names]
    is_enum = [isinstance(table.c[name].type, Enum) for name in names]
    staging = f"new_{table.name}"
    driver: Any = session.connection().connection.driver_connection
    with driver.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE IF NOT EXISTS {staging} ON COMMIT DROP AS "
            f"SELECT {columns} FROM {table.name} WITH NO DATA"
        )
        with cursor.copy(f"COPY {staging} ({columns}) FROM STDIN") as copy:
            for row in rows:
                values = [row[name] for name in names]
                copy.write_row(
                    [
                        json.dumps(value) if json_ else value.value if enum else value
                        for value, json_, enum in zip(values, is_json, is_enum, strict=True)
                    ]
                )
        cursor.execute(
            f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {staging} "
            "ON CONFLICT DO NOTHING"
        )
        added = int(cursor.rowcount)
        cursor.execute(f"TRUNCATE {staging}")
    return added
