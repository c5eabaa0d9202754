"""The rate limiter: Telegram's allowance is used and never exceeded, whatever the network does."""

import asyncio
import random
from time import monotonic

import pytest

from bot.outbox.rate_limiter import LAST_EVERY, Allowance, Closed, RateLimiter
from storage.addresses import chat as address
from tests.harness.stock import eventually

pytestmark = pytest.mark.anyio


class Network:
    """Carries messages for a time that varies; knows when each arrived."""

    def __init__(self, rate_limiter: RateLimiter, slowest: float) -> None:
        self.rate_limiter = rate_limiter
        self.slowest = slowest
        self.arrived: list[tuple[float, int]] = []
        self.chance = random.Random(7)

    async def send(self, chat_id: int, *, first: bool = False, last: bool = False) -> None:
        with await self.rate_limiter.turn(address(chat_id), first=first, last=last) as turn:
            turn.leaves()
            await asyncio.sleep(self.chance.random() * self.slowest)
            self.arrived.append((monotonic(), chat_id))
            await asyncio.sleep(self.chance.random() * self.slowest)
            turn.ends()

    def most_within(self, span: float, chat_id: int | None = None) -> int:
        times = [at for at, chat in self.arrived if chat_id in {None, chat}]
        return max(sum(at <= later < at + span for later in times) for at in times)


@pytest.mark.parametrize("slowest", [0.0, 0.03, 0.2])
async def test_no_second_at_telegrams_end_holds_more_than_the_allowance(slowest):
    network = Network(RateLimiter(Allowance(overall=20)), slowest)
    await asyncio.gather(*(network.send(chat) for chat in range(1, 50)))
    assert len(network.arrived) == 49
    assert network.most_within(1.0) <= 20


async def test_answers_go_before_broadcasts_and_count_with_them():
    network = Network(RateLimiter(Allowance(overall=20)), 0.02)
    broadcasts = [asyncio.create_task(network.send(chat)) for chat in range(1, 41)]
    await eventually(lambda: len(network.arrived) >= 8)
    before = len(network.arrived)
    await asyncio.gather(*(network.send(1000 + n, first=True) for n in range(3)))
    assert len(network.arrived) <= before + 6
    await asyncio.gather(*broadcasts)
    assert network.most_within(1.0) <= 20


async def test_strangers_come_behind_broadcasts_but_for_one_now_and_then():
    network = Network(RateLimiter(Allowance(overall=20)), 0.0)
    strangers = [asyncio.create_task(network.send(5000 + n, last=True)) for n in range(10)]
    broadcasts = [asyncio.create_task(network.send(chat)) for chat in range(1, 61)]
    answers = [asyncio.create_task(network.send(1000 + n, first=True)) for n in range(3)]
    await asyncio.gather(*broadcasts, *answers)
    spent = network.arrived[-1][0] - network.arrived[0][0]
    before = sum(chat >= 5000 for _, chat in network.arrived)
    assert 1 <= before <= 2 + spent / LAST_EVERY
    assert {chat for _, chat in network.arrived[:5]} >= {1000, 1001, 1002}
    await asyncio.gather(*strangers)
    assert network.most_within(1.0) <= 20


async def test_what_strangers_wait_for_goes_out_although_the_bot_stops():
    rate_limiter = RateLimiter(Allowance(overall=2))
    network = Network(rate_limiter, 0.0)
    broadcasts = [asyncio.create_task(network.send(chat)) for chat in range(1, 5)]
    strangers = [asyncio.create_task(network.send(11 + n, last=True)) for n in range(2)]
    await eventually(lambda: network.arrived)
    rate_limiter.close()
    ended = await asyncio.gather(*broadcasts, return_exceptions=True)
    assert Closed in {type(one) for one in ended}
    await asyncio.gather(*strangers)
    assert {chat for _, chat in network.arrived} >= {11, 12}


@pytest.mark.parametrize("slowest", [0.01, 0.8])
async def test_a_chat_gets_short_bursts_and_no_more_however_slow_the_way(slowest):
    network = Network(RateLimiter(Allowance(overall=500, chat=10, chat_burst=5)), slowest)
    await asyncio.gather(
        *(network.send(7, first=True) for _ in range(12)),
        *(network.send(8) for _ in range(4)),
    )
    assert network.most_within(0.5, 7) <= 5
    assert network.most_within(0.09, 8) == 1


@pytest.mark.parametrize("processes", [2, 3, 5])
async def test_several_processes_together_keep_to_a_chats_share(processes):
    paces = [RateLimiter(Allowance(overall=500, chat=10, chat_burst=5)) for _ in range(processes)]
    for rate_limiter in paces:
        rate_limiter.share(processes)
    first, *others = networks = [Network(rate_limiter, 0.0) for rate_limiter in paces]
    for network in networks:
        network.arrived = first.arrived
    await asyncio.gather(
        *(first.send(7, first=True) for _ in range(8)),
        *(other.send(7) for other in others for _ in range(2)),
    )
    assert len(first.arrived) == 8 + 2 * len(others)
    assert first.most_within(0.5, 7) <= 5


async def test_who_goes_on_with_a_conversation_knows_what_the_chat_got_before():
    allowance = Allowance(overall=500, chat=10, chat_burst=5)
    before = Network(RateLimiter(allowance), 0.0)
    await asyncio.gather(*(before.send(7, first=True) for _ in range(4)), before.send(8))
    own = Network(RateLimiter(allowance), 0.0)
    own.arrived = before.arrived
    await own.send(8)
    now = monotonic()
    own.rate_limiter.resume([(address(chat), now - at) for at, chat in before.arrived])
    await asyncio.gather(*(own.send(7, first=True) for _ in range(6)), own.send(9, first=True))
    assert len(own.arrived) == 13
    assert own.most_within(0.5, 7) <= 5
    assert {chat for _, chat in own.arrived[:9]} >= {9}  # nobody else waits for that


async def test_a_broadcast_reaches_also_whoever_keeps_chatting():
    allowance = Allowance(overall=500, chat=10, chat_burst=5, patience=0.3)
    network = Network(RateLimiter(allowance), 0.0)
    told = asyncio.create_task(network.send(7))
    chatting = True

    async def chat():
        while chatting:
            await network.send(7, first=True)

    talks = [asyncio.create_task(chat()) for _ in range(3)]
    await asyncio.wait_for(told, 5)
    chatting = False
    await asyncio.gather(*talks)
    assert network.most_within(0.5, 7) <= 5


async def test_a_turn_that_is_not_used_is_free_at_once():
    rate_limiter = RateLimiter(Allowance(overall=5))
    for chat in range(1, 40):
        with await rate_limiter.turn(address(chat), first=True):
            pass
    network = Network(rate_limiter, 0.0)
    await asyncio.gather(*(network.send(chat) for chat in range(1, 6)))
    assert network.most_within(1.0) == 5


async def test_when_telegram_says_wait_nobody_sends():
    rate_limiter = RateLimiter(Allowance(overall=500))
    network = Network(rate_limiter, 0.0)
    sending = [asyncio.create_task(network.send(chat)) for chat in range(1, 100)]
    await eventually(lambda: network.arrived)
    rate_limiter.stop_for(0.5)
    stopped_at = monotonic()
    await asyncio.gather(*sending, network.send(999, first=True))
    late = [at for at, _ in network.arrived if stopped_at + 0.05 < at < stopped_at + 0.45]
    assert late == []
    assert len(network.arrived) == 100


async def test_a_stop_sends_broadcasts_away_and_lets_answers_out():
    rate_limiter = RateLimiter(Allowance(overall=2))
    network = Network(rate_limiter, 0.0)
    broadcasts = [asyncio.create_task(network.send(chat)) for chat in range(1, 20)]
    await eventually(lambda: len(network.arrived) == 2)
    rate_limiter.close()
    ended = await asyncio.gather(*broadcasts, return_exceptions=True)
    assert sum(isinstance(end, Closed) for end in ended) >= 16
    with pytest.raises(Closed):
        await rate_limiter.turn(address(5), first=False)
    await network.send(99, first=True)
    assert network.arrived[-1][1] == 99


async def test_whoever_gives_up_waiting_takes_no_turn_along():
    rate_limiter = RateLimiter(Allowance(overall=1))
    network = Network(rate_limiter, 0.0)
    await network.send(1)
    waiting = asyncio.create_task(rate_limiter.turn(address(2), first=True))
    for _ in range(10):  # steps of the loop, not time: it is asking for its turn then
        await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await network.send(3, first=True)
    assert [chat for _, chat in network.arrived] == [1, 3]
