"""How long it takes to understand what somebody typed: dates, and whole sentences."""

from datetime import UTC, datetime
from time import perf_counter
from zoneinfo import ZoneInfo

from tests.bench.measure import Databases, Report, StandIn, middle, share

ROUNDS = 5
DATES = (
    "18-20 July 2022",
    "2 et 3 novembre 2022",
    "jeudi 1er décembre 2022, 14h-17h",
    "11 March 2027 14:00-17:00",
    "next Thursday at 10",
    "März 2027",
    "17.11.2026",
    "demain 9h30",
)


async def run(standin: StandIn, databases: Databases) -> None:
    """Print the time of a reading; medians of five rounds over the same texts."""
    del standin, databases
    from bot.understanding import dates

    understand = getattr(dates, "understand_when", None)
    if understand is None:
        return
    report = Report("Understanding what is typed")
    now, zone = datetime(2026, 11, 24, 10, tzinfo=UTC), ZoneInfo("Europe/Brussels")
    spent: list[list[float]] = []
    for _ in range(ROUNDS + 1):
        each = []
        for text in DATES:
            began = perf_counter()
            understand(text, now=now, zone=zone)
            each.append(perf_counter() - began)
        spent.append(each)
    report.line("a date: median", f"{middle([middle(each) for each in spent[1:]]) * 1000:.1f} ms")
    report.line(
        "a date: slowest of eight", f"{middle([share(e, 1) for e in spent[1:]]) * 1000:.1f} ms"
    )
