"""A member's unit, work email and Telegram name: shown, changed, removed."""

from bot.chat.feature import ButtonHandler
from bot.chat.forms.form import Ending, Finishing, Flow
from bot.chat.request import Request
from bot.core.access import Access
from bot.core.messages import Button
from bot.people import preferences, settings_card
from bot.people.callbacks import CONTACT, ContactAction
from bot.people.fields import PERSON_FIELDS

UNIT, EMAIL = "unit", "email"
REMOVES = (
    (ContactAction.NO_UNIT, UNIT, "contact-no-unit"),
    (ContactAction.NO_EMAIL, EMAIL, "contact-no-email"),
    (ContactAction.NO_USERNAME, "username", "contact-no-username"),
)


def show(request: Request) -> None:
    """The three values, with a button to change or remove each."""
    texts, person = request.texts, request.member
    nothing = texts.plain("contact-nothing")
    text = texts(
        "contact-card",
        unit=person.unit or nothing,
        email=person.email or nothing,
        confirmed="yes" if person.email_confirmed_at else "no",
        username=f"@{person.username}" if person.username else nothing,
    )
    changes = [
        Button(texts.plain("settings-unit"), CONTACT.data(ContactAction.UNIT)),
        Button(texts.plain("settings-email"), CONTACT.data(ContactAction.EMAIL)),
    ]
    removes = [
        [Button(texts.plain(key), CONTACT.data(action))]
        for action, column, key in REMOVES
        if getattr(person, column)
    ]
    request.show(text, [changes, *removes, settings_card.back_row(texts)])


def pressed(request: Request) -> None:
    """A button under the three values."""
    session, person = request.session, request.member
    match request.pressed.one_of(0, ContactAction):
        case ContactAction.UNIT:
            request.engine.start(request, UNIT)
            return
        case ContactAction.EMAIL:
            request.engine.start(request, EMAIL)
            return
        case ContactAction.NO_UNIT:
            preferences.say_unit(session, person, None)
        case ContactAction.NO_EMAIL:
            preferences.say_email(session, person, None)
        case ContactAction.NO_USERNAME:
            preferences.forget_username(session, person)
    show(request)


def _finish(finishing: Finishing) -> Ending:
    scene, request = finishing.scene, finishing.request
    # Skip leaves what there was: the card has a button that removes.
    if (unit := scene.answers.get("unit")) is not None:
        preferences.say_unit(scene.session, request.member, unit)
    if (email := scene.answers.get("email")) is not None:
        preferences.say_email(scene.session, request.member, email)
    return settings_card.shown_again(finishing)


BUTTONS = (ButtonHandler(CONTACT, pressed, Access.MEMBER),)
FORMS = tuple(
    Flow(
        kind=kind,
        open_to=Access.MEMBER,
        questions=PERSON_FIELDS[kind].questions,
        finish=_finish,
        left=settings_card.shown_again,
    )
    for kind in (UNIT, EMAIL)
)
