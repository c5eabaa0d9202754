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
from bot.practice.run import TOKEN, Practice
from bot.practice.server import serving
from bot.practice.world import World
from storage.database import Database
from tests.e2e.town import QUICK

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
    pytest.mark.anyio,
    pytest.mark.timeout(240),
    pytest.mark.skipif(BROWSER is None and not REQUIRED, reason="no Chromium on this machine"),
]


@asynccontextmanager
async def practice_network(database: Database):
    clock = WorldClock(START)
    world = World(token=TOKEN, clock=clock)
    practice = Practice(world, clock, database, allowance=QUICK)
    seed.populate(world, database, now=clock.now())
    async with serving(world, controls=practice) as url:
        practice.base_url = url
        await practice.start()
        try:
            yield url, world
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


async def picture(page, name):
    if PICTURES:
        await asyncio.to_thread(Path(PICTURES).mkdir, parents=True, exist_ok=True)
        await page.wait_for_timeout(300)
        await page.screenshot(path=f"{PICTURES}/{name}.png")


class Hand:
    """Somebody's hand on the page."""

    def __init__(self, page, world):
        self.page = page
        self.world = world

    async def be(self, name):
        person = next(p for p in self.world.people.values() if p.name == name)
        if await self.page.get_by_test_id("back").is_visible():
            await self.page.get_by_test_id("back").click()
        await self.page.get_by_test_id(f"person-{person.id}").click()
        return person

    async def type(self, text):
        await self.page.get_by_test_id("composer").fill(text)
        await self.page.get_by_test_id("composer").press("Enter")
        await self.answered()

    async def press(self, label):
        chat = self.page.get_by_test_id("messages")
        await chat.get_by_role("button", name=label).last.click(timeout=10_000)
        await self.answered()

    async def answered(self):
        """Wait for the bot's answer, and for the page to show it."""
        await self.world.idle()
        await self.page.wait_for_timeout(250)

    async def sees(self, words):
        chat = self.page.get_by_test_id("messages")
        await chat.get_by_text(words).last.wait_for(timeout=15_000)


async def test_a_newcomer_registers_and_is_approved(sqlite):
    async with practice_network(sqlite) as (url, world), chromium() as browser:
        page = await browser.new_page(viewport={"width": 1280, "height": 860})
        await page.goto(url)
        hand = Hand(page, world)
        await hand.be("Helena")
        await hand.sees("You are invited to a meeting of the network.")
        await picture(page, "practice-desktop-light")
        await page.get_by_test_id("add-person").click()
        await page.get_by_test_id("newcomer-name").fill("Ana <b>")
        await page.get_by_test_id("newcomer-add").click()
        await page.get_by_test_id("start").click()
        await hand.sees("asks to join")
        await picture(page, "first-contact")
        await hand.type("/register")
        await hand.press("English")
        await hand.press("I have read this")
        await hand.type("Portugal")
        await hand.press("Ana <b>")
        await picture(page, "registration")
        await hand.press("Send my registration")
        await hand.be("Helena")
        await hand.sees("Somebody asks to join")
        await hand.press("Approve")
        await hand.sees("was approved by Helena")
        ana = await hand.be("Ana <b>")
        await hand.sees("You are registered as a correspondent")
        await hand.sees("You are invited to a meeting")
        assert ana.last.document


async def test_announce_answer_report_and_jump_on_a_phone_in_the_dark(sqlite):
    async with practice_network(sqlite) as (url, world), chromium() as browser:
        context = await browser.new_context(
            viewport={"width": 390, "height": 844}, color_scheme="dark", device_scale_factor=2
        )
        page = await context.new_page()
        await page.goto(url)
        hand = Hand(page, world)
        await picture(page, "people-phone-dark")
        await hand.be("Helena")
        await hand.sees("You are invited to a meeting of the network.")
        for text in ("/announce", "Spring meeting", "22 April 2027 10:00-12:30"):
            await hand.type(text)
        await hand.sees("Thursday 22 April 2027, 10:00–12:30 (Brussels, UTC+2)")
        await picture(page, "date-read-back-phone-dark")
        await hand.press("Yes, that is right")
        await hand.press("Online")
        await hand.press("Skip")
        await hand.press("Skip")
        await hand.press("Skip")
        await hand.press("Thu 8 Apr 2027")
        await hand.sees("This is the notice as it will look")
        await picture(page, "preview-phone-dark")
        await hand.press("Continue to sending")
        await hand.press("Send now to 11")
        await hand.sees("11 of 11 people got the notice")
        camille = await hand.be("Camille")
        await hand.sees("Spring meeting")
        await hand.press("En ligne")
        await hand.sees("Votre réponse")
        await picture(page, "answer-phone-dark")
        await hand.type("/update")
        await hand.sees("Comment appelleriez-vous")
        await hand.type("Atelier sur le budget")
        await hand.sees("Quels pays partenaires")
        await hand.type("Serbie")
        await hand.press("Atelier ou séminaire")
        await hand.press("Budget")
        await hand.press("Terminé")
        await hand.press("TAIEX")
        await hand.press("Prévue")
        await hand.type("mars 2027")
        await hand.sees("J’ai compris")
        await hand.press("Oui, c’est exact")
        await hand.press("En ligne")
        await hand.type("Deux jours d’atelier pour les fonctionnaires de la commission du budget.")
        await hand.sees("Merci de vérifier votre activité")
        await picture(page, "review-phone-dark")
        await hand.press("Envoyer")
        await hand.sees("porte la référence 2027-FR-SEN-001")
        before = len(camille.received)
        aino = next(p for p in world.people.values() if p.name == "Aino")
        seen = len(aino.received)
        await page.get_by_test_id("world-open").click()
        for _ in range(6):
            if len(aino.received) > seen:
                break
            await page.get_by_test_id("next-due").click()
            await page.wait_for_timeout(2500)
        assert len(aino.received) > seen
        assert len(camille.received) >= before
        await context.close()


async def test_the_page_in_french_and_light_on_a_desktop(sqlite):
    async with practice_network(sqlite) as (url, world), chromium() as browser:
        context = await browser.new_context(
            viewport={"width": 1280, "height": 860}, color_scheme="dark"
        )
        page = await context.new_page()
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        await page.goto(url)
        hand = Hand(page, world)
        await hand.be("Julien")
        await hand.sees("Vous êtes invité à une réunion du réseau.")
        await hand.type("/projects Monténégro")
        await hand.sees("Activités : Monténégro")
        await picture(page, "projects-desktop-dark")
        await page.get_by_test_id("telegram-down").click()
        await page.get_by_test_id("telegram-down").click()
        await page.get_by_test_id("restart").click()
        await hand.type("/help")
        await hand.sees("Ce que vous pouvez faire ici")
        assert errors == []
        await context.close()
