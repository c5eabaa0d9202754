"""200 strangers at two updates a second each, presses included: what members notice of it.

The same broadcast and the same members' commands, idle and flooded in turn; how quickly a pile of
strangers' updates is swallowed; what the flood leaves in the database.
"""

import asyncio
from time import monotonic

from sqlalchemy import text

from storage.database import Database
from tests.bench.broadcast import LATENCY, LIMIT, announce
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

STRANGERS, EACH_A_SECOND = 200, 2
FIRST_STRANGER = 9_000_000
NOBODY = "0:nobody"
"""A token that no bot runs with: in the idle rounds the flood is made as well, and goes there.

So what the stand-in spends on making it is in both figures, and is not taken for the bot's.
"""
MEMBERS = 300
ROUNDS = 4
SECONDS = 20
COMMANDS = 2
PILE = 10_000
PACE, WAIT, SWALLOWED, GROWTH = 0.95, 1.5, 1000, 1.0


def size(database: Database) -> float:
    """Return the KiB that a database takes, with what is still in the write-ahead log."""
    with database.engine.connect() as connection:
        if not database.is_sqlite:
            query = text("SELECT pg_database_size(current_database())")
            return int(connection.execute(query).scalar_one()) / 1024
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        free = connection.execute(text("PRAGMA freelist_count")).scalar_one()
        return (int(pages) - int(free)) * 4


async def run(standin: StandIn, databases: Databases) -> None:
    """Print what members keep of their pace and wait, on each kind of database."""
    for name, url in databases.each():
        await _measure(standin, name, url)


async def _measure(standin: StandIn, name: str, url: str) -> None:
    report = Report(
        f"{STRANGERS} strangers at {EACH_A_SECOND} updates a second each, {name}, API latency "
        f"40 ms, {ROUNDS} of each"
    )
    database = Database(url)
    with database.transaction() as session:
        ids = add_people(session, MEMBERS)
    paces: dict[bool, list[float]] = {False: [], True: []}
    waits: dict[bool, list[float]] = {False: [], True: []}
    spent: dict[bool, list[float]] = {False: [], True: []}
    grown, flooded_seconds = 0.0, 0.0
    async with bot(standin, own(), url) as running:
        token = running.token
        await standin.ask("setting", token=token, latency=LATENCY, limit=LIMIT)
        asking = {"token": token, "rate": COMMANDS, "people": 40, "first": FIRST_CHAT + 50}
        await standin.ask("commands", seconds=3, **asking)  # what only people need is loaded
        for number in range(ROUNDS):
            for flooded in (False, True):
                before, began, used = size(database), monotonic(), running.cpu()
                flood = asyncio.create_task(_flood(standin, token if flooded else NOBODY, number))
                told = await standin.ask("commands", seconds=SECONDS, **asking)
                waits[flooded] += told["took"]
                spent[flooded].append((running.cpu() - used) / (monotonic() - began))
                if flooded:
                    grown += size(database) - before
                    flooded_seconds += monotonic() - began
                title = f"Meeting {number} {flooded}"
                paces[flooded].append(await _pace(standin, token, database, title, ids[0]))
                flood.cancel()
                await asyncio.gather(flood, return_exceptions=True)
                await asyncio.sleep(2)
        refused = (await standin.ask("setting", token=token))["refusals"]
        told = await standin.ask(
            "pile",
            token=token,
            count=PILE,
            people=STRANGERS,
            first=FIRST_STRANGER,
            member=FIRST_CHAT + 50,
        )
    database.close()
    kept = middle(paces[True]) / middle(paces[False])
    report.line(
        "pace of a broadcast: flooded against idle",
        f"{middle(paces[True]):.3f} / {middle(paces[False]):.3f} = {kept:.3f} ×",
        f"≥ {PACE} ×",
        kept >= PACE,
    )
    idle, busy = share(waits[False], 0.95), share(waits[True], 0.95)
    report.line(
        "p95 of members’ answers: flooded against idle",
        f"{busy * 1000:.0f} / {idle * 1000:.0f} ms = {busy / idle:.2f} ×",
        f"≤ {WAIT} ×",
        busy / idle <= WAIT,
    )
    idle, busy = middle(waits[False]), middle(waits[True])
    report.line(
        "median of the same",
        f"{busy * 1000:.0f} / {idle * 1000:.0f} ms = {busy / idle:.2f} ×",
        f"≤ {WAIT} ×",
        busy / idle <= WAIT,
    )
    idle, busy = middle(spent[False]), middle(spent[True])
    report.line(
        "the bot’s processor time a second: flooded, idle",
        f"{busy * 1000:.0f}, {idle * 1000:.0f} ms",
    )
    rate = PILE / told["took"]
    report.line(
        f"a pile of {PILE}, then a member: swallowed a second",
        f"{rate:.0f}",
        f"≥ {SWALLOWED}",
        rate >= SWALLOWED,
    )
    report.line(
        f"the database grew in {flooded_seconds:.0f} s of flood",
        f"{grown:.0f} KiB",
        f"≤ {GROWTH} MiB an hour",
        grown <= GROWTH * 1024,
    )
    report.line("refusals (429) provoked", str(refused), "0", refused == 0)


async def _flood(standin: StandIn, token: str, number: int) -> None:
    """Flood until cancelled; each time with half of the strangers new."""
    first = FIRST_STRANGER + number * STRANGERS // 2
    told = {"token": token, "people": STRANGERS, "rate": EACH_A_SECOND, "first": first}
    await standin.ask("flood", seconds=SECONDS + MEMBERS / LIMIT + 4, **told)


async def _pace(standin: StandIn, token: str, database: Database, title: str, by: int) -> float:
    """Announce a meeting; return the share of the limit that the notices took."""
    waiting = asyncio.create_task(
        standin.ask("arrivals", token=token, words=title, count=MEMBERS, within=120)
    )
    await asyncio.sleep(0.3)
    await asyncio.to_thread(announce, database, title, by)
    instants = (await waiting)["instants"]
    return (MEMBERS - 1) / (instants[-1] - instants[0]) / LIMIT
