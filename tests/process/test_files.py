"""What the program writes is its owner's alone, whatever the umask; the doctor's remedies work."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from sqlmodel import select

from bot.desk import tables
from bot.process import file_check
from storage import backup, migrate, private
from storage.database import Database
from storage.models import Person
from tests.conftest import START
from tests.harness.program import program

NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277], ids=lambda mask: f"{mask:03o}")
def umask(request):
    """What a machine takes away from new files: nothing, the usual, and more than is good."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def open_umask():
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder):
    """Return the mode of everything below a folder, by its path in it."""
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.lstat().st_mode)
        for path in folder.rglob("*")
    }


@pytest.mark.usefixtures("umask")
def test_database_lock_and_what_sqlite_keeps_beside_it(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/some/where/dsn.db")
    migrate.upgrade(database, now=START)
    assert database.lock()
    with database.transaction() as session:
        session.exec(select(Person)).all()
        found = modes(tmp_path)
    database.close()
    assert found == {
        "some": 0o700,
        "some/where": 0o700,
        **{f"some/where/dsn.db{end}": 0o600 for end in ("", "-wal", "-shm", ".lock")},
    }


@pytest.mark.usefixtures("umask")
def test_copies_exports_and_what_is_kept_beside(sqlite, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    private.make_folder(out)
    backup.save(sqlite, out / "copy")
    kept = backup.restore(sqlite, out / "copy", now=START)
    again = Database(sqlite.url.render_as_string())
    migrate._copy(again, START)
    again.close()
    private.make_folder(out / "export" / "deep")
    tables.write(
        out / "export" / "deep", {"one": [{"a": 1}], "none": []}, {"one": ["a"], "none": []}
    )
    found = modes(tmp_path)
    assert len(found) > 8
    assert kept.said.endswith("before-restore-20261123T100000")
    shut = {name: mode for name, mode in found.items() if name != "out"}
    assert set(shut.values()) == {0o600, 0o700}
    assert {name for name, mode in shut.items() if mode == 0o700} == {
        "out/export",
        "out/export/deep",
    }


@pytest.mark.usefixtures("open_umask")
def test_the_commands_leave_nothing_open(tmp_path):
    for words in (["migrate"], ["backup", "copy"], ["restore", "copy"], ["export", "out"]):
        done = program(*words, folder=tmp_path)
        assert done.returncode == 0, done.stderr
    found = modes(tmp_path)
    assert {"data", "data/dsn.db", "copy", "out", "out/all.json"} <= set(found)
    assert any("before-restore" in name for name in found)
    assert set(found.values()) == {0o600, 0o700}


def test_a_link_is_not_written_through(tmp_path):
    """Whoever may write to a folder must not choose which file we overwrite."""
    target = tmp_path / "other"
    target.write_text("mine")
    (tmp_path / "link").symlink_to(target)
    with pytest.raises(FileExistsError):
        private.make(tmp_path / "link")
    (tmp_path / "loose").symlink_to(tmp_path / "gone")
    with pytest.raises(FileExistsError):
        private.make(tmp_path / "loose")
    database = Database(f"sqlite:///{tmp_path / 'dsn.db'}")
    (tmp_path / "dsn.db.lock").symlink_to(target)
    with pytest.raises(OSError, match="symbolic links"):
        database.lock()
    database.close()
    assert target.read_text() == "mine"
    assert not (tmp_path / "gone").exists()


def test_a_file_in_a_folders_place_is_said(tmp_path):
    (tmp_path / "data").write_text("no folder")
    done = program("migrate", folder=tmp_path)
    said = f"dsn-bot: the database cannot be opened: Not a directory ({tmp_path}/data): "
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert done.stderr.startswith(said)


def test_what_an_earlier_version_left_open_is_shut_at_the_start_with_a_line(tmp_path):
    assert program("migrate", folder=tmp_path).returncode == 0
    data = tmp_path / "data"
    names = ["dsn.db", "dsn.db.lock", "dsn.db.before-20261101T000000"]
    for name in names:
        (data / name).touch()
        (data / name).chmod(0o644)
    (data / "other.txt").write_text("not ours")
    (data / "other.txt").chmod(0o644)
    done = program("migrate", folder=tmp_path)
    lines = done.stderr.splitlines()
    assert lines.pop() == f"dsn-bot: database {data}/dsn.db"
    assert len(lines) == len(names)
    for name in names:
        assert any(
            line.startswith(f"dsn-bot: others could get at {data}/{name} (mode 644)")
            for line in lines
        )
        assert modes(data)[name] == 0o600
    assert modes(data)["other.txt"] == 0o644
    assert program("migrate", folder=tmp_path).stderr == f"dsn-bot: database {data}/dsn.db\n"


# --- the doctor ------------------------------------------------------------------------------


def examined(database="data/dsn.db"):
    """Return the doctor's lines on files, and the commands that it gives as remedies."""
    findings = list(file_check.examine(Path(database)))
    remedies = [finding.remedy.rpartition("as root: ")[2] for finding in findings]
    return [finding.line() for finding in findings], [remedy for remedy in remedies if remedy]


def carry_out(remedies, folder):
    for remedy in remedies:
        subprocess.run(remedy, shell=True, cwd=folder, check=True)


@pytest.fixture
def place(tmp_path, sqlite_template, monkeypatch):
    """A folder with settings, a secret and a database, all as they should be."""
    tmp_path.chmod(0o755)
    private.make_folder(tmp_path / "data")
    shutil.copy(sqlite_template, tmp_path / "data" / "dsn.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DSN_HOME", str(tmp_path))
    for name in ("BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"):
        monkeypatch.delenv(f"DSN_{name}_FILE", raising=False)
    monkeypatch.setenv("DSN_BOT_TOKEN_FILE", "a token")
    (tmp_path / ".env").write_text("DSN_LOG_LEVEL=info\n")
    (tmp_path / ".env").chmod(0o600)
    (tmp_path / "a token").write_text("123456:ABCDEF")
    (tmp_path / "a token").chmod(0o600)
    return tmp_path


def test_what_is_shut_is_said_in_a_line(place):
    said = ["OK    files        3, none of them open to other users"]
    assert examined()[0] == said
    done = program(
        "doctor", folder=place, bot_api_url="http://127.0.0.1:1", bot_token_file="a token"
    )
    assert [line for line in done.stdout.splitlines() if line.split()[1] == "files"] == said
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("data/dsn.db", 0o644),
        ("data/dsn.db", 0o660),
        ("data/dsn.db-wal", 0o640),
        ("data/dsn.db.before-restore-20261101T000000", 0o604),
        ("data/.dsn.db.unfinished", 0o644),
        (".env", 0o644),
        ("a token", 0o444),
    ],
)
def test_an_open_file_is_named_and_its_remedy_shuts_it(place, name, mode):
    path = place / name
    path.touch()
    path.chmod(mode)
    lines, remedies = examined()
    assert len(lines) == 1
    assert lines[0].startswith("FAIL")
    assert name in lines[0]
    assert f"(mode {mode:o})" in lines[0]
    carry_out(remedies, place)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    lines, _ = examined()
    assert lines[0].startswith("OK")


def test_several_are_one_line_and_one_command(place):
    (place / "data" / "dsn.db.before-20261101T000000").touch()
    for path in (place / "data").iterdir():
        path.chmod(0o644)
    lines, remedies = examined()
    assert len(lines) == len(remedies) == 1
    carry_out(remedies, place)
    assert examined()[0][0].startswith("OK")


def test_a_folder_that_others_may_write_to_is_named(place):
    (place / "data").chmod(0o777)
    lines, remedies = examined()
    assert "others can put files into" in lines[0]
    carry_out(remedies, place)
    assert examined()[0][0].startswith("OK")


@as_root
@pytest.mark.parametrize("name", ["data/dsn.db", "data/dsn.db.lock"])
def test_a_file_of_another_owner_is_named_and_its_remedy_gives_it_back(place, name):
    path = place / name
    path.touch()
    path.chmod(0o600)
    os.chown(path, NOBODY, NOBODY)
    lines, remedies = examined()
    assert lines[0].startswith("FAIL")
    assert "belong" in lines[0]
    carry_out(remedies, place)
    assert path.stat().st_uid == os.geteuid()
    assert examined()[0][0].startswith("OK")


@as_root
def test_root_leaves_what_it_writes_to_the_owner_of_the_folder(tmp_path):
    """What root does once must not keep the bot's own user out."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    os.chown(data, NOBODY, NOBODY)
    database = Database(f"sqlite:///{data / 'dsn.db'}")
    migrate.upgrade(database, now=START)
    assert database.lock()
    backup.save(database, data / "copy")
    private.make_folder(data / "out")
    tables.write(data / "out", {}, {})
    database.close()
    owners = {path.name: path.stat().st_uid for path in data.rglob("*")}
    assert {"dsn.db", "dsn.db.lock", "copy", "out", "all.json"} <= set(owners)
    assert set(owners.values()) == {NOBODY}
    assert examined(data / "dsn.db")[0][0].startswith("OK")


@as_root
def test_another_user_is_told_as_whom_to_run_it(place):
    """The remedy of a database that is somebody else's is not to make it everybody's."""
    shutil.copytree(place / "data", place / "theirs")
    for path in (place / "theirs", *(place / "theirs").iterdir()):
        os.chown(path, NOBODY, NOBODY)
    os.chown(place / "theirs", 0, 0)
    lines, remedies = examined("theirs/dsn.db")
    assert "run dsn-bot as nobody" in lines[0]
    carry_out(remedies, place)
    assert examined("theirs/dsn.db")[0][0].startswith("OK")
