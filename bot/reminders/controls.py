"""What an automatic message says about itself: one button, behind which everything else is."""

from bot.core.messages import Button, Keyboard
from bot.outbox.message_kinds import MessageKind
from bot.outbox.notification import Notification
from bot.reminders.callbacks import REMINDER, ReminderAction

MORE = "⋯"
"""Why it came, tomorrow again, no more of these."""


def rows(notification: Notification, kind: MessageKind) -> Keyboard:
    """Return the button below everything else; none under what the person asked for."""
    if kind.explains_itself:
        return []
    return [[Button(MORE, REMINDER.data(ReminderAction.WHY, notification.row))]]
