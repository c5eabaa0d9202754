"""The notice on data protection in the organiser's file: complete, or refused in one line."""

import re
import shutil
import socket
from pathlib import Path

import pytest

from bot.core.texts import languages
from bot.process.program import NOT_SET_RIGHT
from config.network import FILE, NetworkFileError, load_network, network
from config.privacy import NoticePart, example_in
from tests.harness.network import TOKEN
from tests.harness.program import spawned
from tests.harness.surroundings import PROJECT

WHOLE = '''[privacy.notice]
en = """
<b>Data protection notice</b>

{controller}, {contact}. Drafts: {drafts}.
"""
fr = """
<b>Notice</b>

{controller}, {contact}. Brouillons : {drafts}.
"""

'''
"""The notice as a file of before has it."""


def text():
    return FILE.read_text(encoding="utf-8")


def before(said):
    """Return the file as the version before would have had it."""
    head, _, rest = said.partition("[privacy.notice.controller]")
    tail = rest[rest.index("[working_hours]") :]
    head = re.sub(r"(?m)^(version|material|changes|hosting) = .*\n", "", head)
    return head + WHOLE + tail


def loaded(folder: Path, said: str):
    path = folder / "network.toml"
    path.write_text(said, encoding="utf-8")
    return load_network(path)


def without(part):
    return re.sub(rf"(?s)\[privacy\.notice\.{part}\]\n.*?\n\n", "", text())


@pytest.mark.parametrize("part", NoticePart)
@pytest.mark.parametrize("language", languages())
def test_every_part_is_said_in_every_language(part, language):
    assert network().privacy.notice.parts[part][language].strip()
    said = network().privacy_notice(language, drafts="30 days", retention="a year")
    assert len(said[part]) > 5
    assert "{" not in said[part]


def test_the_shipped_notice_lacks_nothing():
    assert list(network().privacy.notice.lacking(languages())) == []
    assert network().privacy.version is not None


@pytest.mark.parametrize("part", NoticePart)
def test_a_part_that_is_missing_is_refused_by_name(tmp_path, part):
    assert without(part) != text()
    with pytest.raises(NetworkFileError, match=f"privacy.notice: {part} is missing"):
        loaded(tmp_path, without(part))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('en = "{retention}"', 'en = "{retenton}"', "retention: {retenton} is none of"),
        ('en = "{retention}"', 'en = " "', "retention: must be words"),
        ('en = "{retention}"', 'en = "{"', "retention: "),
        ('en = "{retention}"', "en = 3", "retention: "),
        ("[privacy.notice.rights]", "[privacy.notice.wrongs]", 'there is no part "wrongs"'),
        ('version = "2026-11"', 'version = "the first"', "privacy.version"),
        ("hosting = {", "# {", "hosting is missing"),
        ("\nmaterial = true", '\nmaterial = "perhaps"', "privacy.material"),
    ],
)
def test_a_mistake_in_the_notice_is_one_line(tmp_path, old, new, says):
    assert old in text()
    with pytest.raises(NetworkFileError) as refused:
        loaded(tmp_path, text().replace(old, new, 1))
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_language_that_is_missing_is_known(tmp_path):
    said = text().replace('[privacy.notice.retention]\nen = "{retention}"\nfr', "fr_", 1)
    said = said.replace('fr_ = "{retention}"', '[privacy.notice.retention]\nen = "{retention}"', 1)
    found = loaded(tmp_path, said)
    assert list(found.privacy.notice.lacking(("en", "fr"))) == [(NoticePart.RETENTION, "fr")]


def test_a_file_of_before_is_read_and_shown_as_it_is(tmp_path):
    found = loaded(tmp_path, before(text()))
    assert found.privacy.version is None
    said = found.privacy_notice("fr", drafts="30 jours", retention="")
    assert "Brouillons : 30 jours." in said[None]
    assert found.privacy.controller["fr"] in said[None]


@pytest.mark.parametrize(
    ("said", "domain"),
    [
        ("write to a@example.org", "example.org"),
        ("mail.Example.COM", "Example.COM"),
        ("https://example.net/x", "example.net"),
        ("dpo@parliament.example", "parliament.example"),
        ("dpo@parliament.invalid.", "parliament.invalid"),
        ("dpo@myexample.org", None),
        ("dpo@example.organic.eu", None),
        ("dpo@europarl.europa.eu, for example", None),
        ("the parliament. Test it", None),
    ],
)
def test_examples_are_told_from_real_domains(said, domain):
    assert example_in(said) == domain


# --- the program ---------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """A folder whose own ``config`` is what the program reads."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "config", tmp_path / "config", ignore=ignored)
    return tmp_path


REAL = "network.parliament.eu"


def test_run_refuses_the_examples_contacts_in_one_line(folder):
    file = folder / "config" / "network.toml"
    wanted = {
        "contact": "privacy.contact is still the example's (example.org)",
        "officer": "privacy.data_protection_officer is still the example's (example.org)",
        "hosting": "privacy.hosting is still the example's (example.org)",
    }
    said = text()
    for line, old in zip(
        wanted.values(),
        ("democracy-support@example.org", "data-protection@example.org", "example.org"),
        strict=True,
    ):
        file.write_text(said, encoding="utf-8")
        refused = spawned("run", folder=folder, bot_token=TOKEN, trial=0)
        assert refused.returncode == NOT_SET_RIGHT
        (told,) = refused.stderr.splitlines()
        assert told.startswith(f"dsn-bot: network.toml: {line}: ")
        assert "DSN_TRIAL=1" in told
        assert not (folder / "data").exists()
        said = said.replace(old, REAL)
    # Now nothing is an example's.
    file.write_text(said, encoding="utf-8")
    doctor = spawned("doctor", folder=folder, trial=0)
    assert "still the example's" not in doctor.stdout
    with socket.create_server(("127.0.0.1", 0)) as taken:
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        further = spawned("run", folder=folder, bot_token=TOKEN, trial=0, listen=listen)
    assert "cannot listen" in further.stderr, "nothing is an example's any more: it goes on"


def test_the_doctor_says_what_a_file_of_before_lacks(folder):
    file = folder / "config" / "network.toml"
    file.write_text(before(text()), encoding="utf-8")
    said = spawned("doctor", folder=folder).stdout
    warned = [line for line in said.splitlines() if line.startswith("WARN  privacy")]
    assert any("the notice has no version" in line for line in warned)
    assert any("the notice is one text, as before" in line for line in warned)
    assert any("privacy.contact is still the example's" in line for line in warned)
    assert "FAIL  network.toml" not in said
