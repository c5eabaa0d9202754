"""People's names: which letters make one, and which names look alike to a reader.

A name here is what colleagues read and trust, so nothing in it may be unseen or look like another
letter by trick: letters of one script in each word, at most two marks a letter, no invisible signs,
in Unicode's normal form C. What real names in Europe need besides (apostrophes, hyphens, dots,
spaces) is taken. Scripts are told by the names of the characters (``unicodedata``).
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from unicodedata import category, combining, name, normalize

MOST_MARKS = 2
"""Marks on one letter where Unicode has no single character for them together."""
APOSTROPHES = "'’ʼ‘ʻ`´′"
"""What people type where ’ belongs."""
HYPHENS = "-‐‑‒–—−"
JOINTS = "’-.·"
"""What stands within or behind a word of a name: d’Arc, Jean-Luc, J., Gal·la."""
CASED = ("LATIN", "GREEK", "CYRILLIC")
"""Scripts whose letters are small or capital: their other letters (clicks, ª) are in no name."""
BLANK = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""Letters, marks and signs that nobody sees (Default_Ignorable_Code_Point, the empty Braille)."""
OVERLAY = 1
"""The combining class of what is drawn through a letter."""


class NameFault(StrEnum):
    """Why a text is no name that colleagues could trust."""

    EMPTY = "empty"
    """There is no letter in it."""
    SIGN = "sign"
    """It holds something that is in no name: a figure, a symbol, an emoji, an invisible sign."""
    MIXED = "mixed"
    """A word mixes the letters of two alphabets."""
    MARKS = "marks"
    """Marks are piled on a letter."""


def tidy_name(text: str) -> str:
    """Return *text* as a name is kept: one line, form C, one kind of apostrophe and hyphen.

    Signs without width that slip in when a name is copied (soft hyphens, marks of direction) go.
    """
    unfolded = "".join(_plain_latin(sign) for sign in text)
    kept = "".join(
        sign for sign in unfolded if category(sign) not in ("Cf", "Cc") or sign in "\t\n"
    )
    for written, meant in ((APOSTROPHES, "’"), (HYPHENS, "-")):
        kept = re.sub(f"[{re.escape(written)}]", meant, kept)
    return " ".join(normalize("NFC", kept).split())


def fault_of(tidied: str) -> NameFault | None:
    """Return why a text that :func:`tidy_name` made is no name; None where it is one."""
    words = tidied.split(" ")
    if any(not _is_sign_of_names(sign) for sign in tidied.replace(" ", "")):
        return NameFault.SIGN
    if not all(any(_is_letter(sign) for sign in word) for word in words):
        return NameFault.EMPTY
    if any(not _marks_are_few(word) for word in words):
        return NameFault.MARKS
    if any(len(set(_scripts(word))) > 1 for word in words):
        return NameFault.MIXED
    return None


def one_script(word: str) -> bool:
    """Tell whether the letters of a word, in any case, are of one alphabet."""
    return len(set(_scripts(word))) <= 1


def script_of(letter: str) -> str:
    """Return the script of a letter: ``LATIN``; empty where it has no name."""
    return name(letter, "").partition(" ")[0].partition("-")[0]


def _plain_latin(sign: str) -> str:
    """Return what a printed form of Latin letters stands for: ``ĳ`` → ij, ``ﬁ`` → fi."""
    folded = normalize("NFKC", sign)
    return folded if folded != sign and name(sign, "").startswith("LATIN ") else sign


def _is_letter(sign: str) -> bool:
    return category(sign).startswith("L") and sign != "ʼ"


def _is_sign_of_names(sign: str) -> bool:
    """Tell whether a sign may stand in a name by itself, whatever stands beside it."""
    if sign in JOINTS:
        return True
    if sign in BLANK or normalize("NFKC", sign) != normalize("NFC", sign):
        return False
    if script_of(sign) in CASED:
        return category(sign) in ("Lu", "Ll", "Lt")
    return category(sign) in ("Lo", "Lu", "Ll", "Mn", "Mc") and combining(sign) != OVERLAY


def _marks_are_few(word: str) -> bool:
    """Tell whether each mark stands on a letter, and few on any."""
    composed = normalize("NFC", word)
    begun = False
    for cluster in _clusters(composed):
        begun = begun or _is_letter(cluster[0])
        if category(cluster[0]).startswith("M"):
            return False
        marks = normalize("NFD", cluster)[1:]
        if len(cluster) > 1 and (len(marks) > MOST_MARKS or not _is_letter(cluster[0])):
            return False
    return begun


def _clusters(word: str) -> Iterator[str]:
    """Yield each sign with the marks behind it."""
    cluster = ""
    for sign in word:
        if cluster and category(sign).startswith("M"):
            cluster += sign
            continue
        if cluster:
            yield cluster
        cluster = sign
    if cluster:
        yield cluster


def _scripts(word: str) -> Iterator[str]:
    return (script_of(sign) for sign in word if _is_letter(sign))


# --- names that look alike -------------------------------------------------------------------

ALIKE = {
    "А": "A", "В": "B", "Е": "E", "Ѕ": "S", "І": "I", "Ј": "J", "К": "K", "М": "M", "Н": "H",
    "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X", "Ү": "Y", "Ԍ": "G", "Ԛ": "Q",
    "Ԝ": "W", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "ѕ": "s",
    "і": "i", "ј": "j", "ԁ": "d", "ԛ": "q", "ԝ": "w", "һ": "h", "ӏ": "l", "Ӏ": "I", "п": "n",
    "к": "k", "м": "m", "т": "t", "г": "r", "ь": "b", "ѵ": "v", "ү": "y",
    "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
    "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "α": "a", "γ": "y", "ι": "i", "κ": "k",
    "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ω": "w", "ϲ": "c", "ϳ": "j",
    "η": "n", "ɑ": "a", "ɡ": "g", "ɩ": "i", "ı": "i", "ɪ": "i", "ʟ": "l", "ʀ": "r", "ɴ": "n",
    "ᴀ": "a", "ᴄ": "c", "ᴇ": "e", "ᴊ": "j", "ᴋ": "k", "ᴍ": "m", "ᴏ": "o", "ᴘ": "p", "ᴛ": "t",
    "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ᴢ": "z", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
    "Đ": "D", "ð": "d", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ŋ": "n", "ĸ": "k",
}  # fmt: skip
"""Letters that a reader takes for a Latin one (after Unicode's confusables.txt), in each case."""
_ALIKE = str.maketrans(ALIKE)
_SAME = str.maketrans({"i": "l", "1": "l", "|": "l", "0": "o"})
"""What looks the same in one case or the other: I and l."""
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))


def skeleton(text: str) -> str:
    """Return what is left of a name where look-alikes, case, accents and spaces do not count.

    Two names with one skeleton can be taken for each other at a glance.
    """
    bare = "".join(
        sign for sign in normalize("NFKD", text.translate(_ALIKE)) if category(sign) != "Mn"
    )
    folded = "".join(
        sign
        for sign in normalize("NFKD", bare.translate(_ALIKE).casefold().translate(_ALIKE))
        if sign.isalnum()
    ).translate(_SAME)
    for pair, one in _PAIRS:
        folded = folded.replace(pair, one)
    return folded
