"""/announce: the form, and the one press that sends."""

from zoneinfo import ZoneInfo

from bot.chat import languages as writing
from bot.chat.feature import ButtonHandler, Command
from bot.chat.forms.fields import Said
from bot.chat.request import Request
from bot.core.access import Access
from bot.meetings import announcement, audience, told
from bot.meetings import service as meetings
from bot.meetings.callbacks import ANNOUNCEMENT, AnnouncementAction
from bot.meetings.fields import MEETING_FIELDS
from bot.meetings.questions import MOST_TOLD
from storage import forms, guards
from storage.models import Form


def announce(request: Request) -> None:
    """Begin an announcement, with the words behind the command; or go on with what was left."""
    if request.argument:
        request.engine.start_with(
            request,
            announcement.KIND,
            request.argument,
            message_id=request.message_id,
            answers={},
        )
        return
    left = forms.left(request.session, request.chat_id, announcement.KIND)
    if left:
        request.engine.resume(request, left[0])
    else:
        request.engine.start(request, announcement.KIND)


def pressed(request: Request) -> None:
    """A button of the announcement's own."""
    match request.pressed.one_of(0, AnnouncementAction):
        case AnnouncementAction.TEST:
            request.toast(request.texts("announcement-only-a-test"), alert=True)
        case AnnouncementAction.SEND:
            _send(request)


def _send(request: Request) -> None:
    """Send exactly what was confirmed to exactly those who were counted, once."""
    form = _confirmed_form(request)
    if form is None:
        return
    said = Said(form.answers, request.texts.language, request.runtime.network.zone)
    notice = meetings.announce(
        request.session,
        request.runtime.network,
        MEETING_FIELDS.values(said),
        by=request.member,
        now=request.now,
        card=(request.chat_id, request.card_id),
        uid=announcement.uid(form),
    )
    forms.discard(request.session, form)
    request.wakes_delivery = True
    remember = None if request.card_id else f"notice:{notice.id}"
    request.show(request.texts("broadcast-started", title=form.answers["title"]), remember=remember)


def _confirmed_form(request: Request) -> Form | None:
    """Return the form if neither its text nor its audience changed since the card was made."""
    press, form = request.pressed, request.row(1, Form, over="announcement-sent-already")
    if form.telegram_id != request.chat_id:
        request.toast(request.texts("announcement-sent-already"), alert=True)
        return None
    if not form.active or form.version != press.number(2):
        request.toast(request.texts("form-moved-on"), alert=True)
        return None
    # Nobody is admitted between this look and the announcement.
    guards.alone(request.session, guards.AUDIENCE)
    reach = audience.of_network(request.session)
    # Somebody joined or left since the question: what is sent has to be what was confirmed.
    if announcement.digest(form, reach) != press.code(3):
        request.toast(request.texts("announcement-changed"), alert=True)
        announcement.confirm(request, form, reach)
        return None
    return form


def _read_ahead(request: Request) -> bool:
    """Read what was typed behind the command, before the transaction."""
    if request.argument:
        told.understood(
            request.readings,
            request.argument,
            languages=writing.languages_of(request.session, request.member, request.texts.language),
            now=request.now,
            zone=ZoneInfo(request.runtime.network.zone),
            most=MOST_TOLD,
        )
    return True


COMMANDS = (
    Command(
        "announce",
        announce,
        Access.COORDINATOR,
        rank=20,
        usage="[title, day, place]",
        ahead=_read_ahead,
    ),
)
BUTTONS = (ButtonHandler(ANNOUNCEMENT, pressed, Access.COORDINATOR),)
