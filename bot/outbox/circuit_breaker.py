"""Stops all sending while Telegram cannot be reached, and asks until it can.

The circuit breaker opens when a request fails on its way. It closes when Telegram has answered a
call without an effect. Meanwhile whoever sends waits here: an outage makes no message doubtful but
those that were under way, and a server that comes back is not met by everything at once.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import random

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.core import logs
from bot.core.backoff import delay
from bot.core.clock import Clock

log = logs.get(__name__)

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=20)


@dataclass
class CircuitBreaker:
    """Knows since when Telegram cannot be reached, and asks until it can."""

    ask: Callable[[], Awaitable[object]]
    """A call without an effect; raises a ``TelegramError`` as long as it fails."""
    clock: Clock
    refused: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when Telegram does not know the token any more: nothing can go on."""
    lost_at: datetime | None = None
    found: list[tuple[datetime, datetime]] = field(default_factory=list)
    """Times without Telegram that are over, as (from, to), until somebody has noted them."""
    on_return: Callable[[], None] = lambda: None
    _there: asyncio.Event = field(default_factory=asyncio.Event)
    _asking: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        """Begin with the belief that Telegram is there: it has just said who we are."""
        self._there.set()

    @property
    def lost(self) -> bool:
        """Whether the last request failed on its way, and none has succeeded since."""
        return self.lost_at is not None

    def failed(self) -> None:
        """Note that a request failed on its way; begin to ask."""
        if self.lost_at is None:
            self.lost_at = self.clock.now()
            self._there.clear()
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_until_there(), name="reach")

    def succeeded(self) -> None:
        """Note that Telegram answered."""
        if self.lost_at is None:
            return
        self.found.append((self.lost_at, self.clock.now()))
        self.lost_at = None
        self._there.set()
        self.on_return()

    def clock_set_back(self, by: timedelta) -> None:
        """Take the instants of before along: an outage is as long as it is."""
        if self.lost_at is not None:
            self.lost_at -= by
        self.found = [(since - by, until - by) for since, until in self.found]

    async def back_within(self, seconds: float) -> bool:
        """Wait until Telegram is there; return False if it is not within some *seconds*."""
        try:
            await asyncio.wait_for(self._there.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def back(self) -> None:
        """Wait until Telegram is there."""
        await self._there.wait()

    async def close(self) -> None:
        """Stop asking."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)

    async def _ask_until_there(self) -> None:
        attempt = 0
        while self.lost:
            try:
                await self.ask()
            except InvalidToken:
                self.refused.set()
                return
            except RetryAfter:
                self.succeeded()
            except TelegramError as error:
                log.warning("telegram_not_reached", error=type(error).__name__)
                pause = delay(attempt, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=random())  # noqa: S311 - no secret
                await asyncio.sleep(pause.total_seconds())
                attempt += 1
            else:
                self.succeeded()
