"""/mydata and /forget: what is kept about a person, in their hand, and out of ours."""

import json

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.callbacks import FORGET, ForgetAction
from bot.domain import access
from bot.edge import handles
from bot.handlers.filters import PRIVATE
from bot.keyboards import OldButton
from bot.messages import Attachment, Button, Style
from bot.services import personal_data
from bot.services.personal_data import OnlyCoordinator
from bot.talk import Talk
from storage import forms, personal
from storage.models import Person

FILE = "my-data.json"


def my_data(talk: Talk) -> None:
    """Everything that is kept about whoever asks, as a file."""
    found = personal_data.export(talk.session, talk.person, talk.chat_id)
    if talk.person is None and not found["unfinished"]:
        talk.say(talk.texts("mydata-nothing"))
        return
    content = json.dumps(found, ensure_ascii=False, indent=1, default=str).encode()
    talk.say(talk.texts("mydata-file"), file=Attachment.of(FILE, content))


def forget(talk: Talk) -> None:
    """Say what erasing oneself does, and ask once more."""
    person = talk.person
    if person is None:
        _forget_stranger(talk)
        return
    entered = len(personal.authored(talk.session, person.id))
    yes, no = FORGET.data(ForgetAction.YES, person), FORGET.data(ForgetAction.NO, person)
    talk.say(
        talk.texts("forget-sure", name=person.name, count=entered),
        [
            [Button(talk.texts.plain("forget-yes"), yes, style=Style.DANGER)],
            [Button(talk.texts.plain("forget-no"), no)],
        ],
    )


def _forget_stranger(talk: Talk) -> None:
    """Erase what somebody without a registration has begun: there is nothing else."""
    had = personal.forms(talk.session, talk.chat_id)
    for form in had:
        forms.discard(talk.session, form)
    talk.say(talk.texts("forget-done-stranger" if had else "mydata-nothing"))


def pressed(talk: Talk) -> None:
    """The answer to whether one wants to be erased; a button of an earlier life does nothing."""
    person, action = talk.row(1, Person), talk.pressed.one_of(0, ForgetAction)
    if talk.person is None or talk.person.id != person.id:
        raise OldButton(FORGET.name)
    if action is ForgetAction.NO:
        talk.show(talk.texts("forget-kept"))
        return
    try:
        personal_data.erase(
            talk.session,
            talk.house.network,
            person,
            update_id=talk.update.update_id,
            now=talk.now,
        )
    except OnlyCoordinator:
        talk.show(talk.texts("forget-only-coordinator"))
        return
    talk.wakes_delivery = True
    talk.set_commands(access.commands_of(None))
    talk.show(talk.texts("forget-done"))


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers of this noun; applicants and those who were declined have data too."""
    return [
        CommandHandler("mydata", handles(my_data), filters=PRIVATE),
        CommandHandler("forget", handles(forget), filters=PRIVATE),
        CallbackQueryHandler(handles(pressed), pattern=FORGET.pattern()),
    ]
