"""Who may do what: the one table of rights, read again at each command and each press."""

from enum import StrEnum

from bot.text_families import CLOSED, CLOSED_TO
from storage.models import Person, Role, Standing


class Access(StrEnum):
    """Whom something is open to."""

    ANYONE = "anyone"
    MEMBER = "member"
    """Every active person, observers too."""
    CHAMBER = "chamber"
    """Those who report for a chamber: correspondents; and coordinators."""
    COORDINATOR = "coordinator"


COMMANDS: dict[str, Access] = {
    "register": Access.ANYONE,
    "announce": Access.COORDINATOR,
    "meetings": Access.MEMBER,
    "update": Access.CHAMBER,
    "projects": Access.MEMBER,
    "who": Access.MEMBER,
    "board": Access.COORDINATOR,
    "people": Access.COORDINATOR,
    "invite": Access.COORDINATOR,
    "forecast": Access.COORDINATOR,
    "log": Access.COORDINATOR,
    "settings": Access.MEMBER,
    "language": Access.ANYONE,
    "help": Access.ANYONE,
    "cancel": Access.ANYONE,
    "privacy": Access.ANYONE,
    "mydata": Access.ANYONE,
    "forget": Access.ANYONE,
    "start": Access.ANYONE,
}
"""Each command, in the order in which help and Telegram's menu list them: the daily ones first."""

MAY_RETURN = frozenset({Standing.DECLINED, Standing.DEPARTED})
"""Who may ask to join again."""
OF_THE_KNOWN = frozenset({"mydata", "forget"})
"""Rights of whoever is stored; a stranger may use them too, and is not bothered with them."""


def allows(person: Person | None, access: Access) -> bool:
    """Tell whether *person* (None: a stranger) may do what is open to *access*."""
    if access is Access.ANYONE:
        return True
    if person is None or person.standing is not Standing.ACTIVE:
        return False
    match access:
        case Access.CHAMBER:
            return person.role is not Role.OBSERVER
        case Access.COORDINATOR:
            return person.role is Role.COORDINATOR
        case _:
            return True


def refusal(person: Person | None, open_to: Access) -> str:
    """Return the key of the sentence that tells *person* why something is not open to them."""
    if person is None:
        return "closed-stranger"
    if not allows(person, Access.MEMBER):
        return CLOSED.key(person.standing)
    return CLOSED_TO.key(person.role) if open_to is Access.CHAMBER else "closed-coordinators"


def commands_of(person: Person | None) -> list[str]:
    """Return the commands that *person* is shown; ``register`` only while it makes sense."""
    registered = person is not None and person.standing not in MAY_RETURN
    return [
        name
        for name, access in COMMANDS.items()
        if allows(person, access)
        and not (registered and name == "register")
        and not (person is None and name in OF_THE_KNOWN)
    ]
