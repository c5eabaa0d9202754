"""What will be sent by itself, to whom, and who is left out: found by the code that sends it.

The rows of the outbox, and those that the jobs will add, are drawn one after the other as if their
hour had come and nothing had happened meanwhile; whatever the plan holds for somebody without a
row is there with its reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot.core.messages import Act, Outgoing
from bot.core.runtime import Runtime
from bot.core.text_families import UNDELIVERED
from bot.outbox import hours
from bot.outbox.left_out import NOT_ADDRESSED, LeftOut
from bot.outbox.message_kinds import Topic
from bot.outbox.notification import Known, Withheld
from bot.outbox.render import render
from bot.reminders import service as reminders
from bot.reminders.service import Prospect
from storage import deliveries, people, reminding
from storage.meetings import get as get_meeting
from storage.models import Delivery, DeliveryState, Meeting, Person


@dataclass(frozen=True)
class Item:
    """One message as it stands now: that it will be sent to a person, or why it will not."""

    at: datetime
    kind: str
    """What the person would call it: of a reminder, its rule."""
    topic: Topic
    person: Person
    meeting: Meeting | None
    message: Outgoing | None
    """What will be sent; None where it will not."""
    reason: str | None = None
    """The key of the sentence that says why not."""
    moved_from: datetime | None = None
    """When it would have come but for working hours."""


def look(session: Session, runtime: Runtime, *, now: datetime, until: datetime) -> list[Item]:
    """Return everything automatic that is due by *until*, the first to come first."""
    everybody = {person.id: person for person in people.active(session)}
    coming = prospects(session, runtime, now=now)
    rows = {row.key: row for row in _rows(session, runtime, now=now, until=until)}
    known = Known(seats=people.seats(session))
    found = []
    for row in rows.values():
        prospect = coming.get(row.key)
        person = everybody.get(row.person_id) or people.get(session, row.person_id)
        found.append(_drawn(session, runtime, row, person, prospect, now=now, known=known))
    absent = {
        key: prospect
        for key, prospect in coming.items()
        if key not in rows and prospect.slot.due_at <= until
    }
    found.extend(_without_row(session, runtime, absent, everybody))
    return sorted(
        (item for item in found if item is not None), key=lambda item: (item.at, item.kind)
    )


def next_at(
    session: Session, runtime: Runtime, *, after: datetime, until: datetime
) -> datetime | None:
    """Return when the next message leaves that waits or that a job will plan, within a span."""
    planned = [row["due_at"] for row in _planned(session, runtime, now=after, until=until)]
    waiting = deliveries.next_due(session, after=after)
    instants = [at for at in (waiting, *planned) if at is not None and after < at <= until]
    return min(instants, default=None)


def prospects(session: Session, runtime: Runtime, *, now: datetime) -> dict[str, Prospect]:
    """Return what the plan of every meeting still holds, by key."""
    meetings = reminding.meetings_with_plans(session, since=now - reminders.LONGEST_AFTER)
    return {
        prospect.key: prospect
        for meeting in meetings
        for prospect in reminders.prospects(session, runtime.network, meeting, now=now)
    }


def _rows(
    session: Session, runtime: Runtime, *, now: datetime, until: datetime
) -> Iterator[Delivery]:
    """Yield what waits in the outbox, then what the jobs will add to it; the latter is not kept."""
    yield from deliveries.due_before(session, until)
    for row in _planned(session, runtime, now=now, until=until):
        yield Delivery(**row, next_try_at=row["due_at"], created_at=now)


def _planned(
    session: Session, runtime: Runtime, *, now: datetime, until: datetime
) -> list[dict[str, Any]]:
    """Return the rows that the jobs will add by *until*."""
    planned = [
        row
        for upcoming in runtime.upcoming
        for row in upcoming(runtime, session, now, until)
        if row["due_at"] <= until
    ]
    there = deliveries.by_keys(session, [row["key"] for row in planned])
    return [row for row in planned if row["key"] not in there]


def _drawn(
    session: Session,
    runtime: Runtime,
    row: Delivery,
    person: Person | None,
    prospect: Prospect | None,
    *,
    now: datetime,
    known: Known,
) -> Item | None:
    """Return what drawing a row gives at its hour; None for what nobody sees."""
    if person is None or runtime.kinds.get(row.kind) is None:
        return None
    at = hours.leaves_at(runtime, row, person, now=max(row.next_try_at, now))
    try:
        drawn = render(session, runtime, row, now=at, known=known)
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001 - when its hour comes this row ends as failed, and no other
        drawn = Withheld(DeliveryState.FAILED, "a fault of ours")
    if isinstance(drawn, Outgoing) and drawn.act is not Act.SEND:
        return None
    reason = _reason(drawn) if isinstance(drawn, Withheld) else None
    topic = runtime.kinds.topic_of(runtime.network, row)
    return Item(
        at,
        topic.code,
        topic,
        person,
        get_meeting(session, row.meeting_id) if row.meeting_id else None,
        drawn if isinstance(drawn, Outgoing) else None,
        reason,
        _moved_from(prospect),
    )


def _without_row(
    session: Session,
    runtime: Runtime,
    absent: dict[str, Prospect],
    everybody: Mapping[int, Person],
) -> Iterator[Item]:
    """Yield what the plan holds and nobody will get, with the reason."""
    there = deliveries.by_keys(session, list(absent))
    topics = runtime.kinds.topics(runtime.network)
    for key, prospect in absent.items():
        person = everybody.get(prospect.person_id)
        reason = _reason_without_row(prospect, there.get(key))
        if person is None or reason is None:
            continue
        slot = prospect.slot
        meeting = get_meeting(session, prospect.meeting_id)
        yield Item(
            slot.due_at,
            slot.kind,
            topics[slot.kind],
            person,
            meeting,
            None,
            reason,
            _moved_from(prospect),
        )


def _reason_without_row(prospect: Prospect, row: Delivery | None) -> str | None:
    """Return the key of why there is nothing to send; None where nothing is missed."""
    if prospect.left_out in NOT_ADDRESSED:
        return None
    if prospect.left_out is not None:
        return prospect.left_out.key
    if row is None or not deliveries.is_final(row):
        return None
    return LeftOut.TOLD.key if row.state is DeliveryState.SENT else UNDELIVERED.key(row.state)


def _reason(outcome: Withheld) -> str:
    """Return the key of the sentence for a reason of the outbox; of its state, if it has none."""
    known = {reason.value: reason.key for reason in LeftOut}
    return known.get(outcome.reason, UNDELIVERED.key(outcome.state))


def _moved_from(prospect: Prospect | None) -> datetime | None:
    if prospect is None or prospect.slot.wished_at == prospect.slot.due_at:
        return None
    return prospect.slot.wished_at
