"""What happens when a handler fails: a passing fault is waited out, a bug is admitted to."""

import secrets
import traceback
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import OperationalError
from sqlmodel import Session
from telegram import Update

from bot import logs
from bot.edge import Context
from bot.messages import Act, Html, Outgoing
from bot.texts import Texts, closest
from storage import acts, inbox, people

log = logs.get(__name__)

FRAMES = 6


async def failed(update: object, context: Context) -> None:
    """Answer an update whose handler raised; nothing of what the handler did is saved."""
    front, error = context.bot_data, context.error
    if not isinstance(update, Update) or error is None:
        log.error("fault_outside_updates", error=type(error).__name__)
        return
    if isinstance(error, OperationalError):
        front.postponed[update.update_id] = type(error).__name__
        return
    reference = secrets.token_hex(4)
    log.error(
        "handler_failed",
        reference=reference,
        update_id=update.update_id,
        error=type(error).__name__,
        where=_where(error),
    )
    apology = await front.house.db(_apologise, update, reference, now=front.house.clock.now())
    await front.answers.give(update.update_id, apology)


def _apologise(
    session: Session, update: Update, reference: str, *, now: datetime
) -> list[Outgoing]:
    """Store the apology as the answer, and the fault where coordinators can find it."""
    user = update.effective_user
    if user is None or update.effective_chat is None:
        return []
    person = people.by_telegram_id(session, user.id)
    texts = Texts(person.language if person else closest(user.language_code))
    outgoing = []
    if update.callback_query is not None:
        outgoing.append(Outgoing(Act.TOAST, user.id, query_id=update.callback_query.id))
    text = Html(texts("fault", reference=reference))
    outgoing.append(Outgoing(Act.SEND, update.effective_chat.id, text))
    inbox.failed(session, update.update_id, reference, [part.to_json() for part in outgoing])
    by = person.id if person else None
    acts.record(session, "fault", by=by, now=now, subject=f"fault:{reference}")
    return outgoing


def _where(error: BaseException) -> list[str]:
    """Return where it happened, without the values that a message of an exception may hold."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-FRAMES:]]
