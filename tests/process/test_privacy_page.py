"""docs/privacy.md and the notice say of retention what the register says, no more and no less."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.retention_words import retention_lines, span_words
from bot.core.texts import Texts, languages
from bot.process.privacy_page import BEGIN, END, completed, main
from config.network import months, network
from storage.register import REGISTER, RULES

PAGE = Path(__file__).parents[2] / "docs" / "privacy.md"


def test_the_page_is_as_the_register_says():
    page = PAGE.read_text(encoding="utf-8")
    assert page == completed(page), "docs/privacy.md is out of date: make docs"
    generated = page.partition(BEGIN)[2].partition(END)[0]
    for name in RULES:
        assert f"| {name.value} |" in generated
    for record in REGISTER.values():
        for column in record.personal:
            assert any(
                line.startswith(f"| `{record.table}` |") and f"`{column}`" in line
                for line in generated.splitlines()
            ), (record.table, column)


def test_a_column_or_a_span_that_changes_makes_the_page_out_of_date(tmp_path):
    page = PAGE.read_text(encoding="utf-8")
    seat = REGISTER["seat"]
    grown = {**REGISTER, "seat": replace(seat, personal=(*seat.personal, "nickname"))}
    assert "`nickname`" in completed(page, grown)
    longer = network().retention.model_copy(update={"recipients": timedelta(days=90)})
    changed = completed(page, settings=network().model_copy(update={"retention": longer}))
    assert "90 days, and until the meeting is over" in changed
    copy = tmp_path / "privacy.md"
    copy.write_text(changed, encoding="utf-8")
    main(str(copy))
    assert copy.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("page", ["# Data protection\n", f"# Data protection\n{BEGIN}"])
def test_a_page_without_its_lines_is_refused(page):
    with pytest.raises(ValueError, match="begins and ends"):
        completed(page)


@pytest.mark.parametrize("language", languages())
def test_the_notice_has_a_line_for_each_rule_with_the_organisers_span(language):
    lines = str(retention_lines(Texts(language), network())).splitlines()
    assert len(lines) == len(RULES) == len(set(lines))
    odd = network().retention.model_copy(update={"applicants": timedelta(days=41)})
    said = str(
        retention_lines(Texts(language), network().model_copy(update={"retention": odd}))
    ).splitlines()
    changed = [line for line, before in zip(said, lines, strict=True) if line != before]
    assert len(changed) == 1
    assert "41" in changed[0]


@pytest.mark.parametrize(
    ("span", "en", "fr"),
    [
        (months(12), "12 months", "12 mois"),
        (months(23), "23 months", "23 mois"),
        (timedelta(days=30), "30 days", "30 jours"),
        (timedelta(days=61), "61 days", "61 jours"),
        (timedelta(hours=36), "36 hours", "36 heures"),
    ],
)
def test_spans_are_said_in_months_where_they_are_months(span, en, fr):
    assert span_words(span, "en").replace("\xa0", " ") == en
    assert span_words(span, "fr").replace("\xa0", " ") == fr
