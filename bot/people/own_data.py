"""/mydata and /forget: what is kept about a person, in their hand, and out of ours."""

import json
from datetime import datetime, timedelta

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core import times
from bot.core.access import Access
from bot.core.messages import Attachment, Button, Html, Style
from bot.people import personal_data
from bot.people.applications import AGAIN_AFTER
from bot.people.callbacks import FORGET, ForgetAction
from bot.people.personal_data import OnlyCoordinator
from storage import applications, audit, forms, personal, visitors
from storage.models import Person

FILE = "my-data.json"
EXPORT_NOTED_EACH = timedelta(days=1)
"""So that nobody fills the log of acts by asking again and again."""


def my_data(request: Request) -> None:
    """Everything that is kept about whoever asks, as a file."""
    found = personal_data.export(request.session, request.person, request.chat_id)
    if request.person is None and found == {"unfinished": []}:
        request.say(_nothing(request))
        return
    if request.person is not None:
        person = request.person
        audit.record_seldom(
            request.session,
            "person.exported",
            by=person.id,
            now=request.now,
            subject=f"person:{person.id}",
            within=EXPORT_NOTED_EACH,
        )
    content = json.dumps(found, ensure_ascii=False, indent=1, default=str).encode()
    request.say(request.texts("mydata-file"), file=Attachment.of(FILE, content))


def forget(request: Request) -> None:
    """Say what erasing oneself does, and ask once more."""
    person = request.person
    if person is None:
        _forget_stranger(request)
        return
    entered = len(personal.authored(request.session, person.id))
    yes, no = FORGET.data(ForgetAction.YES, person), FORGET.data(ForgetAction.NO, person)
    request.say(
        request.texts("forget-sure", name=person.name, count=entered),
        [
            [Button(request.texts.plain("forget-yes"), yes, style=Style.DANGER)],
            [Button(request.texts.plain("forget-no"), no)],
        ],
    )


def _forget_stranger(request: Request) -> None:
    """Erase what somebody without a registration has begun: there is nothing else."""
    session, account = request.session, request.chat_id
    forms_ = personal.forms(session, account)
    had = bool(forms_) or visitors.language(session, account) is not None
    for form in forms_:
        forms.discard(session, form)
    visitors.forget(session, account)
    request.say(request.texts("forget-done-stranger") if had else _nothing(request))


def _nothing(request: Request) -> Html:
    """Say that nothing is kept about a stranger, or the mark alone by which an account waits."""
    until = applications.paused_until(request.session, request.chat_id, now=request.now)
    if until is None:
        return request.texts("mydata-nothing")
    return request.texts("mydata-pause", when=_moment(request, until))


def _moment(request: Request, instant: datetime) -> str:
    return times.moment(instant, request.runtime.network.zone, request.texts.language)


def pressed(request: Request) -> None:
    """The answer to whether one wants to be erased; a button of an earlier life does nothing."""
    person, action = request.row(1, Person), request.pressed.one_of(0, ForgetAction)
    if request.person is None or request.person.id != person.id:
        raise OldButton(FORGET.name)
    if action is ForgetAction.NO:
        request.show(request.texts("forget-kept"))
        return
    try:
        personal_data.erase(
            request.session,
            request.runtime.network,
            person,
            update_id=request.update.update_id,
            now=request.now,
        )
    except OnlyCoordinator:
        request.show(request.texts("forget-only-coordinator"))
        return
    request.wakes_delivery = True
    request.set_commands(request.runtime.menu.of(None))
    until = _moment(request, request.now + AGAIN_AFTER)
    request.show(request.texts("forget-done", when=until, join=request.to_join))


def _is_known(person: Person | None) -> bool:
    """Show rights over stored data to whoever is stored; a stranger may use them as well."""
    return person is not None


COMMANDS = (
    Command("mydata", my_data, Access.ANYONE, rank=160, shown_to=_is_known),
    Command("forget", forget, Access.ANYONE, rank=170, shown_to=_is_known),
)
BUTTONS = (ButtonHandler(FORGET, pressed, Access.ANYONE),)
