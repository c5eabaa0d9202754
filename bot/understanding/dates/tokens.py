"""A text as numbers, words and signs, each with its place; one pass, linear in the text."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from unicodedata import category, normalize

# A word keeps its combining marks, so that offsets stay those of the text as it was typed.
_TOKEN = re.compile(r"\d+|(?:[^\W\d_][̀-ͯ҃-҇]*)+|\S")
_DASHES = frozenset("-‐‑‒–—―−~∼→")
_QUOTES = frozenset("'’‘ʼ`´′‛ʹ")
_SILENT = frozenset('^{}"“”„«»*_')
_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ð": "d", "ŧ": "t"}
)
LONGEST_NUMBER = 4


class Sort(StrEnum):
    """What a token is made of."""

    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class DateToken:
    """A number, a word without accents in lower case, or one sign."""

    sort: Sort
    text: str
    start: int
    end: int
    is_glued: bool
    """Nothing stands between it and the token before."""
    is_dotted: bool = False
    """A word with a full stop after it; the stop is no token of its own."""
    value: int = -1
    """Of a number."""
    spelt: str = ""
    """A word in lower case with its accents; otherwise the same as *text*."""


@lru_cache(maxsize=4096)
def unaccented(text: str) -> str:
    """Return *text* in lower case without accents; letters with strokes as bare letters."""
    parts = normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if category(sign) != "Mn").translate(_LETTERS)


def tokens_of(text: str) -> list[DateToken]:
    """Return the tokens of *text*; invisible signs, quotes and marks of emphasis are left out."""
    found: list[DateToken] = []
    last = -1
    for match in _TOKEN.finditer(text):
        raw, start, end = match[0], match.start(), match.end()
        glued = start == last
        first = raw[0]
        if first.isdigit():
            last = end
            digits = normalize("NFKC", raw)
            if digits.isdecimal():
                value = int(digits) if len(digits) <= LONGEST_NUMBER else 10**LONGEST_NUMBER
                number = DateToken(
                    Sort.NUMBER, digits, start, end, glued, value=value, spelt=digits
                )
                found.append(number)
            else:
                found.append(DateToken(Sort.SIGN, "?", start, end, glued))
        elif first.isalpha():
            last = end
            said = normalize("NFC", raw).casefold()
            found.append(DateToken(Sort.WORD, unaccented(raw), start, end, glued, spelt=said))
        elif first == "." and found and found[-1].sort is Sort.WORD and not found[-1].is_dotted:
            last = end
            found[-1] = replace(found[-1], is_dotted=True)
        elif first in _QUOTES:
            last = end if glued else last
            if not glued and text[end : end + 1].isdigit():
                found.append(DateToken(Sort.SIGN, "'", start, end, glued))
                last = end
        elif first in _SILENT or category(first) in ("Cf", "Mn", "Cc"):
            last = end if glued else last
        else:
            last = end
            sign = "-" if first in _DASHES else first
            found.append(DateToken(Sort.SIGN, sign, start, end, glued, spelt=sign))
    return found
