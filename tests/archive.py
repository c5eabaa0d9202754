"""A network of many years: what a database holds when the bot has served for so long.

A year has 600 updates, 12,000 deliveries, 20,000 inbox rows and 6,000 acts of 90 people, as the
figures of docs/performance.md assume. Rows are written in bulk, past the services.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from config.reference import reference
from storage.database import Database, table_of
from storage.models import (
    Answer,
    Audience,
    AuditEntry,
    Delivery,
    DeliveryState,
    Format,
    InboxItem,
    InboxState,
    Meeting,
    MeetingState,
    Notice,
    NoticeKind,
    Person,
    Project,
    ProjectUpdate,
    Role,
    Seat,
    Standing,
    UpdatePartner,
    UpdateState,
    UpdateTheme,
    UpdateVersion,
)

PEOPLE = 90
MEETINGS, UPDATES, DELIVERIES, INBOX, ACTS = 4, 600, 12_000, 20_000, 6_000
"""In a year."""
FIRST_ACCOUNT = 9_000_000
AT_ONCE = 5_000
KINDS = ("notice", "reminder", "welcome", "overview")
SOME_REFUSED = 200
"""One delivery in so many was refused for good, and one did not reach its reader."""
PARTNERS = ("ME", "RS", "MD", "UA", "GE", "AL", "MK", "BA", "XK", "TN", "MA", "JO", "AM", "KE")
THEMES = ("budget", "security", "committees", "oversight", "legislation", "digital")
PROGRAMMES = ("taiex", "inter_pares", "twinning", "bilateral")
YEAR = timedelta(days=365)


def fill(database: Database, years: int, *, now: datetime) -> None:
    """Store what *years* before *now* have left: its people have accounts from FIRST_ACCOUNT on."""
    with database.transaction() as session:
        for model, rows in _tables(years, now):
            _write(session, model, rows)


def _write(session: Session, model: type[SQLModel], rows: Iterable[dict[str, Any]]) -> None:
    remaining = iter(rows)
    while block := list(islice(remaining, AT_ONCE)):
        session.execute(insert(table_of(model)), block)


def _tables(years: int, now: datetime) -> Iterator[tuple[type[SQLModel], Iterable[dict[str, Any]]]]:
    begun = now - years * YEAR
    chambers = [chamber.id for chamber in reference().chambers]
    yield Person, _people(begun)
    yield Seat, _seats(begun, chambers)
    yield Meeting, _meetings(years, begun)
    yield Notice, _notices(years, begun)
    yield Audience, _audience(years, begun, chambers)
    yield Answer, _answers(years, begun, chambers)
    yield Project, _projects(begun, chambers)
    yield ProjectUpdate, _updates(years, begun, chambers)
    yield UpdatePartner, _codes(years, PARTNERS)
    yield UpdateTheme, _codes(years, THEMES)
    yield UpdateVersion, _versions(years, begun)
    yield Delivery, _deliveries(years, begun)
    yield InboxItem, _inbox(years, begun)
    yield AuditEntry, _acts(years, begun)


def _spread(number: int, in_a_year: int, begun: datetime) -> datetime:
    """Return the instant of the *number*-th of rows that come evenly."""
    return begun + number * YEAR / in_a_year


def _person(number: int) -> int:
    return number % PEOPLE + 1


def _seal(number: int) -> str:
    return f"{number:08x}"


def _people(begun: datetime) -> Iterator[dict[str, Any]]:
    for number in range(PEOPLE):
        yield {
            "id": number + 1,
            "seal": _seal(number),
            "telegram_id": FIRST_ACCOUNT + number,
            "name": f"P{number}",
            "role": Role.CORRESPONDENT if number else Role.COORDINATOR,
            "standing": Standing.ACTIVE,
            "language": "en",
            "zone": "Europe/Brussels",
            "acknowledged_at": begun,
            "created_at": begun,
            "stopped_kinds": [],
        }


def _seats(begun: datetime, chambers: list[str]) -> Iterator[dict[str, Any]]:
    for number in range(PEOPLE):
        chamber = chambers[number % len(chambers)]
        yield {"chamber_id": chamber, "person_id": number + 1, "since": begun}


def _meetings(years: int, begun: datetime) -> Iterator[dict[str, Any]]:
    for number in range(years * MEETINGS):
        starts_at = _spread(number, MEETINGS, begun) + timedelta(days=10)
        yield {
            "id": number + 1,
            "seal": _seal(number),
            "uid": f"{number}@archive",
            "series": "dsn",
            "title": f"Meeting {number}",
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(hours=3),
            "zone": "Europe/Brussels",
            "format": Format.HYBRID,
            "place": "Brussels",
            "focus": [],
            "reply_by": starts_at - timedelta(days=10),
            "state": MeetingState.ANNOUNCED,
            "revision": 1,
            "sequence": 0,
            "created_by": 1,
            "created_at": starts_at - timedelta(days=60),
        }


def _notices(years: int, begun: datetime) -> Iterator[dict[str, Any]]:
    for number in range(years * MEETINGS):
        at = _spread(number, MEETINGS, begun)
        yield {
            "id": number + 1,
            "seal": _seal(number),
            "meeting_id": number + 1,
            "kind": NoticeKind.ANNOUNCED,
            "revision": 1,
            "before": {},
            "created_by": 1,
            "created_at": at,
            "finished_at": at,
        }


def _audience(years: int, begun: datetime, chambers: list[str]) -> Iterator[dict[str, Any]]:
    for meeting in range(1, years * MEETINGS + 1):
        for person in range(1, PEOPLE + 1):
            yield {
                "meeting_id": meeting,
                "person_id": person,
                "chamber_id": chambers[(person - 1) % len(chambers)],
                "added_at": begun,
            }


def _answers(years: int, begun: datetime, chambers: list[str]) -> Iterator[dict[str, Any]]:
    for meeting in range(1, years * MEETINGS + 1):
        for person in range(1, PEOPLE + 1, 2):
            yield {
                "meeting_id": meeting,
                "person_id": person,
                "chamber_id": chambers[(person - 1) % len(chambers)],
                "choice": "online",
                "for_starts_at": begun,
                "answered_at": begun,
            }


def _projects(begun: datetime, chambers: list[str]) -> Iterator[dict[str, Any]]:
    for number, chamber in enumerate(chambers):
        for place, programme in enumerate(PROGRAMMES):
            yield {
                "id": number * len(PROGRAMMES) + place + 1,
                "chamber_id": chamber,
                "programme": programme,
                "partners": [PARTNERS[number % len(PARTNERS)]],
                "created_at": begun,
            }


def _updates(years: int, begun: datetime, chambers: list[str]) -> Iterator[dict[str, Any]]:
    for number in range(years * UPDATES):
        at = _spread(number, UPDATES, begun)
        chamber = number % len(chambers)
        programme = number % len(PROGRAMMES)
        yield {
            "id": number + 1,
            "seal": _seal(number),
            "ref": f"{at.year}-{chambers[chamber]}-A{number}",
            "project_id": chamber * len(PROGRAMMES) + programme + 1,
            "chamber_id": chambers[chamber],
            "author_id": _person(number),
            "title": f"Activity {number}",
            "kind": "workshop",
            "programme": PROGRAMMES[programme],
            "role": "host",
            "other_chambers": [],
            "status": "completed",
            "start": at.date(),
            "start_precision": "day",
            "end": at.date(),
            "end_precision": "day",
            "format": Format.ONLINE,
            "summary": "What it is.",
            "summary_language": "en",
            "sharing": "members",
            "meeting_id": number * MEETINGS // UPDATES + 1,
            "dac_code": "15152",
            "state": UpdateState.SUBMITTED,
            "version": 1,
            "created_at": at,
            "updated_at": at,
        }


def _codes(years: int, codes: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for number in range(years * UPDATES):
        for place in range(1 + number % 2):
            code = codes[(number * 5 + place) % len(codes)]
            yield {"update_id": number + 1, "code": code, "position": place}


def _versions(years: int, begun: datetime) -> Iterator[dict[str, Any]]:
    for number in range(years * UPDATES):
        yield {
            "update_id": number + 1,
            "version": 1,
            "fields": {"title": f"Activity {number}"},
            "by": _person(number),
            "at": begun,
        }


def _deliveries(years: int, begun: datetime) -> Iterator[dict[str, Any]]:
    for number in range(years * DELIVERIES):
        at = _spread(number, DELIVERIES, begun)
        meeting = number * MEETINGS // DELIVERIES + 1
        kind = KINDS[number % len(KINDS)]
        state = {1: DeliveryState.FAILED, 2: DeliveryState.UNREACHABLE}.get(
            number % SOME_REFUSED, DeliveryState.SENT
        )
        yield {
            "seal": _seal(number),
            "key": f"archive:{number}",
            "person_id": _person(number),
            "kind": kind,
            "meeting_id": meeting,
            "notice_id": meeting if kind == "notice" else None,
            "about": {},
            "due_at": at,
            "expires_at": at + timedelta(days=2),
            "state": state,
            "attempts": 1,
            "failures": 0,
            "next_try_at": at,
            "was_unknown": False,
            "parts_sent": 1,
            "sent_at": at if state is DeliveryState.SENT else None,
            "created_at": at,
        }


def _inbox(years: int, begun: datetime) -> Iterator[dict[str, Any]]:
    for number in range(years * INBOX):
        at = _spread(number, INBOX, begun)
        yield {
            "update_id": number - years * INBOX,  # below those of a stand-in that begins at 1
            "lane": FIRST_ACCOUNT + number % PEOPLE,
            "state": InboxState.DONE,
            "answers_sent": 1,
            "received_at": at,
            "handled_at": at,
        }


def _acts(years: int, begun: datetime) -> Iterator[dict[str, Any]]:
    for number in range(years * ACTS):
        yield {
            "at": _spread(number, ACTS, begun),
            "by": _person(number),
            "act": "meeting.answered" if number % 10 else "update.submitted",
            "subject": f"meeting:{number * MEETINGS // ACTS + 1}",
            "detail": {},
        }
