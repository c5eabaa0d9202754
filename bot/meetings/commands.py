"""/meetings, the answers to a notice, and what a coordinator does with a meeting."""

from collections import Counter
from collections.abc import Sequence

from bot.chat.feature import ButtonHandler, Command
from bot.chat.forms.cards import CHANGING
from bot.chat.request import Request
from bot.core import messages, times
from bot.core.access import Access
from bot.core.messages import Button, Html, Keyboard, Style
from bot.core.text_families import CHOICE
from bot.core.texts import Texts, languages
from bot.meetings import again, broadcast_card, change, comment, notice, service
from bot.meetings.announcement import chamber_list
from bot.meetings.callbacks import MEETING, RSVP, MeetingAction
from bot.meetings.fields import MEETING_FIELDS
from bot.meetings.notifications import card, for_email
from bot.meetings.service import Cancelled, ChangedMeanwhile, Heard, NotOffered, Over, Said
from config.reference import reference
from storage import meetings, reminding
from storage.models import Choice, Meeting, MeetingState, Notice, Role
from storage.reminding import Situation

PAST_SHOWN = 5
CHAMBERS_A_LINE = 40


def list_meetings(request: Request) -> None:
    """What is coming, the next first; a single meeting as its card."""
    coming = meetings.coming(request.session, now=request.now)
    if not coming:
        request.show(request.texts("meetings-none"), [[_past_button(request.texts)]])
    elif len(coming) == 1:
        show_meeting(request, coming[0], [_past_button(request.texts)])
    else:
        rows = [[_open_button(request, meeting)] for meeting in coming[:20]]
        rows.append([_past_button(request.texts)])
        request.show(request.texts("meetings-coming", count=len(coming)), rows)


def _open_button(request: Request, meeting: Meeting) -> Button:
    local = times.local(meeting.starts_at, request.member.zone)
    day = times.day(local.date(), request.texts.language, times.SHORT_DAY)
    label = f"{day} · {meeting.title}"
    if meeting.state is MeetingState.CANCELLED:
        label = request.texts.plain("meetings-cancelled", meeting=label)
    return Button(messages.shorten(label, 60), MEETING.data(MeetingAction.OPEN, meeting))


def _past_button(texts: Texts) -> Button:
    return Button(texts.plain("meetings-past"), MEETING.data(MeetingAction.PAST))


def _coming_button(texts: Texts) -> Button:
    return Button(texts.plain("meetings-to-coming"), MEETING.data(MeetingAction.COMING))


def show_meeting(request: Request, meeting: Meeting, below: Sequence[Button] = ()) -> None:
    """A meeting's card: the notice, one's own answer; for coordinators also the counts.

    *below* leads on from it, where the card was opened from a list.
    """
    _show_card(request, meeting, reminding.situation(request.session, meeting.id), below=below)


def _show_card(
    request: Request,
    meeting: Meeting,
    situation: Situation,
    *,
    below: Sequence[Button] = (),
) -> None:
    """Show the card of a meeting that stands like this."""
    text, rows = _card(request, meeting, situation)
    buttons = [list(row) for row in rows]
    if request.member.role is Role.COORDINATOR:
        text = Html(f"{text}\n\n{_counts(request, meeting, situation)}")
        buttons.extend(_coordinator_rows(request, meeting))
    if meeting.starts_at <= request.now:
        buttons = [row for row in buttons if not _answers(row)]
    request.show(text, [*buttons, list(below)])


def _answers(row: list[Button]) -> bool:
    return any(RSVP.made(button.data) for button in row)


def _card(
    request: Request, meeting: Meeting, situation: Situation | None = None
) -> tuple[Html, Keyboard]:
    network = request.runtime.network
    return card(request.session, request.texts, network, meeting, request.member, situation)


def _counts(request: Request, meeting: Meeting, situation: Situation) -> Html:
    """Return how many people come, and how many chambers they are of."""
    heard = service.heard(meeting, situation)
    people = Counter(one.choice for one in heard.people)
    chambers = Counter(heard.chambers.values())
    return request.texts(
        "meeting-counts",
        inperson=people[Choice.IN_PERSON],
        online=people[Choice.ONLINE],
        cannot=people[Choice.CANNOT],
        there=chambers[Choice.IN_PERSON] + chambers[Choice.ONLINE],
        away=chambers[Choice.CANNOT],
        silent=len(heard.silent),
    )


def _coordinator_rows(request: Request, meeting: Meeting) -> list[list[Button]]:
    texts = request.texts
    rows = [
        [
            Button(texts.plain("meeting-who"), MEETING.data(MeetingAction.WHO, meeting)),
            Button(texts.plain("broadcast-email"), MEETING.data(MeetingAction.EMAIL, meeting)),
        ]
    ]
    if meeting.state is MeetingState.ANNOUNCED and meeting.ends_at > request.now:
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
    return [*rows, again.row(request, meeting)]


# --- answering -------------------------------------------------------------------------------


def answer(request: Request) -> None:
    """A button under a notice or a reminder was pressed."""
    press = request.pressed
    take(request, request.row(0, Meeting), press.one_of(2, Choice), press.number(1))


def take(request: Request, meeting: Meeting, choice: Choice, sequence: int) -> None:
    """Take an answer, pressed or typed; *sequence* is that of the dates that it was given for."""
    try:
        answered = service.take_answer(
            request.session,
            request.runtime.network,
            meeting,
            request.member,
            choice,
            sequence=sequence,
            now=request.now,
        )
    except (Over, Cancelled):
        key = (
            "meeting-was-cancelled"
            if meeting.state is MeetingState.CANCELLED
            else "meeting-is-over"
        )
        request.toast(request.texts(key), alert=True)
        return
    except (ChangedMeanwhile, NotOffered):
        request.toast(request.texts("meeting-changed-meanwhile"), alert=True)
        request.say(*_card(request, meeting))
        return
    if request.query is not None:
        noted = request.texts("meeting-answer-noted", choice=request.texts(CHOICE.key(choice)))
        request.toast(noted)
    situation = answered.situation or reminding.situation(request.session, meeting.id)
    _show_card(request, meeting, situation)


# --- what is asked of a meeting --------------------------------------------------------------


def _open(request: Request) -> None:
    show_meeting(request, request.row(1, Meeting), [_coming_button(request.texts)])


def _comment(request: Request) -> None:
    comment.begin(request, request.row(1, Meeting))


def _calendar(request: Request) -> None:
    meeting = request.row(1, Meeting)
    cancelled = meeting.state is MeetingState.CANCELLED
    file = notice.calendar_file(
        meeting, request.texts, request.runtime.network, now=request.now, cancelled=cancelled
    )
    request.say(request.texts("meeting-calendar-file"), file=file)


def _list_past(request: Request) -> None:
    over = meetings.past(request.session, now=request.now, limit=PAST_SHOWN)
    key = "meetings-past-list" if over else "meetings-past-none"
    rows = [[_open_button(request, meeting)] for meeting in over]
    request.show(request.texts(key), [*rows, [_coming_button(request.texts)]])


# --- what a coordinator asks of it -----------------------------------------------------------


def _list_unreached(request: Request) -> None:
    unreached = broadcast_card.unreached_chambers(request.session, request.row(1, Notice))
    request.say(chamber_list(request.texts, unreached))


def _who_answered(request: Request) -> None:
    """List who has answered what, by chamber in protocol order; the silent chambers last."""
    meeting, texts = request.row(1, Meeting), request.texts
    heard = service.heard(meeting, reminding.situation(request.session, meeting.id))
    parts = [texts("meeting-who-heading", title=meeting.title)]
    for choice in Choice:
        said = [one for one in heard.people if one.choice is choice]
        if said:
            name, people = texts(CHOICE.key(choice)), texts("meeting-heads", count=len(said))
            parts.append(Html(f"<b>{name}</b> ({people})\n{_by_chamber(texts, said)}"))
    if heard.by_email:
        parts.append(_by_email(request, heard))
    if heard.silent:
        names = [reference().chamber_label(code, texts.language) for code in heard.silent]
        lines = "\n".join(texts("meeting-who-line", chamber=name) for name in names)
        parts.append(Html(f"<b>{texts('meeting-silent')}</b> ({len(names)})\n{lines}"))
    request.say(Html("\n\n".join(parts)))


def _by_email(request: Request, heard: Heard) -> Html:
    """Return a line for each chamber whose answer came by email."""
    texts, zone = request.texts, request.member.zone
    lines = [
        texts(
            "meeting-who-recorded",
            of=reference().chamber_label(code, texts.language),
            choice=texts(CHOICE.key(heard.chambers[code])),
            day=times.day(times.local(at, zone).date(), texts.language),
        )
        for code, at in heard.by_email.items()
    ]
    heading = texts("meeting-recorded-heading")
    return Html("\n".join([f"<b>{heading}</b> ({len(lines)})", *lines]))


def _by_chamber(texts: Texts, said: Sequence[Said]) -> Html:
    """Return a line for each chamber with the people who speak for it, and what they added.

    Whoever speaks for two chambers is under both; observers are at the end, without a chamber.
    """
    lines = []
    for code in [chamber.id for chamber in reference().every_chamber]:
        of_it = [one for one in said if code in one.chambers]
        if of_it:
            label = reference().chamber_label(code, texts.language)
            lines.append(texts("meeting-who-people", of=label, people=_people(texts, of_it)))
    without = [one for one in said if not one.chambers]
    if without:
        label = texts.plain("meeting-observers")
        lines.append(texts("meeting-who-people", of=label, people=_people(texts, without)))
    return Html("\n".join(lines))


def _people(texts: Texts, said: Sequence[Said]) -> Html:
    return Html(
        "; ".join(
            texts("meeting-who-comment", name=one.name, comment=one.comment)
            if one.comment
            else messages.html(one.name)
            for one in said
        )
    )


def _text_for_email(request: Request) -> None:
    """Give the latest notice as plain text to paste into an e-mail, with its calendar file.

    It comes in every language of the bot, the coordinator's first: the chambers without anybody
    have not chosen one.
    """
    network, meeting = request.runtime.network, request.row(1, Meeting)
    last = meetings.last_notice(request.session, meeting.id)
    cancelled = meeting.state is MeetingState.CANCELLED
    file = notice.calendar_file(
        meeting, request.texts, network, now=request.now, cancelled=cancelled
    )
    request.say(request.texts("broadcast-email-text"))
    own = request.texts.language
    for language in (own, *(other for other in languages() if other != own)):
        body = for_email(Texts(language), network, meeting, last, meeting.zone)
        plain = Html(messages.html(messages.plain(body)))
        request.say(plain, file=file if language == own else None)


def _change(request: Request) -> None:
    """Begin to move, edit or cancel a meeting that is still to come."""
    what, meeting = request.pressed.one_of(0, MeetingAction), request.row(1, Meeting)
    if meeting.state is MeetingState.CANCELLED or meeting.ends_at <= request.now:
        request.toast(request.texts("meeting-is-over"), alert=True)
        return
    if what is MeetingAction.CANCEL:
        request.engine.start(request, change.CANCEL, subject_id=meeting.id)
        return
    answers = MEETING_FIELDS.answers(meeting)
    request.engine.start(
        request,
        change.CHANGE,
        answers=answers | {"based_on": meeting.revision},
        subject_id=meeting.id,
        skipped=MEETING_FIELDS.left_open(answers),
        asking="when" if what is MeetingAction.MOVE else None,
        page=0 if what is MeetingAction.MOVE else CHANGING,
    )


COMMANDS = (Command("meetings", list_meetings, Access.MEMBER, rank=30),)
BUTTONS = (
    ButtonHandler(RSVP, answer, Access.MEMBER),
    ButtonHandler(MEETING, _open, Access.MEMBER, (MeetingAction.OPEN,)),
    ButtonHandler(MEETING, _list_past, Access.MEMBER, (MeetingAction.PAST,)),
    ButtonHandler(MEETING, list_meetings, Access.MEMBER, (MeetingAction.COMING,)),
    ButtonHandler(MEETING, _comment, Access.MEMBER, (MeetingAction.COMMENT,)),
    ButtonHandler(MEETING, _calendar, Access.MEMBER, (MeetingAction.CALENDAR,)),
    ButtonHandler(MEETING, _list_unreached, Access.COORDINATOR, (MeetingAction.UNREACHED,)),
    ButtonHandler(MEETING, _who_answered, Access.COORDINATOR, (MeetingAction.WHO,)),
    ButtonHandler(MEETING, _text_for_email, Access.COORDINATOR, (MeetingAction.EMAIL,)),
    ButtonHandler(
        MEETING,
        _change,
        Access.COORDINATOR,
        (MeetingAction.MOVE, MeetingAction.EDIT, MeetingAction.CANCEL),
    ),
    *again.BUTTONS,
)
