"""What the organiser's file or a catalogue lacks keeps the program from starting, in one line."""

import asyncio
import shutil

import pytest

from bot.process.declarations import mistake
from bot.process.program import NOT_SET_RIGHT
from config.network import network
from tests.harness.program import spawned
from tests.harness.running_program import running_program
from tests.harness.surroundings import PROJECT

pytestmark = pytest.mark.anyio

NOWHERE = "http://127.0.0.1:9"
TYPO = 'network.toml: reminder.4.kind: no text "reminder-reply_byy" in en'


@pytest.fixture
def folder(tmp_path):
    """A folder whose own ``config`` is what the program reads."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "config", tmp_path / "config", ignore=ignored)
    return tmp_path


def change(folder, old, new):
    path = folder / "config" / "network.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


async def test_a_typo_in_the_kind_of_a_reminder_is_refused_at_the_start(folder):
    change(folder, 'kind = "reply_by"', 'kind = "reply_byy"')
    database = folder / "dsn.db"
    async with running_program(NOWHERE, f"sqlite:///{database}", folder) as running:
        assert await running.ended(within=60) == NOT_SET_RIGHT
    assert running.lines == [f"dsn-bot: {TYPO}"]
    assert not database.exists()


async def test_a_typo_is_refused_by_practice_and_found_by_the_doctor(folder):
    change(folder, 'kind = "reply_by"', 'kind = "reply_byy"')
    practice = await asyncio.to_thread(spawned, "practice", "--port", "0", folder=folder)
    assert (practice.returncode, practice.stderr) == (1, f"dsn-bot: {TYPO}\n")
    doctor = await asyncio.to_thread(
        spawned, "doctor", folder=folder, database_url=f"sqlite:///{folder}/dsn.db"
    )
    assert doctor.returncode == 1
    failed = [line for line in doctor.stdout.splitlines() if TYPO in line]
    assert len(failed) == 1
    assert failed[0].startswith("FAIL")


async def test_migrating_needs_no_sentences(folder):
    change(folder, 'kind = "reply_by"', 'kind = "reply_byy"')
    migrated = await asyncio.to_thread(
        spawned, "migrate", folder=folder, database_url=f"sqlite:///{folder}/dsn.db"
    )
    assert migrated.returncode == 0


async def test_a_role_that_a_language_has_no_word_for_is_refused_at_the_start(folder):
    ignored = shutil.ignore_patterns("__pycache__", "practice")
    shutil.copytree(PROJECT / "bot", folder / "bot", ignore=ignored)
    people = folder / "bot" / "core" / "locales" / "fr" / "people.ftl"
    lines = people.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("role-observer ")]
    assert len(kept) == len(lines) - 1
    people.write_text("".join(kept), encoding="utf-8")
    async with running_program(NOWHERE, f"sqlite:///{folder}/dsn.db", folder) as running:
        assert await running.ended(within=60) == NOT_SET_RIGHT
    wanted = 'dsn-bot: catalogues: no text "role-observer" in fr: complete bot/core/locales/fr'
    assert running.lines == [wanted]


def test_a_reminder_is_not_called_as_another_kind_of_message():
    rules = [network().reminders[0].model_copy(update={"kind": "draft"})]
    trial = network().model_copy(update={"reminders": rules})
    assert mistake(trial) == (
        'network.toml: reminder.0.kind: "draft" is the name of another kind of message'
    )


def test_the_shipped_plan_lacks_nothing():
    assert mistake(network()) is None
