"""A piece of a text: what it says between "from", "to" and "and", field by field."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.understanding.dates.items import CalendarName, DateItem, Day, Figures, Kind, TimeOfDay
from bot.understanding.dates.lexicon import Sense

HALVES = ("am", "pm")


@dataclass(slots=True)
class Piece:
    """What one end of a range, or the whole text, says."""

    day: Day | None = None
    month: CalendarName | None = None
    year: int | None = None
    weekday: CalendarName | None = None
    offset: int | None = None
    """Days from today: "tomorrow" is 1."""
    shift: tuple[str, int] | None = None
    """Unit and how many of it from now: "3 days ago" is ("day", -3)."""
    period: tuple[str, int] | None = None
    """Unit and which of it: "last month" is ("month", -1)."""
    nth: tuple[int, int] | None = None
    """Which one (-1: the last) of which weekday of a month (-1: of any day)."""
    week: int | None = None
    """Of the year, as ISO counts."""
    quarter: int | None = None
    half: int | None = None
    stretch: str | None = None
    """"begin", "middle" or "end" of the month."""
    clock: TimeOfDay | None = None
    """The hour, or the first one."""
    until: TimeOfDay | None = None
    """The last hour, where two were joined to one piece."""
    part: str | None = None
    """The part of the day: a value of ``parts`` in the files of words."""
    is_week_of: bool = False
    """Whether "week of" is said."""
    is_order_guessed: bool = False
    """Whether day and month in figures may be the other way round."""
    sign: str = ""
    """Between the figures of a date."""
    markers: set[Sense] = field(default_factory=set)
    """What its small words say: FROM, BETWEEN, TO, ARTICLE, LATER, AGO."""
    order: list[Kind] = field(default_factory=list)
    """Kinds of its items as they stand, without fillers."""
    vague: Kind | None = None
    """VAGUE or SEASON where it is no date."""

    @property
    def is_time_only(self) -> bool:
        """Whether no day is said, only an hour."""
        return self.clock is not None and not self.says_day

    @property
    def says_day(self) -> bool:
        """Whether anything is said about the day."""
        return any(getattr(self, name) is not None for name in _DAY_FIELDS)

    def shape(self) -> str:
        """Return what kind of day it says, to compare the parts of a list."""
        if self.nth is not None:
            return "nth"
        if self.day is not None:
            return "day"
        if self.weekday is not None or self.offset is not None:
            return "weekday"
        for name in ("month", "quarter", "half", "week", "year", "period", "shift"):
            if getattr(self, name) is not None:
                return name
        return ""

    def copy(self) -> "Piece":
        """Return a copy that can be filled in."""
        return replace(self)


_DAY_FIELDS = (
    "day", "month", "year", "weekday", "offset", "shift", "period", "nth", "week", "quarter",
    "half",
)  # fmt: skip


def add_item(piece: Piece, item: DateItem) -> None:
    """Let *piece* say what *item* says as well."""
    if item.kind is Kind.FILLER:
        markers: frozenset[Sense] = item.value
        # An article makes a day of the number that follows, not of one before.
        piece.markers |= markers - {Sense.ARTICLE} if Kind.DAY in piece.order else markers
        return
    piece.order.append(item.kind)
    field_name = _FIELDS.get(item.kind)
    if field_name is not None:
        setattr(piece, field_name, item.value)
    elif item.kind in _RULES:
        _RULES[item.kind](piece, item.value)
    else:
        piece.vague = item.kind


def _add_figures(piece: Piece, figures: Figures) -> None:
    # What the figures leave out, another item of the piece may have said.
    piece.day = Day(figures.day, mark=2) if figures.day is not None else piece.day
    piece.month = CalendarName(figures.month)
    piece.year = figures.year if figures.year is not None else piece.year
    piece.is_order_guessed = figures.is_guessed
    piece.sign = figures.sign


def _add_nth(piece: Piece, nth: tuple[int, ...]) -> None:
    number, weekday, *month = nth
    piece.nth = number, weekday
    piece.month = CalendarName(month[0]) if month else piece.month


def _add_part_of_day(piece: Piece, part: str) -> None:
    # "This morning at 10 a.m.": the plainer of the two.
    piece.part = part if piece.part is None or part in HALVES else piece.part


def _add_week_of(piece: Piece, value: None) -> None:
    del value
    piece.is_week_of = True


_FIELDS = {
    Kind.DAY: "day",
    Kind.MONTH: "month",
    Kind.YEAR: "year",
    Kind.WEEKDAY: "weekday",
    Kind.OFFSET: "offset",
    Kind.SHIFT: "shift",
    Kind.PERIOD: "period",
    Kind.WEEK: "week",
    Kind.QUARTER: "quarter",
    Kind.HALF: "half",
    Kind.STRETCH: "stretch",
    Kind.TIME: "clock",
}
"""Kinds whose value is a field of the piece as it stands."""
_RULES: dict[Kind, Callable[[Piece, Any], None]] = {
    Kind.DATE: _add_figures,
    Kind.NTH: _add_nth,
    Kind.PART: _add_part_of_day,
    Kind.WEEK_OF: _add_week_of,
}
