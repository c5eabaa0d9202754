"""Every button of the coordinators' desk: its name and what it carries."""

from bot.chat.callback_data import Action, Callback, Code, Number


class BoardAction(Action):
    """What a button under the board does."""

    SHOW = "show"


BOARD = Callback("brd", BoardAction)


FORECAST = Callback("fc", Code(10), Number())
"""A page of a day (:data:`FORTNIGHT` for all of them)."""
FORTNIGHT = "all"
LOG = Callback("log", Number())
"""Entries of the audit log before the one of this id; 0: the latest."""
