"""What runs when. Jobs only tick: the database says what is due, so a restart needs no recovery."""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from telegram.error import TelegramError

from bot.chat.feature import Job, Tools
from bot.chat.inbox import Inbox
from bot.core import logs
from bot.core.runtime import Runtime
from bot.desk import absence
from bot.outbox import incidents
from bot.outbox.telegram.sender import Sender
from bot.outbox.worker import TICK, Worker
from bot.process.cluster import Cluster

log = logs.get(__name__)

DELIVERY_SECONDS = int(TICK.total_seconds())
ALIVE_SECONDS = 30
FAULT_AGAIN = timedelta(hours=1)
"""A job that goes on failing is one fault an hour; each failure is in the log and the metrics."""
EVERYWHERE = frozenset({"deliver", "note_alive"})
"""Jobs of every process; the others are done by the one that leads."""


@dataclass
class Jobs:
    """The scheduler's jobs; each may be run by hand as well, as the tests and practice do."""

    runtime: Runtime
    worker: Worker
    inbox: Inbox
    cluster: Cluster
    sender: Sender
    jobs: Mapping[str, Job]
    """What the features have done again and again, by name."""
    scheduler: Any = None
    woken: asyncio.Task[None] | None = None
    running: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    admitted: dict[str, datetime] = field(default_factory=dict)
    """When a job's fault was last kept for coordinators."""

    def start(self) -> None:
        """Begin to tick. APScheduler is told never to skip: late is better than not at all."""
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self.scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=defaults)
        self.runtime.metrics.expect_jobs(self.plan())
        for name, seconds in self.plan().items():
            self.scheduler.add_job(self._tick, "interval", [name], id=name, seconds=seconds)
        self.scheduler.start()
        self.woken = asyncio.create_task(self._run_when_woken(), name="wake-delivery")

    def plan(self) -> dict[str, int]:
        """Return every job and the seconds between its ticks."""
        return {
            "deliver": DELIVERY_SECONDS,
            "note_alive": ALIVE_SECONDS,
            **{name: int(job.every.total_seconds()) for name, job in self.jobs.items()},
        }

    async def stop(self, *, within: timedelta) -> None:
        """Stop ticking and let what is under way end; what takes longer is left to a restart."""
        if self.scheduler is not None:
            self.scheduler.shutdown(wait=False)
        if self.woken is not None:
            self.woken.cancel()
            await asyncio.gather(self.woken, return_exceptions=True)
        tasks = list(self.running.values())
        if tasks:
            await asyncio.wait(tasks, timeout=within.total_seconds())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _tick(self, name: str) -> None:
        """Begin a job unless it is still at work.

        The job is a task of ours: the scheduler cancels its own when it is shut down, and with
        them the messages that are just being sent.
        """
        if name not in EVERYWHERE and not self.cluster.leading.is_set():
            return
        task = self.running.get(name)
        if task is None or task.done():
            self.running[name] = asyncio.create_task(self._guarded(name), name=f"job-{name}")

    async def deliver(self) -> None:
        """Send what is due."""
        await self.worker.run()

    async def run(self, name: str) -> None:
        """Do a job now; raises what it raises, and ``KeyError`` for one that there is not."""
        match name:
            case "deliver":
                await self.deliver()
            case "note_alive":
                await self.note_alive()
            case _:
                await self.jobs[name].run(Tools(self.runtime, self.sender))

    async def note_alive(self) -> None:
        """Remember that this process runs, and that the bot is there for people.

        A time without Telegram is a gap as well: it is reported when it is over, and where the bot
        stops before that, the next start reports all of it.
        """
        runtime, breaker = self.runtime, self.inbox.breaker
        await self.cluster.renew()
        if not self.cluster.leading.is_set():
            breaker.found.clear()  # the one that leads has met with it as well
            return
        while breaker.found:
            since, until = breaker.found[0]
            await runtime.db(absence.report, now=until, since=since, cause=absence.UNREACHABLE)
            del breaker.found[0]
        if not breaker.lost:
            await runtime.db(absence.note_alive, now=runtime.clock.now())

    async def _guarded(self, name: str) -> None:
        """Run a job; a fault that passes is logged and the next tick tries again.

        Any other is one of ours: coordinators are told of it, and the next tick tries as well.
        """
        metrics = self.runtime.metrics
        try:
            await self.run(name)
        except (OperationalError, TelegramError) as error:
            metrics.job_failed(name)
            log.warning("job_failed", job=name, error=type(error).__name__)
        except Exception as error:  # noqa: BLE001 - the last place before silence
            metrics.job_failed(name)
            await self._admit(name, error)
        else:
            metrics.job_ran(name, at=self.runtime.clock.now())

    async def _admit(self, name: str, error: Exception) -> None:
        """Keep a job's fault where coordinators hear of it."""
        reference, now = secrets.token_hex(4), self.runtime.clock.now()
        log.error(
            "job_broke",
            job=name,
            reference=reference,
            error=type(error).__name__,
            where=logs.where(error),
        )
        told = self.admitted.get(name)
        if told is not None and now - told < FAULT_AGAIN:
            return
        self.admitted[name] = now
        try:
            network = self.runtime.network
            await self.runtime.db(incidents.note, network, reference, now=now, job=name)
        except SQLAlchemyError as failure:
            log.error("fault_not_kept", reference=reference, error=type(failure).__name__)

    async def _run_when_woken(self) -> None:
        """Deliver at once what a handler has just planned.

        A run that is at work may have looked for the last time: another one follows it.
        """
        while True:
            await self.runtime.wake_delivery.wait()
            self.runtime.wake_delivery.clear()
            at_work = self.running.get("deliver")
            if at_work is not None:
                await asyncio.wait({at_work})
            await self._tick("deliver")
