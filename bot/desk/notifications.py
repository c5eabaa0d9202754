"""Letters to coordinators about the bot itself: absences, faults, the weekly note."""

from datetime import datetime

from bot.core import times
from bot.core.messages import Html
from bot.core.text_families import UNDELIVERED
from bot.core.text_keys import Family
from bot.desk import absence
from bot.desk import weekly_health as health
from bot.outbox import incidents as faults
from bot.outbox import lifecycle as ledger
from bot.outbox.message_kinds import COORDINATORS, MessageKind
from bot.outbox.notification import Drawn, Letter, dropped
from storage import deliveries, people
from storage.models import DeliveryState

REFERENCES_SHOWN = 10
NOT_DELIVERED = (DeliveryState.FAILED, DeliveryState.UNREACHABLE, DeliveryState.TOO_LATE)
ABSENCE = Family("absence-{}", (absence.DOWN, absence.UNREACHABLE))
STILL_COMING = (DeliveryState.PLANNED, DeliveryState.CLAIMED, DeliveryState.UNKNOWN)


def _span(letter: Letter, first: str, last: str) -> tuple[datetime, datetime]:
    about = letter.row.about
    return datetime.fromisoformat(about[first]), datetime.fromisoformat(about[last])


def _when(letter: Letter, instant: datetime) -> str:
    return times.moment(instant, letter.person.zone, letter.person.language)


def _absence(letter: Letter) -> Drawn:
    """Tell a coordinator that the bot was away, or without Telegram, and what that did."""
    about, texts = letter.row.about, letter.texts
    since, until = _span(letter, "from", "to")
    counted = absence.effects(letter.session, since, until)
    head = texts(
        ABSENCE.key(about.get("cause", absence.DOWN)),
        since=_when(letter, since),
        until=_when(letter, until),
    )
    body = texts(
        "absence-effects",
        answered=about["answered"] + counted.received,
        late=counted.late,
        waiting=counted.waiting,
        missed=sum(counted.not_sent.values()),
    )
    lines = [
        texts(
            "absence-missed-line",
            count=count,
            what=_name_of(kind, letter),
            why=texts(UNDELIVERED.key(state)),
        )
        for (kind, state), count in sorted(counted.not_sent.items())
    ]
    return letter.to_person(Html("\n".join([f"{head}\n\n{body}", *lines])))


def _name_of(code: str, letter: Letter) -> Html:
    """Return what messages are called, by a reminder's rule or the kind of the row."""
    house = letter.house
    topic = house.kinds.topics(house.network).get(code)
    return letter.texts(topic.name if topic else "absence-other")


def _refused(letter: Letter) -> Drawn:
    """Tell whoever sent it that Telegram refused a message of ours."""
    about = letter.row.about
    refused = deliveries.get(letter.session, about["delivery_id"])
    reader = people.get(letter.session, refused.person_id) if refused else None
    if refused is None or reader is None:
        return dropped("the person is gone")
    key = "delivery-refused-notice" if refused.notice_id else "delivery-refused"
    what = _name_of(str(refused.about.get("rule") or refused.kind), letter)
    return letter.to_person(
        letter.texts(
            key, name=reader.name, what=what, number=str(refused.id), reason=about["reason"]
        )
    )


def _faults(letter: Letter) -> Drawn:
    """Tell a coordinator how many faults there were, and their references for whoever looks."""
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
        count = sum(map(len, jobs.values()))
        names = ", ".join(f"{job} ({references[-1]})" for job, references in jobs.items())
        lines.append(texts("faults-jobs", count=count, names=names))
    lines.append(texts("faults-remedy"))
    return letter.to_person(type(lines[0])("\n\n".join(lines)))


def _health(letter: Letter) -> Drawn:
    """Tell a coordinator in a line how the week was."""
    since, until = _span(letter, "since", "until")
    besides = letter.house.kinds.unseen | {health.KIND}
    week = health.week(letter.session, since, until, besides=besides)
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


KINDS = (
    MessageKind(
        "absence",
        _absence,
        texts=(
            *ABSENCE.keys(),
            "absence-effects",
            "absence-missed-line",
            "absence-other",
            *UNDELIVERED.keys(),
        ),
        roles=COORDINATORS,
    ),
    MessageKind(
        ledger.REFUSED,
        _refused,
        texts=("delivery-refused", "delivery-refused-notice", "absence-other"),
        roles=COORDINATORS,
        refusal_is_told=False,
    ),
    MessageKind(
        faults.KIND,
        _faults,
        texts=("faults", "faults-messages", "faults-jobs", "faults-remedy"),
        roles=COORDINATORS,
    ),
    MessageKind(
        health.KIND, _health, texts=("health",), roles=COORDINATORS, stopped_by=COORDINATORS
    ),
)
