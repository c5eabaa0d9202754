"""What the coordinators' desk registers: overview, forecast, log, and the bot's own news."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.chat.feature import Feature, Job, Tools
from bot.core.runtime import Runtime
from bot.desk import board, forecast, log, notifications, refused, retention, weekly_health
from storage import chain


async def _tell_health(tools: Tools) -> None:
    """Plan the weekly note when its hour has come."""
    runtime = tools.runtime
    await runtime.db(weekly_health.note, runtime.network, now=runtime.clock.now())


def _upcoming(
    runtime: Runtime, session: Session, after: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    """Return the weekly notes that will be planned."""
    return weekly_health.coming(session, runtime.network, after=after, until=until)


async def _forget(tools: Tools) -> None:
    """Delete what is no longer needed."""
    runtime = tools.runtime
    await runtime.db(retention.forget, runtime.network, now=runtime.clock.now())


async def _seal(tools: Tools) -> None:
    """Seal the acts that were committed since the last time; most times there are none."""
    runtime = tools.runtime
    while await runtime.read(chain.is_waiting):
        await runtime.db(chain.seal, most=chain.BLOCK)


async def _keep_refused(tools: Tools) -> None:
    """Keep the counts of refused attempts."""
    await refused.keep(tools.runtime)


FEATURE = Feature(
    "desk",
    commands=(*board.COMMANDS, *forecast.COMMANDS, *log.COMMANDS),
    buttons=(*board.BUTTONS, *forecast.BUTTONS, *log.BUTTONS),
    messages=notifications.KINDS,
    jobs=(
        Job("tell_health", timedelta(minutes=5), _tell_health, _upcoming),
        Job("forget", timedelta(hours=1), _forget),
        Job("seal_acts", timedelta(seconds=5), _seal),
        Job("keep_refused", timedelta(minutes=1), _keep_refused, everywhere=True),
    ),
)
