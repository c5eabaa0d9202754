"""/announce: the form, and the one press that sends."""

from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command
from bot.chat.forms.fields import Said
from bot.chat.request import Talk
from bot.core.access import Access
from bot.meetings import announcement, audience
from bot.meetings import service as meetings
from bot.meetings.callbacks import ANNOUNCEMENT, AnnouncementAction
from bot.meetings.fields import MEETING_FIELDS
from storage import forms
from storage.models import Form


def announce(talk: Talk) -> None:
    """Begin an announcement, or go on with the one that was left."""
    left = forms.left(talk.session, talk.chat_id, announcement.KIND)
    if left:
        talk.engine.resume(talk, left[0])
    else:
        talk.engine.start(talk, announcement.KIND)


def pressed(talk: Talk) -> None:
    """A button of the announcement's own."""
    match talk.pressed.one_of(0, AnnouncementAction):
        case AnnouncementAction.TEST:
            talk.toast(talk.texts("announcement-only-a-test"), alert=True)
        case AnnouncementAction.SEND:
            _send(talk)


def _send(talk: Talk) -> None:
    """Send exactly what was confirmed to exactly those who were counted, once."""
    form = _confirmed_form(talk)
    if form is None:
        return
    said = Said(form.answers, talk.texts.language, talk.house.network.zone)
    notice = meetings.announce(
        talk.session,
        talk.house.network,
        MEETING_FIELDS.values(said),
        by=talk.member,
        now=talk.now,
        card=(talk.chat_id, talk.card_id),
        uid=announcement.uid(form),
    )
    forms.discard(talk.session, form)
    talk.wakes_delivery = True
    remember = None if talk.card_id else f"notice:{notice.id}"
    talk.show(talk.texts("broadcast-started"), remember=remember)


def _confirmed_form(talk: Talk) -> Form | None:
    """Return the form if neither its text nor its audience changed since the card was made."""
    press, form = talk.pressed, talk.row(1, Form, over="announcement-sent-already")
    if form.telegram_id != talk.chat_id:
        talk.toast(talk.texts("announcement-sent-already"), alert=True)
        return None
    if not form.active or form.version != press.number(2):
        talk.toast(talk.texts("form-moved-on"), alert=True)
        return None
    reach = audience.of_network(talk.session)
    if announcement.digest(form, reach) != press.code(3):
        talk.toast(talk.texts("announcement-changed"), alert=True)
        announcement.confirm(talk, form, reach, talk.texts)
        return None
    return form


COMMANDS = (Command("announce", announce, Access.COORDINATOR, rank=20),)
BUTTONS = (Pressed(ANNOUNCEMENT, pressed, Access.COORDINATOR),)
