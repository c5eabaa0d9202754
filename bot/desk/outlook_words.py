"""The forecast in words: the days of a fortnight, and one day to the person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from bot.core import times
from bot.core.messages import Html
from bot.core.texts import Texts
from bot.desk.outlook import Item
from config.reference import reference
from storage.models import Person


@dataclass(frozen=True)
class Viewer:
    """In which words and on which clock a forecast is read, and who sits where."""

    texts: Texts
    zone: str
    seats: Mapping[int, Sequence[str]]

    def day_of(self, item: Item) -> date:
        """Return the day of the reader's calendar on which something is sent."""
        return times.local(item.at, self.zone).date()

    def chambers(self, items: Iterable[Item]) -> set[str]:
        """Return the chambers that hear of a meeting; an observer stands for none."""
        return {
            chamber
            for item in items
            if item.meeting is not None and item.person.role.speaks_for_chamber
            for chamber in self.seats.get(item.person.id, [])
        }

    def where(self, person: Person) -> str:
        """Return the chambers of a person in words; ``none`` for nobody's."""
        held = self.seats.get(person.id, [])
        labels = [reference().chamber_label(code, self.texts.language) for code in held]
        return ", ".join(labels) or "none"


def by_day(items: Sequence[Item], reader: Viewer) -> dict[date, list[Item]]:
    """Return the items of each day on which there are any, the first day first."""
    days: dict[date, list[Item]] = {}
    for item in items:
        days.setdefault(reader.day_of(item), []).append(item)
    return dict(sorted(days.items()))


def overview(
    days: Mapping[date, Sequence[Item]], reader: Viewer, first: date, last: date, unheard: int
) -> Html:
    """Return the fortnight: a line for each thing that is sent; *unheard* chambers have nobody."""
    texts, language = reader.texts, reader.texts.language
    between = {"from": times.day(first, language), "to": times.day(last, language)}
    parts = [texts("forecast-heading", **between)]
    for day, items in days.items():
        lines = [texts("forecast-day", day=times.day(day, language))]
        lines += [_line(group, reader) for group in _groups(items)]
        parts.append(Html("\n".join(lines)))
    if not days:
        parts.append(texts("forecast-nothing"))
    elif unheard and any(item.meeting for items in days.values() for item in items):
        parts.append(texts("forecast-unheard", count=unheard))
    return Html("\n\n".join(parts))


def details(day: date, items: Sequence[Item], reader: Viewer) -> Html:
    """Return one day to the person: who gets what at which hour, who does not and why."""
    parts = [reader.texts("forecast-day", day=times.day(day, reader.texts.language))]
    if not items:
        parts.append(reader.texts("forecast-day-empty"))
    parts += [Html("\n".join(_block(group, reader))) for group in _groups(items)]
    return Html("\n\n".join(parts))


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    """Return the items by what they are about, in the order in which each begins."""

    def about(item: Item) -> tuple[str, int]:
        return item.kind, (item.meeting.id) if item.meeting else 0

    ordered = sorted(items, key=lambda item: (about(item), item.at, item.person.id))
    groups = [list(group) for _, group in groupby(ordered, key=about)]
    return sorted(groups, key=lambda group: group[0].at)


def _line(group: Sequence[Item], reader: Viewer) -> Html:
    sent = [item for item in group if item.message is not None]
    return reader.texts(
        "forecast-line",
        hours=_hours(sent or group, reader),
        what=_what(group[0], reader.texts),
        people=len({item.person.id for item in sent}),
        chambers=len(reader.chambers(sent)),
        left=len(group) - len(sent),
    )


def _what(item: Item, texts: Texts) -> str:
    name = texts.plain(item.topic.name)
    if item.meeting is None:
        return name
    return texts.plain("forecast-what", kind=name, title=item.meeting.title)


def _hours(items: Sequence[Item], reader: Viewer) -> str:
    """Return from when to when: the same hour on three clocks is three hours on the reader's."""
    language = reader.texts.language
    first = times.hour(min(item.at for item in items), reader.zone, language)
    last = times.hour(max(item.at for item in items), reader.zone, language)
    return first if first == last else times.between(first, last, language)


def _block(group: Sequence[Item], reader: Viewer) -> list[Html]:
    texts = reader.texts
    sent = [item for item in group if item.message is not None]
    lines = [
        texts(
            "forecast-to",
            what=_what(group[0], texts),
            people=len({item.person.id for item in sent}),
            chambers=len(reader.chambers(sent)),
        )
    ]
    if group[0].topic.is_private:
        return [*lines, texts("forecast-unnamed", hours=_hours(group, reader))]
    lines += [
        texts(
            "forecast-person",
            hour=times.hour(item.at, reader.zone, texts.language),
            name=item.person.name,
            where=reader.where(item.person),
        )
        for item in sent
    ]
    return lines + _moved(sent, reader) + _left_out(group, reader)


def _moved(sent: Sequence[Item], reader: Viewer) -> list[Html]:
    """Return from which day messages were moved into working hours, if they were."""
    days: dict[date, int] = {}
    for item in sent:
        if item.moved_from is not None:
            day = _day(item.moved_from, item.person)
            days[day] = days.get(day, 0) + 1
    return [
        reader.texts("forecast-moved", day=times.day(day, reader.texts.language), count=count)
        for day, count in days.items()
    ]


def _day(instant: datetime, person: Person) -> date:
    return times.local(instant, person.zone).date()


def _left_out(group: Sequence[Item], reader: Viewer) -> list[Html]:
    texts = reader.texts
    reasons: dict[str, list[Person]] = {}
    for item in group:
        if item.reason is not None:
            reasons.setdefault(item.reason, []).append(item.person)
    lines: list[Html] = []
    for reason, people in reasons.items():
        lines.append(texts("forecast-left-out", reason=texts(reason), count=len(people)))
        lines += [
            texts("forecast-left-person", name=person.name, where=reader.where(person))
            for person in people
        ]
    return lines
