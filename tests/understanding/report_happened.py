"""Prints how well the dates and the status are read of what was moved, called off or prepared."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding.activity import understand_activity

CASES = Path(__file__).parent / "happened.jsonl"
ZONE = ZoneInfo("Europe/Brussels")


def cases() -> Iterator[dict[str, Any]]:
    """Return every case: a sentence, and the days and the status of the activity in it."""
    yield from (json.loads(line) for line in CASES.read_text("utf-8").splitlines())


def read(case: dict[str, Any]) -> tuple[str, str, str]:
    """Return first day, last day and status as they are understood; empty for what is asked."""
    now = datetime.fromisoformat(f"{case['reference']}T12:00").replace(tzinfo=ZONE)
    found = understand_activity(case["text"], languages=[case["lang"]], now=now, zone=ZONE)
    when = found.dates.sure if found.dates else None
    days = (str(when.start), str(when.end)) if when else ("", "")
    return *days, found.status.sure or ""


def verdict(case: dict[str, Any]) -> str:
    """Return ``right``, ``asked`` where something was left open, or ``wrong``."""
    expected = case["start"], case["end"] or case["start"], case["status"]
    said = read(case)
    if said == expected:
        return "right"
    is_open = all(one in ("", other) for one, other in zip(said, expected, strict=True))
    return "asked" if is_open else "wrong"


def main() -> None:
    """Print a line for each kind, and each misreading."""
    counts: dict[str, Counter[str]] = {}
    for case in cases():
        told = verdict(case)
        counts.setdefault(case["kind"], Counter())[told] += 1
        if told != "right":
            print(f"{told}: {case['lang']} {case['text']!r} -> {read(case)}")
    for kind, count in sorted(counts.items()):
        print(f"{kind:12} {count['right']:3} of {count.total():3}, wrong {count['wrong']}")
