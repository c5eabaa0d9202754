"""A language that nobody speaks, made from the default one: every sentence and label is ⟦marked⟧.

Whatever is shown in it outside the marks has bypassed the catalogues and the labels. It is added by
the recipe of ``docs/extending.md``, to a copy of the tree or to folders of their own.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message, TextElement

from config.languages import DEFAULT

CODE = "xx"
TREE = Path(__file__).parents[2]
ROOMS = ("bot", "storage", "config")
_TAG = re.compile(r"<[^>]*>")
_PART = re.compile(rf'^{DEFAULT} = "([^"]*)"$', re.MULTILINE)
_TABLE = re.compile(rf'\{{ {DEFAULT} = "([^"]*)"')


def marked(words: str) -> str:
    """Return words as the language has them."""
    return f"⟦{words}⟧"


def unmarked(said: str) -> str:
    """Return what stands outside all marks, without markup; none is cut."""
    assert said.count("⟦") == said.count("⟧"), f"a mark is cut: {said}"
    return without_marks(_TAG.sub("", said))


def without_marks(said: str) -> str:
    """Return what stands outside all marks; what was shortened may lack its end."""
    depth, outside = 0, []
    for sign in said:
        depth += {"⟦": 1, "⟧": -1}.get(sign, 0)
        if depth == 0 and sign != "⟧":
            outside.append(sign)
    assert depth == 0 or said.endswith("…"), f"a mark is cut: {said}"
    return "".join(outside)


def copy_of_the_tree(folder: Path) -> Path:
    """Copy the program into *folder*; what is run there imports the copy."""
    for room in ROOMS:
        shutil.copytree(
            TREE / room, folder / room, ignore=shutil.ignore_patterns("__pycache__", "*.db")
        )
    return folder


def add_to(tree: Path) -> None:
    """Add the language to a copy of the tree, in files of words alone."""
    add_catalogue(tree / "bot" / "core" / "locales")
    add_labels(tree / "config" / "data")
    add_to_network(tree / "config" / "network.toml")


def add_catalogue(locales: Path) -> None:
    """Add the folder of the language to a folder of catalogues."""
    (locales / CODE).mkdir()
    for path in (locales / DEFAULT).glob("*.ftl"):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, Message) and entry.value is not None:
                inside = entry.value.elements
                entry.value.elements = [TextElement("⟦"), *inside, TextElement("⟧")]
        written = FluentSerializer().serialize(resource)
        (locales / CODE / path.name).write_text(written, encoding="utf-8")


def add_labels(data: Path) -> None:
    """Add the language to every table of labels in a folder of reference data."""
    for path in data.glob("*.json"):
        rows = json.loads(path.read_text(encoding="utf-8"))
        _label(rows)
        path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def _label(rows: Any) -> None:
    if isinstance(rows, list):
        for row in rows:
            _label(row)
    elif isinstance(rows, dict):
        for key, value in rows.items():
            if not key.endswith("labels"):
                _label(value)
            elif value and DEFAULT in value:
                value[CODE] = marked(value[DEFAULT])


def add_to_network(file: Path) -> None:
    """Add the language to the names, the series and the notice of the organiser's file."""
    said = file.read_text(encoding="utf-8")
    said = _TABLE.sub(lambda found: f'{{ {CODE} = "{marked(found[1])}", {found[0][2:]}', said)
    said = _PART.sub(lambda found: f'{CODE} = "{marked(found[1])}"\n{found[0]}', said)
    file.write_text(said, encoding="utf-8")
