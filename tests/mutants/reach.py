"""Which tests reach which lines, and how long each takes: the suite runs once under coverage."""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from coverage import CoverageData

from tests.mutants.tree import Tree

TOO_WIDE = ("tests/resilience", "tests/practice/test_page.py")
"""What plays the whole program, for minutes or in a browser: a change must be noticed sooner."""


class Reach:
    """What one recording of the suite says."""

    def __init__(self, folder: Path, tree: Path) -> None:
        """Read the recording in *folder*, which was made in the copy *tree*."""
        self.seconds: dict[str, float] = json.loads((folder / "seconds.json").read_text())
        data = CoverageData(str(folder / "coverage"))
        data.read()
        self._tests: dict[str, dict[int, set[str]]] = {}
        self._executed: dict[str, set[int]] = {}
        for name in data.measured_files():
            path = Path(name).relative_to(tree).as_posix()
            self._executed[path] = set(data.lines(name) or ())
            reached = self._tests[path] = defaultdict(set)
            for line, contexts in data.contexts_by_lineno(name).items():
                reached[line] = {_test_of(context) for context in contexts} & self.seconds.keys()
        self._importers = _importers(tree, sorted(self._tests))

    def tests_of(self, path: str, lines: range) -> list[str]:
        """Return the tests that run one of these lines, the quickest first.

        What runs only while a module is loaded belongs to every test that reaches the file, or one
        that imports it.
        """
        reached = self._tests.get(path, {})
        found: set[str] = set().union(*(reached.get(line, ()) for line in lines))
        if not found and self._executed.get(path, set()).intersection(lines):
            near = (path, *self._importers[path])
            found = set().union(*(tests for one in near for tests in self._tests[one].values()))
        return sorted(found, key=lambda test: (self.seconds[test], test))


def _importers(tree: Path, paths: list[str]) -> dict[str, list[str]]:
    """Return for each path those of *paths* that import it."""
    found: dict[str, list[str]] = {path: [] for path in paths}
    for path in paths:
        for module in _imported((tree / path).read_text(encoding="utf-8")):
            file = module.replace(".", "/") + ".py"
            if file in found and path not in found[file]:
                found[file].append(path)
    return found


def _imported(text: str) -> set[str]:
    """Return every module that a file names in an import, at its head or within a function."""
    modules: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return modules


def _test_of(context: str) -> str:
    """Return the test of a context: `test|run` is pytest-cov's, `test (call)` that of a program."""
    for phase in ("|setup", "|run", "|teardown", " (setup)", " (call)", " (teardown)"):
        context = context.removesuffix(phase)
    return context


def recording(tree: Tree, folder: Path) -> Path:
    """Return the recording of exactly this code; make it where there is none yet."""
    kept = folder / tree.fingerprint()
    if not (kept / "seconds.json").exists():
        print("The whole suite runs once, to learn which tests reach which lines …", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        kept.mkdir(parents=True)
        _record(tree, kept)
    return kept


SETTINGS = """
[run]
branch = true
parallel = true
source = {source}
data_file = {data}
context = ${{PYTEST_CURRENT_TEST-}}
disable_warnings = module-not-measured, no-data-collected
"""
"""A program that a test starts reads them in its own environment, which names the test."""


def _sources_in(tree: Tree) -> str:
    return ", ".join(str(tree.folder / name) for name in ("bot", "storage", "config"))


def _record(tree: Tree, into: Path) -> None:
    settings = into / "coveragerc"
    settings.write_text(
        SETTINGS.format(data=into / "coverage", source=_sources_in(tree)), encoding="utf-8"
    )
    environment = tree.environment() | {
        "COVERAGE_PROCESS_START": str(settings),
        "MUTANTS_SECONDS": str(into / "seconds.json"),
    }
    command = [
        *(
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n",
            str(os.cpu_count() or 1),
            "--dist",
            "loadfile",
        ),
        *("-p", "tests.mutants.timing", "--cov", f"--cov-config={settings}", "--cov-context=test"),
        *(
            "--cov-report=",
            "--cov-fail-under=0",
            "--no-header",
            *(f"--ignore={path}" for path in TOO_WIDE),
        ),
    ]
    done = subprocess.run(command, cwd=tree.folder, env=environment, check=False)
    if done.returncode > 1:
        sys.exit("the suite could not be run")
