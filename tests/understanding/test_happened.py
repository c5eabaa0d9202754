"""What was moved, called off or prepared: the activity's days, and how far it is."""

from datetime import datetime

import pytest

from bot.understanding.activity import split_activities, understand_activity
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


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("hu", ("2024. május 18. Tanulmányút: a grúz parlament. 2024. június 3. Szeminárium a "
         "moldovai parlamenttel."), ["2024-05-18", "2024-06-03"]),
        ("lv", "2024. gada 3. maijā Gruzijas parlamenta delegācija apmeklēja mūs.", ["2024-05-03"]),
        ("lt", ("2024 m. gegužės 3 d. Gruzijos parlamento delegacija lankėsi Seime. 2024 m. "
         "birželio 5 d. seminaras su Moldovos parlamentu."), ["2024-05-03", "2024-06-05"]),
        ("hr", ("Dana 3. svibnja 2024. u Zagrebu je održan seminar s parlamentom Moldavije. Dana "
         "5. lipnja 2024. održan je seminar s parlamentom Gruzije."), ["2024-05-03", "2024-06-05"]),
        ("sl", "3. maja 2024. Seminar s parlamentom Moldavije.", ["2024-05-03"]),
        ("en", "1. 3 May 2024: workshop with Georgia.\n2. 5 June 2024: seminar with Moldova.",
         ["2024-05-03", "2024-06-05"]),
        ("en", "Workshop with Georgia on 3 May 2024. Seminar with Moldova on 5 June 2024.",
         ["2024-05-03", "2024-06-05"]),
    ],
)  # fmt: skip
def test_a_year_at_the_head_is_no_number_of_a_list(
    language: str, text: str, days: list[str]
) -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=report_happened.ZONE)
    parts = split_activities(text, languages=[language], now=now, zone=report_happened.ZONE)
    said = [part.dates.sure for part in parts if part.dates]
    assert [str(when.start) for when in said if when] == days
