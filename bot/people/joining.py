"""Joining the network: /start, /register, the coordinators' decision, invitations."""

from bot.chat.callback_data import OldButton
from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command, Reader, Way
from bot.chat.request import GONE, Talk
from bot.core import access, times
from bot.core.access import Access
from bot.core.messages import Button, Html, Keyboard, grid
from bot.core.text_families import CLOSED, DECIDED, REFUSED_INVITATION, ROLE, START
from bot.core.texts import Texts
from bot.people import decline as decline_form
from bot.people import registration
from bot.people import service as people
from bot.people.callbacks import APPLICATION, INVITATION, VERDICT, InvitationAction, Verdict
from bot.people.notifications import application_card
from bot.people.service import AlreadyDecided, InvitationRefused
from config.reference import reference
from storage import people as stored
from storage.models import Person, Role, Standing


def start(talk: Talk) -> None:
    """What this is and who runs it; with a code, the way in."""
    if talk.argument:
        _open_invitation(talk, talk.argument)
        return
    person = talk.person
    talk.set_commands(talk.house.menu.of(person))
    if person is None or person.standing is not Standing.ACTIVE:
        talk.say(introduction(talk.texts, talk))
        if person is not None:
            talk.say(talk.texts(CLOSED.key(person.standing)))
        return
    talk.say(talk.texts(START.key(person.role), name=person.name))


def introduction(texts: Texts, talk: Talk) -> Html:
    """Return what a stranger may know: what this is, who runs it, where the privacy notice is."""
    return _about(texts, talk, "start-stranger")


def _about(texts: Texts, talk: Talk, key: str) -> Html:
    network, language = talk.house.network, texts.language
    return texts(key, network=network.name_in(language), unit=network.unit_in(language))


def _open_invitation(talk: Talk, code: str) -> None:
    """Begin the registration that an invitation's code opens."""
    if talk.person is not None and talk.person.standing is Standing.ACTIVE:
        talk.say(talk.texts("registration-already"))
        return
    try:
        invitation = people.open_invitation(talk.session, code, now=talk.now)
    except InvitationRefused as refused:
        talk.say(talk.texts(REFUSED_INVITATION.key(refused.reason)))
        return
    talk.say(_about(talk.texts, talk, "start-invited"))
    talk.engine.start(
        talk,
        registration.KIND,
        answers=registration.answers_for(invitation.role, invitation.chamber_id),
        subject_id=invitation.id,
    )


def register(talk: Talk) -> None:
    """Ask to join."""
    person = talk.person
    if person is not None and person.standing not in people.RETURNING:
        key = "registration-already" if person.standing is Standing.ACTIVE else "closed-applicant"
        talk.say(talk.texts("closed-suspended" if person.standing is Standing.SUSPENDED else key))
        return
    talk.engine.start(talk, registration.KIND)


def decide(talk: Talk) -> None:
    """Approve or Decline on an application's card; the second coordinator hears who was first."""
    verdict, applicant = talk.pressed.one_of(0, Verdict), talk.row(1, Person)
    if applicant.standing is not Standing.APPLICANT:
        by = stored.get(talk.session, applicant.decided_by) if applicant.decided_by else None
        _too_late(talk, applicant, by)
    elif verdict is Verdict.YES:
        try:
            people.approve(talk.session, applicant.id, by=talk.member, now=talk.now)
        except AlreadyDecided as decided:
            _too_late(talk, decided.person, decided.by)
            return
        talk.wakes_delivery = True
        talk.show(talk.texts("people-approved", name=applicant.name, by=talk.member.name))
    else:
        talk.engine.start(talk, decline_form.KIND, subject_id=applicant.id)


def _too_late(talk: Talk, applicant: Person, by: Person | None) -> None:
    name = by.name if by else talk.texts.plain("people-somebody")
    text = talk.texts(DECIDED.key(applicant.standing), name=applicant.name, by=name)
    talk.toast(text, alert=True)
    talk.show(text)


# --- invitations -----------------------------------------------------------------------------


def invite(talk: Talk) -> None:
    """Make an invitation: ``/invite coordinator``, ``/invite FR-SEN``, or buttons."""
    if not talk.argument:
        talk.say(talk.texts("invite-whom"), _invite_choices(talk.texts))
        return
    word = talk.argument.casefold()
    if word in {Role.COORDINATOR.value, Role.OBSERVER.value}:
        _show_invitation(talk, Role(word), None)
        return
    chamber_id = _chamber_named(talk, talk.argument)
    if chamber_id is not None:
        _show_invitation(talk, Role.CORRESPONDENT, chamber_id)


def _chamber_named(talk: Talk, text: str) -> str | None:
    """Return the chamber that was typed; otherwise offer those that it may be."""
    from bot.understanding import places

    exact = text.upper()
    if any(chamber.id == exact for chamber in reference().chambers):
        return exact
    languages = (talk.texts.language, *talk.house.network.working_languages)
    found = places.understand_chamber(text, languages=languages)
    if found.sure is not None:
        return found.sure
    buttons = [
        Button(
            reference().chamber_label(match.code, talk.texts.language),
            INVITATION.data(InvitationAction.CHAMBER, match.code),
        )
        for match in found.matches
    ]
    key = "invite-which" if buttons else "invite-unknown"
    talk.say(talk.texts(key), grid(buttons, 1))
    return None


def invite_pressed(talk: Talk) -> None:
    """A choice under /invite: whom, then for which chamber."""
    press = talk.pressed
    match press.one_of(0, InvitationAction):
        case InvitationAction.WHOM:
            talk.show(talk.texts("invite-whom"), _invite_choices(talk.texts))
        case InvitationAction.COUNTRIES:
            _offer_countries(talk)
        case InvitationAction.COUNTRY:
            _offer_chambers(talk, press.code(1))
        case InvitationAction.CHAMBER:
            if not reference().has_chamber(press.code(1)):
                raise OldButton(INVITATION.name)
            _show_invitation(talk, Role.CORRESPONDENT, press.code(1))
        case InvitationAction.ROLE:
            _show_invitation(talk, press.one_of(1, Role), None)


def _offer_countries(talk: Talk) -> None:
    options = registration.country_options(talk.texts.language)
    buttons = [
        Button(option.label, INVITATION.data(InvitationAction.COUNTRY, option.code))
        for option in options
    ]
    back = _back(talk.texts, InvitationAction.WHOM)
    talk.show(talk.texts("invite-country"), [*grid(buttons, 3), back])


def _offer_chambers(talk: Talk, country: str) -> None:
    of_country = [chamber for chamber in reference().chambers if chamber.country == country]
    if not of_country:
        raise OldButton(INVITATION.name)
    if len(of_country) == 1:
        _show_invitation(talk, Role.CORRESPONDENT, of_country[0].id)
        return
    buttons = [
        Button(
            reference().chamber_label(chamber.id, talk.texts.language),
            INVITATION.data(InvitationAction.CHAMBER, chamber.id),
        )
        for chamber in of_country
    ]
    back = _back(talk.texts, InvitationAction.COUNTRIES)
    talk.show(talk.texts("invite-chamber"), [*grid(buttons, 1), back])


def _back(texts: Texts, where: InvitationAction) -> list[Button]:
    return [Button(texts.plain("form-back"), INVITATION.data(where))]


def _invite_choices(texts: Texts) -> Keyboard:
    return [[Button(texts.plain(ROLE.key(role)), _invitation_of(role))] for role in Role]


def _invitation_of(role: Role) -> str:
    """Return what invites somebody of a role; of a correspondent the country is asked first."""
    if role is Role.CORRESPONDENT:
        return INVITATION.data(InvitationAction.COUNTRIES)
    return INVITATION.data(InvitationAction.ROLE, role)


def _show_invitation(talk: Talk, role: Role, chamber_id: str | None) -> None:
    """Make the invitation and show its link, which is shown this once."""
    span = talk.house.network.invitation_valid_for
    code = people.invite(
        talk.session, role, chamber_id, by=talk.member_id, now=talk.now, valid_for=span
    )
    until = times.moment(talk.now + span, talk.member.zone, talk.texts.language)
    link = f"https://t.me/{talk.house.username}?start={code}"
    whom = (
        reference().chamber_label(chamber_id, talk.texts.language)
        if chamber_id
        else talk.texts.plain(ROLE.key(role))
    )
    copy = [[Button(talk.texts.plain("invite-copy"), copy=link)]]
    talk.show(talk.texts("invite-link", whom=whom, link=link, code=code, until=until), copy)


def show_application(talk: Talk) -> None:
    """The card of somebody who waits for a decision."""
    applicant = talk.row(0, Person)
    if applicant.standing is not Standing.APPLICANT:
        raise OldButton(APPLICATION.name)
    chambers = stored.chambers_of(talk.session, applicant.id)
    talk.say(*application_card(talk.texts, applicant, chambers, talk.member.zone))


def _may_register(person: Person | None) -> bool:
    """Show the way in while it makes sense."""
    return person is None or person.standing in access.MAY_RETURN


def _membership(talk: Talk) -> bool:
    """Somebody blocked the bot; who comes back is noted before any handler runs."""
    change = talk.update.my_chat_member
    if change is not None and change.new_chat_member.status in GONE:
        people.lost_account(talk.session, talk.user.id, "blocked the bot", now=talk.now)
    return True


COMMANDS = (
    Command("start", start, Access.ANYONE, rank=180, usage="[code]"),
    Command("register", register, Access.ANYONE, rank=10, shown_to=_may_register),
    Command("invite", invite, Access.COORDINATOR, rank=90, usage="[role or chamber]"),
)
BUTTONS = (
    Pressed(VERDICT, decide, Access.COORDINATOR),
    Pressed(INVITATION, invite_pressed, Access.COORDINATOR),
    Pressed(APPLICATION, show_application, Access.COORDINATOR),
)
READERS = (Reader(Way.MEMBERSHIP, "blocked", _membership, Access.ANYONE, 100),)
