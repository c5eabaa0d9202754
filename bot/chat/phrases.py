"""What people type in a few words, compared with the phrases of the catalogues.

A phrase counts in whichever language it is typed: whoever reads English may well write "annuler".
Signs, capitals, a slash in front and words of courtesy around it say nothing.
"""

import re
from functools import cache

from bot.core import messages
from bot.core.texts import Texts, languages

COURTESY = "heard-courtesy"
"""The phrases that may stand before or after any other: please, hello, thank you."""
_SAYS_NOTHING = re.compile(r"[^\w\s']|_")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[./-](?=\d)")


def bare(text: str) -> str:
    """Return the words of *text* in small letters, with single spaces between them.

    A full stop, slash or dash between two digits stays, as a slash: ``22/3``.
    """
    plain = _BETWEEN_DIGITS.sub("\0", messages.tidy(text).casefold().replace("’", "'"))
    parts = plain.split("\0")
    return " ".join("/".join(_SAYS_NOTHING.sub(" ", part) for part in parts).split())


@cache
def phrases(key: str) -> frozenset[str]:
    """Return the phrases of a list of the catalogues, in all languages, as bare words."""
    listed = ",".join(Texts(language).plain(key) for language in languages())
    return frozenset(filter(None, map(bare, listed.split(","))))


def core(text: str) -> str:
    """Return the words of *text* without the courtesy around them; courtesy alone stays."""
    words = bare(text)
    polite = sorted(phrases(COURTESY), key=len, reverse=True)
    while True:
        shorter = _without_one(words, polite)
        if not shorter:
            return words
        words = shorter


def _without_one(words: str, polite: list[str]) -> str:
    """Return *words* without one polite phrase at an end; empty where there is none."""
    for phrase in polite:
        if words.startswith(f"{phrase} "):
            return words[len(phrase) + 1 :]
        if words.endswith(f" {phrase}"):
            return words[: -len(phrase) - 1]
    return ""


def is_one_of(key: str, text: str) -> bool:
    """Tell whether *text* is one of the phrases of a list, and nothing besides."""
    return bool({bare(text), core(text)} & phrases(key))


def behind(key: str, text: str) -> str:
    """Return what stands behind the longest phrase of a list that begins *text*, or nothing."""
    words = core(text)
    begun = [phrase for phrase in phrases(key) if words.startswith(f"{phrase} ")]
    return words[len(max(begun, key=len)) + 1 :] if begun else ""
