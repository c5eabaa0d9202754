"""Buttons under reminders: why, tomorrow, stop, nothing to report."""

from zoneinfo import ZoneInfo

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import keyboards, times
from bot.domain import reminders as rules
from bot.domain.access import Access
from bot.edge import handles
from bot.keyboards import OldButton
from bot.messages import Button
from bot.services import preferences, reminders
from bot.talk import Talk
from storage import acts, deliveries, people, reminding
from storage.meetings import get as get_meeting
from storage.models import Delivery, MeetingState


def pressed(talk: Talk) -> None:
    """A button under a reminder."""
    if talk.press is None:
        raise OldButton("rem")
    match talk.press.code(0):
        case "why":
            _why(talk, _own(talk))
        case "later":
            _tomorrow(talk, _own(talk))
        case "stop":
            _stop(talk, _own(talk))
        case "nothing":
            _nothing_to_report(talk, talk.press.number(1))
        case _:
            raise OldButton("rem")


def _own(talk: Talk) -> Delivery:
    """Return the reminder that the button belongs to; only its own reader may press."""
    row = deliveries.get(talk.session, talk.press.number(1)) if talk.press else None
    if row is None or row.person_id != talk.member_id or row.kind != reminders.KIND:
        raise OldButton("rem")
    return row


def _why(talk: Talk, row: Delivery) -> None:
    """Say by which rule the reminder came, and how to stop it."""
    kind = row.about["rule"]
    due = times.moment(row.due_at, talk.member.zone, talk.texts.language)
    name = talk.texts.plain(f"reminder-{kind}-name")
    talk.toast("")
    talk.say(
        talk.texts("reminder-because", name=name, why=talk.texts(f"reminder-{kind}-why"), due=due)
    )


def _tomorrow(talk: Talk, row: Delivery) -> None:
    """Plan the same reminder once more for the next working morning, unless that is too late."""
    zone = ZoneInfo(talk.member.zone)
    hours = talk.house.network.working_hours
    due_at = rules.tomorrow(row.expires_at, zone, hours, now=talk.now)
    if due_at is None:
        talk.toast(talk.texts("reminder-tomorrow-too-late"), alert=True)
        return
    again = {
        "key": f"{row.key}:again",
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


def _stop(talk: Talk, row: Delivery) -> None:
    """Send no more reminders of this kind."""
    kind = row.about["rule"]
    preferences.set_reminder(
        talk.session, talk.house.network, talk.member, kind, wanted=False, now=talk.now
    )
    name = talk.texts.plain(f"reminder-{kind}-name")
    talk.toast("")
    settings = Button(talk.texts.plain("settings-reminders"), keyboards.pack("set", "reminders"))
    talk.say(talk.texts("reminder-stopped", name=name), [[settings]])


def _nothing_to_report(talk: Talk, meeting_id: int) -> None:
    """Take *nothing to report* as the chamber's answer to the call for updates."""
    meeting = get_meeting(talk.session, meeting_id)
    chambers = people.chambers_of(talk.session, talk.member_id)
    if meeting is None or not chambers:
        raise OldButton("rem")
    if meeting.state is MeetingState.CANCELLED or meeting.starts_at <= talk.now:
        talk.toast(talk.texts("reminder-over"), alert=True)
        return
    said = reminding.chambers_with_update(talk.session, meeting_id)
    for chamber_id in chambers:
        if chamber_id not in said:
            acts.record(
                talk.session,
                reminding.NOTHING_TO_REPORT,
                by=talk.member_id,
                now=talk.now,
                subject=f"meeting:{meeting_id}",
                chamber_id=chamber_id,
            )
    talk.session.flush()
    reminders.replan_chambers(talk.session, talk.house.network, meeting, chambers, now=talk.now)
    talk.toast(talk.texts("reminder-nothing-noted"))


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers of this noun."""
    return [CallbackQueryHandler(handles(pressed, Access.MEMBER), pattern=r"^rem:")]
