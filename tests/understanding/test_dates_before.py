"""Days counted back from one that is known: a week before the meeting."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.dates import understand_before
from bot.understanding.languages import OFFICIAL
from tests.understanding import report_before

DAY = date(2027, 3, 22)


def test_every_case_is_read_in_every_language() -> None:
    cases = list(report_before.cases())
    assert {case["lang"] for case in cases} == set(OFFICIAL)
    wrong = [case["text"] for case in cases if str(report_before.read(case)) != case["means"]]
    assert not wrong


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.integers(1, 400))
def test_so_many_days_before_are_so_many(day: date, number: int) -> None:
    for text, language in ((f"{number} days before", "en"), (f"{number} jours avant", "fr")):
        found = understand_before(text, languages=[language], day=day)
        assert found is not None
        assert (day - found).days == number


@pytest.mark.parametrize(
    "text",
    ["", "before", "a week", "3 March", "two days after", "36 hours before", "0 days before",
     "two or three days before", "before " * 40, "999 years before", "3 working days before"],
)  # fmt: skip
def test_what_counts_nothing_back_is_none(text: str) -> None:
    assert understand_before(text, languages=["en"], day=date(99, 1, 1)) is None


@given(st.text(max_size=80))
def test_nothing_that_is_typed_raises(text: str) -> None:
    understand_before(text, languages=["en", "fr"], day=DAY)
