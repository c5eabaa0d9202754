"""What an automatic message says about itself: why it came, tomorrow again, no more of these."""

from bot.callbacks import REMINDER, ReminderAction
from bot.delivery.letters.letter import Letter
from bot.domain import kinds
from bot.messages import Button, Keyboard, grid
from bot.services import reminders
from config.network import ReminderRule


def rows(letter: Letter) -> Keyboard:
    """Return the buttons below everything else; none under what the person asked for."""
    texts, row = letter.texts, letter.row
    if row.kind in kinds.ASKED_FOR:
        return []
    found = [Button(texts.plain("reminder-why"), REMINDER.data(ReminderAction.WHY, row))]
    if row.kind == reminders.KIND and not row.about.get("again"):
        later = REMINDER.data(ReminderAction.LATER, row)
        found.append(Button(texts.plain("reminder-tomorrow"), later))
    if kinds.may_stop(row.kind, rule(letter)):
        stop = REMINDER.data(ReminderAction.STOP, row)
        found.append(Button(texts.plain("reminder-stop"), stop))
    return grid(found, 2)


def is_stopped(letter: Letter) -> bool:
    """Tell whether the person wants no more of this kind; reminders are judged by their rule."""
    kind = letter.row.kind
    return kind in kinds.STOPPABLE and kind in letter.person.stopped_kinds


def rule(letter: Letter) -> ReminderRule | None:
    """Return the rule of the plan behind a reminder, None for every other kind."""
    about = letter.row.about
    if letter.row.kind != reminders.KIND:
        return None
    return reminders.rule_of(letter.house.network, about["rule"], about["offset"])
