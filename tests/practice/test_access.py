"""The chat page by keyboard and by ear: names, focus, what is announced, files, hostile texts."""

from tests.practice import test_page as page_tests
from tests.practice.test_page import (
    NARROW,
    WIDE,
    Hand,
    chromium,
    opened,
    practice_network,
    quiet,
)

pytestmark = page_tests.pytestmark

UNNAMED = """() => [...document.querySelectorAll('button, a, input, textarea, select')]
  .filter((one) => one.offsetParent !== null)
  .filter((one) => !(one.getAttribute('aria-label') || one.innerText || one.title || '').trim())
  .filter((one) => ![...(one.labels || [])].some((label) => label.innerText.trim()))
  .map((one) => one.outerHTML.slice(0, 120))"""
HEIGHT = "one => one.getBoundingClientRect().height"
HOSTILE = "<img src=x onerror=alert(1)> _*`[ \u202e & 🌷"


async def test_the_page_serves_the_keyboard_and_the_ear(sqlite):
    async with (
        practice_network(sqlite) as (url, practice),
        chromium() as browser,
        opened(browser, url, WIDE, "light") as page,
    ):
        world = practice.world
        camille = next(p for p in world.people.values() if p.name == "Camille")
        entry = page.get_by_test_id(f"person-{camille.id}")
        await entry.get_by_text("2", exact=True).wait_for()  # unread: a welcome and a notice
        await entry.focus()
        await page.keyboard.press("Enter")
        await page.locator("#composer-text:focus").wait_for()
        await entry.get_by_text("2", exact=True).wait_for(state="detached")
        assert await page.evaluate(UNNAMED) == []

        # What is typed stays text; what is answered is said aloud.
        for typed in (HOSTILE, "/who Monténégro"):
            await page.keyboard.type(typed)
            before = world._next_update
            await page.keyboard.press("Enter")
            await world.until(lambda before=before: world._next_update > before)
            await quiet(practice)
        heard = page.locator("#heard")
        await heard.get_by_text("Qui fait quoi").wait_for()
        assert await heard.get_attribute("aria-live") == "polite"
        assert await page.locator("#messages img").count() == 0
        assert any(message.text == HOSTILE for message in camille.chat.messages)
        # A button of the bot's is reached and pressed by keyboard alone; its answer stays in place.
        label = "Voir les 3 activités"
        button = page.get_by_test_id("messages").get_by_role("button", name=label)
        for _ in range(12):
            if await button.evaluate("one => one === document.activeElement"):
                break
            await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Enter")
        await page.get_by_test_id("messages").get_by_text("Activités : Monténégro").wait_for()
        assert await page.evaluate(UNNAMED) == []

        # The notice's calendar file comes as a file.
        async with page.expect_download() as coming:
            await page.get_by_test_id("messages").get_by_text(".ics").first.click()
        download = await coming.value
        assert download.suggested_filename.endswith(".ics")
        path = await download.path()
        assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


async def test_the_page_fits_a_phone_and_its_sheet_closes_by_keyboard(sqlite):
    async with (
        practice_network(sqlite) as (url, practice),
        chromium() as browser,
        opened(browser, url, NARROW, "dark") as page,
    ):
        hand = Hand(page, practice)
        await hand.be("Helena")
        await hand.type("/board")
        await hand.sees("40 chambers")
        # A long list is folded until it is asked for.
        # (The notice of the next meeting, with its agenda, may come before the board or after it.)
        board = page.get_by_test_id("messages").locator("article", has_text="Overview")
        folded = board.locator("blockquote.expandable")
        height = await folded.evaluate(HEIGHT)
        await folded.click()
        assert await folded.evaluate(HEIGHT) > 3 * height
        # It stays so when the hand goes elsewhere, and folds again by keyboard.
        await page.get_by_test_id("composer").focus()
        assert await folded.evaluate(HEIGHT) > 3 * height
        await folded.press("Enter")
        assert await folded.evaluate(HEIGHT) == height
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= NARROW["width"]
        await page.get_by_test_id("world-open").click()
        await page.keyboard.press("Escape")
        assert await page.get_by_test_id("world-open").get_attribute("aria-expanded") == "false"
