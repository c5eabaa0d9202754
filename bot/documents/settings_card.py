"""A person's settings as they are, with a button to change each."""

from datetime import datetime

from bot import keyboards, times
from bot.messages import Button, Html, Keyboard
from bot.texts import Texts, language_name
from bot.texts_needed import Family
from storage.models import Person

WHAT = Family("settings-{}", ("language", "zone", "name", "reminders", "resume", "pause"))
"""What a button of the card changes."""


def card(texts: Texts, person: Person, *, now: datetime) -> tuple[Html, Keyboard]:
    """Return the card of a person's settings."""
    paused = person.paused_until is not None and person.paused_until > now
    text = texts(
        "settings-card",
        name=person.name,
        language=language_name(person.language),
        zone=times.city(person.zone, texts.language),
        offset=times.offset(now, person.zone),
        pause=_pause_line(texts, person) if paused else texts("settings-no-pause"),
    )
    return text, [
        [_button(texts, "language"), _button(texts, "zone")],
        [_button(texts, "name"), _button(texts, "reminders")],
        [_button(texts, "resume" if paused else "pause")],
    ]


def back_row(texts: Texts) -> list[Button]:
    """Return the way back to the settings."""
    return [Button(texts.plain("settings-back"), keyboards.pack("set", "card"))]


def _pause_line(texts: Texts, person: Person) -> Html:
    if person.paused_until is None:
        return texts("settings-no-pause")
    until = times.local(person.paused_until, person.zone).date()
    return texts("settings-paused", until=times.day(until, texts.language))


def _button(texts: Texts, name: str) -> Button:
    return Button(texts.plain(WHAT.key(name)), keyboards.pack("set", name))
