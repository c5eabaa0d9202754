"""From a text to its possible readings in pieces: what stands between "from", "to" and "and"."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from heapq import heappop, heappush

from bot.understanding.dates.items import (
    CalendarName,
    DateText,
    Day,
    Figures,
    Item,
    Kind,
    TimeOfDay,
)
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.phrases import items_at
from bot.understanding.dates.prose import in_prose

MOST_READINGS = 120
STEPS_OF_A_PLACE = 8
STEPS_OF_A_PARSE = 10
"""What looking at a whole parse costs beside going on by one item."""
MOST_PIECES = 8
HALVES = ("am", "pm")


@dataclass(slots=True)
class Piece:
    """What one end of a range, or the whole text, says."""

    day: Day | None = None
    month: CalendarName | None = None
    year: int | None = None
    weekday: CalendarName | None = None
    offset: int | None = None
    shift: tuple[str, int] | None = None
    period: tuple[str, int] | None = None
    nth: tuple[int, int] | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    clock: TimeOfDay | None = None
    until: TimeOfDay | None = None
    part: str | None = None
    is_week_of: bool = False
    is_order_guessed: bool = False
    sign: str = ""
    """Between the figures of a date."""
    markers: set[Sense] = field(default_factory=set)
    order: list[Kind] = field(default_factory=list)
    vague: Kind | None = None

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


_DAY_FIELDS = tuple(
    name.name
    for name in fields(Piece)
    if name.name
    in {
        "day", "month", "year", "weekday", "offset", "shift", "period", "nth", "week", "quarter",
        "half",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parse:
    """One way to account for the whole text."""

    pieces: tuple[Piece, ...]
    joints: tuple[Kind, ...]
    """TO or AND, one fewer than the pieces."""
    cost: int
    lopsided: int = 0
    """1 where only one end of a range has a weekday ("mar 23 – dom 28 dic" is not March)."""


def parses(text: DateText, start: int = 0, end: int | None = None) -> Iterator[Parse]:
    """Return the ways to account for every token from *start* to *end*, the cheapest first."""
    return _Search(text, start, len(text) if end is None else end).parses()


class _Search:
    """The cheapest path first; what is said twice in one piece ends a path."""

    def __init__(self, text: DateText, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.items: dict[int, list[tuple[Item, int]]] = {end: []}
        leads_on = {end}
        for place in range(end - 1, start - 1, -1):
            items = [both for both in items_of(text, place) if both[0].end in leads_on]
            if items:
                leads_on.add(place)
            self.items[place] = items
        text.steps -= end - start

    def parses(self) -> Iterator[Parse]:
        """Return the paths as parses; the text's own count of steps goes down by the way."""
        paths: list[tuple[int, int, int, int, _Path | None]] = [(0, -self.start, 0, 0, None)]
        number = found = 0
        while paths and number < self.text.steps:
            cost, place, _, said, path = heappop(paths)
            if -place == self.end:
                parse = _parse(_listed(path), cost)
                if parse is not None:
                    self.text.steps -= STEPS_OF_A_PARSE
                    yield parse
                    found += 1
                    if found >= MOST_READINGS:
                        break
                continue
            for item, mask in self.items[-place]:
                if mask & said:
                    continue
                number += 1
                after = 0 if item.kind in _JOINTS else said | mask
                heappush(paths, (cost + item.cost, -item.end, number, after, (path, item)))
        self.text.steps -= number


def items_of(text: DateText, place: int) -> list[tuple[Item, int]]:
    """Return :func:`items_at` with what each says in bits, looked at once for each place."""
    items = text.items.get(place)
    if items is None:
        found = items_at(text, place) if text.steps > 0 else []
        found = in_prose(text, place, found) if text.is_prose else found
        items = text.items[place] = [(item, _mask(item)) for item in found]
        text.steps -= STEPS_OF_A_PLACE + len(items)
    return items


_Path = tuple["_Path | None", Item]


def _listed(path: "_Path | None") -> list[Item]:
    items: list[Item] = []
    while path is not None:
        path, item = path
        items.append(item)
    items.reverse()
    return items


_JOINTS = (Kind.TO, Kind.AND, Kind.OR)
_BITS = {
    Kind.DAY: 1, Kind.MONTH: 2, Kind.YEAR: 4, Kind.WEEKDAY: 8, Kind.TIME: 16,
    Kind.OFFSET: 64, Kind.SHIFT: 64 | 128, Kind.PERIOD: 128, Kind.NTH: 1 | 8, Kind.WEEK: 256 | 2,
    Kind.QUARTER: 256 | 2, Kind.HALF: 256 | 2, Kind.WEEK_OF: 512, Kind.VAGUE: 1024,
    Kind.SEASON: 2048,
}  # fmt: skip


def _mask(item: Item) -> int:
    if item.kind is Kind.DATE:
        value: Figures = item.value
        return 2 | (1 if value.day is not None else 0) | (4 if value.year is not None else 0)
    if item.kind is Kind.NTH:
        return _BITS[Kind.NTH] | (2 if len(item.value) > 2 else 0)
    if item.kind is Kind.PART:
        return 32 if item.value in HALVES else 4096
    return _BITS.get(item.kind, 0)


def _parse(path: list[Item], cost: int) -> Parse | None:
    """Return the path cut at its joints, or None where an end says nothing."""
    pieces = [Piece()]
    joints: list[Kind] = []
    for item in path:
        if item.kind in _JOINTS:
            if not pieces[-1].order:
                # "until 5 May", "to 5 May": an end alone is what it says; "- 5 May" likewise.
                if joints or item.kind is not Kind.TO or len(pieces) > 1:
                    return None
                pieces[-1].markers.add(Sense.TO)
                continue
            joints.append(item.kind)
            pieces.append(Piece())
        else:
            _add(pieces[-1], item)
    if not pieces[-1].order or len(pieces) > MOST_PIECES:
        return None
    named = {Kind.WEEKDAY in piece.order for piece in pieces if Kind.DAY in piece.order}
    return Parse(tuple(pieces), tuple(joints), cost, int(len(named) > 1))


def _add(piece: Piece, item: Item) -> None:
    if item.kind is Kind.FILLER:
        said: frozenset[Sense] = item.value
        # An article makes a day of the number that follows, not of one before.
        piece.markers |= said - {Sense.ARTICLE} if Kind.DAY in piece.order else said
        return
    piece.order.append(item.kind)
    match item.kind:
        case Kind.DATE:
            figures: Figures = item.value
            piece.day = Day(figures.day, mark=2) if figures.day is not None else piece.day
            piece.month = CalendarName(figures.month)
            piece.year = figures.year if figures.year is not None else piece.year
            piece.is_order_guessed = figures.is_guessed
            piece.sign = figures.sign
        case Kind.DAY:
            piece.day = item.value
        case Kind.MONTH:
            piece.month = item.value
        case Kind.YEAR:
            piece.year = item.value
        case Kind.WEEKDAY:
            piece.weekday = item.value
        case Kind.OFFSET:
            piece.offset = item.value
        case Kind.SHIFT:
            piece.shift = item.value
        case Kind.PERIOD:
            piece.period = item.value
        case Kind.NTH:
            number, weekday, *month = item.value
            piece.nth = number, weekday
            piece.month = CalendarName(month[0]) if month else piece.month
        case Kind.WEEK:
            piece.week = item.value
        case Kind.QUARTER:
            piece.quarter = item.value
        case Kind.HALF:
            piece.half = item.value
        case Kind.WEEK_OF:
            piece.is_week_of = True
        case Kind.TIME:
            piece.clock = item.value
        case Kind.PART:
            # "This morning at 10 a.m.": the plainer of the two.
            piece.part = item.value if piece.part is None or item.value in HALVES else piece.part
        case _:
            piece.vague = item.kind
