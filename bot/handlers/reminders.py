"""Buttons under messages that nobody asked for: why, tomorrow, stop, nothing to report."""

from datetime import datetime
from zoneinfo import ZoneInfo

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import messages, times
from bot.callbacks import REMINDER, SETTING, ReminderAction, SettingAction
from bot.delivery.letters.reminders import still_about
from bot.domain import concern, kinds
from bot.domain import reminders as rules
from bot.domain.access import Access
from bot.edge import handles
from bot.keyboards import OldButton
from bot.messages import Button
from bot.services import preferences, reminders
from bot.talk import Talk
from config.network import ReminderRule
from storage import acts, deliveries, people, reminding
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
    texts, kind = talk.texts, _kind(row)
    values = {
        "name": texts.plain(kinds.text_key(kind, "name")),
        "why": texts(kinds.text_key(kind, "why")),
        "due": times.moment(row.due_at, zone, texts.language),
    }
    text = texts("reminder-because", **values)
    can_stop = kinds.may_stop(row.kind, _rule(talk, row))
    ending = texts("message-can-stop" if can_stop else "message-cannot-stop")
    talk.toast("")
    talk.say(messages.Html(f"{text}\n\n{ending}"))


def _own(talk: Talk) -> Delivery:
    """Return the message that the button belongs to; only its own reader may press."""
    row = talk.row(1, Delivery)
    if talk.person is None or row.person_id != talk.person.id:
        raise OldButton(REMINDER.name)
    return row


def _kind(row: Delivery) -> str:
    """Return what the person would call the kind: of a reminder, its rule."""
    return str(row.about["rule"]) if row.kind == reminders.KIND else row.kind


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
    kind = _kind(row)
    name = talk.texts.plain(kinds.text_key(kind, "name"))
    if not kinds.may_stop(row.kind, _rule(talk, row)):
        talk.toast(talk.texts("message-cannot-be-stopped", name=name), alert=True)
        return
    if kind in talk.member.stopped_kinds:
        talk.toast(talk.texts("message-stopped-already", name=name), alert=True)
        return
    preferences.set_reminder(
        talk.session, talk.house.network, talk.member, kind, wanted=False, now=talk.now
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
    said = reminding.chambers_with_update(talk.session, meeting.id)
    for chamber_id in chambers:
        if chamber_id not in said:
            acts.record(
                talk.session,
                reminding.NOTHING_TO_REPORT,
                by=talk.member_id,
                now=talk.now,
                subject=f"meeting:{meeting.id}",
                chamber_id=chamber_id,
            )
    talk.session.flush()
    reminders.replan_chambers(talk.session, talk.house.network, meeting, chambers, now=talk.now)
    talk.toast(talk.texts("reminder-nothing-noted"))


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers of this noun."""
    return [
        CallbackQueryHandler(handles(why), pattern=REMINDER.pattern(ReminderAction.WHY)),
        CallbackQueryHandler(handles(pressed, Access.MEMBER), pattern=REMINDER.pattern()),
    ]
