"""What the jobs will plan by themselves: every message that no row of the ledger holds yet."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.desk import weekly_health as health
from bot.updates import drafts
from config.network import Network


def coming(
    session: Session,
    network: Network,
    *,
    kept_forms: Collection[str],
    now: datetime,
    until: datetime,
) -> list[dict[str, Any]]:
    """Return the rows that jobs plan between two instants if nobody does anything.

    A job that begins to send something of its own adds it here, from the function by which it
    plans; the forecast's test compares what is returned with what was sent.
    """
    found = drafts.coming(session, network, kept=kept_forms, until=until)
    found += health.coming(session, network, after=now, until=until)
    return [row for row in found if row["due_at"] <= until]
