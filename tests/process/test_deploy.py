"""Units, container file and compose file: what can be tried of them without the platforms."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.core.version import VERSION
from tests.process.test_image import is_left_out

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs/deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
SERVING = ("dsn-bot.service", "dsn-bot-backup.service")
EXPOSED_AT_MOST = 2.0
"""By systemd's own count: 10 is unfenced; up to 2 it calls a service well fenced."""
MULTILINE = re.MULTILINE
CONTAINERFILE = (DEPLOY / "Containerfile").read_text()


def need(program):
    if shutil.which(program) is None:
        pytest.skip(f"NOT TESTED: {program} is missing")


@pytest.fixture
def units(tmp_path):
    """The units as they are, with a program that is here in the place of what is not."""
    need("systemd-analyze")
    for unit in (*UNITS, *DEPLOY.glob("*.timer")):
        text = unit.read_text().replace("/srv/dsn-bot/.venv/bin/dsn-bot", "/bin/true")
        (tmp_path / unit.name).write_text(text)
    return tmp_path


def test_systemd_finds_nothing_wrong_with_the_units(units):
    files = sorted(map(str, units.iterdir()))
    done = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize("unit", [unit.name for unit in UNITS])
def test_every_unit_is_fenced_well(units, unit):
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", str(units / unit)],
        capture_output=True,
        text=True,
    )
    level = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert level is not None, done.stderr
    assert float(level.group(1)) <= EXPOSED_AT_MOST, done.stdout


def settings_of(unit):
    lines = (DEPLOY / unit).read_text().partition("[Service]")[2].partition("[Install]")[0]
    return [line for line in lines.splitlines() if "=" in line and not line.startswith("#")]


def test_the_bot_and_its_copies_are_fenced_alike():
    own = ("ExecStart", "Environment=", "LoadCredential", "Restart", "Timeout", "Type", "ReadWrite")
    bot, backup = (
        [line for line in settings_of(unit) if not line.startswith(own)] for unit in SERVING
    )
    assert bot == backup
    assert len(bot) > 20
    assert "OnFailure=dsn-bot-backup-failed.service" in (DEPLOY / SERVING[1]).read_text()


def test_the_user_and_the_folders_of_the_units_are_made():
    users = (DEPLOY / "dsn-bot.sysusers").read_text()
    folders = re.findall(r"^d (\S+)", (DEPLOY / "dsn-bot.tmpfiles").read_text(), MULTILINE)
    for unit in SERVING:
        told = dict(line.split("=", 1) for line in settings_of(unit))
        assert re.search(rf"^u {told['User']} ", users, MULTILINE)
        assert {told["WorkingDirectory"], *told["ReadWritePaths"].split()} <= set(folders)
    need("systemd-sysusers")
    done = subprocess.run(
        ["systemd-sysusers", "--dry-run", str(DEPLOY / "dsn-bot.sysusers")],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_the_folders_are_made_as_they_are_described(tmp_path):
    need("systemd-tmpfiles")
    if os.geteuid() != 0:
        pytest.skip("NOT TESTED: only root can give folders to others")
    # Another root without users of its own: the numbers of users that are here stand for them.
    text = (DEPLOY / "dsn-bot.tmpfiles").read_text()
    file = tmp_path / "dsn-bot.conf"
    file.write_text(re.sub(r"\bdsn\b(?!-)(?=.* -$)|(?<= )dsn(?= )", "65534", text))
    root = tmp_path / "root"
    root.mkdir()
    command = ["systemd-tmpfiles", "--create", f"--root={root}", str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for name, mode, owner in (
        ("srv/dsn-bot", 0o755, 0),
        ("srv/dsn-bot/data", 0o700, 65534),
        ("srv/dsn-backups", 0o700, 65534),
        ("etc/dsn-bot", 0o750, 0),
    ):
        made = (root / name).stat()
        assert (stat.S_IMODE(made.st_mode), made.st_uid) == (mode, owner), name


# --- the image -------------------------------------------------------------------------------


def test_the_image_runs_as_a_number_and_needs_no_folder_but_data():
    assert re.search(r"^USER \d+:\d+$", CONTAINERFILE, MULTILINE)
    assert len(re.findall(r"^FROM ", CONTAINERFILE, MULTILINE)) == 2
    assert re.search(
        r"^ARG BASE=\S+(@sha256:[0-9a-f]{64}|:\d+\.\d+-\S+)$", CONTAINERFILE, re.MULTILINE
    )
    assert "/healthz?live=1" in CONTAINERFILE
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["bot"]
    assert told["read_only"]
    assert f"USER {told['user']}\n" in CONTAINERFILE
    assert told["cap_drop"] == ["ALL"]


def test_the_client_of_postgresql_is_no_older_than_the_server():
    (client,) = re.findall(
        r"^ARG POSTGRESQL_CLIENT=postgresql-client-(\d+)$", CONTAINERFILE, re.MULTILINE
    )
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    server = re.search(r"postgres:(\d+)", services["database"]["image"])
    assert server is not None
    assert int(client) >= int(server.group(1))


def python(*words, path, folder, **more):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=folder,
        env=env | {"PYTHONPATH": str(path)} | more,
        capture_output=True,
        text=True,
        timeout=100,
    )


def test_the_steps_of_the_image_carried_out_in_a_clean_folder_give_a_program(tmp_path):
    """What `.dockerignore` lets in is made a wheel; the wheel runs where nothing can be written."""
    source, wheels, site = (tmp_path / name for name in ("src", "wheels", "site"))
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    for name in listed:
        if not is_left_out(name) and (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    step = re.search(r"pip wheel --no-cache-dir (.*) --wheel-dir /wheels \.", CONTAINERFILE)
    assert step is not None
    built = python(
        "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", *step.group(1).split(),
        "--wheel-dir", wheels, source, path="", folder=tmp_path,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (wheel,) = wheels.iterdir()
    assert wheel.name == f"dsn_bot-{VERSION}-py3-none-any.whl"
    installed = python(
        "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index",
        "--no-compile", "--no-deps", "--target", site, wheel, path="", folder=tmp_path,
    )  # fmt: skip
    assert installed.returncode == 0, installed.stderr
    for path in (site, *site.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    app = tmp_path / "app"
    (app / "data").mkdir(parents=True)
    app.chmod(0o555)
    start = "from bot.process.program import main; main()"
    where = python("-c", "import bot.features, storage, config; print(bot.features.__file__)",
                   path=site, folder=app)  # fmt: skip
    assert where.stdout.startswith(str(site)), where.stderr
    done = python("-c", start, "--version", path=site, folder=app)
    assert done.stdout == f"dsn-bot {VERSION}\n", done.stderr
    done = python("-c", start, "migrate", path=site, folder=app, DSN_HOME=str(app))
    assert done.returncode == 0, done.stderr
    assert (app / "data/dsn.db").is_file()
    assert [path.name for path in app.iterdir()] == ["data"]
    assert not list(site.rglob("__pycache__"))
    app.chmod(0o755)
