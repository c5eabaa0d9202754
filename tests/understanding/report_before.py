"""Prints how many of the days that are counted back from another are read."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.understanding.dates import understand_before

CASES = Path(__file__).parent / "before.jsonl"


def cases() -> Iterator[dict[str, str]]:
    """Return every case: what somebody types, the day it counts back from, and what it means."""
    yield from (json.loads(line) for line in CASES.read_text("utf-8").splitlines())


def read(case: dict[str, str]) -> date | None:
    """Return what is understood of a case by somebody who writes its language alone."""
    day = date.fromisoformat(case["day"])
    return understand_before(case["text"], languages=[case["lang"]], day=day)


def main() -> None:
    """Print each misreading, and how many are read."""
    listed = list(cases())
    wrong = [(case, found) for case in listed if str(found := read(case)) != case["means"]]
    for case, found in wrong:
        print(f"{case['lang']} {case['text']!r} -> {found}")
    print(f"counted back: {len(listed) - len(wrong)} of {len(listed)}\n")
