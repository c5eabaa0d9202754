"""Meetings: announce, change, cancel, answer, comment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from bot.chat.forms.fields import Values, plain
from bot.core.answers import choices_for
from bot.meetings import audience, rules
from bot.meetings.fields import MEETING_FIELDS
from bot.outbox import lifecycle
from bot.reminders import service as reminders
from config.network import Network
from config.reference import reference
from storage import audit, chamber_answers, deliveries, guards, meetings, people, reminding
from storage.models import (
    Answer,
    ChamberAnswer,
    Choice,
    Delivery,
    DeliveryState,
    Meeting,
    MeetingState,
    Notice,
    NoticeKind,
    Person,
)
from storage.reminding import Party, Situation

UID_DOMAIN = "democracy-support-network"
CARD_AGAIN = "card_again"
"""The kind of message that shows a card once more, after a restore."""


class Over(Exception):
    """The meeting has begun: it cannot be answered or changed any more."""


class Cancelled(Exception):
    """The meeting was cancelled."""


class NotOffered(Exception):
    """The meeting's format does not allow this answer."""


class ChangedMeanwhile(Exception):
    """The meeting changed since the card was made: neither answer nor change is taken."""


class Unchanged(Exception):
    """A change that changes nothing."""


@dataclass(frozen=True)
class Answered:
    """An answer that was taken."""

    given: Answer
    situation: Situation | None = None
    """How the meeting stands now; None where the answer changed nothing."""


def announce(
    session: Session,
    network: Network,
    values: Values,
    *,
    by: Person,
    now: datetime,
    card: tuple[int, int | None],
    uid: str | None = None,
) -> Notice:
    """Announce a meeting to everybody who belongs to the network now.

    *values* are what ``MEETING_FIELDS`` makes of it; instants are aware UTC.
    *card* is the chat and message that show the coordinator how the broadcast goes; *uid* what
    calendars know the meeting by, where it was in somebody's calendar before.
    """
    # Who is admitted at this moment is invited here, or finds the meeting when they are in.
    guards.alone(session, guards.AUDIENCE)
    meeting = Meeting(
        **values.columns,
        uid=uid or f"{uuid4()}@{UID_DOMAIN}",
        state=MeetingState.ANNOUNCED,
        created_by=by.id,
        created_at=now,
    )
    session.add(meeting)
    session.flush()
    seats = people.seats(session)
    invited = {
        person.id: _votes_for(person, seats.get(person.id, [])) for person in people.active(session)
    }
    meetings.invite_first(session, meeting.id, invited, now=now)
    notice = _tell(session, meeting, NoticeKind.ANNOUNCED, {}, by=by, now=now, card=card)
    reminders.replan(session, network, meeting, now=now)
    return notice


def change(
    session: Session,
    network: Network,
    meeting: Meeting,
    values: Mapping[str, Any],
    *,
    by: Person,
    now: datetime,
    card: tuple[int, int | None],
    revision: int | None = None,
    reason: str | None = None,
) -> Notice | None:
    """Change a meeting; everybody is told, and asked again, when a material field changed.

    *values* are by column, *revision* is the one that was changed, *reason* is for everybody who is
    told. Returns the notice, or None for a change of wording. Raises :class:`Over`,
    :class:`Cancelled`, :class:`ChangedMeanwhile`, :class:`Unchanged`.
    """
    guards.hold(session, meeting)
    _still_on(meeting, now=now)
    # *values* hold every field: those that another coordinator changed would go back.
    if revision is not None and revision != meeting.revision:
        raise ChangedMeanwhile
    before = {name: getattr(meeting, name) for name in values}
    fields = rules.changed(before, values)
    if not fields:
        raise Unchanged
    for name in fields:
        setattr(meeting, name, values[name])
    meeting.revision += 1
    # The revision counts every change, the sequence those that people have to be asked about again:
    # calendars take only a higher one for news (RFC 5545, 3.8.7.4).
    is_material = MEETING_FIELDS.is_material(fields)
    if is_material:
        meeting.sequence += 1
    session.add(meeting)
    session.flush()
    audit.record(
        session,
        "meeting.moved" if "starts_at" in fields else "meeting.changed",
        by=by.id,
        now=now,
        subject=f"meeting:{meeting.id}",
        fields=fields,
    )
    reminders.replan(session, network, meeting, now=now)
    if not is_material:
        return None
    kind = NoticeKind.MOVED if {"starts_at", "ends_at"} & set(fields) else NoticeKind.CHANGED
    replaced = {name: plain(before[name]) for name in fields}
    return _tell(session, meeting, kind, replaced, by=by, now=now, card=card, reason=reason)


def cancel(
    session: Session,
    network: Network,
    meeting: Meeting,
    reason: str | None,
    *,
    by: Person,
    now: datetime,
    card: tuple[int, int | None],
) -> Notice:
    """Cancel a meeting: nothing more is sent about it but the notice that says so.

    Raises :class:`Over`, :class:`Cancelled`.
    """
    guards.hold(session, meeting)
    _still_on(meeting, now=now)
    meeting.state = MeetingState.CANCELLED
    meeting.cancel_reason = reason
    meeting.revision += 1
    meeting.sequence += 1
    session.add(meeting)
    session.flush()
    reminders.replan(session, network, meeting, now=now)
    return _tell(session, meeting, NoticeKind.CANCELLED, {}, by=by, now=now, card=card)


class NotCancelled(Exception):
    """The meeting is on: there is nothing to reinstate."""


def reinstate(
    session: Session,
    network: Network,
    meeting: Meeting,
    *,
    by: Person,
    now: datetime,
    card: tuple[int, int | None],
    revision: int | None = None,
) -> Notice:
    """Let a cancelled meeting take place after all; everybody in the network now is told.

    Answers that were given for its start count again. *revision* is the one that was looked at.
    Raises :class:`NotCancelled`, :class:`Over`, :class:`ChangedMeanwhile`.
    """
    guards.alone(session, guards.AUDIENCE)
    guards.hold(session, meeting)
    if meeting.state is not MeetingState.CANCELLED:
        raise NotCancelled
    if meeting.starts_at <= now:
        raise Over
    if revision is not None and revision != meeting.revision:
        raise ChangedMeanwhile
    meeting.state, meeting.cancel_reason = MeetingState.ANNOUNCED, None
    meeting.revision += 1
    meeting.sequence += 1
    # The day for answers may have passed meanwhile.
    if meeting.reply_by <= now:
        meeting.reply_by = meeting.starts_at
    session.add(meeting)
    session.flush()
    # Who joined while it was cancelled was not invited.
    known = reminding.parties(session, meeting.id)
    seats = people.seats(session)
    for person in people.active(session):
        if not known[person.id].is_invited:
            chamber_id = _votes_for(person, seats.get(person.id, []))
            meetings.invite(session, meeting.id, person.id, chamber_id, now=now)
    notice = _tell(session, meeting, NoticeKind.REINSTATED, {}, by=by, now=now, card=card)
    reminders.replan(session, network, meeting, now=now)
    return notice


def answer(
    session: Session,
    network: Network,
    meeting: Meeting,
    person: Person,
    choice: Choice,
    *,
    sequence: int,
    now: datetime,
) -> Answer:
    """Take a person's answer, as :func:`take_answer` does, and return it."""
    taken = take_answer(session, network, meeting, person, choice, sequence=sequence, now=now)
    return taken.given


def take_answer(
    session: Session,
    network: Network,
    meeting: Meeting,
    person: Person,
    choice: Choice,
    *,
    sequence: int,
    now: datetime,
) -> Answered:
    """Take a person's answer, which counts for their chamber; given twice it changes nothing.

    *sequence* is that of the card that was pressed. Raises :class:`Over`, :class:`Cancelled`,
    :class:`ChangedMeanwhile`, :class:`NotOffered`.
    """
    # It may be moved or cancelled at this moment; who answers beside this is waited for by none.
    guards.hold(session, meeting, shared=True)
    _can_be_answered(meeting, choice, sequence, now=now)
    person_id = person.id
    party = reminding.party(session, meeting.id, person_id)
    held, given = party.chambers, party.answer
    chamber_id = _votes_for(person, held)
    # Whoever joined later finds the meeting in their list; from the answer on they belong to it.
    if not party.is_invited:
        meetings.invite(session, meeting.id, person_id, chamber_id, now=now)
    if given is None:
        given = Answer(
            meeting_id=meeting.id,
            person_id=person_id,
            choice=choice,
            for_starts_at=meeting.starts_at,
            answered_at=now,
        )
    elif (given.choice, given.for_starts_at) == (choice, meeting.starts_at):
        # The second of two quick taps: nothing has to be planned anew.
        return Answered(given)
    given.choice, given.chamber_id = choice, chamber_id
    given.for_starts_at, given.answered_at = meeting.starts_at, now
    session.add(given)
    audit.record(
        session,
        "meeting.answered",
        by=person_id,
        now=now,
        subject=f"meeting:{meeting.id}",
        choice=choice.value,
    )
    session.flush()
    # An answer counts for the chamber: its other people are reminded no more.
    situation = reminders.replan(
        session,
        network,
        meeting,
        now=now,
        people=None if held else [person_id],
        chambers=held or None,
    )
    return Answered(given, situation)


def _can_be_answered(meeting: Meeting, choice: Choice, sequence: int, *, now: datetime) -> None:
    """Raise what :func:`take_answer` raises where the answer cannot be taken."""
    _still_on(meeting, now=now)
    # One that goes on may still be changed; it is too late to answer it.
    if meeting.starts_at <= now:
        raise Over
    # The card that was pressed may show another day or place than holds by now.
    if sequence != meeting.sequence:
        raise ChangedMeanwhile
    if choice not in choices_for(meeting.format):
        raise NotOffered


def _votes_for(person: Person, held: Sequence[str]) -> str | None:
    """Return the chamber that somebody with these seats answers for; an observer for none."""
    return held[0] if held and person.role.speaks_for_chamber else None


def record_answer(
    session: Session,
    network: Network,
    meeting: Meeting,
    chamber_id: str,
    choice: Choice,
    *,
    by: Person,
    now: datetime,
) -> None:
    """Record what a chamber has answered by email; what its people say in the chat goes before it.

    Raises :class:`Over`, :class:`Cancelled`, :class:`NotOffered`.
    """
    guards.hold(session, meeting, shared=True)
    _can_be_answered(meeting, choice, meeting.sequence, now=now)
    answer = ChamberAnswer(
        meeting_id=meeting.id,
        chamber_id=chamber_id,
        choice=choice,
        for_starts_at=meeting.starts_at,
        recorded_at=now,
        recorded_by=by.id,
    )
    chamber_answers.keep(session, answer)
    _recorded(session, network, meeting, chamber_id, "recorded", by=by, now=now)


def take_record_back(
    session: Session,
    network: Network,
    meeting: Meeting,
    chamber_id: str,
    *,
    by: Person,
    now: datetime,
) -> None:
    """Delete what was recorded of a chamber, which has then not answered.

    Raises :class:`Over`, :class:`Cancelled`.
    """
    guards.hold(session, meeting, shared=True)
    _still_on(meeting, now=now)
    if chamber_answers.take_back(session, meeting.id, chamber_id):
        _recorded(session, network, meeting, chamber_id, "unrecorded", by=by, now=now)


def _recorded(
    session: Session,
    network: Network,
    meeting: Meeting,
    chamber_id: str,
    act: str,
    *,
    by: Person,
    now: datetime,
) -> None:
    """Keep who did it; remind the chamber's people of what is still wanted of it."""
    subject = f"meeting:{meeting.id}"
    audit.record(
        session, f"answer.{act}", by=by.id, now=now, subject=subject, chamber_id=chamber_id
    )
    reminders.replan(session, network, meeting, now=now, chambers=[chamber_id])


def comment(session: Session, meeting: Meeting, person: Person, text: str | None) -> bool:
    """Add a comment to a person's answer, or take it back; return False without an answer."""
    given = meetings.answer_of(session, meeting.id, person.id)
    if given is None:
        return False
    given.comment = text
    session.add(given)
    return True


def holds(given: Answer | ChamberAnswer, meeting: Meeting) -> bool:
    """Tell whether an answer was given for the meeting's present start, and is still offered."""
    is_offered = given.choice in choices_for(meeting.format)
    return given.for_starts_at == meeting.starts_at and is_offered


@dataclass(frozen=True)
class Said:
    """What one person has answered to a meeting's present start."""

    name: str
    chambers: Sequence[str]
    """For which they speak; an observer speaks for none."""
    choice: Choice
    comment: str | None


@dataclass(frozen=True)
class Heard:
    """What has been answered to a meeting's present start."""

    people: Sequence[Said]
    """Each for themselves, in the order in which they joined."""
    chambers: Mapping[str, Choice]
    """How each chamber takes part."""
    silent: Sequence[str]
    """The invited chambers that have not answered, in protocol order."""
    by_email: Mapping[str, datetime]
    """The chambers whose answer a coordinator has recorded, and when; none of their people gave
    one.
    """


def heard(meeting: Meeting, situation: Situation) -> Heard:
    """Return who has answered a meeting, and which chambers have not."""
    parties = situation.parties
    said = [one for one in (_said(party, meeting) for party in parties.values()) if one]
    spoken = rules.chamber_choices((code, one.choice) for one in said for code in one.chambers)
    recorded = {
        one.chamber_id: one
        for one in situation.sent_in.by_email
        if holds(one, meeting) and one.chamber_id not in spoken
    }
    answered = spoken | {code: Choice(one.choice) for code, one in recorded.items()}
    represented = {
        code for party in parties.values() if party.is_active for code in _speaks_for(party)
    }
    order = [chamber.id for chamber in reference().every_chamber]
    return Heard(
        said,
        answered,
        [one for one in order if one in represented and one not in answered],
        {code: one.recorded_at for code, one in recorded.items()},
    )


def recorded_of(meeting: Meeting, person_id: int, situation: Situation) -> Sequence[ChamberAnswer]:
    """Return what is recorded, and still holds, of the chambers that somebody speaks for."""
    party = situation.parties.get(person_id)
    own = _speaks_for(party) if party is not None else ()
    recorded = situation.sent_in.by_email
    return [one for one in recorded if one.chamber_id in own and holds(one, meeting)]


def colleagues(meeting: Meeting, person_id: int, parties: Mapping[int, Party]) -> Sequence[Choice]:
    """Return what others of a person's chambers have answered, of those whom it concerns."""
    own = set(_speaks_for(parties[person_id])) if person_id in parties else set()
    others = [party for party in parties.values() if party.person_id != person_id]
    said = [_said(party, meeting) for party in others if own & set(_speaks_for(party))]
    return sorted(one.choice for one in said if one)


def _said(party: Party, meeting: Meeting) -> Said | None:
    given = party.answer
    if given is None or not holds(given, meeting):
        return None
    return Said(party.name, _speaks_for(party), Choice(given.choice), given.comment)


def _speaks_for(party: Party) -> Sequence[str]:
    """Return the chambers that somebody speaks for.

    Whoever has left was no observer then; a member may have become one after they had answered.
    """
    is_observer = party.is_active and not party.role.speaks_for_chamber
    return () if is_observer else party.chambers


def _tell(
    session: Session,
    meeting: Meeting,
    kind: NoticeKind,
    before: dict[str, Any],
    *,
    by: Person,
    now: datetime,
    card: tuple[int, int | None],
    reason: str | None = None,
) -> Notice:
    """Plan one notice to everybody invited; an earlier one that has not gone out is replaced."""
    # Whoever has not got the earlier notice gets this one alone: it says how things stand.
    earlier = [row for row in deliveries.of_meeting(session, meeting.id) if row.kind == "notice"]
    lifecycle.drop(session, earlier, "a later notice", state=DeliveryState.SUPERSEDED)
    notice = Notice(
        meeting_id=meeting.id,
        kind=kind,
        revision=meeting.revision,
        before=before,
        reason=reason,
        created_by=by.id,
        created_at=now,
        card_chat_id=card[0],
        card_message_id=card[1],
    )
    session.add(notice)
    session.flush()
    rows = [
        {
            "key": f"notice:{notice.id}:{person.id}",
            "person_id": person.id,
            "kind": "notice",
            "meeting_id": meeting.id,
            "notice_id": notice.id,
            "due_at": now,
            "expires_at": meeting.ends_at if meeting.ends_at > now else None,
        }
        for person in meetings.invited(session, meeting.id)
    ]
    deliveries.plan(session, rows, now=now)
    audit.record(
        session, f"meeting.{kind.value}.told", by=by.id, now=now, subject=f"meeting:{meeting.id}"
    )
    return notice


def show_again(session: Session, mark: str, about: Mapping[str, Any], *, now: datetime) -> None:
    """Plan the card of each coming meeting once more for everybody who is invited to it.

    *mark* names the occasion: for the same one nothing is planned twice.
    """
    for meeting in meetings.coming(session, now=now):
        rows = [
            {
                "key": f"{CARD_AGAIN}:{mark}:{meeting.id}:{person.id}",
                "person_id": person.id,
                "kind": CARD_AGAIN,
                "meeting_id": meeting.id,
                "about": dict(about),
                "due_at": now,
                "expires_at": meeting.ends_at,
            }
            for person in meetings.invited(session, meeting.id)
        ]
        deliveries.plan(session, rows, now=now)


def _still_on(meeting: Meeting, *, now: datetime) -> None:
    if meeting.state is MeetingState.CANCELLED:
        raise Cancelled
    if meeting.ends_at <= now:
        raise Over


def undelivered(session: Session, notice: Notice) -> list[Delivery]:
    """Return the deliveries of a notice that ended without reaching their reader."""
    rows = deliveries.of_notice(session, notice.id)
    return [row for row in rows if deliveries.is_final(row) and row.state is not DeliveryState.SENT]


def unheard_chambers(session: Session) -> list[str]:
    """Return the chambers of which nobody is registered."""
    return list(audience.of_network(session).nobody)
