"""Letters to coordinators about the bot itself: absences, faults, the weekly note."""

from datetime import datetime

from bot import times
from bot.delivery.letters.letter import Drawn, Letter, Letters, dropped
from bot.services import absence, faults, health
from storage.models import DeliveryState, Role

REFERENCES_SHOWN = 10
NOT_DELIVERED = (DeliveryState.FAILED, DeliveryState.UNREACHABLE, DeliveryState.TOO_LATE)
STILL_COMING = (DeliveryState.PLANNED, DeliveryState.CLAIMED, DeliveryState.UNKNOWN)


def _span(letter: Letter, first: str, last: str) -> tuple[datetime, datetime]:
    about = letter.row.about
    return datetime.fromisoformat(about[first]), datetime.fromisoformat(about[last])


def _when(letter: Letter, instant: datetime) -> str:
    return times.moment(instant, letter.person.zone, letter.person.language)


def _absence(letter: Letter) -> Drawn:
    """Tell a coordinator that the bot was away, and what that did."""
    since, until = _span(letter, "from", "to")
    counted = absence.effects(letter.session, since, until)
    return letter.to_person(
        letter.texts(
            "absence",
            since=_when(letter, since),
            until=_when(letter, until),
            answered=letter.row.about["answered"] + counted.pop("received"),
            **counted,
        )
    )


def _faults(letter: Letter) -> Drawn:
    """Tell a coordinator how many faults there were, and their references for whoever looks."""
    if letter.person.role is not Role.COORDINATOR:
        return dropped("no longer a coordinator")
    since, until = _span(letter, "since", "until")
    references, jobs = faults.between(letter.session, since, until)
    if not references and not jobs:
        return dropped("no fault is on record")
    shown = ", ".join(references[:REFERENCES_SHOWN])
    texts = letter.texts
    lines = [texts("faults", since=_when(letter, since))]
    if references:
        more = max(0, len(references) - REFERENCES_SHOWN)
        lines.append(texts("faults-messages", count=len(references), references=shown, more=more))
    if jobs:
        lines.append(texts("faults-jobs", count=sum(jobs.values()), names=", ".join(jobs)))
    lines.append(texts("faults-remedy"))
    return letter.to_person(type(lines[0])("\n\n".join(lines)))


def _health(letter: Letter) -> Drawn:
    """Tell a coordinator in a line how the week was."""
    if letter.person.role is not Role.COORDINATOR:
        return dropped("no longer a coordinator")
    since, until = _span(letter, "since", "until")
    week = health.week(letter.session, since, until)
    text = letter.texts(
        "health",
        since=times.day(times.local(since, letter.person.zone).date(), letter.person.language),
        sent=week.states.get(DeliveryState.SENT, 0),
        missed=sum(week.states.get(state, 0) for state in NOT_DELIVERED),
        waiting=sum(week.states.get(state, 0) for state in STILL_COMING),
        received=week.received,
        faults=week.faults,
    )
    return letter.to_person(text)


LETTERS: Letters = {"absence": _absence, faults.KIND: _faults, health.KIND: _health}
