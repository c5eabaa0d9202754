"""What the doctor says of files: the database, what lies beside it, settings and secrets.

Each should be its owner's alone, and its owner the user who runs the bot. Root may look at any:
of the database the owner of its folder counts then.
"""

import os
import pwd
import shlex
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.process.findings import Finding, fail, ok
from config import settings as machine
from storage import private

ABOUT = "files"
BY_GROUP = 0o040
WRITTEN_BY_OTHERS = 0o022
HANDED_OVER = "/run/"
"""Where systemd and container platforms put secrets, with modes of their own."""


def examine(database: Path | None) -> Iterator[Finding]:
    """Look at modes and owners; *database* is None where it is not a file."""
    found = [*_settings()]
    looked_at = [path for path in _settings_files() if path.exists()]
    if database is not None and _is_there(database):
        found += _database(database)
        looked_at += private.beside(database)
    yield from found
    if not found and looked_at:
        yield ok(ABOUT, f"{len(looked_at)}, none of them open to other users")


def _is_there(database: Path) -> bool:
    """Tell whether there is a file; in a folder that is shut to this user nothing can be seen.

    What is wrong then, and the remedy, stands on the doctor's line of the database.
    """
    try:
        return database.exists()
    except PermissionError:
        return False


def _database(database: Path) -> Iterator[Finding]:
    folder, files = database.absolute().parent, private.beside(database)
    yield from _open(files)
    mode = private.mode_of(folder)
    if mode & WRITTEN_BY_OTHERS and not mode & stat.S_ISVTX:
        said = f"others can put files into {folder} (mode {mode:o})"
        yield fail(ABOUT, said, f"chmod go-w {_quoted([folder])}")
    owner = database.stat().st_uid
    wanted = os.geteuid() or folder.stat().st_uid
    if owner != wanted:
        said = f"{database} belongs to {_login(owner)}, not to {_login(wanted)}"
        # Nobody but root can give it away; whoever else it belongs to can use it.
        remedy = f"run dsn-bot as {_login(owner)}, or as root: {_chown(wanted, files)}"
        yield fail(ABOUT, said, remedy)
        return
    strange = [path for path in files if path.stat().st_uid != owner]
    if strange:
        said = f"{_listed(strange)} does not belong to {_login(owner)}, whose the database is"
        yield fail(ABOUT, said, f"as root: {_chown(owner, strange)}")


def _settings() -> Iterator[Finding]:
    files = [path for path in _settings_files() if path.is_file()]
    yield from _open(files)
    me = os.geteuid()
    strange = [path for path in files if me and path.stat().st_uid not in (0, me)]
    if strange:
        said = f"{_listed(strange)} does not belong to {_login(me)}: another can change it"
        yield fail(ABOUT, said, f"as root: {_chown(me, strange)}")


def _settings_files() -> list[Path]:
    """Return the file of settings, and those with a secret that no platform hands over."""
    handed_over = (HANDED_OVER, os.environ.get("CREDENTIALS_DIRECTORY", HANDED_OVER))
    named = machine.secret_files().values()
    own = [path for path in named if not str(path).startswith(handed_over)]
    return [machine.env_file(), *own]


def _open(files: Iterable[Path]) -> Iterator[Finding]:
    """Yield the files that others can read or change, with one command for all of them."""
    bad = [path for path in files if private.mode_of(path) & _too_much(path)]
    if bad:
        modes = ", ".join(f"{private.mode_of(path):o}" for path in bad)
        said = f"other users can get at {_listed(bad)} (mode {modes})"
        yield fail(ABOUT, said, f"chmod 600 {_quoted(bad)}")


def _too_much(path: Path) -> int:
    """Return the bits that a file must not have; root's may be read by a group."""
    is_lent = path.stat().st_uid == 0 and os.geteuid() != 0
    return private.OTHERS & ~BY_GROUP if is_lent else private.OTHERS


def _listed(files: Iterable[Path]) -> str:
    return ", ".join(str(path) for path in files)


def _quoted(files: Iterable[Path]) -> str:
    return " ".join(shlex.quote(str(path)) for path in files)


def _chown(user: int, files: Iterable[Path]) -> str:
    return f"chown {_login(user)} {_quoted(files)}"


def _login(user: int) -> str:
    """Return a user's name, or their number where the machine has none for it."""
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
