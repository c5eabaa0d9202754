"""What the documents name exists: files, and what is said to be in them."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "bot").rglob("*.md")])
ROOMS = ("bot", "config", "docs", "storage", "tests")
QUOTED = re.compile(r"`([^`\n]+)`")
FILE = re.compile(rf"^(?:{'|'.join(ROOMS)})/[\w./-]*$")
NAMED = re.compile(r"`([\w/]+\.py)`((?:,? `[A-Za-z_][\w.]*`)+)")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
ENOUGH = {"glossary.md": 60, "architecture.md": 20}
"""So many names a page has at least: a test that finds none would pass on anything."""


@cache
def defined(path: Path) -> frozenset[str]:
    """Return what a module defines, methods as ``Class.method``."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        found |= {target.id for target in _targets(node)}
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            parts = (ast.FunctionDef, ast.AsyncFunctionDef)
            found |= {f"{node.name}.{part.name}" for part in node.body if isinstance(part, parts)}
    return frozenset(found)


def _targets(node: ast.stmt) -> list[ast.Name]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target for target in targets if isinstance(target, ast.Name)]


def named(text: str) -> list[tuple[str, str]]:
    """Return (file, name) of everything that a page says to be in a file."""
    return [(file, name) for file, names in NAMED.findall(text) for name in QUOTED.findall(names)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page):
    text = page.read_text(encoding="utf-8")
    paths = [path for path in QUOTED.findall(text) if FILE.match(path)]
    gone = [path for path in paths if not (ROOT / path).exists()]
    gone += [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    assert gone == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_name_that_a_page_puts_into_a_file_is_defined_there(page):
    found = named(page.read_text(encoding="utf-8"))
    assert len(found) >= ENOUGH.get(page.name, 0)
    there = [(file, name) for file, name in found if (ROOT / file).exists()]
    assert [pair for pair in there if pair[1] not in defined(ROOT / pair[0])] == []
