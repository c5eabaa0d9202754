"""Which language a text is written in, by its commonest words."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from bot.understanding.lexicon import language_file, lexicon, topic_languages
from bot.understanding.tokens import Token, fold

LANGUAGES = "languages"
WRITERS_OWN = 0.6
"""How much a language weighs because the writer is known to use it."""
SURE = 1.5
"""How many times as much the words have to say for one language as for another."""
FEW = 1.0
"""Less than this of common words says little."""
MOST = 4
"""Languages in which a text is looked up."""


def languages_of(tokens: Sequence[Token], *, writers: Sequence[str]) -> tuple[str, ...]:
    """Return the languages that the words may be of, best first; the *writers* own ones help.

    One language where its commonest words are clearly more than those of any other, else the few
    that are near. A text without common words is of the language whose word lists know it.
    """
    scores = _by_common_words(tokens)
    if max(scores.values(), default=0) < FEW:  # names and figures, as in a line of a list
        for language, score in _by_word_lists(tokens).items():
            scores[language] += score
    # What the writer is known to use tips the scales where the text says little.
    for rank, language in enumerate(writers):
        scores[language] += WRITERS_OWN / (rank + 1)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked:
        return topic_languages(LANGUAGES)
    best = ranked[0][1]
    near = [language for language, score in ranked if score >= best / SURE]
    return tuple(near[:MOST])


def _by_common_words(tokens: Sequence[Token]) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    # A word or a letter that several languages share says as much less for each.
    shares, letters = _common(), _letters()
    for token in tokens:
        for language, share in shares.get(token.folded, ()):
            scores[language] += share
        for sign in token.text.casefold():
            for language, share in letters.get(sign, ()):
                scores[language] += share
    return scores


def _by_word_lists(tokens: Sequence[Token]) -> dict[str, float]:
    """Return how many words of kinds and themes each language knows."""
    scores: dict[str, float] = defaultdict(float)
    for topic in ("kinds", "themes"):
        for hit in lexicon(topic).find(tokens, codes_apart=True):
            scores[hit.language] += hit.last - hit.first
    return scores


@cache
def _common() -> dict[str, tuple[tuple[str, float], ...]]:
    owners: dict[str, list[str]] = {}
    for language in topic_languages(LANGUAGES):
        for word in dict.fromkeys(map(fold, language_file(language).get("common", "").split())):
            owners.setdefault(word, []).append(language)
    return _shared(owners)


@cache
def _letters() -> dict[str, tuple[tuple[str, float], ...]]:
    owners: dict[str, list[str]] = {}
    for language in topic_languages(LANGUAGES):
        for letter in language_file(language).get("letters", ""):
            owners.setdefault(letter, []).append(language)
    return _shared(owners, 0.5)


def _shared(
    owners: dict[str, list[str]], weight: float = 1.0
) -> dict[str, tuple[tuple[str, float], ...]]:
    return {
        word: tuple((language, weight / len(languages)) for language in languages)
        for word, languages in owners.items()
    }
