"""What an automatic message says about itself: why it came, tomorrow again, no more of these."""

from bot.core.messages import Button, Keyboard, grid
from bot.outbox.message_kinds import MessageKind
from bot.outbox.notification import Letter
from bot.reminders.callbacks import REMINDER, ReminderAction


def rows(letter: Letter, kind: MessageKind) -> Keyboard:
    """Return the buttons below everything else; none under what the person asked for."""
    texts, row = letter.texts, letter.row
    if kind.explains_itself:
        return []
    found = [Button(texts.plain("reminder-why"), REMINDER.data(ReminderAction.WHY, row))]
    if kind.comes_again and not row.about.get("again"):
        later = REMINDER.data(ReminderAction.LATER, row)
        found.append(Button(texts.plain("reminder-tomorrow"), later))
    if letter.house.kinds.topic_of(letter.house.network, row).can_be_stopped:
        stop = REMINDER.data(ReminderAction.STOP, row)
        found.append(Button(texts.plain("reminder-stop"), stop))
    return grid(found, 2)
