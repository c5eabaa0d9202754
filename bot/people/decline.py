"""Declining a registration: the reason that the applicant is told."""

from bot.chat.forms.form import (
    Done,
    Ending,
    Finishing,
    Flow,
    Prompt,
    Question,
    Reading,
    Refuse,
    Scene,
    Took,
)
from bot.core import messages
from bot.core.access import Access
from bot.core.text_families import DECIDED
from bot.people import service as people
from bot.people.service import AlreadyDecided
from storage import people as stored

KIND = "decline"
REASON_LIMIT = 500


def _ask_reason(scene: Scene) -> Prompt:
    applicant = stored.get(scene.session, scene.form.subject_id)
    name = applicant.name if applicant else scene.texts.plain("people-somebody")
    return Prompt(scene.texts("decline-reason", name=name))


def _read_reason(scene: Scene, text: str) -> Reading:
    if len(text) > REASON_LIMIT:
        return Refuse(scene.texts("form-too-long", length=len(text), limit=REASON_LIMIT))
    return Took(text)


def _finish(finishing: Finishing) -> Ending:
    """Decline, unless another coordinator was first."""
    scene, request = finishing.scene, finishing.request
    applicant = scene.form.subject_id
    if applicant is None:
        raise LookupError("a form that declines has no applicant")
    try:
        person = people.decline(
            scene.session,
            applicant,
            scene.answers.get("reason"),
            by=request.member,
            now=request.now,
        )
    except AlreadyDecided as decided:
        by = decided.by.name if decided.by else scene.texts.plain("people-somebody")
        request.show(
            scene.texts(DECIDED.key(decided.person.standing), name=decided.person.name, by=by)
        )
        return Done()
    request.show(scene.texts("people-declined", name=person.name))
    request.wakes_delivery = True
    return Done()


FLOW = Flow(
    kind=KIND,
    open_to=Access.COORDINATOR,
    questions=(
        Question(
            "reason",
            prompt=_ask_reason,
            read=_read_reason,
            show=lambda _, value: messages.html(value),
            optional=True,
        ),
    ),
    finish=_finish,
    anew=True,
)
"""``subject_id`` is the applicant's."""
