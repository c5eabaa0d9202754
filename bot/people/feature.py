"""What the people of the network register: getting in, membership, settings, one's own data."""

from bot.chat.feature import Feature
from bot.people import (
    decline,
    joining,
    members,
    notifications,
    own_data,
    pause,
    privacy,
    registration,
    rename,
    settings,
    zone,
)

FEATURE = Feature(
    "people",
    commands=(
        *joining.COMMANDS,
        *members.COMMANDS,
        *settings.COMMANDS,
        *own_data.COMMANDS,
        *privacy.COMMANDS,
    ),
    buttons=(
        *joining.BUTTONS,
        *members.BUTTONS,
        *settings.BUTTONS,
        *own_data.BUTTONS,
        *privacy.BUTTONS,
    ),
    listeners=joining.LISTENERS,
    forms=(registration.FLOW, decline.FLOW, pause.FLOW, zone.FLOW, rename.FLOW),
    messages=(*notifications.KINDS, *privacy.KINDS),
    jobs=privacy.JOBS,
)
