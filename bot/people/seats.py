"""Another chamber for a member: a coordinator chooses it on the member's card and says yes."""

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler
from bot.chat.request import Request
from bot.core.access import Access
from bot.core.messages import Button, Keyboard, Style
from bot.core.texts import Texts
from bot.people import chambers_shown, member_card, membership
from bot.people.callbacks import SEAT, SeatAction
from bot.people.membership import NotNow
from config.reference import reference
from storage import people as stored
from storage.models import Person, Standing

NOWHERE = "none"
"""In place of a chamber: the member speaks for none."""


def pressed(request: Request) -> None:
    """A step on the way to another chamber, or the yes to it."""
    press, person = request.pressed, request.row(1, Person)
    if person.standing is not Standing.ACTIVE:
        request.toast(request.texts("person-changed"), alert=True)
        return
    match press.one_of(0, SeatAction):
        case SeatAction.COUNTRIES:
            _offer_countries(request, person)
        case SeatAction.COUNTRY:
            _offer_chambers(request, person, press.code(2))
        case SeatAction.ASK:
            _ask(request, person, press.code(2))
        case SeatAction.DO:
            _carry_out(request, person, press.code(2))


def _offer_countries(request: Request, person: Person) -> None:
    texts = request.texts
    rows = chambers_shown.countries(
        texts.language, lambda code: SEAT.data(SeatAction.COUNTRY, person, code)
    )
    if stored.chambers_of(request.session, person.id):
        nowhere = SEAT.data(SeatAction.ASK, person, NOWHERE)
        rows = [*rows, [Button(texts.plain("seat-nowhere"), nowhere)]]
    back = member_card.button(texts, person)
    request.show(texts("seat-country", name=person.name), [*rows, [back]])


def _offer_chambers(request: Request, person: Person, country: str) -> None:
    of_country, texts = chambers_shown.of_country(country), request.texts
    if not of_country:
        raise OldButton(SEAT.name)
    if len(of_country) == 1:
        _ask(request, person, of_country[0])
        return
    rows = chambers_shown.chambers(
        of_country, texts.language, lambda code: SEAT.data(SeatAction.ASK, person, code)
    )
    both = SEAT.data(SeatAction.ASK, person, country)
    rows = [*rows, [Button(texts.plain("registration-chamber-both"), both)]]
    request.show(texts("invite-chamber"), [*rows, [_back(texts, person)]])


def _back(texts: Texts, person: Person) -> Button:
    return Button(texts.plain("form-back"), SEAT.data(SeatAction.COUNTRIES, person))


def _meant(code: str) -> list[str]:
    """Return the chambers that a button means: one, a country's both, or none."""
    if code == NOWHERE:
        return []
    found = [code] if reference().admits(code) else chambers_shown.of_country(code)
    if not found:
        raise OldButton(SEAT.name)
    return found


def _ask(request: Request, person: Person, code: str) -> None:
    """Say what would change, and ask for a yes."""
    texts, chambers = request.texts, _meant(code)
    before = stored.chambers_of(request.session, person.id)
    if sorted(before) == sorted(chambers):
        request.toast(texts("seat-same"), alert=True)
        member_card.show(request, person)
        return
    text = texts(
        "seat-sure",
        name=person.name,
        before=chambers_shown.named(texts, before),
        after=chambers_shown.named(texts, chambers),
        role=membership.role_with(person, chambers).value,
    )
    yes = SEAT.data(SeatAction.DO, person, code)
    rows: Keyboard = [
        [Button(texts.plain("seat-yes"), yes, style=Style.PRIMARY)],
        [_back(texts, person)],
    ]
    request.show(text, rows)


def _carry_out(request: Request, person: Person, code: str) -> None:
    chambers = _meant(code)
    try:
        membership.seat(
            request.session,
            request.runtime.network,
            person,
            chambers,
            by=request.member,
            now=request.now,
        )
    except NotNow:
        request.toast(request.texts("person-changed"), alert=True)
    else:
        request.wakes_delivery = True
        request.toast(request.texts("person-done"))
    member_card.show(request, person)


BUTTONS = (ButtonHandler(SEAT, pressed, Access.COORDINATOR),)
