"""Every button below messages that come by themselves: its name and what it carries."""

from bot.chat.callback_data import Action, Callback
from storage.models import Delivery, Meeting


class ReminderAction(Action):
    """What a button under an automatic message does."""

    WHY = "why", Delivery
    LATER = "later", Delivery
    STOP = "stop", Delivery
    NOTHING = "nothing", Meeting
    """There is nothing to report to this meeting."""


REMINDER = Callback("rem", ReminderAction)
