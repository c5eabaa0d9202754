"""Claiming on PostgreSQL: two processes against one, each claiming and settling row after row.

``python -m tests.bench.claiming URL SECONDS`` is one of the processes; it prints how many it got.
"""

import asyncio
import secrets
import subprocess
import sys
from datetime import UTC, datetime
from time import monotonic

from storage import deliveries
from storage.database import Database
from storage.models import DeliveryState
from tests.bench.measure import Databases, Report, StandIn, _environment, add_people, middle
from tests.bench.planning import rows

ROUNDS = 5
SECONDS = 2.0
ROWS = 20_000
PEOPLE = 4000
RATIO = 1.8
AT_ONCE = 500
"""Rows that a process puts into its queue at once, when several share what is due."""


def claim_for(url: str, seconds: float) -> int:
    """Claim and settle for some seconds; return how many rows it was."""
    database, me, count = Database(url), secrets.token_hex(8), 0
    ends = monotonic() + seconds
    while monotonic() < ends:
        with database.transaction() as session:
            reserved = deliveries.reserve(session, by=me, now=datetime.now(UTC), limit=AT_ONCE)
        left = [one.row_id for one in reserved]
        while left and monotonic() < ends:
            with database.transaction() as session:
                row = deliveries.begin(session, left.pop(0), by=me, now=datetime.now(UTC))
            if row is None:
                continue
            with database.transaction() as session:
                deliveries.settle(session, row, DeliveryState.SENT, by=me, message_id=1)
            count += 1
        with database.transaction() as session:
            deliveries.leave(session, left, by=me)
    database.close()
    return count


async def run(standin: StandIn, databases: Databases) -> None:
    """Print the rates and their ratio."""
    del standin
    report = Report("Claiming on PostgreSQL, SKIP LOCKED")
    url = databases.postgres()
    database = Database(url)
    with database.transaction() as session:
        ids = add_people(session, PEOPLE)
    with database.transaction() as session:
        now = datetime.now(UTC)
        deliveries.plan(session, rows(ids, "claim", ROWS, now), now=now)
    database.close()
    found: dict[int, list[float]] = {1: [], 2: []}
    for number in range(ROUNDS + 1):
        for processes in (1, 2):
            counts = await asyncio.gather(*(_one(url) for _ in range(processes)))
            if number:
                found[processes].append(sum(counts) / SECONDS)
    ratio = middle(found[2]) / middle(found[1])
    report.line("one process: rows a second", f"{middle(found[1]):.0f}")
    report.line(
        "two processes: rows a second",
        f"{middle(found[2]):.0f} = {ratio:.2f} ×",
        f"≥ {RATIO} ×",
        ratio >= RATIO,
    )


async def _one(url: str) -> int:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.bench.claiming", url, str(SECONDS)),
        stdout=subprocess.PIPE,
        env=_environment(),
    )
    said, _ = await process.communicate()
    return int(said)


if __name__ == "__main__":
    print(claim_for(sys.argv[1], float(sys.argv[2])))
