"""A person's rights over their data: to have it, and to be forgotten."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.chat.forms.fields import Goes, revived
from bot.outbox import enqueue
from bot.people import applications, onboarding
from bot.people.fields import PERSON_FIELDS
from bot.reminders import service as reminders
from config.network import Network
from storage import audit, list_views, offers, people, personal, reminding, visitors
from storage.models import Form, Person, Role, Standing

RENAMED = "person.renamed"
"""An act that holds a name."""


class OnlyCoordinator(Exception):
    """The network would be left without anybody who can admit a successor."""


def export(session: Session, person: Person | None, telegram_id: int) -> dict[str, Any]:
    """Return everything that is kept about a person, or about an account without one."""
    found: dict[str, Any] = {"unfinished": [_form(form) for form in _forms(session, telegram_id)]}
    offered = offers.of_chat(session, telegram_id)
    if offered:
        found["offered_texts"] = [
            {"text": each.text, "at": _iso(each.offered_at)} for each in offered
        ]
    shown = list_views.get(session, telegram_id)
    if shown is not None:
        found["list_shown"] = {"filter": shown.filter, "at": _iso(shown.shown_at)}
    if person is None:
        chosen = visitors.language(session, telegram_id)
        return found | ({"language": chosen} if chosen else {})
    person_id = person.id
    return {
        "person": person.model_dump(mode="json", include={*PERSON_FIELDS.columns_to(Goes.EXPORT)}),
        "seats": [
            seat.model_dump(mode="json", include={"chamber_id", "since", "until"})
            for seat in personal.seats(session, person_id)
        ],
        "invitations": [
            {"meeting": meeting.title, "starts_at": _iso(meeting.starts_at)}
            for _, meeting in personal.invitations(session, person_id)
        ],
        "answers": [
            {
                "meeting": meeting.title,
                "starts_at": _iso(meeting.starts_at),
                "answer": given.choice.value,
                "comment": given.comment,
                "answered_at": _iso(given.answered_at),
            }
            for given, meeting in personal.answers(session, person_id)
        ],
        "activities_entered": [
            {"ref": update.ref, "title": update.title, "state": update.state.value}
            for update in personal.authored(session, person_id)
        ],
        "messages": [
            {
                "kind": row.kind,
                "due_at": _iso(row.due_at),
                "state": row.state.value,
                "sent_at": _iso(row.sent_at),
                "reason": row.reason,
            }
            for row in personal.messages(session, person_id)
        ],
        "acts": [
            {"at": _iso(act.at), "act": act.act, "about": act.subject, "detail": act.detail}
            for act in personal.acts(session, person_id)
        ],
        **found,
    }


def erase(
    session: Session, network: Network, person: Person, *, update_id: int, now: datetime
) -> None:
    """Take a person out of the network and their name out of everything that stays.

    The chamber's activities stay under the chamber's name; past answers stay as the chamber's, no
    comment beside them; answers to coming meetings go. *update_id* is the update that asked for it.
    Raises :class:`OnlyCoordinator`.
    """
    is_last = person.role is Role.COORDINATOR and len(people.coordinators(session)) == 1
    if person.standing is Standing.ACTIVE and is_last:
        raise OnlyCoordinator
    person_id, telegram_id = person.id, person.telegram_id
    was_member = person.standing is Standing.ACTIVE
    chambers = people.chambers_of(session, person_id)
    people.leave_seats(session, person_id, now=now)
    onboarding.leave(session, person)
    _take_the_name_out(person)
    session.add(person)
    session.flush()
    personal.erase_remarks(session, person_id)
    if telegram_id is not None:
        personal.erase_conversations(session, telegram_id, besides=update_id)
        applications.pause(session, telegram_id, now=now)
    for meeting in reminding.coming_meetings(session, now=now):
        if meeting.starts_at > now:
            personal.erase_answer(session, meeting.id, person_id)
            reminders.replan(session, network, meeting, now=now, chambers=chambers)
    renamed = [act for act in audit.about(session, f"person:{person_id}") if act.act == RENAMED]
    audit.take_names_out(session, renamed)
    audit.record(session, "person.erased", by=None, now=now, subject=f"person:{person_id}")
    if was_member:
        enqueue.tell_coordinators(
            session,
            "left",
            key=f"left:{person_id}",
            about={"chambers": chambers},
            now=now,
        )


def _take_the_name_out(person: Person) -> None:
    """Empty whatever is declared as personal."""
    for column, reason in PERSON_FIELDS.personal().items():
        setattr(person, column, revived(PERSON_FIELDS.table.c[column], reason.erased))
    person.standing, person.role = Standing.DEPARTED, Role.CORRESPONDENT


def _forms(session: Session, telegram_id: int) -> list[Form]:
    return list(personal.forms(session, telegram_id))


def _form(form: Form) -> dict[str, Any]:
    return {"kind": form.kind, "answers": form.answers, "begun_at": _iso(form.created_at)}


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
