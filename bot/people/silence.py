"""Members of whom nothing was heard for long: asked whether they stay, and removed if not."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.chat.callback_data import OldButton
from bot.chat.feature import Job, Tools
from bot.chat.request import Request
from bot.core.runtime import Runtime
from bot.core.working_hours import next_working_instant
from bot.people import personal_data
from bot.people.callbacks import STAY
from bot.people.personal_data import Why
from config.network import Network
from storage import deliveries, people
from storage import retention as kept
from storage.models import Person
from storage.register import RuleName

ASKED = "silent"
"""The kind of message that asks."""
AT_ONCE = 20
"""So many are removed in one transaction."""


def _questions(
    session: Session, network: Network, *, now: datetime, until: datetime
) -> Iterator[tuple[Person, dict[str, Any]]]:
    """Yield each member who has to be asked by *until*, with the message that asks."""
    span = network.retention.silent_asked_after
    found, _ = kept.silent(session, network.retention, now=until)
    for person in found:
        heard = person.last_seen_at or person.acknowledged_at
        due_at = next_working_instant(
            max(heard + span, now), ZoneInfo(person.zone), network.working_hours
        )
        yield (
            person,
            {
                "key": f"{ASKED}:{person.id}:{heard.isoformat()}",
                "person_id": person.id,
                "kind": ASKED,
                "due_at": due_at,
            },
        )


def ask(session: Session, network: Network, *, now: datetime) -> int:
    """Ask everybody who was silent for long; return how many that were."""
    asked = list(_questions(session, network, now=now, until=now))
    for person, row in asked:
        deliveries.plan(session, [row], now=now)
        person.asked_to_stay_at = now
        session.add(person)
    session.flush()
    return len(asked)


def coming(
    session: Session, network: Network, *, now: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    """Return the questions that :func:`ask` will plan by *until*, if nobody writes before."""
    return [row for _, row in _questions(session, network, now=now, until=until)]


def remove(session: Session, network: Network, *, now: datetime) -> int:
    """Remove some of those who did not answer, as ``/forget`` does; return how many."""
    removed = 0
    for person_id in kept.removable(session, network.retention, now=now)[:AT_ONCE]:
        person = people.get(session, person_id)
        if person is not None:
            personal_data.erase(session, network, person, now=now, why=Why.SILENT)
            removed += 1
    kept.note(session, {RuleName.MEMBERS: removed}, now=now)
    return removed


def ends_at(person: Person, network: Network) -> datetime:
    """Return when a member who was asked is removed, unless there is a sign of life."""
    spans = network.retention
    heard = person.last_seen_at or person.acknowledged_at
    asked = person.asked_to_stay_at or heard
    time_to_answer = spans.silent_removed_after - spans.silent_asked_after
    return max(heard + spans.silent_removed_after, asked + time_to_answer)


def stay(request: Request) -> None:
    """The press of *Keep me*; that it came at all is the sign of life."""
    if request.row(0, Person).id != request.member_id:
        raise OldButton(STAY.name)
    request.show(request.texts("silent-stays"))


async def _look_after(tools: Tools) -> None:
    runtime = tools.runtime
    asked = await runtime.db(ask, runtime.network, now=runtime.clock.now())
    removed = total = await runtime.db(remove, runtime.network, now=runtime.clock.now())
    while removed >= AT_ONCE:
        removed = await runtime.db(remove, runtime.network, now=runtime.clock.now())
        total += removed
    if asked or total:
        runtime.wake_delivery.set()


def _upcoming(
    runtime: Runtime, session: Session, after: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    return coming(session, runtime.network, now=after, until=until)


JOBS = (Job("ask_silent", timedelta(hours=1), _look_after, _upcoming),)
