"""What meetings register: announcing, answering, changing, and how a broadcast goes."""

from datetime import timedelta

from bot.chat.feature import Feature, Job, Tools
from bot.meetings import (
    announce,
    announcement,
    asked,
    broadcast_card,
    card_again,
    change,
    commands,
    comment,
    notifications,
)


async def _show_progress(tools: Tools) -> None:
    """Bring the cards of broadcasts up to date."""
    await broadcast_card.refresh(tools.runtime, tools.sender)


FEATURE = Feature(
    "meetings",
    commands=(*announce.COMMANDS, *commands.COMMANDS),
    buttons=(*announce.BUTTONS, *commands.BUTTONS),
    listeners=asked.LISTENERS,
    forms=(announcement.FLOW, *change.FLOWS, comment.FLOW),
    messages=(*notifications.KINDS, *card_again.KINDS),
    jobs=(Job("show_progress", timedelta(seconds=2), _show_progress),),
)
