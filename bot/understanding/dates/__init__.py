"""Dates as officials type them → readings, doubts, or a reason; never a silent guess."""

from bot.understanding.dates.understand import understand_when

__all__ = ["understand_when"]
