"""Refused attempts for coordinators: one act a day that counts them, however many there were."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.core.refusals import Counts
from bot.core.runtime import Runtime
from config.network import Network
from storage import audit
from storage import refused as stored

ACT = "refused.attempts"


async def keep(runtime: Runtime) -> None:
    """Store what this process counted; make an act of each day that is over."""
    now, today = runtime.clock.now(), _today(runtime.network, runtime.clock.now())
    counts = runtime.refused.take()
    if not counts and not await runtime.read(stored.is_over, today):
        return
    try:
        await runtime.db(note, runtime.network, counts, now=now)
    except BaseException:
        runtime.refused.give_back(counts)
        raise


def note(session: Session, network: Network, counts: Counts, *, now: datetime) -> None:
    """Add *counts* to the day's, and record the days before it: what was tried, by whom."""
    today = _today(network, now)
    stored.add(session, today, counts)
    days: dict[date, dict[str, dict[str, int]]] = {}
    for day, way, standing, count in stored.take_before(session, today):
        days.setdefault(day, {}).setdefault(standing, {})[way] = count
    for day, tried in days.items():
        audit.record(session, ACT, by=None, now=now, subject=f"day:{day}", tried=tried)


def between(session: Session, since: datetime, until: datetime) -> int:
    """Return how many attempts were recorded between two instants, and count today."""
    acts = audit.between(session, ACT, since, until)
    return stored.total(session) + sum(
        sum(ways.values()) for act in acts for ways in act.detail.get("tried", {}).values()
    )


def _today(network: Network, now: datetime) -> date:
    return now.astimezone(ZoneInfo(network.zone)).date()
