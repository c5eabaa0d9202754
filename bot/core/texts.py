"""Every sentence the bot says: one Fluent catalogue a language under ``bot/core/locales``.

Calling :class:`Texts` with a key gives HTML in which each value is escaped; :meth:`Texts.plain`
gives the same without markup, for buttons and pop-ups. A key is never built from what was typed.
A language is a folder of the catalogues: another one needs no code.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from unicodedata import bidirectional

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Resource, TextElement

from bot.core.messages import Html, html, plain
from bot.core.typography import tied
from config import languages as cldr
from config.languages import DEFAULT

__all__ = [
    "DEFAULT",
    "LOCALES",
    "Catalogues",
    "MissingText",
    "Texts",
    "closest",
    "keys",
    "language_in",
    "language_name",
    "languages",
]

LOCALES = Path(__file__).parent / "locales"
PARSER = FluentParser(with_spans=False)
"""Without the positions in the file, which nobody asks for here."""

_ENTRY = re.compile(r"^(?=[a-z][a-zA-Z0-9_-]* =)", re.MULTILINE)

RIGHT_TO_LEFT = frozenset({"R", "AL"})
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


class MissingText(LookupError):
    """A catalogue lacks a sentence, or a sentence lacks a value."""


class Catalogues:
    """The sentences of every language: a folder with a folder of ``*.ftl`` for each.

    A file is read when its language first says something, a sentence parsed when it is first said.
    """

    def __init__(self, folder: Path = LOCALES) -> None:
        """Read from *folder*, each file when it is first needed."""
        self._folder = folder
        self._sources: dict[str, dict[str, str]] = {}
        self._literals: dict[tuple[str, str], str | None] = {}
        self._bundles: dict[str, FluentBundle] = {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a catalogue, the default one first."""
        found = sorted(one.name for one in self._folder.iterdir() if any(one.glob("*.ftl")))
        return (DEFAULT, *(language for language in found if language != DEFAULT))

    def sources(self, language: str) -> Mapping[str, str]:
        """Return each sentence of a language as it stands in its file, by key."""
        if language not in self._sources:
            found: dict[str, str] = {}
            for path in sorted((self._folder / language).glob("*.ftl")):
                for entry in _ENTRY.split(path.read_text(encoding="utf-8"))[1:]:
                    found[entry.partition(" ")[0]] = tied(entry, language)
            self._sources[language] = found
        return self._sources[language]

    def literal(self, language: str, key: str) -> str | None:
        """Return a sentence that holds no value, or None; raises :class:`MissingText`.

        It needs no bundle: a bundle reads Babel's data for its plurals, 5 MiB, and the bot presents
        itself with literal sentences alone.
        """
        if (language, key) not in self._literals:
            self._literals[language, key] = _words_alone(PARSER.parse(self._source(language, key)))
        return self._literals[language, key]

    def bundle_with(self, language: str, key: str) -> FluentBundle:
        """Return the bundle of a language with the sentence in it; raises :class:`MissingText`."""
        bundle = self._bundle(language)
        if not bundle.has_message(key):
            bundle.add_resource(PARSER.parse(self._source(language, key)))
        return bundle

    def _bundle(self, language: str) -> FluentBundle:
        # Isolation marks would count as characters and end up in copied texts: only values that
        # run from right to left get them (_isolated), and what people type is stripped of its own
        # (bot.core.messages.tidy).
        if language not in self._bundles:
            rules = str(cldr.locale_of(language))
            self._bundles[language] = FluentBundle([rules], use_isolating=False)
        return self._bundles[language]

    def _source(self, language: str, key: str) -> str:
        try:
            return self.sources(language)[key]
        except KeyError:
            raise MissingText(f"{language}: no text {key}") from None


class Texts:
    """The sentences of one language."""

    def __init__(self, language: str, catalogues: Catalogues | None = None) -> None:
        """Open the catalogue of *language*, or the default one where there is none.

        *catalogues* are the project's own unless others are given.
        """
        self._catalogues = catalogues or _own()
        self.language = language if language in self._catalogues.languages else DEFAULT

    def __call__(self, key: str, **values: Any) -> Html:
        """Return the sentence as HTML; values that are plain text are escaped."""
        return Html(self._format(key, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, key: str, **values: Any) -> str:
        """Return the sentence without markup."""
        return plain(self(key, **values))

    def _format(self, key: str, values: Mapping[str, Any]) -> str:
        literal = self._catalogues.literal(self.language, key)
        if literal is not None:
            return literal
        bundle = self._catalogues.bundle_with(self.language, key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingText(f"{self.language}: {key} has no value")
        text, errors = bundle.format_pattern(pattern, dict(values))
        if errors:
            raise MissingText(f"{self.language}: {key}: {errors[0]}")
        return str(text)


def languages() -> tuple[str, ...]:
    """Return the languages that the bot speaks, the default one first."""
    return _own().languages


def keys(language: str) -> frozenset[str]:
    """Return the keys of the sentences that a language has."""
    return frozenset(_own().sources(language))


def closest(language_code: str | None) -> str:
    """Return the catalogue nearest to Telegram's ``language_code``: a hint and no more."""
    wanted = (language_code or "").split("-")[0].lower()
    return wanted if wanted in languages() else DEFAULT


def language_name(language: str) -> str:
    """Return a language's name in itself: ``Français``."""
    name = cldr.language_name(language, language)
    return name[:1].upper() + name[1:]


def language_in(language: str, reader: str) -> str:
    """Return a language's name as its *reader* calls it, inside a sentence: ``anglais``."""
    return cldr.language_name(language, reader)


@cache
def _own() -> Catalogues:
    """Return the project's own catalogues."""
    return Catalogues()


def _words_alone(resource: Resource) -> str | None:
    """Return the sentence of a parsed entry where it is nothing but words."""
    for entry in resource.body:
        if isinstance(entry, Message) and entry.value is not None:
            words = [one.value for one in entry.value.elements if isinstance(one, TextElement)]
            if len(words) == len(entry.value.elements):
                return "".join(words)
    return None


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return str(html(value if isinstance(value, Html) else _isolated(value)))
    return value


def _isolated(value: str) -> str:
    """Keep a value that runs from right to left from turning the sentence around it.

    Others stay as they are: marks count as characters, and end up in copied texts.
    """
    turns = not value.isascii() and any(bidirectional(sign) in RIGHT_TO_LEFT for sign in value)
    return f"{FIRST_STRONG_ISOLATE}{value}{POP_ISOLATE}" if turns else value
