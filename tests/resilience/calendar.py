"""Months of reminders while the clock jumps and the program is killed.

The clock is moved over hours, days and both changes of 2027, sometimes while the program is down.
What was due is stated here from the rules as people know them, with the time after which each
reminder is of no use: what was still of use when the program next ran must have come, once, and say
so if it came late; what was not must not have come, and its row must say that it was too late.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from config.network import FILE
from config.reference import reference
from storage.models import Role
from tests.harness.statement import EVER, HEADS, Held, Plan, Somebody
from tests.harness.statement import due as due_of
from tests.resilience import actors as acting
from tests.resilience.actors import Actor
from tests.resilience.checker import MARK, Due, Verdict, check
from tests.resilience.program import NETWORK
from tests.resilience.stage import Program, Stage

LATE = "This message should have reached you"
LATE_FROM = timedelta(minutes=15)
CLEAR = timedelta(minutes=20)
"""No jump ends so near before a reminder becomes useless: what happens then would be chance."""
AWAY = "The bot was not running"
DOSSIER = 'kind = "dossier"\nanchor = "start"\nbefore = "7 days"'
ZONES = ("IE-DAI", "PT-ASR", "GR-VOU", "FI-EDU", "FR-SEN", "DE-BTG", "RO-SEN", "MT-KAM")
SEASONS = {
    "spring": (
        datetime(2027, 2, 15, 9, tzinfo=UTC),
        "1 April 2027 10:00-12:00",
        "18 March 2027",
        Held(
            "Spring meeting",
            datetime(2027, 4, 1, 8, tzinfo=UTC),
            datetime(2027, 4, 1, 10, tzinfo=UTC),
            date(2027, 3, 18),
            datetime.min.replace(tzinfo=UTC),
            datetime.max.replace(tzinfo=UTC),
        ),
    ),
    "autumn": (
        datetime(2027, 9, 20, 9, tzinfo=UTC),
        "4 November 2027 14:00-17:00",
        "21 October 2027",
        Held(
            "Autumn meeting",
            datetime(2027, 11, 4, 13, tzinfo=UTC),
            datetime(2027, 11, 4, 16, tzinfo=UTC),
            date(2027, 10, 21),
            datetime.min.replace(tzinfo=UTC),
            datetime.max.replace(tzinfo=UTC),
        ),
    ),
}
"""Where the clock starts, what the coordinator types, and the meeting as it is."""


@dataclass(frozen=True)
class Reminder:
    """One reminder that is due to one person, and when it has become useless."""

    name: str
    kind: str
    at: datetime
    useless: datetime


def reminders(people: Sequence[Somebody], meeting: Held, plan: Plan) -> list[Reminder]:
    """Return what :mod:`tests.harness.statement` says is due of a meeting by a plan."""
    stated = due_of(people, [meeting], {}, (), [(EVER, plan)])
    return [Reminder(*who_kind_at, useless) for who_kind_at, useless in stated.items()]


async def decide(stage: Stage, people: Sequence[Somebody], actors: Sequence[Actor]) -> None:
    """Let people change what they get: a zone, a pause, a kind, a role; who is drawn by lot."""
    random, said = stage.random, stage.clock.now()
    correspondents = [n for n, who in enumerate(people) if who.role is Role.CORRESPONDENT]
    moving, pausing, stopping, rising = random.sample(correspondents, 4)
    await actors[moving].goes_through(acting.choosing_zone("Helsinki"))
    people[moving].zones.append((said, ZoneInfo("Europe/Helsinki")))
    back = (said + timedelta(days=random.randrange(5, 30))).date()
    await actors[pausing].goes_through(acting.pausing(f"{back.day} {back:%B %Y}"))
    until = datetime.combine(back, time(), people[pausing].zone).astimezone(UTC)
    people[pausing].pauses.append((said, until))
    await acting.change_a_setting(actors[stopping])
    people[stopping].stops.append(("dossier", said, datetime.max.replace(tzinfo=UTC)))
    await actors[0].goes_through(acting.promoting(people[rising].name))
    people[rising].roles.append((said, Role.COORDINATOR))


async def change_plan(stage: Stage, program: Program) -> Plan:
    """Let the organiser change the plan, which the program follows from its next start."""
    text = FILE.read_text(encoding="utf-8")
    changed = text.replace(DOSSIER, DOSSIER.replace("7 days", "9 days"))
    if changed == text:
        raise LookupError("the plan has another reminder of the week before")
    await program.stop()
    stage.clock.path.with_name(NETWORK).write_text(changed, encoding="utf-8")
    await program.up()
    return Plan(dossier=9)


async def season(stage: Stage, name: str, *, jumps: int, killed: float = 0.5) -> Verdict:
    """Play one meeting from its announcement to its report, in about so many *jumps* of the clock.

    A share *killed* of the jumps happens while the program is down, or has it killed right after.
    """
    _, day, reply, meeting = SEASONS[name]
    random = stage.random
    people, persons = [], {}
    with stage.database.transaction() as session:
        for number, code in enumerate(("EU-EP", *known(ZONES), None)):
            role = Role.COORDINATOR if number == 0 else Role.CORRESPONDENT
            role = role if code else Role.OBSERVER
            zone = reference().chamber(code).timezone if code else "Europe/Brussels"
            person = stage.member(session, f"{name.title()} {number}", role, code)
            persons[person.name] = person
            people.append(Somebody(person.name, code, ZoneInfo(zone), role))
    program = stage.program()
    await program.up()
    helena = Actor(stage, persons[people[0].name])
    await helena.goes_through(acting.announcement(meeting.title, day, reply, "Hybrid"))
    announced = stage.clock.now()
    await stage.settle()
    talkers = [Actor(stage, persons[who.name]) for who in people]
    for who, actor in list(zip(people, talkers, strict=True))[:-1]:
        label = random.choice(("In person", "Online", None))
        if label is not None:
            await acting.answer(actor, meeting.title, label)
            who.answers.append((stage.clock.now(), meeting.start, label))
    await decide(stage, people, talkers)
    plan = await change_plan(stage, program)
    decided = stage.clock.now()
    due = [r for r in reminders(people, meeting, plan) if r.at > announced]
    if not any(r.at > decided and r.kind == "dossier" for r in due):
        raise LookupError("nothing is due after what was decided")
    ran, downs = [stage.clock.now()], 0
    for to in instants(random, due, stage.clock.now(), jumps):
        if to <= stage.clock.now():
            continue
        roll = random.random()
        if roll < killed / 2:
            await program.kill()
            downs += to - stage.clock.now() > timedelta(hours=1)
            stage.clock.set(to)
            await program.up()
        else:
            stage.clock.set(to)
            if roll < killed:
                await asyncio.sleep(random.uniform(0, 1.3))
                await program.kill()
                await program.up()
        await stage.settle()
        ran.append(to)
    stage.clock.advance(timedelta(minutes=2))
    await stage.settle()
    await program.stop()
    verdict = check(
        stage,
        due=[Due(("You are invited",), {persons[who.name].id: 1 for who in people})],
        actors=[helena],
        announced=[meeting.title],
    )
    compare(stage, verdict, due, ran, {persons[who.name].id: who.name for who in people})
    told = sum(AWAY in s.text and s.chat_id == helena.person.id for s in stage.world.sent)
    if told < downs:
        verdict.problems.append(f"{downs} absences of an hour and more, {told} were told")
    verdict.figures |= {"reminders due": len(due), "jumps": len(ran), "downs": downs}
    return verdict


def known(codes: Iterable[str]) -> list[str]:
    """Return those chambers of *codes* that exist; the zones differ, whichever they are."""
    return [code for code in codes if reference().has_chamber(code)]


def instants(random, due, now, jumps):
    """Return where the clock goes: to some due instants to the minute, else a random way on."""
    ends = sorted({r.useless for r in due if r.useless.year < 9999})
    last = max(r.at for r in due) + timedelta(days=2)
    marks = sorted({r.at for r in due})
    chosen = set(random.sample(marks, min(len(marks), jumps // 2)))
    span = (last - now).total_seconds()
    chosen |= {now + timedelta(seconds=random.uniform(0, span)) for _ in range(jumps // 2)}
    chosen.add(last)
    safe = []
    for at in sorted(chosen):
        near = [end for end in ends if at <= end <= at + CLEAR]
        safe.append(max(near) + timedelta(seconds=1) if near else at)
    return safe


def compare(stage, verdict, due, ran, names):
    """Compare the reminders that came with those that were of use when the program ran."""
    say = verdict.problems.append
    wanted, useless = wanted_of(due, ran)
    got = came(stage, {reminder.kind for reminder in due}, names)
    for who in wanted.keys() | got.keys():
        compare_numbers(say, who, wanted[who], got[who])
        for s in got[who]:
            compare_times(say, who, wanted[who], s)
    verdict.figures["too late, rightly"] = useless


def wanted_of(due, ran):
    """Return what each should have got, with when the program ran, and how much was useless."""
    wanted, useless = defaultdict(list), 0
    for reminder in due:
        seen = next((at for at in ran if at >= reminder.at), None)
        if seen is None:
            continue
        if seen >= reminder.useless:
            useless += 1
        else:
            wanted[reminder.name, reminder.kind].append((reminder, seen))
    return wanted, useless


def came(stage, kinds, names):
    """Return what each got of every kind."""
    got = defaultdict(list)
    for s in stage.world.sent:
        kind = next((k for k in kinds if any(head in s.text for head in HEADS[k])), None)
        if s.method.startswith("send") and kind is not None and "You are invited" not in s.text:
            got[names[s.chat_id], kind].append(s)
    return got


def compare_numbers(say, who, expected, got):
    plain = [s for s in got if MARK not in s.text]
    if len(plain) > len(expected):
        say(f"{who} came {len(plain)} times unmarked, due {len(expected)}: {plain}")
    if len(got) < len(expected):
        say(f"{who} came {len(got)} times, due {[e[0].at for e in expected]}")


def compare_times(say, who, expected, s):
    slot = max((e for e in expected if e[0].at <= s.at), default=None, key=lambda e: e[0].at)
    if slot is None:
        say(f"{who} came at {s.at} before anything was due")
    elif (s.at - slot[0].at > LATE_FROM + timedelta(minutes=1)) and LATE not in s.text:
        say(f"{who}, due {slot[0].at}, came at {s.at} and does not say that it is late")
