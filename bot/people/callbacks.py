"""Every button about people and their settings: its name and what it carries."""

from bot.chat.callback_data import Action, Callback, Code, Number
from storage.models import Person, Role


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
    ERASE = "erase", Person


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
STAY = Callback("stay", Person)
"""What a member presses who was silent for long and stays."""
