"""/mydata and /forget: what is kept about a person, in their hand, and out of ours."""

import json
from datetime import datetime, timedelta

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command, Job, Tools
from bot.chat.request import Request
from bot.core import times
from bot.core.access import Access
from bot.core.messages import Attachment, Button, Html, Style
from bot.core.retention_words import span_words
from bot.people import data_page, personal_data, silence
from bot.people.asking import AGAIN_AFTER
from bot.people.callbacks import FORGET, STAY, ForgetAction
from bot.people.personal_data import OnlyCoordinator
from storage import asking, audit, erasure, erasures, personal
from storage.erasure import Whose
from storage.models import Person, Standing

FILE = "my-data.json"
PAGE = "my-data.html"
EXPORT_NOTED_EACH = timedelta(days=1)
"""So that nobody fills the log of acts by asking again and again."""


def my_data(request: Request) -> None:
    """Everything that is kept about whoever asks: as a page to read, and for machines."""
    found = personal.held(request.session, _whose(request), besides=request.update.update_id)
    if not found:
        # That this was asked is not kept under the account either: so it is true.
        erasure.unlink_update(request.session, request.update.update_id)
        request.say(_nothing(request))
        return
    _note(request)
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
    until = asking.paused_until(request.session, request.chat_id, now=request.now)
    if until is not None:
        # Whose the mark is cannot be told from it, so the page does not have it.
        request.say(request.texts("mydata-pause-too", when=_moment(request, until)))


def _note(request: Request) -> None:
    """Record that somebody had their data, once a day."""
    if request.person is None:
        return
    audit.record_seldom(
        request.session,
        "person.exported",
        by=request.person.id,
        now=request.now,
        subject=f"person:{request.person.id}",
        within=EXPORT_NOTED_EACH,
    )


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
    request.say(request.texts("forget-done-stranger") if had else _nothing(request))


def _nothing(request: Request) -> Html:
    """Say that nothing is kept about a stranger, or the mark alone by which an account waits."""
    until = asking.paused_until(request.session, request.chat_id, now=request.now)
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
