"""/people: who belongs to the network; suspend, reinstate, make somebody a coordinator."""

from collections.abc import Sequence

from bot.chat.callback_data import OldButton
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command
from bot.chat.request import Talk
from bot.core import messages, times
from bot.core.access import Access
from bot.core.messages import Button, Html, Keyboard, Style, grid
from bot.core.text_families import ROLE
from bot.core.text_keys import Family
from bot.core.texts import Texts, language_in
from bot.people import membership
from bot.people.callbacks import APPLICATION, MEMBER, MemberAct, MemberAction
from bot.people.membership import LastCoordinator, NotNow
from config.reference import reference
from storage import people as stored
from storage.models import Person, Role, Standing

PAGE = 12
NAME_LIMIT = 28
ACTS = ("promote", "demote", "suspend", "reinstate")
"""What a coordinator can decide about a member."""
ACT = Family("person-{}", ACTS)
ACT_SURE = Family("person-{}-sure", ACTS)
ACT_YES = Family("person-{}-yes", ACTS)


def list_people(talk: Talk) -> None:
    """Who belongs to the network, who waits, who cannot be reached; for coordinators."""
    _list(talk, 0)


def _list(talk: Talk, page: int) -> None:
    members, seats = stored.members(talk.session), stored.seats(talk.session)
    page = max(0, min(page, (len(members) - 1) // PAGE))
    shown = members[page * PAGE : (page + 1) * PAGE]
    active = [person for person in members if person.standing is Standing.ACTIVE]
    chambers = {code for person in active for code in seats.get(person.id, [])}
    waiting = stored.applicants(talk.session)
    lines = [_line(talk.texts, person, seats.get(person.id, [])) for person in shown]
    text = talk.texts(
        "people-list",
        count=len(active),
        chambers=len(chambers),
        waiting=len(waiting),
        lines=Html("\n".join(lines)),
    )
    opening = [
        Button(
            messages.shorten(person.name, NAME_LIMIT),
            MEMBER.data(MemberAction.OPEN, person, page),
        )
        for person in shown
    ]
    rows = [*_waiting_buttons(talk.texts, waiting), *grid(opening, 2)]
    talk.show(text, [*rows, _pages(talk.texts, page, len(members))])


def _line(texts: Texts, person: Person, chambers: Sequence[str]) -> Html:
    return texts(
        "people-line",
        name=person.name,
        where=_where(texts, person, chambers),
        role=person.role.value,
        state=_state(person),
    )


def _where(texts: Texts, person: Person, chambers: Sequence[str]) -> str:
    labels = [reference().chamber_label(code, texts.language) for code in chambers]
    return ", ".join(labels) or texts.plain(ROLE.key(person.role))


def _state(person: Person) -> str:
    if person.standing is Standing.SUSPENDED:
        return "suspended"
    return "unreachable" if person.unreachable_since else "reachable"


def _pages(texts: Texts, page: int, total: int) -> list[Button]:
    row = []
    if page > 0:
        row.append(Button(texts.plain("page-before"), _page(page - 1)))
    if (page + 1) * PAGE < total:
        row.append(Button(texts.plain("page-after"), _page(page + 1)))
    return row


def _page(page: int) -> str:
    return MEMBER.data(MemberAction.LIST, page)


def _waiting_buttons(texts: Texts, waiting: Sequence[Person]) -> list[list[Button]]:
    return [
        [
            Button(
                messages.shorten(texts.plain("people-waiting", name=person.name), 40),
                APPLICATION.data(person),
            )
        ]
        for person in waiting[:10]
    ]


# --- one person ------------------------------------------------------------------------------


def pressed(talk: Talk) -> None:
    """A button of the list, or on a person's card."""
    press = talk.pressed
    match press.one_of(0, MemberAction):
        case MemberAction.LIST:
            _list(talk, press.number(1))
        case MemberAction.OPEN:
            _show(talk, _found(talk, 1), press.number(2))
        case MemberAction.ASK:
            _ask(talk, press.one_of(1, MemberAct), _found(talk, 2))
        case MemberAction.DO:
            _carry_out(talk, press.one_of(1, MemberAct), _found(talk, 2))


def _found(talk: Talk, at: int) -> Person:
    """Return the member that part *at* of the pressed button names."""
    person = talk.row(at, Person)
    if person.standing not in {Standing.ACTIVE, Standing.SUSPENDED}:
        raise OldButton(MEMBER.name)
    return person


def _show(talk: Talk, person: Person, page: int = 0) -> None:
    """A person's card, with what a coordinator can decide about them."""
    texts = talk.texts
    chambers = stored.chambers_of(talk.session, person.id)
    text = texts(
        "person-card",
        name=person.name,
        where=_where(texts, person, chambers),
        role=texts(ROLE.key(person.role)),
        state=_state(person),
        language=language_in(person.language, texts.language),
        zone=times.city(person.zone, texts.language),
        since=times.day(times.local(person.created_at, talk.member.zone).date(), texts.language),
    )
    rows = [[_act_button(texts, act, person)] for act in _acts(talk, person)]
    back = Button(texts.plain("people-back"), _page(page))
    talk.show(text, [*rows, [back]])


def _acts(talk: Talk, person: Person) -> list[MemberAct]:
    """Return what can be done about a person; nobody suspends themselves."""
    if person.standing is Standing.SUSPENDED:
        return [MemberAct.REINSTATE]
    role = MemberAct.DEMOTE if person.role is Role.COORDINATOR else MemberAct.PROMOTE
    return [role] if person.id == talk.member_id else [role, MemberAct.SUSPEND]


def _act_button(texts: Texts, act: MemberAct, person: Person) -> Button:
    style = Style.DANGER if act is MemberAct.SUSPEND else None
    ask = MEMBER.data(MemberAction.ASK, act, person)
    return Button(texts.plain(ACT.key(act)), ask, style=style)


def _ask(talk: Talk, act: MemberAct, person: Person) -> None:
    """Ask once more before anything is done to a person."""
    if act not in _acts(talk, person):
        _was_done(talk, person)
        return
    rows: Keyboard = [
        [
            Button(
                talk.texts.plain(ACT_YES.key(act)),
                MEMBER.data(MemberAction.DO, act, person),
                style=Style.DANGER if act is MemberAct.SUSPEND else Style.PRIMARY,
            )
        ],
        [Button(talk.texts.plain("form-back"), MEMBER.data(MemberAction.OPEN, person, 0))],
    ]
    talk.show(talk.texts(ACT_SURE.key(act), name=person.name), rows)


def _carry_out(talk: Talk, act: MemberAct, person: Person) -> None:
    session, network, by, now = talk.session, talk.house.network, talk.member, talk.now
    if act not in _acts(talk, person):
        _was_done(talk, person)
        return
    try:
        match act:
            case MemberAct.SUSPEND:
                membership.suspend(session, person, by=by, now=now)
            case MemberAct.REINSTATE:
                membership.reinstate(session, network, person, by=by, now=now)
            case MemberAct.PROMOTE:
                membership.give_role(session, network, person, Role.COORDINATOR, by=by, now=now)
            case MemberAct.DEMOTE:
                membership.give_role(
                    session, network, person, _role_without(talk, person), by=by, now=now
                )
    except LastCoordinator:
        talk.toast(talk.texts("person-last-coordinator"), alert=True)
        return
    except NotNow:
        _was_done(talk, person)
        return
    talk.wakes_delivery = True
    talk.toast(talk.texts("person-done"))
    if by.role is Role.COORDINATOR:
        _show(talk, person)
    else:
        talk.show(talk.texts("person-no-longer-you"))


def _role_without(talk: Talk, person: Person) -> Role:
    """Return what a coordinator becomes: their chamber's correspondent, or else an observer."""
    held = stored.chambers_of(talk.session, person.id)
    return Role.CORRESPONDENT if held else Role.OBSERVER


def _was_done(talk: Talk, person: Person) -> None:
    talk.toast(talk.texts("person-changed"), alert=True)
    _show(talk, person)


COMMANDS = (Command("people", list_people, Access.COORDINATOR, rank=80),)
BUTTONS = (Pressed(MEMBER, pressed, Access.COORDINATOR),)
