"""What a person should look at before a reading is taken."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.understanding.values import Doubt, Expecting, Precision, When

FAR_YEARS = 3
"""A date farther away than that is rather a slip."""
OTHER_YEAR_NEAR = timedelta(days=92)
"""A day this near, in the year that was not taken, may be the one that was meant."""
YEAR = timedelta(days=365)
SATURDAY = 5
"""As ``date.weekday`` counts."""


def doubts_of(
    when: When, *, now: datetime, expecting: Expecting, country: str | None
) -> tuple[Doubt, ...]:
    """Return the doubts about *when*; *country* (ISO code) is asked for its public holidays."""
    today = now.astimezone(ZoneInfo(when.zone)).date()
    begins, ends = when.starts_at(), when.ends_at()
    doubts: list[Doubt] = []
    # Of a day without an hour, all of it has to be over.
    is_past = begins < now if begins is not None else when.end < today
    if is_past and expecting is Expecting.FUTURE:
        doubts.append(Doubt.PAST)
    if _is_far(when.start, today):
        doubts.append(Doubt.FAR)
    # A whole month has weekends and holidays anyway.
    if when.precision is Precision.DAY:
        doubts.extend(_day_off_doubts(when, country))
    if when.end < when.start or (begins is not None and ends is not None and ends <= begins):
        doubts.append(Doubt.END_BEFORE_START)
    doubts.extend(_clock_doubts(when))
    return tuple(doubts)


def has_one_year(when: When, *, now: datetime, expecting: Expecting) -> bool:
    """Tell whether a date without its year can sensibly be of the year of *when* alone.

    A meeting on "22 March" is the next one; on "20 November", said a week after it, it may be
    a slip. Where the date may lie on either side, the other side has to be far.
    """
    distance = abs(when.start - now.astimezone(ZoneInfo(when.zone)).date())
    if expecting is Expecting.EITHER:
        return distance <= OTHER_YEAR_NEAR
    return distance <= YEAR - OTHER_YEAR_NEAR


def _day_off_doubts(when: When, country: str | None) -> Iterator[Doubt]:
    if when.start.weekday() >= SATURDAY:
        yield Doubt.WEEKEND
    if country is not None and _is_holiday(when, country):
        yield Doubt.HOLIDAY


def _is_far(day: date, today: date) -> bool:
    return abs(day - today) > timedelta(days=FAR_YEARS * 366)


def _clock_doubts(when: When) -> list[Doubt]:
    """Return whether an hour does not exist, or exists twice, where the clocks change."""
    zone = ZoneInfo(when.zone)
    doubts: dict[Doubt, None] = {}
    for day, hour in ((when.start, when.start_time), (when.end, when.end_time)):
        if hour is None:
            continue
        local = datetime.combine(day, hour, zone)
        there_and_back = local.astimezone(UTC).astimezone(zone)
        if there_and_back.replace(tzinfo=None) != local.replace(tzinfo=None):
            doubts[Doubt.CLOCK_NEVER] = None  # the clocks skip it in spring
        elif local.utcoffset() != local.replace(fold=1).utcoffset():
            doubts[Doubt.CLOCK_TWICE] = None  # the clocks repeat it in autumn
    return list(doubts)


# --- public holidays -----------------------------------------------------------------------------

SEATS = {"EU": "BE"}
"""The European Parliament keeps the holidays of its seat in Brussels."""
LONGEST_RANGE = 31
"""Days of a range that are looked up; a longer one has a holiday in most countries."""


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
    except NotImplementedError:  # so the package says that it does not know the country
        return frozenset()
