"""Which kind of activity a text tells of: nouns decide, then who went where."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.findings import Candidates, Match
from bot.understanding.lexicon import Hit, lexicon
from bot.understanding.offered import has_ended
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
"""What several words weigh more than one."""
OWN_RIGHT = 0.8
"""What a word marked ``!`` weighs more: a signature is made on a visit, and is what matters."""
LATER = 0.012
"""What each word before it takes from a hit: the first noun is the subject."""
MARGIN = 0.12
"""Kinds so near to the best one are asked about."""
COURTESIES = {"visit", "exchange", "other", "study_visit", "expert_mission"}
"""Kinds whose nouns do not stand against what the direction says."""
STRONG = 1.3
"""A noun that scores more stands against what the direction says."""
ANY = 9.0
BELOW = 0.3
"""How far below such a noun the direction stays."""
SURE_MISSION, LIKELY_MISSION = 1.9, 1.6
SURE_STUDY, LIKELY_STUDY = 1.75, 1.2
PLAIN_VISIT = 0.9
"""What the direction scores for each kind, beside the nouns of :data:`STRENGTH`."""
FRAME = 5
"""Words between "in the framework of" and the twinning project that is only the frame."""


def find_kind(text: AnnotatedText, partners: FoundPartners) -> Candidates:
    """Return the kind, or those that are near one another, best first."""
    scores = _Scores(text)
    for hit in text.hits(TOPIC):
        code = hit.code.rstrip("?!")
        scores.add(code, hit, _score(hit, code) * (WEAK if _is_frame(text, hit) else 1))
    _by_direction(text, partners, scores)
    offered = (code for code in scores.by_code if not has_ended(TOPIC, code))
    ranked = sorted(offered, key=lambda code: -scores.by_code[code])
    if not ranked:
        return Candidates()
    best = scores.by_code[ranked[0]]
    near = [code for code in ranked if scores.by_code[code] >= best - MARGIN]
    return Candidates(
        tuple(_rated(scores.matches[code], scores.by_code[code] / (best + 0.5)) for code in near),
        is_sure=len(near) == 1 and best > WEAK,
    )


class _Scores:
    """How much the text says for each kind, and the words that say it first or most."""

    def __init__(self, text: AnnotatedText) -> None:
        self.text = text
        self.by_code: dict[str, float] = {}
        self.matches: dict[str, Match] = {}

    def add(self, code: str, hit: Hit, score: float) -> None:
        """Count a noun of a kind; the one that says the most gives the words."""
        if score > self.by_code.get(code, 0):
            self.by_code[code] = score
            self.matches[code] = self.text.match(hit, 0.0, code)

    def raise_to(self, score: float, code: str, hit: Hit | None) -> None:
        """Let a kind have *score* at least; words that were found before stay."""
        if hit is not None and score > self.by_code.get(code, 0):
            self.by_code[code] = score
            self.matches.setdefault(code, self.text.match(hit, 0.0, code))


def _is_frame(text: AnnotatedText, hit: Hit) -> bool:
    """Tell whether a twinning project is only the frame of what is told."""
    return hit.code == "twinning" and any(
        0 <= hit.first - word.last < FRAME or 0 <= word.first - hit.last < FRAME
        for word in text.context.get("framework", ())
    )


def has_strong_kind(text: AnnotatedText, partners: FoundPartners) -> bool:
    """Tell whether a kind is said in a word of its own, not only in one of many meanings."""
    if any(not hit.code.endswith("?") for hit in text.hits(TOPIC)):
        return True  # "training", "twinning"
    scores = _Scores(text)
    _by_direction(text, partners, scores)
    return any(score > 1 for score in scores.by_code.values())


def _score(hit: Hit, code: str) -> float:
    strength = STRENGTH.get(code, 1.0)
    if hit.code.endswith("?"):
        strength *= WEAK
    elif hit.code.endswith("!"):
        strength += OWN_RIGHT
    elif hit.last - hit.first > 1:
        strength += PHRASE
    return strength - LATER * min(hit.first, 50)


def _rated(match: Match, confidence: float) -> Match:
    return Match(match.code, match.words, match.start, match.end, round(min(confidence, 1.0), 2))


# --- who went where ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Journey:
    """Who went where, and what for: the first words that say each of it."""

    leader: Hit | None
    """A president, a delegation of members: a visit is a courtesy."""
    staff: Hit | None
    advice: Hit | None
    """Words such as "advise", "assist"."""
    expert: Hit | None
    learning: Hit | None
    observing: Hit | None
    incoming: Hit | None
    """They came to us."""
    outgoing: Hit | None
    """We went to them."""
    is_visit_named: bool
    says_incoming: bool
    """Whether a verb says that they came, not only a place."""
    most: float
    """What the direction may score: less than a noun that says another kind."""

    @property
    def is_to_advise(self) -> bool:
        """Whether it is plain that somebody went there to give advice."""
        went = self.outgoing or self.is_visit_named
        return bool(self.advice or (self.expert and went and not self.incoming))


def _by_direction(text: AnnotatedText, partners: FoundPartners, scores: _Scores) -> None:
    """Tell a visit for learning from a courtesy, and our experts' journey from their visit."""
    if text.context.get("online"):
        return  # nobody went anywhere
    journey = _journey(text, scores)
    went = journey.outgoing or journey.expert
    if journey.observing and went and any_theme(text, "elections"):
        scores.raise_to(STRENGTH["election"], "election", journey.observing)
    # The first that holds is the one: where our experts went, nobody came to learn.
    if _add_expert_mission(journey, scores):
        return
    if not _add_study_visit(journey, text, partners, scores):
        _add_visit(journey, scores)


def _journey(text: AnnotatedText, scores: _Scores) -> _Journey:
    context = text.context
    firm = (score for code, score in scores.by_code.items() if code not in COURTESIES)
    nouns = [score for score in firm if score > STRONG]
    incoming, outgoing = _ways(text, is_visit_named="visit" in scores.matches)
    return _Journey(
        leader=_first(context.get("leader")),
        staff=_first(context.get("staff")),
        advice=_first(context.get("advise")),
        expert=_first(context.get("expert")),
        learning=_first(context.get("learn")),
        observing=_first(context.get("observe")),
        incoming=incoming,
        outgoing=outgoing,
        is_visit_named="visit" in scores.matches,
        says_incoming=bool(context.get("incoming")),
        most=max(nouns, default=ANY) - BELOW,
    )


def _add_expert_mission(journey: _Journey, scores: _Scores) -> bool:
    """Score an expert mission, and tell whether it is one: our people went there to advise."""
    ours = journey.expert or (journey.outgoing and (journey.staff or journey.advice))
    if not ours or journey.leader or journey.learning:
        return False
    is_sure = journey.is_to_advise
    if not is_sure and journey.incoming:
        return False  # they came, and an expert of ours took part
    score = SURE_MISSION if is_sure else LIKELY_MISSION
    scores.raise_to(min(journey.most, score), "expert_mission", ours)
    return True


def _add_study_visit(
    journey: _Journey, text: AnnotatedText, partners: FoundPartners, scores: _Scores
) -> bool:
    """Score a study visit, and tell whether it is one: theirs came without a leader."""
    theirs = journey.incoming or journey.learning
    if not theirs or journey.leader or not partners.matches:
        return False
    is_about_work = journey.learning or journey.staff or (journey.says_incoming and any_theme(text))
    score = SURE_STUDY if is_about_work else LIKELY_STUDY
    scores.raise_to(min(journey.most, score), "study_visit", theirs)
    return True


def _add_visit(journey: _Journey, scores: _Scores) -> None:
    """Score a visit where no noun says one: we went there, or their leader came."""
    went = journey.outgoing or (journey.incoming and journey.leader)
    if went and not journey.is_visit_named:
        hit = journey.outgoing or journey.incoming
        scores.raise_to(min(journey.most, PLAIN_VISIT), "visit", hit)


def _ways(text: AnnotatedText, *, is_visit_named: bool) -> tuple[Hit | None, Hit | None]:
    """Return what says that they came to us, and what says that we went to them.

    Where no verb says it, the town does: theirs or ours, or one of our houses with a visit.
    """
    incoming, outgoing = _first(text.context.get("incoming")), _first(text.context.get("outgoing"))
    places = [hit for hit in lexicon("places").find(text.tokens) if "-" not in hit.code]
    towns = {where_is(hit.code): hit for hit in reversed(places)}
    # A town of theirs: we went there, unless it says that they came from it.
    if "abroad" in towns:
        return incoming, outgoing if incoming else (outgoing or towns["abroad"])
    if incoming is not None:
        return incoming, outgoing
    if "home" in towns:
        return towns["home"], None  # "travelled to Brussels" came to us
    if outgoing is None and is_visit_named:
        incoming = _first(text.context.get("house"))
    return incoming, outgoing


def where_is(code: str) -> str:
    """Return ``abroad`` for a town of a partner country, ``home`` for one of a member state."""
    return "abroad" if code in reference().countries else "home"


def any_theme(text: AnnotatedText, code: str | None = None) -> bool:
    """Tell whether a theme (any, or one) is spoken of."""
    return any(code in (None, hit.code) for hit in text.hits("themes"))


def _first(hits: Sequence[Hit] | None) -> Hit | None:
    return hits[0] if hits else None
