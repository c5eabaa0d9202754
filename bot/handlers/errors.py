"""What happens when a handler fails: a passing fault is waited out, a bug is admitted to."""

import secrets
from datetime import datetime

from sqlalchemy.exc import OperationalError
from sqlmodel import Session
from telegram import Update

from bot import logs
from bot.edge import Context, LaneLost, language_of
from bot.messages import Act, Html, Outgoing
from bot.services import faults
from bot.texts import Texts
from config.network import Network
from storage import inbox, people

log = logs.get(__name__)


async def failed(update: object, context: Context) -> None:
    """Answer an update whose handler raised; nothing of what the handler did is saved."""
    front, error = context.bot_data, context.error
    if not isinstance(update, Update) or error is None:
        log.error("fault_outside_updates", error=type(error).__name__)
        return
    if isinstance(error, OperationalError):
        front.postponed[update.update_id] = type(error).__name__
        return
    if isinstance(error, LaneLost):
        front.lost.add(update.update_id)
        return
    reference = secrets.token_hex(4)
    front.house.meter.failed += 1
    log.error(
        "handler_failed",
        reference=reference,
        update_id=update.update_id,
        error=type(error).__name__,
        where=logs.where(error),
    )
    house = front.house
    apology = await house.db(_apologise, house.network, update, reference, now=house.clock.now())
    await front.answers.give(update.update_id, apology)


def _apologise(
    session: Session, network: Network, update: Update, reference: str, *, now: datetime
) -> list[Outgoing]:
    """Store the apology as the answer, and the fault where coordinators can find it."""
    user = update.effective_user
    person = people.by_telegram_id(session, user.id) if user else None
    faults.note(session, network, reference, now=now, by=person.id if person else None)
    if user is None or update.effective_chat is None:
        return []
    texts = Texts(language_of(session, person, user))
    outgoing = []
    if update.callback_query is not None:
        outgoing.append(Outgoing(Act.TOAST, user.id, query_id=update.callback_query.id))
    text = Html(texts("fault", reference=reference))
    outgoing.append(Outgoing(Act.SEND, update.effective_chat.id, text))
    inbox.failed(session, update.update_id, reference, [part.to_json() for part in outgoing])
    return outgoing
