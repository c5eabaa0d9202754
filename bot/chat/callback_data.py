"""What stands in a button, and how a press is read: an address, never an authority.

A :class:`Callback` is one kind of button, declared with what it carries. A row is carried as its id
and its seal, so ``RSVP.data(meeting, 1, Choice.ONLINE)`` is ``rsvp:3.9f86d081:1:online``. What this
version does not make, or what names a row that is gone, is an :class:`OldButton`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self, TypeVar

from sqlmodel import Session

from storage import sealed
from storage.models import SEAL_SIGNS, Sealed

GREATEST = 2**31 - 1
"""Of the numbers in a button (ids, versions, pages) none is greater: ids have 31 bits."""

Row = TypeVar("Row", bound=Sealed)
Member = TypeVar("Member", bound=StrEnum)


class OldButton(Exception):
    """The button is not one of this version's, or what it was sent for is gone."""

    def __init__(self, name: str, said: str = "button-old") -> None:
        """Keep the callback's *name*; *said* is the key of what the person is told."""
        super().__init__(name)
        self.said = said


@dataclass(frozen=True)
class Code:
    """A part that is a code, of reference data or of a question: *most* signs at most."""

    most: int


@dataclass(frozen=True)
class Number:
    """A part that is a number: a version, a page; between 0 and *most*."""

    most: int = GREATEST


Part = type[Sealed] | type[StrEnum] | Code | Number


class Action(StrEnum):
    """What a button does, where several share a name; each member says what it carries besides.

    ``OPEN = "open", Person, Number()`` is written ``open:8.9f86d081:0``.
    """

    carries: tuple[Part, ...]

    def __new__(cls, value: str, *carries: Part) -> Self:
        """Make a member out of its *value* and the parts behind it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.carries = carries
        return member


@dataclass(frozen=True)
class Press:
    """A pressed button: its name and the parts behind it, as they came."""

    name: str
    parts: tuple[str, ...]

    def code(self, at: int) -> str:
        """Return part *at*; raise :class:`OldButton` where there is none."""
        try:
            return self.parts[at]
        except IndexError:
            raise OldButton(self.name) from None

    def number(self, at: int) -> int:
        """Return part *at* as a number; raise :class:`OldButton` where a button has no such."""
        found = number(self.code(at))
        if found is None:
            raise OldButton(self.name)
        return found

    def one_of(self, at: int, members: type[Member]) -> Member:
        """Return part *at* as a member of an enumeration; raise :class:`OldButton` for others."""
        try:
            return members(self.code(at))
        except ValueError:
            raise OldButton(self.name) from None

    def row(self, session: Session, at: int, model: type[Row], *, over: str = "button-old") -> Row:
        """Return the row that part *at* was made for; raise :class:`OldButton` for any other.

        *over* is the key of what is said where the row is gone.
        """
        digits, _, seal = self.code(at).partition(".")
        row_id = number(digits)
        if row_id is None:
            raise OldButton(self.name)
        row = sealed.find(session, model, row_id)
        if row is None:
            raise OldButton(self.name, over)
        if row.seal != seal:
            raise OldButton(self.name)
        return row


_DECLARED: dict[str, "Callback"] = {}


class Callback:
    """One kind of button: the name that its data begins with, and the parts behind it."""

    def __init__(self, name: str, *carries: Part) -> None:
        """Declare it. What follows an :class:`Action` is said by its members.

        Raises :class:`ValueError` for a name that another kind of button has.
        """
        if name in _DECLARED:
            raise ValueError(f"two kinds of buttons are called {name}")
        self.name = name
        self.carries = carries
        _DECLARED[name] = self

    @property
    def actions(self) -> tuple[Action, ...]:
        """What buttons of this kind do, where they share its name; empty for one that does one."""
        first = self.carries[0] if self.carries else None
        return tuple(first) if isinstance(first, type) and issubclass(first, Action) else ()

    def data(self, *parts: Sealed | int | str) -> str:
        """Return the data of a button; raise :class:`ValueError` for parts not declared."""
        texts, wanted = [self.name], list(self.carries)
        for part in parts:
            if not wanted:
                raise ValueError(f"{self.name} carries no {part!r}")
            texts.append(self._written(wanted.pop(0), part))
            if isinstance(part, Action):
                wanted[:0] = part.carries
        if wanted:
            raise ValueError(f"{self.name} carries {wanted} besides")
        return ":".join(texts)

    def _written(self, kind: Part, part: Sealed | int | str) -> str:
        """Return a part as it stands in the data."""
        if isinstance(kind, Code):
            fits = isinstance(part, str) and len(part.encode()) <= kind.most and ":" not in part
        elif isinstance(kind, Number):
            fits = isinstance(part, int) and 0 <= part <= kind.most
        else:
            fits = isinstance(part, kind)
        if not fits:
            raise ValueError(f"{self.name} carries {kind}, which {part!r} is not")
        return f"{part.id}.{part.seal}" if isinstance(part, Sealed) else str(part)

    def fits(self, press: Press) -> bool:
        """Tell whether a press has the parts that buttons of this kind carry, and no others."""
        wanted = list(self.carries)
        for text in press.parts:
            if not wanted:
                return False
            kind = wanted.pop(0)
            if not _can_be(kind, text):
                return False
            if isinstance(kind, type) and issubclass(kind, Action):
                wanted[:0] = kind(text).carries
        return not wanted

    def made(self, data: str | None) -> bool:
        """Tell whether *data* is of a button of this kind."""
        return (data or "").startswith(f"{self.name}:")

    def pattern(self, *first: str) -> str:
        """Return the expression that finds its presses, of those that begin with these parts."""
        return "^" + ":".join([self.name, *first, ""])


def number(text: str) -> int | None:
    """Return the number that *text* writes in plain digits, where a button may carry it."""
    if not (text.isascii() and text.isdigit()):
        return None
    found = int(text)
    return found if found <= GREATEST else None


def _can_be(kind: Part, text: str) -> bool:
    """Tell whether *text* can be a part of this kind; whether a row is there is asked later."""
    if isinstance(kind, Code):
        return len(text.encode()) <= kind.most
    if isinstance(kind, Number):
        found = number(text)
        return found is not None and found <= kind.most
    if issubclass(kind, StrEnum):
        return text in set(kind)
    return number(text.partition(".")[0]) is not None


def declared() -> Mapping[str, Callback]:
    """Return every kind of button of the modules that are loaded, by name."""
    return _DECLARED


def parse(data: str | None) -> Press:
    """Return what *data* says; raise :class:`OldButton` for what no kind of button makes."""
    name, *parts = (data or "").split(":")
    press = Press(name, tuple(parts))
    if name not in _DECLARED or not _DECLARED[name].fits(press):
        raise OldButton(name)
    return press


def longest(callback: Callback) -> list[str]:
    """Return the longest data that each button of a kind can have, by its declaration."""
    return _longest(callback.name, list(callback.carries))


def _longest(begun: str, left: list[Part]) -> list[str]:
    """Return every way to complete what is *begun* with the parts that are *left*."""
    if not left:
        return [begun]
    kind, rest = left[0], left[1:]
    ways: list[tuple[str, list[Part]]]
    if isinstance(kind, Code):
        ways = [("x" * kind.most, rest)]
    elif isinstance(kind, Number):
        ways = [(str(kind.most), rest)]
    elif issubclass(kind, Action):
        ways = [(member.value, [*member.carries, *rest]) for member in kind]
    elif issubclass(kind, StrEnum):
        ways = [(max(kind, key=len), rest)]
    else:
        ways = [(f"{GREATEST}.{'f' * SEAL_SIGNS}", rest)]
    return [data for text, more in ways for data in _longest(f"{begun}:{text}", more)]
