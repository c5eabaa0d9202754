"""A paragraph or a note in parts, each of which tells of one activity."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from bot.understanding.dates import FoundWhen, find_when
from bot.understanding.details import find_programme
from bot.understanding.findings import Candidates, Match
from bot.understanding.kinds import has_strong_kind
from bot.understanding.partners import partners_in
from bot.understanding.reading import AnnotatedText, read_text

MOST_PARTS = 12
MOST_SENTENCES = 60
LONGEST_SENTENCE = 1_200
_END = re.compile(r"(?<=[^\d\W])[.!?…;]+[\"»”)\]]*\s+(?=[^\W\d_a-z])|(?<=\d{4})[.;]\s+|\s*\n+\s*")
_CLOSING = re.compile(r"[\s)\]\"»”]*[,;.]?")


@dataclass(frozen=True)
class Segment:
    """The words of one activity, and what the sentence around them says once for all."""

    text: str
    start: int
    partners: tuple[Match, ...]
    programme: Candidates


@dataclass(frozen=True)
class _Clause:
    """A stretch of the text and what it says."""

    start: int
    end: int
    has_kind: bool
    has_date: bool
    partners: tuple[Match, ...]
    codes: frozenset[str]
    programme: Candidates


def split_into_segments(
    text: str, languages: Sequence[str], *, now: datetime, zone: ZoneInfo
) -> list[Segment]:
    """Return the parts of *text* that tell of an activity, in order; at most twelve."""
    parts: list[list[_Clause]] = []
    for start, end in islice(_sentences(text), MOST_SENTENCES):
        if len(parts) > MOST_PARTS:
            break
        for piece in _pieces(text, start, end, languages, now=now, zone=zone):
            begins = piece.has_kind and bool(piece.codes)
            if begins and (not parts or not _goes_on(parts[-1], piece)):
                parts.append([piece])
            elif parts and _belongs(parts[-1], piece, text[parts[-1][-1].end : piece.start]):
                parts[-1].append(piece)
    return [_part(text, pieces) for pieces in parts[:MOST_PARTS]]


def _goes_on(pieces: list[_Clause], piece: _Clause) -> bool:
    """Tell whether a sentence says more of the same activity: same partner, no second date."""
    if not piece.codes <= frozenset().union(*(p.codes for p in pieces)):
        return False
    return not (piece.has_date and any(p.has_date for p in pieces))


def _belongs(pieces: list[_Clause], piece: _Clause, between: str) -> bool:
    """Tell whether a sentence without a kind or a partner of its own is about the last activity."""
    if between.strip() or between.count("\n") > 1 or piece.codes:
        return False
    return not (piece.has_date and any(p.has_date for p in pieces))


def _part(text: str, pieces: list[_Clause]) -> Segment:
    start, end = pieces[0].start, pieces[-1].end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    programme = next((p.programme for p in pieces if p.programme.matches), Candidates())
    return Segment(text[start:end], start, pieces[0].partners, programme)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if match.start() > start:
            yield start, match.start() + 1 if match[0].strip() else match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _pieces(
    text: str, start: int, end: int, languages: Sequence[str], *, now: datetime, zone: ZoneInfo
) -> list[_Clause]:
    """Return a sentence whole, or in as many parts as it has dates with a kind each."""
    sentence = text[start:end][:LONGEST_SENTENCE]
    read = read_text(sentence, languages)
    if not read.tokens:
        return []
    dates = find_when(sentence, languages=read.languages, now=now, zone=zone)
    whole = _piece(read, start, end, bool(dates))
    if len(dates) < 2 or not whole.codes:
        return [whole]
    cuts = list(_cut(sentence, dates[:MOST_PARTS]))
    texts = [read_text(sentence[a:b], languages) for a, b in cuts]
    pieces = [
        _piece(part, start + a, start + b, dated=True, around=whole)
        for part, (a, b) in zip(texts, cuts, strict=True)
    ]
    return pieces if all(piece.has_kind for piece in pieces) else [whole]


def _cut(sentence: str, dates: Sequence[FoundWhen]) -> Iterator[tuple[int, int]]:
    """Return the stretches that end with each date; the last one goes to the end."""
    start = 0
    for date in dates[:-1]:
        closing = _CLOSING.match(sentence, date.end)
        end = closing.end() if closing else date.end
        yield start, end
        start = end
    yield start, len(sentence)


def _piece(
    read: AnnotatedText, start: int, end: int, dated: bool, around: _Clause | None = None
) -> _Clause:
    found = partners_in(read)
    asked = [code for question in found.questions for code in question.codes]
    codes = frozenset([*found.codes, *asked])
    programme = find_programme(read, found)
    if around is not None:
        codes = codes or around.codes
        programme = programme if programme.matches else around.programme
    partners = found.matches or (around.partners if around else ())
    kind = has_strong_kind(read, found)
    return _Clause(start, end, kind, dated, partners, codes, programme)
