"""Logs: ids only, for people or for machines; secrets and texts of people never get in."""

import logging
import re
import sys
import traceback
from pathlib import Path
from typing import Any

import structlog

_TOKEN = re.compile(r"\b\d{5,}:[A-Za-z0-9_-]{20,}")
FRAMES = 6
_LOUD = ("httpx", "httpcore", "telegram", "alembic", "asyncio", "uvicorn")


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
        structlog.processors.format_exc_info,
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
    root.setLevel(level.upper())
    # A tick that finds the last one still at work says so as a warning; it is how ticks work.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    for name in _LOUD:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def _redact_event(logger: object, method: str, event: dict[str, Any]) -> dict[str, Any]:
    del logger, method
    return {
        name: redact(value) if isinstance(value, str) else value for name, value in event.items()
    }


def get(name: str) -> Any:
    """Return the logger of a module; events are short names, everything else is a field."""
    return structlog.stdlib.get_logger(name)


def where(error: BaseException) -> list[str]:
    """Return where it happened, without the values that a message of an exception may hold."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-FRAMES:]]
