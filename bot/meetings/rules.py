"""Rules of meetings: what a change means, what a chamber has said."""

from collections.abc import Iterable, Mapping
from typing import Any

from storage.models import Choice

NEAREST = (Choice.IN_PERSON, Choice.ONLINE, Choice.CANNOT)
"""How near to the table an answer brings somebody, the nearest first."""


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the fields of *after* whose value is another one than *before*."""
    return [name for name, value in after.items() if before.get(name) != value]


def chamber_choices(answers: Iterable[tuple[str, Choice]]) -> dict[str, Choice]:
    """Return how each chamber takes part, of its code and the answer of each of its people.

    People answer for themselves: a chamber of which one comes and one cannot is there.
    """
    found: dict[str, Choice] = {}
    for chamber_id, choice in answers:
        found[chamber_id] = min(found.get(chamber_id, choice), choice, key=NEAREST.index)
    return found
