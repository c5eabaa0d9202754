"""Which kind of activity a text tells of: nouns decide, then who went where."""

from collections.abc import Sequence

from bot.understanding.findings import Candidates, Match
from bot.understanding.lexicon import Hit, lexicon
from bot.understanding.partners import FoundPartners
from bot.understanding.reading import AnnotatedText
from config.reference import reference

TOPIC = "kinds"
STRENGTH = {
    "twinning": 2.6,
    "needs_assessment": 2.8,
    "election": 2.8,
    "fellowship": 2.5,
    "study_visit": 2.6,
    "expert_mission": 2.4,
    "mentoring": 2.1,
    "dialogue": 1.9,
    "training": 2.2,
    "workshop": 2.2,
    "agreement": 2.1,
    "equipment": 2.1,
    "publication": 1.9,
    "conference": 1.8,
    "exchange": 1.5,
    "visit": 1.4,
    "other": 0.5,
}
"""How much a noun of a kind says beside one of another: a visit is also made for a training."""
WEAK = 0.45
"""What a word marked ``?`` in the lists weighs: it is also said of other kinds."""
PHRASE = 0.25
SAID = 0.8
"""What a word marked ``!`` weighs more: a signature is made on a visit, and is what matters."""
LATER = 0.012
"""What each word before it takes from a hit: the first noun is the subject."""
MARGIN = 0.12
COURTESIES = {"visit", "exchange", "other", "study_visit", "expert_mission"}
"""Kinds whose nouns do not stand against what the direction says."""
STRONG = 1.3
ANY = 9.0
BELOW = 0.3
FRAME = 5
"""Words between "in the framework of" and the twinning project that is only the frame."""


def find_kind(text: AnnotatedText, partners: FoundPartners) -> Candidates:
    """Return the kind, or those that are near one another, best first."""
    scores: dict[str, float] = {}
    seen: dict[str, Match] = {}
    for hit in text.hits(TOPIC):
        code = hit.code.rstrip("?!")
        score = _score(hit, code) * (WEAK if _is_frame(text, hit) else 1)
        if score > scores.get(code, 0):
            scores[code] = score
            seen[code] = text.match(hit, 0.0, code)
    _by_direction(text, partners, scores, seen)
    ranked = sorted(scores, key=lambda code: -scores[code])
    if not ranked:
        return Candidates()
    best = scores[ranked[0]]
    near = [code for code in ranked if scores[code] >= best - MARGIN]
    return Candidates(
        tuple(_rated(seen[code], scores[code] / (best + 0.5)) for code in near),
        is_sure=len(near) == 1 and best > WEAK,
    )


def _is_frame(text: AnnotatedText, hit: Hit) -> bool:
    """Tell whether a twinning project is only the frame of what is told."""
    return hit.code == "twinning" and any(
        0 <= hit.first - word.last < FRAME or 0 <= word.first - hit.last < FRAME
        for word in text.context.get("framework", ())
    )


def has_strong_kind(text: AnnotatedText, partners: FoundPartners) -> bool:
    """Tell whether a kind is said in a word of its own, not only in one of many meanings."""
    if any(not hit.code.endswith("?") for hit in text.hits(TOPIC)):
        return True
    scores: dict[str, float] = {}
    _by_direction(text, partners, scores, {})
    return any(score > 1 for score in scores.values())


def _score(hit: Hit, code: str) -> float:
    strength = STRENGTH.get(code, 1.0)
    if hit.code.endswith("?"):
        strength *= WEAK
    elif hit.code.endswith("!"):
        strength += SAID
    elif hit.last - hit.first > 1:
        strength += PHRASE
    return strength - LATER * min(hit.first, 50)


def _rated(match: Match, confidence: float) -> Match:
    return Match(match.code, match.words, match.start, match.end, round(min(confidence, 1.0), 2))


def _by_direction(
    text: AnnotatedText, partners: FoundPartners, scores: dict[str, float], seen: dict[str, Match]
) -> None:
    """Tell a visit for learning from a courtesy, and our experts' journey from their visit."""
    context = text.context
    if context.get("online"):
        return
    said = (score for code, score in scores.items() if code not in COURTESIES)
    nouns = [score for score in said if score > STRONG]
    most = max(nouns, default=ANY) - BELOW
    leader, staff, advice = (_any(context.get(code)) for code in ("leader", "staff", "advise"))
    expert, learns = _any(context.get("expert")), _any(context.get("learn"))
    incoming, outgoing = _ways(text, seen.get("visit"))
    is_said = bool(context.get("incoming"))
    if _any(context.get("observe")) and (outgoing or expert) and any_theme(text, "elections"):
        _raise(text, scores, seen, "election", _any(context["observe"]), STRENGTH["election"])
    ours = expert or (outgoing and (staff or advice))
    if ours and not leader and not learns and (expert or advice or not incoming):
        sure = advice or (expert and (outgoing or "visit" in seen) and not incoming)
        if sure or not incoming:
            _raise(text, scores, seen, "expert_mission", ours, min(most, 1.9 if sure else 1.6))
            return
    theirs = incoming or learns
    if theirs and not leader and partners.matches:
        about = learns or staff or (is_said and any_theme(text))
        _raise(text, scores, seen, "study_visit", theirs, min(most, 1.75 if about else 1.2))
    elif "visit" not in seen and (outgoing or (incoming and leader)):
        _raise(text, scores, seen, "visit", outgoing or incoming, min(most, 0.9))


def _ways(text: AnnotatedText, visit: Match | None) -> tuple[Hit | None, Hit | None]:
    """Return what says that they came to us, and what says that we went to them."""
    incoming, outgoing = _any(text.context.get("incoming")), _any(text.context.get("outgoing"))
    places = [hit for hit in lexicon("places").find(text.tokens) if "-" not in hit.code]
    towns = {where_is(hit.code): hit for hit in reversed(places)}
    if "abroad" in towns and not incoming:
        outgoing = outgoing or towns["abroad"]
    elif not outgoing or ("home" in towns and "abroad" not in towns):
        home = towns.get("home")
        if incoming is None and home is not None and "abroad" not in towns:
            incoming, outgoing = home, None
        if incoming is None and visit is not None:
            incoming = _any(text.context.get("house"))
    return incoming, outgoing


def where_is(code: str) -> str:
    """Return ``abroad`` for a town of a partner country, ``home`` for one of a member state."""
    return "abroad" if code in reference().countries else "home"


def any_theme(text: AnnotatedText, code: str | None = None) -> bool:
    """Tell whether a theme (any, or one) is spoken of."""
    return any(code in (None, hit.code) for hit in text.hits("themes"))


def _any(hits: Sequence[Hit] | None) -> Hit | None:
    return hits[0] if hits else None


def _raise(
    text: AnnotatedText,
    scores: dict[str, float],
    seen: dict[str, Match],
    code: str,
    hit: Hit | None,
    score: float,
) -> None:
    if hit is not None and score > scores.get(code, 0):
        scores[code] = score
        seen.setdefault(code, text.match(hit, 0.0, code))
