"""Whom something is open to; who may do what is read again at each command and each press.

What is open to whom stands with each feature (:mod:`bot.features`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.core.text_families import CLOSED, CLOSED_TO
from storage.models import Person, Role, Standing


class Access(StrEnum):
    """Whom something is open to."""

    ANYONE = "anyone"
    MEMBER = "member"
    """Every active person, observers too."""
    CHAMBER = "chamber"
    """Those who report for a chamber: correspondents; and coordinators."""
    COORDINATOR = "coordinator"


MAY_RETURN = frozenset({Standing.DECLINED, Standing.DEPARTED})
"""Who may ask to join again."""


def allows(person: Person | None, access: Access) -> bool:
    """Tell whether *person* (None: a stranger) may do what is open to *access*."""
    if access is Access.ANYONE:
        return True
    if person is None or person.standing is not Standing.ACTIVE:
        return False
    match access:
        case Access.CHAMBER:
            return person.role.speaks_for_chamber
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


class Listed(Protocol):
    """A command as a menu needs it."""

    @property
    def name(self) -> str:
        """What is typed behind the slash."""

    @property
    def open_to(self) -> Access:
        """Who may use it."""

    @property
    def shown_to(self) -> Callable[[Person | None], bool]:
        """Whether somebody who may use it is shown it."""


@dataclass(frozen=True)
class Menu:
    """The commands of the bot, the daily ones first."""

    commands: Sequence[Listed] = ()

    def of(self, person: Person | None) -> list[str]:
        """Return the names of the commands that *person* (None: a stranger) is shown."""
        return [
            command.name
            for command in self.commands
            if allows(person, command.open_to) and command.shown_to(person)
        ]
