"""What ``dsn-bot doctor`` says of one thing that it looked at: a line, with the remedy."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a finding is."""

    OK = "OK"
    WARN = "WARN"
    FAIL = "FAIL"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    about: str
    text: str
    remedy: str = ""

    def line(self) -> str:
        """Return it as one line."""
        remedy = f" → {self.remedy}" if self.remedy else ""
        return f"{self.level.value:<5} {self.about:<12} {self.text}{remedy}"


def ok(about: str, said: str) -> Finding:
    """Return that something is as it should be."""
    return Finding(Level.OK, about, said)


def warn(about: str, said: str, remedy: str) -> Finding:
    """Return that something should be looked at."""
    return Finding(Level.WARN, about, said, remedy)


def fail(about: str, said: str, remedy: str) -> Finding:
    """Return that something is wrong."""
    return Finding(Level.FAIL, about, said, remedy)
