"""What a list of activities is narrowed to: by partner, theme, chamber, status, period, as typed.

:class:`Chosen` is short enough for a button: ``p=ME+t=security+c=FR-SEN+d=260101-261231``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.chat.callback_data import OldButton
from bot.core import times
from bot.core.texts import Texts
from bot.understanding.findings import Candidates, Match
from bot.understanding.places import (
    understand_chamber,
    understand_member_state,
    understand_partners,
)
from bot.understanding.values import Expecting, Precision, When
from bot.understanding.vocabulary import understand_term
from bot.updates.callbacks import FILTER
from config.reference import reference
from storage.updates import Filter

ALL = "all"
ORDER = ("p", "t", "c", "k", "g", "s", "d")
"""Partner, theme, chamber (or a member state's), kind, programme, status, days: one of each."""
TERMS = {"t": "theme", "k": "kind", "g": "programme", "s": "status"}
"""The vocabularies, by the letter of their part."""
DAY = "%y%m%d"
LONGEST = 200
MOST = 8
FEW_WORDS = 4
"""So many words at most name a kind, a programme or a status; more of them are a sentence."""


@dataclass(frozen=True)
class Chosen:
    """What the list shows; ``all`` or parts with a plus between them."""

    code: str = ALL

    def parts(self) -> dict[str, str]:
        """Return value by kind; raises :class:`OldButton` for what no longer exists."""
        if self.code == ALL:
            return {}
        parts = [part.partition("=")[::2] for part in self.code.split("+")]
        found = dict(parts)
        if len(found) < len(parts) or not all(_exists(*part) for part in parts):
            raise OldButton(self.code)
        return found

    def with_(self, other: "Chosen") -> "Chosen":
        """Return this one narrowed by another; of each kind the other's counts.

        Where a button has no room for both, it is the other alone.
        """
        both = self.parts() | other.parts()
        code = "+".join(f"{kind}={both[kind]}" for kind in ORDER if kind in both) or ALL
        return Chosen(code) if len(code) <= FILTER.most else other

    def without(self, kind: str) -> "Chosen":
        """Return this one without its part of a kind."""
        left = {name: value for name, value in self.parts().items() if name != kind}
        return Chosen("+".join(f"{name}={value}" for name, value in left.items()) or ALL)

    def as_filter(self) -> Filter:
        """Return the filter; raises :class:`OldButton` for a code that no longer exists."""
        parts = self.parts()
        partner = parts.get("p")
        since, until = _days(parts["d"]) if "d" in parts else (None, None)
        return Filter(
            chambers=_chambers(parts["c"]) if "c" in parts else None,
            theme=parts.get("t"),
            kind=parts.get("k"),
            programme=parts.get("g"),
            status=parts.get("s"),
            partners=reference().related(partner) if partner else None,
            since=since,
            until=until,
        )

    def label(self, texts: Texts) -> str:
        """Return the filter in words."""
        parts = self.parts()
        if not parts:
            return texts.plain("projects-all")
        return " · ".join(part_label(kind, value, texts) for kind, value in parts.items())


def part_label(kind: str, value: str, texts: Texts) -> str:
    """Return one part of a filter in words."""
    match kind:
        case "c" if value in reference().member_states:
            return reference().member_state_label(value, texts.language)
        case "c":
            return reference().chamber_label(value, texts.language)
        case "p":
            return reference().partner_label(value, texts.language)
        case _ if kind in TERMS:
            return reference().label(TERMS[kind], value, texts.language)
        case _:
            since, until = _days(value)
            return times.period(since, until, _precision(since, until), texts.language)


def understood(
    text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo
) -> list[Chosen]:
    """Return what typed words narrow a list to: one reading, or those to choose from, or none.

    Words with commas between them narrow it together; the first that leaves a choice is asked.
    """
    sure = Chosen()
    for part in (piece.strip() for piece in text[:LONGEST].replace(";", ",").split(",")):
        if not part:
            continue
        found = _of_part(part, languages=languages, now=now, zone=zone)
        if len(found) != 1:
            return [sure.with_(choice) for choice in found][:MOST]
        sure = sure.with_(found[0])
    return [] if sure.code == ALL else [sure]


def _of_part(text: str, *, languages: Sequence[str], now: datetime, zone: ZoneInfo) -> list[Chosen]:
    from bot.understanding.dates import understand_when  # 2 MiB: the first text loads it

    sources = _sources(text, languages)
    sure = [
        Chosen(f"{kind}={found.sure}") for kind, many in sources for found in many if found.sure
    ]
    dates = understand_when(
        text, languages=languages, now=now, zone=zone, expecting=Expecting.EITHER
    )
    days = [_of_days(when) for when in dates.readings if _is_a_period(when, text)]
    if sure or days:
        return list(dict.fromkeys([*sure, *days]))
    return [
        Chosen(f"{kind}={match.code}")
        for kind, many in sources
        for found in many
        for match in found.matches
    ]


def _sources(text: str, languages: Sequence[str]) -> list[tuple[str, list[Candidates]]]:
    """Return what the words may stand for, by the letter of the part.

    Kind, programme and status count where the words say nothing else: a sentence about a study
    visit in Moldova is looked for by its country.
    """
    found = [
        ("p", understand_partners(text, languages=languages, with_ended=True)),
        ("t", [understand_term(text, "theme", languages=languages, with_ended=True)]),
        ("c", [_of_member_state(text, languages), understand_chamber(text, languages=languages)]),
    ]
    if any(each.sure for _, many in found for each in many) or len(text.split()) > FEW_WORDS:
        return found
    terms = [
        (letter, [understand_term(text, TERMS[letter], languages=languages, with_ended=True)])
        for letter in "kgs"
    ]
    return [(letter, many) for letter, many in terms if many[0].sure] or found


def _of_member_state(text: str, languages: Sequence[str]) -> Candidates:
    """Return the chambers of a member state: its only one, or all by the state's code."""
    state = understand_member_state(text, languages=languages).sure
    if state is None:
        return Candidates()
    own = _chambers(state)
    code = own[0] if len(own) == 1 else state
    return Candidates((Match(code, text, 0, len(text), 1.0),), is_sure=True)


def _chambers(value: str) -> list[str]:
    """Return the chambers that a code stands for: one, or all that a member state has or had."""
    if value not in reference().member_states:
        return [value]
    return [chamber.id for chamber in reference().every_chamber if chamber.country == value]


def _is_a_period(when: When, text: str) -> bool:
    """Tell whether a list may be narrowed to it: the name of a weekday alone is no period."""
    is_named = when.precision is not Precision.DAY or any(sign.isdigit() for sign in text)
    return is_named and when.start <= when.end


def _of_days(when: When) -> Chosen:
    return Chosen(f"d={_span(when.start, when.end)}")


def _span(since: date, until: date) -> str:
    return f"{since:{DAY}}-{until:{DAY}}"


def _exists(kind: str, value: str) -> bool:
    match kind:
        case "c":
            return reference().has_chamber(value) or value in reference().member_states
        case _ if kind in TERMS:
            return reference().term(TERMS[kind], value) is not None
        case "p":
            return reference().partner(value) is not None
        case "d":
            try:
                since, until = _days(value)
            except ValueError:
                return False
            return since <= until and value == _span(since, until)
        case _:
            return False


def _days(value: str) -> tuple[date, date]:
    first, _, last = value.partition("-")
    since, until = (datetime.strptime(day, DAY).replace(tzinfo=UTC) for day in (first, last))
    return since.date(), until.date()


def _precision(since: date, until: date) -> str:
    """Return how precisely a period is named: ``2026`` rather than its first and last day."""
    next_day = date.fromordinal(until.toordinal() + 1)
    if since.day != 1 or next_day.day != 1:
        return Precision.DAY.value
    months = (until.year - since.year) * 12 + until.month - since.month + 1
    if since.month == 1 and months % 12 == 0:
        return Precision.YEAR.value
    if months == 3 and since.month % 3 == 1:
        return Precision.QUARTER.value
    return Precision.MONTH.value
