"""What the coordinators' desk registers: overview, forecast, log, and the bot's own news."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.chat.feature import Feature, Job, Tools
from bot.core.runtime import Runtime
from bot.desk import board, forecast, log, notifications, retention, weekly_health


async def _tell_health(tools: Tools) -> None:
    """Plan the weekly note when its hour has come."""
    runtime = tools.runtime
    await runtime.db(weekly_health.note, runtime.network, now=runtime.clock.now())


def _upcoming(
    runtime: Runtime, session: Session, after: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    """Return the weekly notes that will be planned."""
    return weekly_health.coming(session, runtime.network, after=after, until=until)


FEATURE = Feature(
    "desk",
    commands=(*board.COMMANDS, *forecast.COMMANDS, *log.COMMANDS, *retention.COMMANDS),
    buttons=(*board.BUTTONS, *forecast.BUTTONS, *log.BUTTONS),
    messages=notifications.KINDS,
    jobs=(
        Job("tell_health", timedelta(minutes=5), _tell_health, _upcoming),
        Job("forget", timedelta(hours=1), retention.forget),
    ),
)
