"""Sentences about what is stored: one for each role, standing, choice, outcome of a delivery."""

from bot.core.text_keys import Family
from config.network import SelfRegistration
from storage.models import FINAL, Choice, DeliveryState, Role, Standing

STRANGER = "stranger"
"""Whoever is no active member, where a sentence goes by the role."""

ROLE = Family("role-{}", Role)
START = Family("start-{}", Role)
HELP = Family("help-{}", (*Role, STRANGER))
DO = Family("do-{}", ("register", "meetings", "update", "projects", "help"))
"""The commands that have a button of their own, under what was not understood."""
CLOSED = Family("closed-{}", (one for one in Standing if one is not Standing.ACTIVE))
"""Why the network is closed to somebody of a standing."""
CLOSED_TO = Family("closed-to-{}", (role for role in Role if not role.speaks_for_chamber))
DECIDED = Family("people-decided-{}", (one for one in Standing if one is not Standing.APPLICANT))
"""What became of an application that somebody else has decided."""
TO_JOIN = Family("to-join-{}", SelfRegistration)
"""How one joins the network, as the organiser has it; other sentences end with it."""
CHOICE = Family("choice-{}", Choice)
UNDELIVERED = Family(
    "delivery-{}",
    (one for one in DeliveryState if one in FINAL and one is not DeliveryState.SENT),
)
"""Why a message did not reach its reader."""
REFUSED_INVITATION = Family("invitation-{}", ("unknown", "used", "expired", "revoked"))
"""Why a code admits nobody."""
