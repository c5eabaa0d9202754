"""What hands do on the chat page besides the story: edits, failures, drafts, hostile messages."""

from contextlib import asynccontextmanager

from tests.practice import test_page as page_tests
from tests.practice.test_page import NARROW, WIDE, Hand, chromium, practice_network, quiet

pytestmark = page_tests.pytestmark
OLD_BROWSER = """
delete URL.parse;
Object.defineProperty(window, "localStorage", {get() { throw new DOMException("none"); }});
"""
HOSTILE = [
    "<script>document.title='taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">",
    '"><svg onload=alert(1)>',
    "javascript:alert(1) [x](javascript:alert(1))",
    "\u202egnp.exe \u2066 \u0000 \ud83d\ude00",
    "&lt;b&gt; &amp; <a href='javascript:alert(1)'>x</a>",
]


@asynccontextmanager
async def at_the_page(database, *, size=WIDE, script=None):
    """Yield a hand on a page of a new practice network; a fault of the page fails the test."""
    async with practice_network(database) as (url, practice), chromium() as browser:
        context = await browser.new_context(viewport=size)
        await context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url)
        if script:
            await context.add_init_script(script)
        page = await context.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        await page.goto(url)
        yield Hand(page, practice)
        assert faults == []


async def act_on(hand, message, label):
    """Choose *label* in the menu of one message."""
    shown = hand.page.get_by_test_id(f"message-{message.id}")
    await shown.hover()
    await shown.get_by_label("Message actions").click()
    before = hand.world._next_update
    await hand.page.get_by_role("menuitem", name=label).click()
    return before


def own(person):
    return [m for m in person.chat.messages if not m.from_bot and not m.deleted]


async def field_is(hand, words):
    await hand.page.wait_for_function(
        "words => document.getElementById('composer-text').value === words", arg=words
    )


async def test_edit_delete_reply_copy_and_commands(sqlite):
    async with at_the_page(sqlite) as hand:
        page, field = hand.page, hand.page.get_by_test_id("composer")
        camille = await hand.be("Camille")
        await hand.type("bonjour")
        (first,) = own(camille)

        await field.fill("begun before the edit")
        await act_on(hand, first, "Edit")
        await field_is(hand, "bonjour")
        await field.fill("bonjour à tous")
        await field.press("Enter")
        await hand.world.until(lambda: first.text == "bonjour à tous")
        assert len(own(camille)) == 1
        await field_is(hand, "begun before the edit")
        await page.get_by_test_id(f"message-{first.id}").get_by_text("edited").wait_for()

        await act_on(hand, camille.last, "Reply")
        await hand.type("merci")
        assert own(camille)[-1].reply_to is not None

        await act_on(hand, first, "Copy text")
        assert await page.evaluate("navigator.clipboard.readText()") == "bonjour à tous"

        await act_on(hand, first, "Delete")
        await page.get_by_test_id(f"message-{first.id}").wait_for(state="detached")
        assert first.deleted

        for typed, sent in (
            ("/mee", "/meetings"),
            ("/who", "/who"),
            ("/who Serbie", "/who Serbie"),
        ):
            await hand.type(typed)
            assert own(camille)[-1].text == sent
        await field.fill("/mee")
        await field.press("Tab")
        await field_is(hand, "/meetings ")


async def test_what_fails_comes_back_for_what_it_was_meant_and_to_whoever_wrote_it(sqlite):
    async with at_the_page(sqlite) as hand:
        page, field = hand.page, hand.page.get_by_test_id("composer")
        helena = await hand.be("Helena")
        await hand.type("hello")
        (first,) = own(helena)
        await page.route("**/world/chats/*/*", lambda route: route.abort())

        await act_on(hand, first, "Edit")
        await field.fill("hello to you")
        await field.press("Enter")
        await page.get_by_text("The practice server did not answer").first.wait_for()
        await field_is(hand, "hello to you")
        await page.get_by_text("Edit: hello").wait_for()
        await page.unroute("**/world/chats/*/*")
        await field.press("Enter")
        await hand.world.until(lambda: first.text == "hello to you")
        assert len(own(helena)) == 1

        # A request that fails when somebody else is chosen already.
        async def refuse_late(route):
            await page.wait_for_timeout(600)
            await route.abort()

        await page.route("**/send", refuse_late)
        await act_on(hand, first, "Reply")
        await field.fill("a secret of Helena’s")
        await field.press("Enter")
        await hand.be("Marc")
        await field.fill("Marc’s own")
        await page.wait_for_timeout(900)
        await field_is(hand, "Marc’s own")
        await hand.be("Helena")
        await field_is(hand, "a secret of Helena’s")
        await page.get_by_text("Reply to: hello to you").wait_for()
        await page.unroute("**/send")
        await field.press("Enter")
        await hand.world.until(lambda: len(own(helena)) == 2)
        assert own(helena)[-1].reply_to == first.id
        await hand.be("Marc")
        await field_is(hand, "Marc’s own")


async def test_people_are_found_without_marks_and_news_come_first(sqlite):
    async with at_the_page(sqlite) as hand:
        page, world = hand.page, hand.world
        names = {"lukasz": "Łukasz", "oedipe": "Œdipe", "soren": "Søren", "strauss": "Strauß"}
        for name in names.values():
            world.person(name)
        await hand.shown()
        for typed, name in names.items():
            await page.get_by_test_id("find").fill(typed)
            found = page.locator("#people li:not([hidden]) .name")
            assert await found.all_text_contents() == [name]
        await page.get_by_test_id("find").fill("")
        await hand.be("Aino")
        for name in ("Marc", "Camille"):
            who = next(person for person in world.people.values() if person.name == name)
            who.send("/help")
            await quiet(hand.practice)
        await hand.shown()
        order = await page.locator("#people .name").all_text_contents()
        assert order[:2] == ["Camille", "Marc"]


async def test_photos_files_forwards_and_a_group(sqlite):
    async with at_the_page(sqlite, size=NARROW) as hand:
        page, field, world = hand.page, hand.page.get_by_test_id("composer"), hand.world
        camille = await hand.be("Camille")
        for item in ("A photo", "A file"):
            before = world._next_update
            await field.fill(f"{item} of the workshop")
            await page.get_by_test_id("attach").click()
            await page.get_by_role("menuitem", name=item).click()
            await hand.answered(before)
            sent = own(camille)[-1]
            assert sent.text == f"{item} of the workshop"
            assert sent.photo or sent.document
            await field_is(hand, "")
        await page.get_by_test_id("attach").click()
        await page.get_by_role("menuitem", name="Forward").click()
        await page.get_by_test_id("forward-from").fill("Ana")
        await page.get_by_test_id("forward-text").fill("One.\nStill one.\n\nTwo.")
        before = world._next_update
        await page.get_by_test_id("forward-send").click()
        await hand.answered(before)
        texts = [m.text for m in own(camille) if "forward_origin" in m.extra]
        assert texts == ["One.\nStill one.", "Two."]
        await page.get_by_text("Forwarded from Ana").first.wait_for()

        await page.get_by_test_id("back").click()
        await page.locator("#people a", has_text="A group with the bot").click()
        await page.get_by_test_id("speaker").select_option("Marc")
        await hand.type("/meetings")
        (group,) = (chat for chat in world.chats.values() if chat.id < 0)
        assert world.author(group.messages[0]) == "Marc"
        await hand.sees("t.me/")
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROW["width"]


async def test_links_and_hostile_messages(sqlite):
    async with at_the_page(sqlite, script=OLD_BROWSER) as hand:
        page, world = hand.page, hand.world
        camille = await hand.be("Camille")
        for text in HOSTILE:
            await hand.type(text)
        assert await page.title() != "taken"
        assert (
            await page.locator("#messages script, #messages img, #messages svg[onload]").count()
            == 0
        )
        hrefs = await page.locator("#messages a").evaluate_all("all => all.map(a => a.href)")
        assert not [href for href in hrefs if href.startswith("javascript")]
        shown = await page.locator("#messages .own .text").all_text_contents()
        assert shown[:2] == HOSTILE[:2]

        await hand.type(f"https://t.me/{world.username}?start=abc-1")
        await page.locator("#messages .own .text a").last.click()
        await page.get_by_test_id("open-as").wait_for()
        before = world._next_update
        await page.get_by_test_id(f"as-{camille.id}").click()
        await hand.answered(before)
        assert own(camille)[-1].text == "/start abc-1"
        await page.get_by_test_id("theme").click()
        assert await page.evaluate("document.documentElement.dataset.theme") == "light"


async def test_faults_are_called_by_their_name(sqlite):
    async with at_the_page(sqlite) as hand:
        page, world = hand.page, hand.world
        camille = await hand.be("Camille")
        await page.evaluate("document.getElementById('bot-name').remove()")
        camille.send("/help")
        await page.get_by_text("This page met a fault of its own").wait_for()
        assert await page.get_by_test_id("lost").is_hidden()
        await page.reload()
        await page.route("**/world/state", lambda route: route.fulfill(status=500, body="broken"))
        world.changed()
        await page.get_by_text("The practice server met a fault: broken").wait_for()
        await page.unroute("**/world/state")
        await page.get_by_test_id("fault").wait_for(state="hidden")
        await page.route("**/world/**", lambda route: route.abort())
        world.changed()
        await page.get_by_test_id("lost").wait_for()
        await page.unroute("**/world/**")
        await page.get_by_test_id("lost").wait_for(state="hidden")


async def test_a_restart_without_telegram_answers_at_once_and_the_clock_goes_on(sqlite):
    async with at_the_page(sqlite) as hand:
        page = hand.page
        camille = await hand.be("Camille")
        await page.get_by_test_id("telegram-down").click()
        await page.get_by_text("Bring Telegram back").wait_for()
        for _ in range(2):
            await page.get_by_test_id("restart").click()
            await page.get_by_text("it waits for Telegram").wait_for(timeout=5_000)
            await page.locator("#restart[aria-busy]").wait_for(state="detached", timeout=5_000)
        before = hand.practice.clock.now()
        await page.get_by_test_id("advance-week").click()
        await page.locator("#advance-week[aria-busy]").wait_for(state="detached", timeout=5_000)
        assert (hand.practice.clock.now() - before).days == 7
        camille.send("/help")
        await page.get_by_test_id("telegram-down").click()
        await page.get_by_text("it is running").wait_for()
        await camille.receives("Ce que vous pouvez faire ici")
