"""The time zone in which a person reads times."""

from zoneinfo import available_timezones

from bot import messages, times
from bot.documents import settings_card
from bot.domain.access import Access
from bot.forms.form import (
    Finishing,
    Flow,
    Option,
    Prompt,
    Propose,
    Question,
    Reading,
    Refuse,
    Scene,
    Took,
)
from bot.services import preferences
from config.reference import reference

KIND = "zone"
SURE = 90
NEAR = 70
COLUMNS = 3


def _zones() -> list[str]:
    """Return the zones of the chambers, each once, in protocol order."""
    return list(dict.fromkeys(chamber.timezone for chamber in reference().chambers))


def _ask_zone(scene: Scene) -> Prompt:
    options = [Option(zone.replace(":", ""), times.city(zone, scene.language)) for zone in _zones()]
    return Prompt(scene.texts("zone-choose"), options, COLUMNS)


def _read_zone(scene: Scene, text: str) -> Reading:
    """Read a city, in the reader's language or as the zone's own name has it."""
    from rapidfuzz import fuzz, process  # loaded when first needed

    names: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        names.setdefault(zone.rpartition("/")[2].replace("_", " ").casefold(), zone)
    for zone in _zones():
        names[times.city(zone, scene.language).casefold()] = zone
    best = process.extractOne(text.casefold(), list(names), scorer=fuzz.ratio, score_cutoff=NEAR)
    if best is None:
        return Refuse(scene.texts("zone-unknown"))
    zone = names[best[0]]
    if best[1] >= SURE:
        return Took(zone)
    city = times.city(zone, scene.language)
    return Propose(scene.texts("zone-read-back", city=city), [(zone, city)])


def _finish(finishing: Finishing) -> None:
    scene, talk = finishing.scene, finishing.talk
    zone = scene.answers["zone"]
    preferences.choose_zone(scene.session, scene.house.network, talk.member, zone, now=talk.now)
    city = times.city(zone, scene.language)
    said = scene.texts("zone-set", city=city, offset=times.offset(talk.now, zone))
    talk.show(said, [settings_card.back_row(scene.texts)])


def _left(finishing: Finishing) -> None:
    """Show the settings again, as they were."""
    scene, talk = finishing.scene, finishing.talk
    talk.show(*settings_card.card(scene.texts, talk.member, now=talk.now))


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=(
        Question(
            "zone",
            prompt=_ask_zone,
            read=_read_zone,
            show=lambda scene, value: messages.html(times.city(value, scene.language)),
        ),
    ),
    finish=_finish,
    left=_left,
)
