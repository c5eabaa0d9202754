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
"""Characters that are read of one; what comes after is left out."""
_END = re.compile(
    r"(?<=[^\d\W])[.!?…;]+[\"»”)\]]*\s+(?=[^\W\d_a-z])"
    r"|(?<=[^\d\W]{4})[.!?…]\s+(?=\d{4}(?:\.|\s\w\.)\s+[^\W\d_]+\s+\d)"
    r"|(?<=\d{4})[.;]\s+|\s*\n+\s*"
)
"""A stop before a capital letter or before a year that begins a date, one after a year, or a line's
end."""
_HEAD = re.compile(r"\d{1,4}(?:[\W\d_]+[^\W\d_]+){0,3}[\W\d_]*")
"""Numbers with three words at most: "2024 m. gegužės 3 d", "3. svibnja 2024"."""
LONGEST_HEAD = 40
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
    segments: list[list[_Clause]] = []
    for start, end in islice(_sentences(text), MOST_SENTENCES):
        if len(segments) > MOST_PARTS:
            break
        for clause in _clauses(text, start, end, languages, now=now, zone=zone):
            _put(clause, segments, text)
    return [_segment(text, clauses) for clauses in segments[:MOST_PARTS]]


def _put(clause: _Clause, segments: list[list[_Clause]], text: str) -> None:
    """Begin a segment with *clause*, add it to the last one, or leave it out."""
    tells_of_activity = clause.has_kind and bool(clause.codes)
    if tells_of_activity and (not segments or not _goes_on(segments[-1], clause)):
        segments.append([clause])
    elif segments and _belongs(segments[-1], clause, text[segments[-1][-1].end : clause.start]):
        segments[-1].append(clause)


def _goes_on(clauses: list[_Clause], clause: _Clause) -> bool:
    """Tell whether a sentence says more of the same activity: same partner, no second date."""
    if not clause.codes <= frozenset().union(*(one.codes for one in clauses)):
        return False
    return not (clause.has_date and any(one.has_date for one in clauses))


def _belongs(clauses: list[_Clause], clause: _Clause, between: str) -> bool:
    """Tell whether a sentence without a kind or a partner of its own is about the last activity."""
    if between.strip() or between.count("\n") > 1 or clause.codes:
        return False  # something stands between, a paragraph ends, or another partner is named
    return not (clause.has_date and any(one.has_date for one in clauses))


def _segment(text: str, clauses: list[_Clause]) -> Segment:
    start, end = clauses[0].start, clauses[-1].end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    programme = next((one.programme for one in clauses if one.programme.matches), Candidates())
    return Segment(text[start:end], start, clauses[0].partners, programme)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if _is_within_date(text, start, match):
            continue
        if match.start() > start:
            yield start, match.start() + 1 if match[0].strip() else match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _is_within_date(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a stop belongs to a date: "2024. gada 3. maijā", "2024 m. gegužės 3 d. Seimo".

    It does where a year goes on in small letters, and where the sentence so far is a date alone.
    """
    if match[0][0] != "." or "\n" in match[0]:
        return False
    after = text[match.end() : match.end() + 1]
    so_far = text[start : match.start()].strip()
    is_date_alone = len(so_far) <= LONGEST_HEAD and _HEAD.fullmatch(so_far) is not None
    is_year = text[match.start() - 1].isdigit()
    return (is_date_alone and after.isalpha()) or (is_year and after.islower())


def _clauses(
    text: str, start: int, end: int, languages: Sequence[str], *, now: datetime, zone: ZoneInfo
) -> list[_Clause]:
    """Return a sentence whole, or in as many parts as it has dates with a kind each."""
    sentence = text[start:end][:LONGEST_SENTENCE]
    read = read_text(sentence, languages)
    if not read.tokens:
        return []
    dates = find_when(sentence, languages=read.languages, now=now, zone=zone)
    whole = _clause(read, start, end, bool(dates))
    if len(dates) < 2 or not whole.codes:
        return [whole]  # one date, one activity
    cuts = list(_cut(sentence, dates[:MOST_PARTS]))
    texts = [read_text(sentence[a:b], languages) for a, b in cuts]
    clauses = [
        _clause(part, start + a, start + b, dated=True, around=whole)
        for part, (a, b) in zip(texts, cuts, strict=True)
    ]
    return clauses if all(clause.has_kind for clause in clauses) else [whole]


def _cut(sentence: str, dates: Sequence[FoundWhen]) -> Iterator[tuple[int, int]]:
    """Return the stretches that end with each date; the last one goes to the end."""
    start = 0
    for date in dates[:-1]:
        closing = _CLOSING.match(sentence, date.end)
        end = closing.end() if closing else date.end
        yield start, end
        start = end
    yield start, len(sentence)


def _clause(
    read: AnnotatedText, start: int, end: int, dated: bool, around: _Clause | None = None
) -> _Clause:
    named = partners_in(read)
    asked = [code for question in named.questions for code in question.codes]
    codes = frozenset([*named.codes, *asked])
    programme = find_programme(read, named)
    if around is not None:
        codes = codes or around.codes
        programme = programme if programme.matches else around.programme
    partners = named.matches or (around.partners if around else ())
    kind = has_strong_kind(read, named)
    return _Clause(start, end, kind, dated, partners, codes, programme)
