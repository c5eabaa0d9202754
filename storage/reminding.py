"""Queries that decide whom a reminder still concerns."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, bindparam, cast, literal, null
from sqlalchemy import select as rows_of
from sqlmodel import Session, col, or_, select

from storage.models import (
    Answer,
    Audience,
    ChamberAnswer,
    Choice,
    Meeting,
    MeetingState,
    NilReturn,
    Person,
    ProjectUpdate,
    Role,
    Seat,
    Standing,
    UpdateState,
)
from storage.types import UtcDateTime

IPEX_AGREED = "ipex_ok"
"""How an update is shared that its chamber agreed to publish on IPEX."""


@dataclass(slots=True)
class Party:
    """Somebody whom a meeting concerns, as they stand to it now."""

    person_id: int
    name: str
    role: Role
    standing: Standing
    zone: str
    stopped_kinds: Sequence[str]
    paused_until: datetime | None
    is_invited: bool
    answer: Answer | None
    """Their last answer, whichever start it was given for."""
    chambers: list[str]
    """In which they have a seat, in the order in which they took them."""

    @property
    def is_active(self) -> bool:
        """Whether they belong to the network now."""
        return self.standing is Standing.ACTIVE


# Each answer and each update asks this under SQLite's write lock: one statement, made once.
_TOWARDS = (
    rows_of(
        col(Person.id),
        col(Person.name),
        col(Person.role),
        col(Person.standing),
        col(Person.zone),
        col(Person.stopped_kinds),
        col(Person.paused_until),
        col(Audience.person_id),
        Answer,
        col(Seat.chamber_id),
    )
    .select_from(Person)
    .outerjoin(
        Audience,
        (col(Audience.person_id) == col(Person.id))
        & (col(Audience.meeting_id) == bindparam("meeting")),
    )
    .outerjoin(
        Answer,
        (col(Answer.person_id) == col(Person.id))
        & (col(Answer.meeting_id) == bindparam("meeting")),
    )
    .outerjoin(Seat, (col(Seat.person_id) == col(Person.id)) & col(Seat.until).is_(None))
    .order_by(col(Person.id), col(Seat.id))
)
_PARTIES = _TOWARDS.where(
    or_(
        col(Person.standing) == Standing.ACTIVE,
        col(Audience.person_id).is_not(None),
        col(Answer.person_id).is_not(None),
    )
)
_PARTY = _TOWARDS.where(col(Person.id) == bindparam("person"))
_NO_CHOICE, _NO_INSTANT = cast(null(), String), cast(null(), UtcDateTime)
_RESPONSES = (
    rows_of(
        col(ProjectUpdate.chamber_id),
        col(ProjectUpdate.sharing) == IPEX_AGREED,
        _NO_CHOICE,
        _NO_INSTANT,
        _NO_INSTANT,
    )
    .where(
        col(ProjectUpdate.meeting_id) == bindparam("meeting"),
        col(ProjectUpdate.state) != UpdateState.WITHDRAWN,
    )
    .union(
        rows_of(
            col(NilReturn.chamber_id), literal(False), _NO_CHOICE, _NO_INSTANT, _NO_INSTANT
        ).where(col(NilReturn.meeting_id) == bindparam("meeting")),
        rows_of(
            col(ChamberAnswer.chamber_id),
            literal(False),
            cast(col(ChamberAnswer.choice), String),
            col(ChamberAnswer.for_starts_at),
            col(ChamberAnswer.recorded_at),
        ).where(col(ChamberAnswer.meeting_id) == bindparam("meeting")),
    )
)


def parties(session: Session, meeting_id: int) -> dict[int, Party]:
    """Return everybody whom a meeting concerns, by person id, in the order they joined.

    Those are who belongs to the network now, who is invited, and who has answered: one query.
    """
    return _parties(session.execute(_PARTIES, {"meeting": meeting_id}))


def party(session: Session, meeting_id: int, person_id: int) -> Party:
    """Return how one person stands to a meeting, whether it concerns them or not."""
    rows = session.execute(_PARTY, {"meeting": meeting_id, "person": person_id})
    return _parties(rows)[person_id]


def _parties(rows: Iterable[Any]) -> dict[int, Party]:
    """Return the people of *rows*, which hold one for each seat of a person."""
    found: dict[int, Party] = {}
    for person_id, name, role, standing, zone, stopped, paused, invited, answer, code in rows:
        if person_id not in found:
            is_invited = invited is not None
            found[person_id] = Party(
                person_id, name, role, standing, zone, stopped, paused, is_invited, answer, []
            )
        # A row for each seat: a person with two chambers comes twice.
        if code is not None:
            found[person_id].chambers.append(code)
    return found


@dataclass(frozen=True)
class ChamberResponses:
    """What chambers have sent in for a meeting, besides what their people answered in the chat."""

    reported: Collection[str]
    """Those with an activity for it, and those that have nothing to report."""
    for_ipex: Collection[str]
    """Those that agreed to publish on IPEX; one that is there already does not wait."""
    by_email: Sequence[ChamberAnswer]
    """What a coordinator has recorded, whichever start it was given for; not to be written."""


@dataclass(frozen=True)
class Situation:
    """How everybody and every chamber stands to a meeting now."""

    parties: Mapping[int, Party]
    """Whom it concerns, by person id, in the order they joined."""
    sent_in: ChamberResponses


def chamber_responses(session: Session, meeting_id: int) -> ChamberResponses:
    """Return what chambers have sent in for a meeting: one statement."""
    rows = session.execute(_RESPONSES, {"meeting": meeting_id}).all()
    return ChamberResponses(
        {code for code, _, choice, *_ in rows if choice is None},
        {code for code, agreed, *_ in rows if agreed},
        [
            ChamberAnswer(
                meeting_id=meeting_id,
                chamber_id=code,
                choice=Choice(choice),
                for_starts_at=starts,
                recorded_at=recorded,
            )
            for code, _, choice, starts, recorded in rows
            if choice is not None
        ],
    )


def situation(session: Session, meeting_id: int) -> Situation:
    """Return how everybody and every chamber stands to a meeting: two statements."""
    return Situation(parties(session, meeting_id), chamber_responses(session, meeting_id))


def coming_meetings(session: Session, *, now: datetime) -> Sequence[Meeting]:
    """Return announced meetings that have not ended, the next first."""
    query = (
        select(Meeting)
        .where(Meeting.state == MeetingState.ANNOUNCED, col(Meeting.ends_at) > now)
        .order_by(col(Meeting.starts_at), col(Meeting.id))
    )
    return session.exec(query).all()


def meetings_with_plans(session: Session, *, since: datetime) -> Sequence[Meeting]:
    """Return announced meetings that may still have reminders: those that ended after *since*."""
    query = (
        select(Meeting)
        .where(Meeting.state == MeetingState.ANNOUNCED, col(Meeting.ends_at) > since)
        .order_by(col(Meeting.id))
    )
    return session.exec(query).all()


def is_invited(session: Session, meeting_id: int, person_id: int) -> bool:
    """Tell whether a meeting was announced to a person."""
    return session.get(Audience, (meeting_id, person_id)) is not None
