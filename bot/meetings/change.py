"""Changing or cancelling a meeting: what was, what will be, and who is told."""

from typing import Any

from bot.chat.forms import reading
from bot.chat.forms.fields import Goes, Said, plain
from bot.chat.forms.form import Done, Ending, Finishing, Flow, Question, Scene
from bot.core.access import Access
from bot.core.messages import Html
from bot.meetings import notice as document
from bot.meetings import rules
from bot.meetings import service as meetings
from bot.meetings import words as meeting_words
from bot.meetings.fields import MEETING_FIELDS
from bot.meetings.notifications import card as meeting_card
from bot.meetings.notifications import change_lines
from bot.meetings.service import Cancelled, ChangedMeanwhile, Over, Unchanged
from storage import meetings as stored
from storage.models import Meeting

CHANGE = "meeting_change"
CANCEL = "meeting_cancel"
REASON = 500


def _meeting(scene: Scene) -> Meeting:
    found = stored.get(scene.session, scene.form.subject_id)
    if found is None:
        raise LookupError(f"no meeting {scene.form.subject_id}")
    return found


def values(scene: Scene) -> dict[str, Any]:
    """Return the meeting's columns as the answers would have them."""
    said = Said(scene.answers, scene.language, _meeting(scene).zone)
    return MEETING_FIELDS.values(said).changing


def _review_change(scene: Scene) -> Html:
    """Return the notice as it would be, what is new in it, and how many are told."""
    meeting, texts, network = _meeting(scene), scene.texts, scene.runtime.network
    after = values(scene)
    columns = rules.changed({name: getattr(meeting, name) for name in after}, after)
    told = len(stored.invited(scene.session, meeting.id))
    key = "change-material" if MEETING_FIELDS.is_material(columns) else "change-wording"
    changed = Meeting(**{**meeting.model_dump(), **after})
    before = {name: plain(getattr(meeting, name)) for name in columns}
    zone = scene.person.zone if scene.person else meeting.zone
    lines = change_lines(before, changed, texts, network, zone)
    body = document.body(changed, texts, network, reader_zone=zone, to=Goes.NOTICE)
    note = texts(key, count=told) if columns else texts("change-nothing")
    opens = reading.link_opens(texts, changed.link)
    parts = [texts("change-review"), body, opens, lines, note]
    return Html("\n\n".join(part for part in parts if part))


def _finish_change(finishing: Finishing) -> Ending:
    """Change the meeting and tell whoever has to know."""
    scene, request = finishing.scene, finishing.request
    meeting = _meeting(scene)
    card = (request.chat_id, request.card_id)
    try:
        notice = meetings.change(
            scene.session,
            scene.runtime.network,
            meeting,
            values(scene),
            by=request.member,
            now=request.now,
            card=card,
            revision=scene.answers.get("based_on"),
        )
    except ChangedMeanwhile:
        request.say(scene.texts("change-meanwhile"))
        network = scene.runtime.network
        request.show(*meeting_card(scene.session, scene.texts, network, meeting, request.member))
        return Done()
    # Every field was opened and left as it is: nobody need be told.
    except Unchanged:
        request.show(scene.texts("change-nothing"))
        return Done()
    except (Over, Cancelled):
        request.show(scene.texts("meeting-is-over"))
        return Done()
    request.wakes_delivery = True
    if notice is None:
        request.show(scene.texts("change-saved", title=meeting.title))
    else:
        remember = None if request.card_id else f"notice:{notice.id}"
        request.show(scene.texts("broadcast-started", title=meeting.title), remember=remember)
    return Done()


def _review_cancel(scene: Scene) -> Html:
    meeting, texts = _meeting(scene), scene.texts
    zone = scene.person.zone if scene.person else meeting.zone
    return texts(
        "cancel-review",
        title=meeting.title,
        when=meeting_words.when(meeting, scene.language, zone),
        reason=scene.answers.get("reason") or texts.plain("cancel-no-reason"),
        count=len(stored.invited(scene.session, meeting.id)),
    )


def _finish_cancel(finishing: Finishing) -> Ending:
    """Cancel the meeting and tell everybody."""
    scene, request = finishing.scene, finishing.request
    meeting = _meeting(scene)
    try:
        notice = meetings.cancel(
            scene.session,
            scene.runtime.network,
            meeting,
            scene.answers.get("reason"),
            by=request.member,
            now=request.now,
            card=(request.chat_id, request.card_id),
        )
    except (Over, Cancelled):
        request.show(scene.texts("meeting-is-over"))
        return Done()
    request.wakes_delivery = True
    remember = None if request.card_id else f"notice:{notice.id}"
    request.show(scene.texts("broadcast-started", title=meeting.title), remember=remember)
    return Done()


FLOWS = (
    Flow(
        kind=CHANGE,
        questions=MEETING_FIELDS.questions(),
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
