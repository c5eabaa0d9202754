"""Deletes what is no longer needed, after the spans of ``config/network.toml``."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.outbox import incidents
from config.network import Network
from storage import applications, inbox, list_views, strangers, visitors

SILENCED_KEPT_FOR = timedelta(days=365)
"""Counts of days, which say nothing of anybody."""
LIST_KEPT_FOR = timedelta(days=1)
"""What is typed narrows a list for an hour; after a day nobody looks at it any more."""


def forget(session: Session, network: Network, *, now: datetime) -> int:
    """Delete finished inbox rows that are older than the organiser keeps them; return how many.

    The text of a message is emptied the moment it is dealt with; the row that is deleted here
    holds its number and its times. What a visitor chose ends as a draft does, the list that was
    shown last after a day. So do an account's pause after erasing itself, and what was counted of
    strangers.
    """
    visitors.forget_before(session, now - network.retention.draft_expires_after)
    list_views.forget_before(session, now - LIST_KEPT_FOR)
    applications.end_pauses(session, now=now)
    strangers.forget_before(
        session,
        faults=(now - incidents.OUTSIDE_KEPT_FOR).date(),
        counts=(now - SILENCED_KEPT_FOR).date(),
    )
    return inbox.forget_before(session, now - network.retention.inbox)
