"""Memory of the program while people use it: at rest, and after 1,000 commands of 20 of them.

They type what members type: commands, lists with filters, sentences that tell of an activity,
answers of a form. Half of them read French. The stand-in is the strict one, in this process.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.practice.clock import WorldClock
from bot.practice.server import serving
from bot.standin.world import Person, World
from config.reference import reference
from storage.database import Database
from storage.models import Role
from tests.bench.measure import ROOT, Databases, Report, StandIn, memory
from tests.harness.stock import Character, admit

PEOPLE, COMMANDS, BETWEEN = 20, 1_000, 250
MOST_MIB = 110
AT_REST_AFTER = 3.0
RUN = (str(Path(sys.executable).parent / "dsn-bot"), "run")
TYPED = (
    "/start",
    "/help",
    "/update",
    "Training for MPs of Moldova on the budget, 3 March 2026, in Chisinau",
    "/cancel",
    "/projects Western Balkans, security",
    "/projects budget, 2026",
    "/who Ukraine",
    "/meetings",
    "/board",
    "/settings",
    "/update Visite d’étude de députés du Monténégro, du 3 au 5 novembre 2026",
    "/cancel",
    "/myupdates",
    "/people",
    "/projects montenegor",
    "/log",
    "/mydata",
    "/forecast",
    "/privacy",
)


async def run(standin: StandIn, databases: Databases) -> None:
    """Print the memory at rest, on the way and at the end."""
    del standin
    report = Report(f"Memory of the program, {COMMANDS:,} commands of {PEOPLE} people, SQLite")
    url = databases.sqlite()
    world = World(token="1:a-token-of-the-benchmark-alone", clock=WorldClock())
    people = [join(world, number) for number in range(PEOPLE)]
    database = Database(url)
    with database.transaction() as session:
        for who, chamber in zip(people, reference().chambers, strict=False):
            role = Role.COORDINATOR if who is people[0] else Role.CORRESPONDENT
            joins = Character(who.name, chamber.id, role, str(who.language_code))
            admit(session, joins, who.id, now=world.clock.now())
    database.close()
    async with serving(world) as address, started(world, address, url) as pid:
        report.line("at rest", f"{memory(pid):.0f} MiB")
        for done in range(1, COMMANDS + 1):
            # Each is at another place of the list, so that all is typed in both languages.
            text = TYPED[(done // PEOPLE + done) % len(TYPED)]
            await say(world, people[done % PEOPLE], text)
            if done % BETWEEN == 0:
                taken, is_end = memory(pid), done == COMMANDS
                target = (f"≤ {MOST_MIB} MiB", taken <= MOST_MIB) if is_end else ("", None)
                report.line(f"after {done:,} commands", f"{taken:.0f} MiB", *target)


def join(world: World, number: int) -> Person:
    """Add somebody who has pressed Start."""
    person = world.person(f"P{number}", language_code=("en", "fr")[number % 2])
    person.started = True
    return person


async def say(world: World, person: Person, text: str) -> None:
    """Type something and wait until the bot has answered in that chat."""
    before = len(world.sent)
    person.send(text)
    await world.until(lambda: any(sent.chat_id == person.id for sent in world.sent[before:]))


@asynccontextmanager
async def started(world: World, address: str, url: str) -> AsyncIterator[int]:
    """Yield the number of the program's process, once it polls and is at rest."""
    settings = {
        "DSN_BOT_TOKEN": world.token,
        "DSN_BOT_API_URL": address,
        "DSN_DATABASE_URL": url,
        "DSN_TRIAL": "1",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
    }
    process = await asyncio.create_subprocess_exec(*RUN, env=os.environ | settings)
    try:
        await world.until(lambda: world.poller is not None, within=60)
        await asyncio.sleep(AT_REST_AFTER)
        yield process.pid
    finally:
        process.kill()
        await process.wait()
