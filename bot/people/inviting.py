"""/invitations: those that still admit somebody, with who made them and since when; revoke one."""

from datetime import timedelta

from bot.chat.feature import ButtonHandler, Command
from bot.chat.request import Request
from bot.core import messages, times
from bot.core.access import Access
from bot.core.messages import Button, Html, Style
from bot.core.text_families import ROLE
from bot.core.texts import Texts
from bot.people import invitations
from bot.people.callbacks import INVITATION, InvitationAction
from bot.people.invitations import NotOpen
from config.reference import reference
from storage import invitations as stored
from storage import people
from storage.models import Invitation, Person

PAGE = 8
LABEL = 40
MINUTE = timedelta(minutes=1)


def list_open(request: Request) -> None:
    """The invitations that still admit somebody: for whom, by whom, since when, until when."""
    _list(request, 0)


def pressed(request: Request) -> None:
    """A page of the list, Revoke under one, or the yes to that."""
    press = request.pressed
    match press.one_of(0, InvitationAction):
        case InvitationAction.OPEN:
            _list(request, press.number(1))
        case InvitationAction.ASK:
            _ask(request, request.row(1, Invitation))
        case InvitationAction.REVOKE:
            _revoke(request, request.row(1, Invitation))


def button(texts: Texts) -> Button:
    """Return the way to the list, for the cards from which somebody is invited."""
    return Button(texts.plain("invitations-open"), INVITATION.data(InvitationAction.OPEN, 0))


def _list(request: Request, page: int) -> None:
    found, texts = stored.open_at(request.session, request.now), request.texts
    page = max(0, min(page, (len(found) - 1) // PAGE))
    shown = found[page * PAGE : (page + 1) * PAGE]
    lines = [_line(request, invitation, maker) for invitation, maker in shown]
    text = texts("invitations-list", count=len(found), lines=Html("\n".join(lines)))
    rows = [[_revoke_button(texts, invitation, maker)] for invitation, maker in shown]
    turn = []
    if page > 0:
        turn.append(Button(texts.plain("page-before"), _page(page - 1)))
    if (page + 1) * PAGE < len(found):
        turn.append(Button(texts.plain("page-after"), _page(page + 1)))
    request.show(text, [*rows, turn])


def _page(page: int) -> str:
    return INVITATION.data(InvitationAction.OPEN, page)


def _revoke_button(texts: Texts, invitation: Invitation, maker: Person | None) -> Button:
    label = texts.plain(
        "invitations-revoke-one", whom=whom(texts, invitation), by=_maker(texts, maker)
    )
    ask = INVITATION.data(InvitationAction.ASK, invitation)
    return Button(messages.shorten(label, LABEL), ask)


def _line(request: Request, invitation: Invitation, maker: Person | None) -> Html:
    texts, zone = request.texts, request.member.zone
    return texts(
        "invitations-line",
        whom=whom(texts, invitation),
        by=_maker(texts, maker),
        made=times.moment(invitation.created_at, zone, texts.language),
        age=_age(request.now - invitation.created_at, texts.language),
        until=times.moment(invitation.expires_at, zone, texts.language),
    )


def _age(span: timedelta, language: str) -> str:
    """Return how old something is, in whole days, hours or minutes."""
    for one in (timedelta(days=1), timedelta(hours=1)):
        if span >= one:
            return times.length(span // one * one, language)
    return times.length(max(span // MINUTE, 1) * MINUTE, language)


def whom(texts: Texts, invitation: Invitation) -> str:
    """Return whom an invitation is for: a chamber, or a role."""
    if invitation.chamber_id is not None:
        return reference().chamber_label(invitation.chamber_id, texts.language)
    return texts.plain(ROLE.key(invitation.role))


def _maker(texts: Texts, maker: Person | None) -> str:
    return maker.name if maker is not None else texts.plain("invitations-command-line")


def _ask(request: Request, invitation: Invitation) -> None:
    """Ask once more before an invitation is revoked."""
    texts = request.texts
    if invitations.is_ended(request.session, invitation) or invitation.used_at is not None:
        request.toast(texts("invitations-over"), alert=True)
        _list(request, 0)
        return
    maker = people.get(request.session, invitation.created_by)
    revoke = INVITATION.data(InvitationAction.REVOKE, invitation)
    request.show(
        texts("invitations-sure", whom=whom(texts, invitation), by=_maker(texts, maker)),
        [
            [Button(texts.plain("invitations-yes"), revoke, style=Style.DANGER)],
            [Button(texts.plain("form-back"), _page(0))],
        ],
    )


def _revoke(request: Request, invitation: Invitation) -> None:
    try:
        invitations.revoke(request.session, invitation, by=request.member, now=request.now)
    except NotOpen:
        request.toast(request.texts("invitations-over"), alert=True)
    else:
        request.toast(request.texts("invitations-revoked"))
    _list(request, 0)


COMMANDS = (Command("invitations", list_open, Access.COORDINATOR, rank=95),)
BUTTONS = (
    ButtonHandler(
        INVITATION,
        pressed,
        Access.COORDINATOR,
        (InvitationAction.OPEN, InvitationAction.ASK, InvitationAction.REVOKE),
    ),
)
