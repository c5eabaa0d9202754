"""What runs when. Jobs only tick: the database says what is due, so a restart needs no recovery."""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import random
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from telegram.error import TelegramError

from bot.chat.feature import Job, Tools
from bot.chat.inbox import Inbox
from bot.core import logs
from bot.core.backoff import before_writing
from bot.core.runtime import Runtime
from bot.desk import absence
from bot.outbox import incidents
from bot.outbox.telegram.sender import Sender
from bot.outbox.worker import TICK, Worker
from bot.process.clock_watch import EVERY, ClockWatch, SetBack
from bot.process.cluster import Cluster
from storage import deliveries

log = logs.get(__name__)

DELIVERY_SECONDS = int(TICK.total_seconds())
ALIVE_SECONDS = 30
COUNT_SECONDS = 60
FAULT_AGAIN = timedelta(hours=1)
"""A job that goes on failing is one fault an hour; each failure is in the log and the metrics."""
EVERYWHERE = frozenset({"deliver", "note_alive", "count_silenced"})
"""Jobs of every process, beside the features' that say so; the leader does the others."""


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
    watching: asyncio.Task[None] | None = None
    running: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    admitted: dict[str, datetime] = field(default_factory=dict)
    """When a job's fault was last kept for coordinators."""

    @property
    def everywhere(self) -> frozenset[str]:
        """The jobs of every process, whether it leads or not."""
        return EVERYWHERE | {name for name, job in self.jobs.items() if job.everywhere}

    def start(self) -> None:
        """Begin to tick. APScheduler is told never to skip: late is better than not at all."""
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self.scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=defaults)
        self.runtime.metrics.expect_jobs(self.plan())
        for name, seconds in self.plan().items():
            self.scheduler.add_job(self._tick, "interval", [name], id=name, seconds=seconds)
        self.scheduler.start()
        self.woken = asyncio.create_task(self._run_when_woken(), name="wake-delivery")
        self.watching = asyncio.create_task(self._watch_clock(), name="clock-watch")

    def plan(self) -> dict[str, int]:
        """Return every job and the seconds between its ticks."""
        return {
            "deliver": DELIVERY_SECONDS,
            "note_alive": ALIVE_SECONDS,
            "count_silenced": COUNT_SECONDS,
            **{name: int(job.every.total_seconds()) for name, job in self.jobs.items()},
        }

    async def stop(self, *, within: timedelta) -> None:
        """Stop ticking and let what is under way end; what takes longer is left to a restart."""
        if self.scheduler is not None:
            self.scheduler.shutdown(wait=False)
        for waiting in (self.woken, self.watching):
            if waiting is not None:
                waiting.cancel()
                await asyncio.gather(waiting, return_exceptions=True)
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
        if name not in self.everywhere and not self.cluster.leading.is_set():
            return
        task = self.running.get(name)
        if task is None or task.done():
            self.running[name] = asyncio.create_task(self._guarded(name), name=f"job-{name}")

    async def deliver(self) -> None:
        """Send what is due."""
        await self.worker.run()

    async def do_all_due(self) -> None:
        """Do everything that is due at this moment: what each job plans, then what is to be sent.

        Whoever moves the clock calls it; jobs tick by the machine's.
        """
        for name in (*(name for name in self.plan() if name != "deliver"), "deliver"):
            at_work = self.running.get(name)
            if at_work is not None:
                await asyncio.wait({at_work})  # it may have looked before the clock was moved
            await self._tick(name)
            if name in self.running:
                await asyncio.wait({self.running[name]})

    async def run(self, name: str) -> None:
        """Do a job now; raises what it raises, and ``KeyError`` for one that there is not."""
        match name:
            case "deliver":
                await self.deliver()
            case "note_alive":
                await self.note_alive()
            case "count_silenced":
                await self.inbox.gate.save()
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
            # With a damaged database nothing can be kept, and the program is about to end.
            if not self.runtime.damaged.is_set():
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

    async def _watch_clock(self) -> None:
        """Look whether the clock was set back, on a clock that nobody sets."""
        watch = ClockWatch(self.runtime.clock)
        while True:
            await asyncio.sleep(EVERY)
            set_back = watch.look()
            if set_back is not None:
                await self._go_on_after(set_back)

    async def _go_on_after(self, step: SetBack) -> None:
        """Let nothing wait until the clock says again what it said before."""
        log.warning("clock_set_back", seconds=round(step.by.total_seconds(), 1))
        self.runtime.metrics.clock_set_back(step.by)
        self.inbox.breaker.clock_set_back(step.by)
        self.admitted = {name: at - step.by for name, at in self.admitted.items()}
        for name, seconds in self.plan().items():
            self.scheduler.reschedule_job(name, trigger="interval", seconds=seconds)
        attempt = 0
        while True:
            try:
                await self.runtime.db(deliveries.clock_set_back, step.before, step.now)
            except OperationalError as error:
                log.warning("write_postponed", error=type(error).__name__)
                await asyncio.sleep(before_writing(attempt, jitter=random()))  # noqa: S311 - no secret
                attempt += 1
            else:
                break
        self.runtime.wake_delivery.set()

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
