"""Who has read which version of the notice on data protection, and who is asked to read a new one.

Nobody is shut out for not saying that they have read it: the legal basis is a public task, not
consent. They are asked once, reminded once, and counted.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.core.working_hours import next_working_instant
from bot.people import privacy_notice
from config.network import Network
from storage import audit, deliveries, people, privacy
from storage.models import BEFORE_VERSIONS, Delivery, DeliveryState, Person, PrivacyVersion

KIND = "privacy"
REMIND_AFTER = timedelta(weeks=2)
WORTH_SENDING = timedelta(hours=8)
"""What could not be sent on its working day is planned anew for the next one."""
ASKED_WITHIN = timedelta(days=180)
"""Nobody is asked later than this: traces of earlier messages are not kept for ever."""
AHEAD = timedelta(days=1)
NOT_RECEIVED = frozenset({DeliveryState.UNREACHABLE, DeliveryState.TOO_LATE, DeliveryState.DROPPED})
"""Of a message in one of these states another may be planned."""


def declare(session: Session, network: Network, *, now: datetime) -> None:
    """Remember the version that the organiser's file names, and its text as it is first seen."""
    stated = network.privacy
    if stated.version is None:
        return
    found = session.get(PrivacyVersion, stated.version)
    if found is None:
        digests = privacy_notice.digests(network)
        found = PrivacyVersion(
            version=stated.version, declared_at=now, material=stated.material, digests=digests
        )
        subject = f"privacy:{stated.version}"
        audit.record(session, "privacy.declared", by=None, now=now, subject=subject)
    found.material = stated.material
    session.add(found)
    session.flush()


def has_changed(session: Session, network: Network) -> bool:
    """Tell whether the notice reads otherwise than when its version was declared."""
    version = network.privacy.version
    kept = session.get(PrivacyVersion, version) if version is not None else None
    if kept is None:
        return False
    # A language that was added since changes nothing for those who read another.
    now = privacy_notice.digests(network)
    return any(now.get(language, digest) != digest for language, digest in kept.digests.items())


def enough(session: Session, network: Network) -> frozenset[str] | None:
    """Return the versions that tell all that matters of the present one; None: it has none."""
    current = network.privacy.version
    if current is None:
        return None
    known = [(one.version, one.material) for one in privacy.versions(session)]
    if current not in dict(known):
        known.append((current, network.privacy.material))
    names = [version for version, _ in known]
    at = names.index(current)
    while at > 0 and not known[at][1]:
        at -= 1
    first = {BEFORE_VERSIONS} if not known[at][1] else set()
    return frozenset(names[at:]) | first


def unread(session: Session, network: Network, members: Sequence[Person]) -> list[Person]:
    """Return those of the *members* who have not said that they have read the notice as it is."""
    current = network.privacy.version
    behind = [person for person in members if person.acknowledged_version != current]
    # As a rule nobody is, and then nothing has to be looked up.
    versions = enough(session, network) if behind else None
    if versions is None:
        return []
    return [person for person in behind if person.acknowledged_version not in versions]


def has_read(session: Session, network: Network, person: Person) -> bool:
    """Tell whether somebody has read all that matters of the notice as it is."""
    return not unread(session, network, [person])


def acknowledge(session: Session, person: Person, version: str, *, now: datetime) -> None:
    """Keep that somebody has read a version of the notice."""
    person.acknowledged_version, person.acknowledged_at = version, now
    session.add(person)


def plan(session: Session, network: Network, *, now: datetime) -> int:
    """Note the version, and plan the messages that are due within a day; return how many."""
    declare(session, network, now=now)
    rows = coming(session, network, after=now, until=now + AHEAD, at_once=True)
    return deliveries.plan(session, rows, now=now)


def coming(
    session: Session,
    network: Network,
    *,
    after: datetime,
    until: datetime,
    at_once: bool = False,
) -> list[dict[str, Any]]:
    """Return the messages on the notice that will be due after one instant, until another.

    *at_once*: those that have not been planned yet may be due at the first instant itself, or at
    the next working hour however far that is.
    """
    version = network.privacy.version
    waiting = unread(session, network, people.active(session))
    if version is None or not waiting:
        return []
    if _declared_at(session, version, after) <= after - ASKED_WITHIN:
        return []
    sent: dict[int, list[Delivery]] = {}
    for row in privacy.asked(session, KIND, [person.id for person in waiting]):
        if row.about.get("version") == version:
            sent.setdefault(row.person_id, []).append(row)
    rows = [
        row
        for person in waiting
        for row in _next(network, person, version, sent.get(person.id, []), after=after)
    ]
    return [
        row for row in rows if row["due_at"] <= until or (at_once and not row["about"]["again"])
    ]


def _declared_at(session: Session, version: str, now: datetime) -> datetime:
    found = session.get(PrivacyVersion, version)
    return found.declared_at if found is not None else now


def _next(
    network: Network,
    person: Person,
    version: str,
    rows: Collection[Delivery],
    *,
    after: datetime,
) -> Iterator[dict[str, Any]]:
    """Yield the message that somebody gets next, if there is one still to be planned."""
    if person.unreachable_since is not None:
        return  # what waits for them comes when they are back
    last = max(rows, key=lambda row: row.id, default=None)
    arrived = [row for row in rows if row.state is DeliveryState.SENT]
    if len(arrived) > 1 or any(row.about.get("again") for row in arrived):
        return
    if last is not None and last.state not in NOT_RECEIVED | {DeliveryState.SENT}:
        return  # it waits, or Telegram refuses it
    first_at = arrived[0].sent_at if arrived else None
    earliest = after if first_at is None else max(after, first_at + REMIND_AFTER)
    due_at = next_working_instant(earliest, ZoneInfo(person.zone), network.working_hours)
    yield {
        "key": f"{KIND}:{version}:{person.id}:{last.id if last is not None else 0}",
        "person_id": person.id,
        "kind": KIND,
        "about": {"version": version, "again": first_at is not None},
        "due_at": due_at,
        "expires_at": due_at + WORTH_SENDING,
    }
