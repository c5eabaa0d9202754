"""Files and folders that only their owner may read, whatever the umask.

Whoever works as root leaves a file to the owner of the database beside which it lies, or of its
folder: a copy or a lock that root made must not keep the bot's own user out.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

FILE = 0o600
FOLDER = 0o700
OTHERS = 0o077
"""The bits that let anybody but the owner at something."""


def make(path: Path, *, like: Path | None = None) -> None:
    """Make an empty file; raises ``FileExistsError`` where there is one, or a link to one.

    Root leaves it to the owner of the file that it is made *like*, where that is there.
    """
    opened = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE
    )
    try:
        os.fchmod(opened, FILE)
        if os.geteuid() == 0:
            of = _owner(like, path.absolute().parent)
            os.fchown(opened, of.st_uid, of.st_gid)
    finally:
        os.close(opened)


def give(path: Path, *, like: Path) -> None:
    """Leave a file to the owner of another, as far as root does the work."""
    if os.geteuid() == 0:
        of = _owner(like, path.absolute().parent)
        os.chown(path, of.st_uid, of.st_gid, follow_symlinks=False)


def _owner(like: Path | None, folder: Path) -> os.stat_result:
    if like is not None:
        with suppress(FileNotFoundError):
            return like.stat()
    return folder.stat()


def open_own(path: Path) -> IO[str]:
    """Open a file of ours to write to; raises ``OSError`` where a link is in its place."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "w")


def make_unless_there(path: Path, *, like: Path | None = None) -> None:
    """Make an empty file where there is none; what is there stays as it is."""
    with suppress(FileExistsError):
        make(path, like=like)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, as far as they are missing."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        with suppress(FileExistsError):
            folder.mkdir(mode=FOLDER)
            folder.chmod(FOLDER)
            if os.geteuid() == 0:
                of = folder.absolute().parent.stat()
                os.chown(folder, of.st_uid, of.st_gid)
    if not path.is_dir():
        raise NotADirectoryError(20, "Not a directory", str(path))


def tighten(paths: Iterable[Path]) -> list[tuple[Path, int]]:
    """Take away what others may do with files; return which had it, with their mode of before.

    What is not ours to change, or is gone by now, is left to ``dsn-bot doctor``.
    """
    found = []
    for path in paths:
        with suppress(OSError):
            mode = mode_of(path)
            if mode & OTHERS:
                path.chmod(mode & ~OTHERS)
                found.append((path, mode))
    return found


def mode_of(path: Path) -> int:
    """Return the bits of a file's mode; raises ``OSError``."""
    return stat.S_IMODE(path.stat().st_mode)


def beside(database: Path) -> list[Path]:
    """Return a SQLite file and all that holds its data beside it, as far as they are there.

    What SQLite keeps, the lock, what migrations and restores have kept, what a copy left half-done.
    """
    folder, name = database.parent, database.name
    kept = (f"{name}-*", f"{name}.*", f".{name}.*")
    found = {path for pattern in kept for path in folder.glob(_literal(pattern, name))}
    files = [path for path in sorted(found) if path.is_file() and not path.is_symlink()]
    return [database, *files] if database.is_file() else files


def _literal(pattern: str, name: str) -> str:
    """Let signs of a file's own name that mean something to a glob mean themselves."""
    escaped = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
    return pattern.replace(name, escaped)
