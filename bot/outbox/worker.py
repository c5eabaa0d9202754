"""Sends what is due: reserve, wait for a turn, claim, read the world again, send, record.

A row that is only reserved still waits; a row that is claimed may be on its way. So a crash leaves
nothing in doubt but what was being sent at that moment.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from random import random
from time import monotonic
from typing import TypeVar

from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot.core import logs
from bot.core.backoff import before_writing, delay
from bot.core.clock import seconds
from bot.core.messages import Outgoing, parts
from bot.core.runtime import Runtime
from bot.outbox import flood_wait, hours, incidents, lifecycle
from bot.outbox.channel import ChannelSender
from bot.outbox.errors import (
    DeliveryError,
    Flooded,
    Moved,
    NotReached,
    QueryOld,
    Refused,
    TokenLost,
    TryLater,
    Unknown,
    Unreachable,
)
from bot.outbox.notification import Withheld
from bot.outbox.rate_limiter import Closed, Turn
from bot.outbox.render import Ready, draw, with_lines
from storage import chats, deliveries
from storage import people as stored_people
from storage.addresses import Address
from storage.deliveries import Reserved
from storage.models import FINAL, Channel, Delivery, DeliveryState

log = logs.get(__name__)
T = TypeVar("T")

QUEUE = 1000
"""Rows that a process has in its queue at most: enough for one busy second, little memory."""
FAIR_SHARE = 20
"""Rows that a process may hold in any case, however many processes share what is due."""
TICK = timedelta(seconds=1)
"""How often the scheduler looks for what is due."""
LOOK_AGAIN = 0.05
"""Seconds after which the queue is filled up again while messages are under way."""
YIELD_EVERY = 50
MESSAGE = "message"
"""Under this and its kind a notification that cannot be drawn is told of as a fault."""
OUTAGE_PATIENCE = 3.0
"""Seconds that a run waits for Telegram to come back before it leaves it to the next one."""
LEASE = 2.0
"""Seconds for which a claim is believed without a look: others take a row over after three."""
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=5)
ENOUGH_REFUSALS = 3
"""Moves of a chat after which a row waits like after any other refusal."""


@dataclass
class Claim:
    """A row that this process is to send, and when it last saw for certain that it is its own."""

    row: Delivery
    seen_at: float


@dataclass
class Worker:
    """Sends what is due until nothing is; call :meth:`run` at each tick and after each plan."""

    runtime: Runtime
    channels: Mapping[Channel, ChannelSender]
    stopping: bool = False
    lease: float = LEASE
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    sent: int = 0
    processes: int = 1
    """How many processes share what is due."""
    queues: dict[int, deque[Reserved]] = field(default_factory=dict)
    """What is reserved, by person: one message of a person after the other."""
    tasks: set[asyncio.Task[int]] = field(default_factory=set)
    stranded: list[int] = field(default_factory=list)
    """Rows that could not be taken out of the queue: the database could not be written to."""

    async def run(self) -> int:
        """Send everything that is due; return how many rows were dealt with."""
        async with self.lock:
            if not await self._any_back_within(OUTAGE_PATIENCE):
                return 0
            done, looked_at = 0, monotonic()
            await self._fill()
            while self.tasks:
                wait = max(0.0, looked_at + LOOK_AGAIN - monotonic())
                finished, _ = await asyncio.wait(
                    set(self.tasks), timeout=wait or LOOK_AGAIN, return_when=asyncio.FIRST_COMPLETED
                )
                done += sum(0 if task.cancelled() else task.result() for task in finished)
                # What becomes due meanwhile does not wait for the last reader of a crowd.
                if monotonic() - looked_at >= LOOK_AGAIN or not self.tasks:
                    looked_at = monotonic()
                    await self._fill()
            await self._wake_at_next_due()
            return done

    async def _any_back_within(self, seconds: float) -> bool:
        """Wait for the channels; return whether any can be reached within some *seconds*."""
        waiting = [channel.back_within(seconds) for channel in self.channels.values()]
        return any(await asyncio.gather(*waiting))

    async def _wake_at_next_due(self) -> None:
        """Do not wait for the tick where something is due before it."""
        due = await self.runtime.read(deliveries.next_due)
        wait = due - self.runtime.clock.now() if due is not None else TICK
        if timedelta() < wait < TICK:
            loop = asyncio.get_running_loop()
            loop.call_later(wait.total_seconds(), self.runtime.wake_delivery.set)

    async def stop(self, *, within: timedelta) -> None:
        """Let what is being sent end *within* a time; give back what is only in the queue."""
        self.stopping = True
        for channel in self.channels.values():
            channel.close()
        if self.tasks:
            await asyncio.wait(set(self.tasks), timeout=within.total_seconds())
        left = list(self.tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _fill(self) -> None:
        """Reserve what is due, up to a full queue, and put it into the queues of its readers."""
        mine = sum(len(queue) for queue in self.queues.values())
        room = QUEUE - mine
        closed = [name for name, channel in self.channels.items() if not channel.is_open]
        if self.stopping or len(closed) == len(self.channels):
            return
        # What an earlier fault left counts as queued, and would hold back its readers' next
        # messages.
        stranded, self.stranded = self.stranded, []
        await self._leave(stranded, unsent=True)
        now = self.runtime.clock.now()
        # The first process to look would take everything, and the others stand idle.
        if self.processes > 1:
            due = await self.runtime.read(deliveries.due_count, now=now, besides=closed)
            fair = max(FAIR_SHARE, ceil((due + mine) / self.processes))
            room = min(room, fair - mine)
        if room <= 0:
            return
        reserved = await self.runtime.db(
            deliveries.reserve, by=self.runtime.instance, now=now, limit=room, besides=closed
        )
        for number, row in enumerate(reserved):
            if number % YIELD_EVERY == 0:
                await asyncio.sleep(0)  # so that people who are chatting do not wait for a crowd
            queue = self.queues.get(row.person_id)
            if queue is not None:
                queue.append(row)
                continue
            self.queues[row.person_id] = deque([row])
            task = asyncio.create_task(self._serve(row.person_id), name=f"deliver-{row.person_id}")
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def _serve(self, person_id: int) -> int:
        """Deliver what is reserved for one person, one after the other; return how many rows."""
        queue, done, unsent = self.queues[person_id], 0, False
        try:
            while queue and self._may_send(queue[0]):
                row = queue[0]
                channel = self.channels[row.address.channel]
                with await channel.turn(row.address, first=False) as turn:
                    # Claimed in its turn and not before: what a crash finds claimed may have been
                    # sent, and whatever changes until then still counts.
                    claimed = await self._claim(row)
                    if claimed is None:
                        queue.popleft()
                        continue
                    done += 1
                    settled = await self._deliver(claimed, turn)
                queue.popleft()
                # What comes behind would overtake the row that is tried again.
                if not settled:
                    break
        # The bot stops: what is queued is given back below, and another process takes it.
        except Closed:
            pass
        except OperationalError as error:
            # The claim failed, or the answer to its commit was lost: nothing was sent.
            log.warning("delivery_postponed", person_id=person_id, error=type(error).__name__)
            unsent = True
        finally:
            del self.queues[person_id]
            await self._leave([row.row_id for row in queue], unsent=unsent)
        return done

    def _may_send(self, row: Reserved) -> bool:
        return not self.stopping and self.channels[row.address.channel].is_open

    async def _claim(self, row: Reserved) -> Claim | None:
        if not self._may_send(row):
            raise Closed
        began = seconds()
        claimed = await self.runtime.db(
            deliveries.begin, row.row_id, by=self.runtime.instance, now=self.runtime.clock.now()
        )
        return None if claimed is None else Claim(claimed, began)

    def _is_old(self, claim: Claim) -> bool:
        """Tell whether the process may have stood still since, and the row be another's by now."""
        return seconds() - claim.seen_at > self.lease

    async def _claim_anew(self, claim: Claim) -> None:
        """See that an old claim still holds, right before something is sent on it.

        A process that stood still was taken for dead: another one sends the row, and says that it
        may have come before. Raises :class:`NotReached`: from here nothing left.
        """
        if not self._is_old(claim):
            return
        claim.seen_at = seconds()
        by = self.runtime.instance
        try:
            is_ours = await self.runtime.db(deliveries.renew, claim.row, by=by)
        except OperationalError as error:
            raise NotReached(type(error).__name__) from error
        if not is_ours:
            log.warning("claim_lost", delivery_id=claim.row.id)
            raise NotReached("another process took it over")

    async def _leave(self, ids: Sequence[int], *, unsent: bool) -> None:
        """Take rows out of this process's queue; where that fails, the next run does it."""
        if not ids:
            return
        try:
            await self.runtime.db(deliveries.leave, ids, by=self.runtime.instance, unsent=unsent)
        except OperationalError as error:
            log.warning("queue_not_left", rows=len(ids), error=type(error).__name__)
            self.stranded.extend(ids)

    async def _deliver(self, claim: Claim, turn: Turn) -> bool:
        """Deal with one claimed row; return whether the person's next one may follow at once."""
        row = claim.row
        try:
            drawn = await self._draw(row)
            if self._is_old(claim) and isinstance(drawn, Ready):
                await self._claim_anew(claim)
                drawn = await self._draw(row)  # the world has gone on as well
            if isinstance(drawn, datetime):
                await self._settle(row, _waiting(row), next_try_at=drawn)
                return True
            if isinstance(drawn, Withheld):
                await self._settle(row, drawn.state, reason=drawn.reason)
                return True
            message_id = await self._send(claim, drawn, turn)
        except DeliveryError as error:
            return await self._record(row, error)
        except Exception as error:  # noqa: BLE001 - a row that is claimed must never hang
            log.error("delivery_fault", delivery_id=row.id, error=type(error).__name__)
            return await self._record(row, Unknown(type(error).__name__))
        self.sent += 1
        now = self.runtime.clock.now()
        await self._settle(row, DeliveryState.SENT, message_id=message_id, sent_at=now)
        return True

    async def _draw(self, row: Delivery) -> Ready | Withheld | datetime:
        """Look at the world again; a mistake of ours in a notification ends this row alone.

        An instant says that the row waits until then for its reader's working hours.
        """
        try:
            return await self.runtime.read(_drawn, self.runtime, row, now=self.runtime.clock.now())
        except OperationalError as error:
            # A fault of the database is not this row's: it waits, and nothing is counted against
            # it.
            raise NotReached(type(error).__name__) from error
        except Exception as error:  # noqa: BLE001 - whatever a notification raises: its row has an end
            await self._admit(row, error)
            return Withheld(DeliveryState.FAILED, f"a fault of ours: {type(error).__name__}")

    async def _admit(self, row: Delivery, error: Exception) -> None:
        """Keep a notification's fault where coordinators hear of it."""
        reference, kind = secrets.token_hex(4), f"{MESSAGE} {row.kind}"
        log.error(
            "letter_failed",
            delivery_id=row.id,
            kind=row.kind,
            reference=reference,
            error=type(error).__name__,
            where=logs.where(error),
        )
        network, now = self.runtime.network, self.runtime.clock.now()
        await self._write(row, incidents.note, network, reference, now=now, job=kind)

    async def _send(self, claim: Claim, drawn: Ready, turn: Turn) -> int | None:
        """Send a message in as many parts as it takes, beginning behind what arrived before."""
        row = claim.row
        channel, pieces = self.channels[row.channel], parts(drawn.body)
        before = row.parts_sent if row.parts_of == drawn.mark else 0
        message_id: int | None = None
        for number, piece in enumerate(pieces[before:], start=before):
            if number > before:
                await self._write(row, deliveries.progressed, row, number, drawn.mark)
                row.parts_sent, row.parts_of = number, drawn.mark
                message_id = await self._send_next(channel, piece, turn.address, claim)
                continue
            first, *rest = parts(with_lines(piece, drawn.remarks))
            await self._claim_anew(claim)
            message_id = await channel.send(first, turn)
            for more in rest:
                message_id = await self._send_next(channel, more, turn.address, claim)
        return message_id

    async def _send_next(
        self, channel: ChannelSender, message: Outgoing, address: Address, claim: Claim
    ) -> int | None:
        """Send a further part, in a turn of its own; it has begun, so it goes before broadcasts."""
        with await channel.turn(address, first=True) as turn:
            await self._claim_anew(claim)
            return await channel.send(message, turn)

    async def _record(self, row: Delivery, error: DeliveryError) -> bool:
        """Record why a row was not (certainly) sent, and when it is tried again."""
        now = self.runtime.clock.now()
        waiting = _waiting(row)
        match error:
            case Unreachable():
                await self._settle(row, DeliveryState.UNREACHABLE, reason=error.reason)
                await self._write(
                    row, self.runtime.people.lost, row.person_id, error.reason, now=now
                )
            case Refused():
                await self._refuse(row, error.reason)
            # Each attempt may have arrived: after so many another one is sooner a nuisance than a
            # help.
            case Unknown() if row.failures + 1 >= lifecycle.DOUBTS:
                reason = f"unknown {lifecycle.DOUBTS} times: {error.reason}"
                await self._settle(row, DeliveryState.FAILED, reason=reason)
            case Unknown():
                failures = row.failures + 1
                later = now + _pause(failures)
                unknown = DeliveryState.UNKNOWN
                await self._settle(
                    row, unknown, reason=error.reason, next_try_at=later, failures=failures
                )
                return False
            case Moved():
                await self._move(row, error, waiting)
                return False
            case Flooded() | NotReached() | TokenLost():
                # Not this message's fault: the rate limiter, or the circuit breaker, says when it
                # goes on.
                if isinstance(error, Flooded) and error.after is not None:
                    await self._write(row, flood_wait.note, now + error.after)
                await self._settle(row, waiting, reason=error.reason, next_try_at=now)
                return False
            case TryLater():
                failures = row.failures + 1
                later = now + (error.after or _pause(failures))
                await self._settle(
                    row, waiting, reason=error.reason, next_try_at=later, failures=failures
                )
                return False
            case QueryOld():
                await self._settle(row, DeliveryState.DROPPED, reason=str(error))
            case _:
                raise error
        return True

    async def _refuse(self, row: Delivery, reason: str) -> None:
        """Give up a row that Telegram would refuse again; its sender hears where that is of use."""
        log.error("delivery_refused", delivery_id=row.id, reason=reason)
        await self._settle(row, DeliveryState.FAILED, reason=reason)
        kind = self.runtime.kinds.get(row.kind)
        if kind is not None and kind.refusal_is_told:
            await self._write(row, lifecycle.refused, row, reason, now=self.runtime.clock.now())
        # What was just planned for the sender is due at once.
        self.runtime.wake_delivery.set()

    async def _move(self, row: Delivery, error: Moved, waiting: DeliveryState) -> None:
        """Put a group's new id everywhere; the message goes there next."""
        now, chat_id = self.runtime.clock.now(), await self.runtime.read(_chat_of, row)
        if chat_id is not None:
            await self._write(row, chats.replace, chat_id, error.chat_id)
        failures = row.failures + 1
        pause = timedelta() if failures <= ENOUGH_REFUSALS else _pause(failures)
        await self._settle(
            row, waiting, reason=str(error), next_try_at=now + pause, failures=failures
        )

    async def _settle(self, row: Delivery, state: DeliveryState, **values: object) -> None:
        """Write an outcome."""
        by = self.runtime.instance
        if not await self._write(row, deliveries.settle, row, state, by=by, **values):
            log.warning("delivery_taken_over", delivery_id=row.id, state=state.value)
        elif state in FINAL:
            self.runtime.metrics.ended[state.value] += 1

    async def _write(
        self, row: Delivery, work: Callable[..., T], *args: object, **values: object
    ) -> T:
        """Write what became of a row; a database that cannot be written to now is waited for."""
        attempt = 0
        while True:
            try:
                return await self.runtime.db(work, *args, **values)
            except OperationalError as error:
                log.warning("write_postponed", delivery_id=row.id, error=type(error).__name__)
                await asyncio.sleep(before_writing(attempt, jitter=random()))  # noqa: S311 - no secret
                attempt += 1


def _drawn(
    session: Session, runtime: Runtime, row: Delivery, *, now: datetime
) -> Ready | Withheld | datetime:
    person = stored_people.get(session, row.person_id)  # kept: drawing asks for it no second time
    leaves_at = hours.leaves_at(runtime, row, person, now=now)
    return leaves_at if leaves_at > now else draw(session, runtime, row, now=now)


def _waiting(row: Delivery) -> DeliveryState:
    """Return the state in which a row waits that was not certainly sent."""
    return DeliveryState.UNKNOWN if row.was_unknown else DeliveryState.PLANNED


def _chat_of(session: Session, row: Delivery) -> int | None:
    person = stored_people.get(session, row.person_id)
    return person.telegram_id if person else None


def _pause(failures: int) -> timedelta:
    return delay(failures, base=FIRST_PAUSE, cap=LONGEST_PAUSE, jitter=random())  # noqa: S311 - no secret
