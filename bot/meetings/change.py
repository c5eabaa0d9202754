"""Changing or cancelling a meeting: what was, what will be, and who is told."""

from typing import Any

from bot.chat.forms import reading
from bot.chat.forms.fields import Goes, Said, plain
from bot.chat.forms.form import Done, Ending, Finishing, Flow, Question, Scene
from bot.core import times
from bot.core.access import Access
from bot.core.messages import Html
from bot.meetings import notice as document
from bot.meetings import questions as ask
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
    meeting = _meeting(scene)
    said = Said(_with_reply_day(scene, meeting), scene.language, meeting.zone)
    return MEETING_FIELDS.values(said).changing


def _with_reply_day(scene: Scene, meeting: Meeting) -> dict[str, Any]:
    """Return the answers; a day for answers that nobody touched goes along with a move."""
    answers = dict(scene.answers)
    starts_at, _ = ask.session_of(answers)
    reply_by = times.local(meeting.reply_by, meeting.zone).date()
    if starts_at == meeting.starts_at or answers.get("reply_by") != reply_by.isoformat():
        return answers
    before, after, today = (
        times.local(at, meeting.zone).date() for at in (meeting.starts_at, starts_at, scene.now)
    )
    moved = rules.reply_day_after_move(reply_by, before, after, today)
    return answers | {"reply_by": moved.isoformat()}


def _is_moved(scene: Scene) -> bool:
    return ask.session_of(scene.answers)[0] != _meeting(scene).starts_at


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
    agenda = texts("change-agenda-hours") if _leaves_hours(scene, meeting, changed) else None
    reason = scene.answers.get("reason")
    why = texts("change-because", reason=reason) if reason else None
    parts = [texts("change-review"), body, opens, lines, why, agenda, note]
    return Html("\n\n".join(part for part in parts if part))


def _leaves_hours(scene: Scene, before: Meeting, after: Meeting) -> bool:
    """Tell whether a move leaves an agenda as it was that says at what hour something is."""
    agenda = after.agenda or ""
    return _is_moved(scene) and after.agenda == before.agenda and rules.names_hours(agenda)


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
            reason=scene.answers.get("reason"),
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


def _reason(asked: str, *, detail: bool = False) -> Question:
    """Return the question for the reason, which everybody who is told reads.

    As a *detail* it is put to whoever chooses to give one.
    """
    return Question(
        "reason",
        prompt=reading.asks(asked),
        read=reading.short_text(REASON),
        show=reading.show_text,
        optional=True,
        detail=detail,
    )


def _suggested(scene: Scene) -> list[str]:
    """Return the details that a move calls for."""
    return ["reason"] if _is_moved(scene) and "reason" not in scene.answers else []


FLOWS = (
    Flow(
        kind=CHANGE,
        questions=(*MEETING_FIELDS.questions(), _reason("change-ask-reason", detail=True)),
        finish=_finish_change,
        open_to=Access.COORDINATOR,
        review=_review_change,
        suggested=_suggested,
        anew=True,
    ),
    Flow(
        kind=CANCEL,
        questions=(_reason("cancel-ask-reason"),),
        finish=_finish_cancel,
        open_to=Access.COORDINATOR,
        review=_review_cancel,
        anew=True,
        give_up="meeting_cancel-give-up",
    ),
)
"""``subject_id`` is the meeting's."""
