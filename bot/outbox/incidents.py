"""Faults of the bot's own: kept with a reference, and told to coordinators as a count a day.

Those that strangers meet are only counted: nobody outside fills the audit log or has it say much.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.core.working_hours import next_working_morning, previous_working_morning
from bot.outbox import enqueue
from config.network import Network
from storage import audit, strangers

ACT = "fault"
KIND = "faults"
KEPT_FOR = timedelta(days=7)
"""How long the message that counts them is worth sending."""
OUTSIDE_KEPT_FOR = timedelta(days=30)
"""How long it is known that strangers met faults."""
PLACES_A_DAY = 50
"""Lines of a day that strangers' faults are counted in."""


def note(
    session: Session,
    network: Network,
    reference: str,
    *,
    now: datetime,
    by: int | None = None,
    job: str | None = None,
) -> None:
    """Keep a fault under its *reference*; it is counted in the next working morning's message.

    *by* is whose message could not be handled, *job* the job that failed. There is one message a
    day at most: its key is the morning, so a later fault of the same day joins it.
    """
    detail = {"job": job} if job else {}
    audit.record(session, ACT, by=by, now=now, subject=f"{ACT}:{reference}", **detail)
    zone, hours = ZoneInfo(network.zone), network.working_hours
    morning = next_working_morning(now, zone, hours)
    since = previous_working_morning(morning - timedelta(seconds=1), zone, hours)
    enqueue.tell_coordinators(
        session,
        KIND,
        key=f"faults:{morning:%Y%m%d}",
        now=now,
        about={"since": since.isoformat(), "until": morning.isoformat()},
        after=morning - now,
        within=morning - now + KEPT_FOR,
    )


def note_outside(session: Session, place: str, reference: str, *, now: datetime) -> None:
    """Count a fault that a stranger met, under the *place* in the code where it rose.

    It is no act of anybody in the network, and nobody outside may fill its log: a place has one
    line a day, with the last *reference*. The weekly note counts them.
    """
    strangers.add_fault(session, place, reference, now=now, most=PLACES_A_DAY)


def between(
    session: Session, since: datetime, until: datetime
) -> tuple[list[str], dict[str, list[str]]]:
    """Return the references of people's messages that failed, and those of each job's faults."""
    messages: list[str] = []
    jobs: dict[str, list[str]] = {}
    for act in audit.between(session, ACT, since, until):
        reference = str(act.subject).removeprefix(f"{ACT}:")
        job = act.detail.get("job")
        if job:
            jobs.setdefault(job, []).append(reference)
        else:
            messages.append(reference)
    return messages, jobs
