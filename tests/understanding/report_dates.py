"""Prints how many of the date cases are read exactly, asked about, or silently wrong."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding.dates import understand_when
from bot.understanding.values import Dates, Doubt, When

CASES = Path(__file__).parent / "dates"


def cases() -> Iterator[dict[str, Any]]:
    """Return every case of the ``.jsonl`` files beside this module, in order of file name."""
    for path in sorted(CASES.glob("*.jsonl")):
        yield from (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)


def read(case: dict[str, Any]) -> Dates:
    """Return what is understood of a case, with its writer's language, zone and clock."""
    zone = ZoneInfo(case["tz"])
    now = datetime.fromisoformat(case["reference"]).replace(tzinfo=zone)
    return understand_when(case["text"], languages=[case["lang"]], now=now, zone=zone)


def verdict(case: dict[str, Any], found: Dates) -> str:
    """Return ``exact``, ``asked`` (no single reading) or ``wrong`` (a single other reading)."""
    if found.sure is None:
        return "asked"
    return "exact" if _ends(found.sure) == _expected(case) else "wrong"


def is_order_open(case: dict[str, Any], found: Dates) -> bool:
    """Return whether day and month of a date in digits may be either way round."""
    digits = "".join(sign if sign.isdigit() else " " for sign in case["text"]).split()
    is_spelt = any(sign.isalpha() for sign in case["text"])
    both_low = len(digits) == 3 and all(int(part) <= 12 for part in digits[:2])
    return Doubt.ORDER_GUESSED in found.doubts or (both_low and not is_spelt)


def _ends(when: When) -> tuple[str, str | None]:
    start, end = when.start.isoformat(), when.end.isoformat()
    if when.start_time is None:
        return start, end
    closing = f"{end}T{when.end_time.isoformat()}" if when.end_time else None
    return f"{start}T{when.start_time.isoformat()}", closing


def _expected(case: dict[str, Any]) -> tuple[str, str | None]:
    start, end = case["start"], case["end"]
    return start, end if end or "T" in start else start


def main() -> None:
    """Print a line for each language and kind, the misreadings, and the times."""
    table: dict[str, Counter[str]] = {}
    took: list[float] = []
    warm: set[str] = set()
    for case in cases():
        if case["lang"] not in warm:
            read(case)  # the first date of a language reads its words
            warm.add(case["lang"])
        began = perf_counter()
        found = read(case)
        took.append(perf_counter() - began)
        outcome = verdict(case, found)
        rows = ["all", f"language {case['lang']}", f"kind {case['kind']}"]
        if is_order_open(case, found):
            rows.append("order of day and month open")
        for row in rows:
            table.setdefault(row, Counter())[outcome] += 1
        if outcome != "exact":
            print(f"{outcome}: {case['lang']} {case['text']!r} -> {found.readings or found.reason}")
    print(f"\n{'dates':30}{'cases':>6}{'exact':>8}{'asked':>7}{'wrong without asking':>22}")
    for row, count in sorted(table.items()):
        share = f"{count['exact'] / count.total():.1%}"
        print(f"{row:30}{count.total():6}{share:>8}{count['asked']:7}{count['wrong']:22}")
    print(f"median {median(took) * 1000:.2f} ms, slowest {max(took) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
