"""Prints how well sentences about activities are understood, and how fast."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding.activity import understand_activity
from bot.understanding.findings import Activity
from bot.understanding.tokens import fold
from config.reference import reference

CASES = Path(__file__).parent / "activities"
ZONE = ZoneInfo("Europe/Brussels")
FIELDS = ("partners", "start", "end", "kind", "themes", "programme", "place")


def cases(pattern: str = "*.jsonl") -> Iterator[dict[str, Any]]:
    """Return every case of the files beside this module, in order of file name."""
    for path in sorted(CASES.glob(pattern)):
        yield from (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)


def read(case: dict[str, Any]) -> Activity:
    """Return what is understood of a case at noon of its reference day in Brussels."""
    now = datetime.fromisoformat(f"{case['reference']}T12:00").replace(tzinfo=ZONE)
    return understand_activity(case["text"], languages=[case["lang"]], now=now, zone=ZONE)


def countries(activity: Activity) -> set[str]:
    """Return the partners as countries, a region as its members."""
    return {code for match in activity.partner_codes for code in reference().members(match)}


def verdicts(case: dict[str, Any], found: Activity) -> dict[str, str]:
    """Return ``right``, ``asked`` (left open) or ``wrong`` for each field that is judged."""
    checks: dict[str, str] = {}
    expected = {member for code in case["partners"] for member in reference().members(code)}
    said = countries(found)
    if said == expected:
        checks["partners"] = "right"
    else:
        checks["partners"] = "asked" if said < expected else "wrong"
    checks |= _dates(case, found)
    kinds = {case["kind"], *case["kind_ok"]}
    checks["kind"] = _coded(found.kind.sure, kinds, asked=not found.kind.is_sure)
    themes, allowed = set(case["themes"]), {*case["themes"], *case["themes_opt"]}
    taken = set(found.theme_codes)
    if taken <= allowed and themes <= taken:
        checks["themes"] = "right"
    else:
        checks["themes"] = "asked" if taken <= allowed else "wrong"
    if case["programme"] is not None:
        programmes = {case["programme"]} if case["programme"] else {None}
        asked = bool(found.programme.matches) and not found.programme.is_sure
        checks["programme"] = _coded(found.programme.sure, programmes, asked=asked)
    if case.get("place"):
        checks |= _place(case, found)
    return checks


def _coded(said: str | None, right: set[Any], *, asked: bool) -> str:
    if asked:
        return "asked"
    return "right" if said in right else ("asked" if said is None else "wrong")


def _dates(case: dict[str, Any], found: Activity) -> dict[str, str]:
    when = found.dates.sure if found.dates else None
    checks = {}
    for field in ("start", "end"):
        if case[field] is None:
            continue
        said = getattr(when, field).isoformat() if when else ""
        right = said == case[field]
        checks[field] = "right" if right else "wrong" if said else "asked"
    return checks


def _place(case: dict[str, Any], found: Activity) -> dict[str, str]:
    """Judge a place that the text names; one that has to be inferred is not judged."""
    words = [fold(word) for word in case["place"].replace(";", " ").split()]
    stems = [word[: max(4, len(word) - 2)] for word in words]
    if not any(stem in fold(case["text"]) for stem in stems):
        return {}
    said = fold(found.place.words) if found.place else ""
    if any(said.startswith(stem) or stem in said for stem in stems):
        return {"place": "right"}
    return {"place": "wrong" if said else "asked"}


def main(pattern: str = "*.jsonl", *, verbose: bool = False) -> None:
    """Print a line for each field and language, partners' F1, and the times."""
    rows: dict[str, Counter[str]] = {}
    hits: Counter[str] = Counter()
    took = []
    for case in cases(pattern):
        began = perf_counter()
        found = read(case)
        took.append(perf_counter() - began)
        said = countries(found)
        expected = {member for code in case["partners"] for member in reference().members(code)}
        hits["true"] += len(said & expected)
        hits["said"] += len(said)
        hits["there"] += len(expected)
        for field, verdict in verdicts(case, found).items():
            for row in ("all fields", f"field {field}", f"language {case['lang']}"):
                rows.setdefault(row, Counter())[verdict] += 1
            if verbose and verdict != "right":
                print(verdict, field, case["id"], _short(case, found, field), case["text"])
    for row, count in sorted(rows.items()):
        share = 100 * count["right"] / count.total()
        print(f"{row:18} {share:5.1f} % of {count.total():5}, wrong {count['wrong']:4}", end="")
        print(f", asked {count['asked']:4}")
    precision, recall = hits["true"] / hits["said"], hits["true"] / hits["there"]
    f1 = 2 * precision * recall / (precision + recall)
    print(f"partners: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    print(f"a sentence: median {median(took) * 1000:.1f} ms, slowest {max(took) * 1000:.0f} ms")


def _short(case: dict[str, Any], found: Activity, field: str) -> str:
    match field:
        case "partners":
            return f"{sorted(countries(found))} for {case['partners']}"
        case "kind":
            return f"{found.kind.codes} for {case['kind']}"
        case "themes":
            return f"{[(m.code, m.words) for m in found.themes]} for {case['themes']}"
        case "programme":
            return f"{[(m.code, m.words) for m in found.programme.matches]} for {case[field]!r}"
        case "place":
            return f"{found.place and found.place.words!r} for {case[field]!r}"
        case _:
            return f"{found.dates and found.dates.words!r} for {case[field]!r}"


if __name__ == "__main__":
    main(*[arg for arg in sys.argv[1:] if arg != "-v"], verbose="-v" in sys.argv)
