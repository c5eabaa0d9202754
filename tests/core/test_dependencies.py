"""Every package that is asked for has its reason in docs/design.md, and nothing else has one."""

import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]
ASKED_FOR = ("requirements.in", "requirements-dev.in", "tests/bench/requirements.in")
HEADING = "## Dependencies"


def names(file):
    """Return the packages that a file asks for."""
    lines = (PROJECT / file).read_text(encoding="utf-8").splitlines()
    found = (re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line) for line in lines)
    return {match[0].lower() for match in found if match}


def reasons():
    """Return the reason of each package, by its name, as the record of decisions gives them."""
    document = (PROJECT / "docs" / "design.md").read_text(encoding="utf-8")
    table = document.partition(HEADING)[2].partition("\n## ")[0]
    found = {}
    for row in re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", table, re.MULTILINE)[1:]:
        for name in re.findall(r"[a-z0-9][a-z0-9.-]+", row[0].lower()):
            assert name not in found, f"{name} has two reasons"
            found[name] = row[2]
    return found


def test_each_package_has_its_reason_and_each_reason_its_package():
    asked_for = set().union(*map(names, ASKED_FOR))
    assert len(asked_for) > 30
    assert set(reasons()) == asked_for


def test_a_reason_is_more_than_a_word():
    assert [name for name, reason in reasons().items() if len(reason.split()) < 4] == []


def test_each_is_pinned_with_its_hashes():
    for file in ASKED_FOR:
        lock = (PROJECT / file).with_suffix(".lock").read_text(encoding="utf-8")
        for name in names(file):
            pinned = rf"^{re.escape(name.replace('.', '-'))}(\[[^]]*\])?==\S+ .*\\$"
            assert re.search(pinned, lock, re.MULTILINE), name
    assert "--hash=sha256:" in lock
