"""What /forecast says at an instant is what is sent in the fortnight behind it, to the person."""

import random
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.messages import Html, plain
from bot.core.texts import Texts
from bot.desk import outlook as forecast
from bot.features import REGISTRY
from bot.meetings import service as meetings
from bot.meetings.fields import MEETING_FIELDS
from bot.outbox import incidents
from bot.people import preferences
from bot.reminders import service as reminders_service
from bot.updates import service as updates
from bot.updates.fields import UPDATE_FIELDS
from config.network import Whom, network
from config.reference import reference
from storage import deliveries
from storage import meetings as stored_meetings
from storage import people as stored_people
from storage.models import Choice, Format, Role
from tests.harness.network import card, open_harness
from tests.harness.stock import HELENA

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio, pytest.mark.timeout(120)]

BRUSSELS = ZoneInfo("Europe/Brussels")
CAST = (
    ("Helena", Role.COORDINATOR, "EU-EP", "en"),
    ("Marc", Role.COORDINATOR, "EU-EP", "fr"),
    ("Niamh", Role.CORRESPONDENT, "IE-DAI", "en"),
    ("Sean", Role.CORRESPONDENT, "IE-DAI", "en"),
    ("Orla", Role.CORRESPONDENT, "IE-SEA", "en"),
    ("Luc", Role.CORRESPONDENT, "BE-SEN", "fr"),
    ("Camille", Role.CORRESPONDENT, "FR-SEN", "fr"),
    ("Giulia", Role.CORRESPONDENT, "IT-CAM", "en"),
    ("Eleni", Role.CORRESPONDENT, "GR-VOU", "en"),
    ("Aino", Role.CORRESPONDENT, "FI-EDU", "en"),
    ("Sofia", Role.OBSERVER, None, "en"),
)
FORTNIGHT = timedelta(days=14)
CHANGES = (date(2027, 3, 28), date(2027, 10, 31))
"""The Sundays on which the clocks change."""


async def settle_people(harness):
    return {
        name: await harness.member(name, role, chamber, language=language)
        for name, role, chamber, language in CAST
    }


TICKS = (7, 10, 15)
"""Hours, UTC, at which the jobs tick here: those at which the tests leave drafts among them."""


def next_tick(now):
    today = now.replace(minute=0, second=0, microsecond=0)
    days = (today, today + timedelta(days=1))
    return min(tick for day in days for hour in TICKS if (tick := day.replace(hour=hour)) > now)


async def until(harness, at):
    """Let time pass to *at*: jobs tick, and whatever is due is sent at its instant."""
    while (now := harness.clock.now()) < at:
        with harness.database.reading() as session:
            due = deliveries.next_due(session)
        tick = next_tick(now)
        coming = [moment for moment in (due, tick, at) if moment is not None and moment > now]
        harness.clock.set(min(coming))
        if harness.clock.now() == tick:
            await harness.run.jobs.run("look_after_drafts")
            await harness.run.jobs.run("tell_health")
        await harness.run.worker.run()


def announce(harness, title, day, *, reply_day, form=Format.HYBRID):
    starts_at = datetime.combine(day, time(14), BRUSSELS).astimezone(UTC)
    values = MEETING_FIELDS.complete(
        series="dsn",
        title=title,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3),
        zone=str(BRUSSELS),
        format=form,
        place="Brussels",
        link="https://meet.example.org/dsn",
        reply_by=datetime.combine(reply_day, time(23, 59), BRUSSELS),
    )
    with harness.database.transaction() as session:
        by = stored_people.coordinators(session)[0]
        notice = meetings.announce(
            session, network(), values, by=by, now=harness.clock.now(), card=(0, None)
        )
        return notice.meeting_id


def act(harness, actor, work):
    """Let a person do something through the service that a handler would call."""
    with harness.database.transaction() as session:
        person = stored_people.by_telegram_id(session, actor.id)
        return work(session, person, harness.clock.now())


def answer(harness, actor, meeting_id, choice):
    def work(session, person, now):
        meeting = stored_meetings.get(session, meeting_id)
        meetings.answer(
            session, network(), meeting, person, choice, sequence=meeting.sequence, now=now
        )

    act(harness, actor, work)


def report(harness, actor, sharing="network"):
    def work(session, person, now):
        values = UPDATE_FIELDS.complete(
            chamber_id=stored_people.chambers_of(session, person.id)[0],
            title="Study visit",
            partners=["ME"],
            kind="study_visit",
            themes=["committees"],
            programme="inter_pares",
            status="completed",
            start=date(2027, 1, 5),
            start_precision="day",
            end=date(2027, 1, 6),
            end_precision="day",
            format=Format.IN_PERSON,
            summary="A visit.",
            summary_language="en",
            sharing=sharing,
        )
        updates.submit(session, network(), values, by=person, now=now)

    act(harness, actor, work)


def pause(harness, actor, until_):
    act(harness, actor, lambda s, p, now: preferences.pause(s, network(), p, until_, now=now))


def stop(harness, actor, kind):
    act(
        harness,
        actor,
        lambda s, p, now: reminders_service.set_reminder(
            s, network(), p, kind, wanted=False, now=now
        ),
    )


def look(harness, until_):
    with harness.database.reading() as session:
        return forecast.look(session, harness.run.runtime, now=harness.clock.now(), until=until_)


def words(text):
    """Return what is compared of a text: all of it, but for the numbers that only a week gives."""
    return text.split(":")[0] if text.startswith(("The week since", "La semaine depuis")) else text


def foreseen(items):
    """Return what the forecast says will be sent: to whom, when, in which words."""
    return Counter(
        (item.person.telegram_id, item.at, words(plain(Html(item.message.text))))
        for item in items
        if item.message is not None
    )


def received(harness, since):
    return Counter(
        (sent.chat_id, sent.at, words(sent.text))
        for sent in harness.world.sent
        if sent.method.startswith("send") and sent.at > since
    )


def assert_same(expected, got):
    missing, extra = expected - got, got - expected
    lines = [f"foreseen, not sent: {one}" for one in sorted(missing.elements(), key=str)[:10]]
    lines += [f"sent, not foreseen: {one}" for one in sorted(extra.elements(), key=str)[:10]]
    assert not lines, "\n".join(lines)


def reasons(items):
    return {(item.person.name, item.kind, item.reason) for item in items if item.reason}


async def prepare(harness, actors, change):
    """Bring the network to the Monday before a clock change, with a history and plans."""

    def at(days, hour=9):
        return datetime.combine(change + timedelta(days=days), time(hour), UTC)

    harness.clock.set(at(-60))
    await harness.settle()
    held = announce(harness, "Held meeting", change - timedelta(days=13), reply_day=at(-20).date())
    soon = announce(harness, "This week", change - timedelta(days=2), reply_day=at(-10).date())
    next_one = announce(
        harness, "Next meeting", change + timedelta(days=11), reply_day=at(2).date()
    )
    announce(harness, "Later meeting", change + timedelta(days=46), reply_day=at(30).date())
    await harness.settle()
    await until(harness, at(-40))
    report(harness, actors["Giulia"], sharing="ipex_ok")
    answer(harness, actors["Eleni"], soon, Choice.ONLINE)
    answer(harness, actors["Camille"], soon, Choice.IN_PERSON)
    answer(harness, actors["Giulia"], soon, Choice.IN_PERSON)
    answer(harness, actors["Luc"], soon, Choice.CANNOT)
    answer(harness, actors["Niamh"], next_one, Choice.ONLINE)
    answer(harness, actors["Aino"], held, Choice.ONLINE)
    await until(harness, at(-28, 10))
    await harness.say(actors["Luc"], "/update", "Me poser les questions une à une", "Un brouillon")
    await until(harness, at(-9, 10))
    pause(harness, actors["Camille"], at(3, 6))
    stop(harness, actors["Aino"], "dossier")
    actors["Sofia"].block()
    await harness.settle()
    await until(harness, at(-7, 15))
    await harness.say(actors["Orla"], "/update", "Ask me question by question", "A draft")
    with harness.database.transaction() as session:
        incidents.note(session, network(), "0a1b2c3d", now=harness.clock.now())
    await until(harness, at(-6, 6))
    await harness.settle()
    return harness.clock.now()


@pytest.mark.parametrize("change", CHANGES, ids=["spring", "autumn"])
async def test_the_forecast_is_what_is_sent_over_a_clock_change(sqlite, clock, change):
    clock.set(datetime.combine(change - timedelta(days=61), time(9), UTC))
    async with open_harness(sqlite, clock) as harness:
        actors = await settle_people(harness)
        since = await prepare(harness, actors, change)
        items = look(harness, since + FORTNIGHT)
        await until(harness, since + FORTNIGHT)
        expected = foreseen(items)
        assert_same(expected, received(harness, since))
        assert sum(expected.values()) > 50
        sent = {item.kind for item in items if item.message}
        assert sent >= {
            "reply_by",
            "dossier",
            "practical",
            "joining",
            "report",
            "ipex",
            "call_for_updates",
            "draft",
            "draft_ended",
            "faults",
            "health",
        }
        assert reasons(items) >= {
            ("Sean", "reply_by", "left-out-chamber-answered"),
            ("Niamh", "reply_by", "left-out-answered"),
            ("Aino", "dossier", "left-out-stopped"),
            ("Camille", "reply_by", "left-out-paused"),
            ("Luc", "practical", "left-out-does-not-come"),
            ("Giulia", "joining", "left-out-in-person"),
            ("Sofia", "dossier", "delivery-unreachable"),
            ("Niamh", "practical", "left-out-not-answered"),
        }
        # The reminder two days before the reply-by day would fall on the Sunday of the change.
        moved = {item.moved_from for item in items if item.kind == "reply_by" and item.moved_from}
        assert {moment.date() for moment in moved} == {change}


@pytest.mark.parametrize("seed", range(3))
async def test_the_forecast_is_what_is_sent_whatever_happened_before(sqlite, clock, seed):
    chance = random.Random(seed)
    change = chance.choice(CHANGES)
    clock.set(datetime.combine(change - timedelta(days=50), time(9), UTC))
    async with open_harness(sqlite, clock) as harness:
        actors = await settle_people(harness)
        await harness.settle()
        ids = []
        for number in range(3):
            day = change + timedelta(days=chance.randrange(-20, 40))
            reply_day = day - timedelta(days=chance.randrange(5, 20))
            form = chance.choice(list(Format))
            ids.append(announce(harness, f"Meeting {number}", day, reply_day=reply_day, form=form))
        for _ in range(14):
            await until(harness, harness.clock.now() + timedelta(hours=chance.randrange(12, 80)))
            someone = actors[chance.choice([name for name, *_ in CAST[2:]])]
            happens(harness, chance, someone, ids)
            await harness.quiet()
        await until(harness, harness.clock.now() + timedelta(hours=chance.randrange(1, 24)))
        await harness.settle()
        since = harness.clock.now()
        items = look(harness, since + FORTNIGHT)
        await until(harness, since + FORTNIGHT)
        assert_same(foreseen(items), received(harness, since))
        assert foreseen(items)


def happens(harness, chance, actor, meeting_ids):
    """Let one of the things happen that decide who gets what."""
    chance.choice(HAPPENINGS)(harness, chance, actor, meeting_ids)


def answers_one(harness, chance, actor, meeting_ids):
    meeting_id = chance.choice(meeting_ids)
    with harness.database.reading() as session:
        meeting = stored_meetings.get(session, meeting_id)
        is_open = meeting.starts_at > harness.clock.now()
        online = meeting.format is not Format.IN_PERSON
    if is_open:
        choice = Choice.ONLINE if online and chance.random() < 0.6 else Choice.CANNOT
        answer(harness, actor, meeting_id, choice)


def pauses(harness, chance, actor, _):
    pause(harness, actor, harness.clock.now() + timedelta(days=chance.randrange(1, 20)))


def stops_a_kind(harness, chance, actor, _):
    stop(harness, actor, chance.choice(["reply_by", "dossier", "call_for_updates"]))


def chooses_a_zone(harness, chance, actor, _):
    zone = chance.choice(["Europe/Dublin", "Europe/Athens", "America/New_York"])
    act(harness, actor, lambda s, p, at: preferences.choose_zone(s, network(), p, zone, now=at))


def blocks(harness, chance, actor, _):
    actor.block()


def moves_one(harness, chance, actor, meeting_ids):
    move(harness, actor, chance.choice(meeting_ids), timedelta(days=chance.randrange(-3, 12)))


def reports(harness, chance, actor, _):
    if actor.name != "Sofia":
        report(harness, actor)


def asks_for_tomorrow(harness, chance, actor, _):
    reminders = [m for m in actor.received if "⋯" in m.labels and not m.document]
    if reminders and not actor.blocked:
        more = next(b["callback_data"] for b in reminders[-1].buttons if b["text"] == "⋯")
        actor.press_raw(reminders[-1], more.replace("rem:why", "rem:later"))


HAPPENINGS = (
    answers_one,
    answers_one,
    pauses,
    stops_a_kind,
    chooses_a_zone,
    blocks,
    moves_one,
    reports,
    asks_for_tomorrow,
)
"""An answer is twice as likely as the others."""


def move(harness, actor, meeting_id, by):
    """Let a meeting be held on another day, where that is still possible."""

    def work(session, person, now):
        meeting = stored_meetings.get(session, meeting_id)
        new = {name: getattr(meeting, name) + by for name in ("starts_at", "ends_at", "reply_by")}
        if meeting.starts_at > now and new["reply_by"] > now and by:
            meetings.change(session, network(), meeting, new, by=person, now=now, card=(0, None))

    act(harness, actor, work)


async def test_a_coordinator_reads_the_forecast_in_pages(harness):
    actors = await settle_people(harness)
    await harness.settle()
    helena = actors["Helena"]
    await harness.say(helena, "/forecast")
    first = card(helena)
    assert "Weekly note: 2 people" in first.text
    announce(harness, "Next <meeting>", date(2026, 12, 3), reply_day=date(2026, 11, 30))
    await harness.settle()
    answer(harness, actors["Niamh"], 1, Choice.ONLINE)
    await harness.say(helena, "/forecast")
    overview = helena.last
    assert "from Monday 23 November 2026 to Sunday 6 December 2026" in overview.text
    assert "09:00 Ahead of a meeting – “Next <meeting>”" not in overview.text
    assert "Answering an invitation – “Next <meeting>”" in overview.text
    assert "32 chambers are not represented in the network" in overview.text
    label = next(label for label in overview.labels if label.startswith("Mon 30 Nov"))
    await harness.press(helena, label, overview)
    day = next(m for m in helena.received if m.id == overview.id)
    assert "· 08:00 Eleni (Greece" in day.text
    assert "· 10:00 Orla (Ireland" in day.text
    assert "Not sent: chamber has already answered – 1" in day.text
    assert "Not sent: already answered – 1" in day.text
    await harness.press(helena, "‹ Back to all days", day)
    day = next(m for m in helena.received if m.id == overview.id)
    assert "Answering an invitation" in day.text
    query = helena.press_raw(day, "fc:2026-13-45:0")
    await harness.quiet()
    assert "is out of date" in query.answer["text"]
    query = actors["Luc"].press_raw(actors["Luc"].last, "fc:all:0")
    await harness.quiet()
    assert "coordinat" in query.answer["text"]
    await harness.say(actors["Marc"], "/forecast")
    assert "Point hebdomadaire" in actors["Marc"].last.text


async def test_a_day_with_many_people_has_pages(harness):
    helena = await harness.joins(HELENA)
    chambers = [chamber.id for chamber in reference().chambers[1:]]
    for number in range(60):
        name = f"Member {number:02} <of> the network"
        await harness.member(name, chamber=chambers[number % len(chambers)])
    await harness.settle()
    announce(harness, "Next", date(2026, 12, 3), reply_day=date(2026, 11, 30))
    await harness.settle()
    await harness.say(helena, "/forecast")
    card_id = helena.last.id

    def shown():
        return next(m for m in helena.received if m.id == card_id)

    await harness.press(helena, "Thu 26 Nov", shown())
    seen, labels = shown().text, shown().labels
    assert labels[0] == "Next page ›"
    while "Next page ›" in shown().labels:
        await harness.press(helena, "Next page ›", shown())
        assert len(shown().text) <= 2000
        seen += shown().text
    assert shown().labels[0] == "‹ Previous page"
    assert [f"Member {number:02} <of> the network" in seen for number in range(60)] == [True] * 60
    await harness.press(helena, "‹ Previous page", shown())
    # The day is over when somebody turns the page: nothing is left, and the way back is there.
    harness.clock.advance(timedelta(days=5))
    await harness.press(helena, "Next page ›", shown())
    assert "Nothing more is scheduled for this day" in shown().text
    assert shown().labels[-1] == "‹ Back to all days"


async def test_a_changed_plan_is_followed_from_the_next_start(harness):
    actors = await settle_people(harness)
    await harness.settle()
    announce(harness, "Next", date(2026, 12, 3), reply_day=date(2026, 11, 30))
    await harness.settle()
    until_ = harness.clock.now() + FORTNIGHT
    before = {item.kind for item in look(harness, until_) if item.message}
    assert "dossier" in before
    rules = [rule for rule in network().reminders if rule.kind != "dossier"]
    earlier = (
        network()
        .reminders[0]
        .model_copy(update={"kind": "practical", "before": timedelta(days=2), "to": Whom.EVERYONE})
    )
    harness.network = network().model_copy(update={"reminders": [*rules, earlier]})
    await harness.restart()
    items = [item for item in look(harness, until_) if item.message]
    assert "dossier" not in {item.kind for item in items}
    early = [item for item in items if item.at.date() == date(2026, 12, 1)]
    assert {item.kind for item in early} >= {"practical"}
    assert len([item for item in early if item.kind == "practical"]) == len(actors)


def test_every_kind_of_letter_has_its_name_and_reason():
    for topic in REGISTRY.kinds.topics(network()).values():
        for key in (topic.name, topic.why):
            assert Texts("fr").plain(key, times="x"), topic.code
