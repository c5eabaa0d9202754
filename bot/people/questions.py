"""The questions about a person's settings: how each is put, read and shown."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

from bot.chat.forms import reading
from bot.chat.forms.form import (
    Option,
    Prompt,
    Propose,
    Question,
    Reading,
    Refuse,
    Scene,
    Took,
)
from bot.core import messages, times
from bot.understanding.names import plain
from bot.understanding.values import Doubt, Expecting, Precision, Reason, When
from config.reference import reference

NEAR = 70
MOST = 4
COLUMNS = 3
TELLING = (
    Reason.IMPOSSIBLE,
    Reason.SEVERAL,
    Reason.TOO_LONG,
    Reason.AMBIGUOUS,
    Reason.NOT_WHOLE,
)
"""Reasons that say more than that no day to come was found."""


# --- zone ----------------------------------------------------------------------------------------


def _zones() -> list[str]:
    """Return the zones of the chambers, each once, in protocol order."""
    return list(dict.fromkeys(chamber.timezone for chamber in reference().chambers))


def _ask_zone(scene: Scene) -> Prompt:
    options = [Option(zone.replace(":", ""), times.city(zone, scene.language)) for zone in _zones()]
    return Prompt(scene.texts("zone-choose"), options, COLUMNS)


def _read_zone(scene: Scene, text: str) -> Reading:
    """Read a city or a member state; what is only near is offered."""
    from rapidfuzz import fuzz, process  # 3 MiB: the first city that is typed loads it

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


# --- pause ---------------------------------------------------------------------------------------


def _ask_until(scene: Scene) -> Prompt:
    options = [
        Option(f"{day:%Y%m%d}", times.day(day, scene.language, times.SHORT_DAY))
        for day in _usual(scene.now.astimezone(scene.zone).date())
    ]
    return Prompt(scene.texts("pause-until"), options, columns=2)


def _usual(today: date) -> list[date]:
    """Return the days until which people pause: Monday, two Mondays on, the next two months."""
    monday = today + timedelta(days=7 - today.weekday())
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    second = (first + timedelta(days=32)).replace(day=1)
    return sorted({monday, monday + timedelta(days=7), first, second} - {today})


def _pick_until(scene: Scene, code: str) -> Reading:
    del scene
    return Took(datetime.strptime(code, "%Y%m%d").replace(tzinfo=UTC).date().isoformat())


def _read_until(scene: Scene, text: str) -> Reading:
    """Read a day to come, of a month its first; it is read back before it is taken.

    Of a week and of a part of a month the first and the last day are offered.
    """
    from bot.understanding.dates import understand_when  # 2 MiB: the first text loads it

    found = understand_when(
        text,
        languages=scene.languages,
        now=scene.now,
        zone=scene.zone,
        expecting=Expecting.FUTURE,
    )
    today = scene.now.astimezone(scene.zone).date()
    days = [When(day, day) for when in reading.both_orders(found) for day in _untils(when)]
    days = [day for day in days if day.start > today]
    if not days:
        reason = found.reason if found.reason in TELLING else None
        return Refuse(scene.texts(reading.NO_DATE.key(reason) if reason else "pause-unclear"))
    doubts = [doubt for doubt in found.doubts if doubt is not Doubt.WEEKEND]
    read_back = reading.read_back(scene, days, doubts)
    choices = [(value["start"], words) for value, words in read_back.choices]
    if len(choices) > 1 or doubts:
        return Propose(read_back.text, choices)
    return Propose(scene.texts("pause-read-back", until=choices[0][1]), choices)


def _untils(when: When) -> list[date]:
    """Return the days until which somebody may pause who names *when*."""
    return [when.start, when.end] if when.precision is Precision.WEEK else [when.start]


ZONE_QUESTION = Question(
    "zone",
    prompt=_ask_zone,
    read=_read_zone,
    show=lambda scene, value: messages.html(times.city(value, scene.language)),
)
UNTIL_QUESTION = Question(
    "until",
    prompt=_ask_until,
    read=_read_until,
    pick=_pick_until,
    show=lambda scene, value: scene.texts("pause-set", until=value),
)
