"""The chat page in headless Chromium: open it as a newcomer, register, announce, answer, report."""

import asyncio
import os
import shutil
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.practice import seed
from bot.practice.clock import WorldClock
from bot.practice.run import Practice, new_token
from bot.practice.server import serving
from bot.standin.world import World
from storage.database import Database
from tests.harness.network import QUICK

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
REQUIRED = os.environ.get("DSN_BROWSER_TESTS") == "required"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PICTURES = os.environ.get("DSN_SCREENSHOTS")
"""A folder for the pictures of README and docs; none are taken without it."""
START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

pytestmark = [
    pytest.mark.long,
    pytest.mark.no_cover,
    pytest.mark.anyio,
    pytest.mark.timeout(240),
    pytest.mark.skipif(BROWSER is None and not REQUIRED, reason="no Chromium on this machine"),
]


@asynccontextmanager
async def practice_network(database: Database):
    clock = WorldClock(START)
    world = World(token=new_token(), clock=clock)
    practice = Practice(world, clock, database, allowance=QUICK)
    seed.populate(world, database, now=clock.now())
    async with serving(world, controls=practice) as url:
        practice.base_url = url
        await practice.start()
        try:
            yield url, practice
        finally:
            await practice.stop()


@asynccontextmanager
async def chromium():
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        try:
            yield browser
        finally:
            await browser.close()


WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
LOOKS = [
    pytest.param(WIDE, "light", id="desktop-light"),
    pytest.param(NARROW, "light", id="phone-light"),
    pytest.param(WIDE, "dark", id="desktop-dark"),
    pytest.param(NARROW, "dark", id="phone-dark"),
]
"""Both widths and both colour schemes."""


@asynccontextmanager
async def opened(browser, url, size, scheme):
    """Yield a page in this look; an error on the page, or in its console, fails the test."""
    scale = 2 if size is NARROW else 1
    context = await browser.new_context(
        viewport=size, color_scheme=scheme, device_scale_factor=scale
    )
    page = await context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    await page.goto(url)
    yield page
    assert errors == []
    await context.close()


async def picture(page, name):
    if PICTURES:
        await asyncio.to_thread(Path(PICTURES).mkdir, parents=True, exist_ok=True)
        await page.wait_for_timeout(300)
        await page.screenshot(path=f"{PICTURES}/{name}.png")


async def quiet(practice):
    """Wait until everything that was said is answered; a slow moment is no answer."""
    while True:
        await practice.world.idle(quiet=0.05)
        if practice.running is None or not practice.running.inbox.lanes:
            return


class Hand:
    """Somebody's hand on the page."""

    def __init__(self, page, practice):
        self.page = page
        self.practice = practice
        self.world = practice.world

    async def be(self, name):
        person = next(p for p in self.world.people.values() if p.name == name)
        if await self.page.get_by_test_id("back").is_visible():
            await self.page.get_by_test_id("back").click()
        await self.page.get_by_test_id(f"person-{person.id}").click()
        # The composer takes up what this person had begun to type as soon as the chat is read.
        await self.page.get_by_text(f"You are {name}").wait_for()
        await self.shown()
        return person

    async def type(self, text):
        before = self.world._next_update
        await self.page.get_by_test_id("composer").fill(text)
        await self.page.get_by_test_id("composer").press("Enter")
        await self.answered(before)

    async def press(self, label):
        before = self.world._next_update
        chat = self.page.get_by_test_id("messages")
        await chat.get_by_role("button", name=label).last.click(timeout=10_000)
        await self.answered(before)

    async def answered(self, before):
        """Wait until the bot has heard and answered, and the page has shown it."""
        await self.world.until(lambda: self.world._next_update > before)
        await quiet(self.practice)
        await self.shown()

    async def shown(self):
        """Wait until the page shows the world as it is."""
        await self.page.wait_for_function(
            "sequence => Number(document.body.dataset.sequence) >= sequence",
            arg=self.world.sequence,
        )

    async def sees(self, words):
        chat = self.page.get_by_test_id("messages")
        await chat.get_by_text(words).last.wait_for(timeout=15_000)


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
async def test_register_announce_answer_report_and_jump(sqlite, size, scheme):
    look = f"{'phone' if size is NARROW else 'desktop'}-{scheme}"
    async with (
        practice_network(sqlite) as (url, practice),
        chromium() as browser,
        opened(browser, url, size, scheme) as page,
    ):
        hand = Hand(page, practice)
        await picture(page, f"people-{look}")
        await register(hand, page, look)
        await announce(hand, page, look)
        await answer_and_report(hand, page, look)
        await jump(hand, page, size)


async def register(hand, page, look):
    """A newcomer asks to join; Helena approves."""
    await page.get_by_test_id("add-person").click()
    await page.get_by_test_id("newcomer-name").fill("Ana <b>")
    await page.get_by_test_id("newcomer-add").click()
    await page.get_by_test_id("start").click()
    await hand.sees("To ask to join")
    await picture(page, f"first-contact-{look}")
    await hand.type("/register")
    await hand.press("English")
    await hand.press("I have read this")
    await hand.type("Portugal")
    await hand.type("Ana")
    await hand.type("skip")
    await hand.type("skip")
    await picture(page, f"registration-{look}")
    await hand.press("Send my registration")
    await hand.be("Helena")
    await hand.sees("You are invited to a meeting of the network.")
    await hand.sees("Request to join")
    await picture(page, f"coordinator-{look}")
    await hand.press("Approve")
    await hand.sees("was approved by Helena")
    ana = await hand.be("Ana <b>")
    await hand.sees("You are registered as a correspondent")
    await hand.sees("You are invited to a meeting")
    assert ana.last.document


async def announce(hand, page, look):
    """Helena announces a meeting to everybody."""
    await hand.be("Helena")
    for text in ("/announce", "Spring meeting", "22 April 2027 10:00-12:30"):
        await hand.type(text)
    await hand.sees("Thursday 22 April 2027, 10:00–12:30 (Brussels, UTC+2)")
    await picture(page, f"date-read-back-{look}")
    await hand.press("Yes, that is right")
    await hand.press("Online")
    for _ in range(3):
        await hand.press("Skip")
    await hand.press("Thu 8 Apr 2027")
    await hand.sees("This is the notice as it will look")
    await picture(page, f"preview-{look}")
    await hand.press("Preview and recipients")
    await hand.press("Send now to 12")
    await hand.sees("12 of 12 people received the notice")
    await hand.type("/board")
    await hand.sees("40 chambers")
    await picture(page, f"board-{look}")


async def answer_and_report(hand, page, look):
    """Camille answers in one tap, and reports an activity in French."""
    await hand.be("Camille")
    await hand.sees("Spring meeting")
    await hand.press("En ligne")
    await hand.sees("Votre réponse")
    await picture(page, f"answer-{look}")
    await hand.type("/update")
    await hand.sees("Décrivez l’activité avec vos mots")
    await hand.press("Me poser les questions une à une")
    await hand.sees("Quel titre donner")
    await hand.type("Atelier sur le budget")
    await hand.sees("Quels pays partenaires")
    await hand.type("Serbie")
    for label in ("Atelier ou séminaire", "Budget", "Terminé", "TAIEX", "Prévue"):
        await hand.press(label)
    await hand.type("mars 2027")
    await hand.sees("J’ai compris")
    await hand.press("Oui, c’est exact")
    await hand.press("En ligne")
    await hand.type("Deux jours d’atelier pour les fonctionnaires de la commission du budget.")
    await hand.sees("Merci de vérifier votre activité")
    await picture(page, f"review-{look}")
    await hand.press("Envoyer")
    await hand.sees("porte la référence 2027-FR-SEN-001")
    await hand.type("/projects Monténégro")
    await hand.sees("Activités : Monténégro")
    await picture(page, f"projects-{look}")
    await hand.type("/who Monténégro")
    await hand.sees("Qui fait quoi")
    await picture(page, f"who-{look}")


async def jump(hand, page, size):
    """The clock is moved to the next reminder; Telegram goes away and comes back; a restart."""
    aino = next(person for person in hand.world.people.values() if person.name == "Aino")
    seen = len(aino.received)
    if size is NARROW:
        await page.get_by_test_id("world-open").click()
    for _ in range(20):
        if len(aino.received) > seen:
            break
        await page.get_by_test_id("next-due").click()
        await quiet(hand.practice)
        await hand.shown()
    assert len(aino.received) > seen
    for shown in ("Bring Telegram back", "Take Telegram down"):
        await page.get_by_test_id("telegram-down").click()
        # A lever that is at work takes no second press, though its words may have changed already.
        lever = page.locator("[data-testid=telegram-down]:not([aria-busy])")
        await lever.get_by_text(shown).wait_for()
    await page.get_by_test_id("restart").click()
    if size is NARROW:
        await page.get_by_test_id("world-close").click()
    await hand.type("/help")
    await hand.sees("Ce que vous pouvez faire ici")
