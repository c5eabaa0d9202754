"""A person's settings as they are, with a button to change each."""

from datetime import datetime

from bot import keyboards, times
from bot.forms.fields import Goes, Shown
from bot.forms.person_fields import PERSON_FIELDS, is_paused
from bot.messages import Button, Html, Keyboard
from bot.texts import Texts
from bot.texts_needed import Family
from config.network import Network
from storage.models import Person

WHAT = Family("settings-{}", ("language", "zone", "name", "reminders", "resume", "pause"))
"""What a button of the card changes."""


def card(texts: Texts, person: Person, network: Network, *, now: datetime) -> tuple[Html, Keyboard]:
    """Return the card of a person's settings; reminders come within the network's hours."""
    paused = is_paused(person, now)
    shown = Shown(person, texts, person.zone, network=network, now=now)
    values = PERSON_FIELDS.in_words(shown, Goes.CARD)
    text = texts("settings-card", offset=times.offset(now, person.zone), **values)
    return text, [
        [_button(texts, "language"), _button(texts, "zone")],
        [_button(texts, "name"), _button(texts, "reminders")],
        [_button(texts, "resume" if paused else "pause")],
    ]


def back_row(texts: Texts) -> list[Button]:
    """Return the way back to the settings."""
    return [Button(texts.plain("settings-back"), keyboards.pack("set", "card"))]


def _button(texts: Texts, name: str) -> Button:
    return Button(texts.plain(WHAT.key(name)), keyboards.pack("set", name))
