"""What may befall a SQLite database, each done to a good one as it happens in the world."""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from storage.database import Database
from storage.models import Delivery, Person, Role, Standing
from tests.conftest import START

NAME = "dsn.db"
COPY = f"{NAME}.before-20261120T090000"
Break = Callable[[Path], None]


def fill(file: Path) -> None:
    """Put people and messages into a migrated file: enough that each table has several pages."""
    database = Database(f"sqlite:///{file}")
    with database.transaction() as session:
        for number in range(80):
            session.add(
                Person(
                    telegram_id=1_000 + number,
                    name=f"Person {number} " + "of a long name " * 6,
                    role=Role.COORDINATOR if number < 2 else Role.CORRESPONDENT,
                    standing=Standing.ACTIVE,
                    language="en",
                    zone="Europe/Brussels",
                    acknowledged_at=START,
                    created_at=START,
                )
            )
        session.flush()
        for number in range(300):
            session.add(
                Delivery(
                    key=f"filling:{number}:" + "x" * 80,
                    person_id=1 + number % 80,
                    kind="welcome",
                    due_at=START + timedelta(minutes=number),
                    next_try_at=START,
                    created_at=START,
                )
            )
    database.close()


def lay(good: Path, folder: Path) -> Path:
    """Lay a good database with an older copy beside it into a new folder; return its path."""
    folder.mkdir(parents=True)
    file = folder / NAME
    shutil.copy(good, file)
    shutil.copy(good, folder / COPY)
    for laid in (file, folder / COPY):
        laid.chmod(0o600)  # as the program makes them
    os.utime(folder / COPY, (START.timestamp(), START.timestamp()))
    return file


def _page(file: Path, name: str) -> tuple[int, int]:
    """Return the size of a page, and the root page of a table or an index."""
    with closing(sqlite3.connect(file)) as opened:
        size = opened.execute("PRAGMA page_size").fetchone()[0]
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return size, opened.execute(query, (name,)).fetchone()[0]


def _overwrite(file: Path, at: int, size: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"\xa5" * size)


def header(file: Path) -> None:
    _overwrite(file, 0, 100)


def table_page(file: Path) -> None:
    size, page = _page(file, "delivery")
    _overwrite(file, (page - 1) * size, size)


def index_page(file: Path) -> None:
    size, page = _page(file, "ix_delivery_state_next_try_at")
    _overwrite(file, (page - 1) * size, size)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def empty(file: Path) -> None:
    os.truncate(file, 0)


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("CREATE TABLE invoice (id INTEGER PRIMARY KEY, amount INTEGER)")
        opened.execute("INSERT INTO invoice (amount) VALUES (100)")


def a_text(file: Path) -> None:
    file.write_text("Dear colleagues,\n" * 500)


def later(file: Path) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("UPDATE alembic_version SET version_num = '20991231_later'")
    (file.parent / f"{file.name}-wal").unlink(missing_ok=True)


def log_alone(file: Path) -> None:
    """Lose the file, not its log: what the bot wrote last is in it."""
    aside = file.with_name("aside")
    script = (
        "import os, sqlite3, sys\n"
        "opened = sqlite3.connect(sys.argv[1])\n"
        "opened.execute('PRAGMA journal_mode=WAL')\n"
        "opened.execute(\"UPDATE person SET name = 'Late' WHERE id = 1\")\n"
        "opened.commit()\n"
        "os._exit(0)\n"  # killed: the log stays
    )
    subprocess.run(["python3", "-c", script, str(file)], check=True)
    assert file.with_name(f"{file.name}-wal").stat().st_size > 0
    file.rename(aside)


DAMAGED: dict[str, Break] = {
    "header": header,
    "table": table_page,
    "index": index_page,
    "cut": cut,
    "empty": empty,
    "text": a_text,
}
"""What a copy can take the place of."""


@contextmanager
def held_for_itself(file: Path) -> Iterator[None]:
    """Let another program keep the whole database for itself."""
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("PRAGMA locking_mode=EXCLUSIVE")
        opened.execute("BEGIN EXCLUSIVE")
        opened.execute("UPDATE person SET name = name WHERE id = 1")
        yield
        opened.rollback()


@contextmanager
def running(file: Path) -> Iterator[None]:
    """Hold the lock that a running bot holds."""
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        os.fchmod(lock.fileno(), 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def can_mount() -> bool:
    """Tell whether this machine lets a test mount a disk of its own."""
    if os.geteuid() != 0:
        return False
    folder = tempfile.mkdtemp()
    tried = subprocess.run(
        ["mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True, check=False
    )
    if tried.returncode == 0:
        subprocess.run(["umount", folder], check=True)
    Path(folder).rmdir()
    return tried.returncode == 0


@contextmanager
def disk(folder: Path, size: int) -> Iterator[None]:
    """Mount a disk of some bytes."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill_up(folder: Path) -> Path:
    """Write a file until the disk is full; return it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as opened:
        try:
            while True:
                opened.write(b"\0" * 4096)
        except OSError:
            pass
    return filler
