"""A person's settings as they are, with a button to change each."""

from datetime import datetime

from bot.chat.forms.fields import Goes, Shown
from bot.chat.forms.form import Done, Ending, Finishing
from bot.core import times
from bot.core.messages import Button, Html, Keyboard
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.people.callbacks import CONTACT, SETTING, ContactAction, SettingAction
from bot.people.fields import PERSON_FIELDS, is_paused
from config.network import Network
from storage.models import Person

WHAT = Family("settings-{}", ("language", "zone", "name", "reminders", "resume", "pause"))
"""What a button of the card changes."""


def card(texts: Texts, person: Person, network: Network, *, now: datetime) -> tuple[Html, Keyboard]:
    """Return the card of a person's settings; reminders come within the network's hours."""
    paused = is_paused(person, now)
    shown = Shown(person, texts, person.zone, network=network, now=now)
    nothing = texts.plain("contact-nothing")
    values = {
        name: said or nothing for name, said in PERSON_FIELDS.in_words(shown, Goes.CARD).items()
    }
    text = texts("settings-card", offset=times.offset(now, person.zone), **values)
    return text, [
        [_button(texts, SettingAction.LANGUAGE), _button(texts, SettingAction.ZONE)],
        [_button(texts, SettingAction.NAME), _button(texts, SettingAction.REMINDERS)],
        [Button(texts.plain("settings-contact"), CONTACT.data(ContactAction.CARD))],
        [_button(texts, SettingAction.RESUME if paused else SettingAction.PAUSE)],
    ]


def shown_again(finishing: Finishing) -> Ending:
    """End the form of a setting with the card of all of them, as they are now."""
    request = finishing.request
    network = request.runtime.network
    request.show(*card(finishing.scene.texts, request.member, network, now=request.now))
    return Done()


def back_row(texts: Texts) -> list[Button]:
    """Return the way back to the settings."""
    return [Button(texts.plain("settings-back"), SETTING.data(SettingAction.CARD))]


def _button(texts: Texts, action: SettingAction) -> Button:
    return Button(texts.plain(WHAT.key(action)), SETTING.data(action))
