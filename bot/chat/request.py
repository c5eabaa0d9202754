"""One update of Telegram's as a handler meets it: who, what, when, and what to answer.

A handler is a plain function of a :class:`Request`. It runs in a worker thread as one transaction;
what it says is collected and stored in that transaction, and goes out when it is committed.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlmodel import Session
from telegram import CallbackQuery, InaccessibleMessage, Message, Update, User
from telegram.constants import ChatMemberStatus

from bot.chat.callback_data import OldButton, Press, Row
from bot.chat.callbacks import RUN
from bot.chat.readings import Readings
from bot.chat.shown import SHOWN, digest
from bot.core import messages
from bot.core.messages import Act, Attachment, Html, Keyboard, Outgoing
from bot.core.runtime import Runtime
from bot.core.text_families import TO_JOIN
from bot.core.texts import Texts
from storage import forms
from storage.models import Form, Person

if TYPE_CHECKING:
    from bot.chat.forms.engine import Engine

GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)
"""What the bot is to somebody who blocked it."""
TEXT_READ = 5000
"""What is read of a typed text; officials write 600 characters, hostile people far more."""


@dataclass
class Request:
    """What a handler gets."""

    session: Session
    runtime: Runtime
    update: Update
    user: User
    now: datetime
    person: Person | None
    texts: Texts
    engine: "Engine"
    """Drives the forms: what a handler begins, goes on with or leaves."""
    readings: Readings
    """What its text was read as before the transaction."""
    press: Press | None = None
    outgoing: list[Outgoing] = field(default_factory=list)
    wakes_delivery: bool = False
    """Set by a handler that planned messages which are due at once."""

    @property
    def chat_id(self) -> int:
        """The private chat with the person, which has the person's own id."""
        return self.user.id

    @cached_property
    def form(self) -> Form | None:
        """The form that the chat was filling in when the update came."""
        return forms.active(self.session, self.chat_id)

    @property
    def to_join(self) -> Html:
        """How one joins the network: the end of what strangers are told."""
        return self.texts(TO_JOIN.key(self.runtime.network.self_registration))

    @property
    def member(self) -> Person:
        """The person, where the handler is open to members alone."""
        if self.person is None:
            raise LookupError("a handler for members met a stranger")
        return self.person

    @property
    def member_id(self) -> int:
        """The id of the member's row."""
        return self.member.id

    @property
    def member_zone(self) -> ZoneInfo:
        """The zone in which the member's dates are meant."""
        return ZoneInfo(self.member.zone)

    @property
    def query(self) -> CallbackQuery | None:
        """The press of a button, if this is one."""
        return self.update.callback_query

    @property
    def pressed(self) -> Press:
        """The press, where the handler is for buttons alone."""
        if self.press is None:
            raise OldButton("")
        return self.press

    def row(self, at: int, model: type[Row], *, over: str = "button-old") -> Row:
        """Return the row that part *at* of the pressed button was made for.

        Raises :class:`OldButton` for any other; *over* is the key of what is said where the row is
        gone.
        """
        return self.pressed.row(self.session, at, model, over=over)

    @property
    def text(self) -> str | None:
        """What the person typed, tidied; None where the message holds no text."""
        message = self.update.message
        if message is None or message.text is None:
            return None
        return messages.tidy(message.text[:TEXT_READ])

    @property
    def words(self) -> str | None:
        """What a new or edited message says: its text, or the words under a picture or file."""
        message = self.message
        written = (message.text or message.caption) if message else None
        return messages.tidy(written[:TEXT_READ]) if written else None

    @property
    def is_forwarded(self) -> bool:
        """Tell whether the person passes on what was written elsewhere."""
        return self.message is not None and self.message.forward_origin is not None

    @property
    def message(self) -> Message | None:
        """The person's message, new or edited."""
        return self.update.message or self.update.edited_message

    @property
    def message_id(self) -> int | None:
        """The id of the person's message."""
        return self.message.message_id if self.message else None

    @property
    def reply_to(self) -> int | None:
        """The id of the message that the person replies to."""
        replied = self.message.reply_to_message if self.message else None
        return replied.message_id if replied else None

    @property
    def argument(self) -> str:
        """What was typed behind a command: ``CODE`` of ``/start CODE``."""
        words = (self.text or "").split(maxsplit=1)
        return words[1].strip() if len(words) > 1 else ""

    @property
    def card_id(self) -> int | None:
        """The message that the pressed button stands under, if it can still be edited.

        A button that gives a command is no part of its message: the answer comes below.
        """
        if self.press is not None and self.press.name == RUN.name:
            return None
        message = self.query.message if self.query else None
        return message.message_id if isinstance(message, Message) else None

    @property
    def card_has_file(self) -> bool:
        """Tell whether the pressed button stands under a file: its text is a caption."""
        message = self.query.message if self.query else None
        return isinstance(message, Message) and message.document is not None

    @property
    def card_is_lost(self) -> bool:
        """Tell whether a button was pressed under a message that Telegram no longer gives out."""
        return self.query is not None and isinstance(self.query.message, InaccessibleMessage)

    def say(
        self,
        text: str,
        keyboard: Keyboard = (),
        *,
        remember: str | None = None,
        file: Attachment | None = None,
    ) -> None:
        """Answer with a new message; *remember* names the row that keeps its id (``form:12``)."""
        self.outgoing.append(
            Outgoing(
                Act.SEND,
                self.chat_id,
                messages.html(text),
                messages.keyboard(keyboard),
                remember=remember,
                file=file,
                language=self.texts.language,
            )
        )

    def show(self, text: str, keyboard: Keyboard = (), *, remember: str | None = None) -> None:
        """Change the card whose button was pressed; without one, answer with a new message."""
        # A caption holds a quarter of what a message does.
        too_long = self.card_has_file and not messages.fits_caption(messages.html(text))
        if self.card_id is None or too_long:
            self.say(text, keyboard, remember=remember)
            return
        self.edit(self.card_id, text, keyboard, remember=remember)

    def edit(
        self, message_id: int, text: str, keyboard: Keyboard = (), *, remember: str | None = None
    ) -> None:
        """Change one of the bot's own messages in this chat, unless it shows that already."""
        change = Outgoing(
            Act.EDIT,
            self.chat_id,
            messages.html(text),
            messages.keyboard(keyboard),
            message_id=message_id,
            in_caption=message_id == self.card_id and self.card_has_file,
            remember=remember,
            language=self.texts.language,
        )
        if not self._is_shown(change):
            self.outgoing.append(change)

    def _is_shown(self, change: Outgoing) -> bool:
        """Tell whether the card shows it: as it came with the press, and as it was left here.

        Of two quick presses the second comes with the card as it was before the first.
        """
        message = self.query.message if self.query else None
        if not isinstance(message, Message) or message.message_id != change.message_id:
            return False
        is_first = all(said.act is not Act.EDIT for said in self.outgoing)
        shown = message.api_kwargs.get(SHOWN) == digest(Html(change.text), change.keyboard)
        return is_first and shown and self.runtime.edits.agree(change)

    def toast(self, text: str, *, alert: bool = False) -> None:
        """Answer the press with a short line; as an *alert* it has to be closed."""
        if self.query is None:
            self.say(messages.html(text))
            return
        shown = messages.shorten(messages.plain(text), messages.TOAST_LIMIT)
        # In front of all that was said: until it goes out the pressed button spins.
        self.outgoing.insert(
            0,
            Outgoing(
                Act.TOAST,
                self.chat_id,
                shown,
                query_id=self.query.id,
                alert=alert,
                language=self.texts.language,
            ),
        )

    def set_commands(self, names: list[str]) -> None:
        """Show the person these commands, described in their language."""
        self.outgoing.append(
            Outgoing(
                Act.COMMANDS,
                self.chat_id,
                commands=tuple(names),
                language=self.texts.language,
            )
        )

    def complete(self) -> list[Outgoing]:
        """Return what is to be sent; a press is always answered, or the button would spin."""
        answered = any(message.act is Act.TOAST for message in self.outgoing)
        if self.query is not None and not answered:
            self.toast("")
        return self.outgoing
