"""Notices of meetings, drawn when they are sent: announced, moved, changed, cancelled."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from bot.chat.forms.fields import Change, Goes, Shown, Told
from bot.core import times
from bot.core.answers import choices_for
from bot.core.messages import Button, Html, Keyboard, Style
from bot.core.text_families import CHOICE
from bot.core.text_keys import FORM_LABEL, Family
from bot.core.texts import Texts
from bot.meetings import notice as document
from bot.meetings import service
from bot.meetings import words as meeting_words
from bot.meetings.callbacks import MEETING, RSVP, MeetingAction
from bot.meetings.fields import MEETING_FIELDS
from bot.outbox.message_kinds import MessageKind, Missed
from bot.outbox.notification import Drawn, Notification, Withheld, dropped
from config.network import Network
from storage import deliveries, meetings, reminding
from storage.models import (
    Answer,
    Choice,
    DeliveryState,
    Meeting,
    MeetingState,
    Notice,
    NoticeKind,
    Person,
)
from storage.reminding import Situation

NEWS = Family("meeting-{}", (NoticeKind.MOVED, NoticeKind.CHANGED))
"""The line above a notice of a change."""


def _notice(notification: Notification) -> Drawn:
    """Draw a notice of the meeting as it is now."""
    meeting = meetings.get(notification.session, notification.row.meeting_id)
    if meeting is None:
        return dropped("the meeting is gone")
    # Who was away reads what has changed since they last heard.
    notice_id = notification.row.notice_id or notification.row.about.get("since")
    notice = meetings.notice(notification.session, notice_id) if notice_id else None
    kind = notice.kind if notice else NoticeKind.ANNOUNCED
    is_cancelled = meeting.state is MeetingState.CANCELLED
    if is_cancelled and kind is not NoticeKind.CANCELLED:
        return Withheld(DeliveryState.SUPERSEDED, "the meeting was cancelled")
    file = document.calendar_file(
        meeting,
        notification.texts,
        notification.runtime.network,
        now=notification.now,
        cancelled=is_cancelled,
    )
    if is_cancelled:
        return notification.to_person(
            _cancelled(notification.texts, meeting, notification.person.zone), file=file
        )
    file = replace(file, caption=notification.texts("meeting-calendar-file"))
    zone = notification.person.zone
    text = body_with_heading(notification, meeting, notice, zone)
    given = meetings.answer_of(notification.session, meeting.id, notification.person.id)
    return notification.to_person(text, answer_rows(notification.texts, meeting, given), file=file)


def for_email(
    texts: Texts, network: Network, meeting: Meeting, notice: Notice | None, zone: str
) -> Html:
    """Return a notice as it is told to those who are not on Telegram."""
    if meeting.state is MeetingState.CANCELLED:
        return _cancelled(texts, meeting, zone)
    body = document.body(meeting, texts, network, reader_zone=zone, to=Goes.EMAIL)
    return Html(f"{_heading(texts, network, meeting, notice, zone)}\n\n{body}")


def _heading(
    texts: Texts, network: Network, meeting: Meeting, notice: Notice | None, zone: str
) -> Html:
    """Return the line that says what is new: old → new for a change."""
    if notice is None or notice.kind is NoticeKind.ANNOUNCED:
        return texts("meeting-announced")
    if notice.kind is NoticeKind.REINSTATED:
        return texts("meeting-reinstated")
    changes = change_lines(notice.before, meeting, texts, network, zone)
    if notice.reason:
        because = texts("change-because", reason=notice.reason)
        changes = Html(f"{changes}\n{because}")
    return texts(NEWS.key(notice.kind), changes=changes)


def body_with_heading(
    notification: Notification, meeting: Meeting, notice: Notice | None, zone: str
) -> Html:
    """Return the notice under the line that says what is new, and what was answered before."""
    texts, network = notification.texts, notification.runtime.network
    body = document.body(meeting, texts, network, reader_zone=zone, to=Goes.NOTICE)
    heading = _heading(texts, network, meeting, notice, zone)
    given = meetings.answer_of(notification.session, meeting.id, notification.person.id)
    if given is not None and not service.holds(given, meeting):
        choice = texts(CHOICE.key(given.choice))
        heading = Html(f"{heading}\n\n{texts('meeting-answer-again', choice=choice)}")
    if notice is not None and notice.kind is NoticeKind.MOVED and _awaited(notification, meeting):
        heading = Html(f"{heading}\n{texts('meeting-again-dropped')}")
    return Html(f"{heading}\n\n{body}")


def _awaited(notification: Notification, meeting: Meeting) -> bool:
    """Tell whether the reader had asked to be reminded again, of what the move has made void."""
    rows = deliveries.of_meeting(notification.session, meeting.id, [notification.person.id])
    return any(row.about.get("again") and row.state in deliveries.WAITING for row in rows)


def change_lines(
    before: dict[str, Any], meeting: Meeting, texts: Texts, network: Network, zone: str
) -> Html:
    """Return what changed, each under its name as ``old → new``, in words.

    *before* holds the values that were replaced, by column, as a notice keeps them.
    """
    shown = Shown(meeting, texts, zone, network=network)
    return Html("\n".join(_change(found, texts) for found in MEETING_FIELDS.changes(before, shown)))


RENEWED = Family(
    "meeting-new-{}", (one.name for one in MEETING_FIELDS.fields if one.told is Told.BY_NAME)
)
"""What is said of a field that is too long to be told with both its values."""


def _change(found: Change, texts: Texts) -> Html:
    if found.field.told is Told.BY_NAME:
        return texts(RENEWED.key(found.field.name))
    nothing = texts.plain("meeting-nothing")
    return texts(
        "meeting-was-now",
        field=texts(FORM_LABEL.key("announcement", found.field.name)),
        old=found.old or nothing,
        new=found.new or nothing,
    )


def _cancelled(texts: Texts, meeting: Meeting, zone: str) -> Html:
    when = meeting_words.when(meeting, texts.language, zone)
    reason = meeting.cancel_reason
    key = "meeting-cancelled-because" if reason else "meeting-cancelled"
    return texts(key, title=meeting.title, when=when, reason=reason or "")


def answer_rows(texts: Texts, meeting: Meeting, given: Answer | None) -> list[list[Button]]:
    """Return the answers that the format allows, one's own marked, and the comment below."""
    held = given.choice if given is not None and service.holds(given, meeting) else None
    row = [
        Button(
            f"✓ {texts.plain(CHOICE.key(choice))}"
            if choice is held
            else texts.plain(CHOICE.key(choice)),
            RSVP.data(meeting, meeting.sequence, choice),
            style=Style.SUCCESS if choice is held else None,
        )
        for choice in choices_for(meeting.format)
    ]
    below = []
    if held is not None:
        has = given is not None and given.comment
        below.append(
            Button(
                texts.plain("meeting-change-comment" if has else "meeting-add-comment"),
                MEETING.data(MeetingAction.COMMENT, meeting),
            )
        )
    return [row, below] if below else [row]


def card(
    session: Session,
    texts: Texts,
    network: Network,
    meeting: Meeting,
    person: Person,
    situation: Situation | None = None,
) -> tuple[Html, Keyboard]:
    """Return a meeting's card with the reader's own answer and their colleagues', for the chat.

    *situation* is how the meeting stands, for whoever has asked already.
    """
    if meeting.state is MeetingState.CANCELLED:
        return _cancelled(texts, meeting, person.zone), []
    if situation is None:
        situation = reminding.situation(session, meeting.id)
    parties = situation.parties
    given = parties[person.id].answer if person.id in parties else None
    body = document.body(meeting, texts, network, reader_zone=person.zone, to=Goes.CARD)
    said = [own_answer(texts, meeting, given)]
    if given is None or not service.holds(given, meeting):
        said += [
            texts(
                "meeting-recorded",
                choice=texts(CHOICE.key(one.choice)),
                day=times.day(times.local(one.recorded_at, person.zone).date(), texts.language),
            )
            for one in service.recorded_of(meeting, person.id, situation)
        ]
    said += _of_colleagues(texts, service.colleagues(meeting, person.id, parties))
    rows = answer_rows(texts, meeting, given)
    return Html("\n".join([f"{body}\n", *said])), [*rows, [_calendar(texts, meeting)]]


def _of_colleagues(texts: Texts, choices: Sequence[Choice]) -> Iterator[Html]:
    """Yield how many colleagues gave each answer: members do not see each other's names."""
    for choice, count in Counter(choices).items():
        yield texts("meeting-colleagues", count=count, choice=texts(CHOICE.key(choice)))


def _calendar(texts: Texts, meeting: Meeting) -> Button:
    return Button(texts.plain("meeting-calendar"), MEETING.data(MeetingAction.CALENDAR, meeting))


def own_answer(texts: Texts, meeting: Meeting, given: Answer | None) -> Html:
    """Return the line that says what one has answered."""
    if given is None:
        return texts("meeting-no-answer")
    choice = texts(CHOICE.key(given.choice))
    if not service.holds(given, meeting):
        return texts("meeting-answer-again", choice=choice)
    if given.comment:
        return texts("meeting-own-answer-comment", choice=choice, comment=given.comment)
    return texts("meeting-own-answer", choice=choice)


KINDS = (
    MessageKind(
        "notice",
        _notice,
        texts=(
            "meeting-announced",
            "meeting-reinstated",
            *NEWS.keys(),
            "meeting-cancelled",
            "meeting-cancelled-because",
            "meeting-answer-again",
            "meeting-again-dropped",
            "meeting-calendar-file",
            "change-because",
            *CHOICE.keys(),
        ),
        missed=Missed.ANEW,
    ),
)
