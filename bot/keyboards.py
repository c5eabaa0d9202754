"""What stands in a button: a short name, the ids of rows, a code. An address, never an authority.

``pack("rsvp", 3, 1, "online")`` is ``rsvp:3:1:online``; the names are the table below, so that a
button of an earlier version of the bot is recognised as such and answered kindly.
"""

from dataclasses import dataclass


class OldButton(Exception):
    """The data of a button that this version does not make (any more)."""


@dataclass(frozen=True)
class Press:
    """A pressed button: its name and the parts behind it."""

    name: str
    parts: tuple[str, ...]

    def number(self, at: int) -> int:
        """Return part *at* as an id; raise :class:`OldButton` where it is none."""
        try:
            return int(self.parts[at])
        except (IndexError, ValueError):
            raise OldButton(self.name) from None

    def code(self, at: int) -> str:
        """Return part *at*; raise :class:`OldButton` where there is none."""
        try:
            return self.parts[at]
        except IndexError:
            raise OldButton(self.name) from None


def pack(name: str, *parts: object) -> str:
    """Return the data for a button; colons separate, so no part may hold one."""
    texts = [name, *(str(part) for part in parts)]
    if any(":" in text for text in texts):
        raise ValueError(f"a colon in the parts of {name}")
    return ":".join(texts)


def parse(data: str | None) -> Press:
    """Return what *data* says; raise :class:`OldButton` for empty data."""
    name, *parts = (data or "").split(":")
    if not name:
        raise OldButton(data or "")
    return Press(name, tuple(parts))
