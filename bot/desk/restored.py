"""After a restore: coordinators hear what is missing, and people get what they have to do anew.

Whoever answered or reported in the missing time is not known where the database was damaged, so
nobody is left out: everybody who is invited to a coming meeting gets its card again with the answer
that is held now, and everybody with an open form is told where it stands. Buttons under messages of
before are old; these have new ones.
"""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.chat.callbacks import FORM, FormAction
from bot.core import times
from bot.core.messages import Button, Html, Style
from bot.core.text_keys import FORM_TITLE, Family
from bot.meetings import service as meetings
from bot.outbox import enqueue
from bot.outbox.message_kinds import COORDINATORS, EVERYBODY, MessageKind
from bot.outbox.notification import Drawn, Notification, dropped
from storage import forms, people
from storage.gap import SEEN, Gap
from storage.models import Person

KIND, FORM_AGAIN = "restored", "form_again"
COUNT = Family("restored-count-{}", SEEN)
"""How much of each was seen of the missing time."""


def tell(session: Session, gap: Gap, *, now: datetime) -> None:
    """Plan every message that a restore at *now* calls for; again it plans none twice."""
    span = {"since": gap.since.isoformat(), "until": gap.until.isoformat()}
    mark = f"{now:%Y%m%dT%H%M%S}"
    about = {**span, "seen": gap.seen, "unread": list(gap.unread)}
    enqueue.tell_coordinators(session, KIND, key=f"{KIND}:{mark}", now=now, about=about)
    meetings.show_again(session, mark, span, now=now)
    for person in people.active(session):
        _tell_of_forms(session, person, mark, span, now=now)


def _tell_of_forms(
    session: Session, person: Person, mark: str, span: dict[str, Any], *, now: datetime
) -> None:
    """Plan a message for each form that a person has open."""
    for form in forms.of_person(session, person.telegram_id or 0):
        about = {**span, "form_id": form.id, "version": form.version}
        key = f"{FORM_AGAIN}:{mark}:{form.id}"
        enqueue.tell(session, person, FORM_AGAIN, key=key, now=now, about=about)


def _span(notification: Notification) -> dict[str, str]:
    """Return both ends of the missing time, as the reader's clock shows them."""
    person, about = notification.person, notification.row.about
    return {
        end: times.moment(datetime.fromisoformat(about[end]), person.zone, person.language)
        for end in ("since", "until")
    }


def _restored(notification: Notification) -> Drawn:
    """Tell a coordinator which time is missing and what was seen of it."""
    texts, about = notification.texts, notification.row.about
    lines = [texts("restored", **_span(notification))]
    counts = [
        f"– {texts(COUNT.key(name), count=count)}"
        for name, count in about["seen"].items()
        if count and name in COUNT
    ]
    if counts:
        lines.append(Html("\n".join([texts("restored-seen"), *counts])))
    if about["unread"]:
        lines.append(texts("restored-unread"))
    elif not counts:
        lines.append(texts("restored-nothing"))
    lines.append(texts("restored-look"))
    return notification.to_person(Html("\n\n".join(lines)))


def _form_again(notification: Notification) -> Drawn:
    """Tell somebody where a form of theirs stands, unless they have gone on with it since."""
    about, texts = notification.row.about, notification.texts
    form = forms.get(notification.session, about["form_id"])
    if form is None or form.version != about["version"]:
        return dropped("the form was taken up or given up")
    row = [
        Button(
            texts.plain("form-resume"),
            FORM.data(form, form.version, FormAction.RESUME),
            style=Style.PRIMARY,
        ),
        Button(texts.plain("form-discard"), FORM.data(form, form.version, FormAction.DISCARD)),
    ]
    title = texts(FORM_TITLE.key(form.kind))
    return notification.to_person(texts("restored-form", title=title, **_span(notification)), [row])


KINDS = (
    MessageKind(
        KIND,
        _restored,
        texts=(
            "restored",
            "restored-seen",
            *COUNT.keys(),
            "restored-unread",
            "restored-nothing",
            "restored-look",
        ),
        roles=COORDINATORS,
    ),
    MessageKind(
        FORM_AGAIN,
        _form_again,
        texts=("restored-form", "form-resume", "form-discard"),
        roles=EVERYBODY,
        is_private=True,
    ),
)
