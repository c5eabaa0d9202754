"""From a text to the ways in which its items account for it, the cheapest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from bot.understanding.dates.items import DateItem, DateText, Figures, Kind
from bot.understanding.dates.lexicon import Sense
from bot.understanding.dates.phrases import items_at
from bot.understanding.dates.pieces import HALVES, Piece, add_item
from bot.understanding.dates.prose import in_prose

MOST_PARSES = 120
MOST_PIECES = 8
STEPS_OF_A_PLACE = 8
STEPS_OF_A_PARSE = 10
"""What looking at a whole parse costs beside going on by one item."""


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
        self.items: dict[int, list[tuple[DateItem, int]]] = {end: []}
        leads_on = {end}  # from the end backwards: what leads nowhere is not looked at
        for place in range(end - 1, start - 1, -1):
            items = [both for both in items_of(text, place) if both[0].end in leads_on]
            if items:
                leads_on.add(place)
            self.items[place] = items
        text.steps -= end - start

    def parses(self) -> Iterator[Parse]:
        """Return the paths as parses; the text's own count of steps goes down by the way."""
        # Cost, the place negated (so that of equal ones the farthest goes first), a running number
        # that keeps their order, what the piece has said in bits, and the items.
        paths: list[tuple[int, int, int, int, _Path | None]] = [(0, -self.start, 0, 0, None)]
        pushed = yielded = 0
        while paths and pushed < self.text.steps:
            cost, place, _, taken, path = heappop(paths)
            if -place == self.end:
                parse = _parse(_listed(path), cost)
                if parse is not None:
                    self.text.steps -= STEPS_OF_A_PARSE
                    yield parse
                    yielded += 1
                    if yielded >= MOST_PARSES:
                        break
                continue
            for item, mask in self.items[-place]:
                if mask & taken:
                    continue  # two days, two hours: the second needs a joint before it
                pushed += 1
                # Behind a joint a new piece begins, in which everything may be said again.
                after = 0 if item.kind in _JOINTS else taken | mask
                heappush(paths, (cost + item.cost, -item.end, pushed, after, (path, item)))
        self.text.steps -= pushed


def items_of(text: DateText, place: int) -> list[tuple[DateItem, int]]:
    """Return :func:`items_at` with what each says in bits, looked at once for each place."""
    items = text.items.get(place)
    if items is None:
        listed = items_at(text, place) if text.steps > 0 else []
        listed = in_prose(text, place, listed) if text.is_prose else listed
        items = text.items[place] = [(item, _mask(item)) for item in listed]
        text.steps -= STEPS_OF_A_PLACE + len(items)
    return items


_Path = tuple["_Path | None", DateItem]


def _listed(path: "_Path | None") -> list[DateItem]:
    items: list[DateItem] = []
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
    Kind.SEASON: 2048, Kind.STRETCH: 8192,
}  # fmt: skip
"""A piece says each of them once: an offset and a shift both tell how far away the day is, so
they share a bit, and so do an nth weekday with a day and a weekday."""


def _mask(item: DateItem) -> int:
    if item.kind is Kind.DATE:
        value: Figures = item.value
        return 2 | (1 if value.day is not None else 0) | (4 if value.year is not None else 0)
    if item.kind is Kind.NTH:
        return _BITS[Kind.NTH] | (2 if len(item.value) > 2 else 0)
    if item.kind is Kind.PART:
        return 32 if item.value in HALVES else 4096
    return _BITS.get(item.kind, 0)


def _parse(path: list[DateItem], cost: int) -> Parse | None:
    """Return the path cut at its joints, or None where an end says nothing."""
    pieces = [Piece()]
    joints: list[Kind] = []
    for item in path:
        if item.kind not in _JOINTS:
            add_item(pieces[-1], item)
        elif pieces[-1].order:
            joints.append(item.kind)
            pieces.append(Piece())
        elif joints or item.kind is not Kind.TO:
            return None  # two joints in a row, or one that joins nothing
        else:
            # "until 5 May", "to 5 May": an end alone is what it says; "- 5 May" likewise.
            pieces[-1].markers.add(Sense.TO)
    if not pieces[-1].order or len(pieces) > MOST_PIECES:
        return None
    return Parse(tuple(pieces), tuple(joints), cost, _lopsided(pieces))


def _lopsided(pieces: list[Piece]) -> int:
    """Return 1 where some days of a month have a weekday and others have none."""
    dated = [piece.order for piece in pieces if Kind.DAY in piece.order]
    return int(len({Kind.WEEKDAY in order for order in dated}) > 1)
