"""Whom a notice reaches: people, chambers, and the chambers where there is nobody."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from config.reference import reference
from storage import people
from storage.models import Person


@dataclass(frozen=True)
class Reach:
    """The audience of a notice at this moment."""

    people: tuple[Person, ...]
    chambers: tuple[str, ...]
    """Chambers with somebody, in protocol order."""
    nobody: tuple[str, ...]
    """Chambers without anybody, in protocol order: they have to be told by e-mail."""
    unreachable: int
    """How many of the people have blocked the bot."""

    def digest(self, text: Mapping[str, Any]) -> str:
        """Return a short mark of exactly this text for exactly these people."""
        ids = sorted(person.id for person in self.people)
        exact = json.dumps([ids, text], sort_keys=True, default=str)
        return hashlib.sha256(exact.encode()).hexdigest()[:12]


def of_network(session: Session) -> Reach:
    """Return everybody who belongs to the network now."""
    members = tuple(people.active(session))
    seats = people.seats(session)
    held = {
        chamber_id
        for person in members
        if person.role.speaks_for_chamber
        for chamber_id in seats.get(person.id, [])
    }
    order = [chamber.id for chamber in reference().every_chamber]
    return Reach(
        members,
        tuple(chamber_id for chamber_id in order if chamber_id in held),
        tuple(
            chamber_id
            for chamber_id in order
            if chamber_id not in held and reference().admits(chamber_id)
        ),
        sum(person.unreachable_since is not None for person in members),
    )
