"""What a container's image is made of: the program, and nothing that lies beside it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULES = [
    line.strip()
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
PRIVATE = [
    ".env",
    ".env.local",
    "token",
    "bot-token.txt",
    "config/token",
    "config/.env",
    "config/secret.key",
    "bot/.env",
    "data/dsn.db",
    "data/dsn.db-wal",
    "data/dsn.db.lock",
    "data/dsn.db.before-20261101T000000",
    "data/dsn.db.before-restore-20261101T000000",
    "bot/dsn.db",
    "bot/dsn.db-wal",
    "storage/dsn.db.before-20261101T000000",
    "storage/.dsn.db.unfinished",
    "dsn-20261101T023000",
    "before-upgrade",
    "out/all.json",
    "out/answers.csv",
    "practice.db",
    ".git/config",
    ".venv/bin/python",
    ".ci/run",
    "build/mutants/x",
    "tests/page/node_modules/x/index.js",
    "tests/harness/network.py",
    "docs/operations.md",
    "bot/core/__pycache__/texts.cpython-313.pyc",
    "server.pem",
]


def is_left_out(path):
    """Tell whether a file is left out: of the rules that match it or a folder of it, the last."""
    left_out = False
    for rule in RULES:
        pattern = rule.removeprefix("!").strip("/")
        if re.fullmatch(_regex(pattern) + "(/.*)?", path):
            left_out = not rule.startswith("!")
    return left_out


def _regex(pattern):
    """Return a rule as a regular expression (docs.docker.com/build/concepts/context)."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return "".join(signs.get(part, re.escape(part)) for part in parts)


@pytest.mark.parametrize("path", PRIVATE)
def test_nothing_that_is_private_gets_into_an_image(path):
    assert is_left_out(path)


def test_the_whole_program_does():
    wanted = [
        path.relative_to(ROOT).as_posix()
        for room in ("bot", "config", "storage")
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    assert len(wanted) > 400
    named = ["pyproject.toml", "requirements.in", "requirements.lock", "README.md", "LICENCE"]
    assert [path for path in [*wanted, *named] if is_left_out(path)] == []
    assert all((ROOT / name).is_file() for name in named)


def test_the_image_is_made_of_the_folder_that_the_rules_lie_in():
    lines = (ROOT / "docs/deploy/Containerfile").read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith("-t dsn-bot .")
    assert "COPY . ." in lines
    assert not any(line.startswith("ADD ") for line in lines)
