"""A pause from reminders: until which day."""

from datetime import UTC, datetime, time

from bot import times
from bot.documents import settings_card
from bot.domain.access import Access
from bot.forms.form import Finishing, Flow, Prompt, Propose, Question, Reading, Refuse, Scene
from bot.services import preferences
from bot.understanding.dates import understand_when
from bot.understanding.values import Expecting, Precision

KIND = "pause"


def _ask_until(scene: Scene) -> Prompt:
    return Prompt(scene.texts("pause-until"))


def _read_until(scene: Scene, text: str) -> Reading:
    """Read a day to come; it is read back before it is taken."""
    found = understand_when(
        text,
        languages=scene.languages,
        now=scene.now,
        zone=scene.zone,
        expecting=Expecting.FUTURE,
    )
    today = scene.now.astimezone(scene.zone).date()
    days = [reading for reading in found.readings if reading.precision is Precision.DAY]
    days = [reading for reading in days if reading.start > today]
    if not days:
        return Refuse(scene.texts("pause-unclear"))
    words = [times.day(reading.start, scene.language) for reading in days]
    choices = [(reading.start.isoformat(), word) for reading, word in zip(days, words, strict=True)]
    return Propose(scene.texts("pause-read-back", until=words[0]), choices)


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
            show=lambda scene, value: scene.texts("pause-set", until=value),
        ),
    ),
    finish=_finish,
    left=_left,
)
