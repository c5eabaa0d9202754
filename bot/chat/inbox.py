"""Updates on disk before they are confirmed; then one person at a time, people side by side."""

import asyncio
import json
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import random
from time import monotonic
from typing import Any

from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.chat.dispatch import Dispatcher, Handled, Stuck, TakenOver
from bot.chat.gate import KINDS, Gate, Limits
from bot.chat.shown import SHOWN, digest_of
from bot.core import logs
from bot.core.backoff import before_writing, delay
from bot.core.runtime import Runtime
from bot.outbox.circuit_breaker import CircuitBreaker
from storage import condition, inbox, lanes
from storage.models import InboxItem

log = logs.get(__name__)

ALLOWED = list(KINDS)
WRITTEN = ("message", "edited_message")
WHERE = frozenset({"message_id", "date", "chat"})
PLACE = WHERE | {"document"}
POLL_SECONDS, POLL_MARGIN = 20, 5
"""How long Telegram holds a poll, and how much later a connection counts as dead."""
FULL_POLL = 100
"""Updates that one poll brings at most: more wait behind them."""
LULL = 0.05
"""Seconds before the next poll where the last brought only what was silenced.

In a flood each poll finds a few: without it polling itself would take the processor from members.
"""
SIDE_BY_SIDE = 64
STRANGERS_SIDE_BY_SIDE = 2
"""As many strangers are answered at once: members' updates find threads and database free."""
SETTLED = 3
"""Successful polls after which a poller counts as the one that was there first."""
IMPATIENT, PATIENT = 3, 12
"""Refusals in favour of another poller that a newcomer, and a settled one, put up with."""
CONFLICT_PAUSE = 1.0
RETRY_BASE = timedelta(seconds=1)
RETRY_CAP = timedelta(seconds=60)
QUICK_TRIES = 4
"""The pause between polls grows no more after so many: Telegram itself was there again."""


class TokenRefused(Exception):
    """Telegram does not know the token: nothing can go on."""


class AnotherPoller(Exception):
    """Another process asks for updates with the same token."""


class WebhookRefused(Exception):
    """Telegram does not accept the address of the webhook; the text is its reason."""


def lean(update: dict[str, Any]) -> dict[str, Any]:
    """Return an update without what nobody reads: it is neither kept nor turned into objects.

    Of the message under a pressed button only its place is read, whether it is a file, and a digest
    of what it shows; of a reply the place of what it replies to.
    """
    pressed = update.get("callback_query")
    if pressed is not None and "message" in pressed:
        under = {name: value for name, value in pressed["message"].items() if name in PLACE}
        if pressed["message"].get("date"):  # not one that Telegram no longer gives out
            under[SHOWN] = digest_of(pressed["message"])
        return update | {"callback_query": pressed | {"message": under}}
    for kind in WRITTEN:
        if "reply_to_message" in update.get(kind, ()):
            written = update[kind]
            replied = written["reply_to_message"]
            place = {name: replied[name] for name in replied if name in WHERE}
            return update | {kind: written | {"reply_to_message": place}}
    return update


def storable(payload: str) -> str:
    """Return JSON that a database takes: half a sign, which JSON can hold, is no text for it."""
    try:
        payload.encode()
    except UnicodeEncodeError:
        return payload.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return payload


@dataclass
class Inbox:
    """Stores what arrives and hands it to the handlers, in order for each person."""

    dispatcher: Dispatcher
    bot: Bot
    breaker: CircuitBreaker
    limits: Limits | None = None
    """How much of strangers is taken; the usual where nothing is given."""
    lanes: dict[int, deque[tuple[int, str]]] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)
    """Updates in the lanes: what several processes find twice is handled once."""
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    receiving: set[asyncio.Task[int]] = field(default_factory=set)
    """What is being stored; whoever asked for it may have been cancelled meanwhile."""
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(SIDE_BY_SIDE))
    outside: set[int] = field(default_factory=set)
    """Lanes of strangers, which have few places of their own."""
    places_outside: asyncio.Semaphore = field(
        default_factory=lambda: asyncio.Semaphore(STRANGERS_SIDE_BY_SIDE)
    )
    stopping: bool = False
    handled: int = 0
    taken_over: int = 0
    """Updates that were left unfinished by a process that is gone."""

    def __post_init__(self) -> None:
        """Write the ends of updates to the same database."""
        self.runtime: Runtime = self.dispatcher.runtime
        self.finisher = Finisher(self.runtime)
        self.gate = Gate(self.runtime, self.limits)

    async def resume(self) -> int:
        """Take up what an earlier process left unfinished; return how much that was."""
        if self.runtime.database.is_sqlite:
            self.adopt(await self.runtime.read(inbox.unfinished))
        return self.taken_over

    def adopt(self, items: Sequence[InboxItem]) -> None:
        """Go on with updates that another process has stored and not finished."""
        for item in items:
            if item.payload is not None:
                self.taken_over += self._enter(item.update_id, item.lane, item.payload)

    async def receive(self, updates: Sequence[dict[str, Any]]) -> int:
        """Store updates as Telegram sent them, then have the new ones handled.

        Returns how many were taken.
        Of strangers only what :class:`Gate` takes: the rest is counted and forgotten.
        A caller that is cancelled meanwhile does not keep what is stored from being handled.
        """
        receiving = asyncio.create_task(self._receive(updates), name="receive")
        self.receiving.add(receiving)
        receiving.add_done_callback(self.receiving.discard)
        return await asyncio.shield(receiving)

    async def _receive(self, updates: Sequence[dict[str, Any]]) -> int:
        in_order = sorted(updates, key=lambda update: int(update["update_id"]))
        try:
            taken = await self.gate.take(in_order)
        except DatabaseError as error:
            if condition.is_damage(error):
                await self._say_stuck(in_order)
            raise
        items = [
            (
                int(each.update["update_id"]),
                each.lane,
                storable(json.dumps(lean(each.update), ensure_ascii=False)),
            )
            for each in taken
        ]
        now = self.runtime.clock.now()
        if not items:
            new, own = set[int](), set[int]()
        elif self.runtime.database.is_sqlite:
            new = set(await self.runtime.db(inbox.store, items, now=now))
            own = {lane for _, lane, _ in items}
        else:
            new, own = await self.runtime.db(lanes.store, items, by=self.runtime.instance, now=now)
        self.runtime.metrics.receipt(len(new), at=now)
        if new:
            self.runtime.somebody_came.set()
        outside = {each.lane for each in taken if each.is_outside}
        for update_id, lane, payload in items:
            if update_id in new and lane in own:
                # Whoever has just become a member leaves the strangers' places with this update.
                (self.outside.add if lane in outside else self.outside.discard)(lane)
                self._enter(update_id, lane, payload)
        return len(taken)

    async def _say_stuck(self, updates: Sequence[dict[str, Any]]) -> None:
        """Tell whoever writes that nothing can be read; the updates stay with Telegram."""
        for update in updates:
            parsed = Update.de_json(update, self.bot)
            if parsed is not None:
                await self.dispatcher.say_stuck(parsed)

    async def poll(self) -> None:
        """Ask Telegram for updates until cancelled.

        Raises :class:`TokenRefused` and :class:`AnotherPoller`; everything else passes by itself.
        """
        self.runtime.metrics.polls_since = self.runtime.clock.now()
        try:
            await self._poll()
        finally:
            self.runtime.metrics.polls_since = None

    async def _poll(self) -> None:
        last = await self.runtime.read(inbox.last_id)
        offset = 0 if last is None else last + 1
        failures = successes = 0
        while not self.stopping:
            try:
                updates = await self._ask(offset)
                taken = await self.receive(updates)
            except OperationalError as error:
                # The offset stays: Telegram hands the same updates out again until they are stored.
                log.warning("updates_not_stored", error=type(error).__name__)
                await asyncio.sleep(before_writing(failures, jitter=random()))  # noqa: S311 - no secret
                failures += 1
            except TelegramError as error:
                patience = PATIENT if successes >= SETTLED else IMPATIENT
                failures += await self._wait_out(error, failures, patience=patience)
            else:
                failures = 0
                successes += 1
                self.breaker.succeeded()
                if updates:
                    offset = max(int(update["update_id"]) for update in updates) + 1
                    if not taken and len(updates) < FULL_POLL:
                        await asyncio.sleep(LULL)

    async def _wait_out(self, error: TelegramError, failures: int, *, patience: int) -> int:
        """Wait until the next poll may be tried; return by how much the *failures* grow.

        Raises :class:`TokenRefused`, and :class:`AnotherPoller` after *patience* refusals.
        """
        match error:
            case InvalidToken():
                raise TokenRefused from error
            case Conflict() if "webhook" in error.message:
                # A webhook left from earlier; what waits at Telegram must not be lost with it.
                await self.bot.delete_webhook(drop_pending_updates=False)
                return 0
            case Conflict():
                # Both of two pollers are refused in turn: the newcomer is the one to give way.
                if failures >= patience:
                    raise AnotherPoller from error
                await asyncio.sleep(CONFLICT_PAUSE)
            case RetryAfter():
                # Telegram is well and says when: neither the breaker nor the count is concerned.
                await asyncio.sleep(_seconds(error.retry_after))
                return 0
            case _:
                log.warning("poll_failed", error=type(error).__name__)
                self.breaker.failed()
                await self.breaker.back_within(RETRY_CAP.total_seconds())
                await asyncio.sleep(_pause(min(failures, QUICK_TRIES)))
        return 1

    async def _ask(self, offset: int) -> list[dict[str, Any]]:
        # In lower case, which Telegram takes as well: the library would hand out objects of its own
        # for its own spelling, and what is stored is what Telegram sent.
        updates: list[dict[str, Any]] = await self.bot.do_api_request(
            "getupdates",
            api_kwargs={"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": ALLOWED},
            read_timeout=POLL_SECONDS + POLL_MARGIN,
        )
        return updates

    def _enter(self, update_id: int, lane: int, payload: str) -> bool:
        """Put an update at the end of its person's lane; start the lane if nobody is in it.

        Returns False for an update that is there already.
        """
        if update_id in self.known or self.stopping:
            return False
        self.known.add(update_id)
        queue = self.lanes.get(lane)
        if queue is not None:
            _put_in_order(queue, update_id, payload)
            return True
        self.lanes[lane] = deque([(update_id, payload)])
        task = asyncio.create_task(self._walk(lane), name=f"lane-{lane}")
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return True

    async def _walk(self, lane: int) -> None:
        """Handle one person's updates, one after the other."""
        queue = self.lanes[lane]
        while queue and not self.stopping:
            update_id, payload = queue[0]
            async with self.places_outside if lane in self.outside else self.places:
                handled = await self._handle(update_id, payload)
                if handled is None:
                    break
                is_last = len(queue) == 1
                stored_meanwhile = await self.finisher.finish(
                    Finished(update_id, handled.cards, lane if is_last else None)
                )
            queue.popleft()
            self.known.discard(update_id)
            for item in stored_meanwhile:
                if item.update_id not in self.known and item.payload is not None:
                    self.known.add(item.update_id)
                    _put_in_order(queue, item.update_id, item.payload)
        self.known.difference_update(update_id for update_id, _ in queue)
        del self.lanes[lane]
        self.outside.discard(lane)

    async def _handle(self, update_id: int, payload: str) -> Handled | None:
        """Handle one update until it is finished; a passing fault of the database is waited out.

        Returns None where another process has taken over this person's updates, and where the
        database is damaged.
        """
        metrics, began = self.runtime.metrics, monotonic()
        attempt = 0
        while True:
            update = self._read(update_id, payload)
            if update is None:
                return Handled()
            outcome = await self.dispatcher.dispatch(update)
            if isinstance(outcome, TakenOver):
                log.warning("lane_lost", update_id=update_id)
                return None
            if isinstance(outcome, Stuck):
                return None
            if isinstance(outcome, Handled):
                break
            log.warning("update_postponed", update_id=update_id, fault=outcome.fault)
            await asyncio.sleep(before_writing(attempt, jitter=random()))  # noqa: S311 - no secret
            attempt += 1
        self.handled += 1
        metrics.handled += 1
        metrics.handling.add(monotonic() - began)
        return outcome

    def _read(self, update_id: int, payload: str) -> Update | None:
        """Return an update as the library reads it; None for one that it cannot read."""
        try:
            return Update.de_json(json.loads(payload), self.bot)
        except Exception as error:  # noqa: BLE001 - one such update must not hold up its person
            log.error("update_not_read", update_id=update_id, error=type(error).__name__)
            return None

    async def stop(self, *, within: timedelta) -> None:
        """Take nothing new; let what is being handled end *within* a time, then leave it."""
        self.stopping = True
        # What a caller that was cancelled left behind is stored first; it begins tasks as well.
        if self.receiving:
            await asyncio.wait(self.receiving, timeout=within.total_seconds())
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=within.total_seconds())
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        with suppress(OperationalError):
            await self.gate.save()


@dataclass(frozen=True)
class Finished:
    """An update that was dealt with."""

    update_id: int
    cards: Sequence[tuple[str, int]]
    """The cards that its answer brought: what keeps each, and its message id."""
    lane: int | None
    """The person's lane where nothing else waits in it: it is given back."""


@dataclass
class Finisher:
    """Writes the ends of updates, as many in one transaction as came together."""

    runtime: Runtime
    waiting: list[tuple[Finished, asyncio.Future[list[InboxItem]]]] = field(default_factory=list)
    writing: asyncio.Task[None] | None = None

    async def finish(self, done: Finished) -> list[InboxItem]:
        """Return when the end of an update is on disk.

        Returns what other processes have stored in its lane meanwhile: it is still ours.
        """
        written: asyncio.Future[list[InboxItem]] = asyncio.get_running_loop().create_future()
        self.waiting.append((done, written))
        if self.writing is None or self.writing.done():
            self.writing = asyncio.create_task(self._write())
        return await written

    async def _write(self) -> None:
        attempt = 0
        while self.waiting:
            batch = list(self.waiting)
            try:
                left = await self.runtime.db(self._save, [done for done, _ in batch])
            except OperationalError as error:
                log.warning("finish_postponed", error=type(error).__name__)
                await asyncio.sleep(before_writing(attempt, jitter=random()))  # noqa: S311 - no secret
                attempt += 1
                continue
            except DatabaseError as error:
                if not condition.is_damage(error):
                    raise
                return  # the program is about to end
            attempt = 0
            del self.waiting[: len(batch)]
            for done, written in batch:
                if not written.done():
                    written.set_result([item for item in left if item.lane == done.lane])

    def _save(self, session: Session, batch: Sequence[Finished]) -> Sequence[InboxItem]:
        ends = [(done.update_id, done.cards) for done in batch]
        inbox.finish(session, ends, now=self.runtime.clock.now())
        idle = [done.lane for done in batch if done.lane is not None]
        if self.runtime.database.is_sqlite or not idle:
            return []
        return lanes.give_back(session, idle, by=self.runtime.instance)


def _put_in_order(queue: deque[tuple[int, str]], update_id: int, payload: str) -> None:
    """Put an update behind the earlier ones, but never before the one that is being handled."""
    at = len(queue)
    while at > 1 and queue[at - 1][0] > update_id:
        at -= 1
    queue.insert(at, (update_id, payload))


def _seconds(wait: float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _pause(attempt: int) -> float:
    return delay(attempt, base=RETRY_BASE, cap=RETRY_CAP, jitter=random()).total_seconds()  # noqa: S311 - no secret
