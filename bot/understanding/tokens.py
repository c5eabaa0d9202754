"""A text as words to look up: folded, with their places in the text."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from unicodedata import category, normalize

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*")
_STOP = re.compile(r"[.;:!?()\[\]\n\r\t«»“”„|•·/,–—]")
LONGEST_ABBREVIATION = 2
"""Letters."""
MOST_WORDS = 1_000
"""Words of a text that are read."""
_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ð": "d", "þ": "th"}
    | {"\u00ad": None, "ə": "e"}
)
_ECLIPSED = re.compile(r"^(?:bhF|mB|gC|nD|nG|bP|dT|ts?S|h[AEIOUÁÉÍÓÚ]|[nt][AEIOUÁÉÍÓÚ])")
_LENITED = re.compile(r"^([BCDFGMPSTbcdfgmpst])h(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text."""

    text: str
    folded: str
    """Lower case, without accents: what is looked up."""
    start: int
    end: int
    is_capital: bool
    """It begins with a capital letter."""
    is_apart: bool
    """A sign stands between the word before and this one: no phrase goes across it."""

    other: str
    """The word without an Irish initial mutation; the same where there is none."""


def _unmutated(word: str, folded: str) -> str:
    if _ECLIPSED.match(word):
        # One letter is put before a vowel (nÉ), one or two before a consonant (gC, bhF).
        return fold(word[1:] if word[1].isupper() else word[2:])
    if _LENITED.match(word):
        return fold(word[0] + word[2:])
    return folded


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Return *word* for comparing: lower case, no accents, Latin letters of the plain alphabet."""
    if word.isascii():
        return word.lower()
    parts = normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(sign for sign in parts if category(sign) != "Mn")


def _is_apart(text: str, last: int, start: int, before: str) -> bool:
    """Tell whether a sign stands between two words; the point of ``St.`` is none."""
    if len(before) <= LONGEST_ABBREVIATION and text[last:start].strip() in {".", ":"}:
        return False
    return bool(_STOP.search(text, last, start))


def tokenise(text: str) -> list[Token]:
    """Return the words of *text* in order, the first thousand; digits are words too."""
    tokens: list[Token] = []
    last = 0
    for match in islice(_WORD.finditer(text), MOST_WORDS):
        word = match[0]
        start = match.start()
        folded = fold(word)
        tokens.append(
            Token(
                word,
                folded,
                start,
                match.end(),
                word[0].isupper() or (len(word) > 1 and word[1].isupper()),
                _is_apart(text, last, start, tokens[-1].text if tokens else ""),
                _unmutated(word, folded),
            )
        )
        last = match.end()
    return tokens
