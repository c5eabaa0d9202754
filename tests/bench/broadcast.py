"""A broadcast under a strict server: 30 in any second, three seconds of refusals beyond.

The real program with its real pace; the share is that of the server's limit which the notices
took between the first and the last. People's answers are measured at rest and during a broadcast,
with two commands a second.
"""

import asyncio
import os
from datetime import UTC, datetime, timedelta

from bot.meetings import service as meetings
from bot.meetings.fields import MEETING_FIELDS
from config.network import network
from storage import people as stored_people
from storage.database import Database
from storage.models import Format
from tests.bench.measure import (
    FIRST_CHAT,
    Databases,
    Report,
    StandIn,
    add_people,
    bot,
    middle,
    own,
    share,
)

LIMIT = 30
LATENCY = 0.04
RATE = 2
ALONE, BESIDE, WAIT = 0.95, 0.90, 1.5
ROUNDS = 5
REST_SECONDS = 12
PEOPLE = 500
PEOPLE_LONG = 5000


def announce(database: Database, title: str, by: int) -> None:
    """Announce a meeting to everybody, as the service does it."""
    now = datetime.now(UTC)
    starts_at = (now + timedelta(days=200)).replace(microsecond=0)
    values = MEETING_FIELDS.complete(
        series="dsn",
        title=title,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        zone="Europe/Brussels",
        format=Format.ONLINE,
        place=None,
        link="https://meet.example.org/dsn",
        reply_by=starts_at - timedelta(days=14),
    )
    with database.transaction() as session:
        person = stored_people.get(session, by)
        assert person is not None
        card = (person.telegram_id or 0, 1)
        meetings.announce(session, network(), values, by=person, now=now, card=card)


async def run(standin: StandIn, databases: Databases) -> None:
    """Print shares, refusals and what people waited; LONG=1 adds a broadcast of 5,000."""
    sizes = [(PEOPLE, ROUNDS)]
    if os.environ.get("LONG"):
        sizes.append((PEOPLE_LONG, 1))
    for people, rounds in sizes:
        await _measure(standin, databases, people, rounds)


async def _measure(standin: StandIn, databases: Databases, people: int, rounds: int) -> None:
    report = Report(
        f"A broadcast of {people}, at most {LIMIT} in any second, API latency 40 ms, "
        f"{rounds} of each"
    )
    url = databases.sqlite()
    database = Database(url)
    with database.transaction() as session:
        ids = add_people(session, people)
    shares: dict[str, list[float]] = {"alone": [], "beside": []}
    waits: dict[str, list[float]] = {"rest": [], "broadcast": []}
    refused = 0
    async with bot(standin, own(), url) as running:
        token = running.token
        await standin.ask("setting", token=token, latency=LATENCY, limit=LIMIT)
        chatting = {"token": token, "rate": RATE, "people": 40, "first": FIRST_CHAT + 50}
        for number in range(rounds):
            told = await standin.ask("commands", seconds=REST_SECONDS, **chatting)
            waits["rest"] += told["took"]
            for how in ("alone", "beside"):
                title = f"Meeting {how} {number} of {people}"
                waiting = asyncio.create_task(
                    standin.ask(
                        "arrivals",
                        token=token,
                        words=title,
                        count=people,
                        within=people / LIMIT * 4 + 30,
                    )
                )
                await asyncio.sleep(0.3)
                await asyncio.to_thread(announce, database, title, ids[0])
                if how == "beside":
                    seconds = people / LIMIT * 0.95
                    told = await standin.ask("commands", seconds=seconds, **chatting)
                    waits["broadcast"] += told["took"]
                instants = (await waiting)["instants"]
                spent = instants[-1] - instants[0]
                shares[how].append((people - 1) / spent / LIMIT)
                refused += (await standin.ask("setting", token=token))["refusals"]
                await asyncio.sleep(3)
    database.close()
    for how, target in (("alone", ALONE), ("beside", BESIDE)):
        found = middle(shares[how])
        words = "alone" if how == "alone" else f"beside {RATE} commands a second"
        report.line(f"share of the limit, {words}", f"{found:.3f}", f"≥ {target}", found >= target)
    report.line("refusals (429) provoked", str(refused), "0", refused == 0)
    rest, busy = share(waits["rest"], 0.95), share(waits["broadcast"], 0.95)
    report.line(
        "p95 of answers: during a broadcast against at rest",
        f"{busy * 1000:.0f} / {rest * 1000:.0f} ms = {busy / rest:.2f} ×",
        f"≤ {WAIT} ×",
        busy / rest <= WAIT,
    )
