"""Drains the ledger: claim, commit, re-read the world, send, record."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from random import random

from sqlalchemy.exc import OperationalError

from bot import logs
from bot.delivery.errors import (
    DeliveryError,
    Flooded,
    Moved,
    Refused,
    TryLater,
    Unknown,
    Unreachable,
)
from bot.delivery.letters.letter import NotSent
from bot.delivery.render import render
from bot.delivery.sender import Sender
from bot.domain.backoff import delay
from bot.house import House
from bot.services import ledger, people
from storage import deliveries
from storage.models import Delivery, DeliveryState

log = logs.get(__name__)

LEASE = timedelta(minutes=2)
AT_ONCE = 8
"""Messages under way side by side; enough for the whole allowance at usual answer times."""
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=10)
ATTEMPTS = 50


@dataclass
class Drain:
    """Sends what is due until nothing is; call :meth:`run` at each tick and after each plan."""

    house: House
    sender: Sender
    stopping: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    sent: int = 0

    async def run(self) -> int:
        """Send everything that is due; return how many rows were dealt with."""
        async with self.lock:
            now = self.house.clock.now()
            await self.house.db(ledger.release_abandoned, now=now)
            due = await self.house.read(deliveries.next_due)
            if due is None or due > now:
                return 0
            return sum(await asyncio.gather(*(self._work() for _ in range(AT_ONCE))))

    async def _work(self) -> int:
        """Deliver one row after the other until there is none that is due."""
        done = 0
        while not self.stopping:
            await self.sender.pace.turn(first=False)
            row = await self.house.db(
                deliveries.claim,
                by=self.house.instance,
                now=self.house.clock.now(),
                lease=LEASE,
            )
            if row is None:
                break
            await self._deliver(row)
            done += 1
        return done

    async def _deliver(self, row: Delivery) -> None:
        """Deal with one claimed row: look at the world again, send, record."""
        outcome = await self.house.read(render, self.house, row, now=self.house.clock.now())
        if isinstance(outcome, NotSent):
            await self._settle(row, outcome.state, reason=outcome.reason)
            return
        try:
            message_id = await self.sender.deliver(outcome)
        except DeliveryError as error:
            await self._record(row, error)
            return
        self.sent += 1
        now = self.house.clock.now()
        await self._settle(row, DeliveryState.SENT, message_id=message_id, sent_at=now)

    async def _record(self, row: Delivery, error: DeliveryError) -> None:
        """Record why a row was not (certainly) sent, and when it is tried again."""
        now = self.house.clock.now()
        match error:
            case Unreachable():
                await self._settle(row, DeliveryState.UNREACHABLE, reason=error.reason)
                await self.house.db(people.lost, row.person_id, error.reason, now=now)
            case Refused():
                log.error("delivery_refused", delivery_id=row.id, reason=error.reason)
                await self._settle(row, DeliveryState.FAILED, reason=error.reason)
            case Moved():
                await self._settle(row, DeliveryState.UNREACHABLE, reason=str(error))
            case Unknown() if row.was_unknown:
                await self._settle(
                    row, DeliveryState.FAILED, reason=f"unknown twice: {error.reason}"
                )
            case Unknown():
                await self._settle(row, DeliveryState.UNKNOWN, reason=error.reason, next_try_at=now)
            case TryLater() if row.attempts >= ATTEMPTS:
                await self._settle(row, DeliveryState.FAILED, reason=error.reason)
            case TryLater():
                pause = error.after if isinstance(error, Flooded) and error.after else _pause(row)
                state = DeliveryState.UNKNOWN if row.was_unknown else DeliveryState.PLANNED
                await self._settle(row, state, reason=error.reason, next_try_at=now + pause)
            case _:
                raise error

    async def _settle(self, row: Delivery, state: DeliveryState, **values: object) -> None:
        """Write an outcome; a database that cannot be written to now is waited for."""
        attempt = 0
        while True:
            try:
                await self.house.db(
                    deliveries.settle,
                    row.id or 0,
                    state,
                    by=self.house.instance,
                    **values,  # type: ignore[arg-type]
                )
            except OperationalError as error:
                log.warning("settle_postponed", delivery_id=row.id, error=type(error).__name__)
                attempt += 1
                pause = delay(attempt, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=0.5)
                await asyncio.sleep(pause.total_seconds())
            else:
                return


def _pause(row: Delivery) -> timedelta:
    return delay(row.attempts, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=random())  # noqa: S311 - no secret
