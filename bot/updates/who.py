"""/who: which chambers work with a country or region, or on a theme; what those of one do."""

from bot.chat import phrases
from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command, Listener, Way
from bot.chat.request import Request
from bot.core import messages
from bot.core.access import Access
from bot.core.messages import Button
from bot.updates import who_card
from bot.updates.callbacks import WHO, WHO_ASK
from bot.updates.list_filter import Chosen
from bot.updates.projects import argument_ahead, meant
from config.reference import reference
from storage import updates

SUGGESTED = 8


def who(request: Request) -> None:
    """Answer what was typed behind the command, or ask with the most frequent partners."""
    if request.argument:
        _look(request, request.argument)
    else:
        _ask(request)


def asked(request: Request) -> bool:
    """Answer whoever asks in a sentence who works with whom."""
    words = phrases.behind("heard-who", request.words or "")
    if words:
        _look(request, words)
    return bool(words)


def _asked_ahead(request: Request) -> bool:
    words = phrases.behind("heard-who", request.words or "")
    return bool(words and meant(request, words))


def _look(request: Request, words: str) -> None:
    """Answer what the words mean, ask which of several, or say that they mean nothing here."""
    found = [chosen for chosen in meant(request, words) if _is_asked(chosen)]
    if not found:
        request.say(request.texts("who-not-understood"))
    elif len(found) == 1:
        _answer(request, found[0])
    else:
        rows = [
            [Button(chosen.label(request.texts), WHO.data(chosen.code))]
            for chosen in found[:SUGGESTED]
        ]
        request.say(request.texts("form-which"), rows)


def _is_asked(chosen: Chosen) -> bool:
    """Tell whether chambers can be looked for by it: not by days alone."""
    return bool(chosen.parts().keys() - {"d"})


def _ask(request: Request) -> None:
    language = request.texts.language
    codes = list(updates.partners_in_use(request.session))[:SUGGESTED]
    buttons = [
        Button(reference().partner_label(code, language), WHO.data(f"p={code}")) for code in codes
    ]
    request.say(request.texts("who-ask"), messages.grid(buttons, 2))


def _answer(request: Request, chosen: Chosen) -> None:
    which = chosen.as_filter()
    what = chosen.label(request.texts)
    text, rows = who_card.card(request.session, request.texts, which, what=what, code=chosen.code)
    request.say(text, rows)


def pressed(request: Request) -> None:
    """A partner or a theme was chosen by button."""
    code = request.pressed.code(0)
    if code == WHO_ASK:
        _ask(request)
    elif "=" in code:
        _answer(request, Chosen(code))
    else:
        raise OldButton(WHO.name)


COMMANDS = (Command("who", who, Access.MEMBER, rank=60, usage="[words]", ahead=argument_ahead),)
BUTTONS = (ButtonHandler(WHO, pressed, Access.MEMBER),)
LISTENERS = (Listener(Way.TYPED, "asks who", asked, Access.MEMBER, 34, _asked_ahead),)
