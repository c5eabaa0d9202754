"""What a person should look at before a reading is taken."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.understanding.values import Doubt, Expecting, Precision, When

FAR_YEARS = 3


def doubts_of(
    when: When, *, now: datetime, expecting: Expecting, country: str | None
) -> tuple[Doubt, ...]:
    """Return the doubts about *when*; *country* (ISO code) is asked for its public holidays."""
    found = []
    today = now.astimezone(ZoneInfo(when.zone)).date()
    begins, ends = when.starts_at(), when.ends_at()
    is_past = begins < now if begins is not None else when.end < today
    if is_past and expecting is Expecting.FUTURE:
        found.append(Doubt.PAST)
    if _is_far(when.start, today):
        found.append(Doubt.FAR)
    if when.precision is Precision.DAY:
        if when.start.weekday() > 4:
            found.append(Doubt.WEEKEND)
        if country is not None and _is_holiday(when, country):
            found.append(Doubt.HOLIDAY)
    if when.end < when.start or (begins is not None and ends is not None and ends <= begins):
        found.append(Doubt.END_BEFORE_START)
    found.extend(_clock_doubts(when))
    return tuple(found)


def _is_far(day: date, today: date) -> bool:
    return abs(day - today) > timedelta(days=FAR_YEARS * 366)


def _clock_doubts(when: When) -> list[Doubt]:
    """Return whether an hour does not exist, or exists twice, where the clocks change."""
    zone = ZoneInfo(when.zone)
    found: dict[Doubt, None] = {}
    for day, hour in ((when.start, when.start_time), (when.end, when.end_time)):
        if hour is None:
            continue
        local = datetime.combine(day, hour, zone)
        if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(
            tzinfo=None
        ):
            found[Doubt.CLOCK_NEVER] = None
        elif local.utcoffset() != local.replace(fold=1).utcoffset():
            found[Doubt.CLOCK_TWICE] = None
    return list(found)


# --- public holidays -----------------------------------------------------------------------------

SEATS = {"EU": "BE"}
"""The European Parliament keeps the holidays of its seat in Brussels."""
LONGEST_RANGE = 31


def _is_holiday(when: When, country: str) -> bool:
    last = min(when.end, when.start + timedelta(days=LONGEST_RANGE))
    day = when.start
    while day <= last:
        if day in _holidays(SEATS.get(country, country), day.year):
            return True
        day += timedelta(days=1)
    return False


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    """Return the public holidays of a country; none where the package does not know it."""
    import holidays  # loaded when a country is first asked for

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
