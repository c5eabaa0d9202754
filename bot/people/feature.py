"""What the people of the network register: getting in, membership, settings, one's own data."""

from bot.chat.feature import Feature
from bot.people import (
    applicants,
    contact,
    decline,
    inviting,
    joining,
    members,
    news,
    notifications,
    own_data,
    pause,
    privacy,
    registration,
    rename,
    settings,
    undo,
    zone,
)

FEATURE = Feature(
    "people",
    commands=(
        *joining.COMMANDS,
        *inviting.COMMANDS,
        *applicants.COMMANDS,
        *members.COMMANDS,
        *settings.COMMANDS,
        *own_data.COMMANDS,
        *privacy.COMMANDS,
    ),
    buttons=(
        *joining.BUTTONS,
        *inviting.BUTTONS,
        *applicants.BUTTONS,
        *members.BUTTONS,
        *undo.BUTTONS,
        *settings.BUTTONS,
        *contact.BUTTONS,
        *own_data.BUTTONS,
        *privacy.BUTTONS,
    ),
    listeners=(*joining.LISTENERS, *applicants.LISTENERS),
    forms=(
        registration.FLOW,
        *applicants.FORMS,
        decline.FLOW,
        pause.FLOW,
        zone.FLOW,
        rename.FLOW,
        *contact.FORMS,
    ),
    messages=(*notifications.KINDS, *news.KINDS, *privacy.KINDS),
    jobs=privacy.JOBS,
)
