"""Notifications about people: applications for coordinators, decisions for applicants."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core import times
from bot.core.messages import Act, Button, Html, Keyboard, Outgoing, Style
from bot.core.text_families import DECIDED, START, TO_JOIN
from bot.core.text_keys import Family
from bot.core.texts import Texts, language_name
from bot.outbox.message_kinds import COORDINATORS, MessageKind, in_working_hours
from bot.outbox.notification import Drawn, Notification, Withheld, dropped
from bot.people import chambers_shown, identity, silence
from bot.people.callbacks import APPLICANT, STAY, VERDICT, ApplicantAction, Verdict
from bot.people.identity import Application
from bot.people.news import alike_line
from bot.people.personal_data import Why
from config.reference import reference
from storage import forms, meetings, people, reminding
from storage.models import Person, Standing

NEWS = Family("application-news-{}", ("answer", "email"))
"""What has come of an application since its card."""
LEFT = Family("people-left-{}", Why)
"""What coordinators are told of somebody who is gone."""
CARD = (
    "people-application",
    "people-approve",
    "people-decline",
    "application-ask",
    "application-code",
    "application-username",
    "application-unit",
    "application-email",
    "application-alike",
    "application-said",
    "application-no-answer",
)
"""What the card of an application says."""


def application_card(
    texts: Texts, applicant: Person, chambers: Sequence[str], known: Application, zone: str
) -> tuple[Html, Keyboard]:
    """Return the card with Approve and Decline for a coordinator whose clock is in *zone*."""
    labels = [reference().chamber_label(code, texts.language) for code in chambers]
    text = texts(
        "people-application",
        name=applicant.name,
        chambers=", ".join(labels),
        language=language_name(applicant.language),
        when=times.moment(applicant.created_at, zone, texts.language),
        more=Html("".join(f"\n{line}" for line in _identity(texts, applicant, known, zone))),
    )
    if known.left_suspended:
        text = Html(f"{text}\n\n{texts('people-returning')}")
    yes = VERDICT.data(Verdict.YES, applicant)
    no = VERDICT.data(Verdict.NO, applicant)
    row = [
        Button(texts.plain("people-approve"), yes, style=Style.SUCCESS),
        Button(texts.plain("people-decline"), no, style=Style.DANGER),
    ]
    ask = APPLICANT.data(ApplicantAction.ASK, applicant)
    rows = [row, [Button(texts.plain("application-ask"), ask)]]
    if applicant.email is not None and applicant.email_confirmed_at is None:
        code = APPLICANT.data(ApplicantAction.CODE, applicant)
        rows.append([Button(texts.plain("application-code"), code)])
    return text, rows


def _identity(texts: Texts, applicant: Person, known: Application, zone: str) -> list[Html]:
    """Return the lines that help to know who somebody is."""
    lines = contact_lines(texts, applicant, known.code_until, zone)
    lines += [alike_line(texts, one, chambers) for one, chambers in known.alike]
    lines += [
        texts(
            "application-said",
            by=by or texts.plain("people-somebody"),
            question=asked.question,
            answer=asked.answer or texts.plain("application-no-answer"),
        )
        for asked, by in known.questions
    ]
    return lines


def contact_lines(
    texts: Texts, person: Person, code_until: datetime | None, zone: str
) -> list[Html]:
    """Return a person's Telegram name, unit and email, each where it is given."""
    lines = []
    if person.username is not None:
        lines.append(texts("application-username", username=f"@{person.username}"))
    if person.unit is not None:
        lines.append(texts("application-unit", unit=person.unit))
    if person.email is not None:
        lines.append(
            texts(
                "application-email",
                email=person.email,
                state=_email_state(person, code_until),
                until=times.moment(code_until, zone, texts.language) if code_until else "",
            )
        )
    return lines


def _email_state(person: Person, code_until: datetime | None) -> str:
    if person.email_confirmed_at is not None:
        return "confirmed"
    return "sent" if code_until is not None else "unconfirmed"


def _application(notification: Notification) -> Drawn:
    """Draw the card with Approve and Decline for a coordinator."""
    card = _card(notification)
    return card if isinstance(card, Withheld) else notification.to_person(*card)


def _application_news(notification: Notification) -> Drawn:
    """Draw the card again for what has come of an applicant: an answer, a code."""
    card = _card(notification)
    if isinstance(card, Withheld):
        return card
    text, rows = card
    what = notification.texts(NEWS.key(str(notification.row.about["what"])))
    return notification.to_person(Html(f"{what}\n\n{text}"), rows)


def _application_closed(notification: Notification) -> Drawn:
    """Turn a coordinator's card into what has become of the application."""
    about, texts = notification.row.about, notification.texts
    applicant = people.get(notification.session, about["person_id"])
    if applicant is None or applicant.standing is Standing.APPLICANT:
        return dropped("the application is gone, or open again")
    by = people.get(notification.session, applicant.decided_by) if applicant.decided_by else None
    text = texts(
        DECIDED.key(applicant.standing),
        name=applicant.name,
        by=by.name if by else texts.plain("people-somebody"),
    )
    message = notification.to_person(text)
    return replace(message, act=Act.EDIT, message_id=about["message_id"])


def _card(notification: Notification) -> tuple[Html, Keyboard] | Withheld:
    applicant = people.get(notification.session, notification.row.about["person_id"])
    if applicant is None or applicant.standing is not Standing.APPLICANT:
        return dropped("decided meanwhile")
    session = notification.session
    chambers = people.chambers_of(session, applicant.id)
    known = identity.application(session, applicant, now=notification.now)
    zone = notification.person.zone
    return application_card(notification.texts, applicant, chambers, known, zone)


def _question(notification: Notification) -> Drawn:
    """Put a coordinator's question to an applicant, with a button to answer."""
    texts, question_id = notification.texts, notification.row.about["question_id"]
    asked = identity.question(notification.session, question_id, notification.person)
    if asked is None:
        return dropped("decided meanwhile")
    answer = APPLICANT.data(ApplicantAction.ANSWER, asked)
    rows = [[Button(texts.plain("application-answer"), answer, style=Style.PRIMARY)]]
    return notification.to_person(texts("application-question", question=asked.question), rows)


def _email_code(notification: Notification) -> Drawn:
    """Tell an applicant that a code is to come by email, and what to do with it."""
    person = notification.person
    if not identity.awaits_code(notification.session, person):
        return dropped("no code is awaited any more")
    return notification.to_person(notification.texts("email-code-coming", email=str(person.email)))


def _welcome(notification: Notification) -> Drawn:
    """Draw the first message to a new member, with what they can do now."""
    return notification.to_person(
        notification.texts(START.key(notification.person.role), name=notification.person.name)
    )


def _declined(notification: Notification) -> Drawn:
    """Draw the refusal, with its reason where one was given."""
    reason = notification.person.decline_reason
    key = "declined-with-reason" if reason else "declined"
    texts, network = notification.texts, notification.runtime.network
    join = texts(TO_JOIN.key(network.self_registration))
    return notification.to_person(texts(key, reason=reason or "", join=join))


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


def _took_over(notification: Notification) -> Drawn:
    """Tell a successor what waits for them in the place that they took."""
    session, texts, person = notification.session, notification.texts, notification.person
    drafts = 0
    if person.telegram_id is not None:
        kept = notification.runtime.kept_forms
        mine = forms.of_person(session, person.telegram_id)
        drafts = sum(form.kind in kept for form in mine)
    coming = reminding.coming_meetings(session, now=notification.now)
    ahead = [one for one in coming if one.starts_at > notification.now]
    unanswered = [one for one in ahead if meetings.answer_of(session, one.id, person.id) is None]
    text = texts(
        "handover-taken",
        where=chambers_shown.named(texts, people.chambers_of(session, person.id)),
        drafts=drafts,
        meetings=len(ahead),
        unanswered=len(unanswered),
    )
    return notification.to_person(text)


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
        texts=CARD,
        roles=COORDINATORS,
    ),
    MessageKind(
        "application_closed",
        _application_closed,
        texts=(*DECIDED.keys(), "people-somebody"),
        roles=COORDINATORS,
        explains_itself=True,
        is_message=False,
        refusal_is_told=False,
    ),
    MessageKind(
        "application_news",
        _application_news,
        texts=(*NEWS.keys(), *CARD),
        roles=COORDINATORS,
    ),
    MessageKind(
        "application_question",
        _question,
        texts=("application-question", "application-answer"),
        standings=frozenset({Standing.APPLICANT}),
        explains_itself=True,
    ),
    MessageKind(
        "email_code",
        _email_code,
        texts=("email-code-coming",),
        standings=frozenset({Standing.APPLICANT}),
        explains_itself=True,
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
        "took_over",
        _took_over,
        texts=("handover-taken", "registration-no-chamber"),
        explains_itself=True,
    ),
    MessageKind(
        silence.ASKED,
        _silent,
        texts=("silent-ask", "silent-keep"),
        explains_itself=True,
        keeps_hours=in_working_hours,
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
