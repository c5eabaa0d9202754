"""What an activity is about: families of words; better none than a guess."""

from collections.abc import Sequence

from bot.understanding.findings import Candidates, Match
from bot.understanding.lexicon import Hit
from bot.understanding.offered import has_ended
from bot.understanding.reading import AnnotatedText

TOPIC = "themes"
MOST = 3
"""Themes of an activity."""
SIDE = 0.5
"""Confidence of a theme that is only said in the name of a committee or of an office."""
CLEAR = 0.85
"""Confidence of a theme that is said by itself."""
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
    of_committees: dict[str, Match] = {}
    questions: dict[str, Candidates] = {}
    for hit in text.hits(TOPIC):
        if hit.code.endswith("?") or _is_named_by(hit, text.context.get("body", ())):
            continue
        # Words of two themes: the person is asked which.
        if "|" in hit.code:
            possible = tuple(text.match(hit, SIDE, code) for code in hit.code.split("|"))
            questions.setdefault(hit.code, Candidates(possible))
            continue
        themes = of_committees if _is_of_a_committee(text, hit) else sure
        for code in hit.code.split("+"):
            themes.setdefault(code, text.match(hit, CLEAR, code))
    sure = _with_kind(sure or (of_committees if kind.sure in AT_WORK else {}), kind)
    asked = tuple(one for one in questions.values() if not set(one.codes) & set(sure))
    return tuple(list(sure.values())[:MOST]), asked


def _with_kind(themes: dict[str, Match], kind: Candidates) -> dict[str, Match]:
    """Add the theme that follows from the kind: an observation is about elections."""
    if kind.sure != "election" or "elections" in themes or has_ended(TOPIC, "elections"):
        return themes
    source = kind.matches[0]
    match = Match("elections", source.words, source.start, source.end, CLEAR)
    return {**themes, "elections": match}


def _is_named_by(hit: Hit, names: Sequence[Hit]) -> bool:
    return any(name.first <= hit.first < name.last for name in names)


def _is_of_a_committee(text: AnnotatedText, hit: Hit) -> bool:
    """Tell whether the words follow "committee on", "ministry of" and the like."""
    return any(
        0 <= hit.first - name.last <= REACH
        and not any(token.is_apart for token in text.tokens[name.last : hit.first + 1])
        for name in text.context.get("body", ())
    )
