"""Where there is no database yet: what keeps one from being made, and the remedy carried out."""

import os
import re
import subprocess

import pytest

from tests.harness.commands import Case, Commands

NOWHERE = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def unprivileged():
    """Commands that the modes of files hold for, also where the tests run as root."""
    commands = Commands(privileged=False)
    yield commands
    commands.close()


def on_database(commands, folder, url):
    settings = {"database_url": url, "bot_api_url": NOWHERE}
    (done,) = commands.run([Case(["doctor"], str(folder), settings)])
    assert "Traceback" not in done.err
    (line,) = [line for line in done.out.splitlines() if line.split()[1] == "database"]
    return line


@pytest.mark.parametrize("made", [True, False], ids=["its folder", "the folder above"])
def test_a_folder_that_cannot_be_written_to_is_named_and_the_remedy_works(
    tmp_path, unprivileged, made
):
    place = tmp_path / "with space" / "place"
    place.mkdir(parents=True)
    file = place / "dsn.db" if made else place / "data" / "dsn.db"
    url = f"sqlite:///{file}"
    place.chmod(0o500)
    line = on_database(unprivileged, tmp_path, url)
    said, _, remedy = line.partition(" → ")
    assert said.startswith("FAIL")
    assert f"{place} cannot be written to by" in said
    assert "correct DSN_DATABASE_URL" not in remedy, "the address is right"
    subprocess.run(remedy, shell=True, check=True)
    assert on_database(unprivileged, tmp_path, url).startswith("WARN")
    (done,) = unprivileged.run([Case(["migrate"], str(tmp_path), {"database_url": url})])
    assert (done.status, file.exists()) == (0, True), done


def test_of_a_folder_that_is_anothers_a_folder_of_ones_own_is_made(tmp_path, unprivileged):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to somebody else")
    place = tmp_path / "programs"
    place.mkdir(mode=0o755)
    os.chown(place, 65534, 65534)
    url = f"sqlite:///{place}/data/dsn.db"
    remedy = on_database(unprivileged, tmp_path, url).partition(" → ")[2]
    command = re.fullmatch(r"as root: (install .*); or correct DSN_DATABASE_URL", remedy)
    assert command is not None, remedy
    subprocess.run(command.group(1), shell=True, check=True)
    assert place.stat().st_uid == 65534, "the folder of the program stays whose it was"
    (done,) = unprivileged.run([Case(["migrate"], str(tmp_path), {"database_url": url})])
    assert done.status == 0, done.err


def test_a_file_where_a_folder_should_be_is_named(tmp_path, unprivileged):
    (tmp_path / "data").touch()
    line = on_database(unprivileged, tmp_path, f"sqlite:///{tmp_path}/data/dsn.db")
    assert line.startswith("FAIL")
    assert "data is no folder → correct DSN_DATABASE_URL" in line
