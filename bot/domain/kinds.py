"""Kinds of messages that the bot sends unasked: which may be stopped, and by whom."""

from collections.abc import Iterable

from config.network import ReminderRule, Whom
from storage.models import Role

ASKED_FOR = frozenset({"welcome", "declined", "suspended", "commands"})
"""Kinds that say why they came, or answer what the person did."""

STOPPABLE: dict[str, frozenset[Role]] = {
    "draft": frozenset({Role.CORRESPONDENT, Role.COORDINATOR}),
    "health": frozenset({Role.COORDINATOR}),
}
"""Kinds besides reminders that a person may stop, and who gets them."""


EVERYBODY = frozenset(Role)
CHAMBERS = frozenset({Role.CORRESPONDENT, Role.COORDINATOR})
READERS: dict[Whom, frozenset[Role]] = {
    Whom.EVERYONE: EVERYBODY,
    Whom.CHAMBERS_WITHOUT_ANSWER: EVERYBODY,
    Whom.CHAMBERS_WITHOUT_UPDATE: CHAMBERS,
    Whom.ATTENDING: EVERYBODY,
    Whom.ATTENDING_ONLINE: EVERYBODY,
    Whom.COORDINATORS: frozenset({Role.COORDINATOR}),
    Whom.IPEX_AGREED: CHAMBERS,
}
"""Who gets the reminders of a rule at all: nobody is offered to stop what never comes."""


def may_stop(kind: str, rule: ReminderRule | None) -> bool:
    """Tell whether a message of a *kind*, a reminder by its *rule*, may be stopped."""
    return rule.optional if rule is not None else kind in STOPPABLE


def stoppable(rules: Iterable[ReminderRule], role: Role) -> list[str]:
    """Return what somebody of this role may stop: kinds of reminders first, then the others."""
    reminders = [rule.kind for rule in rules if rule.optional and role in READERS[rule.to]]
    others = [kind for kind, roles in STOPPABLE.items() if role in roles]
    return list(dict.fromkeys([*reminders, *others]))


def text_key(kind: str, what: str) -> str:
    """Return the key of a kind's ``name`` or ``why``; *kind* is a reminder's rule, or another."""
    return f"message-{kind}-{what}" if kind in MESSAGES else f"reminder-{kind}-{what}"


MESSAGES = frozenset(
    {
        "notice",
        "application",
        "unreachable",
        "refused",
        "left",
        "draft",
        "draft_ended",
        "absence",
        "faults",
        "health",
    }
) | (ASKED_FOR - {"commands"})
"""Every kind of message that is no reminder."""
