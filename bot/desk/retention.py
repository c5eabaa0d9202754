"""Ends what is kept for too long, by the rules of ``storage/register.py``; /retention shows it."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.chat.feature import Command, Tools
from bot.chat.request import Request
from bot.core import retention_words, times
from bot.core.access import Access
from bot.core.messages import Html
from bot.core.texts import Texts
from bot.outbox import incidents
from config.network import Network
from storage import marks, strangers
from storage import retention as kept
from storage.database import Database
from storage.register import REGISTER, RULES, RuleName

MARK = "retention"
"""When retention last ran."""
LOOKED_AHEAD = timedelta(days=30)
"""What will go within this span is shown; what went within it is counted."""
RUNS_KEPT = timedelta(days=366)
SILENCED_KEPT_FOR = timedelta(days=365)
"""Counts of days, which say nothing of anybody."""


async def forget(tools: Tools) -> None:
    """End what is overdue, some rows a transaction, so that nobody waits long for the lock."""
    runtime = tools.runtime
    done: dict[RuleName, int] = {}
    for rule in kept.ENDED_HERE:
        ended = kept.AT_ONCE
        while ended >= kept.AT_ONCE:
            now = runtime.clock.now()
            ended = await runtime.db(kept.end_some, runtime.network.retention, rule, now=now)
            done[rule] = done.get(rule, 0) + ended
    await runtime.db(note, done, now=runtime.clock.now())
    if any(done.values()):
        # What was deleted stands in the write-ahead log, or in dead rows, until they are emptied.
        await runtime.in_thread(runtime.database.wipe, list(REGISTER))


def forget_now(database: Database, network: Network, *, now: datetime) -> dict[RuleName, int]:
    """Do the same where no bot runs, as the command line does; return how much ended, by rule."""
    done: dict[RuleName, int] = {}
    for rule in kept.ENDED_HERE:
        ended = kept.AT_ONCE
        while ended >= kept.AT_ONCE:
            with database.transaction() as session:
                ended = kept.end_some(session, network.retention, rule, now=now)
            done[rule] = done.get(rule, 0) + ended
    with database.transaction() as session:
        note(session, done, now=now)
    if any(done.values()):
        database.wipe(list(REGISTER))
    return {rule: number for rule, number in done.items() if number}


def note(session: Session, done: Mapping[RuleName, int], *, now: datetime) -> None:
    """Keep when retention ran, and how much it ended."""
    kept.note(session, done, now=now)
    kept.forget_done(session, now - RUNS_KEPT)
    strangers.forget_before(
        session,
        faults=(now - incidents.OUTSIDE_KEPT_FOR).date(),
        counts=(now - SILENCED_KEPT_FOR).date(),
    )
    marks.put(session, MARK, now)


def coming(session: Session, network: Network, *, now: datetime) -> dict[RuleName, int]:
    """Return by rule how many rows will be overdue in 30 days, as things stand."""
    return kept.count(session, network.retention, now=now + LOOKED_AHEAD)


# --- /retention ------------------------------------------------------------------------------


def show(request: Request) -> None:
    """What will go within 30 days, and what went in the last 30, as counts."""
    session, texts, network = request.session, request.texts, request.runtime.network
    now = request.now
    will_go = coming(session, network, now=now)
    asking, asked = kept.silent(session, network.retention, now=now + LOOKED_AHEAD)
    gone = kept.done_since(session, now - LOOKED_AHEAD)
    last = marks.get(session, MARK)
    ahead = times.length(LOOKED_AHEAD, texts.language)
    parts = [
        texts("retention-title"),
        _part(texts("retention-coming", span=ahead), will_go, texts),
        texts("retention-asked", asking=len(asking), asked=asked),
        _part(texts("retention-gone", span=ahead), gone, texts),
    ]
    if last is not None:
        when = times.moment(last.at, request.member.zone, texts.language)
        parts.append(texts("retention-last", when=when))
    request.say(Html("\n\n".join(parts)))


def _part(head: Html, numbers: Mapping[RuleName, int], texts: Texts) -> Html:
    lines = list(_lines(numbers, texts)) or [texts("retention-none")]
    return Html("\n".join([head, *lines]))


def _lines(numbers: Mapping[RuleName, int], texts: Texts) -> Iterator[Html]:
    """Yield a line for each rule that has something."""
    for rule in RULES:
        if numbers.get(rule):
            what = texts(retention_words.COUNTED.key(rule))
            yield texts("retention-count", what=what, count=numbers[rule])


COMMANDS = (Command("retention", show, Access.COORDINATOR, rank=115),)
