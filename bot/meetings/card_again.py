"""A meeting's card once more, after a restore took away what was answered since the copy."""

from datetime import datetime

from bot.core import times
from bot.core.messages import Html
from bot.meetings.notifications import card
from bot.meetings.service import CARD_AGAIN
from bot.outbox.message_kinds import MessageKind
from bot.outbox.notification import Drawn, Notification, Withheld, dropped
from storage import meetings
from storage.models import DeliveryState, MeetingState


def _card_again(notification: Notification) -> Drawn:
    """Show the meeting as it is now, with the answer that is held and buttons that work."""
    meeting = meetings.get(notification.session, notification.row.meeting_id)
    if meeting is None:
        return dropped("the meeting is gone")
    if meeting.state is MeetingState.CANCELLED:
        return Withheld(DeliveryState.SUPERSEDED, "the meeting was cancelled")
    person, texts, about = notification.person, notification.texts, notification.row.about
    network = notification.runtime.network
    body, rows = card(notification.session, texts, network, meeting, person)
    lost = {
        end: times.moment(datetime.fromisoformat(about[end]), person.zone, person.language)
        for end in ("since", "until")
    }
    return notification.to_person(Html(f"{texts('restored-card', **lost)}\n\n{body}"), rows)


KINDS = (MessageKind(CARD_AGAIN, _card_again, texts=("restored-card",)),)
