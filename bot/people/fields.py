"""A person's settings, and what the bot keeps of a person besides: each once, with its reason.

The card of the settings, ``/mydata`` and ``/forget`` follow from it; docs/privacy.md says it to
people in the same words.
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
    Personal,
    Said,
    Shown,
    Stored,
)
from bot.chat.forms.form import Answers
from bot.core import times
from bot.core.messages import Html
from bot.core.text_keys import Pattern
from bot.core.texts import DEFAULT, Texts, language_name
from bot.people import questions as ask
from config.network import WorkingHours
from storage.models import Person

ERASED_NAME = "—"
"""What stands where the name of somebody stood who was erased."""
TO_ADDRESS = "to approve, address and remind"
UNTIL_LEAVING = "until the person leaves"
ADDRESSING = Personal(TO_ADDRESS, UNTIL_LEAVING)
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
            personal=Personal(TO_ADDRESS, UNTIL_LEAVING, erased=ERASED_NAME),
        ),
        Field(
            "language",
            SETTINGS,
            drawn=Drawn(words=lambda shown: language_name(shown.row.language)),
            personal=Personal(TO_ADDRESS, UNTIL_LEAVING, erased=DEFAULT),
        ),
        Field(
            "zone",
            SETTINGS,
            ask.ZONE_QUESTION,
            drawn=Drawn(words=lambda shown: times.city(shown.row.zone, shown.texts.language)),
            personal=Personal(TO_ADDRESS, UNTIL_LEAVING, erased="UTC"),
        ),
        Field(
            "pause",
            SETTINGS,
            ask.UNTIL_QUESTION,
            stored=Stored(columns=("paused_until",), to_columns=_pause, to_answers=_until),
            drawn=Drawn(words=_pause_words),
            personal=ADDRESSING,
        ),
        Field(
            "stopped_kinds",
            Goes.EXPORT,
            stored=Stored(default=[]),
            personal=Personal(TO_ADDRESS, UNTIL_LEAVING, erased=()),
        ),
    ),
    kept=(
        Kept("id", Goes.EXPORT),
        Kept("seal"),
        Kept("telegram_id", Goes.EXPORT, ADDRESSING),
        Kept("role", Goes.EXPORT),
        Kept("standing", Goes.EXPORT),
        Kept("acknowledged_at", Goes.EXPORT),
        Kept("acknowledged_version", Goes.EXPORT),
        Kept("created_at", Goes.EXPORT),
        Kept("decided_at", Goes.EXPORT),
        Kept("decided_by"),
        Kept("decline_reason", Goes.EXPORT, ADDRESSING),
        Kept("unreachable_since", Goes.EXPORT, ADDRESSING),
        Kept("unreachable_reason", Goes.EXPORT, ADDRESSING),
        Kept("last_seen_at", Goes.EXPORT, ADDRESSING),
    ),
)
