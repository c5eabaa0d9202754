"""The people, the meetings and the small helpers that tests have in common.

People have first names only. Who is needed in one test alone is made there.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, select

from bot.chat.forms.fields import Values
from bot.meetings import service as meetings
from bot.meetings.fields import MEETING_FIELDS
from bot.people import service as people
from bot.people.service import Registration
from bot.updates.fields import UPDATE_FIELDS
from config.network import Network, network
from storage.database import Database
from storage.models import Format, Meeting, Person, Role

AGAIN = "You may have received this message already"
LATE = "This message should have reached you on"
M = TypeVar("M", bound=SQLModel)


@dataclass(frozen=True)
class Character:
    """Somebody whom many tests know."""

    name: str
    chamber: str | None
    role: Role = Role.CORRESPONDENT
    language: str = "en"


HELENA = Character("Helena", "EU-EP", Role.COORDINATOR)
MARC = Character("Marc", "EU-EP", Role.COORDINATOR, "fr")
BOB = Character("Bob", "IE-DAI")
NIAMH = Character("Niamh", "IE-DAI")
EVE = Character("Eve", "FI-EDU")
ALICE = Character("Alice", "FI-EDU")
ELENI = Character("Eleni", "GR-VOU")
CAMILLE = Character("Camille", "FR-SEN", language="fr")
JULIEN = Character("Julien", "FR-ASN", language="fr")
LUC = Character("Luc", "BE-SEN", language="fr")
SOFIA = Character("Sofia", None, Role.OBSERVER)


def admit(session: Session, who: Character, account: int, *, now: datetime) -> Person:
    """Let somebody register by invitation, as the service does it; *account* is their Telegram."""
    code = people.invite(
        session, who.role, who.chamber, by=None, now=now, valid_for=timedelta(days=1)
    )
    invitation = people.open_invitation(session, code, now=now)
    chambers = (who.chamber,) if who.chamber else ()
    registration = Registration(account, who.name, who.language, chambers, now)
    return people.accept(session, invitation.id, registration, now=now)


def announce(
    session: Session,
    by: Person,
    *,
    now: datetime,
    settings: Network | None = None,
    **values: Any,
) -> Meeting:
    """Announce a meeting of three hours, 60 days from *now* unless *values* say otherwise."""
    starts_at = values.pop("starts_at", now + timedelta(days=60))
    details = MEETING_FIELDS.complete(
        **{
            "series": "dsn",
            "title": "Spring meeting",
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(hours=3),
            "zone": "Europe/Brussels",
            "format": Format.HYBRID,
            "place": "Brussels",
            "link": None,
            "reply_by": starts_at - timedelta(days=10),
            **values,
        }
    )
    notice = meetings.announce(
        session, settings or network(), details, by=by, now=now, card=(0, None)
    )
    meeting = session.get(Meeting, notice.meeting_id)
    assert meeting is not None
    return meeting


def update(**values: Any) -> Values:
    """Return what a workshop's update says, but for *values*; its chamber is to be among them."""
    return UPDATE_FIELDS.complete(
        **{
            "title": "A workshop",
            "partners": ["ME"],
            "kind": "workshop",
            "themes": ["budget"],
            "programme": "taiex",
            "status": "planned",
            "start": date(2027, 3, 1),
            "start_precision": "month",
            "end": date(2027, 3, 31),
            "end_precision": "month",
            "format": Format.ONLINE,
            "summary": "What it is.",
            "summary_language": "en",
            **values,
        }
    )


def rows(where: Any, model: type[M]) -> list[M]:
    """Return every row of a table; *where*: a database, or the harness that has one."""
    database: Database = getattr(where, "database", where)
    with database.reading() as session:
        return list(session.exec(select(model)))


async def eventually(holds: Callable[[], object], within: float = 30) -> None:
    """Wait until something holds that no event tells of: it stands in the database, say."""
    async with asyncio.timeout(within):
        while not holds():  # noqa: ASYNC110 - what is waited for is in the database
            await asyncio.sleep(0.02)


def texts_of(person: Any, words: str = "") -> list[str]:
    """Return the texts that somebody got and that hold *words*."""
    return [message.text for message in person.received if words in message.text]
