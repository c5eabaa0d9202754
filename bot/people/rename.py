"""The name under which a person is known to the network."""

from bot.chat.forms.form import Finishing, Flow
from bot.core.access import Access
from bot.people import preferences, settings_card
from bot.people.fields import PERSON_FIELDS

KIND = "rename"


def _finish(finishing: Finishing) -> None:
    scene, talk = finishing.scene, finishing.talk
    preferences.rename(scene.session, talk.member, scene.answers["name"])
    network = talk.house.network
    talk.show(*settings_card.card(scene.texts, talk.member, network, now=talk.now))


def _left(finishing: Finishing) -> None:
    """Show the settings again, as they were."""
    scene, talk = finishing.scene, finishing.talk
    network = talk.house.network
    talk.show(*settings_card.card(scene.texts, talk.member, network, now=talk.now))


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=PERSON_FIELDS["name"].questions,
    finish=_finish,
    left=_left,
)
