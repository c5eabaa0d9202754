"""What one language makes of a text that may be a date."""

from dataclasses import dataclass

from bot.understanding.values import Doubt, Reason, When


@dataclass(frozen=True)
class Outcome:
    """What one language makes of a text."""

    readings: tuple[When, ...] = ()
    doubts: frozenset[Doubt] = frozenset()
    reason: Reason = Reason.NOT_A_DATE
    """Why there are no readings."""
    cost: int = 0
    """How far-fetched the readings are."""
