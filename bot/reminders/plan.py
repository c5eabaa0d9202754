"""When which reminder of a meeting is due for a person: pure rules over plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.working_hours import (
    add_working_days,
    at_local,
    is_working,
    next_working_morning,
    previous_working_morning,
)
from config.network import Anchor, ReminderRule, WorkingHours

UPDATES_BEFORE = timedelta(weeks=3)
"""Updates for a meeting are due on the day so long before it."""
LAST_MOMENT = time(23, 59)


@dataclass(frozen=True)
class MeetingTimes:
    """What a plan needs of a meeting; instants are aware."""

    id: int
    starts_at: datetime
    ends_at: datetime
    reply_by: datetime
    """The last instant at which an answer is in time."""
    is_online: bool
    """Whether it can be joined from elsewhere (online or hybrid)."""
    zone: ZoneInfo
    """The meeting's own: its days are those of its calendar, the hours the reader's."""

    @property
    def updates_by(self) -> datetime:
        """The last instant at which an update is in time: the end of its day at the venue."""
        day = self.starts_at.astimezone(self.zone).date() - UPDATES_BEFORE
        return at_local(day, LAST_MOMENT, self.zone)


@dataclass(frozen=True)
class Slot:
    """One reminder for one person."""

    kind: str
    offset: str
    """What tells the rules of a kind apart: ``-7d``."""
    due_at: datetime
    expires_at: datetime
    """From when on it would be useless."""
    anchor_at: datetime
    wished_at: datetime
    """When the rule alone would have it, before working hours moved it."""


def anchor_of(meeting: MeetingTimes, anchor: Anchor) -> datetime:
    """Return the instant that a rule counts from."""
    match anchor:
        case Anchor.START:
            return meeting.starts_at
        case Anchor.END:
            return meeting.ends_at
        case Anchor.REPLY_BY:
            return meeting.reply_by
        case Anchor.UPDATES_BY:
            return meeting.updates_by


def plan(
    meeting: MeetingTimes,
    rules: Iterable[ReminderRule],
    *,
    zone: ZoneInfo,
    hours: WorkingHours,
    now: datetime,
) -> list[Slot]:
    """Return the reminders that are still to come for somebody in *zone*, the earliest first.

    What would have been due by *now* is left out: a notice that has just arrived says how soon the
    meeting is. Two reminders of a kind that fall on the same instant are one.
    """
    slots: dict[tuple[str, datetime], Slot] = {}
    for rule in rules:
        slot = slot_of(meeting, rule, zone=zone, hours=hours)
        if slot is not None and slot.due_at > now:
            slots[slot.kind, slot.due_at] = slot
    return sorted(slots.values(), key=lambda slot: (slot.due_at, slot.kind, slot.offset))


def slot_of(
    meeting: MeetingTimes, rule: ReminderRule, *, zone: ZoneInfo, hours: WorkingHours
) -> Slot | None:
    """Return the reminder of one rule, or None where the rule does not apply to the meeting."""
    if rule.only == "online" and not meeting.is_online:
        return None
    anchor_at = anchor_of(meeting, rule.anchor)
    # A day before counts from the day at the venue; the hour is then the reader's own.
    day = anchor_at.astimezone(meeting.zone).date()
    wished_at = _wished(anchor_at, day, rule, zone, hours)
    due_at = _moved(wished_at, rule, zone, hours, later=rule.before is None)
    expires_at = due_at + rule.too_late_after
    if rule.before is not None:
        # A reminder of something to come is useless once it is there.
        if due_at >= anchor_at:
            return None
        expires_at = min(expires_at, anchor_at)
    return Slot(rule.kind, rule.offset, due_at, expires_at, anchor_at, wished_at)


def _wished(
    anchor_at: datetime, day: date, rule: ReminderRule, zone: ZoneInfo, hours: WorkingHours
) -> datetime:
    """Return when a rule is due: a local day and hour, or a span before the instant."""
    if rule.before is not None and rule.at is None:
        return (anchor_at - rule.before).astimezone(UTC)
    if rule.before is not None:
        day -= timedelta(days=rule.before.days)
    elif rule.after is not None:
        count = int(rule.after.split()[0])
        is_working_days = "working" in rule.after
        day = (
            add_working_days(day, count, hours) if is_working_days else day + timedelta(days=count)
        )
    return at_local(day, rule.at or hours.from_, zone)


def _moved(
    due_at: datetime, rule: ReminderRule, zone: ZoneInfo, hours: WorkingHours, *, later: bool
) -> datetime:
    """Move what falls outside working hours to the working morning before it (after: behind)."""
    if rule.exact or is_working(due_at, zone, hours):
        return due_at
    if later:
        return next_working_morning(due_at, zone, hours)
    return previous_working_morning(due_at, zone, hours)


def key(slot: Slot, meeting_id: int, person_id: int) -> str:
    """Return the key of the outbox: it changes with the instant that the reminder is about."""
    anchor = slot.anchor_at.astimezone(UTC).strftime("%Y%m%dT%H%M")
    return f"reminder:{slot.kind}:{slot.offset}:{meeting_id}:{anchor}:{person_id}"


def tomorrow(
    slot_expires_at: datetime | None, zone: ZoneInfo, hours: WorkingHours, *, now: datetime
) -> datetime | None:
    """Return the next working morning to remind again, or None if that would be too late."""
    due_at = next_working_morning(now, zone, hours)
    if slot_expires_at is not None and due_at >= slot_expires_at:
        return None
    return due_at
