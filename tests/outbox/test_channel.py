"""The outbox and a channel: what it asks, and what it makes of what the channel answers."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.outbox import lifecycle
from bot.outbox.errors import Refused, TryLater
from bot.outbox.message_kinds import MessageKinds
from bot.outbox.rate_limiter import Allowance, RateLimiter
from bot.outbox.worker import Worker
from bot.process import app
from config.network import network
from storage import deliveries, processes
from storage.addresses import chat
from storage.models import Channel, Delivery, DeliveryState, Person, Role, Standing

pytestmark = pytest.mark.anyio

CHATS = {"Bob": 71, "Alice": 72, "Tova": 73}


class Post:
    """A channel without a network: it keeps what it is given, or answers with an error."""

    channel = Channel.TELEGRAM

    def __init__(self, errors=None):
        self.rate_limiter = RateLimiter(Allowance(overall=1000))
        self.errors = errors or {}
        self.is_open = True
        self.got = []
        self.asked = []

    async def back_within(self, seconds):
        return self.is_open

    async def turn(self, address, *, first):
        self.asked.append(address)
        return await self.rate_limiter.turn(address, first=first)

    async def send(self, message, turn):
        error = self.errors.get(turn.address)
        if error is not None:
            raise error
        self.got.append((turn.address, message.text))
        return 100 + len(self.got)

    def close(self):
        self.rate_limiter.close()


@pytest.fixture
def runtime(database, clock):
    runtime = app.build_runtime(database, clock, network())
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
    yield runtime
    runtime.executor.shutdown(wait=True)


def rows(runtime):
    with runtime.database.reading() as session:
        return {row.key: row for row in session.exec(select(Delivery))}


async def test_a_row_goes_to_its_address_on_its_channel_and_keeps_the_id(runtime):
    assert {row.channel for row in rows(runtime).values()} == {Channel.TELEGRAM}
    post = Post()
    await Worker(runtime, {post.channel: post}).run()
    assert {address for address, _ in post.got} == {chat(one) for one in CHATS.values()}
    assert set(post.asked) == {address for address, _ in post.got}
    states = {row.state for row in rows(runtime).values()}
    assert states == {DeliveryState.SENT}
    assert {row.message_id for row in rows(runtime).values()} == {101, 102, 103}


async def test_what_a_channel_answers_is_the_outcome_of_the_row(runtime):
    later = timedelta(hours=1)
    post = Post({chat(71): Refused("no such text"), chat(72): TryLater("busy", later)})
    await Worker(runtime, {post.channel: post}).run()
    found = rows(runtime)
    assert found["Bob"].state is DeliveryState.FAILED
    assert found["Bob"].reason == "no such text"
    assert found["Alice"].state is DeliveryState.PLANNED
    assert found["Alice"].next_try_at == runtime.clock.now() + later
    assert found["Tova"].state is DeliveryState.SENT


async def test_nothing_is_taken_for_a_channel_that_is_closed(runtime):
    post = Post()
    post.is_open = False
    assert await Worker(runtime, {post.channel: post}).run() == 0
    assert post.asked == []
    now = runtime.clock.now()
    with runtime.database.transaction() as session:
        count = deliveries.due_count(session, now=now)
        assert count == len(CHATS)
        closed = [Channel.TELEGRAM]
        assert deliveries.due_count(session, now=now, besides=closed) == 0
        found = deliveries.reserve(session, by="me", now=now, limit=9, besides=closed)
        assert found == []


LEASE = 0.3


def standing_still(runtime, name, meanwhile):
    """Let this process stand still while it draws somebody's message; then *meanwhile* happened."""
    welcome, still = runtime.kinds.get("welcome"), [True]

    def draw(notification):
        if notification.person.name == name and still:
            still.clear()
            time.sleep(LEASE + 0.1)  # on the clock that no test holds
            with runtime.database.transaction() as session:
                meanwhile(session)
        return welcome.draw(notification)

    runtime.kinds = MessageKinds([replace(welcome, draw=draw)])


async def test_what_was_taken_over_from_a_process_that_stood_still_is_not_sent_by_it(runtime):
    def meanwhile(session):
        """Another process goes on in this one's stead, and has begun to send the row."""
        processes.forget(session, runtime.instance)
        lifecycle.take_over(session, now=runtime.clock.now())
        row = session.exec(select(Delivery).where(Delivery.key == "Bob")).one()
        assert row.state is DeliveryState.UNKNOWN
        deliveries.reserve(session, by="another", now=runtime.clock.now(), limit=9)
        assert deliveries.begin(session, row.id, by="another", now=runtime.clock.now())

    standing_still(runtime, "Bob", meanwhile)
    post = Post()
    await Worker(runtime, {post.channel: post}, lease=LEASE).run()
    assert chat(CHATS["Bob"]) not in [address for address, _ in post.got]
    found = rows(runtime)["Bob"]
    assert (found.state, found.claimed_by) == (DeliveryState.CLAIMED, "another")


async def test_who_stood_still_and_still_has_the_claim_looks_at_the_world_again(runtime):
    def meanwhile(session):
        bob = session.exec(select(Person).where(Person.name == "Bob")).one()
        bob.standing = Standing.SUSPENDED

    standing_still(runtime, "Bob", meanwhile)
    post = Post()
    await Worker(runtime, {post.channel: post}, lease=LEASE).run()
    assert chat(CHATS["Bob"]) not in [address for address, _ in post.got]
    states = {name: row.state for name, row in rows(runtime).items()}
    sent = dict.fromkeys(("Alice", "Tova"), DeliveryState.SENT)
    assert states == sent | {"Bob": DeliveryState.DROPPED}
