"""Writes rows into the outbox: a message to one person, or to every coordinator."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from storage import deliveries, people
from storage.models import Person


def tell(
    session: Session,
    person: Person,
    kind: str,
    *,
    key: str,
    now: datetime,
    about: dict[str, Any] | None = None,
    within: timedelta | None = None,
    after: timedelta = timedelta(),
) -> None:
    """Plan one message to a person, due *after* a span (now by default); useless after *within*."""
    row = {
        "key": key,
        "person_id": person.id,
        "kind": kind,
        "about": about or {},
        "due_at": now + after,
        "expires_at": now + within if within else None,
    }
    deliveries.plan(session, [row], now=now)


def tell_coordinators(
    session: Session,
    kind: str,
    *,
    key: str,
    now: datetime,
    about: dict[str, Any] | None = None,
    besides: int | None = None,
    after: timedelta = timedelta(),
    within: timedelta | None = None,
) -> int:
    """Plan one message to every active coordinator but *besides*; return to how many."""
    told = [person for person in people.coordinators(session) if person.id != besides]
    for person in told:
        tell(
            session,
            person,
            kind,
            key=f"{key}:{person.id}",
            now=now,
            about=about,
            after=after,
            within=within,
        )
    return len(told)
