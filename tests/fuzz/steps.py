"""What people do in the town: each step is drawn from its own seed, so that it can be taken again.

A step says who does what; the details follow from its seed and from what the town is like when it
is taken. So a sequence of steps still makes sense when some of them are left out.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from random import Random
from typing import Any

from sqlmodel import select
from telegram import Chat as TelegramChat
from telegram import InaccessibleMessage, MessageOriginHiddenUser, Update, User
from telegram import Message as TelegramMessage

from bot.chat import callback_data
from bot.chat.callback_data import GREATEST, Action, Code, Number
from bot.features import REGISTRY
from bot.standin.world import BOT_ID, Chat
from bot.standin.world import Person as Actor
from storage import forms
from storage.models import Sealed
from tests.fuzz import landing, words
from tests.fuzz.objects import (
    IMPOSSIBLE,
    Maker,
    as_json,
    kinds_of_content,
    kinds_of_updates,
    made_of,
)
from tests.fuzz.town import ANONYMOUS, Town

MESSAGES = ("message", "edited_message")
IN_CHANNELS = ("channel_post", "edited_channel_post")
LATEST = 12
"""How far back somebody looks for a button."""
INSIDERS = ("helena", "coordinator", "correspondent", "observer", "victim3", "victim6")
"""Who belongs to the network when the town is made: they do most."""
PASSES = (
    timedelta(minutes=2),
    timedelta(hours=1),
    timedelta(hours=26),
    timedelta(days=8),
    timedelta(days=40),
)


@dataclass(frozen=True)
class Step:
    """Somebody does something in a turn; everybody's steps of one turn come at the same time."""

    turn: int
    who: str
    does: str
    seed: int

    def as_json(self) -> dict[str, Any]:
        """Return the step as it is written down."""
        return asdict(self)


def drawn(seed: int, count: int, people: list[str]) -> list[Step]:
    """Return *count* steps of these people, each kind of update and content among them in turn."""
    chance, steps, turn = Random(seed), list[Step](), 0
    insiders = [who for who in people if who in INSIDERS]
    others = [who for who in people if who not in INSIDERS]
    minded = dict.fromkeys(people, 0)
    while len(steps) < count:
        for who in chance.sample(insiders * 2, k=8) + chance.sample(others, k=4):
            if minded[who]:
                minded[who] -= 1
                does = "go_on"
            elif chance.random() < 0.1:
                minded[who] = chance.randrange(5, 15)
                does = "land"
            else:
                does = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
            steps.append(Step(turn, who, does, chance.randrange(2**32)))
        turn += 1
    return steps[:count]


@dataclass
class Doing:
    """A step as it is being taken."""

    town: Town
    actor: Actor
    chance: Random
    number: int
    """Which step of its sort it is: kinds of updates and contents take turns by it."""

    def __post_init__(self) -> None:
        """Make Telegram's objects of this town."""
        now = self.town.harness.clock.now()
        self.maker = Maker(self.chance, self.text, now, user=self.user, chat=self.chat)

    # --- who and where -------------------------------------------------------------------------

    def text(self) -> str:
        return words.anything(self.chance)

    def somebody(self) -> Actor:
        return self.chance.choice(list(self.town.actors.values()))

    def user(self, actor: Actor | None = None) -> User:
        who = actor or self.somebody()
        is_bot = who.id in {ANONYMOUS, self.town.actors["bot"].id}
        return User(who.id, who.name, is_bot, language_code=who.language_code)

    def private(self, actor: Actor) -> TelegramChat:
        return TelegramChat(actor.id, "private", first_name=actor.name)

    def chat(self) -> TelegramChat:
        if self.chance.random() < 0.5:
            return self.private(self.actor)
        return self.place(self.chance.choice(self.town.outside))

    def place(self, chat: Chat) -> TelegramChat:
        return TelegramChat(chat.id, chat.kind, title=chat.title)

    def bot(self) -> User:
        return User(BOT_ID, "Practice bot", True, username=self.town.harness.world.username)

    # --- what arrives --------------------------------------------------------------------------

    def push(self, kind: str, content: Any) -> str:
        """Hand an update out, whatever kinds the bot has asked for: Telegram may be late."""
        world = self.town.harness.world
        asked, world.allowed = world.allowed, None
        world.push(kind, content if isinstance(content, dict) else as_json(content))
        world.allowed = asked
        return kind

    def message(self, *, kind: str = "message", wanted: tuple[str, ...] = (), **values: Any) -> str:
        """Hand a message out, from the actor's own chat unless *values* say otherwise."""
        world = self.town.harness.world
        home = values.pop("chat", None) or self.private(self.actor)
        if home.type == "private":
            self.actor.started = True
        id_ = values.pop("message_id", None)
        if id_ is None:
            id_ = world.new_message(world.chats[home.id], from_bot=False).id
        if kind not in IN_CHANNELS:
            values.setdefault("from_user", self.user(self.actor))
        values.setdefault("date", world.clock.now())
        made = self.maker.make(TelegramMessage, wanted=wanted, message_id=id_, chat=home, **values)
        self.push(kind, made)
        return f"{kind} {[*wanted]} {str(made.text or made.caption or '')[:80]!r}"

    def typed(self, text: str, **values: Any) -> str:
        """Let the actor type a text, which arrives in pieces as from Telegram's own apps."""
        said = ""
        for at in range(0, max(len(text), 1), 4096):
            piece = text[at : at + 4096]
            entities = [self.maker.entity(piece)] if self.chance.random() < 0.2 else []
            if piece.startswith("/"):
                length = len(piece.split()[0]) if piece.split() else 1
                entities.append(_command(length))
            said = self.message(text=piece, entities=entities or None, **values)
        return said


def _command(length: int) -> Any:
    from telegram import MessageEntity

    return MessageEntity(MessageEntity.BOT_COMMAND, 0, length)


# --- what people do ----------------------------------------------------------------------------


def say_anything(doing: Doing) -> str:
    """Type what nobody foresaw, plainly or as a reply, a forward, by another bot."""
    values: dict[str, Any] = {}
    how = doing.chance.random()
    if how < 0.1:
        at = doing.town.harness.clock.now()
        values["forward_origin"] = MessageOriginHiddenUser(at, doing.text() or "x")
    elif how < 0.2:
        values["via_bot"] = doing.user(doing.town.actors["bot"])
    elif how < 0.3:
        return doing.message(text=doing.text(), wanted=("reply_to_message", "quote"))
    return doing.typed(doing.text(), **values)


def command(doing: Doing) -> str:
    """Give one of the bot's commands, with an argument or without."""
    name = doing.chance.choice(list(REGISTRY.commands))
    usage = doing.chance.choice(words.USAGES)
    if name == "start":
        usage = doing.chance.choice([*doing.town.codes, ""])
    at = doing.chance.choice(("", "", "", "@other_bot", f"@{doing.town.harness.world.username}"))
    return doing.typed(f"/{name}{at} {usage}".strip())


def go_on(doing: Doing) -> str:
    """Answer the question that is asked, marked as one's own; or begin something."""
    with doing.town.harness.database.reading() as session:
        form = forms.active(session, doing.actor.id)
        asked = landing.asked(form) if form is not None else None
    if form is None:
        begun = ("/update", "/announce", "/register", "/settings", "/meetings", "/people")
        if doing.chance.random() < 0.6:
            return doing.chance.choice((land, press))(doing)
        return doing.typed(doing.chance.choice(begun))
    card = next((one for one in reversed(doing.actor.received) if one.buttons), None)
    data = landing.onward(card, doing.chance) if card is not None else None
    if card is not None and data is not None and doing.chance.random() < 0.75:
        doing.actor.press_raw(card, data)
        return f"goes on with {data}"
    sensible = words.SENSIBLE.get(asked or "", words.UNASKED)
    text = doing.chance.choice(sensible)
    if asked in {"title", "text", "reason", "name", "summary", "agenda", "outcome", "place"}:
        text = doing.town.marked(text, doing.actor.id)
    return doing.typed(text)


def land(doing: Doing) -> str:
    """Find oneself in the midst of a form of any kind, at any of its questions."""
    town = doing.town
    data = town.landing.land(town.harness, doing.actor, doing.chance)
    # Under no message: the form's card comes as a new one.
    return _pressed_alone(doing, data, inline_message_id="inline")


def unasked(doing: Doing) -> str:
    """Type what the bot may take for an activity, or what means yes, no, skip."""
    return doing.typed(doing.town.marked(doing.chance.choice(words.UNASKED), doing.actor.id))


def _buttons(doing: Doing) -> list[tuple[Any, str]]:
    latest = [message for message in doing.actor.received if message.buttons][-LATEST:]
    if latest and doing.chance.random() < 0.7:
        latest = latest[-1:]
    return [
        (message, button["callback_data"])
        for message in latest
        for button in message.buttons
        if button.get("callback_data")
    ]


def press(doing: Doing) -> str:
    """Press a button that one has, mostly under the last card."""
    found = _buttons(doing)
    if not found:
        return command(doing)
    message, data = doing.chance.choice(found)
    doing.actor.press_raw(message, data)
    return f"presses {data}"


def press_twice(doing: Doing) -> str:
    """Press the same button twice, or two buttons at once."""
    found = _buttons(doing)
    if not found:
        return command(doing)
    for message, data in doing.chance.choices(found, k=doing.chance.choice((2, 2, 5))):
        doing.actor.press_raw(message, data)
    return "presses more than once"


def steal(doing: Doing) -> str:
    """Press a button that somebody else has."""
    other = doing.somebody()
    found = [
        button["callback_data"]
        for message in other.received[-LATEST:]
        for button in message.buttons
        if button.get("callback_data")
    ]
    return _pressed(doing, doing.chance.choice(found) if found else "x")


def forge(doing: Doing) -> str:
    """Press what nobody made: a right beginning, and rows, numbers and rubbish behind it."""
    callback = doing.chance.choice(list(callback_data.declared().values()))
    left, texts = list(callback.carries), [callback.name]
    with doing.town.harness.database.reading() as session:
        while left:
            kind = left.pop(0)
            texts.append(_part(doing, session, kind))
            if isinstance(kind, type) and issubclass(kind, Action) and texts[-1] in set(kind):
                left[:0] = kind(texts[-1]).carries
    for share, change in ((0.05, lambda: texts.append("1")), (0.05, lambda: texts.pop())):
        if doing.chance.random() < share:
            change()
    data = ":".join(texts)
    try:
        data = data.encode()[:64].decode(errors="ignore")
    except UnicodeEncodeError:
        data = data[:20]
    return _pressed(doing, data)


def _part(doing: Doing, session: Any, kind: Any) -> str:
    """Return a part of a forged button: a true one more often than not."""
    chance = doing.chance
    if chance.random() < 0.25:
        return chance.choice(words.PARTS)
    if isinstance(kind, Number):
        return str(chance.choice((0, 0, 1, 2, 5, kind.most, GREATEST)))
    if isinstance(kind, Code):
        return chance.choice(words.PARTS)
    if issubclass(kind, Sealed):
        rows = session.exec(select(kind)).all()
        if not rows:
            return "1.00000000"
        row = chance.choice(rows)
        return f"{row.id}.{row.seal if chance.random() < 0.8 else '00000000'}"
    return str(chance.choice(list(kind)))


def _pressed(doing: Doing, data: str) -> str:
    """Press under a message of one's own, one that is gone, or under none at all."""
    how, world = doing.chance.random(), doing.town.harness.world
    if doing.actor.received and how < 0.7:
        doing.actor.press_raw(doing.chance.choice(doing.actor.received[-LATEST:]), data)
        return f"presses {data!r}"
    if how < 0.8:
        gone = InaccessibleMessage(doing.private(doing.actor), doing.chance.randrange(1, 10**6))
        return _pressed_alone(doing, data, message=as_json(gone))
    if how < 0.9:
        return _pressed_alone(doing, data, inline_message_id="inline")
    chat = world.chats[doing.chance.choice(doing.town.outside).id]
    at = int(world.clock.now().timestamp())
    message = {"message_id": 1, "date": at, "chat": world.as_chat(chat)}
    return _pressed_alone(doing, data, message=message)


def _pressed_alone(doing: Doing, data: str, **under: Any) -> str:
    query = {
        "id": str(doing.chance.randrange(10**12)),
        "from": as_json(doing.user(doing.actor)),
        "chat_instance": "1",
        "data": data,
    }
    doing.push("callback_query", query | under)
    return f"presses {data!r} without a message"


def edit(doing: Doing) -> str:
    """Change a message of one's own, or one that the bot never got."""
    own = [message for message in doing.actor.chat.messages if not message.from_bot]
    text = doing.chance.choice([doing.text(), doing.chance.choice(words.UNASKED)])
    id_ = doing.chance.choice(own).id if own and doing.chance.random() < 0.9 else 999_999
    at = doing.town.harness.clock.now()
    return doing.message(kind="edited_message", message_id=id_, text=text, edit_date=at)


def content(doing: Doing) -> str:
    """Send a message that holds something else than text: each kind in its turn."""
    kinds = [kind for kind in kinds_of_content() if kind not in IMPOSSIBLE]
    kind = kinds[doing.number % len(kinds)]
    extra: dict[str, Any] = {}
    if doing.chance.random() < 0.3 and kind not in {"text", "caption"}:
        extra["caption"] = doing.text()
    if kind in {"entities", "caption_entities"}:
        kind, extra = "text", {}
    if kind in {"from_user", "sender_chat"}:
        return outside(doing)
    edited = doing.chance.random() < 0.2
    return doing.message(kind=MESSAGES[edited], wanted=(kind,), **extra)


def update(doing: Doing) -> str:
    """Cause an update of any kind that the library knows: each in its turn."""
    kinds = kinds_of_updates()
    kind = kinds[doing.number % len(kinds)]
    made = made_of(kind)
    if made is TelegramMessage:
        where = {"chat": doing.place(doing.town.outside[2])} if kind in IN_CHANNELS else {}
        return doing.message(kind=kind, text=doing.text(), **where)
    if kind == "callback_query":
        return forge(doing)
    if kind == "my_chat_member":
        return membership(doing)
    return doing.push(kind, doing.maker.make(made))


def outside(doing: Doing) -> str:
    """Write in a group or a channel: as oneself, as a bot, anonymously, as the channel."""
    chat, world = doing.chance.choice(doing.town.outside), doing.town.harness.world
    texts = ["/help", "/forget", f"/start@{world.username}", "/people", doing.text()]
    if chat.kind == "channel":
        return doing.message(
            kind="channel_post",
            chat=doing.place(chat),
            text=texts[0],
            sender_chat=doing.place(chat),
        )
    text = doing.chance.choice(texts)
    values: dict[str, Any] = {"chat": doing.place(chat), "text": text}
    if text.startswith("/") and text.split():
        values["entities"] = [_command(len(text.split()[0]))]
    how = doing.chance.random()
    if how < 0.2:
        values |= {
            "from_user": doing.user(doing.town.actors["anonymous"]),
            "sender_chat": doing.place(chat),
        }
    elif how < 0.3:
        values["from_user"] = doing.user(doing.town.actors["bot"])
    kind = "edited_message" if doing.chance.random() < 0.1 else "message"
    return doing.message(kind=kind, **values)


def membership(doing: Doing) -> str:
    """Block the bot or come back; take it into a group, promote it, throw it out."""
    chance, world = doing.chance, doing.town.harness.world
    statuses = ("member", "kicked", "left", "administrator", "restricted")
    before, after = chance.choice(statuses), chance.choice(statuses)
    is_private = chance.random() < 0.4
    if is_private:
        before, after = chance.choice((("member", "kicked"), ("kicked", "member")))
        doing.actor.blocked = after == "kicked"
    chat = (
        doing.private(doing.actor) if is_private else doing.place(chance.choice(doing.town.outside))
    )
    doing.push(
        "my_chat_member",
        {
            "chat": as_json(chat),
            "from": as_json(doing.user(doing.actor)),
            "date": int(world.clock.now().timestamp()),
            "old_chat_member": _member(doing, before),
            "new_chat_member": _member(doing, after),
        },
    )
    return f"my_chat_member {chat.type} {before}-{after}"


def _member(doing: Doing, status: str) -> dict[str, Any]:
    """Return the bot as a member of this status, with whatever the library says that it has."""
    from telegram import ChatMember
    from telegram.constants import ChatMemberStatus

    made = {leaf: leaf.__name__ for leaf in ChatMember.__subclasses__()}
    wanted = {
        "member": "ChatMemberMember",
        "kicked": "ChatMemberBanned",
        "left": "ChatMemberLeft",
        "administrator": "ChatMemberAdministrator",
        "restricted": "ChatMemberRestricted",
    }[status]
    assert status in set(ChatMemberStatus)
    leaf = next(one for one, name in made.items() if name == wanted)
    return as_json(doing.maker.make(leaf, user=doing.bot()))


def come_back(doing: Doing) -> str:
    """Unblock the bot and ask for help."""
    doing.actor.blocked = False
    return doing.typed("/help")


def delete(doing: Doing) -> str:
    """Delete a card of the bot's, then press what stood under it."""
    cards = [message for message in doing.actor.received if message.buttons]
    if not cards:
        return command(doing)
    card = doing.chance.choice(cards[-3:])
    data = next((b["callback_data"] for b in card.buttons if b.get("callback_data")), "x")
    doing.actor.delete(card)
    doing.actor.press_raw(card, data)
    return f"deletes the card of {data}"


def talk(doing: Doing) -> str:
    """Send several things without waiting."""
    return " | ".join(doing.typed(doing.chance.choice(words.UNASKED)) for _ in range(3))


WEIGHTS: dict[str, int] = {
    "go_on": 10,
    "press": 16,
    "land": 2,
    "forge": 12,
    "say_anything": 10,
    "command": 10,
    "content": 12,
    "update": 9,
    "unasked": 4,
    "edit": 4,
    "outside": 4,
    "press_twice": 3,
    "steal": 3,
    "membership": 2,
    "come_back": 3,
    "delete": 1,
    "talk": 1,
}
DOES: dict[str, Callable[[Doing], str]] = {
    name: function for name, function in list(globals().items()) if name in WEIGHTS
}


ELSEWHERE = {"outside", "membership", "update"}
"""What people do without writing to the bot in their own chat."""


def take(town: Town, step: Step, number: int) -> str:
    """Take a step; return in words what was done."""
    doing = Doing(town, town.actors[step.who], Random(step.seed), number)
    # Telegram lets nobody write who has blocked the bot.
    if doing.actor.blocked and step.does not in ELSEWHERE:
        doing.actor.unblock()
    return DOES[step.does](doing)


def kinds_in(update: dict[str, Any]) -> list[str]:
    """Return what an update is, and of a message what it holds."""
    kind = next(name for name in update if name != "update_id")
    read = Update.de_json(update, None)
    held = getattr(read, kind)
    if not isinstance(held, TelegramMessage):
        return [kind]
    return [kind, *(f"message.{name}" for name in kinds_of_content() if getattr(held, name, None))]
