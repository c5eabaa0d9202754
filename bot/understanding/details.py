"""Programme, role, status and place of an activity, where a text says them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.findings import ActivityDates, Candidates, Match
from bot.understanding.lexicon import Hit, lexicon
from bot.understanding.offered import has_ended
from bot.understanding.partners import FoundPartners
from bot.understanding.reading import AnnotatedText
from config.reference import reference

PROGRAMMES, PLACES = "programmes", "places"
ROLES, STATUSES = "roles", "statuses"
CANCELLED = "cancelled"
_STOPS = frozenset(".;!?\n")
NOT_HELD = ("planned", "suspended", CANCELLED)
"""How far something may be that was not held on its day."""
ONLINE = "online"
FUNDED = "eu_funded"
"""Mark of the word lists for money of the Union without the instrument's name."""
INSTRUMENTS = ("ipa", "ndici")
ENLARGEMENT = "ENL"
NAMED, IMPLIED, GUESSED = 0.9, 0.6, 0.5
"""Confidence in what is said, in what follows from something else, and in one of several."""
BY_KIND = {"study_visit": "host", "fellowship": "host", "expert_mission": "expert"}
"""The role of the writer's chamber that a kind implies."""


def find_programme(text: AnnotatedText, partners: FoundPartners) -> Candidates:
    """Return the programme that is named; an organiser without a code of its own is ``other``.

    "Funded by the European Union" alone is a question: the instrument depends on the region.
    """
    hits = text.hits(PROGRAMMES)
    codes = list(dict.fromkeys(hit.code for hit in hits))
    for vague in ("other", FUNDED):
        if len(codes) > 1 and vague in codes:
            codes.remove(vague)  # the instrument itself is named
    first = {hit.code: hit for hit in reversed(hits)}
    # IPA pays for candidates for membership, NDICI elsewhere: the likelier one is asked first.
    if codes == [FUNDED]:
        likely = INSTRUMENTS if _in_enlargement(partners) else INSTRUMENTS[::-1]
        left = [code for code in likely if not has_ended(PROGRAMMES, code)]
        return Candidates(tuple(text.match(first[FUNDED], GUESSED, code) for code in left))
    matches = tuple(text.match(first[code], NAMED) for code in codes)
    return Candidates(matches, is_sure=len(matches) == 1)


def _in_enlargement(partners: FoundPartners) -> bool:
    codes = {member for code in partners.codes for member in reference().members(code)}
    return bool(codes) and codes <= set(reference().regions[ENLARGEMENT].members)


def _only(text: AnnotatedText, topic: str) -> Match | None:
    """Return the one code of *topic* that is said; None for none, and for several."""
    hits = text.hits(topic)
    return text.match(hits[0], NAMED) if len({hit.code for hit in hits}) == 1 else None


def find_role(text: AnnotatedText, kind: Candidates) -> Candidates:
    """Return what the writer's chamber does in it, if it is said or follows from the kind."""
    named = _only(text, ROLES)
    if named is not None:
        return Candidates((named,), is_sure=True)
    implied = BY_KIND.get(kind.sure or "")
    if implied is None or has_ended(ROLES, implied):
        return Candidates()
    source = kind.matches[0]
    match = Match(implied, source.words, source.start, source.end, IMPLIED)
    return Candidates((match,), is_sure=True)


def find_status(
    text: AnnotatedText, dates: ActivityDates | None, *, now: datetime, zone: ZoneInfo
) -> Candidates:
    """Return whether it is planned, under way or over: as it is said, else by its dates."""
    named = _stated(text)
    if named:
        return Candidates(named, is_sure=len(named) == 1)
    when = dates.sure if dates else None
    if dates is None or when is None:
        return Candidates()
    today = now.astimezone(zone).date()
    code = "completed" if when.end < today else "planned" if when.start > today else "ongoing"
    moved = text.context.get("moved")
    if moved and code == "completed" and not dates.is_moved:
        # It was moved away from the day that is over, and the text does not say to when.
        likely = [one for one in NOT_HELD if not has_ended(STATUSES, one)]
        return Candidates(tuple(text.match(moved[0], GUESSED, one) for one in likely))
    if has_ended(STATUSES, code):
        return Candidates()
    return Candidates((Match(code, dates.words, dates.start, dates.end, IMPLIED),), is_sure=True)


def _stated(text: AnnotatedText) -> tuple[Match, ...]:
    """Return what the words say of how far it is; several where they contradict one another.

    "Did not take place" is no taking place, and what was planned and, in the same sentence,
    cancelled is cancelled.
    """
    hits = text.hits(STATUSES)
    off = [hit for hit in hits if hit.code == CANCELLED]
    left = [
        hit
        for hit in hits
        if hit.code == CANCELLED
        or not any(one.first <= hit.first and hit.last <= one.last for one in off)
    ]
    planned = [hit for hit in left if hit.code == "planned"]
    left = [hit for hit in left if hit not in planned or not _is_said_with(text, hit, off)]
    codes = dict.fromkeys(hit.code for hit in left)
    if len(codes) == 1:
        return (text.match(left[0], NAMED),)
    if not off:
        return ()  # "is planned … took place": its dates say more
    return tuple(text.match(next(hit for hit in left if hit.code == one), GUESSED) for one in codes)


def _is_said_with(text: AnnotatedText, hit: Hit, others: Sequence[Hit]) -> bool:
    """Tell whether one of *others* stands in the same sentence, after *hit* or before it."""
    for other in others:
        first, last = sorted((hit, other), key=lambda one: one.first)
        if last.first >= first.last and not _STOPS & set(text.between(first.last - 1, last.first)):
            return True
    return False


def find_place(text: AnnotatedText, partners: FoundPartners) -> Match | None:
    """Return where it is: a town, best after a word of place, or a country after such a word."""
    online = text.context.get("online", ())
    if online:
        return text.match(online[0], NAMED, ONLINE)
    towns = lexicon(PLACES).find(text.tokens)
    houses = text.context.get("house", ())
    there = [hit for hit in [*towns, *houses] if _after_a_word_of_place(text, hit.first)]
    if there:
        return text.match(there[0], NAMED)
    if towns:
        return text.match(towns[0], IMPLIED)
    if houses and "at" not in text.context and "incoming" in text.context:
        return text.match(houses[0], NAMED)  # a language of endings, where no small word says it
    return _country_as_place(text, partners)


def _country_as_place(text: AnnotatedText, partners: FoundPartners) -> Match | None:
    firsts = {token.start: number for number, token in enumerate(text.tokens)}
    for match in partners.matches:
        if _after_a_word_of_place(text, firsts.get(match.start, 0)):
            return Match(match.code, match.words, match.start, match.end, IMPLIED)
    return None


def _after_a_word_of_place(text: AnnotatedText, first: int) -> bool:
    return any(word.last == first for word in text.context.get("at", ()))
