"""What was found in a text: codes, with the words they were taken from."""

from dataclasses import dataclass, replace

from bot.understanding.values import Doubt, When
from config.reference import reference


@dataclass(frozen=True)
class Match:
    """One thing that the words may mean."""

    code: str
    words: str
    start: int
    """Where the words begin in the text, in characters."""
    end: int
    """Where they end (exclusive)."""
    confidence: float
    """From 0 to 1."""


@dataclass(frozen=True)
class Candidates:
    """What some words may mean: one thing, several to ask about, or nothing."""

    matches: tuple[Match, ...] = ()
    """Best first."""
    is_sure: bool = False

    @property
    def sure(self) -> str | None:
        """The code, if there is exactly one and no doubt."""
        return self.matches[0].code if self.is_sure and len(self.matches) == 1 else None

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code that is possible, best first."""
        return tuple(match.code for match in self.matches)


@dataclass(frozen=True)
class ActivityDates:
    """When an activity was or will be, with the words that say so."""

    readings: tuple[When, ...]
    """One reading, or several to choose from."""
    words: str
    start: int
    end: int
    confidence: float
    doubts: tuple[Doubt, ...] = ()
    is_moved: bool = False
    """Whether it was moved to these from others that the text names."""

    @property
    def sure(self) -> When | None:
        """The reading, if there is exactly one."""
        return self.readings[0] if len(self.readings) == 1 else None


@dataclass(frozen=True)
class Activity:
    """What a text says of one activity; what it does not say, or leaves in doubt, is asked."""

    text: str
    """The words of this activity alone: all of the text, or the part that tells of it."""
    offset: int = 0
    """Where :attr:`text` begins in what the person wrote; findings count from ``text``."""
    language: str | None = None
    """ISO 639-1 code of the language it seems to be written in."""
    partners: tuple[Match, ...] = ()
    """ISO codes, or region codes as :func:`bot.understanding.partners.region_code` writes them."""
    partner_questions: tuple[Candidates, ...] = ()
    """Words that may name one of several partners."""
    dates: ActivityDates | None = None
    kind: Candidates = Candidates()
    themes: tuple[Match, ...] = ()
    """At most three, the surest first."""
    theme_questions: tuple[Candidates, ...] = ()
    """Words that may mean one theme or another (cyber-security: security or digital)."""
    programme: Candidates = Candidates()
    role: Candidates = Candidates()
    status: Candidates = Candidates()
    place: Match | None = None
    """A town, a country or a house as the text writes it; ``online`` for a remote activity."""

    @property
    def partner_codes(self) -> tuple[str, ...]:
        """The partners that are sure, in the order of the text, each once."""
        return tuple(dict.fromkeys(match.code for match in self.partners))

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of :attr:`partner_codes`: of a region, its members."""
        each = (member for code in self.partner_codes for member in reference().members(code))
        return tuple(dict.fromkeys(each))

    @property
    def theme_codes(self) -> tuple[str, ...]:
        """The themes that are sure."""
        return tuple(match.code for match in self.themes)

    def at(self, offset: int) -> "Activity":
        """Return it as a part that begins *offset* characters into a longer text."""
        return replace(self, offset=offset)
