"""What coordinators are told at once: changes of roles, links, the command line, other names.

None of these can be stopped: nobody becomes a coordinator unseen.
"""

from collections.abc import Sequence

from sqlmodel import Session

from bot.core import times
from bot.core.messages import Button, Html, Keyboard
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.outbox.message_kinds import COORDINATORS, MessageKind
from bot.outbox.notification import Drawn, Notification, dropped
from bot.people import chambers_shown, identity, role_changes
from bot.people.callbacks import (
    COMMAND_LINE,
    MEMBER,
    ROLE_CHANGE,
    CommandLineAction,
    MemberAction,
)
from bot.people.inviting import whom
from config.reference import reference
from storage import people
from storage.models import AuditEntry, ChangeAct, Invitation, Person, RoleChange, Standing

CHANGED = Family("role-changed-{}", ChangeAct)
TAKEN = Family("role-taken-{}", role_changes.TAKES)


def change_text(session: Session, texts: Texts, change: RoleChange, reader: Person) -> Html:
    """Return what coordinators read of a change, and what became of it."""
    person, by = people.get(session, change.person_id), people.get(session, change.by)
    said = texts(
        CHANGED.key(change.act),
        name=person.name if person else texts.plain("people-somebody"),
        where=_where(session, texts, change.person_id),
        by=by.name if by else texts.plain("invitations-command-line"),
    )
    return Html(f"{said}\n\n{_ending(session, texts, change, reader)}")


def _ending(session: Session, texts: Texts, change: RoleChange, reader: Person) -> Html:
    if change.undone_at is not None:
        by = people.get(session, change.undone_by)
        name = by.name if by else texts.plain("people-somebody")
        return texts("role-change-undone", by=name)
    until = times.moment(change.at + role_changes.UNDO_WITHIN, reader.zone, texts.language)
    return texts("role-change-until", until=until)


def _where(session: Session, texts: Texts, person_id: int) -> str:
    return chambers_shown.named(texts, people.chambers_of(session, person_id))


def _changed(notification: Notification) -> Drawn:
    """Draw what changed in what somebody may do, with Undo."""
    session, texts = notification.session, notification.texts
    change = session.get(RoleChange, notification.row.about["change_id"])
    if change is None:
        return dropped("the change is gone")
    text = change_text(session, texts, change, notification.person)
    return notification.to_person(text, _undo_row(notification, change))


def _taken(notification: Notification) -> Drawn:
    """Tell somebody who was a coordinator by whom that ended, and who can undo it."""
    session, texts = notification.session, notification.texts
    change = session.get(RoleChange, notification.row.about["change_id"])
    if change is None or change.undone_at is not None:
        return dropped("it was undone meanwhile")
    by = people.get(session, change.by)
    why_not = role_changes.why_not(session, change, notification.person, now=notification.now)
    until = change.at + role_changes.UNDO_WITHIN
    text = texts(
        TAKEN.key(change.act),
        by=by.name if by else texts.plain("people-somebody"),
        can="others" if why_not else "you",
        until=times.moment(until, notification.person.zone, texts.language),
    )
    return notification.to_person(text, [] if why_not else _undo_row(notification, change))


def _undo_row(notification: Notification, change: RoleChange) -> Keyboard:
    over = notification.now >= change.at + role_changes.UNDO_WITHIN
    if over or change.undone_at is not None:
        return []
    return [[Button(notification.texts.plain("role-change-undo"), ROLE_CHANGE.data(change))]]


def _command_line(notification: Notification) -> Drawn:
    """Tell a coordinator that somebody on the machine used the command line."""
    session, texts = notification.session, notification.texts
    entry = session.get(AuditEntry, notification.row.about["entry_id"])
    if entry is None or "command" not in entry.detail:
        return dropped("the entry is gone")
    invitation = session.get(Invitation, notification.row.about.get("invitation_id", 0))
    text = texts(
        "command-line-used",
        command=str(entry.detail["command"]),
        user=str(entry.detail["user"]),
        when=times.moment(entry.at, notification.person.zone, texts.language),
    )
    if invitation is None or invitation.used_at is not None or invitation.ended_at is not None:
        return notification.to_person(text)
    revoke = COMMAND_LINE.data(CommandLineAction.REVOKE, invitation)
    rows = [[Button(texts.plain("command-line-revoke"), revoke)]]
    made = texts("command-line-invitation", whom=whom(texts, invitation))
    return notification.to_person(Html(f"{text} {made}"), rows)


def _renamed(notification: Notification) -> Drawn:
    """Tell a coordinator of a member's other name, and whose it looks like."""
    session, texts = notification.session, notification.texts
    entry = session.get(AuditEntry, notification.row.about["entry_id"])
    person = people.get(session, notification.row.about["person_id"])
    if entry is None or person is None or "before" not in entry.detail:
        return dropped("the person is gone")
    text = texts(
        "person-renamed",
        before=str(entry.detail["before"]),
        after=str(entry.detail["after"]),
        where=_where(session, texts, person.id),
    )
    return notification.to_person(Html("\n".join([text, *alike_lines(session, texts, person)])))


def _seat_changed(notification: Notification) -> Drawn:
    """Tell a coordinator which chamber a member speaks for now, and who decided it."""
    session, texts, about = notification.session, notification.texts, notification.row.about
    person, by = people.get(session, about["person_id"]), people.get(session, about["by"])
    if person is None or person.standing is not Standing.ACTIVE:
        return dropped("the person is gone")
    text = texts(
        "seat-changed",
        name=person.name,
        before=chambers_shown.named(texts, about["before"]),
        after=_where(session, texts, person.id),
        role=person.role.value,
        by=by.name if by else texts.plain("people-somebody"),
    )
    opening = MEMBER.data(MemberAction.OPEN, person, 0)
    return notification.to_person(text, [[Button(texts.plain("seat-open"), opening)]])


def _seated(notification: Notification) -> Drawn:
    """Tell a member which chamber they speak for now, and what stays with the one of before."""
    session, texts, about = notification.session, notification.texts, notification.row.about
    person, by = notification.person, people.get(session, about["by"])
    chambers = people.chambers_of(session, person.id)
    text = texts(
        "seat-yours" if chambers else "seat-yours-no-more",
        where=chambers_shown.named(texts, chambers),
        before=chambers_shown.named(texts, about["before"]),
        by=by.name if by else texts.plain("people-somebody"),
        had="yes" if about["before"] else "no",
        zone=times.city(person.zone, texts.language),
    )
    return notification.to_person(text)


def alike_lines(session: Session, texts: Texts, person: Person) -> list[Html]:
    """Return a line for each member or applicant whose name could be taken for a person's."""
    return [
        alike_line(texts, one, chambers)
        for one, chambers in identity.alike(session, person.name, besides=person.id)
    ]


def alike_line(texts: Texts, one: Person, chambers: Sequence[str]) -> Html:
    """Return the line that says whose name somebody's looks like."""
    labels = [reference().chamber_label(code, texts.language) for code in chambers]
    return texts(
        "application-alike",
        name=one.name,
        where=", ".join(labels) or texts.plain("registration-no-chamber"),
        standing="waiting" if one.standing is Standing.APPLICANT else "member",
    )


KINDS = (
    MessageKind(
        "role_changed",
        _changed,
        texts=(*CHANGED.keys(), "role-change-undone", "role-change-until", "role-change-undo"),
        roles=COORDINATORS,
        explains_itself=True,
    ),
    MessageKind(
        "role_taken",
        _taken,
        texts=(*TAKEN.keys(), "role-change-undo", "people-somebody"),
        standings=role_changes.MAY_UNDO_THEIRS,
        explains_itself=True,
    ),
    MessageKind(
        "command_line",
        _command_line,
        texts=("command-line-used", "command-line-revoke", "command-line-invitation"),
        roles=COORDINATORS,
        explains_itself=True,
    ),
    MessageKind(
        "seat_changed",
        _seat_changed,
        texts=("seat-changed", "seat-open", "people-somebody", "registration-no-chamber"),
        roles=COORDINATORS,
        explains_itself=True,
    ),
    MessageKind(
        "seated",
        _seated,
        texts=("seat-yours", "seat-yours-no-more", "people-somebody", "registration-no-chamber"),
        explains_itself=True,
    ),
    MessageKind(
        "renamed",
        _renamed,
        texts=("person-renamed", "application-alike"),
        roles=COORDINATORS,
        explains_itself=True,
    ),
)
