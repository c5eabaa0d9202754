"""The names that begin with ``DSN_``: those that mean something, and those that nobody reads."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

PREFIX = "DSN_"
OF_CHECKS = ("ADVISORIES", "ALERT_TESTS", "AUDIT", "PAGE_CHECKS")
"""What ``make`` and the tests read; a developer may have set it for good."""


@dataclass(frozen=True)
class Unknown:
    """A name that nothing reads."""

    name: str
    where: str
    closest: str | None
    """The name that was perhaps meant."""

    def line(self) -> str:
        """Return it in words; the value, which may be a secret, is never shown."""
        meant = f": perhaps {self.closest} is meant" if self.closest else ""
        return f"{self.name} in {self.where} is no setting{meant}"


def unknown(known: Iterable[str], in_file: Iterable[str], file: str) -> Iterator[Unknown]:
    """Yield what begins with ``DSN_`` in the environment and in a *file*, and is not *known*."""
    names = {f"{PREFIX}{name}" for name in (*known, *OF_CHECKS)}
    places = (("the environment", os.environ), (file, in_file))
    for where, given in places:
        for name in sorted({one.upper() for one in given}):
            if name.startswith(PREFIX) and name not in names:
                close = get_close_matches(name, sorted(names), n=1, cutoff=0.75)
                yield Unknown(name, where, close[0] if close else None)
