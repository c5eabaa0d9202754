"""/settings and /language: what a person decides for themselves."""

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.callbacks import LANGUAGE, SETTING, SettingAction
from bot.documents import settings_card
from bot.domain import access, kinds
from bot.domain.access import Access
from bot.edge import handles
from bot.forms import pause as pause_form
from bot.forms import rename
from bot.forms import zone as zone_form
from bot.forms.flows import ENGINE
from bot.handlers.filters import PRIVATE
from bot.keyboards import OldButton
from bot.messages import Button, Keyboard, grid
from bot.services import preferences
from bot.talk import Talk
from bot.texts import Texts, language_name, languages
from storage import forms
from storage.models import Standing


def show(talk: Talk) -> None:
    """The card of a person's settings."""
    talk.show(*settings_card.card(talk.texts, talk.member, now=talk.now))


def pressed(talk: Talk) -> None:
    """A button under the settings."""
    press = talk.pressed
    match press.one_of(0, SettingAction):
        case SettingAction.CARD:
            show(talk)
        case SettingAction.LANGUAGE:
            back = settings_card.back_row(talk.texts)
            talk.show(talk.texts("language-choose"), [*language_rows(), back])
        case SettingAction.ZONE:
            ENGINE.start(talk, zone_form.KIND)
        case SettingAction.NAME:
            ENGINE.start(talk, rename.KIND)
        case SettingAction.PAUSE:
            ENGINE.start(talk, pause_form.KIND)
        case SettingAction.RESUME:
            preferences.pause(talk.session, talk.house.network, talk.member, None, now=talk.now)
            show(talk)
        case SettingAction.REMINDERS:
            _show_reminders(talk)
        case SettingAction.STOP:
            _set_kind(talk, press.code(1), wanted=False)
        case SettingAction.START:
            _set_kind(talk, press.code(1), wanted=True)


def _kinds(talk: Talk) -> list[str]:
    """Return the kinds of messages that the person may stop."""
    return kinds.stoppable(talk.house.network.reminders, talk.member.role)


def _show_reminders(talk: Talk) -> None:
    texts, stopped = talk.texts, talk.member.stopped_kinds
    rows = []
    for kind in _kinds(talk):
        is_on = kind not in stopped
        label = texts.plain(
            "settings-kind",
            kind=texts.plain(kinds.text_key(kind, "name")),
            state="on" if is_on else "off",
        )
        other = SettingAction.STOP if is_on else SettingAction.START
        rows.append([Button(label, SETTING.data(other, kind))])
    rows.append(settings_card.back_row(texts))
    talk.show(texts("settings-which-reminders"), rows)


def _set_kind(talk: Talk, kind: str, *, wanted: bool) -> None:
    if kind not in _kinds(talk):
        raise OldButton(SETTING.name)
    preferences.set_reminder(
        talk.session, talk.house.network, talk.member, kind, wanted=wanted, now=talk.now
    )
    _show_reminders(talk)


def language(talk: Talk) -> None:
    """/language: choose it by button."""
    talk.say(talk.texts("language-choose"), language_rows())


def language_rows() -> Keyboard:
    """Return a button for each language that the bot speaks, in its own words."""
    buttons = [Button(language_name(code), LANGUAGE.data(code)) for code in languages()]
    return grid(buttons, 2)


def language_pressed(talk: Talk) -> None:
    """A language was chosen: a member's for good, a stranger's until they register."""
    code = talk.pressed.code(0)
    if code not in languages():
        raise OldButton(LANGUAGE.name)
    talk.texts = Texts(code)
    if talk.person is not None:
        preferences.choose_language(talk.session, talk.person, code)
    else:
        forms.choose_language(talk.session, talk.chat_id, code, now=talk.now)
    talk.set_commands(access.commands_of(talk.person))
    if talk.person is not None and talk.person.standing is Standing.ACTIVE:
        talk.show(*settings_card.card(talk.texts, talk.member, now=talk.now))
    else:
        talk.show(talk.texts("language-chosen"))


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers of this noun."""
    return [
        CommandHandler("settings", handles(show, Access.MEMBER), filters=PRIVATE),
        CommandHandler("language", handles(language), filters=PRIVATE),
        CallbackQueryHandler(handles(pressed, Access.MEMBER), pattern=SETTING.pattern()),
        CallbackQueryHandler(handles(language_pressed), pattern=LANGUAGE.pattern()),
    ]
