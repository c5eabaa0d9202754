"""Notifications about people: applications for coordinators, decisions for applicants."""

from collections.abc import Sequence

from bot.core import times
from bot.core.messages import Act, Button, Html, Keyboard, Outgoing, Style
from bot.core.text_families import START
from bot.core.text_keys import Family
from bot.core.texts import Texts, language_name
from bot.outbox.message_kinds import COORDINATORS, MessageKind
from bot.outbox.notification import Drawn, Notification, dropped
from bot.people import silence
from bot.people.callbacks import STAY, VERDICT, Verdict
from bot.people.personal_data import Why
from config.reference import reference
from storage import erasure, people
from storage.models import Person, Standing

LEFT = Family("people-left-{}", Why)
"""What coordinators are told of somebody who is gone."""


def application_card(
    texts: Texts,
    applicant: Person,
    chambers: Sequence[str],
    zone: str,
    *,
    left_suspended: bool = False,
) -> tuple[Html, Keyboard]:
    """Return the card with Approve and Decline for a coordinator whose clock is in *zone*.

    *left_suspended*: this account left the network while it was suspended.
    """
    labels = [reference().chamber_label(code, texts.language) for code in chambers]
    text = texts(
        "people-application",
        name=applicant.name,
        chambers=", ".join(labels),
        language=language_name(applicant.language),
        when=times.moment(applicant.created_at, zone, texts.language),
    )
    if left_suspended:
        text = Html(f"{text}\n\n{texts('people-returning')}")
    yes = VERDICT.data(Verdict.YES, applicant)
    no = VERDICT.data(Verdict.NO, applicant)
    row = [
        Button(texts.plain("people-approve"), yes, style=Style.SUCCESS),
        Button(texts.plain("people-decline"), no, style=Style.DANGER),
    ]
    return text, [row]


def _application(notification: Notification) -> Drawn:
    """Draw the card with Approve and Decline for a coordinator."""
    applicant = people.get(notification.session, notification.row.about["person_id"])
    if applicant is None or applicant.standing is not Standing.APPLICANT:
        return dropped("decided meanwhile")
    chambers = people.chambers_of(notification.session, applicant.id)
    text, rows = application_card(
        notification.texts,
        applicant,
        chambers,
        notification.person.zone,
        left_suspended=erasure.left_suspended(notification.session, applicant.telegram_id)
        is not None,
    )
    return notification.to_person(text, rows)


def _welcome(notification: Notification) -> Drawn:
    """Draw the first message to a new member, with what they can do now."""
    return notification.to_person(
        notification.texts(START.key(notification.person.role), name=notification.person.name)
    )


def _declined(notification: Notification) -> Drawn:
    """Draw the refusal, with its reason where one was given."""
    reason = notification.person.decline_reason
    key = "declined-with-reason" if reason else "declined"
    return notification.to_person(notification.texts(key, reason=reason or ""))


def _unreachable(notification: Notification) -> Drawn:
    """Tell a coordinator that a person cannot be reached any more."""
    person = people.get(notification.session, notification.row.about["person_id"])
    if person is None or person.unreachable_since is None:
        return dropped("reachable again")
    return notification.to_person(notification.texts("people-unreachable", name=person.name))


def _suspended(notification: Notification) -> Drawn:
    """Tell a person that the network is closed to them for the moment."""
    return notification.to_person(notification.texts("closed-suspended"))


def _left(notification: Notification) -> Drawn:
    """Tell a coordinator that somebody of these chambers has left, and who has nobody now."""
    chambers = [str(code) for code in notification.row.about["chambers"]]
    empty = [code for code in chambers if not people.of_chamber(notification.session, code)]
    texts, language = notification.texts, notification.texts.language
    labels = ", ".join(reference().chamber_label(code, language) for code in chambers)
    why = str(notification.row.about.get("why") or Why.ASKED)
    text = texts(LEFT.key(why), where=labels or texts.plain("registration-no-chamber"))
    if not empty:
        return notification.to_person(text)
    names = ", ".join(reference().chamber_label(code, language) for code in empty)
    nobody = texts("people-left-nobody", count=len(empty), where=names)
    return notification.to_person(Html(f"{text} {nobody}"))


def _silent(notification: Notification) -> Drawn:
    """Ask a member of whom nothing was heard for long whether they stay."""
    person, texts = notification.person, notification.texts
    if person.asked_to_stay_at is None:
        return dropped("they have written again")
    ends = silence.ends_at(person, notification.runtime.network)
    day = times.day(times.local(ends, person.zone).date(), texts.language)
    keep = Button(texts.plain("silent-keep"), STAY.data(person), style=Style.SUCCESS)
    return notification.to_person(texts("silent-ask", day=day), [[keep]])


def _commands(notification: Notification) -> Drawn:
    """Show a person the commands of what they have become."""
    message = notification.to_person("")
    return Outgoing(
        Act.COMMANDS,
        message.chat_id,
        commands=tuple(notification.runtime.menu.of(notification.person)),
        language=notification.person.language,
    )


KINDS = (
    MessageKind(
        "application",
        _application,
        texts=("people-application", "people-approve", "people-decline"),
        roles=COORDINATORS,
    ),
    MessageKind("welcome", _welcome, texts=START.keys(), explains_itself=True),
    MessageKind(
        "declined",
        _declined,
        texts=("declined", "declined-with-reason"),
        standings=frozenset({Standing.DECLINED}),
        explains_itself=True,
    ),
    MessageKind(
        "suspended",
        _suspended,
        texts=("closed-suspended",),
        standings=frozenset({Standing.SUSPENDED}),
        explains_itself=True,
    ),
    MessageKind(
        "left",
        _left,
        texts=(*LEFT.keys(), "people-left-nobody", "registration-no-chamber"),
        roles=COORDINATORS,
    ),
    MessageKind(
        silence.ASKED,
        _silent,
        texts=("silent-ask", "silent-keep"),
        explains_itself=True,
    ),
    MessageKind("unreachable", _unreachable, texts=("people-unreachable",), roles=COORDINATORS),
    MessageKind(
        "commands",
        _commands,
        standings=frozenset(Standing),
        explains_itself=True,
        is_message=False,
        refusal_is_told=False,
    ),
)
