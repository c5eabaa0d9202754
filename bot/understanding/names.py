"""Names → codes: exactly, then by a slip of the finger; two that are near are both offered."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import category, normalize

from bot.understanding.findings import Candidates, Match

NEAR = 82
"""Of 100: how like a name a slip of the finger has to be."""
MOST = 5
"""Names that are offered for a slip."""
_APART = re.compile(r"[^\w]+")


def plain(text: str) -> str:
    """Return *text* for comparing: lower case, no accents, words apart by single spaces."""
    parts = normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in parts if category(sign) != "Mn")
    return _APART.sub(" ", bare).strip()


def index(names: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return plain name → codes, from (name, code); a name may be borne by several."""
    by_name: dict[str, dict[str, None]] = {}
    for name, code in names:
        key = plain(name)
        if key:
            by_name.setdefault(key, {})[code] = None
    return {name: tuple(codes) for name, codes in by_name.items()}


def look_up(text: str, names: Mapping[str, tuple[str, ...]]) -> Candidates:
    """Return what *text* names; slips are only ever offered, never taken."""
    name = plain(text)
    if not name:
        return Candidates()
    exact = names.get(name)
    if exact is not None:
        return Candidates(tuple(_match(code, text, 1.0) for code in exact), len(exact) == 1)
    from rapidfuzz import fuzz, process  # 3 MiB: the first slip loads it

    near = process.extract(name, list(names), scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST)
    codes: dict[str, float] = {}
    for other, score, _ in near:
        for code in names[other]:
            codes.setdefault(code, score / 100)
    return Candidates(tuple(_match(code, text, score) for code, score in codes.items()))


def _match(code: str, text: str, confidence: float) -> Match:
    return Match(code, text, 0, len(text), confidence)
