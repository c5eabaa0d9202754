"""Every sentence the bot says: one Fluent catalogue a language under ``bot/locales``.

Calling :class:`Texts` with a key gives HTML in which each value is escaped; :meth:`Texts.plain`
gives the same without markup, for buttons and pop-ups. A key is never built from what was typed.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.messages import Html, html, plain

LOCALES = Path(__file__).parent / "locales"
DEFAULT = "en"
PARSER = FluentParser(with_spans=False)
"""Without the positions in the file, which nobody asks for here: half the memory."""


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

    def has(self, key: str) -> bool:
        """Tell whether the catalogue has this sentence."""
        return bool(_bundle(self.language).has_message(key))

    def _format(self, key: str, values: Mapping[str, Any]) -> str:
        bundle = _bundle(self.language)
        if not bundle.has_message(key):
            raise MissingText(f"{self.language}: no text {key}")
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


def closest(language_code: str | None) -> str:
    """Return the catalogue nearest to Telegram's ``language_code``: a hint and no more."""
    wanted = (language_code or "").split("-")[0].lower()
    return wanted if wanted in languages() else DEFAULT


def language_name(language: str) -> str:
    """Return a language's name in itself: ``Français``."""
    name = str(Locale.parse(language).get_display_name(language) or language)
    return name[:1].upper() + name[1:]


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks would count as characters and end up in copied texts; what people type is
    # stripped of marks that turn a line around (bot.messages.tidy) instead.
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(PARSER.parse(path.read_text(encoding="utf-8")))
    return bundle


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return str(html(value))
    return value
