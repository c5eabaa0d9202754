"""Rules of meetings: what a change means, what a chamber has said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.models import Choice


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the fields of *after* whose value is another one than *before*."""
    return [name for name, value in after.items() if before.get(name) != value]


@dataclass(frozen=True)
class Given:
    """One person's answer, for the chamber that they answered for."""

    chamber_id: str
    choice: Choice
    answered_at: datetime


def chamber_choices(answers: Iterable[Given]) -> dict[str, Choice]:
    """Return what each chamber has answered: the latest of its people's answers counts."""
    latest: dict[str, Given] = {}
    for answer in answers:
        known = latest.get(answer.chamber_id)
        if known is None or answer.answered_at >= known.answered_at:
            latest[answer.chamber_id] = answer
    return {chamber_id: answer.choice for chamber_id, answer in latest.items()}
