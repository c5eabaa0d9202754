"""Every sentence the bot says: one Fluent catalogue a language under ``bot/locales``.

Calling :class:`Texts` with a key gives HTML in which each value is escaped; :meth:`Texts.plain`
gives the same without markup, for buttons and pop-ups. A key is never built from what was typed.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement

from bot.messages import Html, html, plain
from bot.typography import tied

LOCALES = Path(__file__).parent / "locales"
DEFAULT = "en"
PARSER = FluentParser(with_spans=False)
"""Without the positions in the file, which nobody asks for here."""

_ENTRY = re.compile(r"^(?=[a-z][a-zA-Z0-9_-]* =)", re.MULTILINE)


class MissingText(LookupError):
    """A catalogue lacks a sentence, or a sentence lacks a value."""


class Texts:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        """Open the catalogue of *language*, or the default one where there is none."""
        self.language = language if language in languages() else DEFAULT

    def __call__(self, key: str, **values: Any) -> Html:
        """Return the sentence as HTML; values that are plain text are escaped."""
        return Html(self._format(key, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, key: str, **values: Any) -> str:
        """Return the sentence without markup."""
        return plain(self(key, **values))

    def _format(self, key: str, values: Mapping[str, Any]) -> str:
        literal = _literal(self.language, key)
        if literal is not None:
            return literal
        bundle = _bundle_with(self.language, key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingText(f"{self.language}: {key} has no value")
        text, errors = bundle.format_pattern(pattern, dict(values))
        if errors:
            raise MissingText(f"{self.language}: {key}: {errors[0]}")
        return str(text)


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, the default one first."""
    found = sorted(folder.name for folder in LOCALES.iterdir() if any(folder.glob("*.ftl")))
    return (DEFAULT, *(language for language in found if language != DEFAULT))


def keys(language: str) -> frozenset[str]:
    """Return the keys of the sentences that a language has."""
    return frozenset(_sources(language))


def closest(language_code: str | None) -> str:
    """Return the catalogue nearest to Telegram's ``language_code``: a hint and no more."""
    wanted = (language_code or "").split("-")[0].lower()
    return wanted if wanted in languages() else DEFAULT


def language_name(language: str) -> str:
    """Return a language's name in itself: ``Français``."""
    name = str(Locale.parse(language).get_display_name(language) or language)
    return name[:1].upper() + name[1:]


def language_in(language: str, reader: str) -> str:
    """Return a language's name as its *reader* calls it, inside a sentence: ``anglais``."""
    return str(Locale.parse(language).get_display_name(reader) or language)


@cache
def _literal(language: str, key: str) -> str | None:
    """Return a sentence that holds no value, or None.

    It needs no bundle: a bundle reads Babel's data for its plurals, 5 MiB, and the bot presents
    itself with literal sentences alone.
    """
    for entry in PARSER.parse(_source(language, key)).body:
        if isinstance(entry, Message) and entry.value is not None:
            words = [one.value for one in entry.value.elements if isinstance(one, TextElement)]
            if len(words) == len(entry.value.elements):
                return "".join(words)
    return None


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks would count as characters and end up in copied texts; what people type is
    # stripped of marks that turn a line around (bot.messages.tidy) instead.
    return FluentBundle([language], use_isolating=False)


def _bundle_with(language: str, key: str) -> FluentBundle:
    """Return the bundle of a language with the sentence in it; it is parsed when first said."""
    bundle = _bundle(language)
    if not bundle.has_message(key):
        bundle.add_resource(PARSER.parse(_source(language, key)))
    return bundle


def _source(language: str, key: str) -> str:
    try:
        return _sources(language)[key]
    except KeyError:
        raise MissingText(f"{language}: no text {key}") from None


@cache
def _sources(language: str) -> dict[str, str]:
    """Return each sentence of a language as it stands in its file, by key."""
    found: dict[str, str] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in _ENTRY.split(path.read_text(encoding="utf-8"))[1:]:
            found[entry.partition(" ")[0]] = tied(entry, language)
    return found


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return str(html(value))
    return value
