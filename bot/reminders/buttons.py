"""Buttons under messages that nobody asked for: why, tomorrow, stop, nothing to report."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.callback_data import OldButton
from bot.chat.feature import Button as Pressed
from bot.chat.request import Talk
from bot.core import messages, times
from bot.core.access import Access
from bot.core.messages import Button
from bot.outbox.message_kinds import Topic
from bot.people.callbacks import SETTING, SettingAction
from bot.reminders import eligibility as concern
from bot.reminders import plan as rules
from bot.reminders import service as reminders
from bot.reminders import words as reminder_plan
from bot.reminders.callbacks import REMINDER, ReminderAction
from bot.reminders.notifications import still_about
from config.network import ReminderRule
from storage import deliveries, people
from storage.meetings import get as get_meeting
from storage.models import Delivery, Meeting, MeetingState


def pressed(talk: Talk) -> None:
    """A button under an automatic message; members alone press these."""
    match talk.pressed.one_of(0, ReminderAction):
        case ReminderAction.LATER:
            _tomorrow(talk, _own(talk))
        case ReminderAction.STOP:
            _stop(talk, _own(talk))
        case ReminderAction.NOTHING:
            _nothing_to_report(talk, talk.row(1, Meeting))
        case ReminderAction.WHY:
            why(talk)


def why(talk: Talk) -> None:
    """Say why a message came and how to stop its kind, to its reader, also when they have left."""
    row = _own(talk)
    zone = talk.person.zone if talk.person else talk.house.network.zone
    texts, topic = talk.texts, _topic(talk, row)
    rules_ = [rule for rule in talk.house.network.reminders if rule.kind == topic.code]
    values = {
        "name": texts.plain(topic.name),
        "why": texts(topic.why, times=reminder_plan.in_words(rules_, texts)),
        "due": times.moment(row.due_at, zone, texts.language),
    }
    text = texts("reminder-because", **values)
    ending = texts("message-can-stop" if topic.can_be_stopped else "message-cannot-stop")
    talk.toast("")
    talk.say(messages.Html(f"{text}\n\n{ending}"))


def _own(talk: Talk) -> Delivery:
    """Return the message that the button belongs to; only its own reader may press."""
    row = talk.row(1, Delivery)
    if talk.person is None or row.person_id != talk.person.id:
        raise OldButton(REMINDER.name)
    return row


def _topic(talk: Talk, row: Delivery) -> Topic:
    """Return what the person knows a message by."""
    if talk.house.kinds.get(row.kind) is None:
        raise OldButton("rem")
    return talk.house.kinds.topic_of(talk.house.network, row)


def _rule(talk: Talk, row: Delivery) -> ReminderRule | None:
    if row.kind != reminders.KIND:
        return None
    return reminders.rule_of(talk.house.network, row.about["rule"], row.about["offset"])


def _tomorrow(talk: Talk, row: Delivery) -> None:
    """Plan the same reminder once more for the next working morning, unless that is of no use."""
    if row.kind != reminders.KIND:
        raise OldButton(REMINDER.name)
    key = f"{row.key.removesuffix(reminders.AGAIN)}{reminders.AGAIN}"
    planned = deliveries.by_keys(talk.session, [key]).get(key)
    if planned is not None:
        _tell_planned(talk, planned)
        return
    meeting = get_meeting(talk.session, row.meeting_id)
    if meeting is None or meeting.state is MeetingState.CANCELLED:
        talk.toast(talk.texts("reminder-over"), alert=True)
        return
    zone, hours = ZoneInfo(talk.member.zone), talk.house.network.working_hours
    due_at = rules.tomorrow(row.expires_at, zone, hours, now=talk.now)
    useless = _useless(talk, row, meeting, due_at or talk.now)
    if due_at is None or useless:
        talk.toast(talk.texts(useless or "reminder-tomorrow-too-late"), alert=True)
        return
    again = {
        "key": key,
        "person_id": row.person_id,
        "kind": row.kind,
        "meeting_id": row.meeting_id,
        "about": {**row.about, "again": True},
        "due_at": due_at,
        "expires_at": row.expires_at,
    }
    deliveries.plan(talk.session, [again], now=talk.now)
    when = times.moment(due_at, talk.member.zone, talk.texts.language)
    talk.toast(talk.texts("reminder-tomorrow-set", when=when))


def _tell_planned(talk: Talk, planned: Delivery) -> None:
    """Say what became of the wish to be reminded again: it counts once."""
    if planned.state in deliveries.WAITING:
        when = times.moment(planned.due_at, talk.member.zone, talk.texts.language)
        talk.toast(talk.texts("reminder-tomorrow-set", when=when))
    else:
        talk.toast(talk.texts("reminder-tomorrow-done"), alert=True)


def _useless(talk: Talk, row: Delivery, meeting: Meeting, due_at: datetime) -> str | None:
    """Return the key that says why nobody need be reminded of this again, if so."""
    network, rule = talk.house.network, _rule(talk, row)
    if rule is None:
        return "reminder-no-need"
    if not still_about(row, network, talk.member, meeting):
        return "reminder-moved"
    reader = reminders.reader_of(talk.member, people.chambers_of(talk.session, talk.member_id))
    responses = reminders.responses_to(talk.session, meeting)
    reason = concern.left_out(reader, rule, responses, due_at=due_at)
    return "reminder-no-need" if reason is not None else None


def _stop(talk: Talk, row: Delivery) -> None:
    """Send no more messages of this kind."""
    topic = _topic(talk, row)
    name = talk.texts.plain(topic.name)
    if not topic.can_be_stopped:
        talk.toast(talk.texts("message-cannot-be-stopped", name=name), alert=True)
        return
    if topic.code in talk.member.stopped_kinds:
        talk.toast(talk.texts("message-stopped-already", name=name), alert=True)
        return
    reminders.set_reminder(
        talk.session, talk.house.network, talk.member, topic.code, wanted=False, now=talk.now
    )
    talk.toast("")
    settings = Button(talk.texts.plain("settings-reminders"), SETTING.data(SettingAction.REMINDERS))
    talk.say(talk.texts("reminder-stopped", name=name), [[settings]])


def _nothing_to_report(talk: Talk, meeting: Meeting) -> None:
    """Take *nothing to report* as the chamber's answer to the call for updates."""
    chambers = people.chambers_of(talk.session, talk.member_id)
    if not chambers:
        raise OldButton(REMINDER.name)
    if meeting.state is MeetingState.CANCELLED or meeting.starts_at <= talk.now:
        talk.toast(talk.texts("reminder-over"), alert=True)
        return
    reminders.nothing_to_report(
        talk.session, talk.house.network, meeting, chambers, by=talk.member_id, now=talk.now
    )
    talk.toast(talk.texts("reminder-nothing-noted"))


BUTTONS = (
    Pressed(REMINDER, why, Access.ANYONE, (ReminderAction.WHY,)),
    Pressed(REMINDER, pressed, Access.MEMBER),
)
