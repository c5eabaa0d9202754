"""Days by their number: "5 May", "Tuesday the 5th", "the 5th of next month", "the 15th"."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.understanding.dates import days
from bot.understanding.dates.days import Impossible, Span
from bot.understanding.dates.here import Here, Resolved, leaning, year_of
from bot.understanding.dates.items import CalendarName, Day, Kind
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.pieces import Piece
from bot.understanding.values import Doubt, Expecting

NEAR = timedelta(days=100)
"""So far back a weekday tells that a day without a year is gone by."""
MONTHS_AROUND = 13
"""How far each way a day without its month is looked for."""


def day_by_number(piece: Piece, here: Here) -> Resolved | None:
    """Return the day that the number of *piece* says, and the other one that may be meant.

    Two days are returned where the weekday or "tomorrow" beside the number names another day.
    """
    if piece.day is None:
        return None
    if piece.month is None:
        resolved = _without_month(piece, piece.day, here)
    else:
        resolved = _with_month(piece, piece.day, piece.month, here)
    if resolved is None:
        return None
    if piece.is_order_guessed:
        resolved.doubts.add(Doubt.ORDER_GUESSED)
    day = resolved.spans[0].start
    if piece.weekday is not None and piece.weekday.number != day.weekday():
        resolved.doubts.add(Doubt.WEEKDAY_MISMATCH)
        resolved.spans.append(days.of_day(on_weekday(piece, piece.weekday.number, day)))
    if piece.offset is not None and day != here.today + timedelta(days=piece.offset):
        resolved.doubts.add(Doubt.WEEKDAY_MISMATCH)
        resolved.spans.append(days.of_day(here.today + timedelta(days=piece.offset)))
    if piece.is_week_of:
        resolved.spans = [days.of_week(days.monday_of(day))]
    return resolved


def on_weekday(piece: Piece, weekday: int, day: date) -> date:
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


# --- with its month ------------------------------------------------------------------------------


def _with_month(piece: Piece, day: Day, month: CalendarName, here: Here) -> Resolved | None:
    if piece.period is not None and piece.period[0] != "year":
        return None
    if _is_out_of_order(piece):
        return None
    year = year_of(piece, here)
    if year is not None:
        return Resolved([days.of_day(days.exact(year, month.number, day.number))])
    listed = days.in_years(
        here.today, lambda year: days.of_day(days.exact(year, month.number, day.number))
    )
    chosen = days.choose(listed, here.today, _leaning_of(piece, month, here))
    if piece.weekday is not None:
        chosen = _by_weekday(chosen, listed, piece.weekday.number, here)
    return Resolved([chosen], {Doubt.YEAR_GUESSED})


def _leaning_of(piece: Piece, month: CalendarName, here: Here) -> Expecting:
    """Return which way a day without a year leans, by the words around it."""
    if piece.offset is not None:
        return Expecting.EITHER  # "tomorrow, 5 May": the nearest, so that the two can be compared
    if Sense.LATER in piece.markers:
        return Expecting.FUTURE  # "the coming 5 May"
    if Sense.AGO in piece.markers:
        return Expecting.PAST
    return leaning(month.steps, here)


def _by_weekday(chosen: Span, listed: list[Span], weekday: int, here: Here) -> Span:
    """Return the day of the year just gone (or to come) instead, where its weekday is right."""
    if chosen.start.weekday() == weekday:
        return chosen
    other = Expecting.PAST if chosen.start >= here.today else Expecting.FUTURE
    instead = days.choose(listed, here.today, other)
    is_near = abs(instead.start - here.today) <= NEAR
    return instead if is_near and instead.start.weekday() == weekday else chosen


def _is_out_of_order(piece: Piece) -> bool:
    """Tell whether a weekday or an hour stands where nobody puts it, so that it is another's."""
    if _among(piece, Kind.DAY, Kind.TIME, Kind.MONTH) == [Kind.DAY, Kind.TIME, Kind.MONTH]:
        return True  # "5 at 9 May"
    if _is_after_hour(piece) and not is_introduced(piece):
        return True  # "at 9, 5": the second number is no day
    order = _among(piece, Kind.DAY, Kind.WEEKDAY, Kind.MONTH)
    if order == [Kind.DAY, Kind.WEEKDAY]:
        return piece.day is not None and piece.day.mark != 1  # "5. Mittwoch" is a day
    return order == [Kind.DAY, Kind.WEEKDAY, Kind.MONTH]


def _among(piece: Piece, *kinds: Kind) -> list[Kind]:
    """Return those of *kinds* that *piece* says, in its order."""
    return [kind for kind in piece.order if kind in kinds]


def _is_after_hour(piece: Piece) -> bool:
    """Tell whether a day without its month stands somewhere after an hour."""
    order = piece.order
    if Kind.TIME not in order or Kind.DAY not in order or Kind.MONTH in order:
        return False
    return order.index(Kind.TIME) < order.index(Kind.DAY)


# --- without a month -----------------------------------------------------------------------------


def _without_month(piece: Piece, day: Day, here: Here) -> Resolved | None:
    if piece.year is not None:
        return None
    if piece.period is not None:
        return _in_period(piece, day, piece.period, here)
    if piece.offset is not None or _is_out_of_order(piece) or not _is_day(piece, day):
        return None
    listed = list(_in_months_around(here.today, day.number))
    chosen = days.choose(listed, here.today, here.expecting)
    return Resolved([chosen], {Doubt.YEAR_GUESSED})


def _in_period(piece: Piece, day: Day, period: tuple[str, int], here: Here) -> Resolved | None:
    """Return "the 5th of next month"."""
    unit, steps = period
    if unit != "month" or not (day.mark > 0 or is_introduced(piece)):
        return None
    if piece.order[:2] == [Kind.DAY, Kind.WEEKDAY]:
        return None  # "the second Tuesday of next month" counts Tuesdays
    month = days.add_months(here.today.replace(day=1), steps)
    return Resolved([days.of_day(days.exact(month.year, month.month, day.number))])


def _is_day(piece: Piece, day: Day) -> bool:
    """Tell whether a number without a month is a day, and no hour or count."""
    if piece.part is not None and piece.clock is None:
        return False  # "5 in the afternoon" is an hour
    is_from = Sense.FROM in piece.markers
    if is_from and piece.weekday and not day.mark and piece.clock:
        return False  # "Thursday from 9 to 11": both are hours
    if piece.weekday is not None or is_introduced(piece):
        return True
    # "5th" is a day; "5." is one with an hour beside it, else it may end a sentence.
    return day.mark > 1 or (day.mark == 1 and piece.clock is not None)


def _in_months_around(today: date, number: int) -> Iterator[Span]:
    for ahead in range(-MONTHS_AROUND, MONTHS_AROUND + 1):
        month = days.add_months(today.replace(day=1), ahead)
        try:
            yield days.of_day(days.exact(month.year, month.month, number))
        except Impossible:
            continue  # a shorter month


def is_introduced(piece: Piece) -> bool:
    """Tell whether an article stands with a number, so that it is a day."""
    return Sense.ARTICLE in piece.markers
