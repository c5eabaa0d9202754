"""A meeting as a calendar file (RFC 5545).

Times are written in UTC: Outlook, Apple's and Google's calendars all read that without a VTIMEZONE,
and a meeting is one instant everywhere. The UID never changes; SEQUENCE rises with each change that
a calendar has to take over, and METHOD:CANCEL takes the entry out again.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from unicodedata import normalize

PRODUCT = "-//Democracy Support Network//dsn-bot//EN"
NAME_LIMIT = 60


@dataclass(frozen=True)
class CalendarEntry:
    """What a calendar is told of a meeting; instants are aware."""

    uid: str
    sequence: int
    title: str
    description: str
    location: str
    url: str | None
    starts_at: datetime
    ends_at: datetime
    stamp: datetime
    """When this version was made (DTSTAMP)."""
    cancelled: bool
    organizer: tuple[str, str]
    """Name and e-mail address of whoever invites; RFC 5546 wants one in what is published."""
    language: str
    """In which title, description and place are written."""
    alarm_before: timedelta | None = timedelta(hours=1)


def invitation(entry: CalendarEntry) -> bytes:
    """Return the ``.ics`` for a meeting."""
    from icalendar import Alarm, Calendar, Event, vCalAddress  # 3 MiB: the first file loads it

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entry.cancelled else "PUBLISH")
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    language = {"LANGUAGE": entry.language}
    event.add("summary", entry.title, parameters=language)
    event.add("description", entry.description, parameters=language)
    event.add("location", entry.location, parameters=language)
    name, address = entry.organizer
    organizer = vCalAddress(f"mailto:{address}")
    organizer.params["CN"] = name
    event.add("organizer", organizer)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if entry.url:
        event.add("url", entry.url)
    if entry.alarm_before is not None and not entry.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", -entry.alarm_before)
        event.add_component(alarm)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def file_name(title: str) -> str:
    """Return a name for the file that every system takes: ASCII, short, never empty."""
    ascii_only = normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-").lower()
    return f"{words[:NAME_LIMIT].strip('-') or 'meeting'}.ics"
