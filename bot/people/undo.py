"""The button that takes a change of somebody's role back."""

from datetime import datetime

from sqlmodel import Session

from bot.chat.feature import ButtonHandler
from bot.chat.request import Request
from bot.core.access import Access
from bot.core.text_keys import Family
from bot.people import invitations, membership, role_changes
from bot.people.callbacks import COMMAND_LINE, ROLE_CHANGE, CommandLineAction
from bot.people.invitations import NotOpen
from bot.people.membership import LastCoordinator, NotNow
from bot.people.news import change_text
from bot.people.role_changes import WhyNot
from config.network import Network
from storage import people as stored
from storage import role_changes as changes
from storage.models import ChangeAct, Invitation, Person, Role, RoleChange

WHY_NOT = Family("undo-{}", WhyNot)


class CannotUndo(Exception):
    """The change stays; ``why`` says the reason."""

    def __init__(self, why: WhyNot) -> None:
        """Keep the reason."""
        super().__init__(why)
        self.why = why


def undo(
    session: Session, network: Network, change: RoleChange, *, by: Person | None, now: datetime
) -> None:
    """Do the opposite of a change.

    Raises :class:`CannotUndo`, :class:`NotNow`, :class:`LastCoordinator`.
    """
    why = role_changes.why_not(session, change, by, now=now)
    if why is not None or by is None:
        raise CannotUndo(why or WhyNot.NOT_YOURS)
    if not changes.take_back(session, change.id, by=by.id, now=now):
        raise CannotUndo(WhyNot.DONE)
    person = stored.get(session, change.person_id)
    if person is None:
        raise CannotUndo(WhyNot.CHANGED)
    match change.act:
        case ChangeAct.SUSPENDED:
            membership.reinstate(session, network, person, by=by, now=now)
        case ChangeAct.REINSTATED:
            membership.suspend(session, person, by=by, now=now)
        case _:
            role = _role_of_before(session, change, person)
            membership.give_role(session, network, person, role, by=by, now=now)
    opposite = changes.latest(session, person.id)
    if opposite is not None:
        opposite.undoes_id = change.id
        session.add(opposite)
    session.flush()
    session.refresh(change)


def _role_of_before(session: Session, change: RoleChange, person: Person) -> Role:
    """Return what a person was; who came in as a coordinator becomes what their seats make them."""
    if change.act is not ChangeAct.JOINED:
        return change.role_before
    held = stored.chambers_of(session, person.id)
    return Role.CORRESPONDENT if held else Role.OBSERVER


def pressed(request: Request) -> None:
    """Undo under the news of a change; whoever comes too late is told how things stand."""
    change = request.row(0, RoleChange)
    session, network = request.session, request.runtime.network
    try:
        with session.begin_nested():
            undo(session, network, change, by=request.person, now=request.now)
    except CannotUndo as cannot:
        _say_why(request, change, cannot.why)
        return
    except LastCoordinator:
        _say_why(request, change, WhyNot.LAST)
        return
    except NotNow:
        _say_why(request, change, WhyNot.CHANGED)
        return
    request.wakes_delivery = True
    request.show(change_text(session, request.texts, change, request.member))


def _say_why(request: Request, change: RoleChange, why: WhyNot) -> None:
    by = stored.get(request.session, change.undone_by)
    name = by.name if by else request.texts.plain("people-somebody")
    request.toast(request.texts(WHY_NOT.key(why), name=name), alert=True)


def revoke_pressed(request: Request) -> None:
    """Undo under the news that the command line made an invitation: it is revoked."""
    if request.pressed.one_of(0, CommandLineAction) is not CommandLineAction.REVOKE:
        return
    invitation = request.row(1, Invitation)
    try:
        invitations.revoke(request.session, invitation, by=request.member, now=request.now)
    except NotOpen:
        request.toast(request.texts("invitations-over"), alert=True)
        return
    request.show(request.texts("invitations-revoked"))


BUTTONS = (
    # Who was removed or suspended may undo just that; the work reads the rights at each press.
    ButtonHandler(ROLE_CHANGE, pressed, Access.ANYONE),
    ButtonHandler(COMMAND_LINE, revoke_pressed, Access.COORDINATOR),
)
