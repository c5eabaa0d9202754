"""A pause from reminders: until which day."""

from datetime import date

from bot.chat.forms.form import Done, Ending, Finishing, Flow
from bot.core import times
from bot.core.access import Access
from bot.people import preferences, settings_card
from bot.people.fields import PERSON_FIELDS, paused_until

KIND = "pause"


def _finish(finishing: Finishing) -> Ending:
    """Pause until the morning of that day, in the person's zone."""
    scene, request = finishing.scene, finishing.request
    until = paused_until(scene.answers, str(scene.zone))
    preferences.pause(scene.session, scene.runtime.network, request.member, until, now=request.now)
    said = scene.texts(
        "pause-set", until=times.day(date.fromisoformat(scene.answers["until"]), scene.language)
    )
    request.show(said, [settings_card.back_row(scene.texts)])
    return Done()


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=PERSON_FIELDS["pause"].questions,
    finish=_finish,
    left=settings_card.shown_again,
)
