"""What reminders register: the messages, and the buttons below all that comes by itself."""

from bot.chat.feature import Feature
from bot.reminders import buttons, notifications

FEATURE = Feature("reminders", buttons=buttons.BUTTONS, messages=notifications.KINDS)
