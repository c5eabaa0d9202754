"""Partner countries and regions in running text: named, inflected, by their people or their towns.

Footnotes (Kosovo*, Palestine*) belong to the code: ``config.reference.reference().partner(code)``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.findings import Candidates, Match
from bot.understanding.lexicon import ANY, Hit, lexicon
from bot.understanding.offered import PARTNERS as TOPIC
from bot.understanding.offered import offered
from bot.understanding.reading import AnnotatedText, read_text
from config.reference import reference

SHORT = 4
"""Letters up to which a word of one language may be any word of another."""
NEAR = 5
"""Words between a country and what makes it a mere subject (war, border, donor)."""
CLEAR, BARE, DOUBTFUL = 0.95, 0.8, 0.5
"""Confidence in a partner, in a country that is none, and in one of several."""
MOST_CHARACTERS = 4_000
"""Of running text; what comes after is left out."""


@dataclass(frozen=True)
class FoundPartners:
    """Partners of a text, those that are sure and those to ask about."""

    matches: tuple[Match, ...] = ()
    """One for each partner, in the order of the text."""
    questions: tuple[Candidates, ...] = ()
    aside: tuple[Match, ...] = ()
    """Countries that are named but are not partners: donors, wars, borders, venues."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are sure."""
        return tuple(match.code for match in self.matches)


def find_partners(text: str, *, languages: Sequence[str]) -> FoundPartners:
    """Return the partners that running *text* names; a name that two bear is a question."""
    return partners_in(read_text(text[:MOST_CHARACTERS], languages))


def partners_in(text: AnnotatedText) -> FoundPartners:
    """Return the partners of a text that has been read."""
    groups = named(text)
    aside = _aside(text, groups)
    sure: dict[str, Match] = {}
    questions: dict[tuple[str, ...], Candidates] = {}
    for at, group in enumerate(groups):
        if at in aside:
            continue
        codes = tuple(dict.fromkeys(code for hit in group for code in expanded(hit.code)))
        if is_question(group):
            possible = tuple(text.match(group[0], DOUBTFUL, code) for code in codes)
            questions.setdefault(codes, Candidates(possible))
        else:
            for code in codes:
                sure.setdefault(code, text.match(group[0], CLEAR, code))
    # What is named plainly elsewhere in the text answers the question.
    settled = [one for one in questions.values() if not set(one.codes) & set(sure)]
    return FoundPartners(
        tuple(sure.values()),
        tuple(settled),
        tuple(text.match(groups[at][0], BARE) for at in sorted(aside)),
    )


def _aside(text: AnnotatedText, groups: list[list[Hit]]) -> set[int]:
    """Return the numbers of the groups that name no partner: subjects, and who pays."""
    aside = {at for at, group in enumerate(groups) if _is_aside(text, group[0])}
    if len(aside) == len(groups):
        aside = set()  # one of them has to be the partner
    return aside | _donors(groups, aside)


def region_code(region_id: str) -> str:
    """Return a region's code; one that is also a country's code is written with ``R-``."""
    return f"R-{region_id}" if region_id in reference().countries else region_id


def named(
    text: AnnotatedText, *, is_answer: bool = False, with_ended: bool = False
) -> list[list[Hit]]:
    """Return the names of partners in order; a group holds what the same words may mean.

    In an *answer* to "which partners?" a name is one even where prose would mean something else.
    """
    hits = lexicon(TOPIC).find(text.tokens)
    if not with_ended:
        hits = offered(hits, TOPIC)
    groups: list[list[Hit]] = []
    for hit in hits if is_answer else _in_prose(text, hits):
        if not groups or hit.first >= groups[-1][0].last:
            groups.append([hit])
        elif (hit.first, hit.last, hit.length) == _extent(groups[-1][0]):
            groups[-1].append(hit)  # the same words; one that only overlaps is left out
    return [_in_its_language(group, text.languages) for group in groups]


def _in_prose(text: AnnotatedText, hits: list[Hit]) -> list[Hit]:
    """Return the hits that name a partner in running text, too."""
    others = lexicon("not_partners", text.languages).find(text.tokens)
    return [
        hit
        for hit in hits
        if _is_theirs(text, hit)
        and not any(other.first <= hit.first and hit.last <= other.last for other in others)
    ]


def is_question(group: Sequence[Hit]) -> bool:
    """Tell whether the same words may mean several partners, or one that is always asked about."""
    return len(codes_of(group)) > 1 or group[0].code.endswith("?")


def _is_theirs(text: AnnotatedText, hit: Hit) -> bool:
    """Tell whether a short word of one language is met in a text of that language."""
    own = hit.language in (ANY, *text.languages)
    return own or hit.length > SHORT or hit.last - hit.first > 1


def expanded(code: str) -> tuple[str, ...]:
    """Return the countries of a name that stands for several (``AO+CV``), or the code itself."""
    return tuple(code.rstrip("?").split("+"))


def codes_of(group: Sequence[Hit]) -> set[str]:
    """Return what the same words may mean."""
    return {hit.code.rstrip("?") for hit in group}


def _extent(hit: Hit) -> tuple[int, int, int]:
    return hit.first, hit.last, hit.length


def _in_its_language(group: list[Hit], languages: Sequence[str]) -> list[Hit]:
    """Return the meanings in the language of the text, if there are any there."""
    # One meaning, in many languages: which of them found it makes no difference.
    if len(codes_of(group)) == 1:
        return sorted(group, key=lambda hit: hit.code)[:1]
    for language in languages:
        own = [hit for hit in group if hit.language == language and not hit.code.endswith("?")]
        if own:
            return list({hit.code: hit for hit in own}.values())
    return list({hit.code: hit for hit in group}.values())


def _is_aside(text: AnnotatedText, hit: Hit) -> bool:
    """Tell whether a country is only talked about: a war, a border, an earlier visit."""
    return any(
        0 <= hit.first - word.last < NEAR or 0 <= word.first - hit.last < 2
        for word in text.context.get("subject", ())
        if not any(t.is_apart for t in text.tokens[min(word.last, hit.first) : hit.first + 1])
    )


def _donors(groups: list[list[Hit]], aside: set[int]) -> set[int]:
    """Return the groups that name who pays or takes part, where somebody else is the partner."""
    others = [at for at in range(len(groups)) if at not in aside]
    rich = {at for at in others if reference_region(groups[at][0].code) == "OTHER"}
    if len(rich) == len(others):
        return set()  # where all of them could pay, one of them is the partner
    # Russia is in the same region of the list and is no donor.
    return {at for at in rich if groups[at][0].code != "RU"}


def reference_region(code: str) -> str | None:
    """Return the region of a country; None for a region."""
    partner = reference().countries.get(code)
    return partner.region if partner else None
