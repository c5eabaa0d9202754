"""The stand-in refuses what Telegram refuses, in Telegram's words."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter

from bot.practice.clock import WorldClock
from bot.practice.server import serving
from bot.standin.floods import Limits
from bot.standin.world import World
from tests.conftest import START

pytestmark = pytest.mark.anyio

TOKEN = "1:a-token-of-the-tests-alone"


@pytest.fixture
async def world():
    made = World(token=TOKEN, clock=WorldClock(START, frozen=True))
    async with serving(made) as url:
        made.url = url
        yield made


@pytest.fixture
async def bot(world):
    async with Bot(TOKEN, base_url=f"{world.url}/bot") as made:
        yield made


@pytest.fixture
def alice(world):
    person = world.person("Alice")
    person.started = True
    return person


async def refused(call, words):
    with pytest.raises(BadRequest) as error:
        await call
    assert words.lower() in error.value.message.lower()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "message text is empty"),
        ("  \n ", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("🙂" * 2049, "message is too long"),
        ("<b>x", 'can\'t find end tag corresponding to start tag "b"'),
        ("<h1>x</h1>", 'unsupported start tag "h1" at byte offset 0'),
        ("é<x>", 'unsupported start tag "x" at byte offset 2'),
        ("x</b>", "unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a < b", "unclosed start tag at byte offset 2"),
        ('<tg-time unix="4102444800">x</tg-time>', "ENTITY_DATE_INVALID"),
    ],
)
async def test_texts_that_telegram_would_refuse(bot, alice, text, words):
    await refused(bot.send_message(alice.id, text, parse_mode="HTML"), words)
    assert alice.received == []


async def test_texts_at_the_limit_pass(bot, alice):
    await bot.send_message(alice.id, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    await bot.send_message(alice.id, "🙂" * 2048)
    await bot.send_message(alice.id, "&lt;b&gt; &amp;amp; &quot; &#128578;", parse_mode="HTML")
    assert alice.last.text == '<b> &amp; " 🙂'


async def test_buttons_over_64_bytes_and_bad_links_are_refused(bot, alice):
    def keyboard(**values):
        return InlineKeyboardMarkup([[InlineKeyboardButton("x", **values)]])

    for markup, words in (
        (keyboard(callback_data="é" * 33), "BUTTON_DATA_INVALID"),
        (keyboard(url="https://nowhere"), "is invalid"),
        (keyboard(callback_data="x", api_kwargs={"style": "loud"}), "style"),
    ):
        await refused(bot.send_message(alice.id, "x", reply_markup=markup), words)


async def test_edits_that_change_nothing_or_cannot_be_are_refused(bot, alice):
    sent = await bot.send_message(alice.id, "x")
    with_keys = await bot.send_message(alice.id, "y", reply_markup=ReplyKeyboardMarkup([["z"]]))
    mine = alice.send("mine")
    edit = bot.edit_message_text
    await refused(edit("x", alice.id, sent.message_id), "message is not modified")
    await refused(edit("z", alice.id, 999), "message to edit not found")
    await refused(edit("z", alice.id, mine.id), "message can't be edited")
    await refused(edit("z", alice.id, with_keys.message_id), "message can't be edited")
    await refused(edit("z" * 5000, alice.id, sent.message_id), "MESSAGE_TOO_LONG")
    file = await bot.send_document(alice.id, b"x", filename="a.txt", caption="c")
    await refused(edit("z", alice.id, file.message_id), "there is no text in the message to edit")
    caption = bot.edit_message_caption(alice.id, file.message_id, caption="x" * 1025)
    await refused(caption, "MEDIA_CAPTION_TOO_LONG")


async def test_a_press_is_answered_once_and_in_time(world, bot, alice):
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="d")]])
    await bot.send_message(alice.id, "x", reply_markup=markup)
    first = alice.press(alice.last, "x")
    await refused(bot.answer_callback_query(first.id, "x" * 201), "MESSAGE_TOO_LONG")
    await bot.answer_callback_query(first.id, "ok")
    for number in (first.id, "1"):
        await refused(bot.answer_callback_query(number), "query is too old")
    late = alice.press(alice.last, "x")
    world.clock.advance(timedelta(minutes=1))
    await refused(bot.answer_callback_query(late.id), "query is too old")


async def test_people_who_cannot_be_written_to(world, bot, alice):
    stranger = world.person("Bob")
    for change, words in (
        (lambda: None, "bot was blocked by the user"),
        (alice.deactivate, "user is deactivated"),
    ):
        alice.blocked = True
        change()
        with pytest.raises(Forbidden, match=words):
            await bot.send_message(alice.id, "x")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(stranger.id, "x")
    await refused(bot.send_message(42, "x"), "chat not found")


async def test_a_group_that_moved_or_threw_the_bot_out(world, bot, alice):
    group = world.group("Network", [alice])
    await bot.send_message(group.id, "x")
    new = world.upgrade(group)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "x")
    assert moved.value.new_chat_id == new.id
    new.member = False
    with pytest.raises(Forbidden, match="bot was kicked"):
        await bot.send_message(new.id, "x")


async def test_floods_are_refused_and_the_penalty_grows():
    made = World(token=TOKEN, clock=WorldClock(), limits=Limits())
    people = [made.person(f"Person {number}") for number in range(40)]
    for person in people:
        person.started = True
    async with serving(made) as url, Bot(TOKEN, base_url=f"{url}/bot") as bot:
        for person in people[:30]:
            await bot.send_message(person.id, "x")
        with pytest.raises(RetryAfter) as refusal:
            await bot.send_message(people[30].id, "x")
        with pytest.raises(RetryAfter) as second:
            await bot.send_message(people[0].id, "x")
    assert second.value.retry_after > refusal.value.retry_after


async def test_wrong_tokens_and_unknown_methods(world, bot):
    with pytest.raises(InvalidToken):
        async with Bot("2:wrong-token-wrong-token", base_url=f"{world.url}/bot"):
            pass
    with pytest.raises(InvalidToken, match="Not Found"):
        await bot._post("sendNothing")


async def test_a_second_poller_ends_the_first_and_a_webhook_ends_both(world, bot):
    import asyncio

    first = asyncio.create_task(bot.get_updates(timeout=5))
    await world.until(lambda: world.poller is not None)
    async with Bot(TOKEN, base_url=f"{world.url}/bot") as other:
        assert await other.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    await bot.set_webhook("https://bot.example.org/telegram")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()


async def test_confirmed_updates_are_forgotten_and_old_ones_after_a_day(world, bot, alice):
    for text in ("one", "two", "three"):
        alice.send(text)
    first = await bot.get_updates(limit=2)
    assert [update.message.text for update in first] == ["one", "two"]
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in rest] == ["three"]
    assert len(await bot.get_updates(offset=-1)) == 1
    world.clock.advance(timedelta(hours=25))
    assert await bot.get_updates() == ()


async def test_messages_can_be_deleted_for_two_days(world, bot, alice):
    sent = await bot.send_message(alice.id, "x")
    kept = await bot.send_message(alice.id, "y")
    await bot.delete_message(alice.id, sent.message_id)
    await refused(bot.delete_message(alice.id, sent.message_id), "message to delete not found")
    world.clock.advance(timedelta(hours=49))
    await refused(bot.delete_message(alice.id, kept.message_id), "message can't be deleted")


async def test_commands_are_checked_and_the_narrowest_scope_is_seen(world, bot, alice):
    await refused(bot.set_my_commands([("Wrong", "x")]), "BOT_COMMAND_INVALID")
    await bot.set_my_commands([BotCommand("start", "x")])
    assert [c.command for c in await bot.get_my_commands()] == ["start"]


async def test_requests_from_other_pages_are_refused(world):
    import httpx

    async with httpx.AsyncClient() as client:
        assert (await client.get(f"{world.url}/")).status_code == 200  # gives the cookie
        for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
            answer = await client.get(f"{world.url}/world/state", headers=headers)
            assert answer.status_code == 403
        assert (await client.get(f"{world.url}/world/state")).status_code == 200


async def test_what_was_refused_is_noted_and_half_a_sign_comes_through(harness):
    bob = harness.world.person("Bob", language_code="en")
    bob.start()
    await harness.quiet()
    with pytest.raises(BadRequest):
        await harness.run.application.bot.send_message(bob.id, "<b>", parse_mode="HTML")
    ((method, said),) = harness.world.refused
    assert method == "sendmessage"
    assert "parse entities" in said
    bob.send("\ud800")
    await harness.quiet()
    assert harness.world.updates == []
