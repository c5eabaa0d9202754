"""Every kind of button that the bot makes, by feature: its name and what it carries.

The names are short because Telegram gives a button's data 64 bytes. Nothing else spells them: who
makes a button and who reads its press use what is declared here.
"""

from bot.chat.callback_data import Action, Callback, Code, Number, named
from storage.models import Choice, Delivery, Form, Meeting, Notice, Person, ProjectUpdate, Role

# --- forms: the engine's own -----------------------------------------------------------------


class FormAction(Action):
    """What a button under a form does."""

    CANCEL = "x"
    BACK = "b"
    CHANGE = "e", Code(28)
    """Ask the question of this name again."""
    FIELDS = "m", Code(6)
    """Show a page of the review card: :data:`TO_CHANGE` or :data:`TO_ADD`."""
    SUBMIT = "g"
    REVIEW = "r", Code(28)
    """A button of the flow's own on its review card."""
    KEEP = "k"
    SKIP = "s"
    CHOOSE = "o", Code(28)
    DONE = "d"
    ACCEPT = "y", Number()
    """Take the reading at this place of those that were offered."""
    RETURN = "n"
    """Not that reading; or from a page of fields back to the review card."""
    RESUME = "resume"
    DISCARD = "discard"


TO_CHANGE, TO_ADD = "change", "add"
FORM = Callback("f", Form, Number(), FormAction)
"""The form, the version of it that the button was made for, what it does."""

# --- meetings --------------------------------------------------------------------------------

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


MEETING = Callback("mtg", MeetingAction)


class AnnouncementAction(Action):
    """What a button of an announcement's own does."""

    TEST = "test", Choice
    """An answer under a test: it is not counted."""
    SEND = "send", Form, Number(), Code(12)
    """Send this version of the form, with the mark of its text and audience."""


ANNOUNCEMENT = Callback("ann", AnnouncementAction)


class BoardAction(Action):
    """What a button under the board does."""

    SHOW = "show"


BOARD = Callback("brd", BoardAction)

# --- updates ---------------------------------------------------------------------------------


class UpdateAction(Action):
    """What a button about an activity does."""

    NEW = "new"
    COPIES = "copies"
    COPY = "copy", ProjectUpdate
    EDIT = "edit", ProjectUpdate
    WITHDRAW = "withdraw", ProjectUpdate
    WITHDRAW_YES = "withdraw-yes", ProjectUpdate
    KEEP = "keep", ProjectUpdate


UPDATE = Callback("upd", UpdateAction)


class OfferAction(Action):
    """The answers to the offer to report what nobody asked for."""

    YES = "yes", Form
    NO = "no", Form


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

# --- reminders and other messages that come by themselves ------------------------------------


class ReminderAction(Action):
    """What a button under an automatic message does."""

    WHY = "why", Delivery
    LATER = "later", Delivery
    STOP = "stop", Delivery
    NOTHING = "nothing", Meeting
    """There is nothing to report to this meeting."""


REMINDER = Callback("rem", ReminderAction)

# --- people ----------------------------------------------------------------------------------


class Verdict(Action):
    """What a coordinator decides on an application."""

    YES = "yes", Person
    NO = "no", Person


VERDICT = Callback("adm", Verdict)
APPLICATION = Callback("app", Person)
"""Show the card of somebody who waits for a decision."""


class MemberAct(Action):
    """What can be done about a member."""

    SUSPEND = "suspend", Person
    REINSTATE = "reinstate", Person
    PROMOTE = "promote", Person
    DEMOTE = "demote", Person


class MemberAction(Action):
    """What a button in the list of people or on a person's card does."""

    LIST = "list", Number()
    """A page of the list."""
    OPEN = "open", Person, Number()
    """The card of a person, and the page of the list that it leads back to."""
    ASK = "ask", MemberAct
    DO = "do", MemberAct


MEMBER = Callback("mbr", MemberAction)


class InvitationAction(Action):
    """A choice under /invite: whom, and for which country and chamber."""

    WHOM = "whom"
    COUNTRIES = "countries"
    COUNTRY = "country", Code(8)
    CHAMBER = "chamber", Code(12)
    ROLE = "role", Role
    """Anybody who is not of one chamber."""


INVITATION = Callback("inv", InvitationAction)


class SettingAction(Action):
    """What a button under the settings does."""

    CARD = "card"
    LANGUAGE = "language"
    ZONE = "zone"
    NAME = "name"
    PAUSE = "pause"
    RESUME = "resume"
    REMINDERS = "reminders"
    STOP = "stop", Code(40)
    START = "start", Code(40)
    """Get messages of this kind again."""


SETTING = Callback("set", SettingAction)
LANGUAGE = Callback("lang", Code(8))


class ForgetAction(Action):
    """The answers to whether one wants to be erased."""

    YES = "yes", Person
    NO = "no", Person


FORGET = Callback("fgt", ForgetAction)

# --- the desk --------------------------------------------------------------------------------

FORECAST = Callback("fc", Code(10), Number())
"""A page of a day (:data:`FORTNIGHT` for all of them)."""
FORTNIGHT = "all"
LOG = Callback("log", Number())
"""Acts before the one of this id; 0: the latest."""

CALLBACKS = named(
    FORM,
    RSVP,
    MEETING,
    ANNOUNCEMENT,
    BOARD,
    UPDATE,
    OFFER,
    PROJECTS,
    WHO,
    REMINDER,
    VERDICT,
    APPLICATION,
    MEMBER,
    INVITATION,
    SETTING,
    LANGUAGE,
    FORGET,
    FORECAST,
    LOG,
)
