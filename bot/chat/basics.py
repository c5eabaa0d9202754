"""What everybody can do at any time: help, cancel; and whatever was not foreseen."""

from bot.chat.callbacks import FORM
from bot.chat.feature import ButtonHandler, Command, Feature, Listener, Way
from bot.chat.request import Request
from bot.core.access import Access
from bot.core.messages import Html
from bot.core.text_families import HELP, STRANGER
from bot.core.text_keys import COMMAND
from storage import forms
from storage.models import Standing


def help_(request: Request) -> None:
    """The commands of this person's role, each with what it does."""
    shown = request.runtime.menu.of(request.person)
    lines = [
        request.texts("help-line", command=name, what=request.texts(COMMAND.key(name)))
        for name in shown
    ]
    active = request.person is not None and request.person.standing is Standing.ACTIVE
    role = request.person.role if active and request.person else STRANGER
    request.set_commands(shown)
    request.say(request.texts(HELP.key(role), lines=Html("\n".join(lines))))


def cancel(request: Request) -> None:
    """Leave whatever conversation is going on."""
    if not request.engine.cancel(request):
        request.say(request.texts("form-nothing-to-cancel"))


def form_pressed(request: Request) -> None:
    """A button of a form."""
    request.engine.pressed(request)


def _typed_into_a_form(request: Request) -> bool:
    return request.engine.typed(request)


def _typed_ahead(request: Request) -> bool:
    return request.engine.typed_ahead(request)


def _edited_ahead(request: Request) -> bool:
    return request.engine.edited_ahead(request)


def _edited_in_a_form(request: Request) -> bool:
    return request.engine.edited(request)


def _nobody_asked(request: Request) -> bool:
    """A message that nothing waits for: say what can be done instead."""
    known = request.person is not None and request.person.standing is Standing.ACTIVE
    if known:
        request.say(request.texts("unasked-member" if request.words else "unasked-no-text"))
    else:
        # A stranger hears this once: see bot.chat.gate.
        name = request.runtime.network.name_in(request.texts.language)
        request.say(request.texts("unasked-stranger", network=name, join=request.to_join))
    return True


def _unknown_command(request: Request) -> bool:
    """A command that the bot does not have."""
    request.say(request.texts("command-unknown"))
    return True


def _edited_too_late(request: Request) -> bool:
    """The person edited a message that was read already and is not the last answer."""
    is_asked = forms.active(request.session, request.chat_id) is not None
    request.say(request.texts("form-edited" if is_asked else "edited-unasked"))
    return True


COMMANDS = (
    Command("help", help_, Access.ANYONE, rank=140),
    Command("cancel", cancel, Access.ANYONE, rank=145),
)
BUTTONS = (
    # A form has rights of its own, which the engine reads at each press.
    ButtonHandler(FORM, form_pressed, Access.ANYONE),
)
LISTENERS = (
    Listener(Way.TYPED, "form", _typed_into_a_form, Access.ANYONE, 30, _typed_ahead),
    Listener(Way.TYPED, "anything", _nobody_asked, Access.ANYONE, 100),
    Listener(Way.EDITED, "form", _edited_in_a_form, Access.ANYONE, 10, _edited_ahead),
    Listener(Way.EDITED, "anything", _edited_too_late, Access.ANYONE, 100),
    Listener(Way.UNKNOWN_COMMAND, "anything", _unknown_command, Access.ANYONE, 100),
)

FEATURE = Feature("chat", commands=COMMANDS, buttons=BUTTONS, listeners=LISTENERS)
