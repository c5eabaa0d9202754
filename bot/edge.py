"""Where Telegram's updates become use cases: one update, one transaction, one answer.

python-telegram-bot finds the handler; :func:`handles` runs it in a worker thread, saves its answer
together with its effect, and only then sends. An update that comes a second time finds its answer
and is not carried out again.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session
from telegram import Update, User
from telegram.constants import ChatMemberStatus
from telegram.ext import Application, CallbackContext, ExtBot

from bot import keyboards, messages
from bot.callbacks import CALLBACKS
from bot.delivery.answers import Answers
from bot.domain import access
from bot.domain.access import Access
from bot.house import House
from bot.keyboards import OldButton, Press
from bot.messages import Outgoing
from bot.services import people
from bot.talk import Talk
from bot.texts import Texts, closest
from storage import forms as stored_forms
from storage import inbox, lanes
from storage.models import InboxState, Person

Work = Callable[[Talk], None]

GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)
"""What the bot is to somebody who blocked it."""


@dataclass
class Front:
    """What the handlers of the running application reach: python-telegram-bot's ``bot_data``."""

    house: House
    answers: Answers
    postponed: dict[int, str] = field(default_factory=dict)
    """Updates whose handling failed for a reason that passes (a full disk, a locked database)."""
    lost: set[int] = field(default_factory=set)
    """Updates that another process handles by now."""


Context = CallbackContext[ExtBot[None], Any, Any, Front]
BotApplication = Application[Any, Any, Any, Any, Front, Any]
Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]


def handles(work: Work, open_to: Access = Access.ANYONE) -> Callback:
    """Return the callback under which a handler is registered; *open_to* is checked each time."""

    async def callback(update: Update, context: Context) -> None:
        front = context.bot_data
        house = front.house
        done = await house.db(carry_out, house, update, work, open_to)
        if done.wakes_delivery:
            house.wake_delivery.set()
        await front.answers.give(
            update.update_id, done.outgoing, sent=done.sent, is_resumed=done.is_resumed
        )

    return callback


class LaneLost(Exception):
    """Another process handles this person's updates by now: this one was taken for dead."""


@dataclass(frozen=True)
class Done:
    """What the handling of an update led to."""

    outgoing: list[Outgoing]
    sent: int = 0
    """How much of it went out before a restart."""
    is_resumed: bool = False
    """Whether an earlier attempt may have been sending it."""
    wakes_delivery: bool = False
    """Whether messages to others were planned that are due at once."""


def carry_out(session: Session, house: House, update: Update, work: Work, open_to: Access) -> Done:
    """Run a handler unless its answer is stored already; raises :class:`LaneLost`."""
    user = update.effective_user
    come = inbox.progress(session, update.update_id, user.id if user else None)
    if come is None:
        return Done([])  # it was finished long ago, and is forgotten
    if not house.database.is_sqlite and not _is_ours(session, house, come):
        raise LaneLost
    if come.state is not InboxState.NEW:
        stored = [Outgoing.from_json(part) for part in come.answer or []]
        return Done(stored, come.answers_sent, is_resumed=True)
    talk = open_talk(session, house, update, come.person)
    _work_or_refuse(talk, work, open_to)
    outgoing = [part for message in talk.complete() for part in messages.parts(message)]
    inbox.answered(session, update.update_id, [message.to_json() for message in outgoing])
    return Done(outgoing, wakes_delivery=talk.wakes_delivery)


def _is_ours(session: Session, house: House, come: inbox.Progress) -> bool:
    """Tell whether this process still has the person's lane.

    What another process has begun may have been waited for: then the lane is looked up anew.
    """
    if come.state is InboxState.NEW:
        return come.held_by == house.instance
    return lanes.is_held(session, come.lane, by=house.instance)


def open_talk(session: Session, house: House, update: Update, person: Person | None) -> Talk:
    """Return the talk of an update: the person behind it, and their language as it is now."""
    user = sender_of(update)
    now = house.clock.now()
    if person is not None and not _is_leaving(update):
        people.seen(session, person, now=now)
    language = language_of(session, person, user)
    return Talk(session, house, update, user, now, person, Texts(language), _press(update))


def language_of(session: Session, person: Person | None, user: User) -> str:
    """Return the language to speak: the person's, what a stranger chose, Telegram's hint."""
    if person is not None:
        return person.language
    return stored_forms.chosen_language(session, user.id) or closest(user.language_code)


def _is_leaving(update: Update) -> bool:
    """Tell whether the update says that somebody blocked the bot: that is no sign of life."""
    change = update.my_chat_member
    return change is not None and change.new_chat_member.status in GONE


def sender_of(update: Update) -> User:
    """Return who caused an update; an update without anybody is not ours to handle."""
    if update.effective_user is None:
        raise LookupError(f"update {update.update_id} comes from nobody")
    return update.effective_user


def _press(update: Update) -> Press | None:
    if update.callback_query is None:
        return None
    try:
        return keyboards.parse(update.callback_query.data, CALLBACKS)
    except OldButton:
        return Press("", ())


def _work_or_refuse(talk: Talk, work: Work, open_to: Access) -> None:
    if not access.allows(talk.person, open_to):
        _refuse(talk, open_to)
        return
    try:
        work(talk)
    except OldButton as old:
        talk.toast(talk.texts(old.said), alert=True)


def _refuse(talk: Talk, open_to: Access) -> None:
    """Say why something is closed to this person: kindly, and without showing what is behind."""
    talk.toast(talk.texts(access.refusal(talk.person, open_to)), alert=True)
