"""What everybody can do at any time: help, cancel; and whatever was not foreseen."""

from telegram import MessageOriginUser

from bot.chat import phrases, steering
from bot.chat.callback_data import OldButton
from bot.chat.callbacks import FORM, RUN
from bot.chat.feature import ButtonHandler, Command, Feature, Listener, Way
from bot.chat.request import Request
from bot.chat.steering import Steer
from bot.core.access import Access
from bot.core.messages import Button, Html, grid
from bot.core.text_families import CLOSED, DO, HELP, STRANGER
from bot.core.text_keys import COMMAND
from storage import forms
from storage.models import Standing

HELP_COMMAND = "help"
FIRST_WAYS = 2
"""So many buttons besides help are under an answer to what was not understood."""


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
        request.say(request.texts("form-nothing-to-cancel"), ways_on(request))


def _more_of_an_album(request: Request) -> bool:
    """Pass over what an album holds besides its first message, unless words stand under it."""
    album = request.message.media_group_id if request.message else None
    if album is None:
        return False
    name = f"{request.chat_id}:{album}"
    is_first = request.runtime.albums.is_first(name, request.update.update_id)
    return not is_first and not request.words


def _own_message(request: Request) -> bool:
    """Say of one of the bot's own messages, forwarded back, that nothing can be read from it."""
    origin = request.message.forward_origin if request.message else None
    if not isinstance(origin, MessageOriginUser):
        return False
    if origin.sender_user.username != request.runtime.username:
        return False
    request.say(request.texts("own-message"), ways_on(request))
    return True


def _steered_in_a_form(request: Request) -> bool:
    """Let a word alone do what the button of a form does; help says what there is first."""
    steer = steering.meant(request.words)
    if steer is None or request.form is None:
        return False
    if steer is Steer.HELP:
        help_(request)
    return request.engine.steered(request, steer)


def _is_steered(request: Request) -> bool:
    return request.form is not None and steering.meant(request.words) is not None


def _steered(request: Request) -> bool:
    """Let a word alone do what it can where no question is open."""
    match steering.meant(request.words):
        case None:
            return False
        case Steer.HELP:
            help_(request)
        case _:
            request.say(request.texts("steer-nothing-open"), ways_on(request))
    return True


def _thanked(request: Request) -> bool:
    """Return a thank-you that stands alone; of strangers one text is answered, in another way."""
    is_known = request.person is not None
    if not is_known or not phrases.is_one_of("heard-thanks", request.words or ""):
        return False
    request.say(request.texts("you-are-welcome"))
    return True


def _greeted(request: Request) -> bool:
    """Return a greeting that stands alone, with what can be done next."""
    is_known = request.person is not None
    if not is_known or not phrases.is_one_of("heard-hello", request.words or ""):
        return False
    request.say(request.texts("greeted"), ways_on(request))
    return True


def _steered_by_a_slash(request: Request) -> bool:
    """Let /stop, /annuler and their like do what the words do."""
    return _steered_in_a_form(request) or _steered(request)


def ways_on(request: Request) -> list[list[Button]]:
    """Return the first things that this person can do, each as a button; help is the last."""
    names = [name for name in request.runtime.menu.of(request.person) if name in DO]
    first = [name for name in names if name != HELP_COMMAND][:FIRST_WAYS]
    texts = request.texts
    return grid(
        [Button(texts.plain(DO.key(name)), RUN.data(name)) for name in (*first, HELP_COMMAND)],
        2,
    )


def no_such_command(request: Request) -> None:
    """A button of a command that there is no more; what there is goes to the command itself."""
    raise OldButton(request.pressed.name)


def form_pressed(request: Request) -> None:
    """A button of a form."""
    request.engine.pressed(request)


def _goes_on(request: Request) -> bool:
    return request.engine.continued(request)


def _goes_on_ahead(request: Request) -> bool:
    return request.engine.continued_ahead(request)


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
        said = "unasked-member" if request.words else "unasked-no-text"
        request.say(request.texts(said), ways_on(request))
    elif request.person is not None and request.person.standing is Standing.APPLICANT:
        request.say(request.texts(CLOSED.key(Standing.APPLICANT)), ways_on(request))
    else:
        # A stranger hears this once: see bot.chat.gate.
        name = request.runtime.network.name_in(request.texts.language)
        request.say(
            request.texts("unasked-stranger", network=name, join=request.to_join), ways_on(request)
        )
    return True


def _unknown_command(request: Request) -> bool:
    """A command that the bot does not have."""
    request.say(request.texts("command-unknown"), ways_on(request))
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
    # The dispatcher finds the command of a press, with whom it is open to.
    ButtonHandler(RUN, no_such_command, Access.ANYONE),
)
LISTENERS = (
    Listener(Way.TYPED, "album", _more_of_an_album, Access.ANYONE, 1),
    Listener(Way.TYPED, "own message", _own_message, Access.ANYONE, 7),
    Listener(
        Way.TYPED, "steering, a form is open", _steered_in_a_form, Access.ANYONE, 8, _is_steered
    ),
    Listener(Way.TYPED, "answer goes on", _goes_on, Access.ANYONE, 9, _goes_on_ahead),
    Listener(Way.TYPED, "form", _typed_into_a_form, Access.ANYONE, 30, _typed_ahead),
    Listener(Way.TYPED, "thanks", _thanked, Access.ANYONE, 36),
    Listener(Way.TYPED, "greeting", _greeted, Access.ANYONE, 37),
    Listener(Way.TYPED, "steering", _steered, Access.ANYONE, 60),
    Listener(Way.TYPED, "anything", _nobody_asked, Access.ANYONE, 100),
    Listener(Way.EDITED, "form", _edited_in_a_form, Access.ANYONE, 10, _edited_ahead),
    Listener(Way.EDITED, "anything", _edited_too_late, Access.ANYONE, 100),
    Listener(Way.UNKNOWN_COMMAND, "steering", _steered_by_a_slash, Access.ANYONE, 10),
    Listener(Way.UNKNOWN_COMMAND, "anything", _unknown_command, Access.ANYONE, 100),
)

FEATURE = Feature("chat", commands=COMMANDS, buttons=BUTTONS, listeners=LISTENERS)
