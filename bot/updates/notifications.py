"""Notifications about drafts."""

from bot.chat.callbacks import FORM, FormAction
from bot.core.messages import Button, Style
from bot.core.text_keys import FORM_WAITS
from bot.outbox.message_kinds import EVERYBODY, MessageKind, in_working_hours
from bot.outbox.notification import Drawn, Notification, dropped
from bot.updates.draft_rules import draft_name
from storage import forms


def _draft(notification: Notification) -> Drawn:
    """Offer a draft again, unless it was finished, given up or touched meanwhile."""
    about = notification.row.about
    form = forms.get(notification.session, about["form_id"])
    if form is None or form.version != about["version"]:
        return dropped("the draft was taken up or given up")
    texts = notification.texts
    resume = FORM.data(form, form.version, FormAction.RESUME)
    discard = FORM.data(form, form.version, FormAction.DISCARD)
    row = [
        Button(texts.plain("form-resume"), resume, style=Style.PRIMARY),
        Button(texts.plain("form-discard"), discard),
    ]
    title = draft_name(form.answers) or texts.plain("draft-untitled")
    return notification.to_person(texts(FORM_WAITS.key(form.kind), title=title), [row])


def _draft_ended(notification: Notification) -> Drawn:
    """Tell that a draft was deleted after nobody had touched it for long."""
    title = notification.row.about.get("title") or notification.texts.plain("draft-untitled")
    return notification.to_person(notification.texts("draft-ended", title=title))


WRITERS = frozenset(role for role in EVERYBODY if role.speaks_for_chamber)
"""Who may report or announce, and so have drafts."""

KINDS = (
    MessageKind(
        "draft",
        _draft,
        texts=("form-resume", "form-discard", "draft-untitled"),
        roles=WRITERS,
        stopped_by=WRITERS,
        is_private=True,
        keeps_hours=in_working_hours,
    ),
    MessageKind(
        "draft_ended",
        _draft_ended,
        texts=("draft-ended", "draft-untitled"),
        is_private=True,
        keeps_hours=in_working_hours,
    ),
)
