"""/mydata and /forget: what is kept about a person, in their hand, and out of ours."""

import json
from datetime import timedelta

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command, Job, Tools
from bot.chat.request import Request
from bot.core.access import Access
from bot.core.messages import Attachment, Button, Style
from bot.core.retention_words import span_words
from bot.people import data_page, personal_data, silence
from bot.people.callbacks import FORGET, STAY, ForgetAction
from bot.people.personal_data import OnlyCoordinator
from storage import erasure, erasures, personal
from storage.erasure import Whose
from storage.models import Person, Standing

FILE = "my-data.json"
PAGE = "my-data.html"


def my_data(request: Request) -> None:
    """Everything that is kept about whoever asks: as a page to read, and for machines."""
    found = personal.held(request.session, _whose(request), besides=request.update.update_id)
    if not found:
        # That this was asked is not kept under the account either: so it is true.
        erasure.unlink_update(request.session, request.update.update_id)
        request.say(request.texts("mydata-nothing"))
        return
    titles = personal.meeting_titles(request.session)
    page = data_page.page(
        found,
        request.texts,
        request.runtime.network,
        zone=request.person.zone if request.person else request.runtime.network.zone,
        titles=titles,
        now=request.now,
    )
    content = json.dumps(data_page.plain(found, titles), ensure_ascii=False, indent=1)
    request.say(request.texts("mydata-page"), file=Attachment.of(PAGE, page.encode()))
    request.say(request.texts("mydata-file"), file=Attachment.of(FILE, content.encode()))


def _whose(request: Request) -> Whose:
    person_id = request.person.id if request.person is not None else None
    return Whose(person_id, request.chat_id)


def forget(request: Request) -> None:
    """Say what erasing oneself does, and ask once more."""
    person = request.person
    if person is None:
        _forget_stranger(request)
        return
    retention = request.runtime.network.retention
    entered = len(personal.authored(request.session, person.id))
    yes, no = FORGET.data(ForgetAction.YES, person), FORGET.data(ForgetAction.NO, person)
    request.say(
        request.texts(
            "forget-sure",
            name=person.name,
            count=entered,
            span=span_words(retention.erasures, request.texts.language),
            suspended="yes" if person.standing is Standing.SUSPENDED else "no",
            longer=span_words(retention.suspended, request.texts.language),
        ),
        [
            [Button(request.texts.plain("forget-yes"), yes, style=Style.DANGER)],
            [Button(request.texts.plain("forget-no"), no)],
        ],
    )


def _forget_stranger(request: Request) -> None:
    """Erase what somebody without a registration has left here: there is nothing else."""
    had = personal_data.erase_stranger(
        request.session, request.chat_id, now=request.now, update_id=request.update.update_id
    )
    request.say(request.texts("forget-done-stranger" if had else "mydata-nothing"))


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
    request.show(request.texts("forget-done"))


def _is_known(person: Person | None) -> bool:
    """Show rights over stored data to whoever is stored; a stranger may use them as well."""
    return person is not None


async def _wipe(tools: Tools) -> None:
    """Empty what erasures left in freed pages and in the write-ahead log."""
    runtime = tools.runtime
    if await runtime.read(erasure.unwiped):
        await runtime.in_thread(erasures.wipe, runtime.database, now=runtime.clock.now())


COMMANDS = (
    Command("mydata", my_data, Access.ANYONE, rank=160, shown_to=_is_known),
    Command("forget", forget, Access.ANYONE, rank=170, shown_to=_is_known),
)
BUTTONS = (
    ButtonHandler(FORGET, pressed, Access.ANYONE),
    ButtonHandler(STAY, silence.stay, Access.MEMBER),
)
JOBS = (Job("wipe", timedelta(seconds=20), _wipe),)
