"""The page's clock alone makes everything come that the bot sends by itself, each in its hours."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import httpx
import pytest
from sqlmodel import select

from bot.core.working_hours import is_working
from bot.practice import seed
from bot.practice.clock import WorldClock
from bot.practice.run import Practice, new_token
from bot.practice.server import serving
from bot.standin.world import World
from config.network import network
from storage.models import Delivery, DeliveryState, Meeting, Person, ProjectUpdate
from tests.harness.network import QUICK
from tests.harness.stock import rows
from tests.practice.test_hostile import PAGE

pytestmark = pytest.mark.anyio

TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PROMPT = timedelta(minutes=5)


class Page:
    """The practice page's clock, as the browser moves it, over a bot that ticks by nothing else."""

    def __init__(self, practice, client):
        self.practice = practice
        self.client = client
        self.own = {"Origin": str(client.base_url).rstrip("/"), **PAGE}

    async def move(self, **how):
        answer = await self.client.post("/world/clock", json=how, headers=self.own)
        assert answer.status_code == 200, answer.text

    async def telegram(self, *, down):
        answer = await self.client.post("/world/telegram", json={"down": down}, headers=self.own)
        assert answer.status_code == 200, answer.text

    async def next_due(self):
        answer = await self.client.get("/world/state")
        return datetime.fromisoformat(answer.json()["controls"]["next_due"])

    def person(self, name):
        return next(p for p in self.practice.world.people.values() if p.name == name)

    def sent(self):
        """Return the deliveries that were sent, each with the zone of its reader."""
        zones = {person.id: person.zone for person in rows(self.practice.database, Person)}
        return [
            (row, ZoneInfo(zones[row.person_id]))
            for row in rows(self.practice.database, Delivery)
            if row.state is DeliveryState.SENT
        ]

    def kinds(self):
        return {row.about.get("rule", row.kind) for row, _ in self.sent()}


@asynccontextmanager
async def opened(database, at, *, prepare=lambda session: None):
    clock = WorldClock(at, frozen=True)
    world = World(token=new_token(), clock=clock)
    practice = Practice(world, clock, database, allowance=QUICK)
    seed.populate(world, database, now=at)
    with database.transaction() as session:
        prepare(session)
    async with (
        serving(world, controls=practice) as url,
        httpx.AsyncClient(base_url=url, timeout=60) as client,
    ):
        practice.base_url = url
        await practice.start()
        # Nothing but the page's clock makes a job look.
        practice.running.jobs.scheduler.pause()
        await client.get("/")
        try:
            yield Page(practice, client)
        finally:
            await practice.stop()


def agree_to_ipex(session):
    """Let the activities of the seed be in the dossier of its meeting, for IPEX to have."""
    meeting = session.exec(select(Meeting)).one()
    for update in session.exec(select(ProjectUpdate)):
        update.meeting_id, update.sharing = meeting.id, "ipex_ok"


async def leave_a_draft(page, name):
    person = page.person(name)
    for text in ("/update", "Study visit on budgets"):
        person.send(text)
        await page.practice.world.idle(quiet=0.06)
    return person


async def test_a_draft_and_the_weekly_note_come_by_the_clock_of_the_page(sqlite):
    async with opened(sqlite, TUESDAY) as page:
        await leave_a_draft(page, "Camille")
        for _ in range(7):
            await page.move(advance_seconds=24 * 3600)
        assert {"draft", "health"} <= page.kinds()
        for row, zone in page.sent():
            if row.kind in {"draft", "health"}:
                assert row.sent_at - row.due_at < PROMPT
                assert is_working(row.sent_at, zone, network().working_hours)


async def test_to_the_next_due_goes_to_what_the_jobs_have_yet_to_plan(sqlite):
    async with opened(sqlite, TUESDAY) as page:
        await leave_a_draft(page, "Camille")
        for _ in range(12):
            due = await page.next_due()
            await page.move(to="next")
            assert due <= page.practice.clock.now() < due + PROMPT
            if "draft" in page.kinds():
                break
        assert "draft" in page.kinds()


async def test_every_message_of_the_plan_comes_once_the_clock_has_passed_it(sqlite):
    async with opened(sqlite, TUESDAY, prepare=agree_to_ipex) as page:
        await leave_a_draft(page, "Camille")
        for _ in range(10):
            await page.move(advance_seconds=9 * 24 * 3600)
        planned = {rule.kind for rule in network().reminders}
        assert page.kinds() >= planned | {"draft", "draft_ended", "health"}, planned - page.kinds()
        for row, zone in page.sent():
            if row.kind == "reminder":
                assert row.sent_at - row.due_at < PROMPT, row.about
                if is_working(row.due_at, zone, network().working_hours):
                    assert is_working(row.sent_at, zone, network().working_hours)


async def test_what_is_late_waits_for_its_hours(sqlite):
    async with opened(sqlite, TUESDAY) as page:
        await leave_a_draft(page, "Camille")
        # The program is away from before the draft is due until the evening.
        await page.practice.stop()
        page.practice.clock.set(TUESDAY.replace(day=25, hour=20, minute=57))
        await page.practice.start()
        await page.move(advance_seconds=1)
        assert not page.kinds() & {"draft", "reminder"}
        morning = TUESDAY.replace(day=26, hour=7, minute=30)
        while await page.next_due() < morning:  # the coordinators hear that it was away
            await page.move(to="next")
            assert "draft" not in page.kinds()
        assert await page.next_due() == morning
        await page.move(to="next")
        assert "draft" in page.kinds()


@pytest.mark.parametrize(
    ("moves", "morning"),
    [
        ([14], TUESDAY.replace(day=26, hour=7, minute=30)),
        ([3, 11], TUESDAY.replace(day=26, hour=7, minute=30)),
        ([4, 35], TUESDAY.replace(day=27, hour=7, minute=30)),
    ],
    ids=["unseen", "tried", "a day later"],
)
async def test_what_waited_for_telegram_leaves_on_the_next_working_morning(sqlite, moves, morning):
    async with opened(sqlite, TUESDAY) as page:
        await leave_a_draft(page, "Camille")
        await page.move(advance_seconds=21 * 3600)
        await page.telegram(down=True)
        for hours in moves:
            await page.move(advance_seconds=hours * 3600)
        await page.telegram(down=False)
        for _ in range(8):  # coordinators hear of the outage before
            if "draft" in page.kinds():
                break
            await page.move(to="next")
        (sent_at,) = (row.sent_at for row, _ in page.sent() if row.kind == "draft")
        assert morning <= sent_at < morning + PROMPT
