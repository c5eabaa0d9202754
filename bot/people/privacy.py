"""/privacy: the notice on data protection, for everybody; and that a member has read it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command, Job, Tools
from bot.chat.request import Request
from bot.core import messages
from bot.core.access import Access, allows
from bot.core.messages import Button, Html, Style, paragraphs
from bot.core.runtime import Runtime
from bot.core.texts import Texts
from bot.core.typography import tied
from bot.outbox.message_kinds import MessageKind, in_working_hours
from bot.outbox.notification import Drawn, Notification, dropped
from bot.people import acknowledgement, privacy_notice, registration
from bot.people.callbacks import PRIVACY, PrivacyAction
from bot.people.privacy_notice import all_of_it

EVERY = timedelta(minutes=5)


def privacy(request: Request) -> None:
    """The whole notice; below it whoever has not read it may say that they have."""
    network, form = request.runtime.network, request.form
    for part in paragraphs(privacy_notice.full(network, request.texts)):
        request.say(part)
    if form is not None and registration.asks_for_privacy(form):
        # The question that was on show is far up by now.
        request.engine.show(request, form, anew=True)
    elif request.person is not None and _should_read(request):
        read = PRIVACY.data(PrivacyAction.READ, str(network.privacy.version))
        request.say(request.texts("privacy-ask"), [[_button(request.texts, read)]])


def _should_read(request: Request) -> bool:
    person = request.person
    return (
        person is not None
        and allows(person, Access.MEMBER)
        and not acknowledgement.has_read(request.session, request.runtime.network, person)
    )


def _button(texts: Texts, data: str) -> Button:
    return Button(texts.plain("registration-privacy-yes"), data, style=Style.PRIMARY)


def pressed(request: Request) -> None:
    """Read all of it."""
    privacy(request)


def read_it(request: Request) -> None:
    """A member says that they have read the notice as it is."""
    version = request.pressed.code(1)
    current = request.runtime.network.privacy.version
    if version != current:
        if current is None:
            raise OldButton(PRIVACY.name)
        # It was under an earlier text: what holds now is shown in its place.
        request.toast(request.texts("privacy-newer"), alert=True)
        privacy(request)
        return
    acknowledgement.acknowledge(request.session, request.member, version, now=request.now)
    request.show(request.texts("privacy-noted", version=version), [[all_of_it(request.texts)]])


# --- a new version -------------------------------------------------------------------------------


def _changed(notification: Notification) -> Drawn:
    """Tell a member that the notice has changed, or remind them once."""
    network, texts, about = notification.runtime.network, notification.texts, notification.row.about
    version = network.privacy.version
    if version is None or about.get("version") != version:
        return dropped("another notice holds now")
    versions = notification.known.once(
        ("privacy", version), lambda: acknowledgement.enough(notification.session, network)
    )
    if versions is None or notification.person.acknowledged_version in versions:
        return dropped("they have read it")
    changes = network.privacy.changes
    lines = [
        texts(
            "privacy-changed",
            network=network.name_in(texts.language),
            version=version,
            again="yes" if about.get("again") else "no",
        ),
        texts("privacy-free"),
    ]
    if changes is not None:
        lines.insert(1, messages.html(tied(changes.in_language(texts.language), texts.language)))
    read = _button(texts, PRIVACY.data(PrivacyAction.READ, version))
    return notification.to_person(Html("\n\n".join(lines)), [[all_of_it(texts)], [read]])


async def _tell(tools: Tools) -> None:
    """Note the notice's version, and plan what members have to be told of it."""
    runtime = tools.runtime
    await runtime.db(acknowledgement.plan, runtime.network, now=runtime.clock.now())


def _upcoming(
    runtime: Runtime, session: Session, after: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    """Return the messages on the notice that will be planned."""
    return acknowledgement.coming(session, runtime.network, after=after, until=until)


COMMANDS = (Command("privacy", privacy, Access.ANYONE, rank=150),)
BUTTONS = (
    ButtonHandler(PRIVACY, pressed, Access.ANYONE, actions=(PrivacyAction.ALL,)),
    ButtonHandler(PRIVACY, read_it, Access.MEMBER, actions=(PrivacyAction.READ,)),
)
KINDS = (
    MessageKind(
        acknowledgement.KIND,
        _changed,
        texts=("privacy-changed", "privacy-free", "privacy-all"),
        keeps_hours=in_working_hours,
    ),
)
JOBS = (Job("tell_privacy", EVERY, _tell, _upcoming),)
