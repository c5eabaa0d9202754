"""Logs: ids only, for people or for machines; secrets and texts of people never get in."""

import asyncio
import logging
import re
import sys
import traceback
from pathlib import Path
from typing import Any

import structlog

_TOKEN = re.compile(r"\b\d{5,}:[A-Za-z0-9_-]{20,}")
FRAMES = 6
OURS = ("bot", "storage", "config")
"""Loggers that follow the setting; libraries say warnings and errors alone, whatever it is."""
LONGEST_FOREIGN = 120


def redact(text: str) -> str:
    """Return *text* with everything that looks like a bot token replaced."""
    return _TOKEN.sub("<token>", text)


def configure(level: str, form: str) -> None:
    """Send every record to standard error as one line, in *form* ``console`` or ``json``."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_values,
        _redact_event,
    ]
    last: Any = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())
    # A tick that finds the last one still at work says so as a warning; it is how ticks work.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


def _without_values(logger: object, method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Say of an exception its kind and its place, and of a library's record what it always says.

    The text of an exception, and what a library fills into its sentence, may hold what somebody
    typed.
    """
    del logger, method
    record: logging.LogRecord | None = event.get("_record")
    caught = event.pop("exc_info", None)
    error = caught[1] if isinstance(caught, tuple) else caught
    if isinstance(error, BaseException):
        event |= {"error": type(error).__name__, "where": where(error)}
    if record is not None and not event.get("_from_structlog", True):
        first = (str(record.msg).splitlines() or [""])[0]
        event["event"] = first[:LONGEST_FOREIGN]
        event["place"] = f"{record.filename}:{record.lineno}"
    return event


def _redact_event(logger: object, method: str, event: dict[str, Any]) -> dict[str, Any]:
    del logger, method
    return {
        name: redact(value) if isinstance(value, str) else value for name, value in event.items()
    }


def get(name: str) -> Any:
    """Return the logger of a module; events are short names, everything else is a field."""
    return structlog.stdlib.get_logger(name)


def loop_fault(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what the event loop found, without the values that it would print (see its handler)."""
    del loop
    error = context.get("exception")
    get(__name__).error(
        "loop_fault",
        said=str(context.get("message", ""))[:60],
        error=type(error).__name__ if error else None,
        where=where(error) if error else None,
    )


def where(error: BaseException) -> list[str]:
    """Return where it happened, without the values that a message of an exception may hold."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-FRAMES:]]
