"""Messages that come in working hours alone, however late they are."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.runtime import Runtime
from bot.core.working_hours import is_working, next_working_morning
from storage.models import Delivery, Person


def leaves_at(runtime: Runtime, row: Delivery, person: Person | None, *, now: datetime) -> datetime:
    """Return when a row that is due may leave: *now*, or the next working morning of its reader.

    What was meant to come outside working hours, and what is of use at its minute alone, keeps no
    hours; whether it is too late by the morning is seen then.
    """
    kind, hours = runtime.kinds.get(row.kind), runtime.network.working_hours
    if person is None or kind is None or not kind.keeps_hours(runtime.network, row):
        return now
    zone = ZoneInfo(person.zone)
    if not is_working(row.due_at, zone, hours) or is_working(now, zone, hours):
        return now
    return next_working_morning(now, zone, hours)
