"""The name under which a person is known to the network."""

from bot import messages
from bot.documents import settings_card
from bot.domain.access import Access
from bot.forms.form import Finishing, Flow, Prompt, Question
from bot.forms.registration import read_name
from bot.services import preferences

KIND = "rename"


def _finish(finishing: Finishing) -> None:
    scene, talk = finishing.scene, finishing.talk
    preferences.rename(scene.session, talk.member, scene.answers["name"])
    hours = talk.house.network.working_hours
    talk.show(*settings_card.card(scene.texts, talk.member, hours, now=talk.now))


def _left(finishing: Finishing) -> None:
    """Show the settings again, as they were."""
    scene, talk = finishing.scene, finishing.talk
    hours = talk.house.network.working_hours
    talk.show(*settings_card.card(scene.texts, talk.member, hours, now=talk.now))


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=(
        Question(
            "name",
            prompt=lambda scene: Prompt(scene.texts("rename-ask")),
            read=read_name,
            show=lambda _, value: messages.html(value),
        ),
    ),
    finish=_finish,
    left=_left,
)
