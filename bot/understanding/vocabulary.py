"""Terms of the vocabularies as people type them."""

from collections.abc import Sequence
from functools import cache

from bot.understanding.findings import Candidates
from bot.understanding.names import index, look_up
from config.reference import reference


def understand_term(text: str, vocabulary: str, *, languages: Sequence[str]) -> Candidates:
    """Return which term of a vocabulary (kind, theme, programme, status, …) *text* means."""
    del languages
    return look_up(text, _names(vocabulary))


@cache
def _names(vocabulary: str) -> dict[str, tuple[str, ...]]:
    return index(
        (name, term.code)
        for term in reference().vocabulary(vocabulary)
        for name in (
            term.label_en,
            term.label_fr,
            term.short_en,
            term.short_fr,
            term.code.replace("_", " "),
        )
        if name
    )
