"""The guides in docs, carried out on the page: what they say to type and press is there."""

from tests.practice import test_page as page_tests
from tests.practice.test_page import Hand, chromium, opened, practice_network, quiet

pytestmark = page_tests.pytestmark
PHONE = {"width": 390, "height": 700}


async def picture(page, name):
    """Take a picture of the latest messages, when what passed over them is gone."""
    await page.get_by_test_id("toast").first.wait_for(state="hidden")
    await page.get_by_test_id("messages").evaluate("it => it.scrollTo({top: it.scrollHeight})")
    await page.get_by_test_id("to-end").wait_for(state="hidden")
    await page_tests.picture(page, f"guide-{name}-phone-light")


async def test_a_first_meeting_in_ten_steps(sqlite):
    async with (
        practice_network(sqlite) as (url, practice),
        chromium() as browser,
        opened(browser, url, PHONE, "light") as page,
    ):
        hand = Hand(page, practice)
        await invite_and_approve(hand, page)
        await announce(hand, page)
        await see_who_answered(hand, page)
        await change_and_cancel(hand, page)
        await undo(hand, page)


async def invite_and_approve(hand, page):
    await hand.be("Helena")
    await hand.type("/invite FR-SEN")
    await hand.sees("It works once")
    await picture(page, "invitation")
    await hand.type("/invitations")
    await hand.sees("can still be used")
    await page.get_by_test_id("back").click()
    await page.get_by_test_id("add-person").click()
    await page.get_by_test_id("newcomer-name").fill("Rita")
    await page.get_by_test_id("newcomer-add").click()
    await page.get_by_test_id("start").click()
    await hand.sees("To ask to join")
    await hand.type("/register")
    await hand.press("English")
    await hand.press("I have read this")
    await hand.type("Portugal")
    await hand.type("Rita")
    await hand.type("International relations")
    await hand.type("rita@parliament.example")
    await hand.press("Send my registration")
    await hand.be("Helena")
    await hand.sees("Request to join")
    await picture(page, "request")
    await hand.press("Ask a question")
    await hand.type("Who is your head of unit?")
    await hand.press("Send")
    await hand.be("Rita")
    await hand.sees("would like to know")
    await hand.be("Helena")
    await hand.press("Approve")
    await hand.sees("was approved by Helena")


async def announce(hand, page):
    await hand.type("/announce")
    for text in ("Spring meeting", "22 April 2027 10:00-12:30"):
        await hand.type(text)
    await hand.press("Yes, that is right")
    await hand.press("Online")
    for _ in range(3):
        await hand.press("Skip")
    await hand.press("Thu 8 Apr 2027")
    await hand.sees("This is the notice as it will look")
    await hand.press("Send to me first")
    await hand.sees("Test message, sent only to you")
    await hand.press("Preview and recipients")
    await hand.press("Send now to 12")
    await hand.sees("12 of 12 people received the notice")
    await hand.press("Text for email")
    await hand.sees("to paste into an email")


async def see_who_answered(hand, page):
    await hand.be("Aino")
    await hand.sees("Spring meeting")
    await picture(page, "notice")
    await hand.press("Online")
    await hand.sees("Your answer")
    await hand.be("Helena")
    await hand.type("/meetings")
    await hand.press("Spring meeting")
    await hand.press("Who has answered")
    await hand.sees("the chambers’ answers")
    await picture(page, "who-answered")
    await hand.type("/board")
    await hand.sees("40 chambers")
    await hand.be("Marc")
    await hand.type("/board")
    await hand.sees("Tableau de bord")
    await picture(page, "tableau-de-bord")
    await hand.type("/meetings")
    await hand.press("Spring meeting")
    await hand.press("Qui a répondu")
    await hand.sees("les réponses des chambres")


async def change_and_cancel(hand, page):
    await hand.be("Helena")
    await hand.type("/forecast")
    await hand.type("/meetings")
    await hand.press("Spring meeting")
    await hand.press("Move")
    await hand.type("29 April 2027 10:00-12:30")
    await hand.press("Yes, that is right")
    await hand.press("Save the change")
    await hand.be("Aino")
    await hand.sees("The meeting has been moved")
    await hand.be("Helena")
    await hand.type("/meetings")
    await hand.press("Spring meeting")
    await hand.press("Cancel the meeting")
    await hand.type("The room is not free")
    await hand.sees("people will be told")
    await picture(page, "cancel")
    await hand.press("Cancel and tell everybody")
    await hand.be("Aino")
    await hand.sees("This meeting will not take place")


async def undo(hand, page):
    await hand.be("Helena")
    await hand.type("/people")
    await hand.press("Aino")
    await hand.press("Make coordinator")
    await hand.press("Yes, make coordinator")
    await hand.sees("is now a coordinator")
    await hand.be("Marc")
    await hand.sees("En cas d’erreur, cette décision peut être annulée")
    await picture(page, "annuler-une-decision")
    await hand.press("Annuler la décision")
    await hand.sees("Décision annulée par Marc")
    await quiet(hand.practice)
