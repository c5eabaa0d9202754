"""Reminders, drawn when they are sent: what is asked, of what, until when."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot import times
from bot.callbacks import (
    PROJECTS,
    REMINDER,
    RSVP,
    UPDATE,
    ProjectsAction,
    ReminderAction,
    UpdateAction,
)
from bot.delivery.letters.letter import Drawn, Letter, Letters, NotSent, dropped
from bot.domain import concern
from bot.domain import reminders as rules
from bot.domain.concern import LeftOut
from bot.domain.meetings import choices_for
from bot.messages import Button, Html, Keyboard, Style
from bot.services import reminders
from config.network import Network
from storage.meetings import get as get_meeting
from storage.models import Delivery, DeliveryState, Meeting, MeetingState, Person

ASKS_FOR_ANSWER = frozenset({"reply_by"})
ASKS_FOR_UPDATE = frozenset({"call_for_updates", "updates_due"})
POINTS_TO_PROJECTS = frozenset({"dossier", "report", "ipex"})


def _reminder(letter: Letter) -> Drawn:
    """Draw a reminder, unless it no longer concerns its reader."""
    row = letter.row
    meeting = get_meeting(letter.session, row.meeting_id)
    hindrance = _no_longer(letter, meeting)
    if hindrance is not None or meeting is None:
        return hindrance or dropped("the meeting is gone")
    return letter.to_person(text(letter, meeting), keyboard(letter, meeting))


def _no_longer(letter: Letter, meeting: Meeting | None) -> NotSent | None:
    """Read the world again: return why this no longer concerns the person, if so."""
    about = letter.row.about
    if meeting is None:
        return dropped("the meeting is gone")
    if meeting.state is MeetingState.CANCELLED:
        return NotSent(DeliveryState.SUPERSEDED, LeftOut.CANCELLED)
    rule = reminders.rule_of(letter.house.network, about["rule"], about["offset"])
    if rule is None:
        return dropped("no longer in the plan")
    if not still_about(letter.row, letter.house.network, letter.person, meeting):
        return NotSent(DeliveryState.SUPERSEDED, LeftOut.MOVED)
    chambers = letter.known.chambers(letter.session, letter.person.id)
    reader = reminders.reader_of(letter.person, chambers)
    responses = letter.known.responses(letter.session, meeting)
    reason = concern.left_out(reader, rule, responses, due_at=letter.row.due_at)
    return dropped(reason) if reason else None


def still_about(row: Delivery, network: Network, person: Person, meeting: Meeting) -> bool:
    """Tell whether a reminder speaks of the meeting as it is: its key holds the instant meant."""
    rule = reminders.rule_of(network, row.about["rule"], row.about["offset"])
    if rule is None:
        return False
    times_ = reminders.times_of(meeting)
    slot = rules.slot_of(times_, rule, zone=ZoneInfo(person.zone), hours=network.working_hours)
    if slot is None:
        return False
    return rules.key(slot, times_.id, person.id) == row.key.removesuffix(reminders.AGAIN)


def text(letter: Letter, meeting: Meeting) -> Html:
    """Return what a reminder says."""
    about, person = letter.row.about, letter.person
    when = times.session(
        meeting.starts_at,
        meeting.ends_at,
        venue=meeting.zone,
        reader=person.zone,
        language=person.language,
    )
    deadline = reminders.times_of(meeting).updates_by
    return letter.texts(
        f"reminder-{about['rule']}",
        title=meeting.title,
        when=when,
        replyby=times.day(times.local(meeting.reply_by, meeting.zone).date(), person.language),
        updatesby=_day_of(deadline, meeting.zone, person.language),
        place=meeting.place or "",
        link=meeting.link or "",
        haslink="yes" if meeting.link else "no",
    )


def _day_of(instant: datetime, zone: str, language: str) -> str:
    return times.day(times.local(instant, zone).date(), language)


def keyboard(letter: Letter, meeting: Meeting) -> Keyboard:
    """Return the buttons for what is asked."""
    texts, row = letter.texts, letter.row
    kind = row.about["rule"]
    rows: list[list[Button]] = []
    if kind in ASKS_FOR_ANSWER:
        rows.append(
            [
                Button(
                    texts.plain(f"choice-{choice.value}"),
                    RSVP.data(meeting, meeting.sequence, choice),
                )
                for choice in choices_for(meeting.format)
            ]
        )
    if kind in ASKS_FOR_UPDATE:
        new, nothing = UPDATE.data(UpdateAction.NEW), REMINDER.data(ReminderAction.NOTHING, meeting)
        rows.append(
            [
                Button(texts.plain("reminder-report-button"), new, style=Style.PRIMARY),
                Button(texts.plain("reminder-nothing"), nothing),
            ]
        )
    if kind in POINTS_TO_PROJECTS:
        everything = PROJECTS.data(ProjectsAction.ALL)
        rows.append([Button(texts.plain("reminder-projects"), everything)])
    return rows


LETTERS: Letters = {reminders.KIND: _reminder}
