"""Every button of the coordinators' desk: its name and what it carries."""

from bot.chat.callback_data import Action, Callback, Code, Number
from storage.models import Choice, Meeting


class BoardAction(Action):
    """What a button under the board does."""

    SHOW = "show"
    CHAMBERS = "chambers", Number()
    """A page of the chambers, each to open."""
    OPEN = "open", Code(12)
    """The card of a chamber."""
    ANSWER = "answer", Meeting, Code(12), Choice
    """Record what it has answered by email."""
    UNDO = "undo", Meeting, Code(12)
    """Delete what was recorded."""
    NOTHING = "nothing", Meeting, Code(12)
    """Record that it has nothing to report."""


BOARD = Callback("brd", BoardAction)


FORECAST = Callback("fc", Code(10), Number())
"""A page of a day (:data:`FORTNIGHT` for all of them)."""
FORTNIGHT = "all"
LOG = Callback("log", Number())
"""Entries of the audit log before the one of this id; 0: the latest."""
