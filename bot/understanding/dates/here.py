"""From where a date is seen, and what a piece of text means from there."""

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.understanding.dates.days import Span
from bot.understanding.dates.pieces import Piece
from bot.understanding.values import Doubt, Expecting


@dataclass(frozen=True)
class Here:
    """From where it is seen: the local time, and which way a date without a year leans."""

    now: datetime
    """Aware, in the writer's zone."""
    expecting: Expecting
    asks_hours: bool = False
    """Whether hours were asked for, so that a number alone is one."""

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


def year_of(piece: Piece, here: Here) -> int | None:
    """Return the year that is said, in figures or as "next year"."""
    if piece.year is not None:
        return piece.year
    if piece.period is not None and piece.period[0] == "year":
        return here.today.year + piece.period[1]
    if piece.month is not None and piece.month.steps == 0:
        return here.today.year  # "this May"
    return None


def leaning(steps: int | None, here: Here) -> Expecting:
    """Return which way "next May" (1) or "last May" (-1) leans; any other as *here* does."""
    if not steps:
        return here.expecting
    return Expecting.FUTURE if steps > 0 else Expecting.PAST
