"""The ledger and a channel: what it asks, and what it makes of what the channel answers."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.outbox.errors import Refused, TryLater
from bot.outbox.rate_limiter import Allowance, Pace
from bot.outbox.worker import Drain
from bot.process import app
from config.network import network
from storage import deliveries
from storage.addresses import chat
from storage.models import Channel, Delivery, DeliveryState, Person, Role, Standing

pytestmark = pytest.mark.anyio

CHATS = {"Bob": 71, "Alice": 72, "Tova": 73}


class Post:
    """A channel without a network: it keeps what it is given, or answers with an error."""

    channel = Channel.TELEGRAM

    def __init__(self, errors=None):
        self.pace = Pace(Allowance(overall=1000))
        self.errors = errors or {}
        self.is_open = True
        self.got = []
        self.asked = []

    async def back_within(self, seconds):
        return self.is_open

    async def turn(self, address, *, first):
        self.asked.append(address)
        return await self.pace.turn(address, first=first)

    async def send(self, message, turn):
        error = self.errors.get(turn.address)
        if error is not None:
            raise error
        self.got.append((turn.address, message.text))
        return 100 + len(self.got)

    def close(self):
        self.pace.close()


@pytest.fixture
def house(database, clock):
    house = app.build_house(database, clock, network())
    now = clock.now()
    with database.transaction() as session:
        for name, telegram_id in CHATS.items():
            person = Person(
                name=name,
                telegram_id=telegram_id,
                language="en",
                zone="Europe/Dublin",
                role=Role.CORRESPONDENT,
                standing=Standing.ACTIVE,
                acknowledged_at=now,
                created_at=now,
            )
            session.add(person)
            session.flush()
            row = {"key": name, "person_id": person.id, "kind": "welcome", "due_at": now}
            deliveries.plan(session, [row], now=now)
    yield house
    house.executor.shutdown(wait=True)


def rows(house):
    with house.database.reading() as session:
        return {row.key: row for row in session.exec(select(Delivery))}


async def test_a_row_goes_to_its_address_on_its_channel_and_keeps_the_id(house):
    assert {row.channel for row in rows(house).values()} == {Channel.TELEGRAM}
    post = Post()
    await Drain(house, {post.channel: post}).run()
    assert {address for address, _ in post.got} == {chat(one) for one in CHATS.values()}
    assert set(post.asked) == {address for address, _ in post.got}
    states = {row.state for row in rows(house).values()}
    assert states == {DeliveryState.SENT}
    assert {row.message_id for row in rows(house).values()} == {101, 102, 103}


async def test_what_a_channel_answers_is_the_outcome_of_the_row(house):
    later = timedelta(hours=1)
    post = Post({chat(71): Refused("no such text"), chat(72): TryLater("busy", later)})
    await Drain(house, {post.channel: post}).run()
    found = rows(house)
    assert found["Bob"].state is DeliveryState.FAILED
    assert found["Bob"].reason == "no such text"
    assert found["Alice"].state is DeliveryState.PLANNED
    assert found["Alice"].next_try_at == house.clock.now() + later
    assert found["Tova"].state is DeliveryState.SENT


async def test_nothing_is_taken_for_a_channel_that_is_closed(house):
    post = Post()
    post.is_open = False
    assert await Drain(house, {post.channel: post}).run() == 0
    assert post.asked == []
    now = house.clock.now()
    with house.database.transaction() as session:
        count = deliveries.due_count(session, now=now)
        assert count == len(CHATS)
        closed = [Channel.TELEGRAM]
        assert deliveries.due_count(session, now=now, besides=closed) == 0
        found = deliveries.reserve(session, by="me", now=now, limit=9, besides=closed)
        assert found == []
