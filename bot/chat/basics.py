"""What everybody can do at any time: help, privacy, cancel; and whatever was not foreseen."""

from bot.chat.callbacks import FORM
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command, Feature, Reader, Way
from bot.chat.request import Talk
from bot.core import times
from bot.core.access import Access
from bot.core.messages import Html, paragraphs
from bot.core.text_families import HELP, STRANGER
from bot.core.text_keys import COMMAND
from bot.core.typography import tied
from storage import forms
from storage.models import Standing


def help_(talk: Talk) -> None:
    """The commands of this person's role, each with what it does."""
    shown = talk.house.menu.of(talk.person)
    lines = [
        talk.texts("help-line", command=name, what=talk.texts(COMMAND.key(name))) for name in shown
    ]
    active = talk.person is not None and talk.person.standing is Standing.ACTIVE
    role = talk.person.role if active and talk.person else STRANGER
    talk.set_commands(shown)
    talk.say(talk.texts(HELP.key(role), lines=Html("\n".join(lines))))


def privacy(talk: Talk) -> None:
    """The organiser's notice on data protection."""
    language = talk.texts.language
    network = talk.house.network
    drafts = times.length(network.retention.draft_expires_after, language)
    notice = network.privacy_notice(language, drafts=drafts)
    for part in paragraphs(tied(notice, language)):
        talk.say(part)


def cancel(talk: Talk) -> None:
    """Leave whatever conversation is going on."""
    if not talk.engine.cancel(talk):
        talk.say(talk.texts("form-nothing-to-cancel"))


def form_pressed(talk: Talk) -> None:
    """A button of a form."""
    talk.engine.pressed(talk)


def _typed_into_a_form(talk: Talk) -> bool:
    return talk.engine.typed(talk)


def _edited_in_a_form(talk: Talk) -> bool:
    return talk.engine.edited(talk)


def _nobody_asked(talk: Talk) -> bool:
    """A message that nothing waits for: say what can be done instead."""
    known = talk.person is not None and talk.person.standing is Standing.ACTIVE
    if known and not talk.words:
        talk.say(talk.texts("unasked-no-text"))
    else:
        name = talk.house.network.name_in(talk.texts.language)
        talk.say(talk.texts("unasked-member" if known else "unasked-stranger", network=name))
    return True


def _unknown_command(talk: Talk) -> bool:
    """A command that the bot does not have."""
    talk.say(talk.texts("command-unknown"))
    return True


def _edited_too_late(talk: Talk) -> bool:
    """The person edited a message that was read already and is not the last answer."""
    is_asked = forms.active(talk.session, talk.chat_id) is not None
    talk.say(talk.texts("form-edited" if is_asked else "edited-unasked"))
    return True


COMMANDS = (
    Command("help", help_, Access.ANYONE, rank=140),
    Command("cancel", cancel, Access.ANYONE, rank=145),
    Command("privacy", privacy, Access.ANYONE, rank=150),
)
BUTTONS = (
    # A form has rights of its own, which the engine reads at each press.
    Pressed(FORM, form_pressed, Access.ANYONE),
)
READERS = (
    Reader(Way.TYPED, "form", _typed_into_a_form, Access.ANYONE, 30),
    Reader(Way.TYPED, "anything", _nobody_asked, Access.ANYONE, 100),
    Reader(Way.EDITED, "form", _edited_in_a_form, Access.ANYONE, 10),
    Reader(Way.EDITED, "anything", _edited_too_late, Access.ANYONE, 100),
    Reader(Way.UNKNOWN_COMMAND, "anything", _unknown_command, Access.ANYONE, 100),
)

FEATURE = Feature("chat", commands=COMMANDS, buttons=BUTTONS, readers=READERS)
