"""A year of two meetings, one moved and one cancelled, 60 people in 31 chambers.

What everybody received is compared, to the minute, with :mod:`tests.harness.statement`: what was
due, from the rules as people know them. Meanwhile people move, pause, stop a kind, become
coordinators or are no longer, and the organiser changes the plan.
"""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.people import membership
from bot.updates import service as updates
from config.network import network
from config.reference import reference
from storage import people as stored_people
from storage.models import Person as Row
from storage.models import Role
from tests.harness import stock
from tests.harness.network import open_harness
from tests.harness.statement import Held, Plan, Somebody, due, kind_of
from tests.harness.steps import choose_zone, end_pause, pause, toggle

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio, pytest.mark.timeout(280)]

TITLES = ("Spring meeting", "Autumn meeting")
LABELS = {"dossier": "Ahead of a meeting", "updates": "Activities are due"}
"""What the settings call kinds of reminders."""


async def settle_people(harness):
    harness.clock.set(datetime(2027, 1, 11, 8, 0, tzinfo=UTC))
    chambers = [chamber.id for chamber in reference().chambers[1:31]]
    people, actors = [], {}
    cast = [("Helena", Role.COORDINATOR, "EU-EP"), ("Marc", Role.COORDINATOR, "EU-EP")]
    cast += [(f"First of {code}", Role.CORRESPONDENT, code) for code in chambers]
    cast += [(f"Second of {code}", Role.CORRESPONDENT, code) for code in chambers[:27]]
    cast += [("Sofia", Role.OBSERVER, None)]
    for number, (name, role, chamber) in enumerate(cast):
        language = "en" if name == "Helena" or number % 2 else "fr"
        actors[name] = await harness.member(name, role, chamber, language=language)
        zone = reference().chamber(chamber).timezone if chamber else "Europe/Brussels"
        people.append(Somebody(name, chamber, ZoneInfo(zone), role))
    assert len(people) == 60
    assert len({who.chamber for who in people if who.chamber}) == 31
    await harness.pass_until(harness.clock.now())
    return people, actors


async def announce(harness, helena, title, when, reply_by):
    await harness.say(helena, "/announce", title, when)
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "Hybrid")
    await harness.say(helena, "Brussels", "https://meet.example.org/dsn")
    await harness.press(helena, "Skip")
    await harness.press(helena, "Skip")
    await harness.say(helena, reply_by)
    await harness.press(helena, "Yes, that is right")
    await harness.press(helena, "Preview and recipients")
    await harness.press(helena, "Send now to 60")
    await harness.pass_until(harness.clock.now())


async def answer(harness, people, actors, at, start, chosen):
    """Let people answer under the last card about the meeting that they got."""
    await harness.pass_until(at)
    by_name = {who.name: who for who in people}
    for name, label in chosen.items():
        actor = actors[name]
        card = next(
            m
            for m in reversed(actor.received)
            if any("rsvp:" in b["callback_data"] for b in m.buttons)
        )
        word = {"In person": "in_person", "Online": "online", "Cannot attend": "cannot"}[label]
        data = next(b["callback_data"] for b in card.buttons if b["callback_data"].endswith(word))
        actor.press_raw(card, data)
        by_name[name].answers.append((at, start, label))
    await harness.quiet()


# --- what people and the organiser change ----------------------------------------------------


async def moves(harness, who, actor, at, city, zone):
    await harness.pass_until(at)
    await choose_zone(harness, actor, city)
    who.zones.append((at, ZoneInfo(zone)))
    await harness.pass_until(at)


async def pauses(harness, who, actor, at, until):
    await harness.pass_until(at)
    await pause(harness, actor, f"{until.day} {until:%B %Y}")
    who.pauses.append((at, datetime.combine(until, time(), who.zone_at(at)).astimezone(UTC)))


async def goes_on(harness, who, actor, at):
    await harness.pass_until(at)
    await end_pause(harness, actor)
    since, _ = who.pauses.pop()
    who.pauses.append((since, at))


async def stops(harness, who, actor, at, kind):
    await harness.pass_until(at)
    await toggle(harness, actor, f"✓ {LABELS[kind]}")
    who.stops.append((kind, at, datetime.max.replace(tzinfo=UTC)))


async def wants_again(harness, who, actor, at, kind):
    await harness.pass_until(at)
    await toggle(harness, actor, f"✗ {LABELS[kind]}")
    _, since, _ = who.stops.pop()
    who.stops.append((kind, since, at))


async def is_made(harness, who, at, role):
    """Give somebody a role, as the first of the coordinators decides it."""
    await harness.pass_until(at)
    with harness.database.transaction() as session:
        by = session.exec(select(Row).where(Row.name == "Helena")).one()
        person = session.exec(select(Row).where(Row.name == who.name)).one()
        membership.give_role(session, harness.network, person, role, by=by, now=at)
    who.roles.append((at, role))
    await harness.pass_until(at)


async def plan_changes(harness, at, changed):
    """Let the organiser change the plan, which counts from the next start."""
    await harness.pass_until(at)
    await harness.run.jobs.note_alive()
    await harness.stop()
    rules = []
    for rule in network().reminders:
        if rule.kind == "dossier":
            rules.append(rule.model_copy(update={"before": timedelta(days=changed.dossier)}))
        elif rule.kind == "report":
            after = f"{changed.report} working days"
            rules.append(rule.model_copy(update={"after": after}))
        else:
            rules.append(rule)
    harness.network = network().model_copy(update={"reminders": rules})
    await harness.start()
    await harness.pass_until(at)


async def something_changes(harness, people, actors, chambers):
    """Let people change their settings before the spring meeting is moved."""
    by_name = {who.name: who for who in people}
    moving, stopping = (f"First of {chambers[number]}" for number in (5, 7))
    pausing = f"Second of {chambers[3]}"
    at = datetime(2027, 2, 9, 12, tzinfo=UTC)
    await moves(harness, by_name[moving], actors[moving], at, "Athens", "Europe/Athens")
    at += timedelta(minutes=30)
    await pauses(harness, by_name[pausing], actors[pausing], at, date(2027, 2, 20))
    at += timedelta(minutes=30)
    await stops(harness, by_name[stopping], actors[stopping], at, "updates")


async def much_changes(harness, people, actors, chambers):
    """Let people change settings and roles while its reminders come."""
    by_name = {who.name: who for who in people}
    again, pausing, stopping = (f"First of {chambers[number]}" for number in (7, 9, 11))
    at = datetime(2027, 3, 2, 10, tzinfo=UTC)
    await pauses(harness, by_name[pausing], actors[pausing], at, date(2027, 6, 1))
    at += timedelta(hours=2)
    await wants_again(harness, by_name[again], actors[again], at, "updates")
    at += timedelta(hours=1)
    await stops(harness, by_name[stopping], actors[stopping], at, "dossier")
    # Half past eight in Dublin, half past ten in Athens: nine o'clock is still to come, or was.
    at = datetime(2027, 3, 4, 8, 30, tzinfo=UTC)
    east = next(
        who
        for who in people
        if who.zone.key == "Europe/Dublin" and actors[who.name].language_code == "en"
    )
    await moves(harness, east, actors[east.name], at, "Athens", "Europe/Athens")
    at = datetime(2027, 3, 8, 10, tzinfo=UTC)
    await goes_on(harness, by_name[pausing], actors[pausing], at)


def report(harness, chamber, at, *, sharing="network"):
    values = stock.update(
        chamber_id=chamber,
        title="Study visit",
        kind="study_visit",
        themes=["committees"],
        programme="inter_pares",
        status="completed",
        start=date(2027, 1, 5),
        start_precision="day",
        end=date(2027, 1, 6),
        end_precision="day",
        sharing=sharing,
    )
    with harness.database.transaction() as session:
        person = stored_people.of_chamber(session, chamber)[0]
        updates.submit(session, network(), values, by=person, now=at)


async def some_report(harness, chambers) -> dict[str, datetime]:
    """Let every fourth chamber report one activity, the first of them for IPEX; return when."""
    at = datetime(2027, 2, 3, 10, tzinfo=UTC)
    for code in chambers[::4]:
        await harness.pass_until(at)
        report(harness, code, at, sharing="ipex_ok" if code == chambers[0] else "network")
    return dict.fromkeys(chambers[::4], at)


async def test_a_year_of_two_meetings(sqlite, clock):
    async with open_harness(sqlite, clock) as harness:
        people, actors = await settle_people(harness)
        chambers = [who.chamber for who in people if who.name.startswith("First")]
        by_name = {who.name: who for who in people}
        helena = actors["Helena"]

        announced = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
        await harness.pass_until(announced)
        old = datetime(2027, 3, 11, 13, 0, tzinfo=UTC)
        new = datetime(2027, 4, 1, 8, 0, tzinfo=UTC)  # 10:00 in Brussels, after the clock change
        reply_day = date(2027, 2, 25)
        await announce(harness, helena, TITLES[0], "11 March 2027 14:00-17:00", "25 February 2027")

        # A third of the chambers come, a third join online, a third are silent.
        labels = ("In person", "Online", None)
        first = {
            f"First of {code}": labels[number % 3]
            for number, code in enumerate(chambers)
            if labels[number % 3]
        }
        await answer(harness, people, actors, datetime(2027, 2, 1, 10, tzinfo=UTC), old, first)
        reported = await some_report(harness, chambers)
        blocked = datetime(2027, 2, 4, 10, tzinfo=UTC)
        await harness.pass_until(blocked)
        actors[f"Second of {chambers[1]}"].block()
        await harness.quiet()
        by_name[f"Second of {chambers[1]}"].blocked_at = blocked
        await harness.pass_until(blocked)

        await something_changes(harness, people, actors, chambers)
        moved = datetime(2027, 2, 15, 9, 30, tzinfo=UTC)
        await harness.pass_until(moved)
        await harness.say(helena, "/meetings")
        await harness.press(helena, "Move")
        await harness.say(helena, "1 April 2027 10:00-12:00")
        await harness.press(helena, "Yes, that is right")
        await harness.press(helena, "Save the change")
        await harness.pass_until(moved)
        second = {
            f"First of {code}": ("Online" if number % 2 else "In person")
            for number, code in enumerate(chambers[::2])
        }
        await answer(harness, people, actors, datetime(2027, 3, 1, 10, tzinfo=UTC), new, second)
        await much_changes(harness, people, actors, chambers)
        plan, changed_at = Plan(dossier=10, report=3), datetime(2027, 3, 12, 10, tzinfo=UTC)
        await plan_changes(harness, changed_at, plan)
        rising = by_name[f"Second of {chambers[13]}"]
        promoted = datetime(2027, 4, 1, 13, tzinfo=UTC)  # behind the meeting, before the report
        await is_made(harness, rising, promoted, Role.COORDINATOR)
        await is_made(harness, by_name["Marc"], promoted, Role.CORRESPONDENT)

        again = datetime(2027, 9, 1, 9, 0, tzinfo=UTC)
        await harness.pass_until(again)
        autumn = datetime(2027, 11, 4, 13, 0, tzinfo=UTC)
        await announce(harness, helena, TITLES[1], "4 November 2027 14:00-17:00", "21 October 2027")
        cancelled = datetime(2027, 9, 30, 9, 0, tzinfo=UTC)
        await harness.pass_until(cancelled)
        await harness.say(helena, "/meetings")
        await harness.press(helena, "Cancel the meeting")
        await harness.press(helena, "Skip")
        await harness.press(helena, "Cancel and tell everybody")
        await harness.pass_until(datetime(2027, 12, 31, tzinfo=UTC))

        far = datetime(2028, 1, 1, tzinfo=UTC)
        hour = timedelta(hours=1)
        held = [
            Held(TITLES[0], old, old + 3 * hour, reply_day, announced, moved),
            Held(TITLES[0], new, new + 2 * hour, reply_day, moved, far),
            Held(TITLES[1], autumn, autumn + 3 * hour, date(2027, 10, 21), again, cancelled),
        ]
        plans = [(changed_at, plan)]
        stated = due(people, held, Reported(reported), {chambers[0]}, plans)
        expected = Counter(list(stated))
        for kind, at in (
            ("invitation", announced),
            ("moved", moved),
            ("invitation", again),
            ("cancelled", cancelled),
        ):
            for who in people:
                if not (who.blocked_at and at >= who.blocked_at):
                    expected[who.name, kind, at] += 1
        expected.update(
            (name, kind, at)
            for kind, at, told in (
                ("unreachable", blocked, ("Helena", "Marc")),
                ("promoted", promoted, ("Helena", "Marc")),
                ("demoted", promoted, ("Helena", rising.name, "Marc")),
            )
            for name in told
        )
        expected.update((who.name, "welcome", at) for who in people for at, _ in who.roles)

        names = {actor.id: name for name, actor in actors.items()}
        talkers = {who.name for who in people if who.zones or who.pauses or who.stops}
        talkers.add("Helena")
        received = Counter()
        for sent in harness.world.sent:
            if not sent.method.startswith("send") or sent.at < announced:
                continue
            kind, name = kind_of(sent.text), names[sent.chat_id]
            is_talk = name in talkers and (kind is None or "as it will look" in sent.text)
            if not is_talk and not (
                name == "Helena" and "The meeting after the change" in sent.text
            ):
                received[name, kind, sent.at] += 1
        assert_same(expected, received)


class Reported(dict):
    """When each chamber reported; for the spring meeting alone."""

    def get(self, chamber, at):
        since = super().get(chamber)
        return since if since is not None and at < datetime(2027, 5, 1, tzinfo=UTC) else at


def assert_same(expected, received):
    missing, extra = expected - received, received - expected
    lines = [f"missing {item}" for item in sorted(missing.elements(), key=str)[:15]]
    lines += [f"not due {item}" for item in sorted(extra.elements(), key=str)[:15]]
    assert not lines, f"{len(missing)} missing, {len(extra)} not due:\n" + "\n".join(lines)
    assert sum(received.values()) > 700
