"""The one list of features: what is not reached from here does not exist."""

from bot.chat import basics
from bot.chat.feature import Registry
from bot.desk.feature import FEATURE as DESK
from bot.meetings.feature import FEATURE as MEETINGS
from bot.people.feature import FEATURE as PEOPLE
from bot.reminders import controls
from bot.reminders.feature import FEATURE as REMINDERS
from bot.updates.feature import FEATURE as UPDATES

FEATURES = (REMINDERS, PEOPLE, MEETINGS, UPDATES, DESK, basics.FEATURE)
"""In the order in which /settings lists the messages that each may stop."""

REGISTRY = Registry(FEATURES, controls=controls.rows)
