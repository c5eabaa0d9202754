"""Updates on disk before they are confirmed; then one person at a time, people side by side."""

import asyncio
import json
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import random
from time import monotonic
from typing import Any

from sqlalchemy.exc import OperationalError
from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import logs
from bot.domain.backoff import delay
from bot.edge import BotApplication
from bot.house import House
from storage import inbox
from storage.models import InboxItem

log = logs.get(__name__)

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
SIDE_BY_SIDE = 64
SETTLED = 3
"""Successful polls after which a poller counts as the one that was there first."""
IMPATIENT, PATIENT = 3, 12
"""Refusals in favour of another poller that a newcomer, and a settled one, put up with."""
CONFLICT_PAUSE = 1.0
RETRY_BASE = timedelta(seconds=1)
RETRY_CAP = timedelta(seconds=60)


class TokenRefused(Exception):
    """Telegram does not know the token: nothing can go on."""


class AnotherPoller(Exception):
    """Another process asks for updates with the same token."""


def lane_of(update: dict[str, Any]) -> int:
    """Return whose update this is: the id of the person, of the chat where there is no person."""
    for kind in ALLOWED:
        content = update.get(kind)
        if content:
            origin = content.get("from") or content.get("chat") or content["message"]["chat"]
            return int(origin["id"])
    return 0


@dataclass
class Intake:
    """Stores what arrives and hands it to the handlers, in order for each person."""

    application: BotApplication
    lanes: dict[int, deque[tuple[int, str]]] = field(default_factory=dict)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(SIDE_BY_SIDE))
    stopping: bool = False
    handled: int = 0

    def __post_init__(self) -> None:
        """Write the ends of updates to the same database."""
        self.finisher = Finisher(self.application.bot_data.house)

    async def resume(self) -> int:
        """Take up what an earlier process left unfinished; return how much that was."""
        rows: Sequence[InboxItem] = await self.application.bot_data.house.read(inbox.unfinished)
        for row in rows:
            if row.payload is not None:
                self._enter(row.update_id, row.lane, row.payload)
        return len(rows)

    async def receive(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store updates as Telegram sent them, then have the new ones handled."""
        house = self.application.bot_data.house
        items = [
            (int(update["update_id"]), lane_of(update), json.dumps(update, ensure_ascii=False))
            for update in updates
        ]
        now = house.clock.now()
        new = set(await house.db(inbox.store, items, now=now))
        house.meter.receipt(len(new), at=now)
        for update_id, lane, payload in items:
            if update_id in new:
                self._enter(update_id, lane, payload)

    async def poll(self) -> None:
        """Ask Telegram for updates until cancelled.

        Raises :class:`TokenRefused` and :class:`AnotherPoller`; everything else passes by itself.
        """
        last = await self.application.bot_data.house.read(inbox.last_id)
        offset = 0 if last is None else last + 1
        failures = successes = 0
        self.application.bot_data.house.meter.polls = True
        while not self.stopping:
            try:
                updates = await self._ask(offset)
                await self.receive(updates)
            except InvalidToken as error:
                raise TokenRefused from error
            except Conflict as error:
                if "webhook" in error.message:
                    await self.application.bot.delete_webhook(drop_pending_updates=False)
                    continue
                failures += 1
                # Both of two pollers are refused in turn: the newcomer is the one to give way.
                if failures > (PATIENT if successes >= SETTLED else IMPATIENT):
                    raise AnotherPoller from error
                await asyncio.sleep(CONFLICT_PAUSE)
            except RetryAfter as error:
                await asyncio.sleep(_seconds(error.retry_after))
            except (TelegramError, OperationalError) as error:
                log.warning("poll_failed", error=type(error).__name__)
                await asyncio.sleep(_pause(failures))
                failures += 1
            else:
                failures = 0
                successes += 1
                if updates:
                    offset = int(updates[-1]["update_id"]) + 1

    async def _ask(self, offset: int) -> list[dict[str, Any]]:
        # In lower case, which Telegram takes as well: the library would hand out objects of its own
        # for its own spelling, and what is stored is what Telegram sent.
        updates: list[dict[str, Any]] = await self.application.bot.do_api_request(
            "getupdates",
            api_kwargs={"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": ALLOWED},
            read_timeout=POLL_SECONDS + 10,
        )
        return updates

    def _enter(self, update_id: int, lane: int, payload: str) -> None:
        """Put an update at the end of its person's lane; start the lane if nobody is in it."""
        queue = self.lanes.get(lane)
        if queue is not None:
            queue.append((update_id, payload))
            return
        self.lanes[lane] = deque([(update_id, payload)])
        task = asyncio.create_task(self._walk(lane), name=f"lane-{lane}")
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _walk(self, lane: int) -> None:
        """Handle one person's updates, one after the other."""
        queue = self.lanes[lane]
        while queue and not self.stopping:
            update_id, payload = queue[0]
            async with self.places:
                await self._handle(update_id, payload)
            queue.popleft()
        del self.lanes[lane]

    async def _handle(self, update_id: int, payload: str) -> None:
        """Handle one update until it is finished; a passing fault of the database is waited out."""
        front = self.application.bot_data
        meter, began = front.house.meter, monotonic()
        attempt = 0
        while True:
            update = Update.de_json(json.loads(payload), self.application.bot)
            await self.application.process_update(update)
            fault = front.postponed.pop(update_id, None)
            if fault is None:
                break
            log.warning("update_postponed", update_id=update_id, fault=fault)
            await asyncio.sleep(_pause(attempt))
            attempt += 1
        self.handled += 1
        meter.handled += 1
        meter.handling.add(monotonic() - began)
        await self._finish(update_id, front.answers.cards.pop(update_id, []))

    async def _finish(self, update_id: int, cards: list[tuple[str, int]]) -> None:
        """Mark an update as dealt with, together with whatever else was finished meanwhile."""
        await self.finisher.finish(update_id, cards)

    async def stop(self, *, within: timedelta) -> None:
        """Take nothing new; let what is being handled end *within* a time, then leave it."""
        self.stopping = True
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=within.total_seconds())
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


@dataclass
class Finisher:
    """Writes the ends of updates, as many in one transaction as came together."""

    house: House
    waiting: list[tuple[int, list[tuple[str, int]], asyncio.Future[None]]] = field(
        default_factory=list
    )
    writing: asyncio.Task[None] | None = None

    async def finish(self, update_id: int, cards: list[tuple[str, int]]) -> None:
        """Return when the end of an update is on disk."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append((update_id, cards, written))
        if self.writing is None or self.writing.done():
            self.writing = asyncio.create_task(self._write())
        await written

    async def _write(self) -> None:
        attempt = 0
        while self.waiting:
            batch = list(self.waiting)
            done = [(update_id, cards) for update_id, cards, _ in batch]
            try:
                await self.house.db(inbox.finish, done, now=self.house.clock.now())
            except OperationalError as error:
                log.warning("finish_postponed", error=type(error).__name__)
                await asyncio.sleep(_pause(attempt))
                attempt += 1
                continue
            del self.waiting[: len(batch)]
            for *_, written in batch:
                if not written.done():
                    written.set_result(None)


def _seconds(wait: float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _pause(attempt: int) -> float:
    return delay(attempt, base=RETRY_BASE, cap=RETRY_CAP, jitter=random()).total_seconds()  # noqa: S311 - no secret
