"""Changing or cancelling a meeting: what was, what will be, and who is told."""

from typing import Any

from bot.delivery.letters.meetings import change_lines
from bot.documents import notice as document
from bot.documents.notice import View
from bot.domain import meetings as rules
from bot.domain.access import Access
from bot.forms import meeting_questions, reading
from bot.forms.form import Finishing, Flow, Question, Scene
from bot.messages import Html
from bot.services import meetings
from bot.services.meetings import Cancelled, Over, Unchanged
from storage import meetings as stored
from storage.models import Meeting

CHANGE = "meeting_change"
CANCEL = "meeting_cancel"
REASON = 500
FIELDS = (
    "series",
    "title",
    "starts_at",
    "ends_at",
    "format",
    "place",
    "link",
    "reply_by",
    "focus",
    "agenda",
)


def _meeting(scene: Scene) -> Meeting:
    found = stored.get(scene.session, scene.form.subject_id)
    if found is None:
        raise LookupError(f"no meeting {scene.form.subject_id}")
    return found


def values(scene: Scene) -> dict[str, Any]:
    """Return the meeting's columns as the answers would have them."""
    details = meeting_questions.details(scene.answers, _meeting(scene).zone)
    return {name: getattr(details, name) for name in FIELDS}


def _review_change(scene: Scene) -> Html:
    """Return the notice as it would be, what is new in it, and how many are told."""
    meeting, texts = _meeting(scene), scene.texts
    after = values(scene)
    fields = rules.changed({name: getattr(meeting, name) for name in FIELDS}, after)
    told = len(stored.invited(scene.session, meeting.id))
    key = "change-material" if rules.is_material(fields) else "change-wording"
    changed = Meeting(**{**meeting.model_dump(), **after})
    before = {name: _plain(getattr(meeting, name)) for name in fields}
    zone = scene.person.zone if scene.person else meeting.zone
    lines = change_lines(before, changed, texts, zone)
    body = document.body(View.of(changed), texts, scene.house.network, reader_zone=zone)
    note = texts(key, count=told) if fields else texts("change-nothing")
    parts = [texts("change-review"), body, lines, note]
    return Html("\n\n".join(part for part in parts if part))


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _finish_change(finishing: Finishing) -> None:
    """Change the meeting and tell whoever has to know."""
    scene, talk = finishing.scene, finishing.talk
    meeting = _meeting(scene)
    card = (talk.chat_id, talk.card_id)
    try:
        notice = meetings.change(
            scene.session,
            scene.house.network,
            meeting,
            values(scene),
            by=talk.member,
            now=talk.now,
            card=card,
        )
    except Unchanged:
        talk.show(scene.texts("change-nothing"))
        return
    except (Over, Cancelled):
        talk.show(scene.texts("meeting-is-over"))
        return
    talk.wakes_delivery = True
    if notice is None:
        talk.show(scene.texts("change-saved", title=meeting.title))
    else:
        remember = None if talk.card_id else f"notice:{notice.id}"
        talk.show(scene.texts("broadcast-started"), remember=remember)


def _review_cancel(scene: Scene) -> Html:
    meeting, texts = _meeting(scene), scene.texts
    zone = scene.person.zone if scene.person else meeting.zone
    return texts(
        "cancel-review",
        title=meeting.title,
        when=document.when(View.of(meeting), scene.language, zone),
        reason=scene.answers.get("reason") or texts.plain("cancel-no-reason"),
        count=len(stored.invited(scene.session, meeting.id)),
    )


def _finish_cancel(finishing: Finishing) -> None:
    """Cancel the meeting and tell everybody."""
    scene, talk = finishing.scene, finishing.talk
    try:
        notice = meetings.cancel(
            scene.session,
            scene.house.network,
            _meeting(scene),
            scene.answers.get("reason"),
            by=talk.member,
            now=talk.now,
            card=(talk.chat_id, talk.card_id),
        )
    except (Over, Cancelled):
        talk.show(scene.texts("meeting-is-over"))
        return
    talk.wakes_delivery = True
    remember = None if talk.card_id else f"notice:{notice.id}"
    talk.show(scene.texts("broadcast-started"), remember=remember)


FLOWS = (
    Flow(
        kind=CHANGE,
        questions=meeting_questions.questions(),
        finish=_finish_change,
        open_to=Access.COORDINATOR,
        review=_review_change,
        anew=True,
    ),
    Flow(
        kind=CANCEL,
        questions=(
            Question(
                "reason",
                prompt=reading.asks("cancel-ask-reason"),
                read=reading.short_text(REASON),
                show=reading.show_text,
                optional=True,
            ),
        ),
        finish=_finish_cancel,
        open_to=Access.COORDINATOR,
        review=_review_cancel,
        anew=True,
        give_up="meeting_cancel-give-up",
    ),
)
"""``subject_id`` is the meeting's."""
