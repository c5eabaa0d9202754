"""The 40 chambers at a glance: who is there, who has answered the next meeting, who reported."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.meetings import service
from config.reference import reference
from storage import meetings, nil_returns, people, reminding, updates
from storage.models import Choice, Meeting, Person


class ChamberStanding(StrEnum):
    """Where a chamber stands towards the next meeting; each has a remedy of its own."""

    ANSWERED = "answered"
    SILENT = "silent"
    """Somebody is there and has not answered: the reminders go to them."""
    UNREACHABLE = "unreachable"
    """Everybody of it has blocked the bot: it has to be told by e-mail."""
    NOBODY = "nobody"
    """Nobody has registered: it needs an invitation."""


@dataclass(frozen=True)
class Line:
    """One body."""

    chamber_id: str
    standing: ChamberStanding
    choice: Choice | None
    reported: int
    """Its activities for the next meeting; all of them where no meeting is announced."""
    has_nothing: bool
    """It has said that there is nothing to report."""
    recorded_at: datetime | None = None
    """When a coordinator recorded its answer, which came by email."""


@dataclass(frozen=True)
class Board:
    """The whole board, in protocol order."""

    meeting: Meeting | None
    lines: tuple[Line, ...]

    def of(self, standing: ChamberStanding) -> list[Line]:
        """Return the chambers that stand there."""
        return [line for line in self.lines if line.standing is standing]


def board(session: Session, *, now: datetime) -> Board:
    """Return how every body stands towards the next meeting."""
    coming = [one for one in meetings.coming(session, now=now) if one.starts_at > now]
    meeting = coming[0] if coming else None
    members = _members(session)
    heard = service.heard(meeting, reminding.situation(session, meeting.id)) if meeting else None
    choices = heard.chambers if heard else {}
    by_email = heard.by_email if heard else {}
    reported = updates.counts_by_chamber(session, meeting.id if meeting else None)
    nothing = nil_returns.chambers(session, meeting.id) if meeting else set()
    lines = [
        Line(
            chamber.id,
            _standing(members.get(chamber.id, []), choices.get(chamber.id)),
            choices.get(chamber.id),
            reported.get(chamber.id, 0),
            chamber.id in nothing,
            by_email.get(chamber.id),
        )
        for chamber in reference().chambers
    ]
    return Board(meeting, tuple(lines))


def _members(session: Session) -> dict[str, list[Person]]:
    """Return the active people of each chamber; observers speak for none."""
    seats = people.seats(session)
    found: dict[str, list[Person]] = {}
    for person in people.active(session):
        if person.role.speaks_for_chamber:
            for chamber_id in seats.get(person.id, []):
                found.setdefault(chamber_id, []).append(person)
    return found


def _standing(members: list[Person], choice: Choice | None) -> ChamberStanding:
    if choice is not None:
        return ChamberStanding.ANSWERED
    if not members:
        return ChamberStanding.NOBODY
    if all(person.unreachable_since is not None for person in members):
        return ChamberStanding.UNREACHABLE
    return ChamberStanding.SILENT
