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
    # Accents become signs of their own, which are left out then.
    parts = normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if category(sign) != "Mn").translate(_LETTERS)


def tokens_of(text: str) -> list[DateToken]:
    """Return the tokens of *text*; invisible signs, quotes and marks of emphasis are left out."""
    tokens: list[DateToken] = []
    last = -1  # where the token before ends, or what is left out right after it
    for match in _TOKEN.finditer(text):
        raw, start, end = match[0], match.start(), match.end()
        is_glued = start == last
        first = raw[0]
        if first.isdigit():
            last = end
            tokens.append(_number(raw, start, end, is_glued=is_glued))
        elif first.isalpha():
            last = end
            spelt = normalize("NFC", raw).casefold()
            tokens.append(DateToken(Sort.WORD, unaccented(raw), start, end, is_glued, spelt=spelt))
        elif first == "." and tokens and _takes_stop(tokens[-1]):
            last = end
            tokens[-1] = replace(tokens[-1], is_dotted=True)
        elif first in _QUOTES and not is_glued and text[end : end + 1].isdigit():
            last = end  # "May '27"
            tokens.append(DateToken(Sort.SIGN, "'", start, end, is_glued))
        elif not _is_left_out(first):
            last = end
            sign = "-" if first in _DASHES else first
            tokens.append(DateToken(Sort.SIGN, sign, start, end, is_glued, spelt=sign))
        elif is_glued:
            last = end  # what stands around it stays together
    return tokens


def _number(raw: str, start: int, end: int, *, is_glued: bool) -> DateToken:
    digits = normalize("NFKC", raw)
    if not digits.isdecimal():
        return DateToken(Sort.SIGN, "?", start, end, is_glued)  # a circled figure, a fraction
    # A number too long for a year is beyond every date.
    value = int(digits) if len(digits) <= LONGEST_NUMBER else 10**LONGEST_NUMBER
    return DateToken(Sort.NUMBER, digits, start, end, is_glued, value=value, spelt=digits)


def _takes_stop(token: DateToken) -> bool:
    """Tell whether a full stop after *token* is that of an abbreviation."""
    return token.sort is Sort.WORD and not token.is_dotted


def _is_left_out(sign: str) -> bool:
    return sign in _QUOTES or sign in _SILENT or category(sign) in ("Cf", "Mn", "Cc")
