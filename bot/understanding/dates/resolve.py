"""From what a piece of text says to days, seen from now."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.understanding.dates import days
from bot.understanding.dates.days import Impossible, Span
from bot.understanding.dates.items import CalendarName, Day, Kind, TimeOfDay
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.pieces import Piece
from bot.understanding.values import Doubt, Expecting

NOON = 12 * 60
NEAR = timedelta(days=100)
"""So far back a weekday tells that a day without a year is gone by."""
MINUTES = {"minute": 1, "hour": 60}


@dataclass(frozen=True)
class Here:
    """From where it is seen: the local time, and which way a date without a year leans."""

    now: datetime
    """Aware, in the writer's zone."""
    expecting: Expecting

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.date()


@dataclass
class Resolved:
    """What a piece means: one span, or several that it may mean."""

    spans: list[Span]
    doubts: set[Doubt] = field(default_factory=set)
    at: datetime | None = None
    """The local moment, where the piece counts hours or minutes from now."""


def counted(unit: str) -> tuple[str, int]:
    """Return the unit and how many of it a word is ("2week" is a fortnight)."""
    number = "".join(sign for sign in unit if sign.isdigit())
    return (unit[len(number) :], int(number)) if number else (unit, 1)


def resolve(piece: Piece, here: Here) -> Resolved | None:
    """Return the days that *piece* says; None where they make no sense together."""
    if piece.is_week_of and not _is_week_of_day(piece):
        return None
    if piece.shift is not None:
        return _shifted(piece, here)
    if piece.nth is not None:
        return _nth(piece, here)
    if piece.quarter is not None or piece.week is not None or piece.half is not None:
        return _numbered(piece, here)
    if piece.day is not None:
        return _day(piece, here)
    if piece.offset is not None:
        return _offset(piece, here)
    if piece.month is not None:
        return _month(piece, here)
    if piece.period is not None:
        return _span(piece, here)
    if piece.weekday is not None:
        return _weekday(piece, here)
    if piece.year is not None and _is_only(piece, "year"):
        return Resolved([days.of_year(piece.year)])
    return None


def _is_week_of_day(piece: Piece) -> bool:
    """Tell whether "week of" stands before a day of a month."""
    if piece.day is None or piece.month is None:
        return False
    kind = Kind.DAY if Kind.DAY in piece.order else Kind.DATE
    return kind in piece.order and piece.order.index(Kind.WEEK_OF) < piece.order.index(kind)


def _is_only(piece: Piece, *names: str) -> bool:
    """Tell whether nothing but *names* is said of the day."""
    every = (
        "day",
        "month",
        "year",
        "weekday",
        "offset",
        "period",
        "nth",
        "week",
        "quarter",
        "half",
    )
    return all(getattr(piece, name) is None for name in every if name not in names)


def _shifted(piece: Piece, here: Here) -> Resolved | None:
    if piece.shift is None or not _is_only(piece) or (piece.part and not piece.clock):
        return None
    unit, times = counted(piece.shift[0])
    number = piece.shift[1] * times
    if unit in MINUTES:
        moment = here.now.astimezone(UTC) + timedelta(minutes=MINUTES[unit] * number)
        local = moment.astimezone(here.now.tzinfo).replace(second=0, microsecond=0)
        return Resolved([days.of_day(local.date())], at=local) if piece.clock is None else None
    return Resolved([days.of_day(days.add(here.today, unit, number))])


def _nth(piece: Piece, here: Here) -> Resolved | None:
    """Return "the first Monday of March", "last Friday of next month"."""
    if piece.nth is None or piece.offset is not None:
        return None
    number, weekday = piece.nth
    if piece.month is None:
        if piece.period is None or piece.period[0] != "month" or piece.year is not None:
            return None
        month = days.add_months(here.today.replace(day=1), piece.period[1])
        return Resolved([days.of_day(days.nth_weekday(month.year, month.month, number, weekday))])
    named = piece.month.number
    year = _year_of(piece, here)
    if year is not None:
        return Resolved([days.of_day(days.nth_weekday(year, named, number, weekday))])
    listed = days.in_years(
        here.today, lambda year: days.of_day(days.nth_weekday(year, named, number, weekday))
    )
    expecting = _leaning(piece.month.steps, here)
    return Resolved([days.choose(listed, here.today, expecting)], {Doubt.YEAR_GUESSED})


def _year_of(piece: Piece, here: Here) -> int | None:
    """Return the year that is said, in figures or as "next year"."""
    if piece.year is not None:
        return piece.year
    if piece.period is not None and piece.period[0] == "year":
        return here.today.year + piece.period[1]
    if piece.month is not None and piece.month.steps == 0:
        return here.today.year
    return None


def _leaning(steps: int | None, here: Here) -> Expecting:
    if steps is None or steps == 0:
        return here.expecting
    return Expecting.FUTURE if steps > 0 else Expecting.PAST


def _numbered(piece: Piece, here: Here) -> Resolved | None:
    """Return a quarter, a half or a week of the year."""
    if not _is_only(piece, "quarter", "half", "week", "year", "period"):
        return None
    if piece.period is not None and piece.period[0] != "year":
        return None
    year = _year_of(piece, here)

    def in_year(year: int) -> Span:
        if piece.quarter is not None:
            return days.of_quarter(year, piece.quarter)
        if piece.half is not None:
            return days.of_half(year, piece.half)
        return days.week_number(year, piece.week or 0)

    if year is not None:
        return Resolved([in_year(year)])
    listed = days.in_years(here.today, in_year)
    return Resolved([days.choose(listed, here.today, here.expecting)], {Doubt.YEAR_GUESSED})


def _day(piece: Piece, here: Here) -> Resolved | None:
    if piece.day is None:
        return None
    if piece.month is None:
        found = _day_alone(piece, piece.day, here)
    else:
        found = _day_of_month(piece, piece.day, piece.month, here)
    if found is None:
        return None
    if piece.is_order_guessed:
        found.doubts.add(Doubt.ORDER_GUESSED)
    day = found.spans[0].start
    if piece.weekday is not None and piece.weekday.number != day.weekday():
        found.doubts.add(Doubt.WEEKDAY_MISMATCH)
        found.spans.append(days.of_day(_on_weekday(piece, piece.weekday.number, day)))
    if piece.offset is not None and day != here.today + timedelta(days=piece.offset):
        found.doubts.add(Doubt.WEEKDAY_MISMATCH)
        found.spans.append(days.of_day(here.today + timedelta(days=piece.offset)))
    if piece.is_week_of:
        found.spans = [days.of_week(days.monday_of(day))]
    return found


def _on_weekday(piece: Piece, weekday: int, day: date) -> date:
    """Return the other day that may be meant, where *day* is not the *weekday* that was said.

    Without a year it is the nearest year in which the weekday is right, else the nearest day.
    """
    if piece.year is None and piece.month is not None:
        listed = days.in_years(day, lambda year: days.of_day(days.exact(year, day.month, day.day)))
        right = [span for span in listed if span.start.weekday() == weekday]
        if right:
            return days.choose(right, day, Expecting.EITHER).start
    after, before = days.weekday_after(day, weekday), days.weekday_before(day, weekday)
    return min(after, before, key=lambda other: abs(other - day))


def _day_of_month(piece: Piece, day: Day, month: CalendarName, here: Here) -> Resolved | None:
    if piece.period is not None and piece.period[0] != "year":
        return None
    if _is_out_of_order(piece):
        return None
    number, named = day.number, month.number
    year = _year_of(piece, here)
    if year is not None:
        return Resolved([days.of_day(days.exact(year, named, number))])
    listed = days.in_years(here.today, lambda year: days.of_day(days.exact(year, named, number)))
    expecting = _leaning(month.steps, here)
    if Sense.LATER in piece.markers or Sense.AGO in piece.markers:  # "the coming 5 May"
        expecting = Expecting.FUTURE if Sense.LATER in piece.markers else Expecting.PAST
    if piece.offset is not None:
        expecting = Expecting.EITHER
    chosen = days.choose(listed, here.today, expecting)
    if piece.weekday is not None and chosen.start.weekday() != piece.weekday.number:
        # The weekday tells the year, where it is right in the one just gone (or to come).
        other = Expecting.PAST if chosen.start >= here.today else Expecting.FUTURE
        instead = days.choose(listed, here.today, other)
        is_near = abs(instead.start - here.today) <= NEAR
        if is_near and instead.start.weekday() == piece.weekday.number:
            chosen = instead
    return Resolved([chosen], {Doubt.YEAR_GUESSED})


def _is_out_of_order(piece: Piece) -> bool:
    """Tell whether a weekday stands between a day and its month, or after a day without one."""
    order = [kind for kind in piece.order if kind in (Kind.DAY, Kind.WEEKDAY, Kind.MONTH)]
    told = [kind for kind in piece.order if kind in (Kind.DAY, Kind.TIME, Kind.MONTH)]
    if told == [Kind.DAY, Kind.TIME, Kind.MONTH]:
        return True
    if Kind.TIME in piece.order and Kind.DAY in piece.order and Kind.MONTH not in piece.order:
        is_after = piece.order.index(Kind.TIME) < piece.order.index(Kind.DAY)
        if is_after and not is_introduced(piece):
            return True
    if order == [Kind.DAY, Kind.WEEKDAY]:
        return piece.day is not None and piece.day.mark != 1
    return order == [Kind.DAY, Kind.WEEKDAY, Kind.MONTH]


def _day_alone(piece: Piece, day: Day, here: Here) -> Resolved | None:
    """Return "the 15th", "Tuesday the 5th", "the 5th of next month"."""
    if piece.year is not None:
        return None
    if piece.period is not None:
        if piece.period[0] != "month" or not (day.mark > 0 or is_introduced(piece)):
            return None
        if piece.order[:2] == [Kind.DAY, Kind.WEEKDAY]:
            return None
        month = days.add_months(here.today.replace(day=1), piece.period[1])
        return Resolved([days.of_day(days.exact(month.year, month.month, day.number))])
    if piece.offset is not None:
        return None
    if _is_out_of_order(piece):
        return None
    if day.mark < 0 and not is_introduced(piece) and piece.weekday is None:
        return None
    if piece.part is not None and piece.clock is None:
        return None
    if Sense.FROM in piece.markers and piece.weekday and not day.mark and piece.clock:
        return None  # "Thursday from 9 to 11": both are hours
    is_told = day.mark > 1 or piece.weekday is not None or is_introduced(piece)
    is_told = is_told or (day.mark == 1 and piece.clock is not None)
    if not is_told:
        return None
    listed = []
    for ahead in range(-13, 14):
        month = days.add_months(here.today.replace(day=1), ahead)
        try:
            listed.append(days.of_day(days.exact(month.year, month.month, day.number)))
        except Impossible:
            continue
    chosen = days.choose(listed, here.today, here.expecting)
    return Resolved([chosen], {Doubt.YEAR_GUESSED})


def is_introduced(piece: Piece) -> bool:
    """Tell whether an article stands with a number, so that it is a day."""
    return Sense.ARTICLE in piece.markers


def _offset(piece: Piece, here: Here) -> Resolved | None:
    if piece.offset is None or not _is_only(piece, "offset", "weekday", "period"):
        return None
    if piece.period is not None:
        return None
    day = here.today + timedelta(days=piece.offset)
    found = Resolved([days.of_day(day)])
    if piece.weekday is not None and piece.weekday.number != day.weekday():
        found.doubts.add(Doubt.WEEKDAY_MISMATCH)
        other = _on_weekday(piece, piece.weekday.number, day)
        found.spans.append(days.of_day(other))
    return found


def _month(piece: Piece, here: Here) -> Resolved | None:
    if piece.month is None or not _is_only(piece, "month", "year", "period"):
        return None
    if piece.period is not None and piece.period[0] != "year":
        return None
    named, steps = piece.month.number, piece.month.steps
    year = _year_of(piece, here)
    if year is not None:
        return Resolved([days.of_month(year, named)])
    listed = days.in_years(here.today, lambda year: days.of_month(year, named))
    if steps is None:
        return Resolved([days.choose(listed, here.today, here.expecting)], {Doubt.YEAR_GUESSED})
    if abs(steps) != 1:
        return None
    if steps > 0:
        ahead = [span for span in listed if span.start > here.today]
        # "Next March" in January: this year's or the year after; from April on it is plain.
        return Resolved(ahead[:1] if ahead[0].start.year > here.today.year else ahead[:2])
    gone = [span for span in listed if span.end < here.today]
    return Resolved(gone[-1:])


def _span(piece: Piece, here: Here) -> Resolved | None:
    """Return "next week", "last month", "Tuesday of next week"."""
    if piece.period is None or not _is_only(piece, "period", "weekday"):
        return None
    unit, steps = piece.period
    unit, times = counted(unit)
    if unit == "week":
        monday = days.add(days.monday_of(here.today), "week", steps * times)
        if piece.weekday is None:
            return Resolved([days.of_week(monday)])
        return Resolved([days.of_day(monday + timedelta(days=piece.weekday.number))])
    if piece.weekday is not None:
        return None
    if unit == "day":
        return Resolved([days.of_day(days.add(here.today, "day", steps))])
    if unit == "month":
        first = days.add_months(here.today.replace(day=1), steps)
        return Resolved([days.of_month(first.year, first.month)])
    if unit == "quarter":
        at = here.today.year * 4 + (here.today.month - 1) // 3 + steps
        return Resolved([days.of_quarter(at // 4, at % 4 + 1)])
    if unit == "year":
        return Resolved([days.of_year(here.today.year + steps)])
    return None


def _weekday(piece: Piece, here: Here) -> Resolved | None:
    if piece.weekday is None or not _is_only(piece, "weekday"):
        return None
    number, steps, is_coming = piece.weekday
    after, before = (
        days.weekday_after(here.today, number),
        days.weekday_before(here.today, number),
    )
    this_week = days.monday_of(here.today) + timedelta(days=number)
    if is_coming:
        chosen = [after]
    elif steps is None:
        chosen = [_nearer(after, before, here)]
    elif steps == -1:
        chosen = [before]
    elif steps == 1:
        # The coming one or next week's: the two are one only where the week is over by then.
        chosen = list(dict.fromkeys([after, this_week + timedelta(days=7)]))
    elif steps == 0:
        chosen = _this(this_week, after, before, here)
    else:
        return None
    return Resolved([days.of_day(day) for day in chosen])


def _nearer(after: date, before: date, here: Here) -> date:
    match here.expecting:
        case Expecting.FUTURE:
            return after
        case Expecting.PAST:
            return before
        case Expecting.EITHER:
            return min(after, before, key=lambda day: abs(day - here.today))


def _this(this_week: date, after: date, before: date, here: Here) -> list[date]:
    if this_week > here.today:
        return [this_week]
    if here.expecting is Expecting.PAST:
        return [this_week if this_week < here.today else before]
    return [after, this_week]


def minutes_of(clock: TimeOfDay, part: str | None) -> int:
    """Return minutes since midnight, with what "p.m." or "in the evening" says of them."""
    minutes = clock.minutes
    if part is None or minutes > NOON + 59:
        return minutes
    is_twelve = NOON <= minutes < NOON + 60
    match part:
        case "am":
            return minutes - NOON if is_twelve else minutes
        case "pm" | "afternoon":
            return minutes if is_twelve else minutes + NOON
        case "evening":
            return minutes + NOON if 3 * 60 <= minutes < NOON else minutes
        case "night":
            if is_twelve:
                return minutes - NOON
            return minutes + NOON if 6 * 60 <= minutes < NOON else minutes
        case "noon":
            return minutes + NOON if minutes < 5 * 60 else minutes
        case _:
            return minutes
