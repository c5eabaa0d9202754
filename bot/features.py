"""The one list of features: what is not reached from here does not exist."""

from datetime import timedelta

from bot.chat import basics as general
from bot.chat.feature import Feature, Job, Registry, Tools
from bot.desk import board, forecast, log, retention
from bot.desk import notifications as operations
from bot.desk import weekly_health as health
from bot.meetings import announce, announcement, comment
from bot.meetings import broadcast_card as progress
from bot.meetings import change as meeting_change
from bot.meetings import commands as meetings
from bot.meetings import notifications as meeting_letters
from bot.people import decline, members, own_data, pause, registration, rename, settings, zone
from bot.people import joining as people
from bot.people import notifications as people_letters
from bot.reminders import buttons as reminders
from bot.reminders import notifications as reminder_letters
from bot.updates import commands as updates
from bot.updates import drafts, projects, who
from bot.updates import notifications as update_letters
from bot.updates import report as project_update
from bot.updates import unprompted as own_words


async def _show_progress(tools: Tools) -> None:
    """Bring the cards of broadcasts up to date."""
    await progress.refresh(tools.house, tools.sender)


async def _look_after_drafts(tools: Tools) -> None:
    """Offer drafts that were left again; end those that nobody touched for long."""
    house, now = tools.house, tools.house.clock.now()
    kept = house.kept_forms
    await house.db(drafts.offer_again, house.network, kept=kept, now=now)
    await house.db(drafts.expire, house.network, kept=kept, now=now)
    await house.db(drafts.expire_offers, now=now)


async def _tell_health(tools: Tools) -> None:
    """Plan the weekly note when its hour has come."""
    house = tools.house
    await house.db(health.note, house.network, now=house.clock.now())


async def _forget(tools: Tools) -> None:
    """Delete what is no longer needed."""
    house = tools.house
    await house.db(retention.forget, house.network, now=house.clock.now())


PEOPLE = Feature(
    "people",
    commands=(*people.COMMANDS, *members.COMMANDS, *settings.COMMANDS, *own_data.COMMANDS),
    buttons=(*people.BUTTONS, *members.BUTTONS, *settings.BUTTONS, *own_data.BUTTONS),
    forms=(registration.FLOW, decline.FLOW, pause.FLOW, zone.FLOW, rename.FLOW),
    messages=people_letters.KINDS,
)
MEETINGS = Feature(
    "meetings",
    commands=(*announce.COMMANDS, *meetings.COMMANDS),
    buttons=(*announce.BUTTONS, *meetings.BUTTONS),
    forms=(announcement.FLOW, *meeting_change.FLOWS, comment.FLOW),
    messages=meeting_letters.KINDS,
    jobs=(Job("show_progress", timedelta(seconds=2), _show_progress),),
)
UPDATES = Feature(
    "updates",
    commands=(*updates.COMMANDS, *projects.COMMANDS, *who.COMMANDS),
    buttons=(*updates.BUTTONS, *own_words.BUTTONS, *projects.BUTTONS, *who.BUTTONS),
    readers=(*own_words.READERS, *projects.READERS),
    forms=(project_update.FLOW,),
    messages=update_letters.KINDS,
    jobs=(Job("look_after_drafts", timedelta(minutes=5), _look_after_drafts),),
)
REMINDERS = Feature("reminders", buttons=reminders.BUTTONS, messages=reminder_letters.KINDS)
DESK = Feature(
    "desk",
    commands=(*board.COMMANDS, *forecast.COMMANDS, *log.COMMANDS, *general.COMMANDS),
    buttons=(*board.BUTTONS, *forecast.BUTTONS, *log.BUTTONS, *general.BUTTONS),
    readers=general.READERS,
    messages=operations.KINDS,
    jobs=(
        Job("tell_health", timedelta(minutes=5), _tell_health),
        Job("forget", timedelta(hours=1), _forget),
    ),
)

REGISTRY = Registry((REMINDERS, PEOPLE, MEETINGS, UPDATES, DESK))
