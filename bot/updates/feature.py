"""What the updates of activities register: reporting, one's own words, lists, drafts."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.chat.feature import Feature, Job, Tools
from bot.core.runtime import House
from bot.updates import commands, drafts, notifications, projects, report, unprompted, who


async def _look_after_drafts(tools: Tools) -> None:
    """Offer drafts that were left again; end those that nobody touched for long."""
    house, now = tools.house, tools.house.clock.now()
    kept = house.kept_forms
    await house.db(drafts.offer_again, house.network, kept=kept, now=now)
    await house.db(drafts.expire, house.network, kept=kept, now=now)
    await house.db(drafts.expire_offers, now=now)


def _upcoming(
    house: House, session: Session, after: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    """Return what the job will say of drafts that are left alone."""
    del after
    return drafts.coming(session, house.network, kept=house.kept_forms, until=until)


FEATURE = Feature(
    "updates",
    commands=(*commands.COMMANDS, *projects.COMMANDS, *who.COMMANDS),
    buttons=(*commands.BUTTONS, *unprompted.BUTTONS, *projects.BUTTONS, *who.BUTTONS),
    readers=(*unprompted.READERS, *projects.READERS),
    forms=(report.FLOW,),
    messages=notifications.KINDS,
    jobs=(Job("look_after_drafts", timedelta(minutes=5), _look_after_drafts, _upcoming),),
)
