"""Where Telegram's updates become use cases: one update, one transaction, one answer.

The dispatcher finds what an update is for in the registry of features, checks in one place whether
it is open to whoever sent it, carries it out in a worker thread, saves the answer together with its
effect, and only then sends. An update that comes a second time finds its answer and is not carried
out again.
"""

import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session
from telegram import Update, User
from telegram.ext import Application, CallbackContext, CommandHandler, ExtBot, filters

from bot.chat import callback_data as keyboards
from bot.chat.callback_data import OldButton, Press
from bot.chat.callbacks import RUN
from bot.chat.feature import Ahead, Registry, Way, Work
from bot.chat.forms.engine import Engine
from bot.chat.gate import LAST_WORD
from bot.chat.readings import Readings
from bot.chat.replies import Answers
from bot.chat.request import GONE, Request
from bot.core import access, logs, messages, times
from bot.core.access import Access
from bot.core.messages import Act, Html, Outgoing
from bot.core.runtime import Runtime
from bot.core.texts import Texts, closest
from bot.outbox import incidents
from bot.outbox.errors import DeliveryError
from config.network import Network
from storage import chats, condition, guards, inbox, lanes, visitors
from storage import people as stored_people
from storage.models import InboxState, Person

log = logs.get(__name__)

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
"""A new message in a private chat."""
EDITED = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE
IN_A_GROUP = filters.COMMAND & filters.ChatType.GROUPS

BotApplication = Application[ExtBot[None], CallbackContext[Any, Any, Any, Any], Any, Any, Any, Any]


class LaneLost(Exception):
    """Another process handles this person's updates by now: this one was taken for dead."""


@dataclass(frozen=True)
class Handled:
    """The update is dealt with."""

    cards: Sequence[tuple[str, int]] = ()
    """The cards that its answer brought: what keeps each (``form:12``), and its message id."""


@dataclass(frozen=True)
class Postponed:
    """The handling failed for a reason that passes: a full disk, a locked database."""

    fault: str


@dataclass(frozen=True)
class TakenOver:
    """Another process handles this person's updates by now."""


@dataclass(frozen=True)
class Stuck:
    """The database is damaged: the program is about to end, and somebody has to act first."""


Outcome = Handled | Postponed | TakenOver | Stuck


@dataclass(frozen=True)
class CarriedOut:
    """What the carrying out of an update led to."""

    outgoing: list[Outgoing]
    sent: int = 0
    """How much of it went out before a restart."""
    is_resumed: bool = False
    """Whether an earlier attempt may have been sending it."""
    wakes_delivery: bool = False
    """Whether messages to others were planned that are due at once."""
    is_outside: bool = False
    """Whether it came from a stranger: broadcasts go before the answer."""


@dataclass(frozen=True)
class Route:
    """What an update is for, and whom that is open to."""

    work: Work
    open_to: Access
    ahead: Ahead | None = None
    way: str = ""
    """What the table of rights calls it."""
    """What is to be read before the transaction."""


class Dispatcher:
    """Finds what an update is for, and has it carried out and answered."""

    def __init__(self, runtime: Runtime, answers: Answers, registry: Registry) -> None:
        """Dispatch to what is in the *registry*; answers go out through *answers*."""
        self.runtime = runtime
        self.answers = answers
        self.registry = registry
        self.engine = Engine(registry.forms)
        self._commands: CommandHandler[Any, Any] = CommandHandler(
            list(registry.commands), _never, filters=PRIVATE
        )

    async def dispatch(self, update: Update) -> Outcome:
        """Carry an update out and answer it; whatever goes wrong has an outcome."""
        try:
            return await self._answered(update)
        except OperationalError as error:
            return Postponed(type(error).__name__)
        except LaneLost:
            return TakenOver()
        except DatabaseError as error:
            if not condition.is_damage(error):
                raise
            await self.say_stuck(update)
            return Stuck()

    async def _answered(self, update: Update) -> Handled:
        try:
            return Handled(await self._dispatch(update))
        # Neither is a bug: the update stays in the inbox, and whoever has it then carries it out.
        except (OperationalError, LaneLost):
            raise
        except Exception as error:
            if condition.is_damage(error):
                raise
            # A bug is admitted to whoever met it.
            return await self._apologise(update, error)

    async def _dispatch(self, update: Update) -> Sequence[tuple[str, int]]:
        message = update.message
        # Telegram's own note in the old group: nobody wrote it, so nobody is answered.
        if message is not None and message.migrate_to_chat_id is not None:
            await self.runtime.db(chats.replace, message.chat.id, message.migrate_to_chat_id)
            return ()
        if _is_about_a_group(update):
            return await self._say_in_a_group(update)
        route = self.route(update)
        if route is None:
            return ()
        done = await self.handle(update, route)
        if done.wakes_delivery:
            self.runtime.wake_delivery.set()
        return await self.answers.give(
            update.update_id,
            done.outgoing,
            sent=done.sent,
            is_resumed=done.is_resumed,
            last=done.is_outside,
        )

    async def handle(self, update: Update, route: Route) -> CarriedOut:
        """Read what has to be understood; then do the work, which keeps other writers waiting."""
        try:
            return await self._carry_out(update, route)
        except (IntegrityError, StaleDataError) as error:
            # Another session has written or deleted the same row just now: begun anew, this one
            # finds it so. Of a fault of ours that would be the same again.
            log.info("carried_out_anew", update_id=update.update_id, error=type(error).__name__)
            return await self._carry_out(update, route)

    async def _carry_out(self, update: Update, route: Route) -> CarriedOut:
        if route.ahead is None:
            return await self.runtime.db(carry_out, self, update, route)
        return await self.runtime.read_then_db(
            partial(read_ahead, dispatcher=self, update=update, route=route),
            lambda session, readings: carry_out(session, self, update, route, readings),
        )

    def route(self, update: Update) -> Route | None:
        """Return what an update is for; None for one that nobody waits for."""
        if LAST_WORD in update.api_kwargs:
            return Route(_last_word, Access.ANYONE)
        if update.callback_query is not None:
            return self._route_of_press(update.callback_query.data)
        # A command is typed too, so it is asked for before what is typed.
        if self._commands.check_update(update):
            command = self.registry.commands[_command_in(update)]
            # A bare command holds nothing that has to be understood.
            ahead = command.ahead if _has_words(update) else None
            return Route(command.work, command.open_to, ahead, f"/{command.name}")
        if PRIVATE.check_update(update):
            is_command = bool(filters.COMMAND.check_update(update))
            return self._first_listener(Way.UNKNOWN_COMMAND if is_command else Way.TYPED)
        if EDITED.check_update(update):
            return self._first_listener(Way.EDITED)
        if update.my_chat_member is not None:
            return self._first_listener(Way.MEMBERSHIP)
        return None

    def _route_of_press(self, data: str | None) -> Route:
        press = _press(data)
        command = self.registry.commands.get(press.parts[0]) if press.name == RUN.name else None
        if command is not None:
            return Route(command.work, command.open_to, None, f"/{command.name}")
        action = press.parts[0] if press.parts else None
        button = self.registry.button(press.name, action)
        if button is None:
            return Route(_old_button, Access.ANYONE)
        way = f"{press.name}:{action}" if action in button.actions else press.name
        return Route(button.work, button.open_to, button.ahead, way)

    def _first_listener(self, way: Way) -> Route:
        """Return the work that asks the listeners of a *way*; each has rights of its own."""
        listeners = self.registry.listeners_of(way)

        def read(request: Request) -> None:
            for listener in listeners:
                if access.allows(request.person, listener.open_to) and listener.work(request):
                    return

        def ahead(request: Request) -> bool:
            return any(
                access.allows(request.person, listener.open_to) and listener.ahead(request)
                for listener in listeners
                if listener.ahead is not None
            )

        is_understood = any(listener.ahead is not None for listener in listeners)
        return Route(read, Access.ANYONE, ahead if is_understood else None)

    async def _say_in_a_group(self, update: Update) -> Sequence[tuple[str, int]]:
        """Say that the bot works in private chats only, once for each call."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            return ()
        language, is_outside_ = await self.runtime.db(_heard_in_a_group, self.runtime, user)
        texts = Texts(language)
        text = texts("group-private-only", link=f"https://t.me/{self.runtime.username}")
        message = Outgoing(Act.SEND, chat.id, text)
        return await self.answers.give(update.update_id, [message], last=is_outside_)

    async def _apologise(self, update: Update, error: Exception) -> Handled:
        """Answer an update whose handling raised; nothing of what was done is saved."""
        runtime, reference = self.runtime, secrets.token_hex(4)
        runtime.metrics.failed += 1
        kind, where = type(error).__name__, logs.where(error)
        log.error(
            "handler_failed",
            reference=reference,
            update_id=update.update_id,
            error=kind,
            where=where,
        )
        apology, outside = await runtime.db(
            _apology,
            runtime.network,
            update,
            reference,
            place=" ".join([kind, *where[-1:]]),
            now=runtime.clock.now(),
        )
        return Handled(await self.answers.give(update.update_id, apology, last=outside))

    async def say_stuck(self, update: Update) -> None:
        """Tell somebody that nothing can be read; without the database it is said once or not."""
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None:
            return
        language = closest(user.language_code)
        text, query = Html(Texts(language)("storage-damaged")), update.callback_query
        message = (
            Outgoing(Act.TOAST, user.id, text, query_id=query.id, alert=True)
            if query is not None
            else Outgoing(Act.SEND, chat.id, text, language=language)
        )
        with suppress(DeliveryError):
            await self.answers.sender.answer(message)


async def _never(update: Update, context: object) -> None:
    """The library's handler only recognises commands; it is never called."""
    del update, context


def _command_in(update: Update) -> str:
    """Return the name of the command that a message begins with, without the bot's name."""
    text = update.message.text if update.message else None
    return (text or "").split()[0].removeprefix("/").partition("@")[0].lower()


def _has_words(update: Update) -> bool:
    """Tell whether anything was typed behind a command."""
    text = update.message.text if update.message else None
    return len((text or "").split(maxsplit=1)) > 1


def _is_about_a_group(update: Update) -> bool:
    """Tell whether the bot was called in a group, or taken into one."""
    change = update.my_chat_member
    if change is None or change.chat.type == "private":
        return bool(IN_A_GROUP.check_update(update))
    # Being made an administrator is such a change as well; it is no call.
    return change.old_chat_member.status in GONE and change.new_chat_member.status not in GONE


def read_ahead(
    session: Session, *, dispatcher: Dispatcher, update: Update, route: Route
) -> Readings:
    """Return what the text of an update is read as, for what it seems to be for."""
    user = sender_of(update)
    person = stored_people.by_telegram_id(session, user.id)
    readings = Readings(dispatcher.runtime.clock.now())
    request = _request(session, dispatcher, update, person, readings, now=readings.read_at)
    if route.ahead is not None and access.allows(person, route.open_to):
        with suppress(OldButton):  # the work says so
            route.ahead(request)
    return readings


def carry_out(
    session: Session,
    dispatcher: Dispatcher,
    update: Update,
    route: Route,
    readings: Readings | None = None,
) -> CarriedOut:
    """Do what an update is for, unless its answer is stored already; raises :class:`LaneLost`."""
    runtime, user = dispatcher.runtime, update.effective_user
    come = inbox.progress(session, update.update_id, user.id if user else None)
    if come is None:
        return CarriedOut([])  # it was finished long ago, and is forgotten
    if not runtime.database.is_sqlite and not _is_ours(session, runtime, come):
        raise LaneLost
    # The effect is saved with its answer: what is left to do is to send the answer.
    if come.state is not InboxState.NEW:
        stored = [Outgoing.from_json(part) for part in come.answer or []]
        return CarriedOut(
            stored, come.answers_sent, is_resumed=True, is_outside=is_outside(come.person)
        )
    outside = is_outside(come.person)
    person = guards.acting(session, user.id, come.person) if user is not None else come.person
    request = _open_request(session, dispatcher, update, person, readings)
    _work_or_refuse(request, route)
    # In the parts in which they are sent: a restart goes on behind the last one that went out.
    outgoing = [part for message in request.complete() for part in messages.parts(message)]
    inbox.answered(session, update.update_id, [message.to_json() for message in outgoing])
    return CarriedOut(outgoing, wakes_delivery=request.wakes_delivery, is_outside=outside)


def _is_ours(session: Session, runtime: Runtime, come: inbox.Progress) -> bool:
    """Tell whether this process still has the person's lane.

    What another process has begun may have been waited for: then the lane is looked up anew.
    """
    if come.state is InboxState.NEW:
        return come.held_by == runtime.instance
    return lanes.is_held(session, come.lane, by=runtime.instance)


def _open_request(
    session: Session,
    dispatcher: Dispatcher,
    update: Update,
    person: Person | None,
    readings: Readings | None,
) -> Request:
    """Return the request of an update that is carried out; whoever writes was seen."""
    runtime = dispatcher.runtime
    now = runtime.clock.now()
    if person is not None and not _is_leaving(update):
        runtime.people.seen(session, person, now=now, renewed=runtime.kinds.renewed)
    held = readings.at(now) if readings is not None else Readings(now)
    return _request(session, dispatcher, update, person, held, now=now)


def _request(
    session: Session,
    dispatcher: Dispatcher,
    update: Update,
    person: Person | None,
    readings: Readings,
    *,
    now: datetime,
) -> Request:
    """Return the request of an update: the person behind it, and their language as it is now."""
    user, runtime = sender_of(update), dispatcher.runtime
    texts = Texts(language_of(session, person, user))
    query = update.callback_query
    press = _press(query.data) if query is not None else None
    engine = dispatcher.engine
    return Request(session, runtime, update, user, now, person, texts, engine, readings, press)


def language_of(session: Session, person: Person | None, user: User) -> str:
    """Return the language to speak: the person's, what a stranger chose, Telegram's hint."""
    if person is not None:
        return person.language
    return visitors.language(session, user.id) or closest(user.language_code)


def _heard_in_a_group(session: Session, runtime: Runtime, user: User) -> tuple[str, bool]:
    """Note that somebody was heard of; return their language, and whether they are a stranger."""
    person = stored_people.by_telegram_id(session, user.id)
    if person is not None:
        runtime.people.seen(session, person, now=runtime.clock.now(), renewed=runtime.kinds.renewed)
    return language_of(session, person, user), is_outside(person)


def is_outside(person: Person | None) -> bool:
    """Tell whether somebody is no member: applicants and suspended people are strangers too."""
    return not access.allows(person, Access.MEMBER)


def _is_leaving(update: Update) -> bool:
    """Tell whether the update says that somebody blocked the bot: that is no sign of life."""
    change = update.my_chat_member
    if change is None or change.chat.type != "private":
        return False
    return change.new_chat_member.status in GONE


def sender_of(update: Update) -> User:
    """Return who caused an update; an update without anybody is not ours to handle."""
    if update.effective_user is None:
        raise LookupError(f"update {update.update_id} comes from nobody")
    return update.effective_user


def _press(data: str | None) -> Press:
    try:
        return keyboards.parse(data)
    except OldButton:
        return Press("", ())


def _last_word(request: Request) -> None:
    """Say once that nothing more of a stranger is read for a while."""
    quiet = timedelta(seconds=request.update.api_kwargs[LAST_WORD])
    contact = request.runtime.network.privacy.contact
    said = times.length(quiet, request.texts.language)
    request.toast(request.texts("gate-last-word", quiet=said, contact=contact), alert=True)


def _old_button(request: Request) -> None:
    """A button that this version of the bot does not make."""
    raise OldButton(request.press.name if request.press else "")


def _work_or_refuse(request: Request, route: Route) -> None:
    """Check the rights of whoever comes, whichever way they come in; then do the work."""
    if not access.allows(request.person, route.open_to):
        request.runtime.refused.add(route.way, request.person)
        # Kindly, and without showing what is behind.
        refusal = access.refusal(request.person, route.open_to)
        request.toast(request.texts(refusal, join=request.to_join), alert=True)
        return
    try:
        route.work(request)
    except OldButton as old:
        request.toast(request.texts(old.said), alert=True)


def _apology(
    session: Session,
    network: Network,
    update: Update,
    reference: str,
    *,
    place: str,
    now: datetime,
) -> tuple[list[Outgoing], bool]:
    """Store the apology as the answer, and the fault where coordinators can find it.

    Returns the apology, and whether it goes to a stranger. *place* is where the fault rose.
    """
    user = update.effective_user
    person = stored_people.by_telegram_id(session, user.id) if user else None
    outside = is_outside(person)
    # The handler's transaction was rolled back; this is another one.
    if person is None or outside:
        incidents.note_outside(session, place, reference, now=now)
    else:
        incidents.note(session, network, reference, now=now, by=person.id)
    if user is None or update.effective_chat is None:
        return [], outside
    texts = Texts(language_of(session, person, user))
    outgoing = []
    # Without an answer of its own the pressed button would go on spinning.
    if update.callback_query is not None:
        outgoing.append(Outgoing(Act.TOAST, user.id, query_id=update.callback_query.id))
    text = Html(texts("fault", reference=reference))
    outgoing.append(Outgoing(Act.SEND, update.effective_chat.id, text))
    inbox.failed(session, update.update_id, reference, [part.to_json() for part in outgoing])
    return outgoing, outside
