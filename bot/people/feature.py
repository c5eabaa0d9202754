"""What the people of the network register: getting in, membership, settings, one's own data."""

from bot.chat.feature import Feature
from bot.people import (
    decline,
    erase_person,
    joining,
    members,
    notifications,
    own_data,
    pause,
    registration,
    rename,
    settings,
    silence,
    zone,
)

FEATURE = Feature(
    "people",
    commands=(*joining.COMMANDS, *members.COMMANDS, *settings.COMMANDS, *own_data.COMMANDS),
    buttons=(*joining.BUTTONS, *members.BUTTONS, *settings.BUTTONS, *own_data.BUTTONS),
    listeners=joining.LISTENERS,
    forms=(registration.FLOW, decline.FLOW, erase_person.FLOW, pause.FLOW, zone.FLOW, rename.FLOW),
    messages=notifications.KINDS,
    jobs=(*silence.JOBS, *own_data.JOBS),
)
