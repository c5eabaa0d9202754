"""A person's settings, and what the bot keeps of a person besides: each once, with its reason.

The card of the settings follows from it. What is personal of it, why, for how long, and what
``/forget`` does with it stands in ``storage/register.py``.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.chat.forms.fields import (
    Drawn,
    Field,
    Fields,
    Goes,
    Kept,
    Said,
    Shown,
    Stored,
)
from bot.chat.forms.form import Answers
from bot.core import times
from bot.core.messages import Html
from bot.core.text_keys import Pattern
from bot.core.texts import Texts, language_name
from bot.people import questions as ask
from config.network import WorkingHours
from storage.models import Person

SETTINGS = Goes.CARD | Goes.EXPORT


def paused_until(answers: Answers, zone: str) -> datetime:
    """Return the end of a pause (aware UTC): the morning of its last day, in the person's zone."""
    day = date.fromisoformat(answers["until"])
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def _pause(said: Said) -> Mapping[str, Any]:
    if said.answers.get("until") is None:
        return {}
    return {"paused_until": paused_until(said.answers, said.zone)}


def _until(person: Person) -> Mapping[str, Any]:
    if person.paused_until is None:
        return {}
    return {"until": times.local(person.paused_until, person.zone).date().isoformat()}


def is_paused(person: Person, now: datetime) -> bool:
    """Tell whether a person has a pause from reminders that is not over."""
    return person.paused_until is not None and person.paused_until > now


def _pause_words(shown: Shown) -> str:
    person, texts = shown.row, shown.texts
    if shown.now is None or not is_paused(person, shown.now):
        return working(texts, shown.network.working_hours)
    until = times.local(person.paused_until, person.zone).date()
    return texts("settings-paused", until=times.day(until, texts.language))


def working(texts: Texts, hours: WorkingHours) -> Html:
    """Return when reminders come: on working days, within *hours*."""
    first, last = (times.clock(end, texts.language) for end in (hours.from_, hours.to))
    return texts("settings-no-pause", hours=times.between(first, last, texts.language))


PERSON_FIELDS = Fields(
    model=Person,
    label=Pattern("settings-{}"),
    fields=(
        Field(
            "name",
            SETTINGS,
            ask.NAME_QUESTION,
        ),
        Field(
            "language",
            SETTINGS,
            drawn=Drawn(words=lambda shown: language_name(shown.row.language)),
        ),
        Field(
            "zone",
            SETTINGS,
            ask.ZONE_QUESTION,
            drawn=Drawn(words=lambda shown: times.city(shown.row.zone, shown.texts.language)),
        ),
        Field(
            "pause",
            SETTINGS,
            ask.UNTIL_QUESTION,
            stored=Stored(columns=("paused_until",), to_columns=_pause, to_answers=_until),
            drawn=Drawn(words=_pause_words),
        ),
        Field(
            "stopped_kinds",
            Goes.EXPORT,
            stored=Stored(default=[]),
        ),
    ),
    kept=(
        Kept("id", Goes.EXPORT),
        Kept("seal"),
        Kept("telegram_id", Goes.EXPORT),
        Kept("role", Goes.EXPORT),
        Kept("standing", Goes.EXPORT),
        Kept("acknowledged_at", Goes.EXPORT),
        Kept("created_at", Goes.EXPORT),
        Kept("decided_at", Goes.EXPORT),
        Kept("decided_by"),
        Kept("decline_reason", Goes.EXPORT),
        Kept("unreachable_since", Goes.EXPORT),
        Kept("unreachable_reason", Goes.EXPORT),
        Kept("last_seen_at", Goes.EXPORT),
        Kept("asked_to_stay_at", Goes.EXPORT),
    ),
)
