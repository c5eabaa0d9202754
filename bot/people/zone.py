"""The time zone in which a person reads times."""

from bot.chat.forms.form import Done, Ending, Finishing, Flow
from bot.core import times
from bot.core.access import Access
from bot.people import preferences, settings_card
from bot.people.fields import PERSON_FIELDS

KIND = "zone"


def _finish(finishing: Finishing) -> Ending:
    scene, request = finishing.scene, finishing.request
    zone = scene.answers["zone"]
    preferences.choose_zone(
        scene.session, scene.runtime.network, request.member, zone, now=request.now
    )
    city = times.city(zone, scene.language)
    said = scene.texts("zone-set", city=city, offset=times.offset(request.now, zone))
    request.show(said, [settings_card.back_row(scene.texts)])
    return Done()


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=PERSON_FIELDS["zone"].questions,
    finish=_finish,
    left=settings_card.shown_again,
)
