"""What was moved, called off or prepared: the activity's days, and how far it is."""

from datetime import datetime

import pytest

from bot.understanding.activity import understand_activity
from bot.understanding.languages import OFFICIAL
from tests.understanding import report_happened


def test_every_case_is_read_in_every_language() -> None:
    cases = list(report_happened.cases())
    assert {case["lang"] for case in cases} == set(OFFICIAL)
    assert [case["text"] for case in cases if report_happened.verdict(case) != "right"] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # Moved away from a day that is over, and nobody says to when.
        ("The seminar with Georgia on 3 November 2026 was postponed.",
         ("planned", "suspended", "cancelled")),
        ("The cancelled seminar with Georgia took place on 3 November 2026.",
         ("cancelled", "completed")),
        ("The seminar with Georgia on 3 November 2026 did not take place.", ("cancelled",)),
        ("The seminar with Georgia took place on 3 November 2026.", ("completed",)),
        ("The seminar with Georgia will be held on 3 December 2026; the first one was cancelled.",
         ("planned", "cancelled")),
    ],
)  # fmt: skip
def test_what_did_not_happen_is_said_or_asked(text: str, codes: tuple[str, ...]) -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=report_happened.ZONE)
    found = understand_activity(text, languages=["en"], now=now, zone=report_happened.ZONE)
    assert found.status.codes == codes
    assert found.status.is_sure is (len(codes) == 1)
