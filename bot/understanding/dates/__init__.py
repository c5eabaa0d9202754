"""Dates as officials type them → readings, doubts, or a reason; never a silent guess."""

from bot.understanding.dates.before import understand_before
from bot.understanding.dates.find import find_when
from bot.understanding.dates.understand import understand_when
from bot.understanding.values import FoundWhen

__all__ = ["FoundWhen", "find_when", "understand_before", "understand_when"]
