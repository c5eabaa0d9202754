"""The title of an activity as its reader sees it.

A title that the bot made of kind, partners and themes is made anew in the reader's language; one
that somebody typed stays as it is.
"""

from collections.abc import Sequence

from bot.core.texts import Texts, languages
from config.reference import reference
from storage.models import ProjectUpdate

_MARK = "\N{WHITE SQUARE}"
"""Stands where the themes of a title begin."""


def made(texts: Texts, kind: str, partners: Sequence[str], themes: Sequence[str]) -> str:
    """Return a title made of the codes of an activity."""
    labels = [reference().short_label("theme", code, texts.language) for code in themes]
    return _filled(texts, kind, partners, ", ".join(labels))


def _filled(texts: Texts, kind: str, partners: Sequence[str], themes: str) -> str:
    labels = [reference().partner_label(code, texts.language) for code in partners]
    key = "update-made-title" if themes else "update-made-title-bare"
    return texts.plain(
        key,
        kind=reference().short_label("kind", kind, texts.language),
        partners=", ".join(labels),
        themes=themes,
    )


def title(texts: Texts, update: ProjectUpdate, partners: Sequence[str]) -> str:
    """Return the title for a reader of *texts*; *partners* are the activity's own."""
    for language in languages():
        themes = _themes(update, partners, Texts(language))
        if themes is not None:
            return made(texts, update.kind, partners, themes)
    return update.title


def _themes(update: ProjectUpdate, partners: Sequence[str], texts: Texts) -> list[str] | None:
    """Return the themes in a title that was made in this language; None for any other title."""
    if update.title == _filled(texts, update.kind, partners, ""):
        return []
    before, _, after = _filled(texts, update.kind, partners, _MARK).partition(_MARK)
    inner = update.title.removeprefix(before).removesuffix(after)
    if f"{before}{inner}{after}" != update.title:
        return None
    return _named(inner, texts.language)


def _named(text: str, language: str) -> list[str] | None:
    """Return the themes whose labels, with commas between them, are exactly this text."""
    found: list[str] = []
    labels = {
        reference().short_label("theme", term.code, language): term.code
        for term in reference().vocabulary("theme")
    }
    rest = f"{text}, "
    while rest:
        # A label may have commas itself: the longest that fits is meant.
        label = max((one for one in labels if rest.startswith(f"{one}, ")), key=len, default=None)
        if label is None:
            return None
        found.append(labels[label])
        rest = rest.removeprefix(f"{label}, ")
    return found
