"""What the recipe for a message adds: a note on travelling, which its readers may stop."""

from bot.meetings.notifications import KINDS
from bot.outbox.message_kinds import EVERYBODY, MessageKind
from bot.outbox.notification import Drawn, Notification


def _travel(notification: Notification) -> Drawn:
    """Tell which trains there are."""
    return notification.to_person(
        notification.texts("travel-note", trains=notification.row.about["trains"])
    )


KINDS = (
    *KINDS,
    MessageKind("travel", _travel, texts=("travel-note",), stopped_by=EVERYBODY),
)
