"""Tables of what the network holds, as CSV for a spreadsheet and as JSON for a program.

Chambers answer and report, so no person is named. A text that a spreadsheet would take for a
formula is written with an apostrophe before it (OWASP, CSV injection); JSON has it as it is.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from storage import private

FORMULA = ("=", "+", "-", "@", "\t", "\r")

Table = Iterable[Mapping[str, Any]]


def write(
    folder: Path, tables: Mapping[str, Table], columns: Mapping[str, Sequence[str]]
) -> list[Path]:
    """Write ``NAME.csv`` for each table and ``all.json`` into an empty folder; return the files.

    *columns* are the names that head each table. A row is written as it comes, to both.
    """
    whole = folder / "all.json"
    private.make(whole)
    with whole.open("w", encoding="utf-8") as file:
        files: list[Path] = []
        for name, rows in tables.items():
            file.write(f"{',' if files else '{'}\n {json.dumps(name)}: ")
            files.append(_csv(folder / f"{name}.csv", _also(rows, file), columns[name]))
        file.write("\n}\n" if files else "{}\n")
    return [*files, whole]


def _also(rows: Table, file: TextIO) -> Iterator[Mapping[str, Any]]:
    """Yield each row, and write it as a member of a list of JSON."""
    before = "[\n"
    for row in rows:
        plain = {key: _plain(value) for key, value in row.items()}
        written = json.dumps(plain, ensure_ascii=False, indent=1)
        file.write(before + "  " + written.replace("\n", "\n  "))
        before = ",\n"
        yield row
    file.write("[]" if before == "[\n" else "\n ]")


def _csv(path: Path, rows: Table, names: Sequence[str]) -> Path:
    """Write a table as spreadsheets read it: UTF-8 with its mark, a line of names first."""
    private.make(path)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
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
