"""A believable network for the practice page, and the activities of the Sénat's note of 2022."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.meetings import service as meetings
from bot.meetings.fields import MEETING_FIELDS
from bot.people import service as people
from bot.people.service import Registration
from bot.standin.world import World
from bot.updates import service as updates
from bot.updates.fields import UPDATE_FIELDS
from config.languages import DEFAULT
from config.network import network
from config.reference import reference
from storage import meetings as stored_meetings
from storage import people as stored
from storage.database import Database
from storage.models import Choice, Format, Person, Role

FILE = Path(__file__).parent / "network.toml"
BRUSSELS = ZoneInfo("Europe/Brussels")
GROUP = "A group with the bot"
IN_THE_GROUP = 3
WEEKS_AHEAD = 8
THURSDAY = 3


@dataclass(frozen=True)
class Character:
    """Somebody in the practice network; invented, with a first name only."""

    name: str
    language: str
    role: Role | None
    chamber_id: str | None = None


def _cast() -> tuple[Character, ...]:
    """Return who is in the practice network; somebody without a role is an outsider."""
    return tuple(
        Character(row["name"], row["language"], _role(row.get("role")), row.get("chamber_id"))
        for row in _file()["person"]
    )


Columns = dict[str, Any]
"""What an update says, by column, without the chamber that reports it."""


def _activity(**columns: Any) -> Columns:
    return columns


def _role(name: str | None) -> Role | None:
    return Role(name) if name else None


def _source_note() -> tuple[Columns, ...]:
    """Return the two activities that the Sénat's note of 1 December 2022 names."""
    rows = _file()["activity"]
    return tuple({**row, "format": Format(row["format"])} for row in rows)


def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def populate(world: World, database: Database, *, now: datetime) -> None:
    """Fill a new network; a database that has people already only gets them back as characters."""
    with database.transaction() as session:
        if people_exist(session):
            _bring_back(world, session)
            _group(world)
            return
        members = {}
        for character in _cast():
            added = world.person(
                character.name, language_code=character.language, about=_about(character)
            )
            if character.role is not None:
                added.started = True
                members[character.name] = _admit(session, character, added.id, now=now)
        _report(session, members["Camille"], _source_note(), now=now - timedelta(days=30))
        _report(session, members["Giulia"], (_italian(now),), now=now - timedelta(days=20))
        _report(session, members["Aino"], (_finnish(now),), now=now - timedelta(days=10))
        _announce(session, members, now=now)
    _group(world)


def _group(world: World) -> None:
    """Let some of them have a group of their own that the bot is in."""
    members = [person for person in world.people.values() if person.started]
    world.group(GROUP, members[:IN_THE_GROUP])


def people_exist(session: Session) -> bool:
    """Tell whether anybody has registered."""
    return bool(stored.active(session))


def _bring_back(world: World, session: Session) -> None:
    for person in stored.active(session):
        held = stored.chambers_of(session, person.id)
        about = ", ".join([*held, person.role.value])
        back = world.person(
            person.name,
            language_code=person.language,
            about=about,
            person_id=person.telegram_id,
        )
        back.started = True


def _about(character: Character) -> str:
    if character.role is None:
        return "outsider"
    if character.chamber_id is None:
        return character.role.value
    label = reference().chamber_label(character.chamber_id, DEFAULT)
    return f"{label} · {character.role.value}"


def _admit(session: Session, character: Character, telegram_id: int, *, now: datetime) -> Person:
    role = character.role or Role.CORRESPONDENT
    code = people.invite(
        session, role, character.chamber_id, by=None, now=now, valid_for=timedelta(days=1)
    )
    invitation = people.open_invitation(session, code, now=now)
    registration = Registration(
        telegram_id,
        character.name,
        character.language,
        (character.chamber_id,) if character.chamber_id else (),
        now,
    )
    return people.accept(session, invitation.id, registration, now=now)


def _report(
    session: Session, person: Person, activities: tuple[Columns, ...], *, now: datetime
) -> None:
    chamber_id = stored.chambers_of(session, person.id)[0]
    for activity in activities:
        values = UPDATE_FIELDS.complete(chamber_id=chamber_id, **activity)
        updates.submit(session, network(), values, by=person, now=now)


def _italian(now: datetime) -> Columns:
    day = now.date() - timedelta(days=60)
    return _activity(
        title="Traineeship in a committee secretariat",
        partners=["ME"],
        kind="fellowship",
        themes=["committees", "administration"],
        programme="inter_pares",
        status="completed",
        start=day,
        start_precision="day",
        end=day + timedelta(days=27),
        end_precision="day",
        format=Format.IN_PERSON,
        place="Rome",
        summary="An official of the Parliament of Montenegro spent four weeks with a committee.",
        summary_language="en",
        role="host",
    )


def _finnish(now: datetime) -> Columns:
    first = (now.date().replace(day=1) + timedelta(days=150)).replace(day=1)
    return _activity(
        title="Workshop on open data in parliament",
        partners=["XK", "AL"],
        kind="workshop",
        themes=["digital", "communication"],
        programme="bilateral",
        status="planned",
        start=first,
        start_precision="month",
        end=first + timedelta(days=27),
        end_precision="month",
        format=Format.HYBRID,
        summary="A two-day workshop for staff who publish parliamentary records as open data.",
        summary_language="en",
        cooperation="open",
    )


def _announce(session: Session, members: dict[str, Person], *, now: datetime) -> None:
    """Announce a meeting on a Thursday some weeks ahead; two chambers have answered."""
    day = now.astimezone(BRUSSELS).date() + timedelta(weeks=WEEKS_AHEAD)
    day += timedelta(days=(THURSDAY - day.weekday()) % 7)
    starts_at = datetime.combine(day, time(14), BRUSSELS).astimezone(UTC)
    values = MEETING_FIELDS.complete(
        series="dsn",
        title="Democracy Support Network: the Western Balkans",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3),
        zone=str(BRUSSELS),
        format=Format.HYBRID,
        place="European Parliament, Brussels",
        link="https://meet.example.org/dsn",
        reply_by=datetime.combine(day - timedelta(days=14), time(23, 59), BRUSSELS),
        focus=["WB"],
        agenda="1. Projects with the Western Balkans\n2. Future projects\n3. IPEX",
    )
    notice = meetings.announce(
        session, network(), values, by=members["Helena"], now=now, card=(0, None)
    )
    meeting = stored_meetings.get(session, notice.meeting_id)
    if meeting is None:
        raise LookupError("the meeting that was just announced")
    for name, choice in (("Giulia", Choice.IN_PERSON), ("Niamh", Choice.ONLINE)):
        meetings.answer(
            session,
            network(),
            meeting,
            members[name],
            choice,
            sequence=meeting.sequence,
            now=now,
        )
