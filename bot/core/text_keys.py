"""Keys of sentences that are made of a name: declared once, so that a check can know them all.

A key in code is a literal, or comes from a :class:`Family` (its names are known where it is
declared: an enumeration, a list) or a :class:`Pattern` (its names are known at the start: forms,
kinds of messages, rules of the plan). A test refuses any other way of making one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.texts import keys, languages

_FAMILIES: dict[str, "Family"] = {}


@dataclass(frozen=True)
class Pattern:
    """A key with a gap for each name: ``{}-{}-label``; whoever declares the names lists the keys.

    A full stop in a name stands as a dash in its key: Fluent allows none.
    """

    pattern: str

    def key(self, *names: str) -> str:
        """Return the key for *names*."""
        return self.pattern.format(*(str(name).replace(".", "-") for name in names))


class Family:
    """The keys of a closed list of names: ``Family("role-{}", Role)``.

    Every family is remembered, so :func:`families` knows what the code may ask for. Raises
    ``ValueError`` where the pattern has a family already.
    """

    def __init__(self, pattern: str, names: Iterable[str]) -> None:
        self.pattern = Pattern(pattern)
        self.names = tuple(str(name) for name in names)
        if pattern in _FAMILIES:
            raise ValueError(f"two families of {pattern}")
        _FAMILIES[pattern] = self

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a sentence for *name*."""
        return str(name) in self.names

    def key(self, name: str) -> str:
        """Return the key for a name of the list; raises ``LookupError`` for any other."""
        if name not in self:
            raise LookupError(f"{self.pattern.pattern}: there is no {name}")
        return self.pattern.key(name)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all its names, in their order."""
        return tuple(self.pattern.key(name) for name in self.names)


def families() -> Iterator[Family]:
    """Yield every family of the modules that are loaded."""
    yield from _FAMILIES.values()


def missing(needed: Iterable[str]) -> Sequence[tuple[str, str]]:
    """Return (key, language) for each of the *needed* keys that a language has no sentence for."""
    wanted = list(dict.fromkeys(needed))
    return [
        (key, language)
        for language in languages()
        for key in sorted(set(wanted) - keys(language), key=wanted.index)
    ]


FORM_TITLE = Pattern("{}-title")
"""What a form is called in its header."""
FORM_SUBMIT = Pattern("{}-submit")
"""The button of a form's review card that carries it out."""
FORM_LABEL = Pattern("{}-{}-label")
"""What a question of a form is called: on cards, in the header, in what has changed."""
FORM_WAITS = Pattern("draft-waits-{}")
"""What is said when a form that was left is offered again."""
COMMAND = Pattern("command-{}")
"""What a command does, in help and in Telegram's menu."""
