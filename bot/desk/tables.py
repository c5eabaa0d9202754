"""Tables of what the network holds, as CSV for a spreadsheet and as JSON for a program.

Chambers answer and report, so no person is named. A text that a spreadsheet would take for a
formula is written with an apostrophe before it (OWASP, CSV injection); JSON has it as it is.
"""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from storage import private

FORMULA = ("=", "+", "-", "@", "\t", "\r")

Table = Sequence[Mapping[str, Any]]


def write(
    folder: Path, tables: Mapping[str, Table], columns: Mapping[str, Sequence[str]] | None = None
) -> list[Path]:
    """Write ``NAME.csv`` for each table and ``all.json`` into an empty folder; return the files.

    *columns* are the names that head a table, which one without rows cannot know.
    """
    heads = {name: list(rows[0]) if rows else [] for name, rows in tables.items()}
    heads.update({name: list(names) for name, names in (columns or {}).items()})
    files = [_csv(folder / f"{name}.csv", rows, heads[name]) for name, rows in tables.items()]
    whole = {
        name: [{key: _plain(value) for key, value in row.items()} for row in rows]
        for name, rows in tables.items()
    }
    path = folder / "all.json"
    private.make(path)
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return [*files, path]


def _csv(path: Path, rows: Table, names: Sequence[str]) -> Path:
    """Write a table as spreadsheets read it: UTF-8 with its mark, a line of names first."""
    private.make(path)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        if names:
            writer.writerow(names)
        writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return path


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value


def _cell(value: Any) -> Any:
    plain = _plain(value)
    if isinstance(plain, Iterable) and not isinstance(plain, str):
        plain = "; ".join(str(part) for part in plain)
    if isinstance(plain, str) and plain.startswith(FORMULA):
        return f"'{plain}"
    return plain
