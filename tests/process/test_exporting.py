"""What an export holds: its columns, which others build upon, and the words beside the codes."""

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.chat.forms.fields import Goes
from bot.desk import tables as document
from bot.meetings import service as meetings
from bot.process import exporting
from bot.updates import service as updates
from bot.updates.fields import UPDATE_FIELDS
from config.network import network
from config.reference import reference
from storage.models import Choice, ProjectUpdate, UpdateTheme
from tests.harness import stock

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PAGE = Path(__file__).parents[2] / "docs" / "exports.md"

COLUMNS = {
    "meetings": """
        id series series_en title starts_at ends_at zone format format_en place focus focus_en
        reply_by state cancel_reason
    """,
    "answers": "meeting_id chamber_id chamber_id_en choice comment for_starts_at answered_at",
    "updates": """
        id ref project_id chamber_id chamber_id_en title partner_institution kind kind_en
        programme programme_en programme_label role role_en other_chambers other_chambers_en
        status status_en start start_precision end end_precision format format_en place
        audience audience_en participants women summary summary_language summary_language_en
        summary_en outcome cooperation cooperation_en cooperation_text url sharing sharing_en
        ipex_url meeting_id dac_code state version created_at updated_at partners partners_en
        themes themes_en
    """,
    "deliveries": "kind state count",
}
"""Others build upon these: a name goes, or moves, only with a line in the changelog."""


@pytest.fixture
def exported(database):
    with database.transaction() as session:
        helena = stock.admit(session, stock.HELENA, 1, now=NOW)
        camille = stock.admit(session, stock.CAMILLE, 2, now=NOW)
        meeting = stock.announce(session, helena, now=NOW, focus=["WB", "theme:budget"])
        meetings.answer(session, network(), meeting, camille, Choice.ONLINE, sequence=0, now=NOW)
        said = stock.update(
            chamber_id="FR-SEN",
            partners=["ME", "XK"],
            themes=["budget", "oversight"],
            other_chambers=["FI-EDU"],
        )
        updates.submit(session, network(), said, by=camille, now=NOW)
    with database.reading() as session:
        return {name: list(rows) for name, rows in exporting.tables(session).items()}


def test_the_columns_are_those_that_others_count_on(exported):
    held = {name: columns.split() for name, columns in COLUMNS.items()}
    assert exporting.columns() == held
    assert {name: list(rows[0]) for name, rows in exported.items()} == held


def test_beside_each_code_stands_what_it_means(exported):
    (update,), (answer,), (meeting,) = (
        exported[name] for name in ("updates", "answers", "meetings")
    )
    assert answer["chamber_id_en"] == update["chamber_id_en"] == "France – Senate"
    assert update["partners_en"] == ["Montenegro", "Kosovo*"]
    assert update["kind_en"] == "Workshop or seminar"
    assert update["status_en"] == "Planned"
    assert update["themes_en"][0] == reference().label("theme", "budget", "en")
    assert update["summary_language_en"] == "English"
    assert update["other_chambers_en"] == [reference().chamber_label("FI-EDU", "en")]
    assert update["audience"] is update["audience_en"] is None
    assert meeting["focus_en"][0] == "Western Balkans"
    assert meeting["series_en"] == "DSN meeting"
    for rows in exported.values():
        for row in rows:
            for name, value in row.items():
                if f"{name}_en" in row and isinstance(value, list):
                    assert len(row[f"{name}_en"]) == len(value)


def test_a_new_field_of_an_update_appears_by_itself():
    """Whatever is declared to go into the export is there, and in words where it is a code."""
    found = exporting.columns()["updates"]
    declared = [*UPDATE_FIELDS.columns_to(Goes.EXPORT), *UPDATE_FIELDS.links_to(Goes.EXPORT)]
    assert [name for name in found if name in declared] == declared
    coded = [name for name in declared if is_vocabulary(name)]
    assert len(coded) > 6
    assert {f"{name}_en" for name in coded} <= set(found)


def is_vocabulary(name):
    try:
        return bool(reference().vocabulary(name))
    except KeyError:
        return False


def test_a_table_without_rows_has_its_head_too(tmp_path):
    tables = {name: [] for name in exporting.columns()}
    document.write(tmp_path, tables, exporting.columns())
    for name, columns in exporting.columns().items():
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.reader(file)) == [columns]
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8")) == tables


def test_the_page_of_exports_names_every_column():
    text = PAGE.read_text(encoding="utf-8")
    for name, columns in exporting.columns().items():
        assert f"`{name}.csv`" in text
        assert [column for column in columns if f"`{column}`" not in text] == []


def test_many_rows_come_whole_in_both_files_whatever_signs_they_have(database, tmp_path):
    hostile = 'a\u2028b\x85c "d" \\ e\nf,g;h \u200f'
    with database.transaction() as session:
        bob = stock.admit(session, stock.BOB, 1, now=NOW)
        values = stock.update(chamber_id="IE-DAI", title=f"0 {hostile}", themes=[])
        first = updates.submit(session, network(), values, by=bob, now=NOW)
        like = first.model_dump(exclude={"id", "seal"})
        for number in range(1, 1201):
            row = ProjectUpdate(**like | {"ref": str(number), "title": f"{number} {hostile}"})
            session.add(row)
            if number % 2:
                session.flush()
                session.add(UpdateTheme(update_id=row.id, code="budget"))
    with database.reading() as session:
        document.write(tmp_path, exporting.tables(session), exporting.columns())
    whole = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert list(whole) == list(exporting.columns())
    titles = [f"{number} {hostile}" for number in range(1201)]
    assert [row["title"] for row in whole["updates"]] == titles
    assert [row["themes"] for row in whole["updates"]] == [
        ["budget"] * (n % 2) for n in range(1201)
    ]
    with (tmp_path / "updates.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == titles
    assert whole["meetings"] == []
