"""/settings and /language: what a person decides for themselves."""

from bot.chat.callback_data import OldButton
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command
from bot.chat.request import Talk
from bot.core.access import Access
from bot.core.messages import Button, Keyboard, grid
from bot.core.texts import Texts, language_name, languages
from bot.outbox.message_kinds import Topic
from bot.people import pause as pause_form
from bot.people import preferences, rename, settings_card
from bot.people import zone as zone_form
from bot.people.callbacks import LANGUAGE, SETTING, SettingAction
from bot.reminders import service as reminders_service
from storage import visitors
from storage.models import Standing


def show(talk: Talk) -> None:
    """The card of a person's settings."""
    network = talk.house.network
    talk.show(*settings_card.card(talk.texts, talk.member, network, now=talk.now))


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
            talk.engine.start(talk, zone_form.KIND)
        case SettingAction.NAME:
            talk.engine.start(talk, rename.KIND)
        case SettingAction.PAUSE:
            talk.engine.start(talk, pause_form.KIND)
        case SettingAction.RESUME:
            preferences.pause(talk.session, talk.house.network, talk.member, None, now=talk.now)
            show(talk)
        case SettingAction.REMINDERS:
            _show_reminders(talk)
        case SettingAction.STOP:
            _set_kind(talk, press.code(1), wanted=False)
        case SettingAction.START:
            _set_kind(talk, press.code(1), wanted=True)


def _topics(talk: Talk) -> list[Topic]:
    """Return what the person may stop."""
    return talk.house.kinds.stoppable(talk.house.network, talk.member.role)


def _show_reminders(talk: Talk) -> None:
    texts, stopped = talk.texts, talk.member.stopped_kinds
    rows = []
    for topic in _topics(talk):
        is_on = topic.code not in stopped
        label = texts.plain(
            "settings-kind",
            kind=texts.plain(topic.name),
            state="on" if is_on else "off",
        )
        other = SettingAction.STOP if is_on else SettingAction.START
        rows.append([Button(label, SETTING.data(other, topic.code))])
    rows.append(settings_card.back_row(texts))
    talk.show(texts("settings-which-reminders"), rows)


def _set_kind(talk: Talk, kind: str, *, wanted: bool) -> None:
    if kind not in [topic.code for topic in _topics(talk)]:
        raise OldButton(SETTING.name)
    reminders_service.set_reminder(
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
        visitors.choose_language(talk.session, talk.chat_id, code, now=talk.now)
    talk.set_commands(talk.house.menu.of(talk.person))
    if talk.person is not None and talk.person.standing is Standing.ACTIVE:
        network = talk.house.network
        talk.show(*settings_card.card(talk.texts, talk.member, network, now=talk.now))
    else:
        talk.show(talk.texts("language-chosen"))


COMMANDS = (
    Command("settings", show, Access.MEMBER, rank=120),
    Command("language", language, Access.ANYONE, rank=130),
)
BUTTONS = (
    Pressed(SETTING, pressed, Access.MEMBER),
    Pressed(LANGUAGE, language_pressed, Access.ANYONE),
)
