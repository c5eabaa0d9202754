"""Reminders, drawn when they are sent: what is asked, of what, until when."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import times
from bot.core.answers import choices_for
from bot.core.messages import Button, Html, Keyboard, Style, html
from bot.core.text_families import CHOICE
from bot.core.text_keys import Pattern
from bot.core.texts import Texts
from bot.meetings.callbacks import RSVP
from bot.outbox.left_out import LeftOut
from bot.outbox.message_kinds import MessageKind, Topic, Topics
from bot.outbox.notification import Drawn, Notification, Withheld, dropped
from bot.reminders import eligibility
from bot.reminders import plan as rules
from bot.reminders import service as reminders
from bot.reminders.callbacks import REMINDER, ReminderAction
from bot.reminders.eligibility import Responses
from bot.updates.callbacks import PROJECTS, UPDATE, ProjectsAction, UpdateAction
from config.network import Asks, Network, ReminderRule
from config.reference import reference
from storage.meetings import get as get_meeting
from storage.models import Delivery, DeliveryState, Meeting, MeetingState, Person, Role

SAYS = Pattern("reminder-{}")
"""What the reminders of a rule say."""
NAME = Pattern("reminder-{}-name")
WHY = Pattern("reminder-{}-why")


def _reminder(notification: Notification) -> Drawn:
    """Draw a reminder, unless it no longer concerns its reader."""
    row = notification.row
    meeting = get_meeting(notification.session, row.meeting_id)
    if meeting is None:
        return dropped("the meeting is gone")
    if meeting.state is MeetingState.CANCELLED:
        return Withheld(DeliveryState.SUPERSEDED, LeftOut.CANCELLED)
    rule = reminders.rule_of(notification.runtime.network, row.about["rule"], row.about["offset"])
    if rule is None:
        return dropped("no longer in the plan")
    chambers = notification.known.chambers(notification.session, notification.person.id)
    hindrance = _no_longer(notification, meeting, rule, chambers)
    if hindrance is not None:
        return hindrance
    rows = keyboard(notification.texts, meeting, rule.asks_for)
    if rule.asks_for is not Asks.ANSWER and _may_be_asked(notification, meeting, chambers):
        rows = [*rows, *keyboard(notification.texts, meeting, Asks.ANSWER)]
    return notification.to_person(text(notification, meeting), rows)


def _may_be_asked(notification: Notification, meeting: Meeting, chambers: Sequence[str]) -> bool:
    """Tell whether the reader can still answer, and neither they nor their chamber have."""
    if meeting.starts_at <= notification.now:
        return False
    responses = _responses(notification, meeting)
    done = bool(chambers) and set(chambers) <= set(responses.answered_chambers)
    return notification.person.id not in responses.choices and not done


def _responses(notification: Notification, meeting: Meeting) -> Responses:
    return notification.known.once(
        ("responses", meeting.id), lambda: reminders.responses_to(notification.session, meeting)
    )


def _no_longer(
    notification: Notification, meeting: Meeting, rule: ReminderRule, chambers: Sequence[str]
) -> Withheld | None:
    """Read the world again: return why this no longer concerns the person, if so."""
    if not still_about(
        notification.row, notification.runtime.network, notification.person, meeting
    ):
        return Withheld(DeliveryState.SUPERSEDED, LeftOut.MOVED)
    reader = reminders.recipient_of(notification.person, chambers)
    responses = _responses(notification, meeting)
    reason = eligibility.left_out(reader, rule, responses, due_at=notification.row.due_at)
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


def text(notification: Notification, meeting: Meeting) -> Html:
    """Return what a reminder says."""
    about, person = notification.row.about, notification.person
    when = times.session(
        meeting.starts_at,
        meeting.ends_at,
        venue=meeting.zone,
        reader=person.zone,
        language=person.language,
    )
    deadline = reminders.times_of(meeting).updates_by
    return notification.texts(
        SAYS.key(about["rule"]),
        title=meeting.title,
        when=when,
        days=_days_to(meeting, person.zone, notification.now),
        replyby=times.day(times.local(meeting.reply_by, meeting.zone).date(), person.language),
        updatesby=_day_of(deadline, meeting.zone, person.language),
        where=_where(meeting, person.language),
        link=meeting.link or "",
        haslink="yes" if meeting.link else "no",
    )


def _where(meeting: Meeting, language: str) -> Html:
    """Return how and where a meeting is held, and the link where there is one."""
    held = reference().label("format", meeting.format.value, language)
    place = ", ".join(part for part in (held, meeting.place) if part)
    lines = [html(part) for part in (place, meeting.link) if part]
    return Html("\n".join(lines))


def _days_to(meeting: Meeting, zone: str, now: datetime) -> int:
    """Return in how many days, on the calendar of *zone*, a meeting begins; 0: today."""
    first, today = (times.local(at, zone).date() for at in (meeting.starts_at, now))
    return max(0, (first - today).days)


def _day_of(instant: datetime, zone: str, language: str) -> str:
    return times.day(times.local(instant, zone).date(), language)


def keyboard(texts: Texts, meeting: Meeting, asks: Asks) -> Keyboard:
    """Return the buttons for what a reminder asks."""
    match asks:
        case Asks.ANSWER:
            return [
                [
                    Button(
                        texts.plain(CHOICE.key(choice)),
                        RSVP.data(meeting, meeting.sequence, choice),
                    )
                    for choice in choices_for(meeting.format)
                ]
            ]
        case Asks.UPDATE:
            new = UPDATE.data(UpdateAction.NEW)
            nothing = REMINDER.data(ReminderAction.NOTHING, meeting)
            return [
                [
                    Button(texts.plain("reminder-report-button"), new, style=Style.PRIMARY),
                    Button(texts.plain("reminder-nothing"), nothing),
                ]
            ]
        case Asks.PROJECTS:
            everything = PROJECTS.data(ProjectsAction.ALL)
            return [[Button(texts.plain("reminder-projects"), everything)]]
        case Asks.NOTHING:
            return []


def topics(network: Network) -> list[Topic]:
    """Return what people know reminders by: one topic for all rules of a kind."""
    stopped_by: dict[str, frozenset[Role]] = {}
    for rule in network.reminders:
        may_stop = eligibility.READERS[rule.to] if rule.optional else frozenset()
        stopped_by[rule.kind] = stopped_by.get(rule.kind, frozenset()) | may_stop
    return [_topic(code, roles) for code, roles in stopped_by.items()]


def topic_of(network: Network, row: Delivery) -> Topic:
    """Return what the reader of a reminder knows it by, also where its rule is gone."""
    rule = reminders.rule_of(network, row.about["rule"], row.about["offset"])
    may_stop = eligibility.READERS[rule.to] if rule and rule.optional else frozenset()
    return _topic(row.about["rule"], may_stop)


def _topic(code: str, stopped_by: frozenset[Role]) -> Topic:
    return Topic(code, NAME.key(code), WHY.key(code), stopped_by, texts=(SAYS.key(code),))


def _keeps_hours(network: Network, row: Delivery) -> bool:
    """Tell whether a reminder waits for working hours: not what is of use at its minute alone."""
    rule = reminders.rule_of(network, row.about["rule"], row.about["offset"])
    return rule is None or not rule.exact


KINDS = (
    MessageKind(
        reminders.KIND,
        _reminder,
        texts=(
            *CHOICE.keys(),
            "reminder-report-button",
            "reminder-nothing",
            "reminder-projects",
            "reminder-tomorrow",
        ),
        comes_again=True,
        keeps_hours=_keeps_hours,
        topics=Topics(topics, topic_of),
    ),
)
