"""Deletes what is no longer needed, after the spans of ``config/network.toml``."""

from datetime import datetime

from sqlmodel import Session

from config.network import Network
from storage import inbox


def forget(session: Session, network: Network, *, now: datetime) -> int:
    """Delete finished inbox rows that are older than the organiser keeps them; return how many.

    The text of a message is emptied the moment it is dealt with; the row that is deleted here
    holds its number and its times.
    """
    return inbox.forget_before(session, now - network.retention.inbox)
