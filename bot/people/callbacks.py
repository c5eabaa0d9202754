"""Every button about people and their settings: its name and what it carries."""

from bot.chat.callback_data import Action, Callback, Code, Number
from storage.models import ApplicationQuestion, Invitation, Person, Role, RoleChange


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


class SeatAction(Action):
    """The way to another chamber for a member: country, chamber, and the yes to it."""

    COUNTRIES = "countries", Person
    COUNTRY = "country", Person, Code(8)
    ASK = "ask", Person, Code(12)
    """Whether they shall have this place: a chamber, a country for both, or none."""
    DO = "do", Person, Code(12)


SEAT = Callback("seat", SeatAction)


class InvitationAction(Action):
    """A choice under /invite: whom, and for which country and chamber."""

    WHOM = "whom"
    COUNTRIES = "countries"
    COUNTRY = "country", Code(8)
    CHAMBER = "chamber", Code(12)
    ROLE = "role", Role
    """Anybody who is not of one chamber."""
    OPEN = "open", Number()
    """A page of the invitations that still admit somebody."""
    ASK = "ask", Invitation
    """Whether to revoke it."""
    REVOKE = "revoke", Invitation


INVITATION = Callback("inv", InvitationAction)


class ApplicantAction(Action):
    """What is done before a decision, to know who applies."""

    ASK = "ask", Person
    """Ask them a question."""
    CODE = "code", Person
    """Make a code that a coordinator sends to their email."""
    ANSWER = "answer", ApplicationQuestion
    """Answer, as the applicant."""


APPLICANT = Callback("apl", ApplicantAction)
ROLE_CHANGE = Callback("chg", RoleChange)
"""Undo a change of what somebody may do."""


class CommandLineAction(Action):
    """What can be taken back of a use of the command line."""

    REVOKE = "revoke", Invitation


COMMAND_LINE = Callback("cli", CommandLineAction)


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


class ContactAction(Action):
    """What a button about a person's unit, email and Telegram name does."""

    CARD = "card"
    UNIT = "unit"
    EMAIL = "email"
    NO_UNIT = "no_unit"
    NO_EMAIL = "no_email"
    NO_USERNAME = "no_username"


CONTACT = Callback("ctc", ContactAction)
LANGUAGE = Callback("lang", Code(8))


class ForgetAction(Action):
    """The answers to whether one wants to be erased."""

    YES = "yes", Person
    NO = "no", Person


FORGET = Callback("fgt", ForgetAction)
STAY = Callback("stay", Person)
"""What a member presses who was silent for long and stays."""


class PrivacyAction(Action):
    """What can be done with the notice on data protection."""

    ALL = "all"
    READ = "read", Code(20)
    """Say that one has read a version of it."""


PRIVACY = Callback("prv", PrivacyAction)
