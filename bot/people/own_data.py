"""/mydata and /forget: what is kept about a person, in their hand, and out of ours."""

import json

from bot.chat.callback_data import OldButton
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command
from bot.chat.request import Talk
from bot.core.access import Access
from bot.core.messages import Attachment, Button, Style
from bot.people import personal_data
from bot.people.callbacks import FORGET, ForgetAction
from bot.people.personal_data import OnlyCoordinator
from storage import forms, personal, visitors
from storage.models import Person

FILE = "my-data.json"


def my_data(talk: Talk) -> None:
    """Everything that is kept about whoever asks, as a file."""
    found = personal_data.export(talk.session, talk.person, talk.chat_id)
    if talk.person is None and found == {"unfinished": []}:
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
    session, account = talk.session, talk.chat_id
    forms_ = personal.forms(session, account)
    had = bool(forms_) or visitors.language(session, account) is not None
    for form in forms_:
        forms.discard(session, form)
    visitors.forget(session, account)
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
    talk.set_commands(talk.house.menu.of(None))
    talk.show(talk.texts("forget-done"))


def _is_known(person: Person | None) -> bool:
    """Show rights over stored data to whoever is stored; a stranger may use them as well."""
    return person is not None


COMMANDS = (
    Command("mydata", my_data, Access.ANYONE, rank=160, shown_to=_is_known),
    Command("forget", forget, Access.ANYONE, rank=170, shown_to=_is_known),
)
BUTTONS = (Pressed(FORGET, pressed, Access.ANYONE),)
