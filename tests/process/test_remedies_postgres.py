"""What keeps a PostgreSQL from being used, with each command; and each remedy, carried out."""

import re
import socket
import struct
import threading
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.harness.commands import Case, Commands
from tests.process import test_remedies
from tests.process.test_remedies import COMMANDS, finding

PASSWORD = "correct-horse"
GUARDED = [name for name in COMMANDS if name != "practice"]


@pytest.fixture(scope="module")
def commands():
    started = Commands()
    yield started
    started.close()


def cases(url, folder, names=GUARDED):
    (folder / "copy").write_bytes(b"PGDMP")
    settings = {"database_url": url, "bot_api_url": test_remedies.NOWHERE, "trial": "1"}
    words = COMMANDS | {"restore": ["restore", "copy"]}
    found = []
    for name in names:
        own = dict(settings, bot_token=test_remedies.TOKEN) if name == "run" else settings
        found.append(Case(words[name], str(folder), own))
    return found


def refused(commands, url, folder, said, remedy):
    """Give each command on a database that cannot be used; hold its line against the rule."""
    for name, done in zip(GUARDED, commands.run(cases(url, folder)), strict=True):
        assert "Traceback" not in done.out + done.err, (name, done.err)
        assert PASSWORD not in done.out + done.err
        assert done.status in (1, 65), (name, done)
        line = finding(done) if name == "doctor" else done.err
        assert len(line.strip().splitlines()) == 1
        assert re.search(said, line), (name, line)
        assert remedy in line, (name, line)


def accepted(commands, url, folder):
    """Hold that the doctor finds nothing wrong with the database any more."""
    (migrated,) = commands.run(cases(url, folder, ["migrate"]))
    assert migrated.status == 0, migrated.err
    (looked,) = commands.run(cases(url, folder, ["doctor"]))
    assert finding(looked).startswith("OK"), looked.out


def on_server(url, *statements):
    database = Database(url)
    raw = database.engine.execution_options(isolation_level="AUTOCOMMIT")
    with raw.connect() as connection:
        for statement in statements:
            found = connection.execute(text(statement))
            values = found.scalars().all() if found.returns_rows else []
    database.close()
    return values


def test_where_no_server_answers_it_is_to_be_started(commands, tmp_path, unused_tcp_port):
    url = f"postgresql://bot:{PASSWORD}@127.0.0.1:{unused_tcp_port}/dsn"
    refused(commands, url, tmp_path, "no server answers", "start PostgreSQL, or correct host and")


def test_a_database_that_is_missing_is_made(commands, postgres_server, tmp_path):
    url = postgres_server.replace("/postgres?", "/dsn_missing?")
    refused(commands, url, tmp_path, "there is no such database", "createdb")
    on_server(postgres_server, "CREATE DATABASE dsn_missing")  # what createdb does
    accepted(commands, url, tmp_path)
    on_server(postgres_server, "DROP DATABASE dsn_missing WITH (FORCE)")


def as_user(url, user, password):
    return re.sub(r"//[^@/]*@", f"//{user}:{password}@", url)


def test_a_user_that_is_missing_is_made(commands, postgres_server, postgres_url, tmp_path):
    url = as_user(postgres_url, "newcomer", PASSWORD)
    refused(commands, url, tmp_path, "there is no such user", "createuser")
    on_server(postgres_server, "CREATE USER newcomer SUPERUSER")  # what createuser does
    accepted(commands, url, tmp_path)
    on_server(postgres_server, "DROP USER newcomer")


@pytest.fixture
def guarded(postgres_server):
    """A user whom the server asks for a password."""
    (place,) = on_server(postgres_server, "SHOW hba_file")
    rules = Path(place)
    before = rules.read_text()
    rules.write_text(f"local all guarded scram-sha-256\n{before}")
    on_server(
        postgres_server,
        f"CREATE USER guarded SUPERUSER PASSWORD '{PASSWORD}'",
        "SELECT pg_reload_conf()",
    )
    yield "guarded"
    rules.write_text(before)
    on_server(postgres_server, "DROP USER guarded", "SELECT pg_reload_conf()")


def test_a_wrong_password_is_corrected(commands, guarded, postgres_url, tmp_path):
    wrong = as_user(postgres_url, guarded, "wrong")
    refused(commands, wrong, tmp_path, "the password is not accepted", "correct the password in")
    accepted(commands, as_user(postgres_url, guarded, PASSWORD), tmp_path)


def test_a_database_that_holds_anothers_tables_is_left_alone(
    commands, postgres_server, postgres_url, tmp_path
):
    on_server(postgres_server, "CREATE DATABASE dsn_foreign")
    url = postgres_server.replace("/postgres?", "/dsn_foreign?")
    on_server(url, "CREATE TABLE invoice (id integer)", "INSERT INTO invoice VALUES (1)")
    refused(commands, url, tmp_path, "belongs to another program", "correct DSN_DATABASE_URL")
    names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert on_server(url, names) == ["invoice"]
    accepted(commands, postgres_url, tmp_path)
    on_server(postgres_server, "DROP DATABASE dsn_foreign WITH (FORCE)")


def test_a_later_version_is_named_and_a_user_without_rights_too(
    commands, postgres_server, postgres_url, tmp_path
):
    on_server(postgres_url, "UPDATE alembic_version SET version_num = '20991231_later'")
    names = ["run", "migrate", "invite", "export"]
    for done in commands.run(cases(postgres_url, tmp_path, names)):
        assert done.status in (1, 65)
        assert "at 20991231_later, which this version does not know: run the version" in done.err
        assert len(done.err.splitlines()) == 1
    on_server(postgres_url, "CREATE USER reader", "REVOKE ALL ON SCHEMA public FROM PUBLIC")
    done = commands.run(cases(as_user(postgres_url, "reader", "x"), tmp_path, ["migrate"]))[0]
    assert done.status == 1
    assert len(done.err.splitlines()) == 1, done.err
    assert "let the user of DSN_DATABASE_URL own the database and its schema public" in done.err
    on_server(postgres_server, "DROP USER reader")


# --- a server that is too old -----------------------------------------------------------------


def _message(kind, body):
    return kind + struct.pack("!I", len(body) + 4) + body


GREETING = (
    _message(b"R", struct.pack("!I", 0))
    + _message(b"S", b"server_version\x0013.4\x00")
    + _message(b"S", b"client_encoding\x00UTF8\x00")
    + _message(b"S", b"standard_conforming_strings\x00on\x00")
    + _message(b"Z", b"I")
)
"""All that a server says before it is asked anything (PostgreSQL manual, message flow)."""


@contextmanager
def an_old_server():
    """Greet as a PostgreSQL 13 does, on a port of this machine; yield the port."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        threading.Thread(target=_greet, args=(server,), daemon=True).start()
        yield server.getsockname()[1]


def _greet(server):
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            (length,) = struct.unpack("!I", connection.recv(4))
            connection.recv(length - 4)
            connection.sendall(GREETING)
            connection.recv(1)


def test_a_server_that_is_too_old_is_to_be_replaced(commands, postgres_url, tmp_path):
    with an_old_server() as port:
        url = f"postgresql://bot@127.0.0.1:{port}/dsn?sslmode=disable&gssencmode=disable"
        refused(commands, url, tmp_path, r"PostgreSQL 13\.4", "use PostgreSQL 14 or later")
    accepted(commands, postgres_url, tmp_path)
