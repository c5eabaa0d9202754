"""What monitoring may ask of a running process: ``/healthz`` and ``/metrics``.

Neither shows whom anything is about: counts, seconds and the names of kinds, states and jobs.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.core.clock import seconds
from bot.core.metrics import BOUNDS, Metrics
from bot.core.version import VERSION
from bot.process.app import Running
from storage import deliveries, inbox, marks
from storage.database import size
from storage.models import FINAL, DeliveryState

if TYPE_CHECKING:
    from prometheus_client.core import Metric

DATABASE_WITHIN = 5.0
"""Seconds that the database may take to answer before it counts as not answering."""
RECEIPT_WITHIN = timedelta(minutes=2)
"""A poll lasts up to 25 seconds and is tried again within one minute after a failure."""
TICK_WITHIN = timedelta(seconds=90)
SAID_FOR = timedelta(minutes=10)
"""So long is said that the clock was set back: long enough for whoever looks each few minutes."""
UNDER_WAY = tuple(state for state in DeliveryState if state not in FINAL)
"""States in which a message is; what it ended as is an event, and counted as one."""
OVERDUE = timedelta(minutes=15)
"""So long may a message wait behind its time before something is wrong."""


@dataclass(frozen=True)
class Snapshot:
    """What the database says at one moment."""

    backlog: int
    """Updates that have been received and not dealt with."""
    oldest_due_at: datetime | None
    deliveries: dict[tuple[str, str], int]
    """Messages that have not ended, by state and kind; whoever asks for the health has none."""
    size: int = 0
    """Bytes that the database takes; for the metrics alone."""
    backed_up_at: datetime | None = None
    """When the last copy was made; for the metrics alone."""


def routes(run: Running) -> list[Route]:
    """Return the two addresses for a running process.

    ``/healthz?live=1`` says no more than that it answers, without a look at the database: for what
    kills a process that stands still, which must not kill one whose database or Telegram is away.
    """

    async def healthz(request: Request) -> Response:
        if request.query_params.get("live"):
            return JSONResponse(alive(run))
        report = await examine(run)
        return JSONResponse(report, status_code=200 if report["ok"] else 503)

    async def metrics(_request: Request) -> Response:
        from prometheus_client import CONTENT_TYPE_LATEST  # 2 MiB: the first look loads it

        try:
            stored = await _ask(run, look_closer)
        except (SQLAlchemyError, TimeoutError):
            stored = None
        text = exposition(run.runtime.metrics, stored, run.sender.rate_limiter.waiting, _now(run))
        return Response(text, media_type=CONTENT_TYPE_LATEST)

    return [Route("/healthz", healthz), Route("/metrics", metrics)]


def _now(run: Running) -> datetime:
    return run.runtime.clock.now()


def alive(run: Running) -> dict[str, Any]:
    """Return who answers, from memory alone."""
    return {"ok": True, "instance": run.runtime.instance, "version": VERSION}


async def examine(run: Running) -> dict[str, Any]:
    """Return how a process is, with a line for each problem; ``ok`` if there is none."""
    counters, now = run.runtime.metrics, _now(run)
    problems = []
    found: Snapshot | None = None
    try:
        found = await _ask(run, look)
    except (SQLAlchemyError, TimeoutError) as error:
        problems.append(f"the database does not answer ({type(error).__name__})")
    receipt, tick = _age(counters.last_receipt_at, now), _age(counters.last_tick_at, now)
    overdue = _age(found.oldest_due_at, now) if found else None
    if _polls_in_vain(counters, now):
        problems.append("Telegram has not answered a poll lately")
    if tick is not None and tick > TICK_WITHIN.total_seconds():
        problems.append("no job has run lately")
    if overdue is not None and overdue > OVERDUE.total_seconds():
        problems.append("messages wait that were due long ago")
    if (step := _set_back(counters)) is not None:
        problems.append(f"the clock was set back by {step:.0f} s")
    return {
        "ok": not problems,
        "problems": problems,
        "instance": run.runtime.instance,
        "version": VERSION,
        "polls": counters.polls_since is not None,
        "database": found is not None,
        "clock_set_back_seconds": step,
        "last_receipt_seconds": receipt,
        "last_tick_seconds": tick,
        "oldest_due_seconds": max(overdue, 0.0) if overdue is not None else None,
        "inbox_backlog": found.backlog if found else None,
    }


def _polls_in_vain(counters: Metrics, now: datetime) -> bool:
    """Tell whether a process that polls has had no answer for too long; a poll may last."""
    signs = [sign for sign in (counters.polls_since, counters.last_receipt_at) if sign is not None]
    return counters.polls_since is not None and now - max(signs) > RECEIPT_WITHIN


def _set_back(counters: Metrics) -> float | None:
    """Return by how many seconds the clock was set back lately, if it was."""
    at = counters.set_back_at
    if at is None or seconds() - at > SAID_FOR.total_seconds():
        return None
    return counters.set_back_by.total_seconds()


async def _ask(run: Running, what: Callable[[Session], Snapshot]) -> Snapshot:
    async with asyncio.timeout(DATABASE_WITHIN):
        return await run.runtime.read(what)


def look(session: Session) -> Snapshot:
    """Return what the health is judged by: the same few rows, however many there have been."""
    return Snapshot(inbox.backlog(session), deliveries.next_due(session), {})


def look_closer(session: Session) -> Snapshot:
    """Return what the metrics show of the database."""
    backed_up = marks.get(session, marks.BACKED_UP)
    return replace(
        look(session),
        deliveries=deliveries.counts_by_state_and_kind(session, UNDER_WAY),
        size=size(session),
        backed_up_at=backed_up.at if backed_up is not None else None,
    )


def _age(instant: datetime | None, now: datetime) -> float | None:
    """Return how many seconds ago something was; negative for what is to come."""
    return None if instant is None else round((now - instant).total_seconds(), 1)


def exposition(counters: Metrics, stored: Snapshot | None, waiting: int, now: datetime) -> bytes:
    """Return the metrics as Prometheus reads them; without *stored* those of the database miss."""
    # 2 MiB: whoever asks for the health alone does not load it.
    from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
    from prometheus_client.registry import Collector

    class OfProcess(Collector):
        def collect(self) -> Iterator["Metric"]:
            yield from _of_meter(counters, waiting)
            if stored is not None:
                yield from _of_database(stored, now)

    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(OfProcess())
    return bytes(generate_latest(registry))


def _of_meter(counters: Metrics, waiting: int) -> Iterator["Metric"]:
    from prometheus_client.core import (  # as in exposition
        CounterMetricFamily,
        GaugeMetricFamily,
        HistogramMetricFamily,
    )

    build = GaugeMetricFamily("dsn_build_info", "Which version runs.", labels=["version"])
    build.add_metric([VERSION], 1)
    yield build
    for name, text, value in (
        ("updates_received", "Updates that were taken and stored.", counters.received),
        ("updates_handled", "Updates that were dealt with.", counters.handled),
        ("updates_failed", "Updates whose handler had a fault.", counters.failed),
        ("floods", "How often Telegram answered 429.", counters.floods),
        ("clock_set_back", "How often the clock was set back.", counters.set_back),
    ):
        yield CounterMetricFamily(f"dsn_{name}", text, value=value)
    for name, text, label, counts in (
        ("sends", "Calls to Telegram that succeeded.", "act", counters.sent),
        ("send_errors", "Calls to Telegram that failed.", "kind", counters.send_errors),
        ("updates_silenced", "Strangers’ updates that were not taken.", "why", counters.silenced),
        ("job_runs", "Jobs that ran.", "job", counters.job_runs),
        ("job_failures", "Jobs that failed.", "job", counters.job_failures),
    ):
        family = CounterMetricFamily(f"dsn_{name}", text, labels=[label])
        for key, count in sorted(counts.items()):
            family.add_metric([key], count)
        yield family
    yield _ended(counters)
    reached, buckets = 0, []
    for bound, count in zip([*map(str, BOUNDS), "+Inf"], counters.handling.counts, strict=True):
        reached += count
        buckets.append((bound, reached))
    yield HistogramMetricFamily(
        "dsn_update_handling_seconds",
        "From taking an update up to the end of its answer.",
        buckets=buckets,
        sum_value=counters.handling.total,
    )
    yield GaugeMetricFamily("dsn_pace_waiting", "Messages that wait for their turn.", value=waiting)
    for name, text, at in (
        ("last_receipt", "When Telegram last answered a poll or posted.", counters.last_receipt_at),
        ("last_tick", "When a job last ran to its end.", counters.last_tick_at),
    ):
        if at is not None:
            yield GaugeMetricFamily(f"dsn_{name}_timestamp_seconds", text, value=at.timestamp())


def _ended(counters: Metrics) -> "Metric":
    from prometheus_client.core import CounterMetricFamily  # as in exposition

    text = "Messages that this process brought to their end."
    family = CounterMetricFamily("dsn_deliveries_ended", text, labels=["state"])
    for state in sorted(FINAL):
        family.add_metric([state.value], counters.ended[state.value])
    return family


def _of_database(stored: Snapshot, now: datetime) -> Iterator["Metric"]:
    """Yield what the processes on one database share: each shows the same."""
    from prometheus_client.core import GaugeMetricFamily  # as in exposition

    yield GaugeMetricFamily("dsn_inbox_backlog", "Updates not dealt with.", value=stored.backlog)
    overdue = _age(stored.oldest_due_at, now) or 0.0
    text = "How long the oldest message has waited behind its time."
    yield GaugeMetricFamily("dsn_oldest_due_seconds", text, value=max(0.0, overdue))
    yield GaugeMetricFamily("dsn_database_bytes", "What the database takes.", value=stored.size)
    if stored.backed_up_at is not None:
        text = "When `dsn-bot backup` last made a copy."
        at = stored.backed_up_at.timestamp()
        yield GaugeMetricFamily("dsn_last_backup_timestamp_seconds", text, value=at)
    family = GaugeMetricFamily(
        "dsn_deliveries", "Messages that have not ended.", labels=["state", "kind"]
    )
    for (state, kind), count in sorted(stored.deliveries.items()):
        family.add_metric([state, kind], count)
    yield family
