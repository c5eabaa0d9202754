"""Working hours on a person's own clock, across clock changes.

An hour that a clock change skips is read on the clock as it was before (02:30 becomes 03:30); one
that happens twice is taken the first time. Nothing here reads a clock.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from config.network import WorkingHours

ONE_DAY = timedelta(days=1)


def at_local(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Return the instant (aware UTC) of a local day and hour."""
    return datetime.combine(day, hour, zone).astimezone(UTC)


def is_working(instant: datetime, zone: ZoneInfo, hours: WorkingHours) -> bool:
    """Tell whether *instant* lies in the working hours of its local day."""
    local = instant.astimezone(zone)
    return hours.works_on(local.weekday()) and hours.from_ <= local.time() <= hours.to


def previous_working_morning(instant: datetime, zone: ZoneInfo, hours: WorkingHours) -> datetime:
    """Return the last beginning of a working day that is not after *instant*."""
    day = instant.astimezone(zone).date()
    while True:
        morning = at_local(day, hours.from_, zone)
        if hours.works_on(day.weekday()) and morning <= instant:
            return morning
        day -= ONE_DAY


def next_working_morning(instant: datetime, zone: ZoneInfo, hours: WorkingHours) -> datetime:
    """Return the first beginning of a working day after *instant*."""
    day = instant.astimezone(zone).date()
    while True:
        morning = at_local(day, hours.from_, zone)
        if hours.works_on(day.weekday()) and morning > instant:
            return morning
        day += ONE_DAY


def next_working_instant(instant: datetime, zone: ZoneInfo, hours: WorkingHours) -> datetime:
    """Return *instant* if it lies in working hours, else the next working morning."""
    if is_working(instant, zone, hours):
        return instant
    return next_working_morning(instant, zone, hours)


def add_working_days(day: date, count: int, hours: WorkingHours) -> date:
    """Return the day that is *count* working days after *day*."""
    while count > 0:
        day += ONE_DAY
        if hours.works_on(day.weekday()):
            count -= 1
    return day
