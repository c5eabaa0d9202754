"""The one list of features: what is not reached from here does not exist."""

from datetime import timedelta

from bot.delivery import progress
from bot.delivery.letters import meetings as meeting_letters
from bot.delivery.letters import operations
from bot.delivery.letters import people as people_letters
from bot.delivery.letters import reminders as reminder_letters
from bot.delivery.letters import updates as update_letters
from bot.feature import Feature, Job, Registry, Tools
from bot.forms import (
    announcement,
    comment,
    decline,
    meeting_change,
    pause,
    project_update,
    registration,
    rename,
    zone,
)
from bot.handlers import (
    announce,
    board,
    forecast,
    general,
    log,
    meetings,
    members,
    own_data,
    own_words,
    people,
    projects,
    reminders,
    settings,
    updates,
    who,
)
from bot.services import drafts, health, retention


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
