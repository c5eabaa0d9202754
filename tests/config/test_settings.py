"""Settings and the organiser's file: a mistake is one clear line, and never shows a secret."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from config import settings
from config.network import FILE, NetworkFileError, load_network
from config.settings import SettingsError

SECRET = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch, tmp_path):
    for name in ("BOT_TOKEN", "DATABASE_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "LISTEN"):
        monkeypatch.delenv(f"DSN_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_defaults_are_those_of_the_contract():
    found = settings.load()
    assert found.bot_token is None
    assert found.bot_api_url == "https://api.telegram.org"
    assert found.database_url == "sqlite:///data/dsn.db"
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


def program(*words, **environment):
    command = [str(Path(sys.executable).parent / "dsn-bot"), *words]
    env = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", **environment}
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=60, check=False)


def test_run_without_a_token_says_what_is_missing_and_names_the_practice():
    done = program("run")
    assert done.returncode == 1
    assert "DSN_BOT_TOKEN is missing" in done.stderr
    assert "make practice" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_setting_ends_with_one_line_and_status_1():
    done = program("run", DSN_LOG_LEVEL="loud")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (1, 1)


def test_a_wrong_word_ends_with_status_2():
    assert program("fly").returncode == 2
    assert program("invite", "--role", "king").returncode == 2


def test_the_first_coordinator_is_invited_from_the_command_line(tmp_path):
    url = f"sqlite:///{tmp_path}/new.db"
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
