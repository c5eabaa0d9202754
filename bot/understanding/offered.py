"""What has ended by the organiser's data: no new report is read as it; lists still find it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.understanding.lexicon import Hit
from config.reference import reference

TOPICS = {
    "kind": "kinds",
    "theme": "themes",
    "programme": "programmes",
    "role": "roles",
    "status": "statuses",
}
"""Where the words of a vocabulary are in ``config/data/words``; the others have labels alone."""
PARTNERS = "partners"
_EITHER, _BOTH = "|", "+"


def has_ended(topic: str, code: str) -> bool:
    """Tell whether a code that the words of *topic* stand for is offered no more."""
    return code in _ended(topic)


def offered(hits: Sequence[Hit], topic: str) -> list[Hit]:
    """Return *hits* of a topic without what has ended; of several meanings the others stay."""
    ended = _ended(topic)
    if not ended:
        return list(hits)
    left = ((hit, _left(hit.code, ended)) for hit in hits)
    return [replace(hit, code=code) for hit, code in left if code]


def _left(code: str, ended: frozenset[str]) -> str:
    """Return a word list's code, which may join several and be marked, without the ended ones."""
    bare = code.rstrip("?!")
    sign = _EITHER if _EITHER in bare else _BOTH
    left = sign.join(one for one in bare.split(sign) if one not in ended)
    return left and left + code.removeprefix(bare)


@cache
def _ended(topic: str) -> frozenset[str]:
    if topic == PARTNERS:
        return reference().ended_partners
    named = [name for name, words in TOPICS.items() if words == topic]
    return frozenset(
        term.code for name in named for term in reference().vocabulary(name) if not term.active
    )
