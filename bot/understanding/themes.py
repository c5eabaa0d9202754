"""What an activity is about: families of words; better none than a guess."""

from collections.abc import Sequence

from bot.understanding.findings import Candidates, Match
from bot.understanding.lexicon import Hit
from bot.understanding.reading import AnnotatedText

TOPIC = "themes"
MOST = 3
SIDE = 0.5
"""Confidence of a theme that is only said in the name of a committee or of an office."""
CLEAR = 0.85
REACH = 3
"""Words between "committee on" and what it is about."""
AT_WORK = {
    "expert_mission",
    "training",
    "study_visit",
    "workshop",
    "mentoring",
    "needs_assessment",
    "fellowship",
}
"""Kinds in which a committee's own matter is what people work on."""


def find_themes(
    text: AnnotatedText, kind: Candidates
) -> tuple[tuple[Match, ...], tuple[Candidates, ...]]:
    """Return at most three themes, and words that may mean one or another.

    A code with ``|`` in a word list stands for several to ask about, one with ``+`` for several
    at once; one with ``?`` has no code of its own. What only the name of a committee says counts
    where our people work on the matter, and nothing else is said.
    """
    sure: dict[str, Match] = {}
    aside: dict[str, Match] = {}
    questions: dict[str, Candidates] = {}
    for hit in text.hits(TOPIC):
        if hit.code.endswith("?") or _is_named_by(hit, text.context.get("body", ())):
            continue
        if "|" in hit.code:
            found = tuple(text.match(hit, SIDE, code) for code in hit.code.split("|"))
            questions.setdefault(hit.code, Candidates(found))
            continue
        kept = aside if _is_of_a_committee(text, hit) else sure
        for code in hit.code.split("+"):
            kept.setdefault(code, text.match(hit, CLEAR, code))
    if not sure and kind.sure in AT_WORK:
        sure = aside
    if kind.sure == "election" and "elections" not in sure:
        first = kind.matches[0]
        sure["elections"] = Match("elections", first.words, first.start, first.end, CLEAR)
    asked = tuple(q for q in questions.values() if not set(q.codes) & set(sure))
    return tuple(list(sure.values())[:MOST]), asked


def _is_named_by(hit: Hit, names: Sequence[Hit]) -> bool:
    return any(name.first <= hit.first < name.last for name in names)


def _is_of_a_committee(text: AnnotatedText, hit: Hit) -> bool:
    """Tell whether the words follow "committee on", "ministry of" and the like."""
    return any(
        0 <= hit.first - name.last <= REACH
        and not any(token.is_apart for token in text.tokens[name.last : hit.first + 1])
        for name in text.context.get("body", ())
    )
