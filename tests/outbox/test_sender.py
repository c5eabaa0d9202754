"""What a sender makes of refusals that concern the bot, not the message."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot

from bot.core.clock import SystemClock
from bot.core.messages import Act, Outgoing
from bot.core.metrics import Metrics
from bot.outbox.circuit_breaker import CircuitBreaker
from bot.outbox.errors import TokenLost, TryLater
from bot.outbox.rate_limiter import Allowance, RateLimiter
from bot.outbox.telegram.sender import Sender
from bot.outbox.telegram.transport import Transport

ME = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "some_bot"}


@pytest.fixture
def statuses() -> list[int]:
    """The status with which every call but getMe is answered, as its last item."""
    return []


@pytest.fixture
async def sender(statuses: list[int]) -> AsyncIterator[Sender]:
    async def answer(request: web.Request) -> web.Response:
        if request.path.endswith("getMe"):
            return web.json_response({"ok": True, "result": ME})
        return web.json_response({"ok": False, "description": "No"}, status=statuses[-1])

    application = web.Application()
    application.router.add_post("/{rest:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    transport = Transport(5)
    base = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    bot = Bot("1:x", base_url=base, request=transport, get_updates_request=transport)
    await bot.initialize()
    breaker = CircuitBreaker(bot.get_me, SystemClock())
    yield Sender(bot, RateLimiter(Allowance()), breaker, Metrics())
    await breaker.close()
    await bot.shutdown()
    await runner.cleanup()


@pytest.mark.parametrize(
    "message",
    [
        Outgoing(Act.SEND, 5, "words"),
        Outgoing(Act.EDIT, 5, "words", message_id=7),
        Outgoing(Act.TOAST, 5, "words", query_id="1"),
    ],
    ids=lambda message: message.act.value,
)
async def test_a_token_that_is_refused_ends_everything(
    sender: Sender, statuses: list[int], message: Outgoing
) -> None:
    statuses.append(500)
    with pytest.raises(TryLater):
        await sender.answer(message)
    assert not sender.breaker.refused.is_set()
    statuses.append(401)
    with pytest.raises(TokenLost):
        await sender.answer(message)
    assert sender.breaker.refused.is_set()
