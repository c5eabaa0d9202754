"""What a person decides for themselves: language, zone, which reminders, a pause."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import Session

from bot.reminders import service as reminders
from config.network import Network
from storage import audit
from storage.models import Person


class UnknownZone(ValueError):
    """No time zone has this name."""


def choose_language(session: Session, person: Person, language: str) -> None:
    """Speak *language* to a person from now on."""
    person.language = language
    session.add(person)


def rename(session: Session, person: Person, name: str, *, now: datetime) -> None:
    """Call a person by another name from now on; the log keeps the one before until they leave."""
    before, person.name = person.name, name
    session.add(person)
    if name != before:
        subject = f"person:{person.id}"
        audit.record(
            session, "person.renamed", by=person.id, now=now, subject=subject, before=before
        )


def choose_zone(
    session: Session, network: Network, person: Person, zone: str, *, now: datetime
) -> None:
    """Show times in *zone* (an IANA name) and move what is planned to its working hours.

    Raises :class:`UnknownZone`.
    """
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UnknownZone(zone) from error
    person.zone = zone
    session.add(person)
    session.flush()
    reminders.replan_person(session, network, person, now=now)


def pause(
    session: Session, network: Network, person: Person, until: datetime | None, *, now: datetime
) -> None:
    """Send a person no reminders until an instant; None ends the pause."""
    person.paused_until = until
    session.add(person)
    session.flush()
    audit.record(
        session,
        "person.paused" if until else "person.resumed",
        by=person.id,
        now=now,
        subject=f"person:{person.id}",
    )
    reminders.replan_person(session, network, person, now=now)
