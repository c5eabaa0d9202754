"""/meetings, the answers to a notice, and what a coordinator does with a meeting."""

from collections.abc import Mapping, Sequence

from bot.chat.feature import Button as Pressed
from bot.chat.feature import Command
from bot.chat.forms.cards import CHANGING
from bot.chat.request import Talk
from bot.core import messages, times
from bot.core.access import Access
from bot.core.messages import Button, Html, Style
from bot.core.text_families import CHOICE
from bot.core.texts import Texts, languages
from bot.meetings import broadcast_card as progress
from bot.meetings import change as meeting_change
from bot.meetings import comment, service
from bot.meetings import notice as document
from bot.meetings.announcement import chamber_list
from bot.meetings.callbacks import MEETING, RSVP, MeetingAction
from bot.meetings.fields import MEETING_FIELDS
from bot.meetings.notifications import card, for_email
from bot.meetings.service import Cancelled, ChangedMeanwhile, NotOffered, Over
from config.reference import reference
from storage import meetings
from storage.models import Choice, Meeting, MeetingState, Notice, Role

PAST_SHOWN = 5
CHAMBERS_A_LINE = 40


def list_meetings(talk: Talk) -> None:
    """What is coming, the next first; a single meeting as its card."""
    coming = meetings.coming(talk.session, now=talk.now)
    if not coming:
        talk.show(talk.texts("meetings-none"), [[_past_button(talk.texts)]])
    elif len(coming) == 1:
        show_meeting(talk, coming[0], [_past_button(talk.texts)])
    else:
        rows = [[_open_button(talk, meeting)] for meeting in coming[:20]]
        rows.append([_past_button(talk.texts)])
        talk.show(talk.texts("meetings-coming", count=len(coming)), rows)


def _open_button(talk: Talk, meeting: Meeting) -> Button:
    local = times.local(meeting.starts_at, talk.member.zone)
    day = times.day(local.date(), talk.texts.language, times.SHORT_DAY)
    label = messages.shorten(f"{day} · {meeting.title}", 60)
    return Button(label, MEETING.data(MeetingAction.OPEN, meeting))


def _past_button(texts: Texts) -> Button:
    return Button(texts.plain("meetings-past"), MEETING.data(MeetingAction.PAST))


def _coming_button(texts: Texts) -> Button:
    return Button(texts.plain("meetings-to-coming"), MEETING.data(MeetingAction.COMING))


def show_meeting(talk: Talk, meeting: Meeting, below: Sequence[Button] = ()) -> None:
    """A meeting's card: the notice, one's own answer; for coordinators also the counts.

    *below* leads on from it, where the card was opened from a list.
    """
    given = meetings.answer_of(talk.session, meeting.id, talk.member_id)
    text, rows = card(talk.texts, talk.house.network, meeting, given, talk.member.zone)
    buttons = [list(row) for row in rows]
    if talk.member.role is Role.COORDINATOR:
        text = Html(f"{text}\n\n{_counts(talk, meeting)}")
        buttons.extend(_coordinator_rows(talk, meeting))
    if meeting.starts_at <= talk.now:
        buttons = [row for row in buttons if not _answers(row)]
    talk.show(text, [*buttons, list(below)])


def _answers(row: list[Button]) -> bool:
    return any(RSVP.made(button.data) for button in row)


def _counts(talk: Talk, meeting: Meeting) -> Html:
    said = service.chamber_choices(talk.session, meeting)
    silent = service.silent_chambers(talk.session, meeting)
    counts = {choice.value: 0 for choice in Choice}
    for choice in said.values():
        counts[choice.value] += 1
    return talk.texts(
        "meeting-counts",
        inperson=counts["in_person"],
        online=counts["online"],
        cannot=counts["cannot"],
        silent=len(silent),
    )


def _coordinator_rows(talk: Talk, meeting: Meeting) -> list[list[Button]]:
    texts = talk.texts
    rows = [
        [
            Button(texts.plain("meeting-who"), MEETING.data(MeetingAction.WHO, meeting)),
            Button(texts.plain("broadcast-email"), MEETING.data(MeetingAction.EMAIL, meeting)),
        ]
    ]
    if meeting.state is MeetingState.ANNOUNCED and meeting.ends_at > talk.now:
        rows.append(
            [
                Button(texts.plain("meeting-move"), MEETING.data(MeetingAction.MOVE, meeting)),
                Button(texts.plain("meeting-edit"), MEETING.data(MeetingAction.EDIT, meeting)),
                Button(
                    texts.plain("meeting-cancel"),
                    MEETING.data(MeetingAction.CANCEL, meeting),
                    style=Style.DANGER,
                ),
            ]
        )
    return rows


# --- answering -------------------------------------------------------------------------------


def answer(talk: Talk) -> None:
    """A button under a notice or a reminder was pressed."""
    press = talk.pressed
    meeting, choice = talk.row(0, Meeting), press.one_of(2, Choice)
    try:
        service.answer(
            talk.session,
            talk.house.network,
            meeting,
            talk.member,
            choice,
            sequence=press.number(1),
            now=talk.now,
        )
    except (Over, Cancelled):
        key = (
            "meeting-was-cancelled"
            if meeting.state is MeetingState.CANCELLED
            else "meeting-is-over"
        )
        talk.toast(talk.texts(key), alert=True)
        return
    except (ChangedMeanwhile, NotOffered):
        talk.toast(talk.texts("meeting-changed-meanwhile"), alert=True)
        _show_card_below(talk, meeting)
        return
    talk.toast(talk.texts("meeting-answer-noted", choice=talk.texts(CHOICE.key(choice))))
    show_meeting(talk, meeting)


def _show_card_below(talk: Talk, meeting: Meeting) -> None:
    given = meetings.answer_of(talk.session, meeting.id, talk.member_id)
    talk.say(*card(talk.texts, talk.house.network, meeting, given, talk.member.zone))


# --- what is asked of a meeting --------------------------------------------------------------


def _open(talk: Talk) -> None:
    show_meeting(talk, talk.row(1, Meeting), [_coming_button(talk.texts)])


def _comment(talk: Talk) -> None:
    talk.engine.start(talk, comment.KIND, subject_id=talk.row(1, Meeting).id)


def _calendar(talk: Talk) -> None:
    meeting = talk.row(1, Meeting)
    cancelled = meeting.state is MeetingState.CANCELLED
    file = document.calendar_file(
        meeting, talk.texts, talk.house.network, now=talk.now, cancelled=cancelled
    )
    talk.say(talk.texts("meeting-calendar-file"), file=file)


def _list_past(talk: Talk) -> None:
    over = meetings.past(talk.session, now=talk.now, limit=PAST_SHOWN)
    key = "meetings-past-list" if over else "meetings-past-none"
    rows = [[_open_button(talk, meeting)] for meeting in over]
    talk.show(talk.texts(key), [*rows, [_coming_button(talk.texts)]])


# --- what a coordinator asks of it -----------------------------------------------------------


def _list_unreached(talk: Talk) -> None:
    unreached = progress.unreached_chambers(talk.session, talk.row(1, Notice))
    talk.say(chamber_list(talk.texts, unreached))


def _who_answered(talk: Talk) -> None:
    """List the chambers by their answer, the silent ones last, in protocol order."""
    meeting = talk.row(1, Meeting)
    said = service.chamber_choices(talk.session, meeting)
    silent = service.silent_chambers(talk.session, meeting)
    comments = {
        given.chamber_id: given.comment
        for given in meetings.answers(talk.session, meeting.id)
        if given.comment
    }
    order = [chamber.id for chamber in reference().chambers]
    parts = [talk.texts("meeting-who-heading", title=meeting.title)]
    for choice in Choice:
        chambers = [code for code in order if said.get(code) is choice]
        if chambers:
            name = talk.texts(CHOICE.key(choice))
            parts.append(_chamber_block(talk.texts, name, chambers, comments))
    if silent:
        parts.append(_chamber_block(talk.texts, talk.texts("meeting-silent"), silent, {}))
    talk.say(Html("\n\n".join(parts)))


def _chamber_block(
    texts: Texts, name: str, chambers: list[str], comments: Mapping[str | None, str | None]
) -> Html:
    lines = []
    for code in chambers:
        label = messages.html(reference().chamber_label(code, texts.language))
        comment = comments.get(code)
        key = "meeting-who-line-comment" if comment else "meeting-who-line"
        lines.append(texts(key, chamber=label, comment=comment or ""))
    return Html(f"<b>{name}</b> ({len(chambers)})\n" + "\n".join(lines))


def _text_for_email(talk: Talk) -> None:
    """Give the latest notice as plain text to paste into an e-mail, with its calendar file.

    It comes in every language of the bot, the coordinator's first: the chambers without anybody
    have not chosen one.
    """
    network, meeting = talk.house.network, talk.row(1, Meeting)
    last = meetings.last_notice(talk.session, meeting.id)
    cancelled = meeting.state is MeetingState.CANCELLED
    file = document.calendar_file(meeting, talk.texts, network, now=talk.now, cancelled=cancelled)
    talk.say(talk.texts("broadcast-email-text"))
    own = talk.texts.language
    for language in (own, *(other for other in languages() if other != own)):
        body = for_email(Texts(language), network, meeting, last, meeting.zone)
        plain = Html(messages.html(messages.plain(body)))
        talk.say(plain, file=file if language == own else None)


def _change(talk: Talk) -> None:
    """Begin to move, edit or cancel a meeting that is still to come."""
    what, meeting = talk.pressed.one_of(0, MeetingAction), talk.row(1, Meeting)
    if meeting.state is MeetingState.CANCELLED or meeting.ends_at <= talk.now:
        talk.toast(talk.texts("meeting-is-over"), alert=True)
        return
    if what is MeetingAction.CANCEL:
        talk.engine.start(talk, meeting_change.CANCEL, subject_id=meeting.id)
        return
    answers = MEETING_FIELDS.answers(meeting)
    talk.engine.start(
        talk,
        meeting_change.CHANGE,
        answers=answers,
        subject_id=meeting.id,
        skipped=MEETING_FIELDS.left_open(answers),
        asking="when" if what is MeetingAction.MOVE else None,
        page=0 if what is MeetingAction.MOVE else CHANGING,
    )


COMMANDS = (Command("meetings", list_meetings, Access.MEMBER, rank=30),)
BUTTONS = (
    Pressed(RSVP, answer, Access.MEMBER),
    Pressed(MEETING, _open, Access.MEMBER, (MeetingAction.OPEN,)),
    Pressed(MEETING, _list_past, Access.MEMBER, (MeetingAction.PAST,)),
    Pressed(MEETING, list_meetings, Access.MEMBER, (MeetingAction.COMING,)),
    Pressed(MEETING, _comment, Access.MEMBER, (MeetingAction.COMMENT,)),
    Pressed(MEETING, _calendar, Access.MEMBER, (MeetingAction.CALENDAR,)),
    Pressed(MEETING, _list_unreached, Access.COORDINATOR, (MeetingAction.UNREACHED,)),
    Pressed(MEETING, _who_answered, Access.COORDINATOR, (MeetingAction.WHO,)),
    Pressed(MEETING, _text_for_email, Access.COORDINATOR, (MeetingAction.EMAIL,)),
    Pressed(
        MEETING,
        _change,
        Access.COORDINATOR,
        (MeetingAction.MOVE, MeetingAction.EDIT, MeetingAction.CANCEL),
    ),
)
