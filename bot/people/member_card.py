"""A member's card, as coordinators see it, with what they can decide about the member."""

from bot.chat.request import Request
from bot.core import times
from bot.core.messages import Button, Html, Style
from bot.core.text_families import ROLE
from bot.core.text_keys import Family
from bot.core.texts import Texts, language_in
from bot.people import chambers_shown
from bot.people.callbacks import MEMBER, SEAT, MemberAct, MemberAction, SeatAction
from bot.people.notifications import contact_lines
from storage import people as stored
from storage.models import Person, Role, Standing

ACTS = ("promote", "demote", "suspend", "reinstate", "erase")
"""What a coordinator can decide about a member."""
DANGEROUS = frozenset({MemberAct.SUSPEND, MemberAct.ERASE})
ACT = Family("person-{}", ACTS)


def show(request: Request, person: Person, page: int = 0) -> None:
    """Show a person's card; *page* is that of the list to which it leads back."""
    texts = request.texts
    chambers = stored.chambers_of(request.session, person.id)
    contact = contact_lines(texts, person, None, request.member.zone)
    text = texts(
        "person-card",
        name=person.name,
        where=chambers_shown.named(texts, chambers),
        role=texts(ROLE.key(person.role)),
        state=state(person),
        language=language_in(person.language, texts.language),
        zone=times.city(person.zone, texts.language),
        more=Html("".join(f"\n{line}" for line in contact)),
        since=times.day(times.local(person.created_at, request.member.zone).date(), texts.language),
    )
    rows = [[_act_button(texts, act, person)] for act in acts(request, person)]
    if person.standing is Standing.ACTIVE:
        to = SEAT.data(SeatAction.COUNTRIES, person)
        rows.insert(1, [Button(texts.plain("seat-change"), to)])
    back = Button(texts.plain("people-back"), MEMBER.data(MemberAction.LIST, page))
    request.show(text, [*rows, [back]])


def acts(request: Request, person: Person) -> list[MemberAct]:
    """Return what can be done about a person; nobody suspends themselves."""
    if person.standing is Standing.SUSPENDED:
        return [MemberAct.REINSTATE, MemberAct.ERASE]
    role = MemberAct.DEMOTE if person.role is Role.COORDINATOR else MemberAct.PROMOTE
    if person.id == request.member_id:
        return [role]
    return [role, MemberAct.SUSPEND, MemberAct.ERASE]


def _act_button(texts: Texts, act: MemberAct, person: Person) -> Button:
    style = Style.DANGER if act in DANGEROUS else None
    ask = MEMBER.data(MemberAction.ASK, act, person)
    return Button(texts.plain(ACT.key(act)), ask, style=style)


def state(person: Person) -> str:
    """Return how a member can be reached: a name that the texts know."""
    if person.standing is Standing.SUSPENDED:
        return "suspended"
    return "unreachable" if person.unreachable_since else "reachable"


def button(texts: Texts, person: Person) -> Button:
    """Return the way back to a member's card."""
    return Button(texts.plain("form-back"), MEMBER.data(MemberAction.OPEN, person, 0))
