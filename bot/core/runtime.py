"""What every part of the running bot shares; put together once, in :mod:`bot.process.app`."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from bot.core.access import Menu
from bot.core.albums import Albums
from bot.core.clock import Clock
from bot.core.edits import Edits
from bot.core.metrics import Metrics
from bot.core.refusals import Refusals
from config.network import Network
from storage import condition
from storage.database import WORKERS, Database
from storage.models import Person

if TYPE_CHECKING:
    from bot.outbox.message_kinds import MessageKinds

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


Upcoming = Callable[["Runtime", Session, datetime, datetime], Sequence[dict[str, Any]]]
"""Returns the rows that a job plans after one instant and until another, if nobody acts."""


class Reachability(Protocol):
    """What is noted of people by whoever hears from them or cannot reach them."""

    def seen(
        self, session: Session, person: Person, *, now: datetime, renewed: Collection[str]
    ) -> None:
        """Note that a person wrote; of the kinds in *renewed* they get the present state."""

    def lost(self, session: Session, person_id: int, reason: str, *, now: datetime) -> None:
        """Note that a person cannot be reached."""

    def lost_account(
        self, session: Session, telegram_id: int, reason: str, *, now: datetime
    ) -> None:
        """Note that the owner of an account cannot be reached, if they are known."""


@dataclass
class Runtime:
    """The database, the clock, what the organiser decided, and the threads use cases run in."""

    database: Database
    clock: Clock
    network: Network
    instance: str
    """Names this process in leases."""
    kinds: "MessageKinds"
    """Every kind of message that the bot sends by itself."""
    kept_forms: frozenset[str]
    """The kinds of forms that are kept as drafts when they are left."""
    people: Reachability
    """Is told who was heard from and who cannot be reached."""
    upcoming: Sequence["Upcoming"] = ()
    """What the jobs will plan by themselves, as the forecast asks for it."""
    username: str = ""
    """The bot's own, for invitation links; known once Telegram was asked."""
    executor: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(WORKERS, thread_name_prefix="dsn-db")
    )
    menu: Menu = field(default_factory=Menu)
    """The commands that each person is shown."""
    metrics: Metrics = field(default_factory=Metrics)
    """Counts what this process does."""
    refused: Refusals = field(default_factory=Refusals)
    """Counts what this process refused for want of a right."""
    albums: Albums = field(default_factory=Albums)
    """Of which albums a message was answered."""
    edits: Edits = field(default_factory=Edits)
    """What this process last made of messages."""
    wake_delivery: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when rows may have become due just now, so that nobody waits for the next tick."""
    somebody_came: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once something has arrived in this process: what only people need may be loaded."""

    damaged: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once the database was found damaged: nothing that is tried again can help."""

    async def db(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run *work* as one transaction in a worker thread and return what it returns."""
        return await self._in_thread(partial(self._transact, partial(_call, work, args, kwargs)))

    async def read(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run *work* on a session that only reads, in a worker thread."""
        return await self._in_thread(partial(self._look, partial(_call, work, args, kwargs)))

    async def read_then_db(
        self, look: Callable[[Session], U], work: Callable[[Session, U], T]
    ) -> T:
        """Run *look* on a session that only reads, then *work* as one transaction with its result.

        Both are one job of a worker thread: nobody else's work comes between them.
        """

        def both() -> T:
            seen = self._look(look)
            return self._transact(lambda session: work(session, seen))

        return await self._in_thread(both)

    async def in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run *work*, which sees to its own transactions, in a worker thread."""
        return await self._in_thread(partial(work, *args, **kwargs))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self.executor, work)
        except DatabaseError as error:
            if condition.is_damage(error):
                self.damaged.set()
            raise

    def _transact(self, work: Callable[[Session], T]) -> T:
        with self.database.transaction() as session:
            return work(session)

    def _look(self, work: Callable[[Session], T]) -> T:
        with self.database.reading() as session:
            return work(session)

    def close(self) -> None:
        """Let the threads end and close the database."""
        self.executor.shutdown(wait=True)
        self.database.close()


def _call(
    work: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object], session: Session
) -> T:
    return work(session, *args, **kwargs)
