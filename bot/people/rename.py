"""The name under which a person is known to the network."""

from bot.chat.forms.form import Finishing, Flow
from bot.core.access import Access
from bot.people import preferences, settings_card
from bot.people.fields import PERSON_FIELDS

KIND = "rename"


def _finish(finishing: Finishing) -> None:
    scene, request = finishing.scene, finishing.request
    preferences.rename(scene.session, request.member, scene.answers["name"])
    network = request.runtime.network
    request.show(*settings_card.card(scene.texts, request.member, network, now=request.now))


def _left(finishing: Finishing) -> None:
    """Show the settings again, as they were."""
    scene, request = finishing.scene, finishing.request
    network = request.runtime.network
    request.show(*settings_card.card(scene.texts, request.member, network, now=request.now))


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=PERSON_FIELDS["name"].questions,
    finish=_finish,
    left=_left,
)
