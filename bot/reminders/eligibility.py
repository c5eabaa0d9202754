"""Whom a reminder concerns, and why somebody is left out: pure rules over plain values."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.outbox.left_out import LeftOut
from config.network import ReminderRule, Whom
from storage.models import Role

CHAMBERS = frozenset({Role.CORRESPONDENT, Role.COORDINATOR})
"""Who may speak for a chamber."""
READERS: dict[Whom, frozenset[Role]] = {
    Whom.EVERYONE: frozenset(Role),
    Whom.CHAMBERS_WITHOUT_ANSWER: frozenset(Role),
    Whom.CHAMBERS_WITHOUT_UPDATE: CHAMBERS,
    Whom.ATTENDING: frozenset(Role),
    Whom.ATTENDING_ONLINE: frozenset(Role),
    Whom.COORDINATORS: frozenset({Role.COORDINATOR}),
    Whom.IPEX_AGREED: CHAMBERS,
}
"""Whom the reminders of a rule may concern at all."""


@dataclass(frozen=True)
class Recipient:
    """A person whom a reminder may concern."""

    id: int
    chambers: tuple[str, ...]
    is_coordinator: bool
    stopped_kinds: tuple[str, ...]
    paused_until: datetime | None


@dataclass(frozen=True)
class Responses:
    """What has come in for a meeting: answers for its present start, and updates."""

    choices: Mapping[int, str]
    """By person: in_person, online or cannot."""
    answered_chambers: Collection[str]
    updated_chambers: Collection[str]
    ipex_chambers: Collection[str]


def left_out(
    reader: Recipient, rule: ReminderRule, responses: Responses, *, due_at: datetime
) -> LeftOut | None:
    """Return why a reminder that is due then does not concern a person, or None if it does.

    The reason is for coordinators; a chamber's answer counts, whoever of the chamber gave it.
    """
    # What a person chose comes first: coordinators read that rather than what the chamber did.
    if rule.optional and rule.kind in reader.stopped_kinds:
        return LeftOut.STOPPED
    if rule.optional and reader.paused_until is not None and due_at < reader.paused_until:
        return LeftOut.PAUSED
    return _of_no_concern(reader, rule, responses)


def _of_no_concern(reader: Recipient, rule: ReminderRule, responses: Responses) -> LeftOut | None:
    match rule.to:
        case Whom.EVERYONE:
            return None
        case Whom.COORDINATORS:
            return None if reader.is_coordinator else LeftOut.FOR_COORDINATORS
        case Whom.ATTENDING | Whom.ATTENDING_ONLINE:
            return _not_attending(reader, rule.to, responses)
        case Whom.CHAMBERS_WITHOUT_ANSWER:
            if reader.id in responses.choices:
                return LeftOut.ANSWERED
            return _chamber_done(reader, responses.answered_chambers, LeftOut.CHAMBER_ANSWERED)
        case Whom.CHAMBERS_WITHOUT_UPDATE:
            if not reader.chambers:
                return LeftOut.NO_CHAMBER
            return _chamber_done(reader, responses.updated_chambers, LeftOut.CHAMBER_REPORTED)
        case Whom.IPEX_AGREED:
            waits = set(reader.chambers) & set(responses.ipex_chambers)
            return None if waits else LeftOut.NOTHING_TO_PUBLISH


def _not_attending(reader: Recipient, whom: Whom, responses: Responses) -> LeftOut | None:
    choice = responses.choices.get(reader.id)
    if choice is None:
        return LeftOut.NOT_ANSWERED
    if choice == "cannot":
        return LeftOut.DOES_NOT_COME
    if whom is Whom.ATTENDING_ONLINE and choice != "online":
        return LeftOut.IN_PERSON
    return None


def _chamber_done(reader: Recipient, done: Collection[str], reason: LeftOut) -> LeftOut | None:
    """A person with several chambers is left out when each of them is done."""
    return reason if reader.chambers and set(reader.chambers) <= set(done) else None
