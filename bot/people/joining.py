"""Joining the network: /start, /register, the coordinators' decision, invitations."""

from bot.chat import codes, phrases
from bot.chat.basics import ways_on
from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command, Listener, Way
from bot.chat.request import GONE, Request
from bot.core import access, times
from bot.core.access import Access
from bot.core.messages import Button, Html, Keyboard, grid
from bot.core.text_families import CLOSED, DECIDED, REFUSED_INVITATION, ROLE, START
from bot.core.texts import Texts
from bot.people import asking, chambers_shown, identity, invitations, inviting, registration
from bot.people import decline as decline_form
from bot.people import service as people
from bot.people.asking import MustWait, TooManyOpen
from bot.people.callbacks import APPLICATION, INVITATION, VERDICT, InvitationAction, Verdict
from bot.people.notifications import application_card
from bot.people.service import AlreadyDecided, InvitationRefused
from bot.understanding import places
from bot.understanding.findings import Candidates
from config.network import Network, SelfRegistration
from config.reference import reference
from storage import people as stored
from storage.models import Person, Role, Standing

MOST_WORDS = 12
"""A wish to join has no more; a story may hold the same words."""


def start(request: Request) -> None:
    """What this is and who runs it; with a code, the way in."""
    if request.argument:
        _open_invitation(request, request.argument)
        return
    person = request.person
    request.set_commands(request.runtime.menu.of(person))
    if person is None or person.standing is not Standing.ACTIVE:
        request.say(introduction(request.texts, request), ways_on(request))
        if person is not None:
            request.say(request.texts(CLOSED.key(person.standing), join=request.to_join))
        return
    request.say(request.texts(START.key(person.role), name=person.name))


def introduction(texts: Texts, request: Request) -> Html:
    """Return what a stranger may know: what this is, who runs it, where the privacy notice is."""
    network, language = request.runtime.network, texts.language
    return texts(
        "start-stranger",
        network=network.name_in(language),
        unit=network.unit_in(language),
        join=request.to_join,
    )


def _open_invitation(request: Request, code: str) -> None:
    """Begin the registration that an invitation's code opens, or the network's own code."""
    person = request.person
    if asking.is_code(request.runtime.network, code):
        _ask_to_join(request, code)
        return
    if person is not None and person.standing is Standing.ACTIVE:
        request.say(request.texts("registration-already"))
        return
    if person is not None and person.standing is Standing.SUSPENDED:
        # An invitation does not undo what a coordinator decided.
        request.say(request.texts("closed-suspended"))
        return
    try:
        invitation = people.open_invitation(request.session, code, now=request.now)
    except InvitationRefused as refused:
        said = REFUSED_INVITATION.key(refused.reason)
        request.say(request.texts(said, join=request.to_join))
        return
    network, language = request.runtime.network, request.texts.language
    name, unit = network.name_in(language), network.unit_in(language)
    request.say(request.texts("start-invited", network=name, unit=unit))
    request.engine.start(
        request,
        registration.KIND,
        answers=registration.answers_for(invitation.role, invitation.chamber_id, request.user),
        subject_id=invitation.id,
    )


def pasted(request: Request) -> bool:
    """Open the invitation whose link or code came as a text, as the link would."""
    # A coordinator may write a link into an agenda.
    is_member = access.allows(request.person, Access.MEMBER)
    if not request.words or (is_member and request.form is not None):
        return False
    code = codes.in_a_link(request.words, request.runtime.username) or _known_code(request)
    if code is not None:
        _open_invitation(request, code)
    return code is not None


def _known_code(request: Request) -> str | None:
    """Return the bare code that was typed, where it is one: any word may look like it."""
    code = codes.bare(request.words or "")
    if code is None or asking.is_code(request.runtime.network, code):
        return code
    is_long_enough = len(code) == people.CODE_SIGNS
    return code if is_long_enough and people.is_invitation(request.session, code) else None


def asks_to_register(request: Request) -> bool:
    """Begin the registration of whoever says that they would like to join."""
    if not request.words or access.allows(request.person, Access.MEMBER):
        return False
    words = f" {phrases.core(request.words)} "
    asks = any(f" {phrase} " in words for phrase in phrases.phrases("heard-register"))
    if not asks or len(words.split()) > MOST_WORDS:
        return False
    _ask_to_join(request, None)
    return True


def register(request: Request) -> None:
    """Ask to join; with the network's code where the organiser asks for one."""
    _ask_to_join(request, request.argument or None)


def _ask_to_join(request: Request, code: str | None) -> None:
    person = request.person
    if person is not None and person.standing not in people.RETURNING:
        key = "registration-already" if person.standing is Standing.ACTIVE else "closed-applicant"
        request.say(
            request.texts("closed-suspended" if person.standing is Standing.SUSPENDED else key)
        )
        return
    if not asking.may_ask(request.runtime.network, code):
        request.say(_not_open(request, code))
        return
    try:
        asking.check(request.session, person, request.chat_id, now=request.now)
    except (MustWait, TooManyOpen) as refused:
        request.say(registration.not_now(request, refused))
        return
    opened = registration.answers_with(request.runtime.network, code)
    request.engine.start(request, registration.KIND, answers=opened)


def _not_open(request: Request, code: str | None) -> Html:
    asks_for_code = request.runtime.network.code_to_ask is not None
    key = "registration-code-wrong" if code and asks_for_code else "registration-by-invitation"
    return request.texts(key, join=request.to_join)


def decide(request: Request) -> None:
    """Approve or Decline on an application's card; the second coordinator hears who was first."""
    verdict, applicant = request.pressed.one_of(0, Verdict), request.row(1, Person)
    # Every coordinator has the card; the first press decides, and the others hear whose it was.
    if applicant.standing is not Standing.APPLICANT:
        by = stored.get(request.session, applicant.decided_by) if applicant.decided_by else None
        _too_late(request, applicant, by)
    elif verdict is Verdict.YES:
        try:
            people.approve(request.session, applicant.id, by=request.member, now=request.now)
        except AlreadyDecided as decided:
            _too_late(request, decided.person, decided.by)
            return
        request.wakes_delivery = True
        request.show(request.texts("people-approved", name=applicant.name, by=request.member.name))
    else:
        request.engine.start(request, decline_form.KIND, subject_id=applicant.id)


def _too_late(request: Request, applicant: Person, by: Person | None) -> None:
    name = by.name if by else request.texts.plain("people-somebody")
    text = request.texts(DECIDED.key(applicant.standing), name=applicant.name, by=name)
    request.toast(text, alert=True)
    request.show(text)


# --- invitations -----------------------------------------------------------------------------


def invite(request: Request) -> None:
    """Make an invitation: ``/invite coordinator``, ``/invite FR-SEN``, or buttons."""
    if not request.argument:
        request.say(request.texts("invite-whom"), _invite_choices(request.texts))
        return
    word = request.argument.casefold()
    if word in {Role.COORDINATOR.value, Role.OBSERVER.value}:
        _show_invitation(request, Role(word), None)
        return
    chamber_id = _chamber_named(request, request.argument)
    if chamber_id is not None:
        _show_invitation(request, Role.CORRESPONDENT, chamber_id)


def _chamber_named(request: Request, text: str) -> str | None:
    """Return the chamber that was typed; otherwise offer those that it may be."""
    exact = text.upper()
    if any(chamber.id == exact for chamber in reference().chambers):
        return exact
    found = _chamber_meant(request, text)
    if found.sure is not None:
        return found.sure
    buttons = [
        Button(
            reference().chamber_label(match.code, request.texts.language),
            INVITATION.data(InvitationAction.CHAMBER, match.code),
        )
        for match in found.matches
    ]
    key = "invite-which" if buttons else "invite-unknown"
    request.say(request.texts(key), grid(buttons, 1))
    return None


def _chamber_meant(request: Request, text: str) -> Candidates:
    def read() -> Candidates:
        languages = (request.texts.language, *request.runtime.network.working_languages)
        return places.understand_chamber(text, languages=languages)

    return request.readings.of(("chamber", text), read)


def _invite_ahead(request: Request) -> bool:
    """Read what was typed behind the command, before the transaction."""
    if request.argument:
        _chamber_meant(request, request.argument)
    return True


def invite_pressed(request: Request) -> None:
    """A choice under /invite: whom, then for which chamber."""
    press = request.pressed
    match press.one_of(0, InvitationAction):
        case InvitationAction.WHOM:
            request.show(request.texts("invite-whom"), _invite_choices(request.texts))
        case InvitationAction.COUNTRIES:
            _offer_countries(request)
        case InvitationAction.COUNTRY:
            _offer_chambers(request, press.code(1))
        case InvitationAction.CHAMBER:
            if not reference().admits(press.code(1)):
                raise OldButton(INVITATION.name)
            _show_invitation(request, Role.CORRESPONDENT, press.code(1))
        case InvitationAction.ROLE:
            _show_invitation(request, press.one_of(1, Role), None)


def _offer_countries(request: Request) -> None:
    rows = chambers_shown.countries(
        request.texts.language, lambda code: INVITATION.data(InvitationAction.COUNTRY, code)
    )
    back = _back(request.texts, InvitationAction.WHOM)
    request.show(request.texts("invite-country"), [*rows, back])


def _offer_chambers(request: Request, country: str) -> None:
    of_country = chambers_shown.of_country(country)
    if not of_country:
        raise OldButton(INVITATION.name)
    if len(of_country) == 1:
        _show_invitation(request, Role.CORRESPONDENT, of_country[0])
        return
    rows = chambers_shown.chambers(
        of_country,
        request.texts.language,
        lambda code: INVITATION.data(InvitationAction.CHAMBER, code),
    )
    back = _back(request.texts, InvitationAction.COUNTRIES)
    request.show(request.texts("invite-chamber"), [*rows, back])


def _back(texts: Texts, where: InvitationAction) -> list[Button]:
    return [Button(texts.plain("form-back"), INVITATION.data(where))]


def _invite_choices(texts: Texts) -> Keyboard:
    roles = [[Button(texts.plain(ROLE.key(role)), _invitation_of(role))] for role in Role]
    return [*roles, [inviting.button(texts)]]


def _invitation_of(role: Role) -> str:
    """Return what invites somebody of a role; of a correspondent the country is asked first."""
    if role is Role.CORRESPONDENT:
        return INVITATION.data(InvitationAction.COUNTRIES)
    return INVITATION.data(InvitationAction.ROLE, role)


def _show_invitation(request: Request, role: Role, chamber_id: str | None) -> None:
    """Make the invitation and show its link, which is shown this once."""
    span = invitations.valid_for(request.runtime.network, role)
    code = people.invite(
        request.session, role, chamber_id, by=request.member_id, now=request.now, valid_for=span
    )
    until = times.moment(request.now + span, request.member.zone, request.texts.language)
    link = f"https://t.me/{request.runtime.username}?start={code}"
    whom = (
        reference().chamber_label(chamber_id, request.texts.language)
        if chamber_id
        else request.texts.plain(ROLE.key(role))
    )
    copy = [[Button(request.texts.plain("invite-copy"), copy=link)]]
    request.show(request.texts("invite-link", whom=whom, link=link, code=code, until=until), copy)


def show_application(request: Request) -> None:
    """The card of somebody who waits for a decision."""
    applicant = request.row(0, Person)
    if applicant.standing is not Standing.APPLICANT:
        raise OldButton(APPLICATION.name)
    chambers = stored.chambers_of(request.session, applicant.id)
    known = identity.application(request.session, applicant, now=request.now)
    zone = request.member.zone
    request.say(*application_card(request.texts, applicant, chambers, known, zone))


def _may_register(person: Person | None) -> bool:
    """Show the way in while it makes sense."""
    return person is None or person.standing in access.MAY_RETURN


def _is_open(network: Network) -> bool:
    """Show it where whoever comes may ask; with a code the link is the way in."""
    return network.self_registration is SelfRegistration.OPEN


def _membership(request: Request) -> bool:
    """Somebody blocked the bot; who comes back is noted before any handler runs."""
    change = request.update.my_chat_member
    # Whoever takes the bot out of a group goes on reading it in their own chat.
    is_own = change is not None and change.chat.id == request.chat_id
    if change is not None and is_own and change.new_chat_member.status in GONE:
        people.lost_account(request.session, request.user.id, "blocked the bot", now=request.now)
    return True


COMMANDS = (
    Command("start", start, Access.ANYONE, rank=180, usage="[code]"),
    Command(
        "register",
        register,
        Access.ANYONE,
        rank=10,
        usage="[code]",
        shown_to=_may_register,
        offered_by=_is_open,
    ),
    Command(
        "invite",
        invite,
        Access.COORDINATOR,
        rank=90,
        usage="[role or chamber]",
        ahead=_invite_ahead,
    ),
)
BUTTONS = (
    ButtonHandler(VERDICT, decide, Access.COORDINATOR),
    ButtonHandler(INVITATION, invite_pressed, Access.COORDINATOR),
    ButtonHandler(APPLICATION, show_application, Access.COORDINATOR),
)
LISTENERS = (
    Listener(Way.TYPED, "invitation", pasted, Access.ANYONE, 6),
    Listener(Way.TYPED, "asks to register", asks_to_register, Access.ANYONE, 35),
    Listener(Way.MEMBERSHIP, "blocked", _membership, Access.ANYONE, 100),
)
