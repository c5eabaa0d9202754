"""/settings and /language: what a person decides for themselves."""

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core.access import Access
from bot.core.messages import Button, Keyboard, grid
from bot.core.texts import Texts, language_name, languages
from bot.outbox.message_kinds import Topic
from bot.people import pause as pause_form
from bot.people import preferences, rename, settings_card
from bot.people import zone as zone_form
from bot.people.callbacks import LANGUAGE, SETTING, SettingAction
from bot.reminders import service
from storage import visitors
from storage.models import Standing


def show(request: Request) -> None:
    """The card of a person's settings."""
    network = request.runtime.network
    request.show(*settings_card.card(request.texts, request.member, network, now=request.now))


def pressed(request: Request) -> None:
    """A button under the settings."""
    press = request.pressed
    match press.one_of(0, SettingAction):
        case SettingAction.CARD:
            show(request)
        case SettingAction.LANGUAGE:
            back = settings_card.back_row(request.texts)
            request.show(request.texts("language-choose"), [*language_rows(), back])
        case SettingAction.ZONE:
            request.engine.start(request, zone_form.KIND)
        case SettingAction.NAME:
            request.engine.start(request, rename.KIND)
        case SettingAction.PAUSE:
            request.engine.start(request, pause_form.KIND)
        case SettingAction.RESUME:
            preferences.pause(
                request.session, request.runtime.network, request.member, None, now=request.now
            )
            show(request)
        case SettingAction.REMINDERS:
            _show_reminders(request)
        case SettingAction.STOP:
            _set_kind(request, press.code(1), wanted=False)
        case SettingAction.START:
            _set_kind(request, press.code(1), wanted=True)


def _topics(request: Request) -> list[Topic]:
    """Return what the person may stop."""
    return request.runtime.kinds.stoppable(request.runtime.network, request.member.role)


def _show_reminders(request: Request) -> None:
    texts, stopped = request.texts, request.member.stopped_kinds
    rows = []
    for topic in _topics(request):
        is_on = topic.code not in stopped
        label = texts.plain(
            "settings-kind",
            kind=texts.plain(topic.name),
            state="on" if is_on else "off",
        )
        other = SettingAction.STOP if is_on else SettingAction.START
        rows.append([Button(label, SETTING.data(other, topic.code))])
    rows.append(settings_card.back_row(texts))
    request.show(texts("settings-which-reminders"), rows)


def _set_kind(request: Request, kind: str, *, wanted: bool) -> None:
    if kind not in [topic.code for topic in _topics(request)]:
        raise OldButton(SETTING.name)
    service.set_reminder(
        request.session,
        request.runtime.network,
        request.member,
        kind,
        wanted=wanted,
        now=request.now,
    )
    _show_reminders(request)


def language(request: Request) -> None:
    """/language: choose it by button."""
    request.say(request.texts("language-choose"), language_rows())


def language_rows() -> Keyboard:
    """Return a button for each language that the bot speaks, in its own words."""
    buttons = [Button(language_name(code), LANGUAGE.data(code)) for code in languages()]
    return grid(buttons, 2)


def language_pressed(request: Request) -> None:
    """A language was chosen: a member's for good, a stranger's until they register."""
    code = request.pressed.code(0)
    if code not in languages():
        raise OldButton(LANGUAGE.name)
    request.texts = Texts(code)
    if request.person is not None:
        preferences.choose_language(request.session, request.person, code)
    else:
        visitors.choose_language(request.session, request.chat_id, code, now=request.now)
    request.set_commands(request.runtime.menu.of(request.person))
    if request.person is not None and request.person.standing is Standing.ACTIVE:
        network = request.runtime.network
        request.show(*settings_card.card(request.texts, request.member, network, now=request.now))
    else:
        request.show(request.texts("language-chosen", join=request.to_join))


COMMANDS = (
    Command("settings", show, Access.MEMBER, rank=120),
    Command("language", language, Access.ANYONE, rank=130),
)
BUTTONS = (
    ButtonHandler(SETTING, pressed, Access.MEMBER),
    ButtonHandler(LANGUAGE, language_pressed, Access.ANYONE),
)
