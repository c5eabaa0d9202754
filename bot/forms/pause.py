"""A pause from reminders: until which day."""

from datetime import UTC, date, datetime, time, timedelta

from bot import times
from bot.documents import settings_card
from bot.domain.access import Access
from bot.forms import reading
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
from bot.understanding.values import Doubt, Expecting, Reason, When

KIND = "pause"
TELLING = (Reason.IMPOSSIBLE, Reason.SEVERAL, Reason.TOO_LONG)
"""Reasons that say more than that no day to come was found."""


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
    """Read a day to come, of a month its first; it is read back before it is taken."""
    from bot.understanding.dates import understand_when

    found = understand_when(
        text,
        languages=scene.languages,
        now=scene.now,
        zone=scene.zone,
        expecting=Expecting.FUTURE,
    )
    today = scene.now.astimezone(scene.zone).date()
    days = [When(when.start, when.start) for when in reading.both_orders(found)]
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


def _finish(finishing: Finishing) -> None:
    """Pause until the morning of that day, in the person's zone."""
    scene, talk = finishing.scene, finishing.talk
    day = datetime.fromisoformat(scene.answers["until"]).date()
    until = datetime.combine(day, time(), scene.zone).astimezone(UTC)
    preferences.pause(scene.session, scene.house.network, talk.member, until, now=talk.now)
    said = scene.texts("pause-set", until=times.day(day, scene.language))
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
            "until",
            prompt=_ask_until,
            read=_read_until,
            pick=_pick_until,
            show=lambda scene, value: scene.texts("pause-set", until=value),
        ),
    ),
    finish=_finish,
    left=_left,
)
