"""Every button about meetings: its name and what it carries."""

from bot.chat.callback_data import Action, Callback, Code, Number
from storage.models import Choice, Form, Meeting, Notice

RSVP = Callback("rsvp", Meeting, Number(), Choice)
"""An answer to the meeting as it stood at this sequence."""


class MeetingAction(Action):
    """What a button on a meeting's card or under a list of meetings does."""

    OPEN = "open", Meeting
    PAST = "past"
    COMING = "coming"
    COMMENT = "comment", Meeting
    CALENDAR = "ics", Meeting
    WHO = "who", Meeting
    EMAIL = "email", Meeting
    MOVE = "move", Meeting
    EDIT = "edit", Meeting
    CANCEL = "cancel", Meeting
    UNREACHED = "unreached", Notice
    REINSTATE = "reinstate", Meeting
    """Ask whether one that was cancelled takes place after all."""
    REINSTATE_YES = "reinstate-yes", Meeting, Number()
    """Let it, as it stood at this revision."""
    LIKE = "like", Meeting
    """Begin the announcement of another like it."""


MEETING = Callback("mtg", MeetingAction)


class AnnouncementAction(Action):
    """What a button of an announcement's own does."""

    TEST = "test", Choice
    """An answer under a test: it is not counted."""
    SEND = "send", Form, Number(), Code(12)
    """Send this version of the form, with the mark of its text and audience."""


ANNOUNCEMENT = Callback("ann", AnnouncementAction)
