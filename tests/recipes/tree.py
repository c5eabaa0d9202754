"""A copy of the tree in which a recipe of docs/extending.md is carried out, and its programs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from bot.process.program import NOT_SET_RIGHT

ROOT = Path(__file__).parents[2]
COPIED = ("bot", "config", "docs", "storage", "pyproject.toml")
TESTS = (
    "__init__.py",
    "conftest.py",
)
ROOMS = ("chat", "desk", "harness", "process", "recipes")
"""Of the tests: what a recipe has to pass, and the network that it is tried in."""


def copy_to(folder: Path) -> Path:
    """Copy the product and the tests of the recipes into a new *folder*."""
    leave = shutil.ignore_patterns("*.pyc.*")  # what is compiled is as good there; halves are not
    (folder / "tests").mkdir(parents=True)
    for name in (*COPIED, *(f"tests/{name}" for name in (*TESTS, *ROOMS))):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=leave)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def file_of(tree: Path, module: ModuleType) -> Path:
    """Return the file of a module in the copy."""
    return tree / Path(str(module.__file__)).relative_to(ROOT)


def put(path: Path, before: str, line: str) -> None:
    """Insert a line before the only place where *before* stands."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{path.name}: {before}"
    path.write_text(text.replace(before, line + before), encoding="utf-8")


def append(path: Path, text: str) -> None:
    """Write *text* at the end of a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def add_code(tree: Path, module: ModuleType, to: ModuleType) -> None:
    """Write the code of *module* at the end of *to* in the copy, as a recipe says.

    What it imports of that module stands there already.
    """
    lines = Path(str(module.__file__)).read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    own = f"from {to.__name__} import "
    append(file_of(tree, to), "".join(line for line in lines if not line.startswith(own)))


def say(tree: Path, **sentences: str) -> None:
    """Add sentences to the catalogue of every language; underscores twice stand for a dash."""
    for catalogue in sorted((tree / "bot" / "core" / "locales").glob("*/general.ftl")):
        lines = [f"{key.replace('__', '-')} = {words}\n" for key, words in sentences.items()]
        append(catalogue, "".join(lines))


def python(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, which imports the copy."""
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tree)}
    surroundings |= {"DSN_BOT_TOKEN": "1:x", "DSN_TRIAL": "1", "DSN_HOME": str(tree)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=tree,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def program(tree: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the copy's program."""
    return python(tree, "-c", "from bot.process.program import main; main()", command)


def refused(tree: Path) -> str:
    """Return the one line with which the copy's program does not start."""
    ended = program(tree, "run")
    assert ended.returncode == NOT_SET_RIGHT, ended.stderr
    (line,) = ended.stderr.splitlines()
    return line.removeprefix("dsn-bot: ")


def walk(tree: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """Run tests of the copy in the copy."""
    return python(tree, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *tests)


def passes(tree: Path, *tests: str) -> None:
    """Run tests of the copy, which must pass."""
    walked = walk(tree, *tests)
    assert walked.returncode == 0, walked.stdout[-3000:] + walked.stderr[-500:]


def fails(tree: Path, *tests: str, saying: str) -> None:
    """Run tests of the copy, which must fail and say why."""
    walked = walk(tree, *tests)
    assert walked.returncode == 1, walked.stdout[-3000:]
    assert saying in walked.stdout, walked.stdout[-3000:]
