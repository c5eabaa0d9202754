"""Dates: what must never be taken silently."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.dates import understand_when
from bot.understanding.values import Dates, Doubt, Reason
from tests.understanding import report_dates

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def understand(text: str) -> Dates:
    """Return what Alice, who writes English and French in Brussels, means."""
    return understand_when(text, languages=["en", "fr"], now=NOW, zone=ZoneInfo("Europe/Brussels"))


def test_a_weekday_that_contradicts_its_date_is_doubted() -> None:
    assert Doubt.WEEKDAY_MISMATCH in understand("Friday 1 December 2026").doubts


def test_a_weekday_that_agrees_with_its_date_is_not_doubted() -> None:
    assert Doubt.WEEKDAY_MISMATCH not in understand("Tuesday, 1 December 2026").doubts


@pytest.mark.parametrize("text", ["2 and 5 November", "le 2 et le 5 mai", "2. und 5. Mai"])
def test_days_apart_are_not_taken_for_a_range(text: str) -> None:
    assert understand(text).reason is Reason.SEVERAL


@pytest.mark.parametrize("text", ["2 et 3 novembre", "entre le 5 et le 9 mai 2027"])
def test_days_in_a_row_and_paired_ends_are_a_range(text: str) -> None:
    assert understand(text).sure is not None


def test_no_sample_is_read_silently_wrong() -> None:
    outcomes = [report_dates.verdict(c, report_dates.read(c)) for c in report_dates.cases()]
    assert "wrong" not in outcomes
