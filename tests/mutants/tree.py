"""Copies of the project in which code is changed; the working tree never is."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
COUNTED = ("bot/", "storage/", "config/", "tests/")
NOT_COUNTED = ("tests/mutants/", "tests/page/", "tests/bench/")


class Tree:
    """One copy. *folder* is emptied first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._writes = 0
        shutil.rmtree(folder, ignore_errors=True)
        for name in _files():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)

    def environment(self) -> dict[str, str]:
        """Return the environment in which this copy's code is the one that is loaded."""
        kept = {name: value for name, value in os.environ.items() if name != "SEED"}
        return kept | {"PYTHONPATH": str(self.folder)}

    def check(self) -> None:
        """Make sure of that."""
        command = [
            sys.executable,
            "-c",
            "import bot, storage; print(bot.__path__[0], storage.__path__[0])",
        ]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment(),
            check=True,
            capture_output=True,
            text=True,
        )
        if done.stdout.split() != [str(self.folder / "bot"), str(self.folder / "storage")]:
            sys.exit(f"the copy's code is not what is loaded: {done.stdout}")

    def write(self, path: str, text: str) -> None:
        """Put *text* into a file, at a time of its own: Python knows stale compiled files by it."""
        file = self.folder / path
        file.write_text(text, encoding="utf-8")
        self._writes += 1
        at = file.stat().st_mtime + self._writes
        os.utime(file, (at, at))

    def fingerprint(self) -> str:
        """Return what changes with any file of the code or the tests."""
        digest = hashlib.sha256()
        for name in _files():
            if name.startswith(COUNTED) and not name.startswith(NOT_COUNTED):
                digest.update(name.encode() + b"\0" + (PROJECT / name).read_bytes())
        return digest.hexdigest()[:16]


def _files() -> list[str]:
    """Return every file that git follows or would follow."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    return sorted(name for name in done.stdout.split("\0") if name and (PROJECT / name).is_file())
