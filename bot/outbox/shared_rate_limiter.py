"""One rate limit for several processes: the slots of the allowance as rows of the database.

A process takes a slot in one small transaction that locks row 0, so the even step holds for all of
them together. A slot that is taken frees itself after a while: its process may have died. While an
answer waits in one process, the broadcasts of the others leave the next slot to it.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from sqlalchemy.exc import OperationalError

from bot.core import logs
from bot.core.runtime import Runtime
from bot.outbox.rate_limiter import CATCH_UP, FULL, Grant
from storage import pacing

log = logs.get(__name__)

RETURN_WITHIN = 0.2
"""Seconds after which slots are given back where nobody takes one meanwhile."""


class SharedBook:
    """The slots of all processes on one PostgreSQL."""

    def __init__(self, runtime: Runtime, overall: int) -> None:
        """Share *overall* slots with every process that has the same database."""
        self._house = runtime
        self._overall = overall
        self._step = 1 / (overall * FULL)
        self._returned: list[tuple[int, float | None]] = []
        """Slots to give back with the next transaction, and when each is free (None: unused)."""
        self._stop_until = 0.0
        self._returning: asyncio.Task[None] | None = None

    async def take(self, *, first: bool) -> Grant:
        """Take a slot, and give back what has been returned since the last time."""
        with self._owed() as owed:
            return Grant(
                *await self._house.db(
                    pacing.take,
                    by=self._house.instance,
                    overall=self._overall,
                    first=first,
                    step=self._step,
                    catch_up=CATCH_UP * self._step,
                    returned=owed.slots,
                    stop_for=owed.stop_for,
                )
            )

    def give_back(self, slot: int, free_in: float | None) -> None:
        """Let a slot be free again after some seconds; None where it was not used at all."""
        self._returned.append((slot, None if free_in is None else monotonic() + free_in))
        self._return_soon(RETURN_WITHIN)

    def stop_for(self, seconds: float) -> None:
        """Let nobody take anything for a while, in any process."""
        self._stop_until = max(self._stop_until, monotonic() + seconds)
        self._return_soon(0.0)

    def close(self) -> None:
        """Leave nothing under way; what is still held is freed as the process signs off."""
        if self._returning is not None:
            self._returning.cancel()

    def _return_soon(self, within: float) -> None:
        if self._returning is None or self._returning.done() or within == 0:
            self._returning = asyncio.create_task(self._return(within), name="rate-limiter-return")

    async def _return(self, within: float) -> None:
        await asyncio.sleep(within)
        while self._returned or self._stop_until:
            try:
                with self._owed() as owed:
                    await self._house.db(
                        pacing.give_back,
                        by=self._house.instance,
                        step=self._step,
                        returned=owed.slots,
                        stop_for=owed.stop_for,
                    )
            except OperationalError as error:
                log.warning("pace_not_written", error=type(error).__name__)
                return

    @contextmanager
    def _owed(self) -> Iterator["_Owed"]:
        """Yield what a transaction gives back; it is owed again where the transaction fails."""
        now = monotonic()
        returned, self._returned = self._returned, []
        until, self._stop_until = self._stop_until, 0.0
        try:
            slots = [(slot, None if at is None else at - now) for slot, at in returned]
            yield _Owed(slots, max(0.0, until - now))
        except BaseException:
            self._returned.extend(returned)
            self._stop_until = max(self._stop_until, until)
            raise


@dataclass(frozen=True)
class _Owed:
    slots: list[tuple[int, float | None]]
    """Each with the seconds after which it is free."""
    stop_for: float
