"""Reminders as rows: planned, dropped and planned again in the transaction of what changed them."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.core.answers import choices_for
from bot.outbox import lifecycle
from bot.outbox.left_out import LeftOut
from bot.reminders import eligibility
from bot.reminders.eligibility import Recipient, Responses
from bot.reminders.plan import MeetingTimes, Slot, key, plan
from config.network import Network, ReminderRule
from storage import audit, deliveries, guards, marks, nil_returns, reminding
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
from storage.reminding import ChamberResponses, Party, Situation

KIND = "reminder"
PLAN = "reminder-plan"
"""The mark that says by which plan the rows of the outbox were made."""
LONG_AGO = datetime.min.replace(tzinfo=UTC)
LONGEST_AFTER = timedelta(days=60)
"""How long after its end a meeting may still have reminders."""
NOBODY = Situation({}, ChamberResponses((), (), ()))
"""How a meeting stands that concerns nobody any more."""
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
    people: Collection[int] | None = None,
    chambers: Collection[str] | None = None,
) -> Situation:
    """Make the outbox hold the reminders that a meeting calls for now; return how it stands.

    They are those of *people*, or of everybody with a seat in *chambers*, or of everybody. What is
    missing is planned, what no longer applies is dropped with its reason, what applies again is
    revived; what was sent is never touched. What is due already and waits for its turn, or for
    Telegram, stays: whoever sends it sees whether it is too late. Call it in the transaction of the
    change.
    """
    # Nobody moves the meeting meanwhile: what is planned here is for the day that it has.
    guards.hold(session, meeting, shared=True)
    # The rows first, then the world: of who answers at this moment (PostgreSQL) either nothing that
    # they planned is seen here, or their answer is as well.
    rows = {
        row.key: row
        for row in deliveries.of_meeting(session, meeting.id, people, chambers)
        if row.kind == KIND
    }
    is_off = meeting.state is MeetingState.CANCELLED
    as_it_is = NOBODY if is_off else reminding.situation(session, meeting.id)
    whom = _whom(as_it_is.parties, people, chambers)
    told = _told(network, rows.values())
    found = [] if is_off else _prospects(network, meeting, as_it_is, whom, told, now=LONG_AGO)
    wanted = {one.key: one for one in found if one.left_out is None}
    reasons = {one.key: one.left_out for one in found if one.left_out is not None}
    # What a reader asked to have once more is outside the plan: nothing here ends it.
    over = [row for key_, row in rows.items() if key_ not in wanted and not _is_snooze(row)]
    lifecycle.drop_each(session, [(row, *_why_not(row, meeting, reasons)) for row in over])
    for row_key, want in wanted.items():
        existing, is_coming = rows.get(row_key), want.slot.due_at > now
        if existing is not None and existing.state in RETURNS and is_coming:
            lifecycle.revive(session, existing, due_at=want.slot.due_at)
            existing.expires_at = want.slot.expires_at
        elif existing is not None and existing.state is DeliveryState.PLANNED:
            _move(session, existing, want.slot)
    missing = [
        _row(want, meeting)
        for row_key, want in wanted.items()
        if row_key not in rows and want.slot.due_at > now
    ]
    deliveries.plan(session, missing, now=now)
    return as_it_is


def _whom(
    parties: Mapping[int, Party],
    people: Collection[int] | None,
    chambers: Collection[str] | None,
) -> list[Party]:
    """Return *people*, and the active people with a seat in *chambers*; without either everybody.

    A chamber's people are those that :func:`storage.people.seated_in` finds.
    """
    if people is None and chambers is None:
        return list(parties.values())
    ids, seats = set(people or ()), set(chambers or ())
    return [
        party
        for party in parties.values()
        if party.person_id in ids or (party.is_active and not seats.isdisjoint(party.chambers))
    ]


def prospects(
    session: Session, network: Network, meeting: Meeting, *, now: datetime
) -> list[Prospect]:
    """Return what the plan still holds of a meeting for everybody invited.

    Whoever a reminder does not concern, as things stand, is there too, with the reason.
    """
    if meeting.state is MeetingState.CANCELLED:
        return []
    as_it_is = reminding.situation(session, meeting.id)
    told = _told(network, deliveries.of_meeting(session, meeting.id))
    return _prospects(network, meeting, as_it_is, as_it_is.parties.values(), told, now=now)


def _prospects(
    network: Network,
    meeting: Meeting,
    as_it_is: Situation,
    whom: Iterable[Party],
    told: Mapping[tuple[int, str, str], str],
    *,
    now: datetime,
) -> list[Prospect]:
    """Return what the plan holds for those of *whom* who are invited.

    *told* are the keys of what is sent once alone, by person, kind and offset.
    """
    times, responses = times_of(meeting), _responses(meeting, as_it_is)
    rules = {(rule.kind, rule.offset): rule for rule in network.reminders}
    return [
        Prospect(
            row_key,
            slot,
            times.id,
            reader.id,
            LeftOut.TOLD
            if told.get((reader.id, slot.kind, slot.offset), row_key) != row_key
            else eligibility.left_out(
                reader, rules[slot.kind, slot.offset], responses, due_at=slot.due_at
            ),
        )
        for reader, zone in _readers(whom)
        for slot in plan(times, network.reminders, zone=zone, hours=network.working_hours, now=now)
        for row_key in [key(slot, times.id, reader.id)]
    ]


def _told(network: Network, rows: Iterable[Delivery]) -> dict[tuple[int, str, str], str]:
    """Return the keys of what was sent of the rules that tell of a meeting once."""
    once = {(rule.kind, rule.offset) for rule in network.reminders if rule.once}
    sent = (row for row in rows if row.kind == KIND and row.state is DeliveryState.SENT)
    by_rule = ((row, str(row.about.get("rule")), str(row.about.get("offset"))) for row in sent)
    return {
        (row.person_id, kind, offset): row.key
        for row, kind, offset in by_rule
        if (kind, offset) in once
    }


def replan_if_changed(session: Session, network: Network, *, now: datetime) -> bool:
    """Plan every meeting anew if the organiser has changed the plan; return whether it was so.

    Call it at the start: the rows of the outbox are those of the plan that was read before.
    """
    rules = [rule.model_dump(mode="json") for rule in network.reminders]
    told = json.dumps([rules, network.working_hours.model_dump(mode="json")], sort_keys=True)
    mark = hashlib.sha256(told.encode()).hexdigest()
    guards.alone(session, guards.PLAN)
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
    said = reminding.chamber_responses(session, meeting.id).reported
    silent = [chamber_id for chamber_id in chambers if chamber_id not in said]
    # A colleague of the same chamber may press at the same time: it is recorded once.
    for chamber_id in nil_returns.keep(session, meeting.id, silent, by=by, now=now):
        audit.record(
            session,
            "chamber.nothing_to_report",
            by=by,
            now=now,
            subject=f"meeting:{meeting.id}",
            chamber_id=chamber_id,
        )
    replan(session, network, meeting, now=now, chambers=chambers)


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


def recipient_of(person: Person, chambers: Sequence[str]) -> Recipient:
    """Return a person as a reader of reminders; observers answer for themselves alone."""
    return _reader(person.id, person, chambers)


def _reader(person_id: int, known: Person | Party, chambers: Sequence[str]) -> Recipient:
    votes = tuple(chambers) if known.role.speaks_for_chamber else ()
    return Recipient(
        person_id,
        votes,
        known.role is Role.COORDINATOR,
        tuple(known.stopped_kinds),
        known.paused_until,
    )


def _readers(parties: Iterable[Party]) -> Iterator[tuple[Recipient, ZoneInfo]]:
    """Yield those who are invited, and belong to the network, as readers of reminders."""
    for party in parties:
        if party.is_invited and party.is_active:
            yield _reader(party.person_id, party, party.chambers), ZoneInfo(party.zone)


def responses_to(session: Session, meeting: Meeting) -> Responses:
    """Return what has come in for a meeting."""
    return _responses(meeting, reminding.situation(session, meeting.id))


def _responses(meeting: Meeting, as_it_is: Situation) -> Responses:
    offered = choices_for(meeting.format)
    choices: dict[int, str] = {}
    answered: set[str] = set()
    for party in as_it_is.parties.values():
        answer = party.answer
        # A yes to the day before it was moved says nothing of the day now.
        if answer is None or answer.for_starts_at != meeting.starts_at:
            continue
        if answer.choice in offered:
            choices[party.person_id] = Choice(answer.choice).value
            # Whoever has changed seats since has answered for the chamber of then as well.
            answered.update(party.chambers, [answer.chamber_id] if answer.chamber_id else [])
    sent_in = as_it_is.sent_in
    answered.update(
        one.chamber_id
        for one in sent_in.by_email
        if one.for_starts_at == meeting.starts_at and one.choice in offered
    )
    return Responses(choices, answered, sent_in.reported, sent_in.for_ipex)


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
