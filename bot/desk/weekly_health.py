"""The weekly note on the bot's own health: silence would look the same as a dead bot."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.core.working_hours import at_local, next_working_instant
from bot.desk import refused
from bot.outbox import incidents
from config.network import Network
from storage import chain, deliveries, inbox, people, strangers
from storage.chain import End
from storage.models import DeliveryState

KIND = "health"
WEEK = timedelta(weeks=1)
AHEAD = timedelta(days=1)
LOOK_BACK = timedelta(days=1)
"""A note that a stopped bot missed for longer is left to the next week."""


@dataclass(frozen=True)
class Week:
    """What a week was like, in counts."""

    states: Mapping[DeliveryState, int]
    received: int
    faults: int
    """Those that members met and those of jobs."""
    outside_faults: int
    silenced: int
    """What strangers sent and was not read."""
    refused: int
    """Attempts that somebody had no right to."""
    end: End | None
    """The last act that is sealed."""


def note(session: Session, network: Network, *, now: datetime) -> int:
    """Plan the next note to each coordinator a day ahead; return how many were new."""
    rows = coming(session, network, after=now - LOOK_BACK, until=now + AHEAD)
    return deliveries.plan(session, rows, now=now)


def coming(
    session: Session, network: Network, *, after: datetime, until: datetime
) -> list[dict[str, Any]]:
    """Return the notes that are due between two instants, the second included."""
    told = people.coordinators(session)
    return [
        {
            "key": f"{KIND}:{due_at:%Y%m%d}:{person.id}",
            "person_id": person.id,
            "kind": KIND,
            "about": {"since": (due_at - WEEK).isoformat(), "until": due_at.isoformat()},
            "due_at": due_at,
            "expires_at": due_at + LOOK_BACK,
        }
        for due_at in _mornings(network, after=after, until=until)
        for person in told
        if person.created_at < due_at
    ]


def week(
    session: Session, since: datetime, until: datetime, *, besides: Collection[str] = ()
) -> Week:
    """Return what happened between two instants; messages of kinds in *besides* do not count."""
    references, jobs = incidents.between(session, since, until)
    first, last = since.date(), until.date()  # days are whole: those that ended in the week
    return Week(
        deliveries.counts_between(session, since, until, besides=sorted(besides)),
        inbox.received_between(session, since, until),
        len(references) + sum(map(len, jobs.values())),
        strangers.faults_between(session, first, last),
        strangers.silenced_between(session, first, last),
        refused.between(session, since, until),
        chain.end(session),
    )


def _mornings(network: Network, *, after: datetime, until: datetime) -> list[datetime]:
    """Return the beginning of each working week between two instants, in the network's zone."""
    zone = ZoneInfo(network.zone)
    found: list[datetime] = []
    monday = after.astimezone(zone).date()
    monday -= timedelta(days=monday.weekday())
    while True:
        first = at_local(monday, time(0), zone)
        morning = next_working_instant(first, zone, network.working_hours)
        if morning > until:
            return found
        if morning > after:
            found.append(morning)
        monday += WEEK
