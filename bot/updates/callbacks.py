"""Every button about activities and lists of them: its name and what it carries."""

from bot.chat.callback_data import Action, Callback, Code, Number
from storage.models import OfferedText, ProjectUpdate


class UpdateAction(Action):
    """What a button about an activity does."""

    NEW = "new"
    FOR = "for", Code(12)
    """Report for a chamber, as a coordinator."""
    COPIES = "copies"
    COPY = "copy", ProjectUpdate
    EDIT = "edit", ProjectUpdate
    WITHDRAW = "withdraw", ProjectUpdate
    WITHDRAW_YES = "withdraw-yes", ProjectUpdate
    KEEP = "keep", ProjectUpdate


UPDATE = Callback("upd", UpdateAction)


class OfferAction(Action):
    """The answers to the offer to report what nobody asked for."""

    YES = "yes", OfferedText
    NO = "no", OfferedText


OFFER = Callback("own", OfferAction)

FILTER = Code(49)
"""What a list is narrowed to (:mod:`bot.updates.list_filter`)."""


class ProjectsAction(Action):
    """What a button in the list of activities does."""

    ALL = "all"
    LIST = "list", FILTER, Number(99_999)
    """A page of a narrowed list."""
    OPEN = "open", ProjectUpdate
    BY = "by", Code(8)
    """Offer what the list can be narrowed to: countries, regions, themes, chambers."""


PROJECTS = Callback("prj", ProjectsAction)

WHO = Callback("who", FILTER)
WHO_ASK = "ask"
"""In place of a filter: ask for another one."""
