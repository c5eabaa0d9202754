"""Reference data of the organiser's own: a chamber that splits, a programme that ends."""

import json
import subprocess
import sys

import pytest

from config.own_data import DataError
from config.reference import Reference
from storage.database import Database
from tests.conftest import START
from tests.harness import stock
from tests.harness.program import program
from tests.harness.surroundings import PROJECT, environment

SPLIT = {
    "chambers": [
        {"id": "GR-VOU", "active": False},
        *(
            {
                "id": f"GR-{code}",
                "country": "GR",
                "level": level,
                "timezone": "Europe/Athens",
                "labels": {"en": f"Greece – {name}", "fr": f"Grèce – {name}"},
                "languages": ["el"],
                "aliases": [name],
            }
            for code, level, name in (("NEW", "lower", "New House"), ("OLD", "upper", "Old House"))
        ),
    ]
}
ENDED = {
    "vocabularies": {
        "programme": [
            {"code": "wyde", "active": False},
            {"code": "successor", "labels": {"en": "Successor", "fr": "Successeur"}},
        ]
    }
}
PARTNERS = {
    "countries": {"XX": {"labels": {"en": "Newland", "fr": "Nouveau pays"}, "region": "OTHER"}},
    "regions": [{"id": "OTHER", "labels": {"en": "Elsewhere", "fr": "Ailleurs"}}],
}


@pytest.fixture
def own(tmp_path):
    """Write files of the organiser's; return the world with them."""
    folder = tmp_path / "data"
    folder.mkdir()

    def write(**files):
        for name, said in files.items():
            text = said if isinstance(said, str) else json.dumps(said)
            (folder / f"{name}.json").write_text(text, encoding="utf-8")
        return Reference(own=folder)

    return write


def test_a_chamber_splits(own):
    default = Reference()
    before = "GR-VOU"
    found = own(chambers=SPLIT)
    found.check()
    ids = [one.id for one in found.chambers]
    assert before not in ids
    assert {"GR-NEW", "GR-OLD"} <= set(ids)
    assert len(ids) == len(default.chambers) + 1
    assert (found.admits(before), found.admits("GR-NEW"), found.admits("XX-XXX")) == (0, 1, 0)
    # What was recorded keeps its name and its place.
    assert found.has_chamber(before)
    assert found.chamber_label(before, "fr") == default.chamber_label(before, "fr")
    assert before in [one.id for one in found.every_chamber]
    assert found.member_state_label("GR", "fr") == "Grèce"


def test_a_programme_ends_and_another_follows(own):
    found = own(vocabularies=ENDED)
    found.check()
    terms = found.vocabulary("programme")
    assert {term.code: term.active for term in terms}["wyde"] is False
    assert found.label("programme", "wyde", "en") == Reference().label("programme", "wyde", "en")
    assert found.label("programme", "successor", "fr") == "Successeur"
    assert [term.code for term in terms][-2:] == ["successor", "other"]
    assert found.vocabulary("theme") == Reference().vocabulary("theme")


def test_partners_are_added_and_renamed(own):
    found = own(partners=PARTNERS)
    found.check()
    assert found.partner_label("XX", "fr") == "Nouveau pays"
    assert found.regions["OTHER"].labels["en"] == "Elsewhere"
    assert found.regions["OTHER"].members == Reference().regions["OTHER"].members


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"chambers": "{"}, "chambers.json: this is no JSON"),
        ({"chambers": "[]"}, "chambers.json: must be an object"),
        ({"chambers": {"chamber": []}}, "chambers.json: there is no chamber"),
        ({"chambers": {"chambers": [{"active": True}]}}, "an entry lacks its id"),
        ({"chambers": {"chambers": 7}}, "must have the shape of config/data/chambers.json"),
        ({"chambers": {"chambers": [{"id": "FR-NEW"}]}}, "FR-NEW: timezone is missing"),
        (
            {"chambers": {"chambers": [{"id": "FR-SEN", "timezone": "Mars/Base"}]}},
            "FR-SEN: timezone: there is no Mars/Base",
        ),
        ({"chambers": {"chambers": [{"id": "FR-SEN", "active": "no"}]}}, "FR-SEN: active"),
        ({"vocabularies": {"vocabularies": {"colour": []}}}, "there is no vocabulary colour"),
        (
            {"vocabularies": {"vocabularies": {"theme": [{"code": "A B", "labels": {"en": "x"}}]}}},
            "theme: A B: code: must be small letters",
        ),
        (
            {"partners": {"regions": [{"id": "WB", "members": ["QQ"]}]}},
            "a region has QQ, which is no country there",
        ),
    ],
)
def test_a_mistake_is_one_line_that_names_the_file(own, files, says):
    with pytest.raises(DataError) as refused:
        own(**files).check()
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


UNDERSTOOD = """
from datetime import datetime, UTC
from zoneinfo import ZoneInfo
from bot.understanding.activity import understand_activity
from bot.understanding.vocabulary import understand_term
from bot.updates.own_words import answers
for text in ("wyde", "Women's political leadership (WYDE)", "successor"):
    typed = understand_term(text, "programme", languages=("en",))
    listed = understand_term(text, "programme", languages=("en",), with_ended=True)
    print(typed.sure, listed.sure)
note = "A WYDE workshop with Moldova on 3 March 2026 in Chisinau, two days"
now = datetime(2026, 11, 23, tzinfo=UTC)
told = understand_activity(note, languages=("en",), now=now, zone=ZoneInfo("Europe/Brussels"))
print(told.programme.sure, answers(told).get("programme"), answers(told).get("partners"))
"""


def test_what_has_ended_is_understood_where_one_looks_for_it_and_nowhere_else(own, tmp_path):
    own(vocabularies=ENDED)
    done = subprocess.run(
        [sys.executable, "-c", UNDERSTOOD],
        env=environment(home=tmp_path) | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    *typed, told = done.stdout.splitlines()
    assert typed == ["None wyde", "None wyde", "successor successor"]
    assert told == "None None ['MD']"


def test_the_program_follows_and_the_doctor_says_what_it_read(own, tmp_path):
    own(chambers=SPLIT, vocabularies=ENDED)
    assert program("migrate", folder=tmp_path).returncode == 0
    said = program("doctor", folder=tmp_path).stdout
    (line,) = [line for line in said.splitlines() if line.startswith("OK    data  ")]
    assert "41 chambers" in line
    assert str(tmp_path / "data" / "vocabularies.json") in line
    assert line.endswith("; ended: GR-VOU")
    words = ("invite", "--role", "correspondent", "--chamber")
    assert program(*words, "GR-NEW", folder=tmp_path).returncode == 0
    refused = program(*words, "GR-VOU", folder=tmp_path)
    assert refused.returncode == 1
    assert "no such chamber" in refused.stderr
    database = Database(f"sqlite:///{tmp_path}/data/dsn.db")
    with database.transaction() as session:
        stock.admit(session, stock.ELENI, 1, now=START)
    database.close()
    said = program("doctor", folder=tmp_path).stdout
    assert "WARN  people       GR-VOU has ended and still has members: 1" in said
    assert "Eleni" not in said
    own(chambers="{")
    said = program("doctor", folder=tmp_path).stdout
    assert f"FAIL  data         {tmp_path}/data/chambers.json: this is no JSON" in said
    refused = program(*words, "GR-NEW", folder=tmp_path)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
