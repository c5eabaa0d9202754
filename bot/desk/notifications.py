"""Notifications to coordinators about the bot itself: absences, faults, the weekly note."""

from datetime import datetime

from bot.core import times
from bot.core.messages import Html
from bot.core.text_families import UNDELIVERED
from bot.core.text_keys import Family
from bot.desk import absence, weekly_health
from bot.outbox import incidents, lifecycle
from bot.outbox.message_kinds import COORDINATORS, MessageKind, in_working_hours
from bot.outbox.notification import Drawn, Notification, dropped
from storage import deliveries, people
from storage.models import DeliveryState

REFERENCES_SHOWN = 10
NOT_DELIVERED = (DeliveryState.FAILED, DeliveryState.UNREACHABLE, DeliveryState.TOO_LATE)
ABSENCE = Family("absence-{}", (absence.DOWN, absence.UNREACHABLE))
STILL_COMING = (DeliveryState.PLANNED, DeliveryState.CLAIMED, DeliveryState.UNKNOWN)


def _span(notification: Notification, first: str, last: str) -> tuple[datetime, datetime]:
    about = notification.row.about
    return datetime.fromisoformat(about[first]), datetime.fromisoformat(about[last])


def _when(notification: Notification, instant: datetime) -> str:
    return times.moment(instant, notification.person.zone, notification.person.language)


def _absence(notification: Notification) -> Drawn:
    """Tell a coordinator that the bot was away, or without Telegram, and what that did."""
    about, texts = notification.row.about, notification.texts
    since, until = _span(notification, "from", "to")
    counted = absence.effects(notification.session, since, until)
    head = texts(
        ABSENCE.key(about.get("cause", absence.DOWN)),
        since=_when(notification, since),
        until=_when(notification, until),
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
            what=_name_of(kind, notification),
            why=texts(UNDELIVERED.key(state)),
        )
        for (kind, state), count in sorted(counted.not_sent.items())
    ]
    return notification.to_person(Html("\n".join([f"{head}\n\n{body}", *lines])))


def _name_of(code: str, notification: Notification) -> Html:
    """Return what messages are called, by a reminder's rule or the kind of the row."""
    runtime = notification.runtime
    topic = runtime.kinds.topics(runtime.network).get(code)
    return notification.texts(topic.name if topic else "absence-other")


def _refused(notification: Notification) -> Drawn:
    """Tell whoever sent it that Telegram refused a message of ours."""
    about = notification.row.about
    refused = deliveries.get(notification.session, about["delivery_id"])
    reader = people.get(notification.session, refused.person_id) if refused else None
    if refused is None or reader is None:
        return dropped("the person is gone")
    key = "delivery-refused-notice" if refused.notice_id else "delivery-refused"
    what = _name_of(str(refused.about.get("rule") or refused.kind), notification)
    return notification.to_person(
        notification.texts(
            key, name=reader.name, what=what, number=str(refused.id), reason=about["reason"]
        )
    )


def _faults(notification: Notification) -> Drawn:
    """Tell a coordinator how many faults there were, and their references for whoever looks."""
    since, until = _span(notification, "since", "until")
    references, jobs = incidents.between(notification.session, since, until)
    if not references and not jobs:
        return dropped("no fault is on record")
    shown = ", ".join(references[:REFERENCES_SHOWN])
    texts = notification.texts
    lines = [texts("faults", since=_when(notification, since))]
    if references:
        more = max(0, len(references) - REFERENCES_SHOWN)
        lines.append(texts("faults-messages", count=len(references), references=shown, more=more))
    if jobs:
        count = sum(map(len, jobs.values()))
        names = ", ".join(f"{job} ({references[-1]})" for job, references in jobs.items())
        lines.append(texts("faults-jobs", count=count, names=names))
    lines.append(texts("faults-remedy"))
    return notification.to_person(type(lines[0])("\n\n".join(lines)))


def _health(notification: Notification) -> Drawn:
    """Tell a coordinator in a line how the week was."""
    since, until = _span(notification, "since", "until")
    besides = notification.runtime.kinds.unseen | {weekly_health.KIND}
    week = weekly_health.week(notification.session, since, until, besides=besides)
    text = notification.texts(
        "health",
        since=times.day(
            times.local(since, notification.person.zone).date(), notification.person.language
        ),
        sent=week.states.get(DeliveryState.SENT, 0),
        missed=sum(week.states.get(state, 0) for state in NOT_DELIVERED),
        waiting=sum(week.states.get(state, 0) for state in STILL_COMING),
        received=week.received,
        faults=week.faults,
    )
    lines = [text]
    if week.silenced or week.outside_faults:
        silenced, faults = week.silenced, week.outside_faults
        lines.append(notification.texts("health-strangers", silenced=silenced, faults=faults))
    if week.refused:
        lines.append(notification.texts("health-refused", count=week.refused))
    if week.end is not None:
        end = week.end
        lines.append(notification.texts("log-end", number=str(end.number), digest=end.short))
    return notification.to_person(Html("\n".join(lines)))


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
        lifecycle.REFUSED,
        _refused,
        texts=("delivery-refused", "delivery-refused-notice", "absence-other"),
        roles=COORDINATORS,
        refusal_is_told=False,
    ),
    MessageKind(
        incidents.KIND,
        _faults,
        texts=("faults", "faults-messages", "faults-jobs", "faults-remedy"),
        roles=COORDINATORS,
    ),
    MessageKind(
        weekly_health.KIND,
        _health,
        texts=("health", "health-strangers", "health-refused", "log-end"),
        roles=COORDINATORS,
        keeps_hours=in_working_hours,
        stopped_by=COORDINATORS,
    ),
)
