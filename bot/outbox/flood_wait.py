"""The silence that Telegram asked for (429), stored so that it outlives a restart.

A new process that sent into it would be refused, and each refusal makes it longer. Several
processes on PostgreSQL share it through :mod:`bot.outbox.shared_rate_limiter`.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from storage import marks

SILENCE = "silence"
LONGEST = timedelta(minutes=10)
"""No silence that an earlier process kept is believed for longer: its clock may have been wrong."""


def note(session: Session, until: datetime) -> None:
    """Remember that nothing may be sent *until* an instant; a later one stays."""
    marks.put(session, SILENCE, until, if_later=True)


def left(session: Session, *, now: datetime) -> timedelta:
    """Return for how long nothing may be sent; nothing where Telegram asked for no silence."""
    known = marks.get(session, SILENCE)
    return timedelta() if known is None else min(max(known.at - now, timedelta()), LONGEST)
