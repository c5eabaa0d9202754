"""What is behind ⋯ under messages that nobody asked for: why, tomorrow, stop; nothing to report."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler
from bot.chat.request import Request
from bot.core import access, messages, times
from bot.core.access import Access
from bot.core.messages import Button, Keyboard
from bot.outbox.message_kinds import Topic
from bot.people.callbacks import SETTING, SettingAction
from bot.reminders import eligibility
from bot.reminders import plan as rules
from bot.reminders import service as reminders
from bot.reminders import words as reminder_plan
from bot.reminders.callbacks import REMINDER, ReminderAction
from bot.reminders.notifications import still_about
from config.network import ReminderRule
from storage import deliveries, people
from storage.meetings import get as get_meeting
from storage.models import Delivery, Meeting, MeetingState


def pressed(request: Request) -> None:
    """A button under an automatic message; members alone press these."""
    match request.pressed.one_of(0, ReminderAction):
        case ReminderAction.LATER:
            _tomorrow(request, _own(request))
        case ReminderAction.STOP:
            _stop(request, _own(request))
        case ReminderAction.NOTHING:
            _nothing_to_report(request, request.row(1, Meeting))
        case ReminderAction.WHY:
            why(request)


def why(request: Request) -> None:
    """Say why a message came and how to stop its kind, to its reader, also when they have left."""
    row = _own(request)
    zone = request.person.zone if request.person else request.runtime.network.zone
    texts, topic = request.texts, _topic(request, row)
    rules_ = [rule for rule in request.runtime.network.reminders if rule.kind == topic.code]
    values = {
        "name": texts.plain(topic.name),
        "why": texts(topic.why, times=reminder_plan.in_words(rules_, texts)),
        "due": times.moment(row.due_at, zone, texts.language),
    }
    text = texts("reminder-because", **values)
    ending = texts("message-can-stop" if topic.can_be_stopped else "message-cannot-stop")
    request.toast("")
    request.say(messages.Html(f"{text}\n\n{ending}"), _ways(request, row, topic))


def _ways(request: Request, row: Delivery, topic: Topic) -> Keyboard:
    """Return what a member can do about a message: only what is still of use."""
    if not access.allows(request.person, Access.MEMBER):
        return []
    texts = request.texts
    found = []
    if row.kind == reminders.KIND and not row.about.get("again") and _of_use(request, row):
        later = REMINDER.data(ReminderAction.LATER, row)
        found.append([Button(texts.plain("reminder-tomorrow"), later)])
    if topic.can_be_stopped and topic.code not in request.member.stopped_kinds:
        stop = REMINDER.data(ReminderAction.STOP, row)
        found.append([Button(texts.plain("reminder-stop"), stop)])
    return found


def _of_use(request: Request, row: Delivery) -> bool:
    """Tell whether a reminder can come once more, and is not yet to."""
    meeting = get_meeting(request.session, row.meeting_id)
    key = _key_again(row)
    if meeting is None or meeting.state is MeetingState.CANCELLED:
        return False
    if key in deliveries.by_keys(request.session, [key]):
        return False
    due_at = _tomorrow_of(request, row)
    return due_at is not None and _useless(request, row, meeting, due_at) is None


def _key_again(row: Delivery) -> str:
    """Return one key, however often it is asked for: under the reminder, and under its repeat."""
    return f"{row.key.removesuffix(reminders.AGAIN)}{reminders.AGAIN}"


def _tomorrow_of(request: Request, row: Delivery) -> datetime | None:
    """Return the next working morning, unless that is too late."""
    zone, hours = ZoneInfo(request.member.zone), request.runtime.network.working_hours
    return rules.tomorrow(row.expires_at, zone, hours, now=request.now)


def _done(request: Request, row: Delivery, said: messages.Html) -> None:
    """Say what was done, in place of what offered it; an earlier version's button pops it up."""
    request.toast(said)
    if request.card_id != row.message_id:
        request.show(said)


def _own(request: Request) -> Delivery:
    """Return the message that the button belongs to; only its own reader may press."""
    row = request.row(1, Delivery)
    if request.person is None or row.person_id != request.person.id:
        raise OldButton(REMINDER.name)
    return row


def _topic(request: Request, row: Delivery) -> Topic:
    """Return what the person knows a message by."""
    if request.runtime.kinds.get(row.kind) is None:
        raise OldButton("rem")
    return request.runtime.kinds.topic_of(request.runtime.network, row)


def _rule(request: Request, row: Delivery) -> ReminderRule | None:
    if row.kind != reminders.KIND:
        return None
    return reminders.rule_of(request.runtime.network, row.about["rule"], row.about["offset"])


def _tomorrow(request: Request, row: Delivery) -> None:
    """Plan the same reminder once more for the next working morning, unless that is of no use."""
    if row.kind != reminders.KIND:
        raise OldButton(REMINDER.name)
    key = _key_again(row)
    planned = deliveries.by_keys(request.session, [key]).get(key)
    if planned is not None:
        _tell_planned(request, planned)
        return
    meeting = get_meeting(request.session, row.meeting_id)
    if meeting is None or meeting.state is MeetingState.CANCELLED:
        request.toast(request.texts("reminder-over"), alert=True)
        return
    due_at = _tomorrow_of(request, row)
    useless = _useless(request, row, meeting, due_at or request.now)
    if due_at is None or useless:
        request.toast(request.texts(useless or "reminder-tomorrow-too-late"), alert=True)
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
    deliveries.plan(request.session, [again], now=request.now)
    when = times.moment(due_at, request.member.zone, request.texts.language)
    _done(request, row, request.texts("reminder-tomorrow-set", when=when))


def _tell_planned(request: Request, planned: Delivery) -> None:
    """Say what became of the wish to be reminded again: it counts once."""
    if planned.state in deliveries.WAITING:
        when = times.moment(planned.due_at, request.member.zone, request.texts.language)
        request.toast(request.texts("reminder-tomorrow-set", when=when))
    else:
        request.toast(request.texts("reminder-tomorrow-done"), alert=True)


def _useless(request: Request, row: Delivery, meeting: Meeting, due_at: datetime) -> str | None:
    """Return the key that says why nobody need be reminded of this again, if so."""
    network, rule = request.runtime.network, _rule(request, row)
    if rule is None:
        return "reminder-no-need"
    if not still_about(row, network, request.member, meeting):
        return "reminder-moved"
    reader = reminders.recipient_of(
        request.member, people.chambers_of(request.session, request.member_id)
    )
    responses = reminders.responses_to(request.session, meeting)
    reason = eligibility.left_out(reader, rule, responses, due_at=due_at)
    return "reminder-no-need" if reason is not None else None


def _stop(request: Request, row: Delivery) -> None:
    """Send no more messages of this kind."""
    topic = _topic(request, row)
    name = request.texts.plain(topic.name)
    if not topic.can_be_stopped:
        request.toast(request.texts("message-cannot-be-stopped", name=name), alert=True)
        return
    if topic.code in request.member.stopped_kinds:
        request.toast(request.texts("message-stopped-already", name=name), alert=True)
        return
    reminders.set_reminder(
        request.session,
        request.runtime.network,
        request.member,
        topic.code,
        wanted=False,
        now=request.now,
    )
    request.toast("")
    settings = Button(
        request.texts.plain("settings-reminders"), SETTING.data(SettingAction.REMINDERS)
    )
    stopped = request.texts("reminder-stopped", name=name)
    if request.card_id != row.message_id:
        request.show(stopped, [[settings]])
    else:
        request.say(stopped, [[settings]])


def _nothing_to_report(request: Request, meeting: Meeting) -> None:
    """Take *nothing to report* as the chamber's answer to the call for updates."""
    chambers = people.chambers_of(request.session, request.member_id)
    if not chambers:
        raise OldButton(REMINDER.name)
    if meeting.state is MeetingState.CANCELLED or meeting.starts_at <= request.now:
        request.toast(request.texts("reminder-over"), alert=True)
        return
    reminders.nothing_to_report(
        request.session,
        request.runtime.network,
        meeting,
        chambers,
        by=request.member_id,
        now=request.now,
    )
    request.toast(request.texts("reminder-nothing-noted"))


BUTTONS = (
    ButtonHandler(REMINDER, why, Access.ANYONE, (ReminderAction.WHY,)),
    ButtonHandler(REMINDER, pressed, Access.MEMBER),
)
