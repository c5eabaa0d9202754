"""Loads what reading typed text needs once somebody has come, off the event loop.

The first sentence in a process would otherwise wait for word lists and calendars to be read; a
process that nobody writes to does without them.
"""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.chat import languages as writing
from bot.core import logs
from bot.core.runtime import Runtime
from config.network import network
from storage import people

log = logs.get(__name__)

AFTER = timedelta(seconds=2)
"""Once somebody has come: what they wrote is answered first."""
SENTENCE = "INTER PARES, Montenegro, expert, 18/07/2022"
"""What is read for the sake of loading: names that every language has, and a date in figures.

So the words of dates are loaded in the members' languages alone. The first date in another one
waits for the rest (60 ms, 4 MiB), and the first that they do not tell for dateparser.
"""


async def preload(runtime: Runtime, *, after: timedelta = AFTER) -> None:
    """Wait until somebody comes; read one sentence in the members' languages, in a thread."""
    await runtime.somebody_came.wait()
    await asyncio.sleep(after.total_seconds())
    languages = await runtime.read(languages_of_members)
    now, zone = runtime.clock.now(), ZoneInfo(runtime.network.zone)

    def load() -> None:
        from bot.understanding.activity import understand_activity  # this is what takes time

        understand_activity(SENTENCE, languages=languages, now=now, zone=zone)

    await asyncio.to_thread(load)
    log.info("understanding_loaded", languages=len(languages))


def languages_of_members(session: Session) -> tuple[str, ...]:
    """Return the languages that the active members are likely to write, the commonest first."""
    counts: dict[str, int] = {}
    default = network().working_languages
    for person in people.active(session):
        for language in writing.languages_of(session, person, person.language):
            counts[language] = counts.get(language, 0) + 1
    return tuple(sorted(counts, key=lambda language: -counts[language])) or default
