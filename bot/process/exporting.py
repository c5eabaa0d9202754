"""What is written when the network's data are exported: each field says whether it goes there."""

from typing import Any

from sqlmodel import Session

from bot.chat.forms.fields import Goes
from bot.meetings.fields import MEETING_FIELDS
from bot.updates.fields import UPDATE_FIELDS
from storage import export as stored


def tables(session: Session) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of the export, by name; nothing in them names a person."""
    return stored.tables(
        session,
        meetings=MEETING_FIELDS.columns_to(Goes.EXPORT),
        updates=UPDATE_FIELDS.columns_to(Goes.EXPORT),
        links=UPDATE_FIELDS.links_to(Goes.EXPORT),
    )
