"""Where the program looks and writes: in its home, wherever and as whomever it is called."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.harness.commands import WITHOUT_PRIVILEGES
from tests.harness.program import program
from tests.harness.surroundings import PROJECT, environment

NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
WITHOUT_A_DATABASE = [
    ["invite", "--role", "coordinator"],
    ["retention"],
    ["forget", "8", "--reason", "asked"],
    ["backup", "copy"],
    ["export", "out"],
    ["digest"],
]
SETTINGS = "DSN_BOT_TOKEN=123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"


@pytest.fixture
def home(tmp_path):
    """A home whose path has a space and an accent in it, and another folder to stand in."""
    folder = tmp_path / "our network é"
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    return folder


def installed(tmp_path):
    """Return a copy of the packages as a wheel puts them: no project file beside them."""
    packages = tmp_path / "site-packages"
    for name in ("bot", "config", "storage"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / name, packages / name, ignore=ignored)
    return packages


def run(*words, packages, folder, **own):
    """Run the program of *packages* with nothing of ours in its surroundings."""
    surroundings = {name: value for name, value in environment().items() if name[:4] != "DSN_"}
    return subprocess.run(
        [sys.executable, "-c", "from bot.process.program import main; main()", *words],
        cwd=folder,
        env=surroundings | {"PYTHONPATH": str(packages), **own},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("words", WITHOUT_A_DATABASE, ids=lambda words: words[0])
def test_a_command_where_no_database_is_makes_none(home, tmp_path, words):
    done = program(*words, folder=tmp_path / "elsewhere", home=home)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"dsn-bot: there is no database at {home}/data/dsn.db: ")
    assert list(home.iterdir()) == []
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_doctor_makes_none_either(home, tmp_path):
    done = program("doctor", folder=tmp_path / "elsewhere", home=home)
    assert f"there is none at {home}/data/dsn.db yet" in done.stdout
    assert list(home.iterdir()) == []


def test_every_command_uses_the_database_of_the_home_and_says_so(home, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    used = f"dsn-bot: database {home}/data/dsn.db\n"
    commands = [["migrate"], *(words for words in WITHOUT_A_DATABASE if words[0] != "forget")]
    for words in (*commands, ["restore", "copy"]):
        done = program(*words, folder=elsewhere, home=home)
        assert (done.returncode, done.stderr) == (0, used), words
    assert sorted(path.name for path in elsewhere.iterdir()) == ["copy", "out"]


def test_a_relative_database_counts_from_the_home(home, tmp_path):
    (home / ".env").write_text("DSN_DATABASE_URL=sqlite:///kept/own.db\n")
    (home / ".env").chmod(0o600)
    done = program("migrate", folder=tmp_path / "elsewhere", home=home)
    assert done.stderr == f"dsn-bot: database {home}/kept/own.db\n"
    assert (home / "kept" / "own.db").is_file()


def test_a_home_that_is_not_there_is_refused(tmp_path):
    for words in (["migrate"], ["run"], ["doctor"]):
        done = program(*words, folder=tmp_path, home=tmp_path / "gone")
        assert done.returncode == (78 if words == ["run"] else 1)
        assert f"DSN_HOME: there is no folder {tmp_path}/gone" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "gone").exists()


def test_a_secret_of_the_env_file_may_lie_in_a_file_of_its_own(home, tmp_path):
    (home / ".env").write_text("DSN_DATABASE_URL_FILE=secrets/address\nDSN_BOT_TOKEN=\n")
    (home / "secrets").mkdir()
    (home / "secrets" / "address").write_text(f"sqlite:///{home}/by-file.db\n")
    elsewhere = tmp_path / "elsewhere"
    done = program("migrate", folder=elsewhere, home=home)
    assert done.stderr == f"dsn-bot: database {home}/by-file.db\n"
    # The environment goes before the file.
    url = f"sqlite:///{home}/other.db"
    done = program("migrate", folder=elsewhere, home=home, database_url=url)
    assert done.stderr == f"dsn-bot: database {home}/other.db\n"


def test_a_name_that_nobody_reads_is_named_with_the_one_that_was_meant(home, tmp_path):
    (home / ".env").write_text("DSN_BOT_TOKN=secret-value\nOTHER=1\n")
    wanted = f"DSN_BOT_TOKN in {home}/.env is no setting: perhaps DSN_BOT_TOKEN is meant"
    done = program("migrate", folder=tmp_path, home=home, databse_url="secret-value")
    lines = done.stderr.splitlines()
    assert f"dsn-bot: {wanted}" in lines
    said = "DSN_DATABSE_URL in the environment is no setting: perhaps DSN_DATABASE_URL is meant"
    assert f"dsn-bot: {said}" in lines
    doctor = program("doctor", folder=tmp_path, home=home, databse_url="secret-value")
    assert f"WARN  settings     {wanted}" in doctor.stdout
    said = done.stdout + done.stderr + doctor.stdout + doctor.stderr
    assert "secret-value" not in said


# --- as installed from a wheel ------------------------------------------------------------------


def test_without_a_checkout_the_home_is_the_users_data_folder(tmp_path):
    packages, folder = installed(tmp_path), tmp_path / "elsewhere"
    folder.mkdir()
    own = {"HOME": str(tmp_path / "user"), "XDG_DATA_HOME": ""}
    done = run("migrate", packages=packages, folder=folder, **own)
    where = tmp_path / "user" / ".local" / "share" / "dsn-bot"
    assert (done.returncode, done.stderr) == (0, f"dsn-bot: database {where}/data/dsn.db\n")
    assert list(folder.iterdir()) == []


def test_the_database_of_a_working_folder_of_before_is_not_forgotten(tmp_path):
    packages, folder = installed(tmp_path), tmp_path / "service"
    folder.mkdir()
    own = {"HOME": str(tmp_path / "user"), "XDG_DATA_HOME": ""}
    assert program("migrate", folder=folder).returncode == 0
    refused = run("migrate", packages=packages, folder=folder, **own)
    assert refused.returncode == 1
    assert f"set DSN_HOME={folder}" in refused.stderr
    assert not (tmp_path / "user").exists()
    done = run("migrate", packages=packages, folder=folder, **own, DSN_HOME=str(folder))
    assert done.returncode == 0


def test_a_checkout_is_its_own_home_and_keeps_a_file_that_was_edited_in_place(tmp_path):
    tree = installed(tmp_path)
    (tree / "pyproject.toml").touch()
    shipped = tree / "config" / "network.toml"
    text = shipped.read_text(encoding="utf-8").replace("democracy-support@example.org", "a@b.eu")
    shipped.write_text(text, encoding="utf-8")
    done = run("migrate", packages=tree, folder=tmp_path)
    assert done.stderr == f"dsn-bot: database {tree}/data/dsn.db\n"
    said = run("doctor", packages=tree, folder=tmp_path).stdout
    assert "privacy.contact is still the example's" not in said
    assert f"as it comes with this version: there is no {tree}/network.toml" in said


def test_a_tree_that_is_read_only_serves_a_home_elsewhere(home, tmp_path):
    packages = installed(tmp_path)
    for path in (packages, *packages.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    prefix = WITHOUT_PRIVILEGES if os.geteuid() == 0 else ()
    own = environment(home=home) | {"PYTHONPATH": str(packages)}
    for word in ("migrate", "retention"):
        done = subprocess.run(
            [*prefix, sys.executable, "-c", "from bot.process.program import main; main()", word],
            cwd="/",
            env=own,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, f"dsn-bot: database {home}/data/dsn.db\n")


@as_root
def test_what_root_restores_stays_its_owners(tmp_path):
    """The folder is root's, as an administrator makes it; the database is the service's."""
    assert program("migrate", folder=tmp_path).returncode == 0
    assert program("backup", "copy", folder=tmp_path).returncode == 0
    for path in (tmp_path / "data").iterdir():
        os.chown(path, NOBODY, NOBODY)
    (tmp_path / "data" / "dsn.db.lock").unlink(missing_ok=True)
    done = program("restore", "copy", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    found = {path.name: path.stat().st_uid for path in (tmp_path / "data").iterdir()}
    assert len(found) >= 3
    assert set(found.values()) == {NOBODY}, found
