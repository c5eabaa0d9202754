"""A person's settings as they are, with a button to change each."""

from datetime import datetime

from bot import keyboards, times
from bot.messages import Button, Html, Keyboard
from bot.texts import Texts, language_name
from config.network import WorkingHours
from storage.models import Person


def card(
    texts: Texts, person: Person, hours: WorkingHours, *, now: datetime
) -> tuple[Html, Keyboard]:
    """Return the card of a person's settings; reminders come within *hours*."""
    paused = person.paused_until is not None and person.paused_until > now
    text = texts(
        "settings-card",
        name=person.name,
        language=language_name(person.language),
        zone=times.city(person.zone, texts.language),
        offset=times.offset(now, person.zone),
        pause=_pause_line(texts, person, hours, paused=paused),
    )
    return text, [
        [_button(texts, "language"), _button(texts, "zone")],
        [_button(texts, "name"), _button(texts, "reminders")],
        [_button(texts, "resume" if paused else "pause")],
    ]


def back_row(texts: Texts) -> list[Button]:
    """Return the way back to the settings."""
    return [Button(texts.plain("settings-back"), keyboards.pack("set", "card"))]


def _pause_line(texts: Texts, person: Person, hours: WorkingHours, *, paused: bool) -> Html:
    if person.paused_until is None or not paused:
        return working(texts, hours)
    until = times.local(person.paused_until, person.zone).date()
    return texts("settings-paused", until=times.day(until, texts.language))


def working(texts: Texts, hours: WorkingHours) -> Html:
    """Return when reminders come: on working days, within *hours*."""
    first, last = (times.clock(end, texts.language) for end in (hours.from_, hours.to))
    return texts("settings-no-pause", hours=times.between(first, last, texts.language))


def _button(texts: Texts, name: str) -> Button:
    return Button(texts.plain(f"settings-{name}"), keyboards.pack("set", name))
