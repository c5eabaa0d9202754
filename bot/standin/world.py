"""The world behind the stand-in: people, their chats with the bot, the queue of updates."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.standin.entities import commands_in, to_html
from bot.standin.faults import Faults
from bot.standin.floods import Floods, Limits

KEPT = timedelta(hours=24)
"""How long Telegram keeps an update that nobody fetched."""
QUERY_ANSWERABLE = timedelta(seconds=15)
QUERY_DELIVERABLE = timedelta(seconds=150)
"""How long the press of a button waits for a bot that does not fetch it."""
BOT_ID = 1_000_001
PATIENCE = 30.0
"""Seconds for which whoever watches the world waits; a slow machine is not a fault."""
MOMENT = 0.01
"""Seconds after which a bot that has nothing to do has had its say."""
LARGEST = 50_000_000


class Clock(Protocol):
    """Tells the world's present."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...


@dataclass
class Message:
    """A message in a chat, the bot's or a person's."""

    id: int
    chat_id: int
    from_bot: bool
    at: datetime
    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)
    markup: dict[str, Any] | None = None
    document: dict[str, Any] | None = None
    photo: dict[str, Any] | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    reply_to: int | None = None
    edited_at: datetime | None = None
    deleted: bool = False

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The inline buttons, row after row."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        """The words on the inline buttons."""
        return [button["text"] for button in self.buttons]

    @property
    def html(self) -> str:
        """The message as HTML for the page."""
        return to_html(self.text, self.entities)


@dataclass
class Query:
    """The press of a button, and what the bot answered to it."""

    id: str
    person: "Person"
    message: Message
    data: str
    at: datetime
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    answer: dict[str, Any] | None = None


@dataclass
class Chat:
    """A private chat with the bot, or a group."""

    id: int
    kind: str = "private"
    title: str = ""
    messages: list[Message] = field(default_factory=list)
    read_up_to: int = 0
    typing_until: datetime | None = None
    reply_keyboard: list[list[dict[str, Any]]] | None = None
    placeholder: str | None = None
    member: bool = True
    moved_to: int | None = None
    members: list[int] = field(default_factory=list)

    def find(self, message_id: int) -> Message | None:
        """Return a message that still exists."""
        return next((m for m in self.messages if m.id == message_id and not m.deleted), None)

    @property
    def unread(self) -> int:
        """How many of the bot's messages the person has not read."""
        return sum(
            1 for m in self.messages if m.from_bot and not m.deleted and m.id > self.read_up_to
        )


@dataclass
class Sent:
    """One effect of the bot's in the world."""

    at: datetime
    method: str
    chat_id: int
    text: str
    message_id: int


class World:
    """Everything that Telegram would know."""

    def __init__(
        self,
        *,
        token: str,
        clock: Clock,
        limits: Limits | None = None,
        username: str = "dsn_practice_bot",
    ) -> None:
        """Begin an empty world in which *token* opens the bot; *limits* None: no flood limits."""
        self.token = token
        self.clock = clock
        self.username = username
        self.floods = Floods(limits)
        self.faults = Faults()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.updates: list[tuple[datetime, dict[str, Any]]] = []
        self.files: dict[str, tuple[str, bytes]] = {}
        self.commands: dict[tuple[str, int, str], list[dict[str, str]]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.webhook: dict[str, Any] = {"url": ""}
        self.allowed: list[str] | None = None
        self.sent: list[Sent] = []
        self.calls: list[tuple[str, int]] = []
        """Every call: method and status."""
        self.refused: list[tuple[str, str]] = []
        """Every call that was refused: method and description."""
        self.sequence = 0
        self.under_way: Counter[str] = Counter()
        """Calls that have arrived and are not answered yet, by method in lower case."""
        self.duplicates = False
        """Hand out every update twice, as after a lost confirmation."""
        self.scramble: Callable[[list[dict[str, Any]]], list[dict[str, Any]]] | None = None
        """Applied to what a poll hands out: repeats it, or changes its order."""
        self.poller: object | None = None
        self.polls = 0
        """How often somebody has asked for updates."""
        self._next_update = 1000
        self._next_message = 1
        self._next_query = 1
        self._changed = asyncio.Event()
        self._watchers: list[Callable[[], None]] = []

    # --- people and chats ----------------------------------------------------------------------

    def person(
        self,
        name: str,
        *,
        language_code: str | None = "en",
        username: str | None = None,
        about: str = "",
        person_id: int | None = None,
    ) -> "Person":
        """Add somebody with a Telegram account."""
        new_id = person_id or 5_000_001 + len(self.people)
        added = Person(self, new_id, name, language_code, username, about)
        self.people[new_id] = added
        self.chats[new_id] = Chat(new_id)
        self.changed()
        return added

    def group(self, title: str, members: list["Person"]) -> Chat:
        """Add a group that the bot is a member of."""
        chat = Chat(-(4_000_001 + len(self.chats)), "group", title)
        chat.members = [member.id for member in members]
        self.chats[chat.id] = chat
        return chat

    def upgrade(self, chat: Chat) -> Chat:
        """Turn a group into a supergroup, which has another id."""
        new = Chat(-(1_000_000_000_000 + abs(chat.id)), "supergroup", chat.title)
        new.members = list(chat.members)
        self.chats[new.id] = new
        chat.moved_to = new.id
        if chat.members:
            who = self.people[chat.members[0]].as_user()
            extra = {"from": who, "migrate_to_chat_id": new.id}
            told = self.new_message(chat, from_bot=False, extra=extra)
            self.push("message", self.as_json(told))
        return new

    def author(self, message: Message) -> str:
        """Return the name of the person who wrote a message."""
        wrote = message.extra.get("from", {}).get("id", message.chat_id)
        return self.people[wrote].name if wrote in self.people else ""

    def read(self, chat: Chat) -> None:
        """Let everything in a chat be read."""
        if chat.unread:
            chat.read_up_to = max(message.id for message in chat.messages)
            self.changed()

    # --- updates -------------------------------------------------------------------------------

    def push(self, kind: str, content: dict[str, Any]) -> dict[str, Any]:
        """Put an update into the queue and return it."""
        update = {"update_id": self._next_update, kind: content}
        self._next_update += 1
        allowed = self.allowed
        if allowed is None or not allowed or kind in allowed:
            self.updates.append((self.clock.now(), update))
        self.changed()
        return update

    def pending(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """Return unconfirmed updates from *offset* on; everything below it is confirmed."""
        if offset < 0:
            self.updates = self.updates[offset:]
        elif offset > 0:
            self.updates = [kept for kept in self.updates if kept[1]["update_id"] >= offset]
        now = self.clock.now()
        self.updates = [
            (at, update)
            for at, update in self.updates
            if now - at <= (QUERY_DELIVERABLE if "callback_query" in update else KEPT)
        ]
        return [update for _, update in self.updates[:limit]]

    def new_message(self, chat: Chat, *, from_bot: bool, **values: Any) -> Message:
        """Add a message to a chat."""
        at = self.clock.now()
        message = Message(self._next_message, chat.id, from_bot, at, **values)
        self._next_message += 1
        chat.messages.append(message)
        return message

    def new_query(self, person: "Person", message: Message, data: str) -> Query:
        """Record the press of a button and tell the bot."""
        number = str(7_000_000 + self._next_query)
        self._next_query += 1
        query = Query(number, person, message, data, self.clock.now())
        self.queries[number] = query
        self.push(
            "callback_query",
            {
                "id": number,
                "from": person.as_user(),
                "message": self.as_json(message),
                "chat_instance": str(message.chat_id),
                "data": data,
            },
        )
        return query

    # --- what changed --------------------------------------------------------------------------

    def changed(self) -> None:
        """Let everybody who waits for a change look again."""
        self.sequence += 1
        self._changed.set()
        self._changed = asyncio.Event()

    async def wait_for_change(self, within: float) -> bool:
        """Wait for the next change; return False when *within* seconds passed without one."""
        event = self._changed
        try:
            await asyncio.wait_for(event.wait(), within)
        except TimeoutError:
            return False
        return True

    async def until(self, condition: Callable[[], bool], within: float = PATIENCE) -> None:
        """Wait until *condition* holds; raises ``TimeoutError`` with what was said last."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within
        while not condition():
            left = deadline - loop.time()
            if left <= 0:
                raise TimeoutError(self.last_words())
            await self.wait_for_change(min(left, 0.25))

    async def idle(
        self,
        quiet: float = 0.15,
        within: float = PATIENCE,
        is_at_work: Callable[[], bool] = lambda: True,
    ) -> None:
        """Return when no update is unconfirmed and nothing was called for *quiet* seconds.

        Where the bot can be asked, by *is_at_work*, its rest for a moment is enough.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within
        seen, since, at_rest_since = -1, loop.time(), loop.time()
        while True:
            now = loop.time()
            if len(self.calls) != seen or self.updates:
                seen, since = len(self.calls), now
            if is_at_work():
                at_rest_since = now
            if now - since >= quiet or now - max(since, at_rest_since) >= MOMENT:
                return
            if now > deadline:
                raise TimeoutError(self.last_words())
            await asyncio.sleep(MOMENT / 2)

    def last_words(self) -> str:
        """Return the last effects, for whoever waited in vain."""
        return (
            " | ".join(f"{s.chat_id}: {s.text[:120]}" for s in self.sent[-5:]) or "nothing was sent"
        )

    # --- as Telegram writes it -----------------------------------------------------------------

    def as_bot(self) -> dict[str, Any]:
        """Return the bot as a User."""
        name = self.profile.get(("name", ""), "Practice bot")
        return {"id": BOT_ID, "is_bot": True, "first_name": name, "username": self.username}

    def as_chat(self, chat: Chat) -> dict[str, Any]:
        """Return a Chat."""
        if chat.kind != "private":
            return {"id": chat.id, "type": chat.kind, "title": chat.title}
        person = self.people[chat.id]
        return {"id": chat.id, "type": "private", "first_name": person.name}

    def as_json(self, message: Message, *, is_replied_to: bool = False) -> dict[str, Any]:
        """Return a Message; one that *is replied to* comes without what it replies to itself."""
        chat = self.chats[message.chat_id]
        told: dict[str, Any] = {
            "message_id": message.id,
            "date": int(message.at.timestamp()),
            "chat": self.as_chat(chat),
            **message.extra,
        }
        if message.from_bot:
            told["from"] = self.as_bot()
        else:
            told.setdefault("from", self.people[message.chat_id].as_user() if chat.id > 0 else {})
        replied = self.chats[message.chat_id].find(message.reply_to) if message.reply_to else None
        if replied is not None and not is_replied_to:
            told["reply_to_message"] = self.as_json(replied, is_replied_to=True)
        in_caption = message.document or message.photo
        if message.text:
            told["caption" if in_caption else "text"] = message.text
        if message.entities:
            told["caption_entities" if in_caption else "entities"] = message.entities
        if message.markup and "inline_keyboard" in message.markup:
            told["reply_markup"] = message.markup
        if message.document:
            told["document"] = message.document
        if message.photo:
            told["photo"] = [message.photo]
        if message.edited_at:
            told["edit_date"] = int(message.edited_at.timestamp())
        return told


class Person:
    """Somebody with a Telegram account; what they do arrives at the bot as updates."""

    def __init__(
        self,
        world: World,
        person_id: int,
        name: str,
        language_code: str | None,
        username: str | None,
        about: str,
    ) -> None:
        """Live in *world*; the bot cannot write to them before they press Start."""
        self.world = world
        self.id = person_id
        self.name = name
        self.language_code = language_code
        self.username = username
        self.about = about
        self.started = False
        self.blocked = False
        self.deactivated = False

    @property
    def chat(self) -> Chat:
        """The chat with the bot."""
        return self.world.chats[self.id]

    def as_user(self) -> dict[str, Any]:
        """Return the person as a User."""
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.name}
        if self.language_code:
            user["language_code"] = self.language_code
        if self.username:
            user["username"] = self.username
        return user

    # --- what they do --------------------------------------------------------------------------

    def start(self, payload: str | None = None) -> Message:
        """Press Start, or open a deep link."""
        return self.send(f"/start {payload}" if payload else "/start")

    def send(self, text: str, *, reply_to: int | None = None) -> Message:
        """Send a text; long ones arrive in pieces, as from Telegram's own apps."""
        message: Message | None = None
        for at in range(0, max(len(text), 1), 4096):
            message = self._say(text=text[at : at + 4096], reply_to=reply_to)
        if message is None:
            raise ValueError("nothing to send")
        return message

    def send_photo(self, caption: str = "") -> Message:
        """Send a picture."""
        return self._say(text=caption, photo=_file("photo", width=90, height=60))

    def send_thing(self, kind: str) -> Message:
        """Send a sticker, voice, location, contact or another thing without text."""
        contents: dict[str, Any] = {
            "sticker": _file("sticker", width=1, height=1)
            | {"is_animated": False, "is_video": False, "type": "regular"},
            "voice": _file("voice", duration=2),
            "location": {"latitude": 50.84, "longitude": 4.37},
            "contact": {"phone_number": "0", "first_name": "Somebody"},
            "poll": {
                "id": "1",
                "question": "Who comes?",
                "options": [{"text": "I", "voter_count": 0}],
                "total_voter_count": 0,
                "is_closed": False,
                "is_anonymous": False,
                "type": "regular",
                "allows_multiple_answers": False,
            },
            "video_note": _file("note", length=1, duration=1),
        }
        return self._say(extra={kind: contents[kind]})

    def send_document(self, name: str = "note.pdf", caption: str = "") -> Message:
        """Send a file."""
        return self._say(text=caption, document=_file("document") | {"file_name": name})

    def forward(self, text: str, from_name: str) -> Message:
        """Forward what somebody else wrote."""
        at = int(self.world.clock.now().timestamp())
        origin = {"type": "hidden_user", "sender_user_name": from_name, "date": at}
        return self._say(text=text, extra={"forward_origin": origin})

    def forward_back(self, message: Message) -> Message:
        """Forward one of the bot's own messages to the bot."""
        at = int(self.world.clock.now().timestamp())
        origin = {"type": "user", "sender_user": self.world.as_bot(), "date": at}
        return self._say(text=message.text, extra={"forward_origin": origin})

    def send_album(self, *captions: str) -> None:
        """Send pictures as one album; an empty caption is none."""
        album = {"media_group_id": str(self.world.clock.now().timestamp())}
        for caption in captions:
            self._say(text=caption, photo=_file("photo", width=90, height=60), extra=album)

    def edit(self, message: Message, text: str) -> None:
        """Change a message of one's own."""
        message.text, message.entities = text, commands_in(text)
        message.edited_at = self.world.clock.now()
        self.world.push("edited_message", self.world.as_json(message))

    def delete(self, message: Message) -> None:
        """Delete a message; the bot is not told."""
        message.deleted = True
        self.world.changed()

    def press(self, message: Message, label: str) -> Query:
        """Press the button with this label or data; a label may be given by its beginning."""
        for exact in (True, False):
            for button in message.buttons:
                words, data = button["text"], button.get("callback_data")
                if label in (words, data) or (not exact and words.lstrip("✓ ").startswith(label)):
                    if data is None:
                        raise LookupError(f"{words} presses nothing")
                    return self.world.new_query(self, message, data)
        raise LookupError(
            f"no button {label!r} among {message.labels} under {message.text[:300]!r}"
        )

    def press_raw(self, message: Message, data: str) -> Query:
        """Press a button that is not (any more) there."""
        return self.world.new_query(self, message, data)

    def say_in(self, group: Chat, text: str) -> Message:
        """Send a text to a group."""
        message = self.world.new_message(
            group,
            from_bot=False,
            text=text,
            entities=commands_in(text),
            extra={"from": self.as_user()},
        )
        self.world.push("message", self.world.as_json(message))
        return message

    def block(self) -> None:
        """Block the bot."""
        self.blocked = True
        self._membership("member", "kicked")

    def unblock(self) -> None:
        """Unblock the bot."""
        self.blocked = False
        self._membership("kicked", "member")

    def deactivate(self) -> None:
        """Delete the account."""
        self.deactivated = True

    def read(self) -> None:
        """Read everything."""
        self.world.read(self.chat)

    # --- what they see -------------------------------------------------------------------------

    @property
    def received(self) -> list[Message]:
        """The bot's messages in this chat, the oldest first, without deleted ones."""
        return [m for m in self.chat.messages if m.from_bot and not m.deleted]

    @property
    def last(self) -> Message:
        """The bot's last message."""
        if not self.received:
            raise LookupError(f"{self.name} got nothing")
        return self.received[-1]

    async def receives(self, words: str, *, within: float = PATIENCE) -> Message:
        """Wait for a message of the bot's that holds *words*; return the latest."""

        def found() -> list[Message]:
            return [m for m in self.received if words in m.text]

        try:
            await self.world.until(lambda: bool(found()), within)
        except TimeoutError:
            seen = "\n---\n".join(m.text for m in self.received[-3:])
            raise TimeoutError(f"{self.name} did not receive {words!r} but:\n{seen}") from None
        return found()[-1]

    def _say(self, **values: Any) -> Message:
        self.started = True
        text = values.get("text", "")
        message = self.world.new_message(
            self.chat, from_bot=False, entities=commands_in(text), **values
        )
        self.world.push("message", self.world.as_json(message))
        return message

    def _membership(self, before: str, after: str) -> None:
        self.world.push(
            "my_chat_member",
            {
                "chat": self.world.as_chat(self.chat),
                "from": self.as_user(),
                "date": int(self.world.clock.now().timestamp()),
                "old_chat_member": self._bot_as(before),
                "new_chat_member": self._bot_as(after),
            },
        )

    def _bot_as(self, status: str) -> dict[str, Any]:
        member: dict[str, Any] = {"status": status, "user": self.world.as_bot()}
        return member | ({"until_date": 0} if status == "kicked" else {})


def _file(name: str, **values: Any) -> dict[str, Any]:
    return {"file_id": f"{name}-1", "file_unique_id": f"{name}-u1", "file_size": 1000, **values}
