"""Notices of meetings, drawn when they are sent: announced, moved, changed, cancelled."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot import times
from bot.callbacks import MEETING, RSVP, MeetingAction
from bot.delivery.letters.letter import Drawn, Letter, Letters, NotSent, dropped
from bot.documents import notice as document
from bot.documents.notice import View
from bot.domain.meetings import choices_for
from bot.messages import Button, Html, Keyboard, Style
from bot.services import meetings as service
from bot.texts import Texts
from config.network import Network
from config.reference import reference
from storage import meetings
from storage.models import (
    Answer,
    Choice,
    DeliveryState,
    Format,
    Meeting,
    MeetingState,
    Notice,
    NoticeKind,
)


def _notice(letter: Letter) -> Drawn:
    """Draw a notice of the meeting as it is now."""
    meeting = meetings.get(letter.session, letter.row.meeting_id)
    if meeting is None:
        return dropped("the meeting is gone")
    notice = meetings.notice(letter.session, letter.row.notice_id) if letter.row.notice_id else None
    kind = notice.kind if notice else NoticeKind.ANNOUNCED
    is_cancelled = meeting.state is MeetingState.CANCELLED
    if is_cancelled and kind is not NoticeKind.CANCELLED:
        return NotSent(DeliveryState.SUPERSEDED, "the meeting was cancelled")
    file = document.calendar_file(
        meeting, letter.texts, letter.house.network, now=letter.now, cancelled=is_cancelled
    )
    if is_cancelled:
        return letter.to_person(_cancelled(letter.texts, meeting, letter.person.zone), file=file)
    file = replace(file, caption=letter.texts("meeting-calendar-file"))
    zone = letter.person.zone
    text = body_with_heading(letter, meeting, notice, zone)
    given = meetings.answer_of(letter.session, meeting.id, letter.person.id)
    return letter.to_person(text, answer_rows(letter.texts, meeting, given), file=file)


def for_email(
    texts: Texts, network: Network, meeting: Meeting, notice: Notice | None, zone: str
) -> Html:
    """Return a notice as it is told to those who are not on Telegram."""
    if meeting.state is MeetingState.CANCELLED:
        return _cancelled(texts, meeting, zone)
    body = document.body(View.of(meeting), texts, network, reader_zone=zone)
    return Html(f"{_heading(texts, meeting, notice, zone)}\n\n{body}")


def _heading(texts: Texts, meeting: Meeting, notice: Notice | None, zone: str) -> Html:
    """Return the line that says what is new: old → new for a change."""
    if notice is None or notice.kind is NoticeKind.ANNOUNCED:
        return texts("meeting-announced")
    changes = change_lines(notice.before, meeting, texts, zone)
    return texts(f"meeting-{notice.kind.value}", changes=changes)


def body_with_heading(letter: Letter, meeting: Meeting, notice: Notice | None, zone: str) -> Html:
    """Return the notice under the line that says what is new, and what was answered before."""
    texts, network = letter.texts, letter.house.network
    body = document.body(View.of(meeting), texts, network, reader_zone=zone)
    heading = _heading(texts, meeting, notice, zone)
    given = meetings.answer_of(letter.session, meeting.id, letter.person.id)
    if given is not None and not service.holds(given, meeting):
        choice = texts(f"choice-{given.choice.value}")
        heading = Html(f"{heading}\n\n{texts('meeting-answer-again', choice=choice)}")
    return Html(f"{heading}\n\n{body}")


def change_lines(before: dict[str, Any], meeting: Meeting, texts: Texts, zone: str) -> Html:
    """Return what changed, each under its name as ``old → new``, in words."""
    changes: list[tuple[str, str, str]] = []
    if {"starts_at", "ends_at"} & set(before):
        old = document.when(View.of(_as_before(before, meeting)), texts.language, zone)
        changes.append(("when", old, document.when(View.of(meeting), texts.language, zone)))
    for name in ("format", "place", "link", "title", "focus", "reply_by"):
        if name in before:
            old_value = _in_words(name, before[name], meeting, texts)
            changes.append(
                (name, old_value, _in_words(name, getattr(meeting, name), meeting, texts))
            )
    nothing = texts.plain("meeting-nothing")
    lines = [
        texts(
            "meeting-was-now",
            field=texts(f"announcement-{name}-label"),
            old=old or nothing,
            new=new or nothing,
        )
        for name, old, new in changes
    ]
    if "agenda" in before:
        lines.append(texts("meeting-new-agenda"))
    return Html("\n".join(lines))


def _in_words(name: str, value: Any, meeting: Meeting, texts: Texts) -> str:
    """Return one value of a meeting in words; stored instants come as ISO texts."""
    match name:
        case "format":
            return reference().label("format", Format(value).value, texts.language)
        case "focus":
            return document.focus_label(value or [], texts.language)
        case "reply_by":
            at = datetime.fromisoformat(value) if isinstance(value, str) else value
            return times.day(times.local(at, meeting.zone).date(), texts.language)
        case _:
            return str(value or "")


def _as_before(before: dict[str, Any], meeting: Meeting) -> Meeting:
    """Return the meeting with the hours that were replaced."""
    old = Meeting(**meeting.model_dump())
    for name in ("starts_at", "ends_at"):
        if name in before:
            setattr(old, name, datetime.fromisoformat(before[name]))
    return old


def _cancelled(texts: Texts, meeting: Meeting, zone: str) -> Html:
    when = document.when(View.of(meeting), texts.language, zone)
    reason = meeting.cancel_reason
    key = "meeting-cancelled-because" if reason else "meeting-cancelled"
    return texts(key, title=meeting.title, when=when, reason=reason or "")


def answer_rows(texts: Texts, meeting: Meeting, given: Answer | None) -> list[list[Button]]:
    """Return the answers that the format allows, one's own marked, and the comment below."""
    held = given.choice if given is not None and service.holds(given, meeting) else None
    row = [
        Button(
            f"✓ {texts.plain(f'choice-{choice.value}')}"
            if choice is held
            else texts.plain(f"choice-{choice.value}"),
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
    texts: Texts,
    network: Network,
    meeting: Meeting,
    given: Answer | None,
    zone: str,
) -> tuple[Html, Keyboard]:
    """Return a meeting's card with the reader's own answer, for the chat."""
    if meeting.state is MeetingState.CANCELLED:
        return _cancelled(texts, meeting, zone), []
    body = document.body(View.of(meeting), texts, network, reader_zone=zone)
    own = own_answer(texts, meeting, given)
    rows = answer_rows(texts, meeting, given)
    return Html(f"{body}\n\n{own}"), [*rows, [_calendar(texts, meeting)]]


def _calendar(texts: Texts, meeting: Meeting) -> Button:
    return Button(texts.plain("meeting-calendar"), MEETING.data(MeetingAction.CALENDAR, meeting))


def own_answer(texts: Texts, meeting: Meeting, given: Answer | None) -> Html:
    """Return the line that says what one has answered."""
    if given is None:
        return texts("meeting-no-answer")
    choice = texts(f"choice-{Choice(given.choice).value}")
    if not service.holds(given, meeting):
        return texts("meeting-answer-again", choice=choice)
    if given.comment:
        return texts("meeting-own-answer-comment", choice=choice, comment=given.comment)
    return texts("meeting-own-answer", choice=choice)


LETTERS: Letters = {"notice": _notice}
