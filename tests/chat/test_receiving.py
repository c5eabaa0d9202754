"""Receiving by webhook; presenting the bot; drafts; changing what was reported."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import httpx
import pytest
from sqlmodel import select

from bot.practice.server import serving
from bot.process import app, live
from bot.standin.world import World
from bot.updates.callbacks import UPDATE, UpdateAction
from config.network import network
from config.settings import Settings
from storage.models import Form, ProjectUpdate, Role, UpdateState, UpdateVersion
from tests.harness.town import QUICK, TOKEN, card

pytestmark = pytest.mark.anyio


def rows(town, model):
    with town.database.reading() as session:
        return list(session.exec(select(model)))


async def test_by_webhook_the_secret_is_checked_and_updates_are_answered(
    sqlite, clock, unused_tcp_port
):
    world = World(token=TOKEN, clock=clock)
    own = f"http://127.0.0.1:{unused_tcp_port}"
    settings = Settings(
        webhook_url=own, webhook_secret="a_secret", listen=f"127.0.0.1:{unused_tcp_port}"
    )
    async with serving(world) as url:
        house = app.build_house(sqlite, clock, network())
        async with app.running(house, token=TOKEN, base_url=url, allowance=QUICK) as run:
            task = asyncio.create_task(live.receive(run, settings, live.bind(settings)))
            await world.until(lambda: bool(world.webhook.get("url")))
            async with httpx.AsyncClient() as client:
                for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}):
                    answer = await client.post(f"{own}/telegram", json={}, headers=headers)
                    assert answer.status_code == 403
                right = {"X-Telegram-Bot-Api-Secret-Token": "a_secret"}
                answer = await client.post(f"{own}/telegram", content=b"{", headers=right)
                assert answer.status_code == 400
            alice = world.person("Alice", language_code="en")
            alice.start()
            await alice.receives("This bot is for the officials")
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        house.executor.shutdown()


async def test_the_bot_presents_itself_in_both_languages(town):
    await town.world.until(lambda: ("description", "fr") in town.world.profile)
    profile = town.world.profile
    assert profile["name", ""] == town.network.name_in("en")
    assert profile["name", "fr"] == town.network.name_in("fr")
    assert "Pas d’informations confidentielles" in profile["description", "fr"]
    await town.world.until(lambda: ("all_private_chats", 0, "fr") in town.world.commands)
    seen = [c["command"] for c in town.world.commands["all_private_chats", 0, "fr"]]
    assert "register" in seen
    assert "announce" not in seen


async def test_a_draft_is_offered_again_and_ends_after_a_month(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await town.say(bob, "/update", "Ask me question by question", "Workshop on <budgets>", "Serbia")
    await town.press(bob, "Workshop or seminar")
    await town.wait(timedelta(days=1, hours=1))
    await town.run.jobs.run("look_after_drafts")
    await town.settle()
    offer = await bob.receives("is waiting. Would you like to continue?")
    assert "Workshop on <budgets>" in offer.text
    await town.run.jobs.run("look_after_drafts")
    await town.settle()
    assert sum("is waiting" in m.text for m in bob.received) == 1
    await town.press(bob, "Continue", offer)
    assert "Which themes?" in card(bob).text
    await town.wait(timedelta(days=31))
    await town.run.jobs.run("look_after_drafts")
    await town.wait(timedelta(days=3))
    await bob.receives("had been left unfinished for a long time")
    assert rows(town, Form) == []
    assert "This form or draft has ended" in await town.toast(bob, "Done", offer)


async def report(town, person):
    await town.say(person, "/update", "Ask me question by question", "Study visit", "Kosovo")
    for label in ("Study visit", "Budget", "Done", "TAIEX", "Completed"):
        await town.press(person, label)
    await town.say(person, "2 and 3 November 2026")
    for label in ("Yes, that is right", "Online"):
        await town.press(person, label)
    await town.say(person, "A visit.")


async def test_an_update_is_changed_with_its_history_and_withdrawn(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    carol = await town.member("Carol", chamber="IE-DAI")
    eve = await town.member("Eve", chamber="FI-EDU")
    await town.settle()
    await report(town, bob)
    assert "without prejudice to positions on status" in bob.last.text
    bob.press(bob.last, "Submit")
    bob.press(bob.last, "Submit")
    await town.quiet()
    assert [u.ref for u in rows(town, ProjectUpdate)] == ["2026-IE-DAI-001"]

    await town.say(carol, "/projects kosovo")
    assert carol.last.text.count("without prejudice") == 1
    await town.press(carol, "2026-IE-DAI-001")
    await town.press(carol, "Change")
    await town.press(bob, "Change")
    await town.press(carol, "Add details", card(carol))
    await town.press(carol, "Outcome")
    await town.say(carol, "A plan for next year")
    await town.press(carol, "Submit")
    assert "A plan for next year" in carol.last.text or "A plan for next year" in card(carol).text
    await town.press(bob, "‹ Back to the overview")
    await town.press(bob, "Submit")
    assert any("Somebody saved another version" in m.text for m in bob.received)
    assert [v.version for v in rows(town, UpdateVersion)] == [1, 2]

    await town.say(eve, "/projects")
    await town.press(eve, "2026-IE-DAI-001")
    assert "Change" not in eve.last.labels
    (update,) = rows(town, ProjectUpdate)
    query = eve.press_raw(eve.last, UPDATE.data(UpdateAction.WITHDRAW, update))
    await town.quiet()
    assert "belongs to another chamber" in query.answer["text"]
    await town.say(bob, "/projects")
    await town.press(bob, "2026-IE-DAI-001")
    await town.press(bob, "Withdraw")
    await town.press(bob, "Yes, withdraw it")
    assert rows(town, ProjectUpdate)[0].state is UpdateState.WITHDRAWN
    await town.say(eve, "/projects Irlande")
    await town.say(eve, "/projects")
    assert "Nothing has been reported here yet" in eve.last.text


async def test_an_observer_reads_and_a_coordinator_enters_for_a_chamber(town):
    sofia = await town.member("Sofia", Role.OBSERVER)
    await town.settle()
    assert "Observers can read everything" in (await town.say(sofia, "/update")).text
    assert "This is for coordinators" in (await town.say(sofia, "/announce")).text
    helena = await town.member("Helena", Role.COORDINATOR)
    await town.settle()
    await town.say(helena, "/update")
    await town.press(helena, "Ask me question by question")
    assert "For which chamber?" in helena.last.text
    await town.say(helena, "Senate")
    assert "Which of these do you mean?" in helena.last.text
    await town.press(helena, "France – Senate")
    assert "What would you call the activity" in card(helena).text


async def test_copying_an_earlier_update_asks_only_what_is_new(town):
    bob = await town.member("Bob", chamber="IE-DAI")
    await town.settle()
    await report(town, bob)
    await town.press(bob, "Submit")
    await town.say(bob, "/update")
    offer = next(m for m in reversed(bob.received) if "Copy an earlier activity" in m.labels)
    await town.press(bob, "Copy an earlier activity", offer)
    await town.press(bob, "2026-IE-DAI-001", offer)
    await town.say(bob, "A second visit")
    await town.press(bob, "Planned")
    await town.say(bob, "March 2027")
    await town.press(bob, "Yes, that is right")
    await town.say(bob, "Another visit.")
    assert "Please check your activity" in bob.last.text
    assert "March 2027" in bob.last.text
    await town.press(bob, "Submit")
    await town.say(bob, "/update")
    offer = next(m for m in reversed(bob.received) if "Copy an earlier activity" in m.labels)
    await town.press(bob, "Same as last time: A second visit", offer)
    await town.say(bob, "A third visit")
    assert "What is its status?" in card(bob).text
