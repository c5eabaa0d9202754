"""Three years of a network, played by the clock: the dump is what the notice promises.

People join, are declined or never decided on, are invited, meet, report, leave, fall silent;
strangers write, faults happen. The promises are stated here by hand, as days; that the notice says
the same is compared with its words. Nothing asks the rules of retention what they would do.
"""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from bot.core import retention_words
from bot.core.messages import Html, plain
from bot.core.texts import Texts
from bot.meetings import service as meetings
from bot.outbox import incidents
from bot.people import membership
from bot.people import service as people
from bot.people.service import Registration
from bot.updates import service as updates
from config.network import network
from storage import people as stored_people
from storage.models import (
    FINAL,
    Answer,
    AuditEntry,
    Choice,
    Delivery,
    Form,
    InboxItem,
    Invitation,
    ListView,
    Meeting,
    OfferedText,
    Person,
    ProjectUpdate,
    Role,
    Standing,
    Visitor,
)
from tests.harness import stock
from tests.harness.invariants import broken
from tests.harness.network import card, open_harness
from tests.harness.stock import rows

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio, pytest.mark.timeout(280)]

BEGIN = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)
END = datetime(2030, 1, 11, 10, 0, tzinfo=UTC)
PROMISED = {
    "recipients": timedelta(days=365),
    "acts": timedelta(days=365),
    "applicants": timedelta(days=182),
    "invitations": timedelta(days=30),
    "strangers": timedelta(days=2),
    "inbox": timedelta(days=14),
    "drafts": timedelta(days=30),
    "offers": timedelta(days=1),
    "asked": timedelta(days=700),
    "removed": timedelta(days=730),
}
SAID = {
    "Which message was sent to you, and whether it arrived": "12 months",
    "Who did what in the network": "12 months",
    "Registrations that were declined or not decided, with the reason": "6 months",
    "Invitation links, who made and who used them": "30 days",
    "What people send who are not registered, and the language they chose": "2 days",
    "That a message came, without its text": "14 days",
    "Unfinished forms and drafts": "30 days",
    "A message that looks like an activity": "1 day",
    "Your account, name, unit, email, chamber, role and settings": "24 months",
}
"""What the notice says of each, word for word."""
JOBS = ("look_after_drafts", "ask_silent", "forget", "wipe")
STEP = timedelta(days=7)
EXACT = (BEGIN + PROMISED["asked"], BEGIN + PROMISED["removed"])
"""When the jobs are done to the minute: the time to answer counts from the question."""
FAULTS = ("no fault is noted",)
"""Of the rules for the database the one that is broken on purpose."""
DECLINED, UNDECIDED = (1, 8, 20, 30), (2, 15, 27)
"""The months in which somebody asks to join whom nobody admits."""
ASKS = "You have not written here for a long time"
NOTE = "We hosted a delegation of the Parliament of Georgia for a study visit in November 2026."
COMMENT = "Arrives-at-fifteen"
REASON = "Not-of-a-parliament"


class Years:
    """The network, what is still to happen, and what was ended on the way."""

    def __init__(self, harness):
        self.harness = harness
        self.world = harness.world
        self.actors = {}
        self.gone = []
        """Names and accounts of whom nothing may be found any more."""
        self.writes = set()
        """Who gives a sign of life each month."""
        self.sent = 0
        """Messages that the world has seen when a check was made."""

    # --- people --------------------------------------------------------------------------------

    async def begin(self):
        for name, role, chamber in (
            ("Helena", Role.COORDINATOR, "EU-EP"),
            ("Marc", Role.COORDINATOR, "EU-EP"),
            ("Bob", Role.CORRESPONDENT, "IE-DAI"),
            ("Niamh", Role.CORRESPONDENT, "IE-DAI"),
            ("Sofia", Role.OBSERVER, None),
            ("Leavingley", Role.CORRESPONDENT, "FI-EDU"),
            ("Silentius", Role.CORRESPONDENT, "GR-VOU"),
            ("Staying", Role.CORRESPONDENT, "FR-SEN"),
            ("Shutout", Role.CORRESPONDENT, "BE-SEN"),
        ):
            self.actors[name] = await self.harness.member(name, role, chamber)
        self.writes = {"Helena", "Marc", "Bob", "Niamh", "Sofia", "Leavingley"}
        await self.harness.settle()

    def person(self, session, name):
        return stored_people.by_telegram_id(session, self.actors[name].id)

    def act(self, name, work):
        """Let somebody do something through the service that a handler would call."""
        with self.harness.database.transaction() as session:
            return work(session, self.person(session, name), self.harness.clock.now())

    def applies(self, name):
        actor = self.world.person(name, language_code="en")
        actor.started = True
        self.actors[name] = actor
        now = self.harness.clock.now()
        registration = Registration(actor.id, name, "en", ("IT-SEN",), now)
        with self.harness.database.transaction() as session:
            people.apply(session, registration, now=now)

    def declines(self, name):
        def work(session, by, now):
            person = self.person(session, name)
            people.decline(session, person.id, REASON, by=by, now=now)

        self.act("Helena", work)

    def suspends(self, name):
        self.act(
            "Helena",
            lambda session, by, now: membership.suspend(
                session, self.person(session, name), by=by, now=now
            ),
        )

    async def leaves(self, name):
        actor = self.actors[name]
        await self.harness.settle()
        await self.harness.say(actor, "/forget")
        data = next(b["callback_data"] for b in card(actor).buttons if "yes" in b["callback_data"])
        actor.press_raw(card(actor), data)
        await self.harness.settle()
        self.is_gone(name)

    def is_gone(self, name):
        self.writes.discard(name)
        self.gone += [name, str(self.actors[name].id)]

    # --- what they do --------------------------------------------------------------------------

    def meets(self, title):
        """Announce a meeting in 60 days, and let some answer it."""

        def work(session, by, now):
            meeting = stock.announce(session, by, now=now, title=title)
            for name in ("Bob", "Leavingley", "Silentius"):
                person = self.person(session, name)
                if person is not None and person.standing is Standing.ACTIVE:
                    meetings.answer(
                        session,
                        network(),
                        meeting,
                        person,
                        Choice.ONLINE,
                        sequence=meeting.sequence,
                        now=now,
                    )
                    meetings.comment(session, meeting, person, f"{COMMENT} {name}")

        self.act("Helena", work)

    def reports(self, name, chamber):
        self.act(
            name,
            lambda session, by, now: updates.submit(
                session, network(), stock.update(chamber_id=chamber), by=by, now=now
            ),
        )

    async def much_happens(self):
        """What comes in every month: strangers, invitations, drafts, unasked texts, a fault."""
        harness, now = self.harness, self.harness.clock.now()
        stranger = self.world.person(f"Stranger {now:%y%m}", language_code="en")
        with harness.database.transaction() as session:
            incidents.note(session, network(), f"{now:%y%m%d}", now=now, job="send")
        # Everybody at once, each in their lane: a quiet moment costs more than an answer.
        for text in ("/start", "hello", "/language"):
            stranger.send(text)
        for text in ("/update", "/cancel", NOTE, "/projects Georgia"):
            self.actors["Bob"].send(text)
        for name in sorted(self.writes - {"Bob"}):
            self.actors[name].send("/help")
        for text in ("/invite coordinator", "/invite observer"):
            self.actors["Helena"].send(text)
        await harness.quiet()
        stranger.press_raw(card(stranger), card(stranger).buttons[0]["callback_data"])
        stranger.send("/register")
        await harness.quiet()
        return self.actors["Helena"].last.buttons[0]["copy_text"]["text"].rpartition("=")[2]

    async def comes_by(self, code, name):
        """Let somebody use an invitation, and leave again after a while."""
        actor = self.world.person(name, language_code="en")
        actor.started = True
        self.actors[name] = actor
        now = self.harness.clock.now()
        with self.harness.database.transaction() as session:
            invitation = people.open_invitation(session, code, now=now)
            registration = Registration(actor.id, name, "en", (), now)
            people.accept(session, invitation.id, registration, now=now)
        await self.harness.settle()

    # --- the clock -----------------------------------------------------------------------------

    async def until(self, at):
        """Let time pass in steps; the jobs that are done again and again are done at each."""
        harness = self.harness
        while harness.clock.now() < at:
            coming = [day for day in EXACT if day > harness.clock.now()]
            await harness.pass_until(min(harness.clock.now() + STEP, at, *coming))
            for job in JOBS:
                await harness.run.jobs.run(job)
            await harness.run.worker.run()
        await harness.quiet()


# --- the promises --------------------------------------------------------------------------------


def older(instant, span, now):
    return instant is not None and instant <= now - span


def overdue(session, now):
    """Yield what the notice says is no longer there."""
    yield from _overdue_records(session, now)
    for one in session.exec(select(Person)):
        yield from _overdue_of(one, now)
    yield from _overdue_messages(session, now)
    for model, ended, span in (
        (Invitation, lambda one: one.used_at or one.expires_at, "invitations"),
        (Form, lambda one: one.updated_at, "drafts"),
        (OfferedText, lambda one: one.offered_at, "offers"),
        (ListView, lambda one: one.shown_at, "offers"),
        (Visitor, lambda one: one.chosen_at, "strangers"),
    ):
        for one in session.exec(select(model)):
            if older(ended(one), PROMISED[span], now):
                yield f"a {model.__name__} is of {ended(one)}"


def _overdue_records(session, now):
    for row in session.exec(select(Delivery)):
        meeting = session.get(Meeting, row.meeting_id) if row.meeting_id else None
        is_over = meeting is None or meeting.ends_at <= now
        ended = row.sent_at or row.due_at
        if row.state in FINAL and is_over and older(ended, PROMISED["recipients"], now):
            yield f"delivery {row.id} ({row.kind}) of {ended} says to whom it went"
    for act in session.exec(select(AuditEntry)):
        if older(act.at, PROMISED["acts"], now) and (act.by or act.subject or act.detail):
            yield f"act {act.id} ({act.act}) of {act.at} names {act.by}, {act.subject}"


def _overdue_messages(session, now):
    accounts = set(session.exec(select(Person.telegram_id)))
    for item in session.exec(select(InboxItem)):
        span = PROMISED["inbox" if item.lane in accounts else "strangers"]
        if older(item.handled_at, span, now):
            yield f"update {item.update_id} was dealt with {item.handled_at}"
        if item.payload is not None or item.answer is not None:
            yield f"update {item.update_id} still has its text"


def _overdue_of(one, now):
    if one.standing is Standing.DECLINED and older(one.decided_at, PROMISED["applicants"], now):
        yield f"person {one.id} ({one.name}) was declined {one.decided_at}"
    if one.standing is Standing.APPLICANT and older(
        one.acknowledged_at, PROMISED["applicants"], now
    ):
        yield f"person {one.id} ({one.name}) asked {one.acknowledged_at}"
    heard = one.last_seen_at or one.acknowledged_at
    # Who is suspended cannot write; their time counts from that decision as well.
    if one.standing is Standing.SUSPENDED and one.decided_at:
        heard = max(heard, one.decided_at)
    if one.standing in (Standing.ACTIVE, Standing.SUSPENDED) and older(
        heard, PROMISED["removed"], now
    ):
        yield f"person {one.id} ({one.name}) was heard of last {heard}"
    if one.standing is Standing.DEPARTED and one.telegram_id is not None:
        yield f"person {one.id} ({one.name}) left and has an account"


def traces(harness, words):
    """Yield where the bytes on disk hold one of some *words*: the file and its log."""
    path = Path(harness.database.url.database)
    for file in sorted(path.parent.glob(f"{path.name}*")):
        content = file.read_bytes()
        for word in words:
            if word.encode() in content:
                yield f"{file.name} holds {word}"
    with sqlite3.connect(path) as connection:
        dump = "\n".join(connection.iterdump())
    yield from (f"the dump holds {word}" for word in words if word in dump)


def check(years):
    harness, now = years.harness, years.harness.clock.now()
    with harness.database.reading() as session:
        found = [*overdue(session, now), *broken(session, now, but=FAULTS)]
    found += traces(harness, years.gone)
    assert not found, f"{now:%d %B %Y}: {len(found)}\n" + "\n".join(found[:20])


def count(harness, model):
    with harness.database.reading() as session:
        return session.exec(select(func.count()).select_from(model)).one()


# --- the play ------------------------------------------------------------------------------------


async def test_three_years_leave_what_the_notice_promises(sqlite, clock):
    clock.set(BEGIN)
    async with open_harness(sqlite, clock) as harness:
        years = Years(harness)
        await years.begin()
        halves = [BEGIN + n * (END - BEGIN) / 6 for n in range(1, 7)]
        month, made, updates_made = 0, 0, 0
        while clock.now() < END:
            code = await years.much_happens()
            made += 2
            await happenings(years, month, code)
            if month % 4 == 0:
                years.reports("Bob", "IE-DAI")
                updates_made += 1
            following = BEGIN + (month + 1) * timedelta(days=30)
            for half in halves:
                if clock.now() < half <= following:
                    await years.until(half)
                    check(years)
            await years.until(min(following, END))
            month += 1
        await years.until(END)
        check(years)
        compare_with_what_stays(years, updates_made)


async def happenings(years, month, code):
    """What comes to pass in a month."""
    if month % 6 == 1:
        years.meets(f"Meeting of month {month}")
    nobody_wants(years, month)
    if month in (3, 18):
        await years.comes_by(code, f"Passingby{month}")
    if month == 4:
        years.suspends("Shutout")
    if month in (9, 24):
        await years.leaves({9: "Leavingley", 24: "Passingby18"}[month])
    if month == 24:
        await is_asked(years)
    if month == 25:
        are_removed(years)


def nobody_wants(years, month):
    """Let people ask to join who are declined, or never decided on; in time nothing is left."""
    if month in DECLINED:
        years.applies(f"Declinedo{month}x")
        years.declines(f"Declinedo{month}x")
    if month in UNDECIDED:
        years.applies(f"Undecidedo{month}x")
    # Six months end within the seventh of thirty days.
    if month - 7 in DECLINED:
        years.is_gone(f"Declinedo{month - 7}x")
    if month - 7 in UNDECIDED:
        years.is_gone(f"Undecidedo{month - 7}x")


async def is_asked(years):
    """Twenty-three months without a sign: each was asked once, and one of them stays."""
    for name in ("Silentius", "Staying", "Passingby3"):
        asked = [m for m in years.actors[name].received if ASKS in m.text]
        expected = 0 if name == "Passingby3" else 1
        assert len(asked) == expected, (name, len(asked))
        for message in asked:
            since = message.at - BEGIN
            assert PROMISED["asked"] <= since <= PROMISED["asked"] + timedelta(days=11)
    staying = years.actors["Staying"]
    await years.harness.press(staying, "Keep me")
    years.writes.add("Staying")


def are_removed(years):
    """Twenty-four months: whoever said nothing is gone, whoever said so stays."""
    harness = years.harness
    with harness.database.reading() as session:
        assert years.person(session, "Silentius") is None
        assert years.person(session, "Staying").standing is Standing.ACTIVE
    years.is_gone("Silentius")


def compare_with_what_stays(years, updates_made):
    """What is promised to be kept is there: the work, without the names of whoever left."""
    harness = years.harness
    assert count(harness, ProjectUpdate) == updates_made
    assert count(harness, Meeting) == 6
    said = rows(harness, Answer)
    assert len(said) >= 6
    with harness.database.reading() as session:
        comments = [one.comment for one in said if one.comment]
        assert all("Leavingley" not in one and "Silentius" not in one for one in comments)
        acts = session.exec(select(AuditEntry.act).where(col(AuditEntry.by).is_(None))).all()
        assert {"meeting.announced.told", "update.submitted", "person.declined"} <= set(acts)
        standings = {one.name: one.standing for one in session.exec(select(Person))}
    for name in ("Helena", "Marc", "Bob", "Niamh", "Sofia", "Staying"):
        assert standings[name] is Standing.ACTIVE, name
    for name in ("Leavingley", "Silentius", "Passingby3", "Passingby18"):
        assert name not in standings
    told = sum(message.method.startswith("send") for message in harness.world.sent)
    assert told > 400


async def test_the_notice_says_these_spans(harness):
    bob = await harness.joins(stock.BOB)
    await harness.say(bob, "/privacy")
    shown = "\n".join(message.text for message in bob.received)
    said = retention_words.retention_lines(Texts("en"), network())
    lines = [plain(Html(line)) for line in said.splitlines()]
    # The organiser's notice has these lines where it says {retention}.
    assert "{retention}" not in shown
    if "{retention}" in str(network().privacy.notice):
        assert all(line in shown for line in lines)
    for what, span in SAID.items():
        (line,) = [one for one in lines if what in one]
        assert span in line, line
    (members,) = [one for one in lines if "Your account" in one]
    assert "23 months" in members
    assert network().retention.silent_asked_after == PROMISED["asked"]
    assert network().retention.silent_removed_after == PROMISED["removed"]
