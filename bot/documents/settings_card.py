"""A person's settings as they are, with a button to change each."""

from datetime import datetime

from bot import times
from bot.callbacks import SETTING, SettingAction
from bot.messages import Button, Html, Keyboard
from bot.texts import Texts, language_name
from storage.models import Person


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
        [_button(texts, SettingAction.LANGUAGE), _button(texts, SettingAction.ZONE)],
        [_button(texts, SettingAction.NAME), _button(texts, SettingAction.REMINDERS)],
        [_button(texts, SettingAction.RESUME if paused else SettingAction.PAUSE)],
    ]


def back_row(texts: Texts) -> list[Button]:
    """Return the way back to the settings."""
    return [Button(texts.plain("settings-back"), SETTING.data(SettingAction.CARD))]


def _pause_line(texts: Texts, person: Person) -> Html:
    if person.paused_until is None:
        return texts("settings-no-pause")
    until = times.local(person.paused_until, person.zone).date()
    return texts("settings-paused", until=times.day(until, texts.language))


def _button(texts: Texts, action: SettingAction) -> Button:
    return Button(texts.plain(f"settings-{action.value}"), SETTING.data(action))
