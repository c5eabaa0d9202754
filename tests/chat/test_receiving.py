"""Receiving by webhook; presenting the bot; drafts; changing what was reported."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import httpx
import pytest

from bot.practice.server import serving
from bot.process import app, live
from bot.standin.world import World
from bot.updates.callbacks import UPDATE, UpdateAction
from config.network import network
from config.settings import Settings
from storage.models import Form, ProjectUpdate, Role, UpdateState, UpdateVersion
from tests.harness.network import QUICK, TOKEN, card
from tests.harness.stock import BOB, EVE, SOFIA, rows

pytestmark = pytest.mark.anyio


JSON = "application/json"
ODD_BODIES = [
    (b"{", JSON, 400),
    (b"", JSON, 400),
    (b"\xff\xfe\x00", JSON, 400),
    (b"null", JSON, 400),
    (b"7", JSON, 400),
    (b'"update_id"', JSON, 400),
    (b"[]", JSON, 400),
    (b'[{"update_id": 1}]', JSON, 400),
    (b"{}", JSON, 400),
    (b'{"update_id": null}', JSON, 400),
    (b'{"update_id": "x"}', JSON, 400),
    (b'{"update_id": -1}', JSON, 400),
    (b'{"update_id": 1e400}', JSON, 400),
    (b'{"update_id": NaN}', JSON, 400),
    (b'{"update_id": 9999999999999999999999}', JSON, 400),
    (b'{"update_id": 1, "message": "x"}', JSON, 400),
    (b'{"update_id": 1, "message": {"from": {}}}', JSON, 400),
    (b'{"update_id": 1, "message": {"from": {"id": 99999999999999999999}}}', JSON, 400),
    (b'{"update_id": 1, "message": {"text": "\\ud800", "from": {"id": 7}}}', JSON, 200),
    (b'{"update_id": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", JSON, 400),
    (b"[" * 900_000, JSON, 400),
    (b'{"update_id": 1}', "text/plain", 400),
    (b'{"update_id": 1}', "application/x-www-form-urlencoded", 400),
    (b'{"update_id": 1, "x": "' + b"x" * 10_000_000 + b'"}', JSON, 413),
]


async def test_by_webhook_the_secret_is_checked_and_updates_are_answered(
    sqlite, clock, unused_tcp_port
):
    world = World(token=TOKEN, clock=clock)
    own = f"http://127.0.0.1:{unused_tcp_port}"
    settings = Settings(
        webhook_url=own,
        webhook_secret="a_secret_of_this_test",
        listen=f"127.0.0.1:{unused_tcp_port}",
    )
    async with serving(world) as url:
        runtime = app.build_runtime(sqlite, clock, network())
        async with app.running(runtime, token=TOKEN, base_url=url, allowance=QUICK) as run:
            task = asyncio.create_task(live.receive(run, settings, live.bind(settings)))
            await world.until(lambda: bool(world.webhook.get("url")))
            async with httpx.AsyncClient() as client:
                for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}):
                    answer = await client.post(f"{own}/telegram", json={}, headers=headers)
                    assert answer.status_code == 401
                right = {"X-Telegram-Bot-Api-Secret-Token": "a_secret_of_this_test"}
                for body, kind, status in ODD_BODIES:
                    answer = await client.post(
                        f"{own}/telegram", content=body, headers=right | {"Content-Type": kind}
                    )
                    assert answer.status_code == status, body[:40]
                    assert answer.content == b""
                assert (await client.get(f"{own}/telegram", headers=right)).status_code == 405
            alice = world.person("Alice", language_code="en")
            alice.start()
            await alice.receives("This bot is for the officials")
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        runtime.executor.shutdown()


async def test_the_bot_presents_itself_in_both_languages(harness):
    await harness.world.until(lambda: ("description", "fr") in harness.world.profile)
    profile = harness.world.profile
    assert profile["name", ""] == harness.network.name_in("en")
    assert profile["name", "fr"] == harness.network.name_in("fr")
    assert "Pas d’informations confidentielles" in profile["description", "fr"]
    await harness.world.until(lambda: ("all_private_chats", 0, "fr") in harness.world.commands)
    seen = [c["command"] for c in harness.world.commands["all_private_chats", 0, "fr"]]
    assert "register" in seen
    assert "announce" not in seen


async def test_a_draft_is_offered_again_and_ends_after_a_month(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await harness.say(
        bob, "/update", "Ask me question by question", "Workshop on <budgets>", "Serbia"
    )
    await harness.press(bob, "Workshop or seminar")
    await harness.wait(timedelta(days=1, hours=1))
    await harness.run.jobs.run("look_after_drafts")
    await harness.settle()
    offer = await bob.receives("is waiting. Would you like to continue?")
    assert "Workshop on <budgets>" in offer.text
    await harness.run.jobs.run("look_after_drafts")
    await harness.settle()
    assert sum("is waiting" in m.text for m in bob.received) == 1
    await harness.press(bob, "Continue", offer)
    assert "Which themes?" in card(bob).text
    await harness.wait(timedelta(days=31))
    await harness.run.jobs.run("look_after_drafts")
    await harness.wait(timedelta(days=3))
    await bob.receives("had been left unfinished for a long time")
    assert rows(harness, Form) == []
    assert "This form or draft has ended" in await harness.toast(bob, "Done", offer)


def listed(person):
    """Return the button of the activity that a list shows."""
    return next(label for label in person.last.labels if label.startswith("Study visit"))


async def report(harness, person):
    await harness.say(person, "/update", "Ask me question by question", "Study visit", "Kosovo")
    for label in ("Study visit", "Budget", "Done", "TAIEX", "Completed"):
        await harness.press(person, label)
    await harness.say(person, "2 and 3 November 2026")
    for label in ("Yes, that is right", "Online"):
        await harness.press(person, label)
    await harness.say(person, "A visit.")


async def test_an_update_is_changed_with_its_history_and_withdrawn(harness):
    bob = await harness.joins(BOB)
    carol = await harness.member("Carol", chamber="IE-DAI")
    eve = await harness.joins(EVE)
    await harness.settle()
    await report(harness, bob)
    assert "without prejudice to positions on status" in bob.last.text
    bob.press(bob.last, "Submit")
    bob.press(bob.last, "Submit")
    await harness.quiet()
    assert [u.ref for u in rows(harness, ProjectUpdate)] == ["2026-IE-DAI-001"]

    await harness.say(carol, "/projects kosovo")
    assert carol.last.text.count("without prejudice") == 1
    await harness.press(carol, listed(carol))
    await harness.press(carol, "Change")
    await harness.press(bob, "Change")
    await harness.press(carol, "Add details", card(carol))
    await harness.press(carol, "Outcome")
    await harness.say(carol, "A plan for next year")
    await harness.press(carol, "Submit")
    assert "A plan for next year" in carol.last.text or "A plan for next year" in card(carol).text
    await harness.press(bob, "‹ Back to the overview")
    await harness.press(bob, "Submit")
    assert any("Somebody saved another version" in m.text for m in bob.received)
    assert [v.version for v in rows(harness, UpdateVersion)] == [1, 2]

    await harness.say(eve, "/projects")
    await harness.press(eve, listed(eve))
    assert "Change" not in eve.last.labels
    (update,) = rows(harness, ProjectUpdate)
    query = eve.press_raw(eve.last, UPDATE.data(UpdateAction.WITHDRAW, update))
    await harness.quiet()
    assert "belongs to another chamber" in query.answer["text"]
    await harness.say(bob, "/projects")
    await harness.press(bob, listed(bob))
    await harness.press(bob, "Withdraw")
    await harness.press(bob, "Yes, withdraw it")
    assert rows(harness, ProjectUpdate)[0].state is UpdateState.WITHDRAWN
    await harness.say(eve, "/projects Irlande")
    await harness.say(eve, "/projects")
    assert "Nothing has been reported here yet" in eve.last.text


async def test_an_observer_reads_and_a_coordinator_enters_for_a_chamber(harness):
    sofia = await harness.joins(SOFIA)
    await harness.settle()
    assert "Observers can read everything" in (await harness.say(sofia, "/update")).text
    assert "This is for coordinators" in (await harness.say(sofia, "/announce")).text
    helena = await harness.member("Helena", Role.COORDINATOR)
    await harness.settle()
    await harness.say(helena, "/update")
    await harness.press(helena, "Ask me question by question")
    assert "For which chamber?" in helena.last.text
    await harness.say(helena, "Senate")
    assert "Which of these do you mean?" in helena.last.text
    await harness.press(helena, "France – Senate")
    assert "What would you call the activity" in card(helena).text


async def test_copying_an_earlier_update_asks_only_what_is_new(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await report(harness, bob)
    await harness.press(bob, "Submit")
    await harness.say(bob, "/update")
    offer = next(m for m in reversed(bob.received) if "Copy an earlier activity" in m.labels)
    await harness.press(bob, "Copy an earlier activity", offer)
    await harness.press(bob, "2026-IE-DAI-001", offer)
    await harness.say(bob, "A second visit")
    await harness.press(bob, "Planned")
    await harness.say(bob, "March 2027")
    await harness.press(bob, "Yes, that is right")
    await harness.say(bob, "Another visit.")
    assert "Please check your activity" in bob.last.text
    assert "March 2027" in bob.last.text
    await harness.press(bob, "Submit")
    await harness.say(bob, "/update")
    offer = next(m for m in reversed(bob.received) if "Copy an earlier activity" in m.labels)
    await harness.press(bob, "Same as last time: A second visit", offer)
    await harness.say(bob, "A third visit")
    assert "What is its status?" in card(bob).text
