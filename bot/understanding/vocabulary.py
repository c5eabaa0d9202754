"""Terms of the vocabularies as people type them."""

from collections.abc import Sequence
from functools import cache

from bot.understanding.findings import Candidates, Match
from bot.understanding.lexicon import lexicon
from bot.understanding.names import index, look_up
from bot.understanding.offered import TOPICS
from bot.understanding.reading import read_text
from config.reference import reference

LONGEST_ANSWER = 200
"""Characters that are read."""
LIKELY = 0.8
"""Confidence in a term by its word lists; by its label it is certain."""


def understand_term(
    text: str, vocabulary: str, *, languages: Sequence[str], with_ended: bool = False
) -> Candidates:
    """Return which term of a vocabulary (kind, theme, programme, status, …) *text* means.

    Its labels first, then the word lists of the writer's *languages* and of the one it seems to
    be written in; a slip of the finger is only offered. What has ended is meant only by whoever
    looks for what was recorded: *with_ended*.
    """
    answer = text[:LONGEST_ANSWER]
    named = look_up(answer, _names(vocabulary, with_ended=with_ended))
    if named.is_sure or vocabulary not in TOPICS:
        return named
    listed = _listed(answer, vocabulary, languages, with_ended=with_ended)
    return listed if listed.matches else named


def _is_meant(vocabulary: str, code: str, *, with_ended: bool = False) -> bool:
    term = reference().term(vocabulary, code)
    return term is not None and (term.active or with_ended)


def _listed(
    text: str, vocabulary: str, languages: Sequence[str], *, with_ended: bool
) -> Candidates:
    read = read_text(text, languages)
    chosen = tuple(dict.fromkeys([*languages, *read.languages]))
    topic = TOPICS[vocabulary]
    # The writer's languages first; then all, for a word of a third one.
    hits = lexicon(topic, chosen).find(read.tokens) or lexicon(topic).find(read.tokens)
    matches: dict[str, Match] = {}
    # What is said of other terms as well (marked "?") comes last.
    for hit in sorted(hits, key=lambda hit: hit.code.endswith("?")):
        for code in hit.code.rstrip("?!").replace("+", "|").split("|"):
            if _is_meant(vocabulary, code, with_ended=with_ended):
                matches.setdefault(code, read.match(hit, LIKELY, code))
    return Candidates(tuple(matches.values()), is_sure=len(matches) == 1)


@cache
def _names(vocabulary: str, *, with_ended: bool) -> dict[str, tuple[str, ...]]:
    return index(
        (name, term.code)
        for term in reference().vocabulary(vocabulary)
        if term.active or with_ended
        for name in (
            *term.labels.values(),
            *(term.short_labels or {}).values(),
            term.code.replace("_", " "),
            *term.aliases,
        )
        if name
    )
