"""``make bench``: how long a date and a sentence take, and what loading them costs."""

import asyncio
import subprocess
import sys
from datetime import UTC, datetime
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.understanding.activity import split_activities, understand_activity
from bot.understanding.dates import find_when, understand_when
from tests.understanding import report_activities, report_dates

SETTINGS = {
    "languages": ["en", "fr"],
    "now": datetime(2026, 11, 24, 12, tzinfo=UTC),
    "zone": ZoneInfo("Europe/Brussels"),
}
LONG = 10_000
HOSTILE = (
    "1 2 3 4 5 6 7 8 9 ", "12.12.12.12.", "5-6-7-8-", "mai ", "5 mai et ", "du du de ", "(((",
    "9:30-", "in in 5 ", "a b c ", "5/5/5/", "\u202e5\u202c ", "next last this ",
)  # fmt: skip
NOTES = ("visit, 3 May; Georgia – ", "Georgia ", "visite au Mali le 3 mai. ", "Budget-", "ARP 2 3 ")
IMPORT = "import time; t = time.perf_counter(); import bot.understanding.activity; "
IMPORT += "print(time.perf_counter() - t)"


def took(work):
    """Return the milliseconds that *work* takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def sentences():
    """Print what sentences and pasted notes take."""
    cases = list(report_activities.cases())
    began = perf_counter()
    report_activities.read(cases[0])
    print(f"the first sentence: {(perf_counter() - began) * 1000:.0f} ms")
    for case in cases:
        report_activities.read(case)
    times = [took(lambda case=case: report_activities.read(case)) for case in cases]
    print(f"a sentence, warm: median {median(times):.2f} ms, slowest {max(times):.1f} ms")
    texts = [(sign * LONG)[:LONG] for sign in (*HOSTILE, *NOTES)]
    worst = max(took(lambda text=text: understand_activity(text, **SETTINGS)) for text in texts)
    print(f"10,000 hostile signs as an activity: slowest {worst:.0f} ms")
    worst = max(took(lambda text=text: split_activities(text, **SETTINGS)) for text in texts)
    print(f"10,000 hostile signs as a note: slowest {worst:.0f} ms")


def main():
    """Print the figures."""
    cases = list(report_dates.cases())
    for case in cases:
        report_dates.read(case)  # warm: every language's words are loaded
    dates = [took(lambda case=case: report_dates.read(case)) for case in cases]
    print(f"a date, warm: median {median(dates):.2f} ms, slowest {max(dates):.1f} ms")
    texts = [(sign * LONG)[:LONG] for sign in HOSTILE]
    worst = max(took(lambda text=text: understand_when(text[:200], **SETTINGS)) for text in texts)
    print(f"200 hostile signs as an answer: slowest {worst:.0f} ms")
    worst = max(took(lambda text=text: find_when(text, **SETTINGS)) for text in texts)
    print(f"10,000 hostile signs as a sentence: slowest {worst:.0f} ms")
    sentences()
    cold = subprocess.run(
        [sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True
    )
    print(f"import: {float(cold.stdout) * 1000:.0f} ms")


async def run(standin, databases):
    """Print the figures, among those of the other benchmarks."""
    del standin, databases
    print("\nUnderstanding what is typed")
    await asyncio.to_thread(main)


if __name__ == "__main__":
    main()
