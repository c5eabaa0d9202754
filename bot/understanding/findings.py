"""What was found in a text: codes, with the words they were taken from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Match:
    """One thing that the words may mean."""

    code: str
    words: str
    start: int
    end: int
    confidence: float
    """From 0 to 1."""


@dataclass(frozen=True)
class Candidates:
    """What some words may mean: one thing, several to ask about, or nothing."""

    matches: tuple[Match, ...] = ()
    is_sure: bool = False

    @property
    def sure(self) -> str | None:
        """The code, if there is exactly one and no doubt."""
        return self.matches[0].code if self.is_sure and len(self.matches) == 1 else None
