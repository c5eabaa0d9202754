"""What a list of activities is narrowed to: by partner, theme, chamber and period, as typed.

:class:`Chosen` is short enough for a button: ``p=ME+t=security+c=FR-SEN+d=260101-261231``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.chat.callback_data import OldButton
from bot.core import times
from bot.core.texts import Texts
from bot.understanding.places import understand_chamber, understand_partners
from bot.understanding.values import Expecting, Precision, When
from bot.understanding.vocabulary import understand_term
from config.reference import reference
from storage.updates import Filter

ALL = "all"
ORDER = ("p", "t", "c", "d")
"""Partner, theme, chamber, days: one of each at most."""
DAY = "%y%m%d"
LONGEST = 200
MOST = 8


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
        """Return this one narrowed by another; of each kind the other's counts."""
        both = self.parts() | other.parts()
        return Chosen("+".join(f"{kind}={both[kind]}" for kind in ORDER if kind in both) or ALL)

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
            chamber_id=parts.get("c"),
            theme=parts.get("t"),
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
        case "c":
            return reference().chamber_label(value, texts.language)
        case "t":
            return reference().label("theme", value, texts.language)
        case "p":
            return reference().partner_label(value, texts.language)
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

    sources = [
        ("p", understand_partners(text, languages=languages, with_ended=True)),
        ("t", [understand_term(text, "theme", languages=languages, with_ended=True)]),
        ("c", [understand_chamber(text, languages=languages)]),
    ]
    sure = [
        Chosen(f"{kind}={found.sure}") for kind, many in sources for found in many if found.sure
    ]
    dates = understand_when(
        text, languages=languages, now=now, zone=zone, expecting=Expecting.EITHER
    )
    days = [_of_days(when) for when in dates.readings if _is_a_period(when, text)]
    if sure or days:
        return [*sure, *days]
    return [
        Chosen(f"{kind}={match.code}")
        for kind, many in sources
        for found in many
        for match in found.matches
    ]


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
            return reference().has_chamber(value)
        case "t":
            return reference().term("theme", value) is not None
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
