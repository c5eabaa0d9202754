"""Rules of meetings: what a change means, what a chamber has said."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from storage.models import Choice

_HOUR = re.compile(r"\b([01]?\d|2[0-3])( ?[:hH.] ?[0-5]\d\b| ?(h|am|pm|Uhr)\b)")
NEAREST = (Choice.IN_PERSON, Choice.ONLINE, Choice.CANNOT)
"""How near to the table an answer brings somebody, the nearest first."""


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the fields of *after* whose value is another one than *before*."""
    return [name for name, value in after.items() if before.get(name) != value]


def reply_day_after_move(reply_day: date, before: date, after: date, today: date) -> date:
    """Return the day for answers to a meeting that was moved from one day to another.

    One that is still of use stays. One that is past, or lies behind the meeting, moves along with
    it: as long before as it was, not before today.
    """
    if today <= reply_day <= after:
        return reply_day
    return min(max(after - (before - reply_day), today), after)


def names_hours(agenda: str) -> bool:
    """Tell whether an agenda says at what hour something is: a move leaves that wrong."""
    return _HOUR.search(agenda) is not None


def chamber_choices(answers: Iterable[tuple[str, Choice]]) -> dict[str, Choice]:
    """Return how each chamber takes part, of its code and the answer of each of its people.

    People answer for themselves: a chamber of which one comes and one cannot is there.
    """
    found: dict[str, Choice] = {}
    for chamber_id, choice in answers:
        found[chamber_id] = min(found.get(chamber_id, choice), choice, key=NEAREST.index)
    return found
