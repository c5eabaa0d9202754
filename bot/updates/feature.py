"""What the updates of activities register: reporting, one's own words, lists, drafts."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.chat.feature import Feature, Job, Tools
from bot.core.runtime import Runtime
from bot.updates import commands, drafts, notifications, projects, report, unprompted, who


async def _look_after_drafts(tools: Tools) -> None:
    """Offer drafts that were left again; end those that nobody touched for long."""
    runtime, now = tools.runtime, tools.runtime.clock.now()
    kept = runtime.kept_forms
    await runtime.db(drafts.offer_again, runtime.network, kept=kept, now=now)
    await runtime.db(drafts.expire, runtime.network, kept=kept, now=now)
    await runtime.db(unprompted.expire, now=now)


def _upcoming(
    runtime: Runtime, session: Session, after: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    """Return what the job will say of drafts that are left alone."""
    del after
    return drafts.coming(session, runtime.network, kept=runtime.kept_forms, until=until)


FEATURE = Feature(
    "updates",
    commands=(*commands.COMMANDS, *projects.COMMANDS, *who.COMMANDS),
    buttons=(*commands.BUTTONS, *unprompted.BUTTONS, *projects.BUTTONS, *who.BUTTONS),
    listeners=(*unprompted.LISTENERS, *projects.LISTENERS, *who.LISTENERS),
    forms=(report.FLOW,),
    messages=notifications.KINDS,
    jobs=(Job("look_after_drafts", timedelta(minutes=5), _look_after_drafts, _upcoming),),
)
