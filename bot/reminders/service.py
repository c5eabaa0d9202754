"""Reminders as rows: planned, dropped and planned again in the transaction of what changed them."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.core.answers import choices_for
from bot.outbox import lifecycle as ledger
from bot.outbox.left_out import LeftOut
from bot.reminders import eligibility as concern
from bot.reminders.eligibility import Reader, Responses
from bot.reminders.plan import MeetingTimes, Slot, key, plan
from config.network import Network, ReminderRule
from storage import acts, deliveries, marks, nil_returns, people, reminding
from storage.models import (
    Choice,
    Delivery,
    DeliveryState,
    Format,
    Meeting,
    MeetingState,
    Person,
    Role,
)

KIND = "reminder"
PLAN = "reminder-plan"
"""The mark that says by which plan the rows of the ledger were made."""
LONGEST_AFTER = timedelta(days=60)
"""How long after its end a meeting may still have reminders."""
RETURNS = frozenset({DeliveryState.DROPPED, DeliveryState.SUPERSEDED})


AGAIN = ":again"
"""Ends the key of a reminder that its reader asked to have once more."""


@dataclass(frozen=True)
class Prospect:
    """A reminder that the plan holds for a person, and why it is not for them, if so."""

    key: str
    slot: Slot
    meeting_id: int
    person_id: int
    left_out: LeftOut | None


def replan(
    session: Session,
    network: Network,
    meeting: Meeting,
    *,
    now: datetime,
    people: Sequence[int] | None = None,
) -> None:
    """Make the ledger hold the reminders that a meeting calls for now, of *people* or everybody.

    What is missing is planned, what no longer applies is dropped with its reason, what applies
    again is revived; what was sent is never touched. Call it in the transaction of the change.
    """
    meeting_id = meeting.id
    rows = {
        row.key: row
        for row in deliveries.of_meeting(session, meeting_id, people)
        if row.kind == KIND
    }
    found = prospects(session, network, meeting, now=now, people=people)
    wanted = {one.key: one for one in found if one.left_out is None}
    reasons = {one.key: one.left_out for one in found if one.left_out is not None}
    for row_key, row in rows.items():
        if row_key not in wanted and row.state in deliveries.WAITING and not _is_snooze(row):
            reason, state = _why_not(row, meeting, reasons)
            ledger.drop(session, [row], reason, state=state)
    for row_key, want in wanted.items():
        existing = rows.get(row_key)
        if existing is not None and existing.state in RETURNS:
            ledger.revive(session, existing, due_at=want.slot.due_at)
        elif existing is not None and existing.state is DeliveryState.PLANNED:
            _move(session, existing, want.slot)
    missing = [_row(want, meeting) for row_key, want in wanted.items() if row_key not in rows]
    deliveries.plan(session, missing, now=now)


def prospects(
    session: Session,
    network: Network,
    meeting: Meeting,
    *,
    now: datetime,
    people: Sequence[int] | None = None,
) -> list[Prospect]:
    """Return what the plan still holds of a meeting for *people* or everybody invited.

    Whoever a reminder does not concern, as things stand, is there too, with the reason.
    """
    if meeting.state is MeetingState.CANCELLED:
        return []
    times, responses = times_of(meeting), responses_to(session, meeting)
    rules = {(rule.kind, rule.offset): rule for rule in network.reminders}
    return [
        Prospect(
            key(slot, times.id, reader.id),
            slot,
            times.id,
            reader.id,
            concern.left_out(reader, rules[slot.kind, slot.offset], responses, due_at=slot.due_at),
        )
        for reader, zone in readers_of(session, times.id, people)
        for slot in plan(times, network.reminders, zone=zone, hours=network.working_hours, now=now)
    ]


def replan_if_changed(session: Session, network: Network, *, now: datetime) -> bool:
    """Plan every meeting anew if the organiser has changed the plan; return whether it was so.

    Call it at the start: the rows of the ledger are those of the plan that was read before.
    """
    rules = [rule.model_dump(mode="json") for rule in network.reminders]
    told = json.dumps([rules, network.working_hours.model_dump(mode="json")], sort_keys=True)
    mark = hashlib.sha256(told.encode()).hexdigest()
    before = marks.get(session, PLAN)
    if before is not None and before.value == mark:
        return False
    for meeting in reminding.meetings_with_plans(session, since=now - LONGEST_AFTER):
        replan(session, network, meeting, now=now)
    marks.put(session, PLAN, now, mark)
    return True


def replan_person(session: Session, network: Network, person: Person, *, now: datetime) -> None:
    """Plan anew what one person gets, after a change of zone, pause, wishes or standing."""
    for meeting in reminding.meetings_with_plans(session, since=now - LONGEST_AFTER):
        if reminding.is_invited(session, meeting.id, person.id):
            replan(session, network, meeting, now=now, people=[person.id])


def set_reminder(
    session: Session, network: Network, person: Person, kind: str, *, wanted: bool, now: datetime
) -> None:
    """Begin or stop sending a person one kind of reminder."""
    stopped = [other for other in person.stopped_kinds if other != kind]
    person.stopped_kinds = stopped if wanted else [*stopped, kind]
    session.add(person)
    session.flush()
    replan_person(session, network, person, now=now)


def replan_chambers(
    session: Session, network: Network, meeting: Meeting, chambers: Sequence[str], *, now: datetime
) -> None:
    """Plan anew for everybody of some chambers: one of them has answered or reported."""
    ids = {
        person.id for chamber_id in chambers for person in people.of_chamber(session, chamber_id)
    }
    replan(session, network, meeting, now=now, people=sorted(ids))


def nothing_to_report(
    session: Session,
    network: Network,
    meeting: Meeting,
    chambers: Sequence[str],
    *,
    by: int,
    now: datetime,
) -> None:
    """Take *nothing to report* as the answer of *chambers* that have not reported yet."""
    said = reminding.chambers_with_update(session, meeting.id)
    silent = [chamber_id for chamber_id in chambers if chamber_id not in said]
    nil_returns.keep(session, meeting.id, silent, by=by, now=now)
    for chamber_id in silent:
        acts.record(
            session,
            "chamber.nothing_to_report",
            by=by,
            now=now,
            subject=f"meeting:{meeting.id}",
            chamber_id=chamber_id,
        )
    replan_chambers(session, network, meeting, chambers, now=now)


def times_of(meeting: Meeting) -> MeetingTimes:
    """Return what a plan needs of a meeting."""
    return MeetingTimes(
        meeting.id,
        meeting.starts_at,
        meeting.ends_at,
        meeting.reply_by,
        meeting.format is not Format.IN_PERSON,
        ZoneInfo(meeting.zone),
    )


def readers_of(
    session: Session, meeting_id: int, only: Sequence[int] | None = None
) -> list[tuple[Reader, ZoneInfo]]:
    """Return the audience of a meeting as readers of reminders, each with their zone."""
    seats = people.seats(session)
    return [
        (reader_of(person, seats.get(person.id, [])), ZoneInfo(person.zone))
        for person in reminding.audience(session, meeting_id, only)
    ]


def reader_of(person: Person, chambers: Sequence[str]) -> Reader:
    """Return a person as a reader of reminders; observers answer for themselves alone."""
    votes = () if person.role is Role.OBSERVER else tuple(chambers)
    return Reader(
        person.id,
        votes,
        person.role is Role.COORDINATOR,
        tuple(person.stopped_kinds),
        person.paused_until,
    )


def responses_to(session: Session, meeting: Meeting) -> Responses:
    """Return what has come in for a meeting."""
    offered = choices_for(meeting.format)
    answers = {
        person_id: answer
        for person_id, answer in reminding.answers(session, meeting).items()
        if answer.choice in offered
    }
    seats = people.seats(session)
    answered = {chamber for person_id in answers for chamber in seats.get(person_id, [])}
    answered |= {answer.chamber_id for answer in answers.values() if answer.chamber_id}
    return Responses(
        {person_id: Choice(answer.choice).value for person_id, answer in answers.items()},
        answered,
        reminding.chambers_with_update(session, meeting.id),
        reminding.chambers_for_ipex(session, meeting.id),
    )


def rule_of(network: Network, kind: str, offset: str) -> ReminderRule | None:
    """Return the rule of the plan behind a reminder, if the plan still has it."""
    return next((r for r in network.reminders if (r.kind, r.offset) == (kind, offset)), None)


def _why_not(
    row: Delivery, meeting: Meeting, reasons: dict[str, LeftOut]
) -> tuple[str, DeliveryState]:
    if meeting.state is MeetingState.CANCELLED:
        return LeftOut.CANCELLED, DeliveryState.SUPERSEDED
    reason = reasons.get(row.key)
    if reason is not None:
        return reason, DeliveryState.DROPPED
    return "the meeting or the plan has changed", DeliveryState.SUPERSEDED


def _is_snooze(row: Delivery) -> bool:
    return bool(row.about.get("again"))


def _move(session: Session, row: Delivery, slot: Slot) -> None:
    """Bring a planned row to the slot's hour: the person's zone may have changed."""
    if row.due_at != slot.due_at:
        row.due_at = row.next_try_at = slot.due_at
        row.expires_at = slot.expires_at
        session.add(row)


def _row(want: Prospect, meeting: Meeting) -> dict[str, object]:
    slot = want.slot
    return {
        "key": want.key,
        "person_id": want.person_id,
        "kind": KIND,
        "meeting_id": meeting.id,
        "about": {"rule": slot.kind, "offset": slot.offset},
        "due_at": slot.due_at,
        "expires_at": slot.expires_at,
    }
