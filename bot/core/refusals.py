"""Attempts that were refused for want of a right: counted in memory, whoever made them.

No attempt is written down by itself, so nobody can fill the database with them. A process that is
killed loses what it counted since the last minute.
"""

from collections import Counter
from collections.abc import Mapping
from threading import Lock

from storage.models import Person, Role, Standing

STRANGER = "stranger"
STANDINGS = (
    STRANGER,
    *(standing.value for standing in Standing if standing is not Standing.ACTIVE),
    *(role.value for role in Role),
)
"""What whoever tried may be."""

Counts = Mapping[tuple[str, str], int]
"""How often, by way in and standing."""


def standing_of(person: Person | None) -> str:
    """Return what *person* is to the network, as attempts are counted."""
    if person is None:
        return STRANGER
    return person.role.value if person.standing is Standing.ACTIVE else person.standing.value


class Refusals:
    """What this process refused since it last told; safe in the threads of use cases."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = Lock()
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, way: str, person: Person | None) -> None:
        """Count that a *way* in, as the table of rights calls it, was closed to somebody."""
        with self._lock:
            self._counts[way, standing_of(person)] += 1

    def take(self) -> Counts:
        """Return the counts and begin anew."""
        with self._lock:
            taken, self._counts = self._counts, Counter()
        return taken

    def give_back(self, counts: Counts) -> None:
        """Add counts that could not be stored."""
        with self._lock:
            self._counts.update(counts)
