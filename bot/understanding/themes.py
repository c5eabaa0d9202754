"""What an activity is about: families of words; better none than a guess."""

from bot.understanding.findings import Candidates, Match
from bot.understanding.lexicon import Hit
from bot.understanding.reading import Text

TOPIC = "themes"
MOST = 3
SIDE = 0.5
"""Confidence of a theme that is only said in the name of a committee or of an office."""
CLEAR = 0.85


def find_themes(text: Text, kind: Candidates) -> tuple[tuple[Match, ...], tuple[Candidates, ...]]:
    """Return at most three themes, and words that may mean one or another.

    A code with ``|`` in a word list stands for several to ask about.
    """
    names = text.context.get("body", ())
    sure: dict[str, Match] = {}
    questions: dict[str, Candidates] = {}
    for hit in text.hits(TOPIC):
        if _within(hit, names):
            continue
        codes = hit.code.split("|")
        if len(codes) > 1:
            found = tuple(text.match(hit, SIDE, code) for code in codes)
            questions.setdefault(hit.code, Candidates(found))
        else:
            sure.setdefault(hit.code, text.match(hit, CLEAR))
    if kind.sure == "election" and "elections" not in sure:
        first = kind.matches[0]
        sure["elections"] = Match("elections", first.words, first.start, first.end, CLEAR)
    asked = tuple(q for q in questions.values() if not set(q.codes) & set(sure))
    return tuple(list(sure.values())[:MOST]), asked


def _within(hit: Hit, names: object) -> bool:
    return any(name.first <= hit.first < name.last for name in names)  # type: ignore[attr-defined]
