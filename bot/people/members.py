"""/people: who belongs to the network; suspend, reinstate, make somebody a coordinator."""

from collections.abc import Sequence

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core import messages
from bot.core.access import Access
from bot.core.messages import Button, Html, Keyboard, Style, grid
from bot.core.text_families import ROLE
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.people import (
    acknowledgement,
    chambers_shown,
    erase_person,
    inviting,
    member_card,
    member_search,
    membership,
)
from bot.people.callbacks import APPLICATION, MEMBER, MemberAct, MemberAction
from bot.people.membership import LastCoordinator, NotNow
from storage import people as stored
from storage.models import Person, Role, Standing

PAGE = 12
NAME_LIMIT = 28
ACT_SURE = Family("person-{}-sure", member_card.ACTS)
ACT_YES = Family("person-{}-yes", member_card.ACTS)


def list_people(request: Request) -> None:
    """Who belongs to the network, who waits, who cannot be reached; with words, who they mean."""
    if request.argument:
        _show_found(request, request.argument)
    else:
        _list(request, 0)


def _show_found(request: Request, words: str) -> None:
    """Show whom words mean: one member's card, or a list of several."""
    found, seats = member_search.found(request, words), stored.seats(request.session)
    if len(found) == 1:
        member_card.show(request, found[0])
        return
    texts, shown = request.texts, found[:PAGE]
    everybody = [Button(texts.plain("people-all"), _page(0))]
    called = messages.shorten(words, NAME_LIMIT)
    if not found:
        request.show(texts("people-nobody", words=called), [everybody])
        return
    text = texts(
        "people-found",
        words=called,
        count=len(found),
        more=len(found) - len(shown),
        lines=Html("\n".join(_line(texts, person, seats.get(person.id, [])) for person in shown)),
    )
    request.show(text, [*grid(_opening(shown, 0), 2), everybody])


def _opening(shown: Sequence[Person], page: int) -> list[Button]:
    """Return the buttons that open the cards of those shown on a page."""
    return [
        Button(
            messages.shorten(person.name, NAME_LIMIT),
            MEMBER.data(MemberAction.OPEN, person, page),
        )
        for person in shown
    ]


def _list(request: Request, page: int) -> None:
    members, seats = stored.members(request.session), stored.seats(request.session)
    # The list may have become shorter since the button was made.
    page = max(0, min(page, (len(members) - 1) // PAGE))
    shown = members[page * PAGE : (page + 1) * PAGE]
    active = [person for person in members if person.standing is Standing.ACTIVE]
    chambers = {code for person in active for code in seats.get(person.id, [])}
    waiting = stored.applicants(request.session)
    lines = [_line(request.texts, person, seats.get(person.id, [])) for person in shown]
    text = request.texts(
        "people-list",
        count=len(active),
        chambers=len(chambers),
        waiting=len(waiting),
        lines=Html("\n".join(lines)),
    )
    unread = acknowledgement.unread(request.session, request.runtime.network, active)
    if unread:
        version = str(request.runtime.network.privacy.version)
        counted = request.texts("people-unread", count=len(unread), version=version)
        text = Html(f"{text}\n\n{counted}")
    rows = [*_waiting_buttons(request.texts, waiting), *grid(_opening(shown, page), 2)]
    open_invitations = [inviting.button(request.texts)]
    turn = _pages(request.texts, page, len(members))
    request.show(text, [*rows, turn, open_invitations])


def _line(texts: Texts, person: Person, chambers: Sequence[str]) -> Html:
    return texts(
        "people-line",
        name=person.name,
        # Without a seat the role stands in its place.
        where=chambers_shown.named(texts, chambers)
        if chambers
        else texts.plain(ROLE.key(person.role)),
        role=person.role.value if chambers else "",
        state=member_card.state(person),
    )


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


def pressed(request: Request) -> None:
    """A button of the list, or on a person's card."""
    press = request.pressed
    match press.one_of(0, MemberAction):
        case MemberAction.LIST:
            _list(request, press.number(1))
        case MemberAction.OPEN:
            member_card.show(request, _found(request, 1), press.number(2))
        case MemberAction.ASK:
            _ask(request, press.one_of(1, MemberAct), _found(request, 2))
        case MemberAction.DO:
            _carry_out(request, press.one_of(1, MemberAct), _found(request, 2))


def _found(request: Request, at: int) -> Person:
    """Return the member that part *at* of the pressed button names."""
    person = request.row(at, Person)
    if person.standing not in {Standing.ACTIVE, Standing.SUSPENDED}:
        raise OldButton(MEMBER.name)
    return person


def _ask(request: Request, act: MemberAct, person: Person) -> None:
    """Ask once more before anything is done to a person."""
    # The card may be old: another coordinator may have done it since.
    if act not in member_card.acts(request, person):
        _was_done(request, person)
        return
    rows: Keyboard = [
        [
            Button(
                request.texts.plain(ACT_YES.key(act)),
                MEMBER.data(MemberAction.DO, act, person),
                style=Style.DANGER if act in member_card.DANGEROUS else Style.PRIMARY,
            )
        ],
        [member_card.button(request.texts, person)],
    ]
    request.show(request.texts(ACT_SURE.key(act), name=person.name), rows)


def _carry_out(request: Request, act: MemberAct, person: Person) -> None:
    session, network, by, now = (
        request.session,
        request.runtime.network,
        request.member,
        request.now,
    )
    if act not in member_card.acts(request, person):
        _was_done(request, person)
        return
    if act is MemberAct.ERASE:
        request.engine.start(request, erase_person.KIND, subject_id=person.id)
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
                    session, network, person, _role_without(request, person), by=by, now=now
                )
    except LastCoordinator:
        request.toast(request.texts("person-last-coordinator"), alert=True)
        return
    except NotNow:
        _was_done(request, person)
        return
    request.wakes_delivery = True
    request.toast(request.texts("person-done"))
    # Whoever has just taken the role from themselves may not see the card any more.
    if by.role is Role.COORDINATOR:
        member_card.show(request, person)
    else:
        request.show(request.texts("person-no-longer-you"))


def _role_without(request: Request, person: Person) -> Role:
    """Return what a coordinator becomes: their chamber's correspondent, or else an observer."""
    held = stored.chambers_of(request.session, person.id)
    return Role.CORRESPONDENT if held else Role.OBSERVER


def _was_done(request: Request, person: Person) -> None:
    request.toast(request.texts("person-changed"), alert=True)
    member_card.show(request, person)


COMMANDS = (
    Command(
        "people",
        list_people,
        Access.COORDINATOR,
        rank=80,
        usage="[words]",
        ahead=member_search.read_ahead,
    ),
)
BUTTONS = (ButtonHandler(MEMBER, pressed, Access.COORDINATOR),)
