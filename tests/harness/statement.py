"""What is due to whom and when, stated from the rules as people know them.

This is written without the bot's own code for planning, so that the two can be compared: the
scenarios of a year and of months of jumps hold what people received against it. It knows what
people change meanwhile: their zone, a pause, a kind they stop, a role, and the organiser's plan.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from storage.models import Role

BRUSSELS = ZoneInfo("Europe/Brussels")
EVER = datetime.min.replace(tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)

HEADS = {
    "invitation": ("You are invited", "Le réseau vous invite"),
    "moved": ("The meeting has been moved", "La réunion est déplacée"),
    "cancelled": ("Cancelled:", "Annulée :"),
    "call": ("Your activities for", "Vos activités pour"),
    "updates": ("Activities not yet reported", "Activités attendues"),
    "reply": ("Will you take part?", "Participerez-vous ?"),
    "dossier": ("by the chambers so far", "par les chambres à ce jour"),
    "practical": (
        "Tomorrow:",
        "In 3 days:",
        "Today:",
        "Demain :",
        "Dans 3 jours :",
        "Aujourd’hui :",
    ),
    "joining": ("Starting soon:", "Bientôt :"),
    "report": ("It is time for the meeting report", "d’établir le compte rendu"),
    "ipex": ("IPEX: after", "IPEX : après"),
    "unreachable": ("cannot be reached through Telegram", "n’est plus joignable"),
    "promoted": ("is now a coordinator:", "coordonne désormais le réseau"),
    "demoted": (
        "no longer a coordinator:",
        "ne coordonne plus le réseau",
        "ne coordonnez plus le réseau",
    ),
    "welcome": ("Welcome,", "Bienvenue,"),
}
"""How each kind of message begins, in both languages."""


def kind_of(text: str) -> str | None:
    """Return what kind of message a text is; None where it is part of a conversation."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ")  # French ties its signs to the word
    return next((k for k, heads in HEADS.items() if any(head in text for head in heads)), None)


@dataclass(frozen=True)
class Plan:
    """The organiser's plan, as far as scenarios change it."""

    dossier: int = 7
    """So many days before the meeting."""
    report: int = 5
    """So many working days after it."""


@dataclass
class Somebody:
    """A person as the statement knows them."""

    name: str
    chamber: str | None
    zone: ZoneInfo
    role: Role
    answers: list[tuple[datetime, datetime, str]] = field(default_factory=list)
    """When, for which start, what."""
    blocked_at: datetime | None = None
    zones: list[tuple[datetime, ZoneInfo]] = field(default_factory=list)
    """Zones chosen later, and when."""
    roles: list[tuple[datetime, Role]] = field(default_factory=list)
    pauses: list[tuple[datetime, datetime]] = field(default_factory=list)
    """From when they said so, and until when it lasted."""
    stops: list[tuple[str, datetime, datetime]] = field(default_factory=list)
    """Which kind they did not want, from when and until when."""

    def zone_at(self, at: datetime) -> ZoneInfo:
        return _latest(self.zones, at, self.zone)

    def role_at(self, at: datetime) -> Role:
        return _latest(self.roles, at, self.role)

    def wants(self, kind: str, at: datetime) -> bool:
        """Tell whether a reminder of a kind may come then."""
        paused = any(since <= at < until for since, until in self.pauses)
        stopped = any(what == kind and since <= at < until for what, since, until in self.stops)
        return not paused and not stopped


def _latest(changes, at, first):
    said = [value for since, value in changes if since <= at]
    return said[-1] if said else first


@dataclass
class Held:
    """A meeting between two changes: from when to when it stood like this."""

    title: str
    start: datetime
    end: datetime
    reply_day: date
    known_from: datetime
    known_until: datetime


@dataclass(frozen=True)
class Slot:
    """One reminder that a plan holds, when it comes, and from when on it is of no use."""

    kind: str
    ahead: int
    """Tells those of a kind apart: so many days before, or after, what they are about."""
    at: datetime
    useless: datetime


def local(zone: ZoneInfo, day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)


def nine_or_friday(zone: ZoneInfo, day: date) -> datetime:
    """Nine o'clock of one's own; what would fall on a week-end comes on Friday, half past eight."""
    if day.weekday() > 4:
        return local(zone, day - timedelta(days=day.weekday() - 4), 8, 30)
    return local(zone, day, 9)


def working_days_after(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), BRUSSELS).astimezone(UTC)


def slots(meeting: Held, zone: ZoneInfo, plan: Plan) -> list[Slot]:
    """State every reminder of a meeting for somebody whose clock is in *zone*."""
    day = meeting.start.astimezone(BRUSSELS).date()
    updates_day = day - timedelta(days=21)

    def ahead_of(kind: str, what: date, days: int, use: timedelta, end: datetime) -> Slot:
        at = nine_or_friday(zone, what - timedelta(days=days))
        return Slot(kind, days, at, min(at + use, end))

    found = [ahead_of("call", day, 42, timedelta(days=7), meeting.start)]
    for days, hours in ((7, 48), (2, 24), (0, 8)):
        use = timedelta(hours=hours)
        found.append(ahead_of("updates", updates_day, days, use, end_of(updates_day)))
        found.append(ahead_of("reply", meeting.reply_day, days, use, end_of(meeting.reply_day)))
    found.append(ahead_of("dossier", day, plan.dossier, timedelta(days=2), meeting.start))
    found.append(ahead_of("practical", day, 1, timedelta(hours=12), meeting.start))
    before = meeting.start - timedelta(hours=1)
    found.append(Slot("joining", 0, before, before + timedelta(minutes=50)))
    report = local(zone, working_days_after(day, plan.report), 9)
    found.append(Slot("report", plan.report, report, report + timedelta(days=14)))
    ipex = local(zone, day + timedelta(days=14), 9)
    found.append(Slot("ipex", 14, ipex, ipex + timedelta(days=30)))
    return found


def due(
    people: Sequence[Somebody],
    held: Sequence[Held],
    reported: Mapping[str, datetime],
    agreed: Collection[str],
    plans: Sequence[tuple[datetime, Plan]] = (),
) -> dict[tuple[str, str, datetime], datetime]:
    """State every reminder that was due: (name, kind, instant) → when it was of no use any more.

    *reported*: when a chamber reported for the meeting. *plans*: later plans, each from a start on.
    Nobody is called for activities twice for one meeting, however often it is moved.
    """
    found = {}
    called: set[tuple[str, str]] = set()
    for meeting in held:
        for who in people:
            for slot in _of_person(who, meeting, plans):
                if who.blocked_at is not None and slot.at >= who.blocked_at:
                    continue
                if slot.kind == "call" and (who.name, meeting.title) in called:
                    continue
                if who.wants(slot.kind, slot.at) and concerns(
                    who, slot.kind, slot.at, meeting, people, reported, agreed
                ):
                    if slot.kind == "call":
                        called.add((who.name, meeting.title))
                    found[who.name, slot.kind, slot.at] = slot.useless
    return found


def _of_person(who: Somebody, meeting: Held, plans: Sequence[tuple[datetime, Plan]]) -> list[Slot]:
    """State which reminders have their time while the meeting stands so, whatever is changed.

    With a new zone or plan what has not come yet comes at its new time. Where the new clock says
    that it should have come already, it comes at once.
    """
    changes = [at for at, _ in (*who.zones, *plans)]
    turns = [at for at in changes if meeting.known_from < at < meeting.known_until]
    came: set[tuple[str, int]] = set()
    waits: set[tuple[str, int]] = set()
    found = []
    for start, end in pairwise([meeting.known_from, *sorted(turns), meeting.known_until]):
        planned = slots(meeting, who.zone_at(start), _latest(plans, start, Plan()))
        for slot in planned:
            which = (slot.kind, slot.ahead)
            at = start if which in waits and slot.at <= start else slot.at
            if which not in came and (start < at or which in waits) and at < end:
                came.add(which)
                found.append(Slot(slot.kind, slot.ahead, at, slot.useless))
        waits = {
            (slot.kind, slot.ahead)
            for slot in planned
            if slot.at >= end and (slot.kind, slot.ahead) not in came
        }
    return found


def choice(who: Somebody, start: datetime, at: datetime) -> str | None:
    """Return what somebody had answered by then for a start."""
    given = [what for when, of, what in who.answers if when <= at and of == start]
    return given[-1] if given else None


def concerns(who, kind, at, meeting, people, reported, agreed) -> bool:
    """Tell whether a reminder of a kind concerns somebody at an instant."""
    own = choice(who, meeting.start, at)
    if kind in ("call", "updates"):
        return who.chamber is not None and not reported.get(who.chamber, at) < at
    if kind == "reply":
        same = [p for p in people if p is who or (who.chamber and p.chamber == who.chamber)]
        return not any(choice(p, meeting.start, at) for p in same)
    if kind == "practical":
        return own in ("In person", "Online")
    if kind == "joining":
        return own == "Online"
    if kind == "report":
        return who.role_at(at) is Role.COORDINATOR
    if kind == "ipex":
        return who.chamber in agreed
    return True
