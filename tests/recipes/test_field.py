"""The recipe of docs/extending.md for a field, carried out; and what does not fit is refused."""

from datetime import date, datetime

import pytest
from sqlalchemy.orm import registry
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from bot.chat.forms.errors import FieldsError
from bot.chat.forms.fields import (
    Drawn,
    Field,
    Fields,
    Goes,
    Kept,
    MissingValue,
    Said,
    Shown,
    Stored,
)
from bot.core.text_keys import Pattern
from bot.core.texts import Texts
from bot.updates import questions as ask
from storage.models import Format
from storage.types import UtcDateTime, values_of
from tests.recipes.tree import append, copy_to, program, put, python, walk

BUDGET = ("5000 euros", "6000 euros")
WALK = [
    f"tests/chat/test_fields.py::test_{name}"
    for name in (
        "a_field_of_an_update_goes_all_its_ways[sqlite-budget]",
        "a_field_that_was_left_empty_is_empty_everywhere[sqlite]",
        "every_field_has_a_sample",
        "every_field_that_is_asked_for_has_its_label",
        "the_record_is_described_as_it_is_declared",
    )
]
"""What the new field has to pass in the copy."""


class Scratch(SQLModel, registry=registry()):
    """Tables of this test alone: the product's own list of tables does not know them."""


class Trip(Scratch, table=True):
    id: int = Column(default=None, primary_key=True)
    town: str
    budget: str | None = None
    day: date | None = None
    left_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    format: Format | None = Column(default=None, sa_type=values_of(Format))


TOWN = Field("town", Goes.CARD | Goes.EXPORT | Goes.HISTORY)
OTHERS = (
    Field("day", Goes.HISTORY),
    Field("left_at", Goes.HISTORY, material=True),
    Field("format", Goes.HISTORY, stored=Stored(default="online")),
)


def trip(*fields, kept=("id",)):
    return Fields(
        model=Trip,
        label=Pattern("project_update-{}-label"),
        fields=(TOWN, *OTHERS, *fields),
        kept=tuple(Kept(name) for name in kept),
    )


def budget(**values):
    return Field(
        "budget",
        Goes.CARD | Goes.EXPORT | Goes.COPY,
        ask.typed("budget", 60, detail=True),
        **values,
    )


# --- what is refused -----------------------------------------------------------------------------


def test_a_column_that_nobody_declares_is_refused():
    with pytest.raises(FieldsError) as refused:
        trip()
    assert str(refused.value) == "trip.budget is neither a field's column nor kept by the bot"


def test_a_field_without_its_column_is_refused():
    with pytest.raises(FieldsError) as refused:
        trip(budget(), Field("women", Goes.CARD))
    said = "the field women needs the column trip.women, which does not exist"
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("fields", "kept", "said"),
    [
        ((budget(), budget()), ("id",), "the field budget of trip is declared twice"),
        (
            (budget(),),
            ("id", "budget"),
            "trip.budget is declared twice: by the field budget and by the list of what the bot",
        ),
        ((budget(),), ("id", "seal"), "the list of what the bot keeps needs the column trip.seal"),
        (
            (budget(drawn=Drawn(within="towns")),),
            ("id",),
            "the field budget of trip is drawn at towns, which is no field",
        ),
        (
            (budget(), Field("themes", Goes.CARD, stored=Stored(codes_in=Trip))),
            ("id",),
            "the field themes of trip needs a table with a code and its position",
        ),
    ],
)
def test_what_is_declared_twice_or_points_nowhere_is_refused(fields, kept, said):
    with pytest.raises(FieldsError) as refused:
        trip(*fields, kept=kept)
    assert said in str(refused.value)


# --- a made-up field -----------------------------------------------------------------------------


def test_a_made_up_field_arrives_everywhere_it_goes():
    fields = trip(budget())
    assert [question.name for question in fields.questions()] == ["budget"]
    values = fields.values(Said({"town": "Podgorica", "budget": "5000"}, "en", "UTC"))
    assert values["budget"] == "5000"
    assert values["format"] is Format.ONLINE
    assert values.history == {"town": "Podgorica", "day": None, "left_at": None, "format": "online"}
    row = Trip(**values.columns)
    assert fields.answers(row) == {"town": "Podgorica", "budget": "5000", "format": "online"}
    assert fields.copied(fields.answers(row)) == {"budget": "5000"}
    assert fields.columns_to(Goes.EXPORT) == ["town", "budget"]
    assert fields.in_words(Shown(row, Texts("en")), Goes.CARD)["budget"] == "5000"
    (change,) = fields.changes({"budget": "4000"}, Shown(row, Texts("en")))
    assert (change.old, change.new) == ("4000", "5000")
    assert not fields.is_material(["budget", "town"])
    assert fields.is_material(["left_at"])


def test_what_was_made_plain_comes_back_as_its_column_holds_it():
    fields = trip(budget())
    given = {
        "day": date(2027, 3, 11),
        "left_at": datetime.fromisoformat("2027-03-11T14:00:00+00:00"),
        "format": Format.HYBRID,
    }
    history = fields.complete(town="Podgorica", **given).history
    assert {type(history[name]) for name in given} == {str}
    assert {name: fields.revived(history)[name] for name in given} == given


def test_what_must_be_said_and_what_nobody_asks_for_are_told_apart():
    fields = trip(budget())
    with pytest.raises(MissingValue, match=r"trip\.town"):
        fields.values(Said({"budget": "5000"}, "en", "UTC"))
    with pytest.raises(FieldsError, match="no field is kept in women"):
        fields.complete(town="Podgorica", women=3)


# --- the recipe ----------------------------------------------------------------------------------


@pytest.fixture
def tree(tmp_path):
    return copy_to(tmp_path / "tree")


def declare(tree):
    put(
        tree / "bot/updates/fields.py",
        '        Field("ipex_url", SHOWN, ask.IPEX_URL_QUESTION),\n',
        '        Field("budget", SHOWN, ask.typed("budget", 60, detail=True)),\n',
    )


def add_column(tree):
    put(
        tree / "storage/models.py",
        "    ipex_url: str | None = Field(default=None, max_length=300)\n",
        "    budget: str | None = Field(default=None, max_length=60)\n",
    )


@pytest.mark.timeout(300)
def test_a_field_by_the_recipe_goes_all_its_ways(tree):
    declare(tree)
    missing = program(tree, "run")
    wanted = "the field budget needs the column project_update.budget, which does not exist"
    assert (missing.returncode, missing.stderr) == (78, f"dsn-bot: {wanted}\n")
    assert f"FAIL  fields       {wanted}" in program(tree, "doctor").stdout

    migration = (
        "from storage import migrate; from storage.database import Database; "
        "from datetime import datetime, UTC; base = Database('sqlite:///scratch.db'); "
        "migrate.upgrade(base, now=datetime.now(UTC)); "
        "import storage.models; migrate.write_revision(base, 'A budget', '20991231_budget')"
    )
    add_column(tree)
    written = python(tree, "-c", migration)
    assert written.returncode == 0, written.stderr
    lacking = "FAIL  fields       en lacks project_update-budget-label"
    assert lacking in program(tree, "doctor").stdout
    for language in ("en", "fr"):
        append(
            tree / f"bot/core/locales/{language}/updates.ftl",
            "project_update-budget-label = Budget\nupdate-ask-budget = How much?\n",
        )
    put(tree / "storage/register.py", '    "sharing",\n', '    "budget",\n')
    put(tree / "docs/record.md", "| `ipex_url` |", "| `budget` | | no | 60 | |\n")
    put(tree / "tests/chat/test_fields.py", '    "ipex_url": (', f'    "budget": {BUDGET!r},\n')
    walked = walk(tree, *WALK)
    assert walked.returncode == 0, walked.stdout[-3000:]
    assert f"{len(WALK)} passed" in walked.stdout, walked.stdout
    said = program(tree, "doctor").stdout
    assert "OK    fields" in said, said


def test_a_column_without_its_field_does_not_start(tree):
    add_column(tree)
    refused = program(tree, "run")
    said = "project_update.budget is neither a field's column nor kept by the bot"
    assert (refused.returncode, refused.stderr) == (78, f"dsn-bot: {said}\n")
