"""Settings and the organiser's file: a mistake is one clear line, and never shows a secret."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.process.program import NOT_SET_RIGHT
from config import settings
from config.network import FILE, NetworkFileError, load_network
from config.settings import SettingsError
from tests.harness import program as here

SECRET = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch, tmp_path):
    for name in ("BOT_TOKEN", "DATABASE_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "LISTEN"):
        monkeypatch.delenv(f"DSN_{name}", raising=False)
    monkeypatch.setenv("DSN_HOME", str(tmp_path))


def test_the_defaults_are_those_of_the_contract(tmp_path):
    found = settings.load()
    assert found.bot_token is None
    assert found.bot_api_url == "https://api.telegram.org"
    assert found.database_url == f"sqlite:///{tmp_path}/data/dsn.db"
    assert (found.log_level, found.log_format) == ("info", "console")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DSN_LOG_LEVEL", "loud", "DSN_LOG_LEVEL"),
        ("DSN_BOT_API_URL", "ftp://x", "DSN_BOT_API_URL"),
        ("DSN_DATABASE_URL", "mysql://root:hidden@x/y", "DSN_DATABASE_URL"),
        ("DSN_LISTEN", "8080", "DSN_LISTEN"),
        ("DSN_BOT_TOKEN", "hidden token", "DSN_BOT_TOKEN"),
        ("DSN_WEBHOOK_URL", "https://bot.example.org", "DSN_WEBHOOK_SECRET"),
    ],
)
def test_a_typo_is_one_line_that_names_the_setting(monkeypatch, name, value, says):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "hidden" not in str(refused.value)


def test_secrets_may_come_from_files_and_are_never_shown(monkeypatch, tmp_path):
    path = tmp_path / "token"
    path.write_text(f"{SECRET}\n")
    monkeypatch.setenv("DSN_BOT_TOKEN_FILE", str(path))
    found = settings.load()
    assert found.bot_token.get_secret_value() == SECRET
    assert SECRET not in repr(found)
    monkeypatch.setenv("DSN_BOT_TOKEN_FILE", str(tmp_path / "gone"))
    with pytest.raises(SettingsError, match="DSN_BOT_TOKEN_FILE"):
        settings.load()


@pytest.mark.parametrize("secret", ["short", "x" * 15, "x" * 257, "sixteen signs ok?", "é" * 20])
def test_a_secret_that_can_be_guessed_is_refused(monkeypatch, secret):
    monkeypatch.setenv("DSN_WEBHOOK_URL", "https://bot.example.org")
    monkeypatch.setenv("DSN_LISTEN", "127.0.0.1:8081")
    monkeypatch.setenv("DSN_WEBHOOK_SECRET", secret)
    with pytest.raises(SettingsError, match="16 to 256") as refused:
        settings.load()
    assert secret not in str(refused.value)
    monkeypatch.setenv("DSN_WEBHOOK_SECRET", "x" * 16)
    assert settings.load().webhook_secret.get_secret_value() == "x" * 16


@pytest.mark.parametrize("name", ["BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"])
@pytest.mark.parametrize("content", [b"\x7fELF\x00\x01", b"\xff\xfe1\x00:\x00", bytes(200_000)])
def test_a_secret_file_that_is_no_text_is_one_line(monkeypatch, tmp_path, name, content):
    path = tmp_path / "secret"
    path.write_bytes(content)
    monkeypatch.setenv(f"DSN_{name}_FILE", str(path))
    with pytest.raises(SettingsError, match=f"DSN_{name}_FILE: .*no file of text") as refused:
        settings.load()
    assert "\n" not in str(refused.value)


def test_a_secret_file_may_be_a_folder_or_have_a_mark(monkeypatch, tmp_path):
    monkeypatch.setenv("DSN_BOT_TOKEN_FILE", str(tmp_path))
    with pytest.raises(SettingsError, match=r"DSN_BOT_TOKEN_FILE: .*Is a directory"):
        settings.load()
    path = tmp_path / "token"
    path.write_bytes(f"\ufeff{SECRET}\r\n".encode())
    monkeypatch.setenv("DSN_BOT_TOKEN_FILE", str(path))
    assert settings.load().bot_token.get_secret_value() == SECRET


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_settings_are_read_however_an_editor_wrote_them(tmp_path, mark, end):
    lines = [f"DSN_BOT_TOKEN={SECRET}", "# a comment", "DSN_LOG_LEVEL=debug", ""]
    (tmp_path / ".env").write_bytes(f"{mark}{end.join(lines)}".encode())
    found = settings.load()
    assert found.bot_token.get_secret_value() == SECRET
    assert found.log_level == "debug"


def a_folder(path):
    path.mkdir()


def a_link_to_nothing(path):
    path.symlink_to("nowhere")


def no_text(path):
    path.write_bytes(b"DSN_BOT_TOKEN=\xff\xfe")


def a_database(path):
    path.write_bytes(b"SQLite format 3\x00" + bytes(4096))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (a_folder, "Is a directory"),
        (a_link_to_nothing, "No such file"),
        (no_text, "no file of text"),
        (a_database, "no file of text"),
    ],
)
def test_settings_that_cannot_be_read_are_one_line(tmp_path, make, says):
    make(tmp_path / ".env")
    for word in ("run", "migrate", "doctor"):
        done = here.program(word, folder=tmp_path)
        assert done.returncode == (NOT_SET_RIGHT if word == "run" else 1)
        lines = [line for line in (done.stdout + done.stderr).splitlines() if ".env:" in line]
        assert len(lines) == 1
        assert says in lines[0]
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('before = "42 days"', 'before = "6 moons"', "before"),
        ('anchor = "start"', 'anchor = "strat"', "anchor"),
        ('at = "09:00"', 'at = "9 o\'clock"', "at"),
        ("unit = ", "unti = ", "unit"),
        ("[retention]", "[retention", "network.toml"),
    ],
)
def test_a_mistake_in_the_organisers_file_names_the_key(tmp_path, old, new, says):
    path = tmp_path / "network.toml"
    path.write_text(FILE.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(NetworkFileError) as refused:
        load_network(path)
    assert says in str(refused.value)
    assert "network.toml" in str(refused.value)


def test_the_organisers_file_may_have_a_mark_and_has_to_be_text(tmp_path):
    path = tmp_path / "network.toml"
    whole = FILE.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(f"\ufeff{whole}".encode())
    assert load_network(path).reminders == load_network(FILE).reminders
    path.write_bytes(b"\xff\xfen\x00")
    with pytest.raises(NetworkFileError, match="no file of text"):
        load_network(path)


def program(*words, **environment):
    command = [str(Path(sys.executable).parent / "dsn-bot"), *words]
    kept = {"DSN_HOME": os.environ["DSN_HOME"]}
    env = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", **kept, **environment}
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=60, check=False)


def test_run_without_a_token_says_what_is_missing_and_names_the_practice():
    done = program("run")
    assert done.returncode == NOT_SET_RIGHT
    assert "DSN_BOT_TOKEN is missing" in done.stderr
    assert "make practice" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_setting_ends_with_one_line_and_its_status():
    for word, status in (("run", NOT_SET_RIGHT), ("migrate", 1)):
        done = program(word, DSN_LOG_LEVEL="loud")
        assert (done.returncode, len(done.stderr.strip().splitlines())) == (status, 1)


def test_a_wrong_word_ends_with_status_2():
    assert program("fly").returncode == 2
    assert program("invite", "--role", "king").returncode == 2


def test_the_first_coordinator_is_invited_from_the_command_line(tmp_path):
    url = f"sqlite:///{tmp_path}/new.db"
    assert program("migrate", DSN_DATABASE_URL=url).returncode == 0
    done = program("invite", "--role", "coordinator", DSN_DATABASE_URL=url)
    assert done.returncode == 0
    assert "code: " in done.stdout
    for role in ("correspondent", "observer"):
        words = ["invite", "--role", role, "--chamber", "FR-XXX"]
        refused = program(*words, DSN_DATABASE_URL=url)
        assert refused.returncode == 1
        assert "no such chamber" in refused.stderr
    again = program("migrate", DSN_DATABASE_URL=url)
    assert (again.returncode, again.stdout) == (0, "the database is up to date\n")


ASKED_BEFORE = {
    "call_for_updates": "update",
    "updates_due": "update",
    "reply_by": "answer",
    "dossier": "projects",
    "practical": "nothing",
    "joining": "nothing",
    "report": "projects",
    "ipex": "projects",
}
"""What the reminders of the first plan asked for, before the file said it."""


def rules_of(path, text):
    path.write_text(text, encoding="utf-8")
    return load_network(path).reminders


def test_reminders_ask_for_the_same_where_an_older_file_does_not_say(tmp_path):
    shipped = FILE.read_text(encoding="utf-8")
    older = re.sub(r'^asks = "\w+"\n', "", shipped, flags=re.MULTILINE)
    assert older != shipped
    for text in (shipped, older):
        rules = rules_of(tmp_path / "network.toml", text)
        assert {rule.kind: rule.asks_for.value for rule in rules} == ASKED_BEFORE


@pytest.mark.parametrize(
    ("to", "asks", "wanted"),
    [
        ("chambers_without_answer", "", "answer"),
        ("chambers_without_update", "", "update"),
        ("everyone", "", "nothing"),
        ("coordinators", 'asks = "update"', "update"),
        ("chambers_without_answer", 'asks = "nothing"', "nothing"),
    ],
)
def test_a_reminder_of_ones_own_asks_what_it_says_or_what_its_readers_need(
    tmp_path, to, asks, wanted
):
    own = f"""
[[reminder]]
kind = "last_call"
anchor = "start"
before = "3 days"
to = "{to}"
{asks}
too_late_after = "1 day"
"""
    rules = rules_of(tmp_path / "network.toml", FILE.read_text(encoding="utf-8") + own)
    assert rules[-1].asks_for.value == wanted
