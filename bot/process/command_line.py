"""Uses of the command line: each is an act with the machine's user, and coordinators are told.

A command has no way to Telegram: it plans the messages, and the running bot sends them.
"""

import os
import pwd
import sys
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from bot.outbox import enqueue
from storage import audit

if TYPE_CHECKING:
    from storage.database import Database

ACT = "command_line.used"


def used(
    session: Session,
    command: str,
    *,
    now: datetime,
    subject: str | None = None,
    invitation_id: int | None = None,
) -> None:
    """Record that *command* was used, and tell every coordinator at once.

    *subject* is what it was done to (``invitation:3``); of an invitation the message has a button
    that revokes it.
    """
    entry = audit.record(
        session, ACT, by=None, now=now, subject=subject, command=command, user=machine_user()
    )
    session.flush()
    about = {"entry_id": entry.id}
    if invitation_id is not None:
        about["invitation_id"] = invitation_id
    key = f"command_line:{entry.id}"
    enqueue.tell_coordinators(session, "command_line", key=key, about=about, now=now)


def note_use(database: "Database", command: str, *, now: datetime) -> None:
    """Record the use of a command that leaves the database as it was.

    What cannot be recorded (an older version, a damaged or read-only database) is said in one line
    and keeps nobody from a copy of it.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from storage import migrate

    try:
        if migrate.current(database) == migrate.head():
            with database.transaction() as session:
                used(session, command, now=now)
            return
        why = "it is of another version"
    except SQLAlchemyError as error:
        why = type(error).__name__
    sys.stderr.write(f"dsn-bot: the use of {command} is not recorded in the database: {why}\n")


def note_copy(database: "Database", *, now: datetime) -> None:
    """Keep when the last copy was made, where :func:`note_use` could record the command as well."""
    from sqlalchemy.exc import SQLAlchemyError

    from storage import marks, migrate

    with suppress(SQLAlchemyError):
        if migrate.current(database) == migrate.head():
            with database.transaction() as session:
                marks.put(session, marks.BACKED_UP, now, if_later=True)


def machine_user() -> str:
    """Return who uses the machine, by the system and not by what the environment claims.

    Behind sudo the account that called it is added: that much sudo says.
    """
    name = _name_of(os.getuid())
    called_by = os.environ.get("SUDO_UID", "")
    if called_by.isascii() and called_by.isdigit() and int(called_by) != os.getuid():
        return f"{name} (sudo: {_name_of(int(called_by))})"
    return name


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        # In a container the account often has no name.
        return f"uid {uid}"
