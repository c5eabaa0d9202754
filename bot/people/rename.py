"""The name under which a person is known to the network."""

from bot.chat.forms.form import Ending, Finishing, Flow
from bot.core.access import Access
from bot.people import preferences, settings_card
from bot.people.fields import PERSON_FIELDS

KIND = "rename"


def _finish(finishing: Finishing) -> Ending:
    scene, request = finishing.scene, finishing.request
    preferences.rename(scene.session, request.member, scene.answers["name"], now=request.now)
    return settings_card.shown_again(finishing)


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=PERSON_FIELDS["name"].questions,
    finish=_finish,
    left=settings_card.shown_again,
)
