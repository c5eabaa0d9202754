"""The channel of Telegram: makes the requests, and says what each of their errors means."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from telegram import Bot, BotCommand, BotCommandScopeChat, InputFile
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.core import logs, messages
from bot.core.messages import Act, Button, Outgoing
from bot.core.metrics import Metrics
from bot.core.text_keys import COMMAND
from bot.core.texts import Texts
from bot.outbox.circuit_breaker import CircuitBreaker
from bot.outbox.errors import (
    DeliveryError,
    Flooded,
    Moved,
    NotReached,
    QueryOld,
    Refused,
    TokenLost,
    TryLater,
    Unknown,
    Unreachable,
)
from bot.outbox.rate_limiter import RateLimiter, Turn
from bot.outbox.telegram.transport import NotSent, Unanswered
from storage.addresses import Address, chat
from storage.models import Channel

log = logs.get(__name__)

COUNTED: Final = frozenset({Act.SEND, Act.EDIT})
"""What Telegram counts as a message: each takes a turn."""

GONE: Final = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")
"""Refusals with 400 that mean a person, not a mistake of ours."""

UNCHANGED: Final = "message is not modified"
CARD_LOST: Final = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)
QUERY_OLD: Final = "query is too old"

NO_PREVIEW: Final = {"is_disabled": True}

NETWORK: Final = (NotSent, Unanswered, NetworkError)
"""What failed on its way or met a server in trouble: exact kinds, as refusals derive from one."""


class Sender:
    """Sends messages in their turn, and says what became of each."""

    channel = Channel.TELEGRAM

    def __init__(
        self, bot: Bot, rate_limiter: RateLimiter, breaker: CircuitBreaker, metrics: Metrics
    ) -> None:
        """Send through *bot*, in turns of the *rate_limiter* that everybody who sends shares."""
        self.bot = bot
        self.rate_limiter = rate_limiter
        self.breaker = breaker
        self.metrics = metrics

    @property
    def is_open(self) -> bool:
        """Whether Telegram can be reached and knows the token."""
        return not (self.breaker.lost or self.breaker.refused.is_set())

    async def back_within(self, seconds: float) -> bool:
        """Wait until Telegram is there; return False if it is not within some *seconds*."""
        return await self.breaker.back_within(seconds)

    async def turn(self, address: Address, *, first: bool) -> Turn:
        """Wait until one more message may go to a chat, as the rate limiter says."""
        return await self.rate_limiter.turn(address, first=first)

    def close(self) -> None:
        """Give no more turns to broadcasts: the bot is stopping."""
        self.rate_limiter.close()

    async def answer(self, message: Outgoing, *, last: bool = False) -> int | None:
        """Send something to somebody who is waiting for it: ahead of every broadcast.

        An answer to a stranger is sent behind them (*last*). Returns the id of the new message, if
        there is one. Raises a :class:`~bot.outbox.errors.DeliveryError` that says what to do next,
        and :class:`QueryOld` for a toast that nobody waits for any more.
        """
        if message.act not in COUNTED:
            return await self._send_now(message, None)
        address = chat(message.chat_id)
        with await self.rate_limiter.turn(address, first=not last, last=last) as turn:
            return await self._send_now(message, turn)

    async def send(self, message: Outgoing, turn: Turn) -> int | None:
        """Send one message of the outbox in a *turn* that the caller has waited for.

        Returns and raises as :meth:`answer` does.
        """
        return await self._send_now(message, turn if message.act in COUNTED else None)

    async def _send_now(self, message: Outgoing, turn: Turn | None) -> int | None:
        if turn is not None:
            turn.leaves()
        try:
            sent = await self._carry_out(message)
        except RetryAfter as error:
            wait = error.retry_after
            after = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
            # 429 stops everybody; but it is an answer, so Telegram is there.
            self.rate_limiter.stop_for(after.total_seconds())
            self.breaker.succeeded()
            self.metrics.floods += 1
            log.warning("flooded", seconds=after.total_seconds())
            raise Flooded("Too Many Requests", after) from error
        except TelegramError as error:
            meaning = _meaning(error)
            self._note(error, meaning)
            self.metrics.send_errors[type(meaning).__name__.lower()] += 1
            raise meaning from error
        finally:
            if turn is not None:
                turn.ends()
        self.breaker.succeeded()
        self.metrics.sent[message.act.value] += 1
        return sent

    def _note(self, error: TelegramError, meaning: DeliveryError) -> None:
        """Tell everybody who sends what an error says about Telegram as a whole."""
        if isinstance(meaning, TokenLost):
            self.breaker.refused.set()
        elif type(error) in NETWORK:
            self.breaker.failed()
        else:
            self.breaker.succeeded()

    async def _carry_out(self, message: Outgoing) -> int | None:
        match message.act:
            case Act.SEND:
                return await self._send(message)
            case Act.EDIT:
                return await self._edit(message)
            case Act.TOAST:
                await self._toast(message)
            case Act.COMMANDS:
                await self._set_commands(message)
        return None

    async def _call(self, method: str, parameters: dict[str, Any]) -> Any:
        """Call a method of the Bot API; return its answer as Telegram sent it.

        Only its id is needed of a message: the library's objects take up to a fifth of a step.
        *method* is in lower case, which Telegram takes as well: the library warns of its spelling.
        """
        try:
            return await self.bot.do_api_request(method, api_kwargs=parameters)
        except EndPointNotFound as error:
            # That is what the library makes of a token that is refused, too: 401 and 404 alike.
            raise InvalidToken(error.message) from error

    async def _send(self, message: Outgoing) -> int:
        """Send one message; a longer text was split by :func:`bot.core.messages.parts`."""
        told = {
            "chat_id": message.chat_id,
            "parse_mode": ParseMode.HTML,
            "reply_markup": _markup(message),
            "disable_notification": message.silent,
        }
        if message.file is None:
            text = {"text": message.text, "link_preview_options": NO_PREVIEW}
            sent = await self._call("sendmessage", told | text)
        else:
            file = InputFile(message.file.as_bytes(), filename=message.file.name)
            caption = {"document": file, "caption": message.text or None}
            sent = await self._call("senddocument", told | caption)
        return int(sent["message_id"])

    async def _edit(self, message: Outgoing) -> int | None:
        """Edit a message in place; where it cannot be edited any more, send it anew."""
        try:
            await self._edit_in_place(message)
        except BadRequest as error:
            reason = error.message.lower()
            # A second tap draws the card as it is; Telegram calls that an error (400), and it is
            # none.
            if UNCHANGED in reason:
                return message.message_id
            # Its reader deleted the card, or it is too old to be edited.
            if any(lost in reason for lost in CARD_LOST):
                first = messages.paragraphs(message.text)[0]
                return await self._send(replace(message, act=Act.SEND, text=first))
            raise
        return message.message_id

    async def _edit_in_place(self, message: Outgoing) -> None:
        told = {
            "chat_id": message.chat_id,
            "message_id": message.message_id,
            "parse_mode": ParseMode.HTML,
            "reply_markup": _markup(message),
        }
        if message.in_caption:
            await self._call("editmessagecaption", told | {"caption": message.text})
            return
        text = messages.paragraphs(message.text)[0]
        await self._call(
            "editmessagetext", told | {"text": text, "link_preview_options": NO_PREVIEW}
        )

    async def _toast(self, message: Outgoing) -> None:
        """Answer a press; raises :class:`QueryOld` for one that has waited too long."""
        try:
            await self._call(
                "answercallbackquery",
                {
                    "callback_query_id": message.query_id,
                    "text": messages.shorten(message.text, messages.TOAST_LIMIT) or None,
                    "show_alert": message.alert or None,
                },
            )
        except BadRequest as error:
            if QUERY_OLD in error.message.lower():
                raise QueryOld(error.message) from error
            raise

    async def _set_commands(self, message: Outgoing) -> None:
        """Show a person the commands of their role, in their language."""
        texts = Texts(message.language or "")
        await self.bot.set_my_commands(
            [BotCommand(name, texts.plain(COMMAND.key(name))) for name in message.commands],
            scope=BotCommandScopeChat(message.chat_id),
        )


def _markup(message: Outgoing) -> dict[str, Any] | None:
    if not message.keyboard:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in message.keyboard]}


def _button(button: Button) -> dict[str, Any]:
    told = {
        "text": button.text,
        "callback_data": button.data,
        "url": button.url,
        "copy_text": {"text": button.copy} if button.copy else None,
        "style": button.style.value if button.style else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _meaning(error: TelegramError) -> DeliveryError:
    """Return what an error of Telegram's or of the network means for the message."""
    # The order counts: in the library's view a BadRequest is a NetworkError too.
    if isinstance(error, ChatMigrated):
        return Moved(error.new_chat_id)
    if isinstance(error, Forbidden):
        return Unreachable(error.message)
    if isinstance(error, BadRequest):
        # A chat that Telegram does not know is a 400, not a 403: only the words tell them apart.
        if any(gone in error.message.lower() for gone in GONE):
            return Unreachable(error.message)
        return Refused(error.message)
    if isinstance(error, NotSent):
        return NotReached(error.message)
    if isinstance(error, Unanswered):
        return Unknown(error.message)
    if isinstance(error, NetworkError):
        return TryLater(error.message)  # a status of 500 and above is an answer: it was not sent
    if isinstance(error, InvalidToken):
        return TokenLost(error.message)
    if isinstance(error, Conflict):
        return TryLater(error.message)
    # Something came back that says neither yes nor no: it may have been sent.
    return Unknown("the answer could not be read")
