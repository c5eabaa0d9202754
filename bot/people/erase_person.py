"""Erasing a member who cannot ask for it themselves: the reason that the coordinators can read."""

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
from bot.people import personal_data
from bot.people.personal_data import OnlyCoordinator, Why
from storage import people
from storage.models import Standing

KIND = "erase_person"
REASON_LIMIT = 500
STILL_THERE = frozenset({Standing.ACTIVE, Standing.SUSPENDED})


def _ask_reason(scene: Scene) -> Prompt:
    return Prompt(scene.texts("erase_person-reason"))


def _read_reason(scene: Scene, text: str) -> Reading:
    if len(text) > REASON_LIMIT:
        return Refuse(scene.texts("form-too-long", length=len(text), limit=REASON_LIMIT))
    return Took(text)


def _finish(finishing: Finishing) -> Ending:
    """Erase, unless the member has left meanwhile."""
    scene, request = finishing.scene, finishing.request
    person = people.get(scene.session, scene.form.subject_id)
    if person is None or person.standing not in STILL_THERE:
        request.show(scene.texts("person-changed"))
        return Done()
    try:
        personal_data.erase(
            scene.session,
            request.runtime.network,
            person,
            now=request.now,
            why=Why.DECIDED,
            by=request.member,
            reason=scene.answers["reason"],
        )
    except OnlyCoordinator:
        request.show(scene.texts("person-last-coordinator"))
        return Done()
    request.wakes_delivery = True
    request.show(scene.texts("person-erased"))
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
        ),
    ),
    finish=_finish,
    anew=True,
)
"""``subject_id`` is the member's."""
