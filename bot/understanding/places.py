"""Countries, regions and chambers as people in any official language name them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bot.understanding.findings import Candidates
from bot.understanding.languages import OFFICIAL
from bot.understanding.lexicon import Hit
from bot.understanding.names import index, look_up
from bot.understanding.partners import expanded, is_question, named, region_code
from bot.understanding.reading import AnnotatedText, read_text
from config.languages import names_of_countries
from config.reference import reference

__all__ = ["region_code", "understand_chamber", "understand_member_state", "understand_partners"]

Names = Mapping[str, tuple[str, ...]]

LONGEST_ANSWER = 1_000
SHORTEST_SLIP, SHORTEST_BESIDE = 3, 5
_APART = re.compile(r"\s*(?:,|;|/|\n|\s(?:and|et|und|y|e|i|en|och|og|ja)\s|\s&\s|\s\+\s)\s*")
_ARTICLE = re.compile(r"^(?:(?:the|la|le|les|el|il|der|die|das|de|het)\s+|l['’])", re.IGNORECASE)


def understand_partners(
    text: str, *, languages: Sequence[str], with_ended: bool = False
) -> list[Candidates]:
    """Return what each part of an answer to "which partners?" means, in its order.

    Names, inflected forms, adjectives, capitals, parliaments and regions are taken; what two
    countries share and slips of the finger are only offered. A part that means nothing is empty.
    What has ended is meant only by whoever looks for what was recorded: *with_ended*.
    """
    names = _partners(with_ended=with_ended)
    read = read_text(text[:LONGEST_ANSWER], languages)
    groups = named(read, is_answer=True, with_ended=with_ended)
    meanings: list[Candidates] = []
    start = 0
    for group in groups:
        first, last = read.tokens[group[0].first], read.tokens[group[0].last - 1]
        meanings += [*_slips(text[start : first.start], names, beside=True), *_named(read, group)]
        start = last.end
    meanings += _slips(text[start:LONGEST_ANSWER], names, beside=bool(groups))
    apart = {candidates.codes: candidates for candidates in meanings}
    if any(not candidates.is_sure for candidates in apart.values()):
        # "Bosnia and Herzegovina" is one name, though each half may be in doubt.
        whole = look_up(text, names)
        if whole.is_sure:
            return [whole]
    return list(apart.values()) or [Candidates()]


def _named(read: AnnotatedText, group: list[Hit]) -> list[Candidates]:
    """Return what one name means; one that stands for several countries gives each of them."""
    if not is_question(group):
        each = (read.match(group[0], 1.0, code) for code in expanded(group[0].code))
        return [Candidates((match,), is_sure=True) for match in each]
    codes = dict.fromkeys(code for hit in group for code in expanded(hit.code))
    return [Candidates(tuple(read.match(group[0], 0.5, code) for code in codes))]


def _slips(text: str, names: Names, *, beside: bool) -> list[Candidates]:
    """Return what the words outside the names are near to; *beside* a name they may say nothing."""
    # Beside a name stand small words, which are like some name or other.
    least = SHORTEST_BESIDE if beside else SHORTEST_SLIP
    near = [_slip(part, names) for part in _APART.split(text) if len(part.strip()) >= least]
    return [candidates for candidates in near if candidates.matches or not beside]


def _slip(part: str, names: Names) -> Candidates:
    """Return the names that are near; a member state is no slip of anything."""
    return Candidates() if look_up(part, _member_states()).is_sure else look_up(part, names)


def understand_member_state(text: str, *, languages: Sequence[str]) -> Candidates:
    """Return which member state (ISO code), or ``EU`` for the European Parliament."""
    del languages
    candidates = look_up(text, _member_states())
    bare = _ARTICLE.sub("", text.strip())
    # Some names stand with their article in the lists, most without.
    if candidates.sure is None and bare != text:
        return look_up(bare, _member_states())
    return candidates


def understand_chamber(
    text: str, *, languages: Sequence[str], country: str | None = None
) -> Candidates:
    """Return which chamber; without its country a name borne by several gives all of them."""
    del languages
    candidates = look_up(text, _chambers(country))
    bare = _ARTICLE.sub("", text.strip())
    if candidates.sure is None and bare != text:
        without = look_up(bare, _chambers(country))
        return without if without.matches else candidates
    return candidates


def chambers_meant(text: str, *, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the chambers that a text names: by id, by name, or all of the country it names."""
    exact = text.strip().upper()
    if reference().admits(exact):
        return (exact,)
    country = understand_member_state(text, languages=languages).sure
    if country is not None:
        return tuple(one.id for one in reference().chambers if one.country == country)
    return understand_chamber(text, languages=languages).codes


@cache
def _partners(*, with_ended: bool) -> dict[str, tuple[str, ...]]:
    left_out = frozenset() if with_ended else reference().ended_partners
    if not (with_ended or left_out):
        return _partners(with_ended=True)  # the same: no second index of them
    return index((name, code) for name, code in _partner_names() if code not in left_out)


def _partner_names() -> Iterator[tuple[str, str]]:
    cldr = [names_of_countries(language) for language in OFFICIAL]
    for code, partner in reference().countries.items():
        yield from ((name.strip("*"), code) for name in partner.labels.values())
        yield from ((names[code], code) for names in cldr if code in names)
    for region_id, region in reference().regions.items():
        if len(region.members) > 1:
            yield from ((name, region_code(region_id)) for name in region.labels.values())


@cache
def _member_states() -> dict[str, tuple[str, ...]]:
    def names() -> Iterator[tuple[str, str]]:
        cldr = [names_of_countries(language) for language in OFFICIAL]
        for chamber in reference().chambers:
            code = chamber.country
            yield from ((name, code) for name in reference().member_states[code].values())
            yield from ((name, code) for name in reference().other_country_names.get(code, ()))
            yield from ((own[code], code) for own in cldr if code in own)
            if code == "EU":
                yield from ((name, code) for name in chamber.names)

    return index(names())


@cache
def _chambers(country: str | None) -> dict[str, tuple[str, ...]]:
    def names() -> Iterator[tuple[str, str]]:
        for chamber in reference().chambers:
            if country not in (None, chamber.country):
                continue
            yield chamber.id, chamber.id
            for name in (*chamber.labels.values(), *chamber.names):
                yield name, chamber.id
                for state in reference().member_states[chamber.country].values():
                    yield f"{state} {name}", chamber.id
                    yield f"{name} {state}", chamber.id

    return index(names())
