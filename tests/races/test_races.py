"""Of two sessions that act at once one wins, and the other gets the designed answer."""

import asyncio
import json

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Update

from bot.chat.dispatch import Dispatcher
from bot.chat.replies import Answers
from bot.core.messages import plain
from bot.features import REGISTRY
from bot.process import app
from config.network import network
from storage import inbox, lanes
from tests.races.presses import PRESSES
from tests.races.race import run
from tests.races.table import RACES

pytestmark = [pytest.mark.long, pytest.mark.no_cover]


@pytest.mark.parametrize("name", RACES)
def test_one_wins_and_the_other_is_told(database, clock, name):
    run(RACES[name], database, now=clock.now())


def press(update_id, account, data):
    """Return a press as Telegram delivers it."""
    who = {"id": account, "is_bot": False, "first_name": "Somebody", "language_code": "en"}
    chat = {"id": account, "type": "private", "first_name": "Somebody"}
    card = {"message_id": update_id, "date": 1_700_000_000, "chat": chat, "text": "A card"}
    query = {"id": str(update_id), "from": who, "chat_instance": "1", "message": card}
    return {"update_id": update_id, "callback_query": query | {"data": data}}


async def carried_out(dispatcher, update):
    """Carry an update out as the inbox does, again after a fault that passes; return its words."""
    parsed = Update.de_json(update, None)
    for _ in range(5):
        try:
            done = await dispatcher.handle(parsed, dispatcher.route(parsed))
        except OperationalError:  # PostgreSQL ended one of two that waited for each other
            continue
        return plain(" ".join(message.text for message in done.outgoing))
    raise AssertionError("it was never carried out")


@pytest.mark.anyio
@pytest.mark.parametrize("name", PRESSES)
async def test_of_two_presses_one_counts_and_the_other_is_told(database, clock, name):
    race, runtime = PRESSES[name], app.build_runtime(database, clock, network())
    dispatcher = Dispatcher(runtime, Answers(runtime, None), REGISTRY)
    for number in range(race.rounds):
        now = clock.now()
        pressed = await runtime.db(race.prepare, number, now)
        updates = [press(2 * number + at, *which) for at, which in enumerate(pressed, start=1)]
        items = [
            (each["update_id"], account, json.dumps(each))
            for each, (account, _) in zip(updates, pressed, strict=True)
        ]
        if database.is_sqlite:
            await runtime.db(inbox.store, items, now=now)
        else:
            await runtime.db(lanes.store, items, by=runtime.instance, now=now)
        said = await asyncio.gather(*(carried_out(dispatcher, each) for each in updates))
        one, other = race.said
        first, second = said
        told = (one in first and other in second) or (one in second and other in first)
        assert told, f"round {number}: {said}"
        assert await runtime.read(race.holds), f"round {number}: {said}"
    runtime.executor.shutdown()
