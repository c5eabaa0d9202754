"""/who: which chambers work with a country or region, or on a theme."""

from bot.chat.callback_data import OldButton
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command
from bot.chat.request import Talk
from bot.core import messages
from bot.core.access import Access
from bot.core.messages import Button
from bot.updates import who_card
from bot.updates.callbacks import WHO, WHO_ASK
from bot.updates.list_filter import Chosen
from bot.updates.projects import meant
from config.reference import reference
from storage import updates

SUGGESTED = 8


def who(talk: Talk) -> None:
    """Answer what was typed behind the command, or ask with the most frequent partners."""
    if not talk.argument:
        _ask(talk)
        return
    found = [chosen for chosen in meant(talk, talk.argument) if _is_asked(chosen)]
    if not found:
        talk.say(talk.texts("who-not-understood"))
    elif len(found) == 1:
        _answer(talk, found[0])
    else:
        rows = [
            [Button(chosen.label(talk.texts), WHO.data(chosen.code))]
            for chosen in found[:SUGGESTED]
        ]
        talk.say(talk.texts("form-which"), rows)


def _is_asked(chosen: Chosen) -> bool:
    """Tell whether chambers can be looked for by it: not by themselves, nor by days alone."""
    kinds = set(chosen.parts())
    return "c" not in kinds and bool(kinds & {"p", "t"})


def _ask(talk: Talk) -> None:
    language = talk.texts.language
    codes = list(updates.partners_in_use(talk.session))[:SUGGESTED]
    buttons = [
        Button(reference().partner_label(code, language), WHO.data(f"p={code}")) for code in codes
    ]
    talk.say(talk.texts("who-ask"), messages.grid(buttons, 2))


def _answer(talk: Talk, chosen: Chosen) -> None:
    which = chosen.as_filter()
    what = chosen.label(talk.texts)
    text, rows = who_card.card(talk.session, talk.texts, which, what=what, code=chosen.code)
    talk.say(text, rows)


def pressed(talk: Talk) -> None:
    """A partner or a theme was chosen by button."""
    code = talk.pressed.code(0)
    if code == WHO_ASK:
        _ask(talk)
    elif "=" in code:
        _answer(talk, Chosen(code))
    else:
        raise OldButton(WHO.name)


COMMANDS = (Command("who", who, Access.MEMBER, rank=60, usage="[words]"),)
BUTTONS = (Pressed(WHO, pressed, Access.MEMBER),)
