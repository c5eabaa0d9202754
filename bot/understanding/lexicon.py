"""Word lists as patterns, and where they occur in a text.

A pattern is words apart by spaces. ``word`` is that word, ``stem*`` any word that begins so,
``stem~`` the stem with one of the language's endings (or none), ``..`` up to three words of any
kind. Written with a capital, a word has to be written with one in the text as well, unless the
text knows no capitals at all. Accents never matter.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from bot.understanding.tokens import Token, fold
from config.reference import DATA

WORDS = DATA / "words"
LOOKED_INTO = {"kinds", "themes", "programmes", "context"}
"""Topics whose words may be a part of a long word; names may not."""
ANY = "any"
"""File of the words that are the same in many languages."""
GAP = ".."
WIDEST_GAP = 3
"""Words that ``..`` may stand for."""
SHORTEST_STEM = 2
SHORTEST_NAME = 5
"""Letters of a word that is a name even in a text without capitals."""
LONG_WORD, LONGEST_WORD = 9, 40
"""Letters of a word that may be put together of two."""
FIRST_PART, SHORTEST_PART = 3, 6
"""Letters of the first part at least, and of the part that is looked up."""
LOOKED_BACK = 8
_APART = re.compile(r"[\s'’-]+")
_FIELD = "\t"


@dataclass(frozen=True, slots=True)
class PatternWord:
    """One word of a pattern."""

    folded: str
    sign: str
    """``""`` for the word itself, ``*``, ``~``, or ``..`` for a gap."""
    is_capital: bool
    is_upper: bool
    """It is written in capitals alone (ARP): so has the word to be."""
    endings: frozenset[str]

    def fits(self, word: str) -> bool:
        """Tell whether a folded word is this one."""
        if not self.sign:
            return word == self.folded
        if not word.startswith(self.folded):
            return False
        return self.sign == "*" or word[len(self.folded) :] in self.endings


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of a word list."""

    code: str
    language: str
    pieces: tuple[PatternWord, ...]
    length: int
    """Letters of it: how much it says."""
    is_compounding: bool = False
    """One word that may be the later part of a long one (Danish *onlinekursus*)."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern occurs, in numbers of words."""

    code: str
    language: str
    first: int
    last: int
    """The word after it."""
    length: int

    def covers(self, other: "Hit") -> bool:
        """Tell whether *other* lies within it and says less."""
        return (
            self.first <= other.first
            and other.last <= self.last
            and (self.last - self.first, self.length) > (other.last - other.first, other.length)
        )


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """Patterns as they are written, a line each, by the folded beginning of their first word.

    They are only read (:func:`read_lines`) when that word occurs: as objects, the 17,000 patterns
    of all languages would take three times the memory.
    """

    exact: dict[str, str]
    """By the word that they begin with."""
    stems: dict[str, str]
    """By the beginning of it."""
    parts: frozenset[str]
    """Stems that long words may be put together with."""


class Lexicon:
    """Patterns by the beginning of their first word."""

    def __init__(self, indexes: Iterable[PatternIndex]) -> None:
        """Put the indexes together; what comes first is found first."""
        self._exact: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        parts: set[str] = set()
        for index in indexes:
            _join(self._exact, index.exact)
            _join(self._stems, index.stems)
            parts |= index.parts
        self._parts = frozenset(parts)
        self._longest = max(map(len, self._stems), default=0)

    def find(self, tokens: Sequence[Token], *, codes_apart: bool = False) -> list[Hit]:
        """Return every pattern that occurs, those within a longer one of the same place left out.

        Patterns of the same extent are all returned; with *codes_apart* a pattern only hides those
        of its own code.
        """
        lower = not any(token.is_capital for token in tokens)
        hits: list[Hit] = []
        for at, token in enumerate(tokens):
            words = (token.folded,) if token.other == token.folded else (token.folded, token.other)
            for pattern, word in self._beginning(words):
                end = _fit(pattern.pieces, tokens, at, word, lower)
                if end:
                    hits.append(Hit(pattern.code, pattern.language, at, end, pattern.length))
        if not codes_apart:
            return _longest_only(hits)
        by_code: dict[str, list[Hit]] = {}
        for hit in hits:
            by_code.setdefault(hit.code, []).append(hit)
        return [hit for own in by_code.values() for hit in _longest_only(own)]

    def _beginning(self, words: Sequence[str]) -> Iterator[tuple[Pattern, str]]:
        for word in words:
            for pattern in read_lines(self._exact.get(word, "")):
                yield pattern, word
            for length in range(SHORTEST_STEM, min(len(word), self._longest) + 1):
                if lines := self._stems.get(word[:length]):
                    for pattern in read_lines(lines):
                        yield pattern, word
            # Only long words are looked into: the cost grows with the square of their letters.
            if self._parts and LONG_WORD <= len(word) <= LONGEST_WORD:
                yield from self._within(word)

    def _within(self, word: str) -> Iterator[tuple[Pattern, str]]:
        """Return the stems that a long word is put together with."""
        for at in range(FIRST_PART, len(word) - SHORTEST_PART + 1):
            rest = word[at:]
            for length in range(SHORTEST_PART, min(len(rest), self._longest) + 1):
                if rest[:length] in self._parts:
                    for pattern in read_lines(self._stems[rest[:length]]):
                        if pattern.is_compounding:
                            yield pattern, rest


def _fit(
    pieces: Sequence[PatternWord], tokens: Sequence[Token], at: int, head: str, lower: bool
) -> int | None:
    """Return the number of the word after the pattern that begins at *at*, if it is there.

    *head* is the first word as it was looked up (a part of a long one, or without its Irish
    mutation); *lower* says that the text knows no capitals.
    """
    if not pieces[0].fits(head) or not _is_written(pieces[0], tokens[at], lower):
        return None
    if len(pieces) == 1:
        return at + 1
    return _fit_rest(pieces, 1, tokens, at + 1, lower)


def _is_written(piece: PatternWord, token: Token, lower: bool) -> bool:
    """Tell whether the word is written as a name where the pattern wants one.

    In a text without capitals a longer word is a name all the same; a short one may be any word.
    """
    if piece.is_upper and not lower:
        return token.text[: len(piece.folded)].isupper()
    if not piece.is_capital or token.is_capital:
        return True
    return lower and len(piece.folded) >= SHORTEST_NAME


def _fit_rest(
    pieces: Sequence[PatternWord], number: int, tokens: Sequence[Token], at: int, lower: bool
) -> int | None:
    """Return the number of the word after the pattern's words from *number* on, if they are there.

    The first of them has to stand at *at*.
    """
    if number == len(pieces):
        return at
    piece = pieces[number]
    if piece.sign == GAP:
        return _fit_after_gap(pieces, number + 1, tokens, at, lower)
    if at >= len(tokens):
        return None  # the text ends within the pattern
    token = tokens[at]
    if token.is_apart or not _is_written(piece, token, lower):
        return None
    if not piece.fits(token.folded) and not piece.fits(token.other):
        return None
    return _fit_rest(pieces, number + 1, tokens, at + 1, lower)


def _fit_after_gap(
    pieces: Sequence[PatternWord], number: int, tokens: Sequence[Token], at: int, lower: bool
) -> int | None:
    """Return what :func:`_fit_rest` finds, with the fewest words skipped from *at* on."""
    for skipped in range(WIDEST_GAP + 1):
        if any(token.is_apart for token in tokens[at : at + skipped]):
            return None
        end = _fit_rest(pieces, number, tokens, at + skipped, lower)
        if end:
            return end
    return None


def _longest_only(hits: list[Hit]) -> list[Hit]:
    uncovered: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first, h.first - h.last, -h.length)):
        # Hits come in their order: one that reaches over this one is among the last few.
        if not any(other.covers(hit) for other in uncovered[-LOOKED_BACK:]):
            uncovered.append(hit)
    return uncovered


# --- files -----------------------------------------------------------------------------------


@cache
def topic_languages(topic: str) -> tuple[str, ...]:
    """Return the languages for which there are words of *topic*, without the common file."""
    return tuple(sorted(f.stem for f in (WORDS / topic).glob("*.json") if f.stem != ANY))


@lru_cache(maxsize=128)
def lexicon(topic: str, languages: tuple[str, ...] | None = None) -> Lexicon:
    """Return the words of *topic* in some languages (default: all) with the common ones."""
    chosen = topic_languages(topic) if languages is None else languages
    return Lexicon(index_of(topic, language) for language in (ANY, *chosen))


@cache
def index_of(topic: str, language: str) -> PatternIndex:
    """Return the patterns of a file; a language without one has none."""
    file = WORDS / topic / f"{language}.json"
    looks_into = topic in LOOKED_INTO and "compounds" in language_file(language)
    return indexed(read_word_list(file) if file.exists() else {}, language, looks_into=looks_into)


def read_word_list(file: Path) -> dict[str, str]:
    """Return a word list: code → patterns apart by commas."""
    words: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return words


def indexed(words: Mapping[str, str], language: str, *, looks_into: bool = False) -> PatternIndex:
    """Return the patterns of a word list; *looks_into*: they may be a part of a long word."""
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    parts: set[str] = set()
    for code, words_of_pattern in _patterns(words):
        bare, sign = _parted(words_of_pattern[0])
        # Not through the cache of fold(): it would keep every word a second time.
        head = fold.__wrapped__(bare)
        is_one_stem = bool(sign) and len(words_of_pattern) == 1
        is_part = looks_into and is_one_stem and len(head) >= SHORTEST_PART
        if is_part:
            parts.add(head)
        mark = "+" if is_part else ""
        line = _FIELD.join((code, language, mark, " ".join(words_of_pattern)))
        _join(stems if sign else exact, {head: line})
    return PatternIndex(exact, stems, frozenset(parts))


def _patterns(words: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Return each pattern of a word list as its words, with its code."""
    for code, patterns in words.items():
        for pattern in patterns.split(","):
            pieces = [word for word in _APART.split(pattern) if word]
            if pieces:
                yield code, pieces


def _join(lines: dict[str, str], more: Mapping[str, str]) -> None:
    for head, added in more.items():
        here = lines.get(head)
        lines[head] = f"{here}\n{added}" if here else added


@lru_cache(maxsize=2_048)
def read_lines(lines: str) -> tuple[Pattern, ...]:
    """Return the patterns of an index that begin with one word."""
    return tuple(map(_pattern, lines.splitlines()))


def _pattern(line: str) -> Pattern:
    code, language, is_part, pattern = line.split(_FIELD)
    endings = endings_of(language)
    pieces = tuple(_pattern_word(word, endings) for word in pattern.split(" "))
    length = sum(len(piece.folded) for piece in pieces)
    return Pattern(code, language, pieces, length, bool(is_part))


def _parted(word: str) -> tuple[str, str]:
    """Return a word of a pattern without its sign, and the sign."""
    if word == GAP:
        return "", GAP
    sign = word[-1] if word[-1] in "*~" else ""
    return word.removesuffix(sign), sign


def _pattern_word(word: str, endings: frozenset[str]) -> PatternWord:
    bare, sign = _parted(word)
    is_upper = len(bare) > 1 and bare.isupper()
    return PatternWord(fold(bare), sign, bare[:1].isupper(), is_upper, endings)


@cache
def endings_of(language: str) -> frozenset[str]:
    """Return the endings that ``~`` stands for in a language, and none at all."""
    return frozenset({"", *map(fold, language_file(language).get("endings", "").split())})


@cache
def language_file(language: str) -> dict[str, str]:
    """Return what is known of a language: endings, commonest words, letters of its own."""
    file = WORDS / "languages" / f"{language}.json"
    return read_word_list(file) if file.exists() else {}
