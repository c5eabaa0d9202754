"""Countries, regions and chambers as people in any official language name them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from babel import Locale

from bot.understanding.findings import Candidates
from bot.understanding.languages import OFFICIAL
from bot.understanding.names import index, look_up
from config.reference import reference

_APART = re.compile(r"\s*(?:,|;|/|\n|\s(?:and|et|und|y|e|i|en|och|og|ja)\s|\s&\s|\s\+\s)\s*")


_ARTICLE = re.compile(r"^(?:(?:the|la|le|les|el|il|der|die|das|de|het)\s+|l['’])", re.IGNORECASE)


def region_code(region_id: str) -> str:
    """Return a region's code; one that is also a country's code is written with ``R-``."""
    return f"R-{region_id}" if region_id in reference().countries else region_id


def understand_partners(text: str, *, languages: Sequence[str]) -> list[Candidates]:
    """Return what each part of an answer to "which partners?" means; parts are apart by commas."""
    del languages
    whole = look_up(text, _partners())
    if whole.is_sure:
        return [whole]
    return [look_up(part, _partners()) for part in _APART.split(text) if part.strip()]


def understand_member_state(text: str, *, languages: Sequence[str]) -> Candidates:
    """Return which member state (ISO code), or ``EU`` for the European Parliament."""
    del languages
    found = look_up(text, _member_states())
    bare = _ARTICLE.sub("", text.strip())
    return look_up(bare, _member_states()) if found.sure is None and bare != text else found


def understand_chamber(
    text: str, *, languages: Sequence[str], country: str | None = None
) -> Candidates:
    """Return which chamber; without its country a name borne by several gives all of them."""
    del languages
    return look_up(text, _chambers(country))


@cache
def _partners() -> dict[str, tuple[str, ...]]:
    return index(_partner_names())


def _partner_names() -> Iterator[tuple[str, str]]:
    for code, partner in reference().countries.items():
        yield from ((name.strip("*"), code) for name in (partner.name_en, partner.name_fr))
        for language in OFFICIAL:
            name = Locale.parse(language).territories.get(code)
            if name:
                yield str(name), code
    for region_id, region in reference().regions.items():
        if len(region.members) > 1:
            yield region.name_en, region_code(region_id)
            yield region.name_fr, region_code(region_id)


@cache
def _member_states() -> dict[str, tuple[str, ...]]:
    def names() -> Iterator[tuple[str, str]]:
        for chamber in reference().chambers:
            code = chamber.country
            yield reference().member_state_label(code, "en"), code
            yield reference().member_state_label(code, "fr"), code
            yield from ((name, code) for name in reference().other_country_names.get(code, ()))
            for language in OFFICIAL:
                name = Locale.parse(language).territories.get(code)
                if name:
                    yield str(name), code
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
            for name in (chamber.label_en, chamber.label_fr, *chamber.names):
                yield name, chamber.id
                for language in ("en", "fr"):
                    state = reference().member_state_label(chamber.country, language)
                    yield f"{state} {name}", chamber.id
                    yield f"{name} {state}", chamber.id

    return index(names())
