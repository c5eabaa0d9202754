"""What is understood of a date: days, hours, how precisely, and what remains in doubt."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo


class Precision(StrEnum):
    """How precisely a date was said."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Expecting(StrEnum):
    """Which way a date without a year leans."""

    FUTURE = "future"
    PAST = "past"
    EITHER = "either"


class Doubt(StrEnum):
    """What a person should look at before a date is taken."""

    CLOCK_TWICE = "clock_twice"
    CLOCK_NEVER = "clock_never"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    PAST = "past"
    FAR = "far"
    ORDER_GUESSED = "order_guessed"
    YEAR_GUESSED = "year_guessed"
    END_BEFORE_START = "end_before_start"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    SEASON = "season"
    PART_OF_DAY = "part_of_day"


class Reason(StrEnum):
    """Why there is no reading."""

    EMPTY = "empty"
    NOT_A_DATE = "not_a_date"
    IMPOSSIBLE = "impossible"
    SEVERAL = "several"
    TOO_LONG = "too_long"
    AMBIGUOUS = "ambiguous"
    NOT_WHOLE = "not_whole"
    """A month is named in letters, and something that was not understood as well."""


@dataclass(frozen=True)
class When:
    """One reading: local days, and hours where they were said."""

    start: date
    end: date
    """The last day; the first one for a single day."""
    start_time: time | None = None
    end_time: time | None = None
    precision: Precision = Precision.DAY
    zone: str = "Europe/Brussels"

    def starts_at(self) -> datetime | None:
        """Return the instant (aware UTC) it begins, or None where no hour was said."""
        return self._instant(self.start, self.start_time)

    def ends_at(self) -> datetime | None:
        """Return the instant (aware UTC) it ends, or None where no closing hour was said."""
        return self._instant(self.end, self.end_time)

    def _instant(self, day: date, hour: time | None) -> datetime | None:
        if hour is None:
            return None
        return datetime.combine(day, hour, ZoneInfo(self.zone)).astimezone(UTC)

    def to_json(self) -> dict[str, Any]:
        """Return plain values for a draft row."""
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "start_time": self.start_time.isoformat("minutes") if self.start_time else None,
            "end_time": self.end_time.isoformat("minutes") if self.end_time else None,
            "precision": self.precision.value,
            "zone": self.zone,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "When":
        """Return the reading that was stored."""
        return cls(
            date.fromisoformat(stored["start"]),
            date.fromisoformat(stored["end"]),
            time.fromisoformat(stored["start_time"]) if stored["start_time"] else None,
            time.fromisoformat(stored["end_time"]) if stored["end_time"] else None,
            Precision(stored["precision"]),
            stored["zone"],
        )


@dataclass(frozen=True)
class Dates:
    """What a text may mean: one reading, several to choose from, or none and why."""

    readings: tuple[When, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    reason: Reason | None = None
    text: str = ""

    @property
    def sure(self) -> When | None:
        """The reading, if there is exactly one."""
        return self.readings[0] if len(self.readings) == 1 else None


@dataclass(frozen=True)
class FoundWhen:
    """A date found inside a sentence, with the words that say it."""

    start: int
    """Offset of the first sign in the sentence."""
    end: int
    """Offset after the last sign."""
    words: str
    """The words as they stand there."""
    readings: tuple[When, ...]
    """One, or several that the words may mean."""
    doubts: tuple[Doubt, ...] = ()

    @property
    def sure(self) -> When | None:
        """The reading, if there is exactly one."""
        return self.readings[0] if len(self.readings) == 1 else None
