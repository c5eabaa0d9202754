"""Being one of several processes: signs of life, who leads, and what the dead leave behind.

Several ``dsn-bot run`` may share one PostgreSQL. Each holds an advisory lock on a connection of its
own and signs every two seconds. One of them leads: it polls, and runs the jobs that are done once.
When a process is gone, the others free its queue and take over its conversations. With SQLite there
is one process, which leads.
"""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, NullPool, create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.core import logs
from bot.core.runtime import Runtime
from bot.outbox import lifecycle
from bot.outbox.rate_limiter import FORGET_AFTER
from storage import lanes, pacing, processes, recent
from storage.addresses import Address
from storage.database import KEEPALIVE, Limits, name_of
from storage.models import InboxItem

log = logs.get(__name__)

BEAT = 2.0
"""Seconds between two signs of life."""
STANDBY_BEAT = 1.0
"""Seconds between two signs of a process that does not lead: each looks whether it should."""
SIGNS_WITHIN = 2.5
"""Seconds that a sign may take; a leader that cannot sign leads no more, before others see it."""
PRESENCE = Limits(stands_still=4, waits_for_lock=2, statement=4)
"""Of the connection that signs: it never waits for long."""
FREED_WITHIN = 1.0
"""Seconds that the server may take to end the connection of a leader that stands still."""
LOOK_AGAIN = 0.05

Adopt = Callable[[Sequence[InboxItem]], None]
Counted = Callable[[int], None]
Resumed = Callable[[Sequence[tuple[Address, float]]], None]


@dataclass(frozen=True)
class Neighbours:
    """What a process finds when it looks at the others."""

    count: int
    """How many there are, itself included."""
    adopted: Sequence[InboxItem]
    """Updates of those that are gone: they are its own now."""
    got: Sequence[tuple[Address, float]] | None
    """What chats got lately, as (address, seconds ago), where their conversations come here."""


class Cluster:
    """What a process knows of the others; this one is alone and leads."""

    def __init__(self, runtime: Runtime) -> None:
        """Begin as the leader."""
        self.runtime = runtime
        self.leading = asyncio.Event()
        self.leading.set()
        self.count = 1

    async def open(self) -> None:
        """Be there; from now on the process may hold rows and lanes."""
        await self.renew()

    async def renew(self) -> None:
        """Leave a sign of life for whoever looks: ``doctor`` and ``restore`` do."""
        now = self.runtime.clock.now()
        await self.runtime.db(processes.renew, self.runtime.instance, now=now)

    async def close(self) -> None:
        """Be there no more; nobody has to wait to take over."""
        await self.runtime.db(processes.forget, self.runtime.instance)

    async def lost(self) -> None:
        """Return when this process leads no more."""
        await asyncio.Event().wait()


@dataclass
class SharedCluster(Cluster):
    """One process of several on a PostgreSQL."""

    runtime: Runtime
    adopt: Adopt
    """Is given the conversations of processes that are gone."""
    counted: Counted
    """Is told how many processes there are."""
    resumed: Resumed
    """Is told what chats got lately, before anybody is answered in another process's stead."""
    overall: int
    """The messages a second that all share."""
    number: int = field(default_factory=lambda: 1 + secrets.randbelow(2**31 - 2))
    connection: Connection | None = None
    leads_on: Connection | None = None
    """The connection on which the lead is held; with the connection it is gone."""
    beating: asyncio.Task[None] | None = None
    signing: asyncio.Future[bool] | None = None
    has_looked: bool = False

    def __post_init__(self) -> None:
        """Begin without the lead."""
        super().__init__(self.runtime)
        self.leading.clear()
        self._led_no_more = asyncio.Event()
        self._engine: Engine = create_engine(
            self.runtime.database.url,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            connect_args=KEEPALIVE
            | {
                "options": PRESENCE.as_options(),
                "application_name": name_of(self.runtime.instance),
            },
        )

    async def open(self) -> None:
        """Sign for the first time; take over what is left, and the lead if it is free."""
        await self.runtime.db(pacing.prepare, self.overall)
        while not await self._try_beat():  # noqa: ASYNC110 - it is the trying that is waited for
            await asyncio.sleep(BEAT)
        self.beating = asyncio.create_task(self._keep_beating(), name="presence")

    async def renew(self) -> None:
        """Do nothing: each beat is a sign of life."""

    async def close(self) -> None:
        """Free the lead and what one still holds, and sign off."""
        self._lose_lead()
        if self.beating is not None:
            self.beating.cancel()
            await asyncio.gather(self.beating, return_exceptions=True)
        await asyncio.gather(self._sign_off(), return_exceptions=True)
        self._engine.dispose()

    async def lost(self) -> None:
        """Return when this process leads no more."""
        await self._led_no_more.wait()

    async def _keep_beating(self) -> None:
        while True:
            await asyncio.sleep(BEAT if self.leading.is_set() else STANDBY_BEAT)
            await self._try_beat()

    async def _try_beat(self) -> bool:
        """Leave a sign of life; a process that cannot leads no more."""
        try:
            await self._beat()
        except Exception as error:  # noqa: BLE001 - without signs of life others take over
            log.warning("presence_fault", error=type(error).__name__)
            self._lose_lead()
            return False
        return True

    async def _beat(self) -> None:
        leads = await self._sign_in_time()
        if not leads:
            self._lose_lead()
        takes_lead = leads and not self.leading.is_set()
        found = await self.runtime.db(self._take_over, takes_lead=takes_lead)
        self.has_looked = True
        self.count = found.count
        self.counted(found.count)
        if found.got is not None:
            self.resumed(found.got)
        if takes_lead:
            log.info("leading", instance=self.runtime.instance)
            self._led_no_more.clear()
            self.leading.set()
        if found.adopted:
            log.info("conversations_taken_over", updates=len(found.adopted))
            self.adopt(found.adopted)

    async def _sign_in_time(self) -> bool:
        """Leave a sign of life; raises ``TimeoutError`` where the database does not answer."""
        if self.signing is None or self.signing.done():
            self.signing = asyncio.ensure_future(asyncio.to_thread(self._sign))
        return await asyncio.wait_for(asyncio.shield(self.signing), SIGNS_WITHIN)

    def _lose_lead(self) -> None:
        if self.leading.is_set():
            log.info("leading_no_more", instance=self.runtime.instance)
        self.leading.clear()
        self._led_no_more.set()

    def _sign(self) -> bool:
        """Leave a sign of life; return whether this process leads. Runs in a thread."""
        connection = self.connection
        try:
            if connection is None:
                connection = self._engine.connect()
                processes.hold(connection, self.number)
            processes.sign(connection, self.runtime.instance, self.number)
            self.connection = connection
            if self.leads_on is not connection:
                was_ended = processes.end_idle_leader(connection) > 0
                if self._takes_lead(connection, within=FREED_WITHIN if was_ended else 0.0):
                    self.leads_on = connection
        except SQLAlchemyError:
            self.connection = self.leads_on = None
            if connection is not None:
                connection.invalidate()
            raise
        return self.leads_on is connection

    def _takes_lead(self, connection: Connection, *, within: float) -> bool:
        """Take the lead if it is free *within* some seconds: the server is ending who had it."""
        until = monotonic() + within
        while not processes.hold(connection, processes.LEADER):
            if monotonic() >= until:
                return False
            sleep(LOOK_AGAIN)
        return True

    def _take_over(self, session: Session, *, takes_lead: bool) -> Neighbours:
        """Free the queues of processes that are gone, and take over their conversations."""
        now = self.runtime.clock.now()
        gone = processes.forget_gone(session)
        processes.cut_off(session, gone)
        comes_anew = bool(gone) or takes_lead or not self.has_looked
        if gone or not self.has_looked:
            doubtful = lifecycle.take_over(session, now=now)
            pacing.free(session, within=1.0)
            log.info("deliveries_taken_over", processes=len(gone), unknown=doubtful)
        adopted = lanes.adopt(session, by=self.runtime.instance)
        got = None
        if comes_anew or adopted:
            got = recent.messages(session, now=now, within=FORGET_AFTER)
        return Neighbours(len(processes.alive(session)), adopted, got)

    async def _sign_off(self) -> None:
        """Leave nothing behind; rows that could not be settled in time are the others' now."""
        if self.signing is not None:
            await asyncio.gather(self.signing, return_exceptions=True)
        try:
            await self.runtime.db(self._forget)
            if self.connection is not None:
                await asyncio.to_thread(self.connection.close)
        finally:
            self.connection = self.leads_on = None

    def _forget(self, session: Session) -> None:
        processes.forget(session, self.runtime.instance)
        lifecycle.take_over(session, now=self.runtime.clock.now())
        pacing.free(session, within=1.0)
