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
from bot.understanding.names import plain
from config.reference import reference

KIND = "zone"
NEAR = 70
MOST = 4
COLUMNS = 3


def _zones() -> list[str]:
    """Return the zones of the chambers, each once, in protocol order."""
    return list(dict.fromkeys(chamber.timezone for chamber in reference().chambers))


def _ask_zone(scene: Scene) -> Prompt:
    options = [Option(zone.replace(":", ""), times.city(zone, scene.language)) for zone in _zones()]
    return Prompt(scene.texts("zone-choose"), options, COLUMNS)


def _read_zone(scene: Scene, text: str) -> Reading:
    """Read a city or a member state; what is only near is offered."""
    from rapidfuzz import fuzz, process  # loaded when first needed

    names, said = _names(scene), plain(text)
    if said in names:
        return Took(names[said])
    near = process.extract(said, list(names), scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST)
    zones = list(dict.fromkeys(names[name] for name, _, _ in near))
    choices = [(zone, times.city(zone, scene.language)) for zone in zones]
    if not choices:
        return Refuse(scene.texts("zone-unknown"))
    if len(choices) == 1:
        return Propose(scene.texts("zone-read-back", city=choices[0][1]), choices)
    return Propose(scene.texts("form-which"), choices)


def _names(scene: Scene) -> dict[str, str]:
    """Return zone by plain name: every city of the zone table, the members' in their languages."""
    names: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        names.setdefault(plain(zone.rpartition("/")[2]), zone)
    for chamber in reference().chambers:
        for language in scene.languages:
            names[plain(times.city(chamber.timezone, language))] = chamber.timezone
            if chamber.country != "EU":
                state = reference().member_state_label(chamber.country, language)
                names[plain(state)] = chamber.timezone
    return names


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
    hours = talk.house.network.working_hours
    talk.show(*settings_card.card(scene.texts, talk.member, hours, now=talk.now))


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
